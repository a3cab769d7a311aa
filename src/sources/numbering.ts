/** Layer 2. Numbers that headings print, and headings found by their numbers where a text marks none. */

export interface PrintedNumber {
  /** As locators name it: 01, 2.1, 三. */
  readonly number: string;
  /** Characters it takes, up to the title. */
  readonly length: number;
}

const chinese = '零〇一二三四五六七八九十百';
const patterns: readonly RegExp[] = [
  // 第三章 总则, 第2节
  new RegExp(`^第\\s?([\\d${chinese}]{1,4})\\s?[章节篇部编]\\s*`, 'u'),
  // 一、总体要求, （三）
  new RegExp(`^([${chinese}]{1,4})[、.．]\\s*`, 'u'),
  new RegExp(`^[（(]([\\d${chinese}]{1,3})[)）]\\s*`, 'u'),
  // Chapter 3, Abschnitt 2.1:
  /^(?:chapter|section|part|kapitel|abschnitt|teil)\s+(\d{1,2}(?:\.\d{1,2}){0,4})[.:)]?(?:\s+|$)/iu,
  // 01 产业根基, 2.1 Funds, 3. Talent, 4、人才
  /^§?\s?(\d{1,2}(?:\.\d{1,2}){0,4})(?:[.．)）:：]?\s+|[、．]\s*|[.）](?=\p{Script=Han})|$)/u,
  /^([IVX]{1,5})\.\s+/u,
];

/** The number with which a heading begins. */
export function printedNumber(heading: string): PrintedNumber | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(heading);
    if (found) return { number: found[1] as string, length: found[0].length };
  }
  return undefined;
}

/** Whether two section numbers are one: 01 and 1, "2.1." and 2.1. */
export function sameNumber(one: string, other: string): boolean {
  const bare = (number: string): string =>
    number
      .normalize('NFKC')
      .trim()
      .replace(/[.、]$/, '')
      .replace(/\d+/g, (digits) => String(Number(digits)));
  return bare(one) === bare(other);
}

const longestHeading = 80;
const sentence = /[.。!！?？;；,，:：]$/;

/**
 * Finds headings among the first lines of plain paragraphs by their numbers, which must follow one another: 1, 2, 2.1,
 * 2.2, 3. A line that merely begins with a number ("15 banks take part") does not.
 */
export class NumberedHeadings {
  /** The last number of each kind: "2." for 2.1, 2.2. */
  readonly #last = new Map<string, number>();
  readonly #kinds: string[] = [];

  /** @returns the level, from 1, where the line is the next heading */
  levelOf(line: string): number | undefined {
    if (line.length > longestHeading || sentence.test(line)) return undefined;
    const printed = printedNumber(line);
    if (!printed || printed.length === line.length) return undefined;
    const parts = printed.number.split('.');
    const value = countOf(parts.at(-1) as string);
    if (value === undefined) return undefined;
    // What is not the number itself tells the kind: 第…章, （…）, "… ".
    const mark = line.slice(0, printed.length).replace(printed.number, '').replace(/\s/g, '');
    const kind = `${mark}${/^\d/.test(printed.number) ? '1' : 'x'}`;
    const series = `${kind}|${parts.slice(0, -1).join('.')}`;
    const last = this.#last.get(series);
    if (value > 1 && value !== (last ?? 0) + 1) return undefined;
    if (value <= 1 && last !== undefined && parts.length === 1 && this.#kinds[0] === kind) return undefined;
    this.#last.set(series, value);
    if (!this.#kinds.includes(kind)) this.#kinds.push(kind);
    return this.#kinds.indexOf(kind) + parts.length;
  }
}

const digits = '零一二三四五六七八九';

/** 12, 十二, XII */
export function countOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[IVX]+$/.test(text)) {
    const values = [...text].map((char) => ({ I: 1, V: 5, X: 10 })[char] as number);
    return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
  }
  const tens = /^(.?)十(.?)$/.exec(text);
  if (!tens) return digits.includes(text) ? digits.indexOf(text) : undefined;
  const [, ten, one] = tens;
  return 10 * (ten ? digits.indexOf(ten) : 1) + (one ? digits.indexOf(one) : 0);
}
