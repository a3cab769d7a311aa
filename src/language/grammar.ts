/**
 * What a language gives to the reader in `read.ts`: word tables, the shape of its numerals, and what looks like a
 * figure and is none. All matching is done on folded text (`fold.ts`), so words are written in lower case here.
 */
import type { Qualifier, Quantity, Unit } from '../facts/schema.js';
import type { ReadAmount } from './decimal.js';
import { fold } from './fold.js';

/** A number as printed, scale word included. */
export interface Numeral extends ReadAmount {
  readonly end: number;
  /** Set between digits and scale, or behind it: 50余, 250余万, 3亿多. */
  readonly hedge?: Qualifier | undefined;
  /** Power of ten of its scale word; undefined where it has none and may take that of a range's upper bound. */
  readonly scale?: number | undefined;
  /** Spelt out, so that it is a figure only with a unit, a noun or a scale: two, 三, zwei. */
  readonly spelt?: boolean | undefined;
  /** A scale word alone: 近百家, 千亿级. A figure only with a hedge or as a class. */
  readonly scaleAlone?: boolean | undefined;
  /** Why it cannot be relied on: "two and a third million". */
  readonly problem?: string | undefined;
}

/** `exponent`: what the unit stands for beyond the one it is kept in, MW being 10^3 kW. */
export interface UnitReading {
  readonly unit: Unit;
  readonly exponent?: number | undefined;
}

/** A figure in words, which has no numeral: a third, 四成, verdoppelt. */
export interface Special {
  /** Sticky. */
  readonly pattern: RegExp;
  read(match: RegExpExecArray): SpecialFigure | undefined;
}
export interface SpecialFigure {
  readonly amount: string;
  readonly unit: Unit;
  readonly per?: Quantity['per'];
  readonly hedge?: Qualifier;
}

export interface NumberWords {
  /** Powers of ten. */
  readonly scales: WordTable<number>;
  /** Numbers in words: two, zwölf, two and a half. */
  readonly spelt: WordTable<string>;
  /** One, which is an article as well, and half: numbers before a scale word only. */
  readonly articles: WordTable<string>;
}

export interface Grammar {
  /** Words are set off by blanks (latin), or not (han). */
  readonly spaced: boolean;
  /** Characters that a figure in words can begin with, as in a class of a regular expression; digits are always tried. */
  readonly starts: string;
  /** @param raw the text before folding, for blanks that group digits */
  numeral(text: string, at: number, raw: string): Numeral | undefined;
  /** Words for numbers, where a text that has none of them and no digit holds no figure but the special ones. */
  readonly numberWords?: NumberWords;
  /**
   * Numbers above ten in words, whatever stands behind them: fifty, zehnfach, vingt et une. Global, on the text as typed. A
   * figure for whoever looks for what was typed; for the reader only with a unit, a noun or a scale.
   */
  readonly inWords?: RegExp;
  /** Characters of spelt numerals where no blanks part words. */
  readonly runChars?: string;
  readonly specials: readonly Special[];
  /** Sticky patterns of what is no figure: dates, times, ordinals, places in a document. */
  readonly skips: readonly RegExp[];
  readonly hedgesBefore: WordTable<Hedging>;
  readonly hedgesAfter: WordTable<Hedging>;
  /** Whether the hedge word that begins at `at` belongs to another word: 签约, 最近. */
  hedgeBarred?(text: string, at: number, word: string, unit: Unit | undefined): boolean;
  /** Currencies set before the number. */
  readonly before: WordTable<UnitReading>;
  readonly after: WordTable<UnitReading>;
  /** Units that the fact model does not have; said rather than taken for a noun. */
  readonly foreign: WordTable<true>;
  readonly classes: WordTable<true>;
  /** Where the class goes before its figure: classe des 100 milliards, Klasse von 100 Milliarden. */
  readonly classesBefore?: WordTable<true>;
  /** A minus in words at the end of what stands before a number or its currency: "minus ", 负. */
  readonly minus?: RegExp;
  /**
   * Sticky; a half behind a unit: trois ans et demi, 两倍半. By its groups: `word`, none at all; `foreign`, of a unit that facts
   * are not kept in; `half`; or not to be told.
   */
  readonly halfBehind?: RegExp;
  /** At the end of what stands before a figure: makes a multiple, a part or an ordinal of it. twice, doppelt so viele, 第. */
  readonly multiplied?: RegExp;
  readonly rangeTo: WordTable<true>;
  /** "between 5 and 10" */
  readonly between?: { readonly open: string; readonly and: readonly string[] };
  /** Ends what stands before "from 5 to 10": two figures, since it may as well be a change. */
  readonly changeFrom?: RegExp;
  /**
   * Set after the figure: per, je, /. Words with other uses are kept to "42 doctors … 100,000 people": `people` stands
   * before people only (pour), `things-to-people` also behind things only (auf: "stieg um 15 % auf 100.000 Einwohner").
   */
  readonly per: WordTable<PerWord>;
  /** A whole rate behind the figure: a year, per capita. */
  readonly perPhrase: WordTable<NonNullable<Quantity['per']>>;
  /** Set before the base of a rate that goes before its figure: 每10万人42个; `whole` being 人均. */
  readonly perBefore?:
    | {
        readonly open?: string;
        readonly filler: RegExp;
        /** With its base, or the name of a base that facts are not kept in: 日均 is a day's. */
        readonly whole: WordTable<NonNullable<Quantity['per']> | string>;
      }
    | undefined;
  /** Looked for around a percentage, within its clause. */
  readonly bases: readonly (readonly [word: string, basis: NonNullable<Quantity['basis']>])[];
  readonly decline: Decline;
  /** Words that are no noun of what is counted: of, and, in. */
  readonly notNouns: ReadonlySet<string>;
  /** Words before four digits that make them a year even where a noun follows: "in 2024 companies …". */
  readonly beforeYear: ReadonlySet<string>;
}

