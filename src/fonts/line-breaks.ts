/**
 * Layer 1. Where a line of text may end: the rules of Unicode Standard Annex 14 that English, German and Chinese
 * business text needs, with kinsoku (the characters that may not begin or end a line) as GB/T 15834 has it.
 */

/** Blanks a line may end at; they hang over the edge. No-break space, figure space and narrow no-break space are none. */
const breakingBlank = /^[\t \u1680\u2000-\u2006\u2008-\u200B\u205F\u3000]$/;
/** Characters set between which a line may end without a blank: hanzi, kana, hangul, fullwidth and CJK signs. */
const ideographic =
  /[\u2E80-\u303F\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const neverFirst = new Set(
  '，。、；：！？）》〉」』】〕〗］｝”’…—％‰℃·・ー々〜～－％｡､,.;:!?)]}%»›–~/\u2019\u201D\u2013\u2025\u2026\u2030\u2032\u2033°',
);
const neverLast = new Set('（《〈「『【〔〖［｛“‘([{«‹¥￥$€£＄￡#＃§№');
/** Scale words and units that stay with the digits before them: 286.6亿元, 17万人, 2026年, 千亿级 after a digit. */
const afterDigits = new Set('十百千万亿兆元级個个家只支项座所人名位年月日倍成期条轮次届亩米吨度');
const hyphen = new Set('-\u2010\u2013\u2014');
const letterOrDigit = /[\p{L}\p{N}]/u;
const digit = /\p{Nd}/u;
const joiner = /[\u00A0\u202F\u2007\u2060\uFEFF]/;
/** What never stands alone: combining marks (variation selectors among them), joiners, skin tones. */
const clinging = /^(?:\p{M}|\u200C|\u200D|[\u{1F3FB}-\u{1F3FF}])$/u;

/**
 * Marks in a word where it may be divided, with a hyphen at the end of the line: one at a syllable, two at the joint of
 * a compound, which is preferred. A mark takes no room and is never printed.
 */
export const divisionMark = '\u00AD';

/** Keeps a figure and its unit on one line, as long as a line has room for both. */
export const noBreakSpace = '\u00A0';

// Most characters are told by their number alone, which is far quicker than asking an expression.
export function isBlank(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x1680) return character === ' ' || character === '\t';
  return code <= 0x3000 && breakingBlank.test(character);
}

export function isIdeographic(character: string): boolean {
  if (character.length > 1) return ideographic.test(character);
  const code = character.charCodeAt(0);
  return code >= 0x2e80 && ((code >= 0x4e00 && code <= 0x9fff) || ideographic.test(character));
}

function clings(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0x300 && (code < 0x4e00 || code > 0x9fff) && clinging.test(character);
}

const isPlain = (character: string): boolean => character.length === 1 && character.charCodeAt(0) < 0xa0;
const holdsJoiner = (character: string): boolean => !isPlain(character) && joiner.test(character);
const holdsDigit = (character: string): boolean =>
  isPlain(character) ? character >= '0' && character <= '9' : digit.test(character);

/** The text in pieces that are never torn apart: a character with its marks. Their concatenation is the text. */
export function clusters(text: string): string[] {
  const found: string[] = [];
  let joined = false;
  for (const character of text) {
    if (found.length > 0 && (joined || clings(character))) found[found.length - 1] += character;
    else found.push(character);
    joined = character === '\u200D';
  }
  return found;
}

/**
 * Whether a line may end between two neighbouring clusters.
 *
 * @param quantity whether `before` ends a run of digits and their scale words (see `endsQuantity`)
 * @param chinese whether the text has hanzi: its quotation marks then open and close as other brackets do
 */
export function mayBreak(
  beforePrevious: string | undefined,
  before: string,
  after: string,
  quantity: boolean,
  chinese = false,
): boolean {
  if (isBlank(after)) return false;
  if (isBlank(before)) return true;
  if (holdsJoiner(before) || holdsJoiner(after)) return false;
  if (neverLast.has(before) || neverFirst.has(after)) return false;
  if (hyphen.has(before)) {
    // "high-tech" may be parted, "-5", "2024–2025" and "A -B" may not; a Chinese dash is followed by hanzi.
    if (isIdeographic(after) || (before === '—' && beforePrevious === '—')) return true;
    return beforePrevious !== undefined && letterOrDigit.test(beforePrevious) && /\p{L}/u.test(after);
  }
  if (quantity && afterDigits.has(after)) return false;
  if (chinese && (after === '“' || before === '”')) return true;
  return isIdeographic(before) || isIdeographic(after);
}

/** Whether digits, with the scale words and unit after them so far, end with this cluster. */
export function endsQuantity(before: string, quantity: boolean): boolean {
  return holdsDigit(before) || (quantity && afterDigits.has(before));
}
