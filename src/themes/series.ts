/** Layer 2. Whether the colours of neighbours in a chart are told apart, by every reader and in grey print. */
import { coloursFor } from '../charts/colours.js';
import { distanceOf, type Sight, sights } from './colour.js';

/** Least distance in OKLab of two areas side by side. In grey print nothing but lightness is left, and paper is coarse. */
export const leastDistance: Readonly<Record<Sight, number>> = {
  'in full colour': 0.1,
  'without green cones (deuteranopia)': 0.08,
  'without red cones (protanopia)': 0.08,
  'in grey print': 0.06,
};

export interface Alike {
  /** Indexes in the series, the smaller first. */
  readonly pair: readonly [number, number];
  readonly sight: Sight;
  readonly distance: number;
}

export function toldApart(a: string, b: string): boolean {
  return (Object.keys(sights) as Sight[]).every(
    (sight) => distanceOf(sights[sight](a), sights[sight](b)) >= leastDistance[sight],
  );
}

/**
 * Neighbours that look alike to someone: those in the order in which charts take the colours, each pair once, with the
 * sight in which they are nearest to each other.
 */
export function alikeIn(series: readonly string[]): Alike[] {
  const drawn = coloursFor(series, series.length);
  return drawn.slice(1).flatMap((colour, index): Alike[] => {
    const before = drawn[index] as string;
    const found = (Object.keys(sights) as Sight[])
      .map((sight) => ({ sight, distance: distanceOf(sights[sight](before), sights[sight](colour)) }))
      .filter(({ sight, distance }) => distance < leastDistance[sight])
      .sort((a, b) => a.distance / leastDistance[a.sight] - b.distance / leastDistance[b.sight])[0];
    if (!found) return [];
    const pair = [series.indexOf(before), series.lastIndexOf(colour)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    return [{ pair, ...found }];
  });
}
