/**
 * Layer 4. Charts drawn before, backstage: charts/<key>.png.
 *
 * The key (keys.ts) is over all that decides the pixels, so an entry is never out of date: another figure, label, colour or
 * program asks for another entry. A picture that was cut off or changed is noticed by its checksums and drawn again. What
 * this build did not use goes once there are more than `most` entries, in the order of their names, which are hashes: no
 * clock is asked. A hit loads neither chart.js nor the canvas. Losing the folder costs time and nothing else, so what
 * cannot be written to it is no fault.
 */
import { join } from 'node:path';
import { isWholePng } from '../pictures/png.js';
import type { World } from '../world.js';
import type { Cache, Draw, Picture } from './draw.js';
import { chartFolder } from './state.js';

/** About 20 kB each; ten editions of a zone with twenty charts in two languages and formats. */
const most = 800;

const nameOf = (key: string): string => `${key}.png`;
const pathOf = ({ key }: Picture, { backstage }: Cache): string => join(chartFolder(backstage), nameOf(key));

/** Draws what is not in the picture's cache. */
export const finding =
  (world: World, draw: Draw): Draw =>
  async (picture) => {
    const { cache } = picture;
    if (cache && !cache.fresh) {
      const path = pathOf(picture, cache);
      const png = (await world.kindOf(path)) === 'file' ? await world.readBytes(path) : undefined;
      if (png && isWholePng(png)) return png;
    }
    return draw(picture);
  };

/** Draws what is not in the picture's cache, and keeps it there. */
export const keeping = (world: World, draw: Draw): Draw =>
  finding(world, async (picture) => {
    const png = await draw(picture);
    if (picture.cache) await put(world, pathOf(picture, picture.cache), png);
    return png;
  });

/** Removes what is too much, and none of what was used. @param used keys */
export async function tidyCharts(
  world: World,
  { backstage }: Cache,
  used: ReadonlySet<string>,
): Promise<void> {
  const folder = chartFolder(backstage);
  const mine = new Set([...used].map(nameOf));
  const names = (await world.list(folder)).filter((name) => !mine.has(name));
  for (const name of names.slice(0, Math.max(0, names.length + mine.size - most)))
    await world.remove(join(folder, name)).catch(() => undefined);
}

/** Renamed into place, so that a build that is killed leaves no half of one. */
async function put(world: World, path: string, png: Uint8Array): Promise<void> {
  const unfinished = `${path}.new`;
  try {
    await world.write(unfinished, png);
    await world.move(unfinished, path);
  } catch {
    // On a full disk, half of it would take room that the edition needs.
    await world.removeOne(unfinished).catch(() => undefined);
  }
}
