/** Layer 1. A text taken apart for line breaking and measured, once: layouts try the same text at many sizes and widths. */
import { advanceOf, type Face } from './advances.js';
import {
  clusters,
  divisionMark,
  endsQuantity,
  isBlank,
  isIdeographic,
  mayBreak,
  noBreakSpace,
} from './line-breaks.js';
import { type Analysis, type Division, type LineEnd, paragraphEnds } from './lines.js';

export interface TextStyle {
  readonly bold?: boolean | undefined;
  /** Whose Latin letters; left out: substitute, room enough for whatever the reader's machine sets. */
  readonly face?: Face | undefined;
}

/** Signs that a Chinese font sets an em wide, and Arial narrower: which is taken depends on the text around them. */
const wideInChinese = new Set('‘’“”…—·×÷±°→←↑↓≥≤≈≠‰§');
const invisible = /^(?:\p{Cc}|\p{Mn}|\p{Me}|\p{Cf}|[\u{1F3FB}-\u{1F3FF}])$/u;
const halfwidth = /[\uFF61-\uFFDC]/;
const hanzi = /\p{Script=Han}/u;
/** Text of Office files is set by the reader's machine; only what is drawn here knows its font. */
const usual: Face = 'substitute';

/** Whether a character takes no width. */
export function isZeroWidth(character: string): boolean {
  const code = character.charCodeAt(0);
  if ((code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff)) return false;
  return invisible.test(character);
}

/** Width of one code point in em. */
function widthOf(character: string, face: Face, bold: boolean, chinese: boolean): number {
  if (isZeroWidth(character)) return 0;
  if (chinese && wideInChinese.has(character)) return 1;
  if (isIdeographic(character)) return halfwidth.test(character) ? 0.5 : 1;
  const weight = bold ? 'bold' : 'regular';
  const code = character.codePointAt(0) as number;
  // A sign that neither font has is drawn by a third: an em is enough for nearly all of them.
  return advanceOf(code, face, weight) ?? advanceOf(code, 'arial', weight) ?? 1;
}

export const hyphenWidth = ({ bold = false, face = usual }: TextStyle): number =>
  widthOf('-', face, bold, false);

/** What does not depend on the letters that set a text, and what does, by face and weight. */
interface Known {
  readonly parts: Pick<Analysis, 'pieces' | 'chances' | 'divisions' | 'blanks'>;
  readonly chinese: boolean;
  readonly plain: boolean;
  readonly regular: { [face in Face]?: Measured };
  readonly bold: { [face in Face]?: Measured };
}

interface Measured extends Analysis {
  /** By the room in em, where its lines end. */
  readonly ends: Map<number, readonly LineEnd[]>;
  /** Whether a part of the text may be measured by its pieces: no sign's width depends on what stands around it. */
  readonly plain: boolean;
  /** By the kind of division, width in em of the widest piece that stays whole; see `unbreakableWidth`. */
  readonly unbreakable: Map<Dividing | undefined, number>;
}

/** Where words may be divided. */
export type Dividing = 'words' | 'words and figures';

/**
 * Texts by what they say, nothing else, so that nothing in here can be out of date. What was not asked for while an age
 * filled up is forgotten: a layout comes back to the texts of one slide or page, and the next build to those of this one.
 */
let texts = new Map<string, Known>();
let older: ReadonlyMap<string, Known> = new Map();
/** In an age. */
const mostTexts = 2000;
/** Of one text; balancing a headline tries some dozens. */
const mostRooms = 100;

function takeApart(text: string): Known {
  const pieces = clusters(text);
  const chinese = hanzi.test(text);
  const chances: boolean[] = [];
  const divisions: (Division | undefined)[] = [];
  let quantity = false;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] as string;
    const before = pieces[index - 1];
    chances.push(before !== undefined && mayBreak(pieces[index - 2], before, piece, quantity, chinese));
    divisions.push(before === undefined ? undefined : divisionBetween(pieces[index - 2], before, piece));
    quantity = endsQuantity(piece, quantity);
  }
  return {
    parts: { pieces, chances, divisions, blanks: pieces.map(isBlank) },
    chinese,
    plain: !chinese || !pieces.some((piece) => wideInChinese.has(piece)),
    regular: {},
    bold: {},
  };
}

