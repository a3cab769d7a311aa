/** Layer 2. Scales that take no room: names and classes are set as text, and figures stand beside their marks. */

/** For horizontal bars between two values, in chart.js's terms. */
export function hiddenScales(min: number, max: number) {
  return {
    x: { type: 'linear', display: false, beginAtZero: true, min, max },
    y: { type: 'category', display: false, offset: true },
  } as const;
}
