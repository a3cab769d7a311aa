/**
 * Layer 2. Text as it is compared: width, composition, quotation marks and dashes folded, white space collapsed, and
 * dropped where Chinese stands beside it (typesetters put it there, and so do page breaks). Positions are kept.
 */

export interface Folded {
  readonly text: string;
  /** For each code unit of `text`, where in the original it begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const invisible = /^\p{Default_Ignorable_Code_Point}/u;
const blank = /^\s/;
/** Han, kana, and punctuation of full width. */
const wide = /^[\p{Script=Han}\u3000-\u30FF\uFF00-\uFFEF]/u;

const alike = new Map<string, string>();
for (const mark of '“”„‟«»″〝〞「」『』') alike.set(mark, '"');
for (const mark of '‘’‚‛‹›′') alike.set(mark, "'");
for (const dash of '‐‑‒–—―−') alike.set(dash, '-');

const plain = /^[!-~]$/;

export function fold(original: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let gap = false;
  let before = '';
  let at = 0;
  // A character with the marks that combine with it is composed as one.
  for (const cluster of original.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
    const start = at;
    at += cluster.length;
    if (blank.test(cluster)) {
      gap = true;
      continue;
    }
    if (invisible.test(cluster)) continue;
    const written = plain.test(cluster) ? cluster : folded(cluster);
    if (gap && text !== '' && isSpace(before, cluster)) {
      text += ' ';
      starts.push(start - 1);
      ends.push(start);
    }
    gap = false;
    before = cluster;
    text += written;
    for (let unit = 0; unit < written.length; unit++) {
      starts.push(start);
      ends.push(at);
    }
  }
  return { text, starts, ends };
}

function folded(cluster: string): string {
  const mark = alike.get(cluster);
  return mark ?? [...cluster.normalize('NFKC')].map((char) => alike.get(char) ?? char).join('');
}

/** Whether white space between two characters says anything: "15 %" and "15%" are the same to whoever prints them. */
function isSpace(before: string, after: string): boolean {
  return !wide.test(before) && !wide.test(after) && !/^[%‰％]/.test(after);
}

const numerals = /[零〇一二两三四五六七八九十百千万亿億萬兆]/;

/**
 * Where a phrase stands, from `[start, end)` in the original; not inside a longer number, as 5个 in 15个 or 百亿 in
 * 五百亿.
 */
export function occurrences(text: Folded, phrase: Folded): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const wanted = phrase.text;
  if (wanted === '') return found;
  for (let at = text.text.indexOf(wanted); at !== -1; at = text.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (cutsNumber(text.text, at) || cutsNumber(text.text, end)) continue;
    found.push({ start: text.starts[at]!, end: text.ends[end - 1]! });
  }
  return found;
}

/** Whether a number goes on across a position. */
function cutsNumber(text: string, at: number): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at]];
  if (/\d/.test(before) && /\d/.test(after)) return true;
  if (/[.,]/.test(before) && /\d/.test(after)) return /\d/.test(text[at - 2] ?? '');
  if (/\d/.test(before) && /[.,]/.test(after)) return /\d/.test(text[at + 1] ?? '');
  return numerals.test(before) && numerals.test(after);
}