function divisionBetween(
  beforePrevious: string | undefined,
  before: string,
  piece: string,
): Division | undefined {
  if (before === noBreakSpace && piece !== noBreakSpace) return 'blank';
  if (piece === divisionMark || before !== divisionMark) return undefined;
  return beforePrevious === divisionMark ? 'joint' : 'syllable';
}

/** What was asked for last: a text is measured several times in a row, and finding it in the map is most of the work. */
let last: { readonly text: string; readonly known: Known } | undefined;

function knownOf(text: string): Known {
  if (last?.text === text) return last.known;
  let known = texts.get(text);
  if (!known) {
    known = older.get(text) ?? takeApart(text);
    if (texts.size >= mostTexts) {
      older = texts;
      texts = new Map();
    }
    texts.set(text, known);
  }
  last = { text, known };
  return known;
}

function measured(text: string, { bold = false, face = usual }: TextStyle): Measured {
  const known = knownOf(text);
  const { parts, chinese, plain } = known;
  const inWeight = bold ? known.bold : known.regular;
  let found = inWeight[face];
  if (!found) {
    const widths: number[] = [];
    let width = 0;
    for (const piece of parts.pieces) {
      let own = 0;
      for (const character of piece) own += widthOf(character, face, bold, chinese);
      widths.push(own);
      width += own;
    }
    found = { ...parts, widths, width, plain, ends: new Map(), unbreakable: new Map() };
    inWeight[face] = found;
  }
  return found;
}

/** A text without line breaks, taken apart and measured in em. */
export const analyse = (text: string, style: TextStyle): Analysis => measured(text, style);

/** Width in em of the widest piece of a text that no line break parts, and no division of that kind. */
export function unbreakableIn(text: string, style: TextStyle, dividing: Dividing | undefined): number {
  const analysis = measured(text, style);
  let widest = analysis.unbreakable.get(dividing);
  if (widest === undefined) {
    widest = widestPiece(analysis, hyphenWidth(style), dividing);
    analysis.unbreakable.set(dividing, widest);
  }
  return widest;
}

function widestPiece(
  { pieces, widths, chances, blanks, divisions }: Analysis,
  hyphen: number,
  dividing: Dividing | undefined,
): number {
  let widest = 0;
  let used = 0;
  for (let index = 0; index < widths.length; index += 1) {
    if (chances[index] || pieces[index] === '\n') used = 0;
    else if (dividing && divisions[index] && (divisions[index] !== 'blank' || dividing !== 'words')) {
      widest = Math.max(widest, used + (divisions[index] === 'blank' ? 0 : hyphen));
      used = 0;
    }
    if (!blanks[index]) used += widths[index] as number;
    widest = Math.max(widest, used);
  }
  return widest;
}

/**
 * Width in em of the last line of a text without line breaks, the blanks at its end left out.
 * @returns undefined where the line must be measured by itself
 */
export function lastLineIn(text: string, room: number, style: TextStyle): number | undefined {
  const analysis = measured(text, style);
  if (!analysis.plain) return undefined;
  const from = endsIn(text, room, style).at(-2)?.at ?? 0;
  const { pieces, widths, blanks } = analysis;
  let end = pieces.length;
  while (end > 0 && blanks[end - 1]) end -= 1;
  let at = 0;
  let width = 0;
  for (let index = 0; index < end; index += 1) {
    if (at >= from) width += widths[index] as number;
    at += (pieces[index] as string).length;
  }
  return width;
}

/**
 * Where the lines of a text without line breaks end.
 * @param room width of a line in em
 */
export function endsIn(text: string, room: number, style: TextStyle): readonly LineEnd[] {
  const analysis = measured(text, style);
  let ends = analysis.ends.get(room);
  if (!ends) {
    if (analysis.ends.size >= mostRooms) analysis.ends.clear();
    ends = paragraphEnds(analysis, room, hyphenWidth(style));
    analysis.ends.set(room, ends);
  }
  return ends;
}
