/** Layer 3. With one language, the text that stands beside a chart. */
import type { Block } from '../document/document.js';
import { lineWidth } from './line-width.js';
import type { PairedBlock } from './pairing.js';
import { runsOf, textOf } from './runs.js';
import { pitches, sizes } from './sizes.js';
import type { FacingRow } from './summary.js';

/**
 * Paragraphs and lists right after a block, as many as fit beside a picture; one at least.
 * @param width of the column, in points
 * @param height of the picture with its caption, in points
 */
export function textBeside(
  blocks: readonly PairedBlock[],
  index: number,
  width: number,
  height: number,
): PairedBlock[] {
  const beside: PairedBlock[] = [];
  let used = 0;
  for (const block of blocks.slice(index + 1)) {
    const paragraphs = paragraphsIn(block.sides[0]);
    if (!paragraphs) break;
    const lines = paragraphs.map((text) => Math.ceil(lineWidth(text, sizes.textAlone, false) / width));
    used += lines.reduce((sum, count) => sum + (count + 0.5) * pitches.textAlone, 0);
    if (beside.length > 0 && used > height) break;
    beside.push(block);
  }
  return beside;
}

/** Whether the two cells of a row hold one language: text beside its chart. */
export const isBeside = ({ cells }: FacingRow): boolean =>
  cells.length > 1 && new Set(cells.flat().map(({ language }) => language)).size === 1;

/** The texts of running text, undefined for any other block. */
function paragraphsIn(block: Block | undefined): string[] | undefined {
  if (block?.kind === 'paragraph') return [textOf(runsOf(block.content, ''))];
  if (block?.kind !== 'list' && block?.kind !== 'quote') return undefined;
  const inner = (block.kind === 'list' ? block.items.flat() : block.blocks).map(paragraphsIn);
  return inner.includes(undefined) ? undefined : inner.flatMap((texts) => texts ?? []);
}
