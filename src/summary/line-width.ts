/** Layer 3. How long a line Word makes of a text. */
import { textWidth } from '../fonts/measure.js';

/** Points, for a size in points. */
export function lineWidth(text: string, size: number, bold: boolean): number {
  return textWidth(text, size, { bold }) + seamWidth(text, size);
}

/**
 * Where a Chinese character and a Latin letter or digit meet, Word sets a quarter of an em between them.
 * @returns points of all these together
 */
export function seamWidth(text: string, size: number): number {
  let seams = 0;
  let before: 'han' | 'latin' | undefined;
  for (const character of text) {
    const script = scriptOf(character);
    if (script && before && script !== before) seams += 1;
    before = script;
  }
  return seams * size * 0.25;
}

const han = /\p{Script=Han}/u;
const latin = /[\p{Script=Latin}\d]/u;
const ascii = /[A-Za-z\d]/;

/** Asked of every character of a summary: what most of them are is told without looking scripts up. */
function scriptOf(character: string): 'han' | 'latin' | undefined {
  const code = character.charCodeAt(0);
  if (code < 0x80) return ascii.test(character) ? 'latin' : undefined;
  if ((code >= 0x4e00 && code <= 0x9fff) || han.test(character)) return 'han';
  return latin.test(character) ? 'latin' : undefined;
}
