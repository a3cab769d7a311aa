/** Layer 3. How long a line Word makes of a text. */
import { textWidth } from '../fonts/measure.js';

/** Where a Chinese character and a Latin letter or digit meet, Word sets a quarter of an em between them. */
const seam = /\p{Script=Han}(?=[\p{Script=Latin}\d])|[\p{Script=Latin}\d](?=\p{Script=Han})/gu;

/** Points, for a size in points. */
export function lineWidth(text: string, size: number, bold: boolean): number {
  return textWidth(text, size, { bold }) + (text.match(seam)?.length ?? 0) * size * 0.25;
}
