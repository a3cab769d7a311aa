/** Layer 3. Titles: one size for all slides of a deck where that can be, smaller only where a title needs it. */
import type { Section } from '../document/document.js';
import { paragraph, toRuns } from './inline.js';
import type { Box, Master, Paragraph } from './model.js';
import type { Overflow } from './piece.js';
import { styles } from './style.js';
import { balancedWidth, fitsOneLine, roomFor } from './text.js';

/** Titles may be this small if that sets all of them on one line. */
const leastForOneLine = 24;

/** Sizes from one to another, in whole points, the largest first. */
const sizesBetween = (largest: number, least: number): number[] =>
  Array.from({ length: Math.max(1, largest - least + 1) }, (_, index) => largest - index);

/**
 * The size of a deck's titles, and how many lines their band has: one, where all titles fit on one line at a size that
 * is still a title's; else two.
 *
 * @param w inches of the band
 */
export function settleTitles(sections: readonly Section[], w: number): { size: number; lines: 1 | 2 } {
  const titles = sections.map((section) => toRuns(section.title, 'title'));
  const size = sizesBetween(styles.title.size, leastForOneLine).find((candidate) =>
    titles.every((runs) => fitsOneLine(paragraph(runs, 'title', 1, { size: candidate }), w)),
  );
  return size === undefined ? { size: styles.title.size, lines: 2 } : { size, lines: 1 };
}

/**
 * A title at its master's size, or smaller where it does not fit. Its box is the master's, narrowed so that the lines
 * are of about one length.
 */
export function fitTitle(
  section: Section,
  style: 'title' | 'sectionTitle' | 'coverTitle',
  master: Master['title'],
): { paragraph: Paragraph; box: Box; overflows: Overflow[] } {
  const { box } = master;
  const runs = toRuns(section.title, style);
  const at = (size: number): Paragraph => paragraph(runs, style, 1, { size, align: master.align });
  const room = (candidate: Paragraph, width: number): boolean => {
    const { lines, tooWide } = roomFor([candidate], width);
    return lines <= box.h && tooWide === 0;
  };
  const { least } = styles[style];
  // Where another program breaks lines a little earlier, the title must still fit.
  const fitting = sizesBetween(master.size, least)
    .map(at)
    .find((each) => room(each, box.w * 0.96));
  if (fitting) return { paragraph: fitting, box: narrowed(box, fitting), overflows: [] };
  const smallest = at(least);
  const { lines, tooWide } = roomFor([smallest], box.w);
  if (lines > box.h)
    return {
      paragraph: smallest,
      box,
      overflows: [{ shape: 'Title', surplus: lines - box.h, direction: 'height' }],
    };
  return {
    paragraph: smallest,
    box,
    overflows: tooWide > 0 ? [{ shape: 'Title', surplus: tooWide, direction: 'width' }] : [],
  };
}

/** A part of a box that stands as the text is aligned, so that lines are balanced and the text keeps its place. */
function narrowed(box: Box, title: Paragraph): Box {
  const w = balancedWidth(title, box.w);
  const part = { left: 0, center: 0.5, right: 1 }[title.align];
  return { ...box, x: box.x + (box.w - w) * part, w };
}
