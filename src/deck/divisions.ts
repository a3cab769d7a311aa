/**
 * Layer 3. Long words divided with a hyphen where their box is too narrow for them.
 *
 * PowerPoint neither hyphenates nor honours U+00AD reliably (it has been seen as a hyphen amid the line, and as
 * nothing), and in place of dividing it tears a word that is wider than its box. What all programs honour alike is a
 * hyphen in the text, behind which a line may end, and a line break. But other letters are narrower or wider, and a
 * hyphen that then stands amid a line ("Finanz-dienst") is a fault. So words carry marks while the slides are laid out,
 * which are no text; and at last, when every box has its place, hyphens are written, but only in words that are wider
 * than their line, in Arial or in the widest substitute: they would be torn. Where some letters set the hyphen amid a
 * line, a line break follows it; a break everywhere would hold when the box is widened.
 * A word that has room on the next line stays whole: on a slide, a hyphen disturbs more than a line with an empty end.
 *
 * U+2060 is left out as well: no program but LibreOffice is known to honour it, and some fonts show it as a box.
 *
 * Figures, names from facts, literals and addresses have no marks. Figures, and numbers beside their nouns, have no-break
 * spaces, which all programs honour, where a line would end within them; where there can be none, as before the unit of
 * 286.6亿元, or where a substitute has no room for both on a line, the figure begins its line by a break. The file's
 * record knows the undivided words, so that tracing reads what was composed.
 */
import { divideParagraph, mayBeParted } from './divided-paragraph.js';
import type { Paragraph, Shape, TextShape } from './model.js';
import { pointsPerInch, roomFor } from './text.js';

/** A shape as it goes into the file: hyphens where its words are divided, and no marks. */
export function divideWords(shape: Shape): Shape {
  if (shape.kind === 'text') {
    const width = innerWidth(shape);
    let spare = spareLines(shape);
    const paragraphs = shape.paragraphs.map((each) => {
      const divided = divideParagraph(each, width, spare);
      spare -= divided.begun;
      return divided.paragraph;
    });
    return { ...shape, paragraphs };
  }
  if (shape.kind !== 'table') return shape;
  const { left, right } = shape.insets;
  return {
    ...shape,
    rows: shape.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) => ({
        ...cell,
        paragraph: dividedIn(cell.paragraph, (shape.columns[index] as number) - left - right),
      })),
    })),
  };
}

/** Inches between the insets; programs keep an arrow's point and notch free of text by themselves. */
function innerWidth({ box, insets, outline, point = 0 }: TextShape): number {
  const kept = outline === 'rect' ? 0 : outline === 'homePlate' ? point / 2 : 2 * point;
  return box.w - kept - insets.left - insets.right;
}

/** Lines of the largest text that a box has room for beyond those that were measured. */
function spareLines({ box, insets, paragraphs }: TextShape): number {
  if (!paragraphs.some(({ runs }) => runs.some(mayBeParted))) return 0;
  const largest = Math.max(1, ...paragraphs.map(({ leading }) => leading));
  const free = box.h - roomFor(paragraphs, box.w, insets).height;
  return Math.max(0, Math.floor((free * pointsPerInch) / largest + 1e-6));
}

/** A paragraph that stands alone in its place. @param width inches of the box between its insets */
export const dividedIn = (paragraph: Paragraph, width: number): Paragraph =>
  divideParagraph(paragraph, width, 0).paragraph;
