/** Layer 2. A source as locators speak of it: headings, and the paragraphs counted below them. */
import type { Locator } from '../facts/schema.js';
import { type Folded, fold } from './fold.js';
import { NumberedHeadings, printedNumber, sameNumber } from './numbering.js';

/** What the readers of the formats give: the text in its order, white space as it may come. */
export interface Block {
  readonly text: string;
  /** Of a heading, from 1; a paragraph has none. */
  readonly level?: number | undefined;
}

export interface Passage {
  readonly text: string;
  readonly folded: Folded;
  /** Of a heading. */
  readonly heading?: { readonly level: number; readonly number?: string | undefined } | undefined;
  /** Characters of the number that a heading prints. */
  readonly numberLength: number;
  /** How a locator names it, by the innermost section. */
  readonly locator: Locator;
}

export interface SourceDocument {
  readonly passages: readonly Passage[];
  /** Index of the first heading that begins a section. */
  readonly sectionsFrom: number;
}

/** Where an article begins and ends in its copy. */
export interface Extent {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** @returns the document, and which of the marks were not found in it */
export function makeDocument(
  blocks: readonly Block[],
  extent: Extent = {},
): { document: SourceDocument; missing: (keyof Extent)[] } {
  const texts = blocks
    .map((block) => ({ ...block, text: block.text.trim() }))
    .filter(({ text }) => text !== '');
  const has = ({ text }: Block, words: string): boolean => fold(text).text.includes(fold(words).text);
  const { from, until } = extent;
  const begin = from === undefined ? 0 : texts.findIndex((block) => has(block, from));
  const start = Math.max(begin, 0);
  const end =
    until === undefined ? texts.length : texts.findIndex((block, at) => at > start && has(block, until));
  const missing: (keyof Extent)[] = [];
  if (begin === -1) missing.push('from');
  if (end === -1) missing.push('until');
  return { document: numbered(withHeadings(texts.slice(start, end === -1 ? texts.length : end))), missing };
}

/** Where no heading is marked, the numbered lines are taken for headings. */
function withHeadings(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ level }) => level !== undefined)) return blocks;
  const headings = new NumberedHeadings();
  return blocks.flatMap(({ text }) => {
    const [first = '', ...rest] = text.split('\n');
    const level = headings.levelOf(first.trim());
    if (level === undefined) return [{ text }];
    return [{ text: first.trim(), level }, ...(rest.length > 0 ? [{ text: rest.join('\n') }] : [])];
  });
}

function numbered(blocks: readonly Block[]): SourceDocument {
  const sectionsFrom = firstSection(blocks);
  const own = blocks.map(({ text, level }) => (level === undefined ? undefined : printedNumber(text)));
  const counted = own.some((number, at) => number && at >= sectionsFrom) ? undefined : new Counter();
  let section: string | undefined;
  let paragraph = 0;
  const passages = blocks.map(({ text, level }, at): Passage => {
    const folded = fold(text);
    if (level === undefined) {
      paragraph += 1;
      return { text, folded, numberLength: 0, locator: { ...(section && { section }), paragraph } };
    }
    const number = own[at]?.number ?? (at >= sectionsFrom ? counted?.next(level) : undefined);
    if (at >= sectionsFrom) {
      section = number ?? text.slice(0, 40);
      paragraph = 0;
    }
    const heading = { level, number };
    return { text, folded, heading, numberLength: own[at]?.length ?? 0, locator: section ? { section } : {} };
  });
  return { passages, sectionsFrom };
}

/** Headings of the top level begin sections, unless there is one alone before all others: the title. */
function firstSection(blocks: readonly Block[]): number {
  const headings = blocks.flatMap(({ level, text }, at) =>
    level === undefined ? [] : [{ level, text, at }],
  );
  const [first, second] = headings;
  if (!first) return blocks.length;
  const alone = headings.filter(({ level }) => level <= first.level).length === 1;
  return alone && !printedNumber(first.text) ? (second?.at ?? blocks.length) : first.at;
}

/** Numbers headings that print none, as word processors do: 1, 1.1, 1.2, 2. */
class Counter {
  readonly #open: { level: number; count: number }[] = [];

  next(level: number): string {
    let count = 0;
    for (let last = this.#open.at(-1); last && last.level >= level; last = this.#open.at(-1)) {
      this.#open.pop();
      count = last.count;
    }
    this.#open.push({ level, count: count + 1 });
    return this.#open.map((one) => one.count).join('.');
  }
}

/**
 * Indices of the passages that a locator names: a heading where it names no paragraph, and the text before the first
 * section where it names no section. More than one where a number stands twice; none where there is no such place.
 */
export function passagesAt({ passages, sectionsFrom }: SourceDocument, locator: Locator): number[] {
  const { section, paragraph } = locator;
  if (section === undefined) {
    const before = range(0, sectionsFrom);
    return paragraph === undefined
      ? before
      : before.filter((at) => passages[at]!.locator.paragraph === paragraph);
  }
  return sectionsNamed({ passages, sectionsFrom }, section).flatMap((heading) => {
    if (paragraph === undefined) return [heading];
    // Paragraphs of deeper sections are counted on, their headings left out.
    const { level } = passages[heading]!.heading!;
    const next = passages.findIndex((one, at) => at > heading && one.heading && one.heading.level <= level);
    const inside = range(heading + 1, next === -1 ? passages.length : next);
    return inside.filter((at) => !passages[at]!.heading).slice(paragraph - 1, paragraph);
  });
}

/** Indices of the headings with this number, or beginning with these words. */
export function sectionsNamed({ passages, sectionsFrom }: SourceDocument, section: string): number[] {
  const headings = range(sectionsFrom, passages.length).filter((at) => passages[at]!.heading);
  const byNumber = headings.filter((at) => {
    const number = passages[at]!.heading?.number;
    return number !== undefined && sameNumber(number, section);
  });
  if (byNumber.length > 0) return byNumber;
  const words = fold(section).text;
  const named = (text: string): boolean =>
    text.startsWith(words) &&
    !/^[\p{L}\p{N}]/u.test(/\p{Script=Han}$/u.test(words) ? '' : text.slice(words.length));
  return headings.filter((at) => {
    const { text, folded, numberLength } = passages[at]!;
    return named(folded.text) || named(fold(text.slice(numberLength)).text);
  });
}

/** The numbers of all sections, for a message. */
export function sectionNumbers({ passages, sectionsFrom }: SourceDocument): string[] {
  return passages
    .slice(sectionsFrom)
    .flatMap(({ heading, locator }) => (heading ? [locator.section ?? ''] : []));
}

/** "section 03, paragraph 2", "the heading of section 04", "paragraph 1" */
export function placeInWords({ section, paragraph }: Locator): string {
  if (paragraph === undefined)
    return section === undefined ? 'the text before the first section' : `the heading of section ${section}`;
  return section === undefined ? `paragraph ${paragraph}` : `section ${section}, paragraph ${paragraph}`;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
