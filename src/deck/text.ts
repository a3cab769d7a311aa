/**
 * Layer 3. How much room text takes. It looks as it does in Arial, and lines are balanced for that; but a reader's
 * machine may set another font, or break a line earlier. So the room set aside also holds the text in the widest usual
 * substitute, and every text that wraps, or nearly does, gets one spare line.
 */
import { noBreakSpace } from '../fonts/line-breaks.js';
import { breakLines, countLines, lastLineWidth, textWidth, unbreakableWidth } from '../fonts/measure.js';
import { type Insets, noInsets, type Paragraph, type Run } from './model.js';

export const pointsPerInch = 72;

/** Whose letters: the font that the deck names, or the widest of those that stand in for it. */
type Face = 'arial' | 'substitute';

/** Text in Arial that is fuller than this may wrap elsewhere: programs differ by a few per cent. */
const fullness = 0.94;

/** A word is given this much more than its width, lest another program tear it. */
const wordSlack = 1.02;

/** What becomes of words that are too wide, the worst last: with `Math.max`, the harm of several is that of the worst. */
export const wordHarm = { whole: 0, divided: 1, torn: 2 } as const;

export interface Room {
  /** Inches that the lines take in Arial. */
  readonly lines: number;
  /** Inches to set aside: for the lines, a spare one where they might become one more, or a substitute's lines. */
  readonly height: number;
  /** Inches by which the widest word, or part of one that may be divided, is wider than the box; 0 when all fit. */
  readonly tooWide: number;
  /** What becomes of the widest word in a substitute's letters: no fault, but better avoided. See `wordHarm`. */
  readonly torn: number;
}

/** Inches that a list's marks take from the line. */
const indentOf = ({ bullet }: Paragraph): number =>
  bullet ? (bullet.indent * (bullet.level + 1)) / pointsPerInch : 0;

interface MeasuredRuns {
  readonly text: string;
  /** With blanks for no-break spaces. */
  readonly parted: string;
  readonly bold: boolean;
  /** Whether a hyphen may end a line behind a digit. */
  readonly hyphened: boolean;
  /** Where hanzi and Latin letters or figures meet. */
  readonly seams: number;
}

const han = /\p{sc=Han}/u;
const hyphenBehindDigit = /\p{Nd}[-\u00AD]/u;
const seam = /(?<=\p{sc=Han})(?=[\p{sc=Latin}\p{Nd}])|(?<=[\p{sc=Latin}\p{Nd}])(?=\p{sc=Han})/gu;

/** By the runs, which nobody changes and which are the same at every size (see `toRuns`), as long as there are any. */
const measured = new WeakMap<readonly Run[], MeasuredRuns>();

function measuredRuns({ runs }: Paragraph): MeasuredRuns {
  let known = measured.get(runs);
  if (!known) {
    let text = '';
    for (const run of runs) text += run.breakBefore ? `\n${run.text}` : run.text;
    const seams = han.test(text) ? (text.match(seam)?.length ?? 0) : 0;
    known = {
      text,
      parted: text.replaceAll(noBreakSpace, ' '),
      bold: runs.some((run) => run.bold),
      hyphened: hyphenBehindDigit.test(text),
      seams,
    };
    measured.set(runs, known);
  }
  return known;
}

/** A paragraph with one bold run is measured as if all of it were: a little too wide, never too narrow. */
export const lineStyle = (paragraph: Paragraph, face: Face) => ({ bold: measuredRuns(paragraph).bold, face });

/** Points that a line of a paragraph has in a width in inches. */
export const roomOfLine = (paragraph: Paragraph, width: number): number =>
  Math.max(1, (width - indentOf(paragraph)) * pointsPerInch);

/** The lines of a paragraph at a width in inches. */
export function linesOf(paragraph: Paragraph, width: number, face: Face = 'arial'): string[] {
  const room = roomOfLine(paragraph, width);
  return breakLines(textOf(paragraph), room, paragraph.size, lineStyle(paragraph, face));
}

/** How many those are. */
function lineCount(paragraph: Paragraph, width: number, face: Face = 'arial'): number {
  const room = roomOfLine(paragraph, width);
  return countLines(textOf(paragraph), room, paragraph.size, lineStyle(paragraph, face));
}

