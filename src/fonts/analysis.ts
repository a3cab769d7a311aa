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
  readonly parts: Omit<Analysis, 'widths' | 'width'>;
  readonly chinese: boolean;
  readonly regular: { [face in Face]?: Measured };
  readonly bold: { [face in Face]?: Measured };
}

interface Measured extends Analysis {
  /** By the room in em, where its lines end. */
  readonly ends: Map<number, readonly LineEnd[]>;
}

/**
 * Texts by what they say, nothing else, so that nothing in here can be out of date. It is emptied when it is full: a
 * layout comes back to the texts of one slide or page, and seldom to those before.
 */
const texts = new Map<string, Known>();
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

function measured(text: string, { bold = false, face = usual }: TextStyle): Measured {
  let known = texts.get(text);
  if (!known) {
    if (texts.size >= mostTexts) texts.clear();
    known = takeApart(text);
    texts.set(text, known);
  }
  const { parts, chinese } = known;
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
    found = { ...parts, widths, width, ends: new Map() };
    inWeight[face] = found;
  }
  return found;
}

/** A text without line breaks, taken apart and measured in em. */
export const analyse = (text: string, style: TextStyle): Analysis => measured(text, style);

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