/** Words that tell of a decline, beside a percentage in its clause. */
export interface Decline {
  /** The end of what stands before the figure and its hedge: "fell in 2024 by ". */
  readonly before: RegExp;
  /** The beginning of what stands behind it; some words need another before it: "ging … zurück". */
  after(before: string): RegExp;
  /** Sticky; how a figure begins that is a level and no change: "below 5%". */
  readonly level: RegExp;
}

/** `unclear`: a hedge that is said of more and of less, as "barely 300" is, and "gegen 300". */
export type Hedging = Qualifier | 'unclear';

export type PerWord = 'any' | 'people' | 'things-to-people';

/** Words with their meanings, found longest first. */
export interface WordTable<T> {
  readonly words: readonly string[];
  /** The longest word that begins at `at`. */
  from(text: string, at: number): { readonly word: string; readonly value: T } | undefined;
  /** The longest word that ends before `end`. */
  until(text: string, end: number): { readonly word: string; readonly value: T } | undefined;
}

/**
 * @param entries in lower case
 * @param bounded whether a word that begins or ends with a letter must not touch another letter or digit there; before
 *   numbers: letters only, since RMB28 is written too
 */
export function wordTable<T>(
  entries: Iterable<readonly [string, T]>,
  bounded: boolean | 'before numbers',
): WordTable<T> {
  const first = new Map<string, [string, T][]>();
  const last = new Map<string, [string, T][]>();
  const longestFirst = [...entries]
    .map(([word, value]) => [fold(word), value] as const)
    .sort(([a], [b]) => b.length - a.length);
  for (const [word, value] of longestFirst) {
    for (const [index, key] of [
      [first, word[0]],
      [last, word.at(-1)],
    ] as const) {
      if (key === undefined) continue;
      const list = index.get(key);
      if (list) list.push([word, value]);
      else index.set(key, [[word, value]]);
    }
  }
  const behind = bounded === 'before numbers' ? letter : /[\p{L}\p{N}²³]/u;
  const free = (inside: string, outside: string | undefined, otherwise: RegExp): boolean =>
    bounded === false || outside === undefined || !isLetter(inside) || !otherwise.test(outside);
  return {
    words: longestFirst.map(([word]) => word),
    from(text, at) {
      for (const [word, value] of first.get(text[at] ?? '') ?? []) {
        if (text.startsWith(word, at) && free(word.at(-1)!, text[at + word.length], behind)) {
          return { word, value };
        }
      }
      return undefined;
    },
    until(text, end) {
      for (const [word, value] of last.get(text[end - 1] ?? '') ?? []) {
        const at = end - word.length;
        if (at >= 0 && text.startsWith(word, at) && free(word[0]!, text[at - 1], letterOrNumber)) {
          return { word, value };
        }
      }
      return undefined;
    },
  };
}

export function isLetter(char: string | undefined): boolean {
  return char !== undefined && letter.test(char);
}
const letter = /\p{L}/u;
const letterOrNumber = /[\p{L}\p{N}]/u;

/** Pairs for a table in which many words mean one thing: `['about', 'about around roughly']`, split at commas. */
export function synonyms<T>(lists: readonly (readonly [value: T, words: string])[]): [string, T][] {
  return lists.flatMap(([value, words]) => words.split(',').map((word): [string, T] => [word.trim(), value]));
}
