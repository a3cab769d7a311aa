/** Layer 4. A picture that is asked for, and whoever draws it: in this thread, in another one, or from what was drawn before. */
import type { ChartFormat, ChartSpec } from '../document/chart.js';
import type { Theme } from '../document/theme.js';

/** Where pictures drawn before are kept; `fresh`: draw all anew, and replace what is there. */
export interface Cache {
  /** The zone's folder backstage. */
  readonly backstage: string;
  readonly fresh: boolean;
}

/** A chart to be drawn. */
export interface Picture {
  readonly chart: ChartSpec;
  readonly theme: Theme;
  readonly format: ChartFormat;
  /** Over all that decides its pixels: keys.ts. */
  readonly key: string;
  /** Left out: it is kept nowhere. */
  readonly cache?: Cache | undefined;
}

/** @returns a PNG */
export type Draw = (picture: Picture) => Promise<Uint8Array>;

/** Of 20 kB or so each, remembered by threads that stay warm: more than one edition has. */
export const mostPictures = 200;

/** Draws a picture once for all who ask for it. @param most pictures that are remembered, those asked for first forgotten */
export function drawOnce(draw: Draw, most = Number.POSITIVE_INFINITY): Draw {
  const drawn = new Map<string, Promise<Uint8Array>>();
  return (picture) => {
    const { key } = picture;
    const there = drawn.get(key);
    if (there) return there;
    const png = draw(picture);
    png.catch(() => drawn.delete(key));
    drawn.set(key, png);
    for (const first of drawn.keys()) {
      if (drawn.size <= most) break;
      drawn.delete(first);
    }
    return png;
  };
}