/** A paragraph's text, line breaks included. */
export const textOf = (paragraph: Paragraph): string => measuredRuns(paragraph).text;

/** Inches of the widest word: a box narrower than it divides or tears the word. */
export function widestWord(paragraph: Paragraph, face: Face = 'arial'): number {
  return unbreakableWidth(textOf(paragraph), paragraph.size, lineStyle(paragraph, face)) / pointsPerInch;
}

/** Inches of the widest part of a word that is divided nowhere: a box narrower than it tears the word. */
export function widestPart(paragraph: Paragraph, face: Face = 'arial'): number {
  const style = lineStyle(paragraph, face);
  return (
    unbreakableWidth(textOf(paragraph), paragraph.size, style, { dividing: 'words and figures' }) /
    pointsPerInch
  );
}

/** Inches that LibreOffice adds where hanzi and Latin letters or figures meet: a quarter of an em at each seam. */
const seamSpace = (paragraph: Paragraph): number =>
  (measuredRuns(paragraph).seams * 0.25 * paragraph.size) / pointsPerInch;

/**
 * Room that paragraphs take in a box of a width.
 *
 * @param width inches, insets included
 */
export function roomFor(paragraphs: readonly Paragraph[], width: number, insets: Insets = noInsets): Room {
  const inner = width - insets.left - insets.right;
  let points = 0;
  let substitute = 0;
  let spare = 0;
  let tooWide = 0;
  let torn: number = wordHarm.whole;
  paragraphs.forEach((paragraph, index) => {
    const { leading } = paragraph;
    const space = index > 0 ? paragraph.spaceBefore : 0;
    const count = lineCount(paragraph, inner);
    points += count * leading + space;
    const spaced = inner - seamSpace(paragraph) / count;
    substitute += lineCount(paragraph, spaced, 'substitute') * leading + space;
    if (count > 1 || lineCount(paragraph, spaced * fullness) > 1) spare = Math.max(spare, leading);
    const wordRoom = inner - indentOf(paragraph);
    tooWide = Math.max(tooWide, widestPart(paragraph) * wordSlack - wordRoom);
    torn = Math.max(torn, harmIn(paragraph, wordRoom));
  });
  const around = insets.top + insets.bottom;
  return {
    lines: points / pointsPerInch + around,
    height: Math.max(points + spare, substitute) / pointsPerInch + around,
    tooWide: Math.max(0, tooWide),
    torn,
  };
}

/**
 * What becomes of a paragraph's words in a substitute's letters, on lines of a width in inches. A figure comes to no harm
 * where only a substitute parts it from its noun.
 */
function harmIn(paragraph: Paragraph, width: number): number {
  const { parted } = measuredRuns(paragraph);
  const words = unbreakableWidth(parted, paragraph.size, lineStyle(paragraph, 'substitute')) / pointsPerInch;
  if (Math.max(words, widestWord(paragraph)) <= width) return wordHarm.whole;
  return widestPart(paragraph, 'substitute') <= width ? wordHarm.divided : wordHarm.torn;
}

/** Inches of the whole text on one line, whatever font sets it. */
export function widthOnOneLine(paragraph: Paragraph): number {
  const lines = textOf(paragraph).split('\n');
  const style = lineStyle(paragraph, 'substitute');
  return Math.max(...lines.map((line) => textWidth(line, paragraph.size, style))) / pointsPerInch;
}

/** Whether a text surely stays on one line in Arial. */
export function fitsOneLine(paragraph: Paragraph, width: number): boolean {
  return lineCount(paragraph, width * fullness) === 1;
}

/** A last line shorter than this part of the width looks left over. */
const shortLine = 0.36;

/** How much the last lines of paragraphs look left over: 0 when none does. */
const raggedness = (paragraphs: readonly Paragraph[], width: number): number =>
  paragraphs.reduce((sum, each) => sum + shortfall(each, width), 0);

/** As bad as a last line of hardly a word: a number at the end of a line, its noun on the next (50-|Milliarden-Klasse). */
const numberParted = 0.3;
const partedNumber = /\p{Nd}-$/u;

