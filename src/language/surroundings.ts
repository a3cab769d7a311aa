/** What stands around a numeral: unit, class, hedges and rate behind it; sign, currency and hedges before it. */
import type { Qualifier, Quantity, Unit } from '../facts/schema.js';
import { minusSign, type ReadAmount, shiftPoint } from './decimal.js';
import {
  type Grammar,
  type Hedging,
  isLetter,
  type Numeral,
  type UnitReading,
  type WordTable,
} from './grammar.js';

export type Per = NonNullable<Quantity['per']>;

/** What stands behind a numeral. */
export interface Right {
  readonly end: number;
  readonly unit?: UnitReading | undefined;
  /** The unit is a noun that the language's tables do not hold: companies, Ärzte. */
  readonly noun: boolean;
  /** A word for a number and nothing behind it: three, 三. A figure only as a bound or with a hedge. */
  readonly bare: boolean;
  readonly tier: boolean;
  readonly hedges: readonly Qualifier[];
  /** A hedge that can be taken in two ways. */
  readonly unclear?: string | undefined;
  /** A half more of the unit: trois ans et demi. `unclear`: of what is not to be told. */
  readonly half?: 'half' | 'unclear' | undefined;
  readonly per?: Per | undefined;
  /** A unit that the fact model lacks, of the figure or of its rate. */
  readonly foreign?: string | undefined;
}

/** A rate behind a figure. */
export interface Rate {
  readonly per?: Per;
  readonly foreign?: string;
  readonly end: number;
}

/** What stands before a numeral. */
export interface Left {
  readonly start: number;
  readonly negative: boolean;
  readonly currency?: UnitReading | undefined;
  readonly hedges: readonly Qualifier[];
  readonly unclear?: string | undefined;
}

const isoCurrencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const asciiLetter = /[a-z]/;
const nounPattern = /^[ -]?(\p{L}[\p{L}\p{M}'’]+(?:-\p{L}[\p{L}\p{M}]*)*)/u;

export class Surroundings {
  readonly #grammar: Grammar;
  readonly #raw: string;
  readonly #text: string;

  /** @param text the raw text folded */
  constructor(grammar: Grammar, raw: string, text: string) {
    this.#grammar = grammar;
    this.#raw = raw;
    this.#text = text;
  }

  /** The longest word of a table at a position, or behind the blank or hyphen that stands there. */
  near<T>(table: WordTable<T>, at: number): { value: T; word: string; end: number } | undefined {
    for (let gap = 0; gap <= 2; gap++) {
      const found = table.from(this.#text, at + gap);
      if (found) return { ...found, end: at + gap + found.word.length };
      const next = this.#text[at + gap];
      if (next !== ' ' && !(gap === 0 && next === '-' && this.#grammar.spaced)) return undefined;
    }
    return undefined;
  }

  #unitAfter(at: number): { value: UnitReading; end: number } | undefined {
    const found = this.near(this.#grammar.after, at);
    if (found) return found;
    const gap = this.#text[at] === ' ' || this.#text[at] === '-' ? 1 : 0;
    const code = this.#raw.slice(at + gap, at + gap + 3);
    const end = at + gap + 3;
    if (!isoCurrencies.has(code) || /[\p{Ll}\p{Lu}\d]/u.test(this.#raw[end] ?? '')) return undefined;
    return { value: { unit: code }, end };
  }

  right(numeral: Numeral): Right | undefined {
    const hedges: Qualifier[] = numeral.hedge ? [numeral.hedge] : [];
    let unclear: string | undefined;
    let { end } = numeral;
    const takeHedge = (from = end): void => {
      const found = this.hedgeAfter(from);
      if (!found) return;
      if (found.value === 'unclear') unclear = found.word;
      else hedges.push(found.value);
      end = found.end;
    };
    takeHedge();
    const known = this.#unitAfter(end);
    const lacking = this.near(this.#grammar.foreign, end);
    // 个月 are months, though 个 counts things.
    const foreign = lacking && lacking.end > (known?.end ?? 0) ? lacking : undefined;
    const unit = foreign ? undefined : known;
    end = (unit ?? foreign)?.end ?? end;
    if (!unit && !foreign && this.#isGlued(end)) return undefined;
    const half = unit && this.#halfBehind(end);
    if (half) end = half.end;
    const tier = this.near(this.#grammar.classes, end);
    if (tier) end = tier.end;
    takeHedge();
    let noun = false;
    let nounEnd = end;
    if (!unit && !foreign && !tier) {
      const found = this.#nounEnd(end);
      if (found !== undefined) {
        noun = true;
        nounEnd = found;
        takeHedge(nounEnd);
      }
    }
    const rate = foreign
      ? undefined
      : (this.#rateAfter(end, unit?.value.unit) ?? (noun ? this.#rateAfterWords(nounEnd) : undefined));
    if (rate) end = rate.end;
    if (tier && !this.#grammar.spaced && !unit && (numeral.scale ?? 0) < 2) return undefined;
    const scaled = (numeral.scale ?? 0) >= (this.#grammar.spaced ? 2 : 4);
    return {
      end,
      unit: unit?.value ?? (noun ? { unit: 'count' } : undefined),
      noun,
      bare: numeral.spelt === true && !unit && !tier && !noun && !scaled,
      tier: tier !== undefined,
      hedges,
      unclear,
      half: half?.value === 'foreign' ? undefined : half?.value,
      per: rate?.per,
      foreign: foreign?.word ?? (half?.value === 'foreign' ? half.word : rate?.foreign),
    };
  }

  /** The hedge behind a figure; not the one before the next: "300 Mio. Euro, mindestens 5 Jahre", "5% and more than 300". */
  hedgeAfter(at: number): { value: Hedging; word: string; end: number } | undefined {
    const found = this.near(this.#grammar.hedgesAfter, at);
    if (!found) return undefined;
    const last = found.end - found.word.length + found.word.lastIndexOf(' ') + 1;
    const before = this.#grammar.hedgesBefore.from(this.#text, last);
    if (!before) return found;
    const isLonger = last + before.word.length > found.end;
    return isLonger || this.#numberFollows(found.end) ? undefined : found;
  }

  #numberFollows(at: number): boolean {
    const next = this.#text.slice(at, at + 3).replace(/^ ?[$€£¥]?/, '')[0];
    return next !== undefined && (/\d/.test(next) || this.#grammar.runChars?.includes(next) === true);
  }

  #halfBehind(at: number): { value: 'half' | 'foreign' | 'unclear'; word: string; end: number } | undefined {
    const { halfBehind } = this.#grammar;
    if (!halfBehind || at >= this.#text.length) return undefined;
    halfBehind.lastIndex = at;
    const match = halfBehind.exec(this.#text);
    if (!match || match.groups?.word !== undefined) return undefined;
    const { foreign, half } = match.groups ?? {};
    const value = half !== undefined ? 'half' : foreign !== undefined ? 'foreign' : 'unclear';
    return { value, word: match[0], end: halfBehind.lastIndex };
  }

  /** 14th, 5G: letters that touch a number make it part of a name. */
  #isGlued(end: number): boolean {
    const next = this.#text[end] ?? '';
    if (!this.#grammar.spaced) return asciiLetter.test(next);
    return isLetter(next) && !/['’]/.test(this.#text[end - 1] ?? '');
  }

  #nounEnd(at: number): number | undefined {
    if (!this.#grammar.spaced) return undefined;
    const match = nounPattern.exec(this.#text.slice(at, at + 60));
    return match && !this.#grammar.notNouns.has(match[1]!) ? at + match[0].length : undefined;
  }

  /** "per 100,000 people", "/km²", "a year" */
  #rateAfter(at: number, own?: Unit): Rate | undefined {
    const phrase = this.near(this.#grammar.perPhrase, at);
    if (phrase) return { per: phrase.value, end: phrase.end };
    const word = this.near(this.#grammar.per, at);
    if (!word) return undefined;
    const lacking = this.near(this.#grammar.foreign, word.end);
    const base = this.base(word.end);
    if (lacking && lacking.end >= (base?.end ?? 0)) return { foreign: lacking.word, end: lacking.end };
    if (word.value === 'any') return base;
    const toPeople = base?.per.unit === 'people';
    const ofThings = own !== 'people' && own !== 'percent';
    return toPeople && (ofThings || word.value === 'people') ? base : undefined;
  }

  /** Whether "per 100,000 inhabitants" stands there, which is a base and no figure itself. */
  isBase(start: number, unit: Unit | undefined): boolean {
    if (unit !== 'people') return false;
    const end = this.#text[start - 1] === ' ' ? start - 1 : start;
    return this.#grammar.per.until(this.#text, end) !== undefined;
  }

  /** "42 physicians in training per 100,000 people": a few words between. */
  #rateAfterWords(at: number): Rate | undefined {
    let end: number | undefined = at;
    for (let words = 0; words < 4 && end !== undefined; words++) {
      const rate = this.#rateAfter(end);
      if (rate) return rate;
      end = this.#nounEnd(end);
    }
    return undefined;
  }

  /** What a rate is counted on: 10万人, 100,000 people, year, RMB 10,000. */
  base(from: number): { per: Per; end: number } | undefined {
    const { text, at, currency } = this.leading(from);
    const numeral = this.#grammar.numeral(text, at, this.#raw);
    const end = numeral?.end ?? at;
    const unit = this.#unitAfter(end);
    const nounEnd = unit || currency ? undefined : this.#nounEnd(end);
    if (!unit && !currency && nounEnd === undefined && !numeral) return undefined;
    const reading = currency ?? unit?.value ?? { unit: 'count' };
    if (reading.exponent && !numeral) return undefined;
    const { amount } = shifted(numeral ?? { amount: '1' }, reading);
    return { per: { amount, unit: reading.unit }, end: unit?.end ?? nounEnd ?? end };
  }

  /** Sign and currency that stand before a number, read forwards. */
  leading(from: number): { text: string; at: number; negative: boolean; currency?: UnitReading } {
    const text = this.#text;
    let at = from;
    let negative = false;
    let currency: UnitReading | undefined;
    for (let step = 0; step < 5; step++) {
      if (text[at] === ' ') at++;
      else if (!negative && (text[at] === minusSign || text[at] === '-' || text[at] === '\u2013')) {
        negative = true;
        at++;
      } else {
        const found = currency ? undefined : this.#grammar.before.from(text, at);
        const code = this.#raw.slice(at, at + 3);
        if (found) {
          currency = found.value;
          at += found.word.length;
        } else if (!currency && isoCurrencies.has(code) && /[\s\d]/.test(this.#raw[at + 3] ?? '')) {
          currency = { unit: code };
          at += 3;
        } else break;
      }
    }
    return { text, at, negative, ...(currency ? { currency } : {}) };
  }

  left(at: number, limit: number, unit: Unit | undefined): Left {
    const text = this.#text;
    let start = at;
    let negative = false;
    let currency: UnitReading | undefined;
    let unclear: string | undefined;
    const hedges: Qualifier[] = [];
    for (let step = 0; step < 6; step++) {
      const minus = negative ? 0 : this.#minusBefore(start, limit);
      if (minus > 0) {
        negative = true;
        start -= minus;
        continue;
      }
      let end = start;
      while (end > limit && start - end < 2 && text[end - 1] === ' ') end--;
      const money = currency ? undefined : (this.#grammar.before.until(text, end) ?? this.#codeUntil(end));
      if (money && end - money.word.length >= limit) {
        currency = money.value;
        start = end - money.word.length;
        continue;
      }
      const hedge = this.#grammar.hedgesBefore.until(text, end);
      if (!hedge || end - hedge.word.length < limit) break;
      if (this.#grammar.hedgeBarred?.(text, end - hedge.word.length, hedge.word, unit)) break;
      if (hedge.value === 'unclear') unclear = hedge.word;
      else hedges.push(hedge.value);
      start = end - hedge.word.length;
    }
    if (this.#isLongDash(start - 1)) unclear = '—';
    return { start, negative, currency, hedges, unclear };
  }

  #codeUntil(end: number): { word: string; value: UnitReading } | undefined {
    const word = this.#raw.slice(Math.max(0, end - 3), end);
    if (!isoCurrencies.has(word) || /[A-Za-z\d]/.test(this.#raw[end - 4] ?? '')) return undefined;
    return { word, value: { unit: word } };
  }

  /** Whether the class is named before the figure: "classe des 100 milliards". The position where its name begins. */
  classBefore(start: number, limit: number): number | undefined {
    const end = this.#text[start - 1] === ' ' ? start - 1 : start;
    const found = this.#grammar.classesBefore?.until(this.#text, end);
    return found && end - found.word.length >= limit ? end - found.word.length : undefined;
  }

  /** How long a minus, sign or word, stands right before a position. */
  #minusBefore(start: number, limit: number): number {
    if (start > limit && this.#isMinus(start - 1, limit)) return 1;
    const before = this.#text.slice(Math.max(limit, start - 32), start);
    return this.#grammar.minus?.exec(before)?.[0].length ?? 0;
  }

  /** A hyphen or dash is a minus only where nothing before it could be a range's lower bound or the head of a compound. */
  #isMinus(at: number, limit: number): boolean {
    const char = this.#text[at];
    if (char === minusSign) return true;
    if (char !== '-' && char !== '\u2013') return false;
    // "Growth – 3.5% of it abroad": with a blank behind it, a dash parts words. Behind a figure it ended no range.
    if (char === '\u2013' && (this.#text[at + 1] === ' ' || this.#follows(at, limit))) return false;
    const before = this.#text[at - 1];
    if (before === undefined || /[\s(（:：>≥<≤~$€£¥]/.test(before)) return true;
    return !this.#grammar.spaced && at > limit && /\p{Script=Han}/u.test(before);
  }

  /** —3.5: a minus to some typesetters, and a dash to others. Chinese has two of them, ——, before what follows. */
  #isLongDash(at: number): boolean {
    const text = this.#text;
    return text[at] === '\u2014' && text[at + 1] !== ' ' && (at === 0 || /[\s(（:：]/.test(text[at - 1]!));
  }

  /** Whether only blanks part a position from the figure before it. */
  #follows(at: number, limit: number): boolean {
    return limit > 0 && this.#text.slice(limit, at).trim() === '';
  }
}

/** An amount counted in what its unit stands for: 50 MW are 50000 kW. */
export function shifted(read: ReadAmount, unit: UnitReading | undefined): ReadAmount {
  const exponent = unit?.exponent ?? 0;
  const { amount, significantDigits } = shiftPoint(read.amount, exponent);
  const digits = significantDigits ?? read.significantDigits;
  return digits === undefined ? { amount } : { amount, significantDigits: digits };
}
