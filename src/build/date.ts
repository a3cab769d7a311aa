/** Layer 4. The date inside the files: one that follows from the input, so that the same input gives the same bytes. */
import { UsageError } from '../diagnostic.js';
import type { World } from '../world.js';

/**
 * SOURCE_DATE_EPOCH where it is set (https://reproducible-builds.org/specs/source-date-epoch/), else the edition's day.
 * @param editionDate ISO, perhaps no more than a year or a month: its first day is taken
 * @returns ISO 8601: a day or an instant
 */
export function fileDate(world: World, editionDate: string): string {
  const epoch = world.environment('SOURCE_DATE_EPOCH');
  if (epoch === undefined || epoch === '') return new Date(editionDate).toISOString().slice(0, 10);
  const seconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) : Number.NaN;
  // The packages' zip entries know the years from 1980 to 2107 only.
  const [earliest, latest] = [315_532_800, 4_354_819_199];
  if (!(seconds >= earliest && seconds <= latest)) {
    throw new UsageError(
      `SOURCE_DATE_EPOCH is "${epoch}": expected seconds since 1970, for a date from 1980 to 2107`,
      'unset it, or set it as with: export SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)',
    );
  }
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
