/** Layer 2. Scales that take no room: names and classes are set as text, and figures stand beside their marks. */

/** chart.js would write, measure and thin out its ticks even where it shows no scale. */
const ticks = { display: false, callback: () => '' };

/** For horizontal bars between two values, in chart.js's terms. */
export function hiddenScales(min: number, max: number) {
  return {
    x: { type: 'linear', display: false, ticks, beginAtZero: true, min, max },
    y: { type: 'category', display: false, ticks, offset: true },
  } as const;
}
