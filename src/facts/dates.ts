/** Layer 1. ISO calendar dates of any precision: 2024, 2025-11, 2025-11-16. */

/** Whether the calendar has it: 2025-02-30 has the right form, but is no day. */
export function isRealDate(iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number);
  if (day === undefined) return true;
  const date = new Date(Date.UTC(2000, (month ?? 1) - 1, day));
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day);
  return date.getUTCMonth() === (month ?? 1) - 1 && date.getUTCDate() === day;
}

/** The first day of it: what is dated 2025 is at least as old as 2025-01-01. */
export function firstDay(iso: string): string {
  return `${iso}-01-01`.slice(0, 10);
}

/**
 * The day of a build, ISO.
 * @param epoch SOURCE_DATE_EPOCH (seconds since 1970), which stands for the clock where it is set
 */
export function today(epoch: string | undefined, now: Date): string {
  const fixed = epoch !== undefined && /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : now;
  return fixed.toISOString().slice(0, 10);
}
