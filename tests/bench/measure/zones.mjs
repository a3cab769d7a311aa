/** Many zones, made from the sample. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { zone } from './checkout.mjs';
import { figuresOf, rename } from './figures.mjs';
import { freshPath } from './processes.mjs';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Zones that differ in their names and figures, so that none finds another one's charts or slides.
 * @param {string} repository whose sample is taken
 * @param {number} count how many
 * @returns {{ own: string, names: string[] }} their root, and their folders' names
 */
export function manyZones(repository, count) {
  const own = freshPath('zones');
  const names = Array.from({ length: count }, (_, index) => `zone-${index + 1}`);
  mkdirSync(join(own, 'data'), { recursive: true });
  cpSync(join(repository, 'templates'), join(own, 'templates'), { recursive: true });
  names.forEach((name, index) => {
    cpSync(join(repository, 'data', zone), join(own, 'data', name), { recursive: true });
    figuresOf(own, name)(index);
    rename(own, name, letters[Math.floor(index / letters.length)] + letters[index % letters.length]);
  });
  return { own, names };
}
