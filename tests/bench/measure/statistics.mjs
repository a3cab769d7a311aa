/** What is said of a number of measurements. */

/**
 * @param {readonly number[]} values at least one
 * @param {number} share 0 to 1: 0.5 is the median, the lower one of two
 */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @param {readonly number[]} values at least one */
export const median = (values) => percentile(values, 0.5);

/** @param {readonly number[]} values at least one */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
