/** Layer 3. Titles: one size for all slides of a deck where that can be, smaller only where a title needs it. */
import type { Section } from '../document/document.js';
import { paragraph, toRuns } from './inline.js';
import type { Master, Paragraph } from './model.js';
import type { Overflow } from './piece.js';
import { styles } from './style.js';
import { fitsOneLine, raggedness, roomFor } from './text.js';

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

/** A title at its master's size, or smaller where it does not fit. */
export function fitTitle(
  section: Section,
  style: 'title' | 'sectionTitle' | 'coverTitle',
  master: Master['title'],
): { paragraph: Paragraph; overflows: Overflow[] } {
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
  if (fitting) return { paragraph: withoutOrphan(fitting, least, at, box.w), overflows: [] };
  const smallest = at(least);
  const { lines, tooWide } = roomFor([smallest], box.w);
  if (lines > box.h)
    return {
      paragraph: smallest,
      overflows: [{ shape: 'Title', surplus: lines - box.h, direction: 'height' }],
    };
  return {
    paragraph: smallest,
    overflows: tooWide > 0 ? [{ shape: 'Title', surplus: tooWide, direction: 'width' }] : [],
  };
}

/** How much smaller a title may get for its last line's sake. */
const smallestPart = 0.78;

/** A little smaller, where that takes back a last line of a word or two, or fills it. */
function withoutOrphan(
  fitting: Paragraph,
  least: number,
  at: (size: number) => Paragraph,
  width: number,
): Paragraph {
  if (raggedness([fitting], width) === 0) return fitting;
  const sizes = sizesBetween(fitting.size, Math.max(least, Math.round(fitting.size * smallestPart)));
  return (
    sizes.map(at).find((each) => raggedness([each], width) + raggedness([each], width * 0.97) === 0) ??
    fitting
  );
}