/**
 * By what part of the width a paragraph's last line is shorter than one that does not look left over; and more where a
 * line ends amid a number and its noun.
 */
function shortfall(paragraph: Paragraph, width: number, face: Face = 'arial'): number {
  if (lineCount(paragraph, width, face) < 2) return 0;
  const room = roomOfLine(paragraph, width);
  const last = lastLineWidth(textOf(paragraph), room, paragraph.size, lineStyle(paragraph, face));
  const parted =
    measuredRuns(paragraph).hyphened &&
    linesOf(paragraph, width, face).some((line) => partedNumber.test(line));
  return Math.max(0, shortLine - last / pointsPerInch / width) + (parted ? numberParted : 0);
}

/**
 * The width at which the fewest paragraphs end in a line with a word or two: a little narrower than what is wanted, or
 * wider where there is room. The paragraphs get no more lines by it.
 *
 * @param width inches, as wanted
 * @param bounds inches that it must keep, and may take
 */
export function settledWidth(
  paragraphs: readonly Paragraph[],
  width: number,
  { least = width * 0.72, most = width }: { least?: number; most?: number } = {},
): number {
  /** In Arial, and in a substitute of a program that adds space between hanzi and figures. */
  const counts = (at: number): [number, number] => [
    paragraphs.reduce((sum, each) => sum + lineCount(each, at), 0),
    paragraphs.reduce((sum, each) => sum + lineCount(each, at - added(each), 'substitute'), 0),
  ];
  const added = (each: Paragraph): number => seamSpace(each) / lineCount(each, width);
  const [lines, substitute] = counts(width);
  const noMore = (at: number): boolean => {
    const [own, others] = counts(at);
    return own <= lines && others <= substitute;
  };
  const step = width * 0.02;
  // A paragraph with some bold words takes less room than was measured.
  const mixed = paragraphs.filter(
    ({ runs }) => runs.some((run) => run.bold) && runs.some((run) => !run.bold),
  );
  // Arial counts most; also at the width that another program leaves it.
  const score = (at: number): number =>
    raggedness(paragraphs, at) +
    raggedness(paragraphs, at * 0.96) +
    raggedness(mixed, at * 1.05) +
    paragraphs.reduce((sum, each) => sum + shortfall(each, at - added(each), 'substitute'), 0);
  const narrowest = Math.max(
    least,
    ...paragraphs.map((each) => widestWord(each, 'substitute') + indentOf(each)),
  );
  let best = width;
  let smallest = score(width);
  if (smallest === 0) return width;
  const consider = (at: number): void => {
    const ragged = score(at);
    if (ragged >= smallest - 1e-9) return;
    smallest = ragged;
    best = at;
  };
  for (let at = width - step; at >= narrowest && noMore(at); at -= step) consider(at);
  for (let at = width + step; at <= most; at += step) consider(at);
  return best;
}

/** A line of a headline ends well behind these. */
const pause = /[，、：；。！？,:;.!?–]$/;

/**
 * The width at which the lines of a headline are of about one length, or end where one would pause in reading. It takes
 * no more lines by it, whatever letters set it.
 *
 * @param width inches that it may take
 */
export function balancedWidth(headline: Paragraph, width: number): number {
  const lines = (at: number, face?: Face): string[] =>
    face ? linesOf(headline, at - seamSpace(headline), face) : linesOf(headline, at);
  const counts = (at: number): number[] => [
    lineCount(headline, at),
    lineCount(headline, at * fullness),
    lineCount(headline, at - seamSpace(headline), 'substitute'),
  ];
  const most = counts(width);
  if (Math.max(...most) === 1) return width;
  const face = most[0] === 1 ? 'substitute' : undefined;
  const narrowest = Math.max(width / 2, widestWord(headline, 'substitute'));
  let best = width;
  let paused: number | undefined;
  for (let at = width; at >= narrowest; at -= width / 100) {
    if (counts(at).some((count, index) => count > (most[index] as number))) break;
    best = at;
    const wellEnded = lines(at, face)
      .slice(0, -1)
      .every((line) => pause.test(line));
    if (wellEnded && shortfall(headline, at) === 0) paused = at;
  }
  return paused ?? best;
}
