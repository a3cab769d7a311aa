/**
 * One scanner for all languages, driven by their grammars: it finds a numeral, walks right over unit, class, trailing
 * hedges and rate, left over sign, currency and leading hedges, and joins two bounds to a range. Every step looks at a
 * bounded stretch of text, so the time is linear in its length.
 */
import { Decimal } from 'decimal.js';
import type { Qualifier, Quantity, Unit } from '../facts/schema.js';
import { minusSign, type ReadAmount, shiftPoint } from './decimal.js';
import type { Figure, ReadFigure } from './figure.js';
import { fold } from './fold.js';
import { type Grammar, isLetter, type Numeral, type UnitReading, type WordTable } from './grammar.js';
import { combineHedges } from './hedges.js';
import { endOfRun } from './numerals.js';

type Per = NonNullable<Quantity['per']>;

/** What stands behind a numeral. */
interface Right {
  readonly end: number;
  readonly unit?: UnitReading | undefined;
  /** The unit is a noun that the language's tables do not hold: companies, Ärzte. */
  readonly noun: boolean;
  readonly tier: boolean;
  readonly hedges: readonly Qualifier[];
  readonly per?: Per | undefined;
  readonly foreign?: string | undefined;
}

/** What stands before a numeral. */
interface Left {
  readonly start: number;
  readonly negative: boolean;
  readonly currency?: UnitReading | undefined;
  readonly hedges: readonly Qualifier[];
}

interface Bound {
  readonly numeral: Numeral;
  readonly negative: boolean;
  readonly right: Right;
  readonly currency?: UnitReading | undefined;
}

const isoCurrencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const digit = /\d/;
const asciiLetter = /[a-z]/;
const nounPattern = /^[ -]?(\p{L}[\p{L}\p{M}'’]+(?:-\p{L}[\p{L}\p{M}]*)*)/u;
const clauseEnd = /[.;,。，；、!?！？]/;
/** Numbers in one run with these are dates, times, ratios: 2025-11-16, 08:12, 11/16. */
const commonSkips = [
  /\d{4}-\d{2}(?:-\d{2})?(?![\d-])/y,
  /\d+(?::\d+)+/y,
  /\d+(?:\/\d+)+/y,
  // The dateline of a press release is English in every language: Dec. 22, 2025.
  /[a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d(?!\d)/y,
];

export class Scanner {
  readonly #grammar: Grammar;
  readonly #raw: string;
  readonly #text: string;
  readonly #skips: readonly RegExp[];

  constructor(grammar: Grammar, raw: string) {
    this.#grammar = grammar;
    this.#raw = raw;
    this.#text = fold(raw);
    this.#skips = [...commonSkips, ...grammar.skips];
  }

  /** All figures, in order, none overlapping. */
  all(): ReadFigure[] {
    const found: ReadFigure[] = [];
    let limit = 0;
    for (let at = 0; at < this.#text.length; ) {
      if (!this.#mayStart(at)) {
        at++;
        continue;
      }
      const read = this.#skipped(at) ?? this.#read(at, limit);
      if (read === undefined) at = this.#behindRun(at);
      else if (typeof read === 'number') at = limit = read;
      else {
        found.push(read);
        at = limit = read.end;
      }
    }
    return found;
  }

  #mayStart(at: number): boolean {
    const char = this.#text[at]!;
    if (digit.test(char)) return true;
    return this.#grammar.starts(char) && !(this.#grammar.spaced && isLetter(this.#text[at - 1]));
  }

  /** What was read as a whole and is no figure holds none in its second half either: 上百亿级, 1.2.3. */
  #behindRun(at: number): number {
    const run = this.#grammar.runChars ?? '';
    let end = at;
    while (end < this.#text.length && run.includes(this.#text[end]!)) end++;
    return Math.max(at + 1, end, endOfRun(this.#text, at));
  }

  #skipped(at: number): number | undefined {
    for (const pattern of this.#skips) {
      pattern.lastIndex = at;
      if (pattern.test(this.#text)) return pattern.lastIndex;
    }
    return undefined;
  }

  /** The figure that begins with a numeral or word at `at`; a position to go on from when what stands there is none. */
  #read(at: number, limit: number): ReadFigure | number | undefined {
    return this.#special(at, limit) ?? this.#rateFirst(at) ?? this.#figure(at, limit);
  }

  #special(at: number, limit: number): ReadFigure | undefined {
    for (const special of this.#grammar.specials) {
      special.pattern.lastIndex = at;
      const match = special.pattern.exec(this.#text);
      const read = match && special.read(match);
      if (!match || !read) continue;
      const left = this.#left(at, limit, read.unit);
      let end = at + match[0].length;
      const after = this.#near(this.#grammar.hedgesAfter, end);
      if (after) end = after.end;
      const hedges = [...left.hedges, ...(read.hedge ? [read.hedge] : []), ...(after ? [after.value] : [])];
      return this.#finish(
        { amount: read.amount },
        undefined,
        read.unit,
        read.per,
        hedges,
        'figure',
        left.start,
        end,
      );
    }
    return undefined;
  }

  /** 每10万人42个, 人均5万元: the base first. Without a figure behind it, it is none itself. */
  #rateFirst(at: number): ReadFigure | number | undefined {
    const rules = this.#grammar.perBefore;
    if (!rules) return undefined;
    const whole = rules.whole.from(this.#text, at);
    let per = whole?.value;
    let end = at + (whole?.word.length ?? 0);
    if (!whole) {
      if (!this.#text.startsWith(rules.open, at)) return undefined;
      const base = this.#base(at + rules.open.length);
      if (!base) return undefined;
      per = base.per;
      end = base.end;
    }
    rules.filler.lastIndex = end;
    rules.filler.test(this.#text);
    const next = rules.filler.lastIndex;
    const figure = digit.test(this.#text[next] ?? '') ? this.#figure(next, end) : undefined;
    if (figure === undefined || typeof figure === 'number' || !per) return end;
    return { ...figure, figure: { ...figure.figure, per }, start: at };
  }

  #figure(at: number, limit: number): ReadFigure | number | undefined {
    const numeral = this.#grammar.numeral(this.#text, at, this.#raw);
    if (!numeral) return undefined;
    const right = this.#right(numeral);
    if (!right) return undefined;
    const left = this.#left(at, limit, right.unit?.unit);
    if (asciiLetter.test(this.#text[at - 1] ?? '') && !left.currency && left.start === at) return undefined;
    if (numeral.scaleAlone && !right.tier && left.hedges.length + right.hedges.length === 0) return undefined;
    const lower: Bound = { numeral, negative: left.negative, right, currency: left.currency };
    const range = right.tier || right.per ? undefined : this.#range(lower, left);
    if (typeof range === 'number') return range;
    if (range) return range;
    if (this.#isYear(at, numeral, right, left.start)) return numeral.end;
    const unit = left.currency ?? right.unit;
    const read = signed(shifted(numeral, unit), left.negative);
    const problem = unitProblem(
      right.foreign,
      left.currency?.unit,
      right.noun ? undefined : right.unit?.unit,
    );
    const hedges = [...left.hedges, ...right.hedges];
    const shape = right.tier ? 'tier' : 'figure';
    return this.#finish(
      read,
      undefined,
      unit?.unit,
      right.per,
      hedges,
      shape,
      left.start,
      right.end,
      problem,
    );
  }

  #finish(
    read: ReadAmount,
    max: ReadAmount | undefined,
    unit: Unit | undefined,
    per: Per | undefined,
    hedges: readonly Qualifier[],
    shape: 'figure' | 'range' | 'tier',
    start: number,
    end: number,
    unitTrouble?: string,
  ): ReadFigure {
    const qualifier = combineHedges(hedges, shape);
    const basis = unit === 'percent' || unit === 'percentage-point' ? this.#basis(start, end) : undefined;
    // "15% a year on average" is one growth rate, not a rate per year of it.
    const averaged = basis === 'annual-average' && per?.unit === 'year';
    // One count for both bounds; where they differ, the amounts are all that can be kept.
    const agree = !max || read.significantDigits === max.significantDigits;
    const significantDigits = agree ? read.significantDigits : undefined;
    const said = [...new Set(hedges)].join(', ');
    const trouble =
      unitTrouble ??
      (qualifier
        ? undefined
        : shape === 'figure'
          ? `hedges that contradict each other (${said})`
          : `a hedge (${said}) on a ${shape === 'tier' ? 'class' : 'range'}`);
    const figure: Figure = {
      amount: read.amount,
      ...(max ? { max: max.amount } : {}),
      ...(unit ? { unit } : {}),
      qualifier: qualifier ?? (shape === 'figure' ? hedges[0]! : shape),
      ...(per && !averaged ? { per } : {}),
      ...(basis ? { basis } : {}),
      ...(significantDigits === undefined ? {} : { significantDigits }),
    };
    return { figure, start, end, ...(trouble ? { problem: trouble } : {}) };
  }

  /** The longest word of a table at a position, or behind the blank or hyphen that stands there. */
  #near<T>(table: WordTable<T>, at: number): { value: T; word: string; end: number } | undefined {
    for (let gap = 0; gap <= 2; gap++) {
      const found = table.from(this.#text, at + gap);
      if (found) return { ...found, end: at + gap + found.word.length };
      const next = this.#text[at + gap];
      if (next !== ' ' && !(gap === 0 && next === '-' && this.#grammar.spaced)) return undefined;
    }
    return undefined;
  }

  #unitAfter(at: number): { value: UnitReading; end: number } | undefined {
    const found = this.#near(this.#grammar.after, at);
    if (found) return found;
    const gap = this.#text[at] === ' ' || this.#text[at] === '-' ? 1 : 0;
    const code = this.#raw.slice(at + gap, at + gap + 3);
    const end = at + gap + 3;
    if (!isoCurrencies.has(code) || /[\p{Ll}\p{Lu}\d]/u.test(this.#raw[end] ?? '')) return undefined;
    return { value: { unit: code }, end };
  }

  #right(numeral: Numeral): Right | undefined {
    const hedges: Qualifier[] = numeral.hedge ? [numeral.hedge] : [];
    let { end } = numeral;
    const takeHedge = (): void => {
      const found = this.#near(this.#grammar.hedgesAfter, end);
      if (!found) return;
      hedges.push(found.value);
      end = found.end;
    };
    takeHedge();
    const known = this.#unitAfter(end);
    const lacking = this.#near(this.#grammar.foreign, end);
    // 个月 are months, though 个 counts things.
    const foreign = lacking && lacking.end > (known?.end ?? 0) ? lacking : undefined;
    const unit = foreign ? undefined : known;
    end = (unit ?? foreign)?.end ?? end;
    if (!unit && !foreign && this.#isGlued(end)) return undefined;
    const tier = this.#near(this.#grammar.classes, end);
    if (tier) end = tier.end;
    takeHedge();
    let noun = false;
    let nounEnd = end;
    if (!unit && !foreign && !tier) {
      const found = this.#nounEnd(end);
      if (found !== undefined) {
        noun = true;
        nounEnd = found;
        const after = this.#near(this.#grammar.hedgesAfter, nounEnd);
        if (after) {
          hedges.push(after.value);
          end = after.end;
        }
      }
    }
    const rate = foreign
      ? undefined
      : (this.#rateAfter(end) ?? (noun ? this.#rateAfterWords(nounEnd) : undefined));
    if (rate) end = rate.end;
    if (tier && !this.#grammar.spaced && !unit && (numeral.scale ?? 0) < 2) return undefined;
    if (numeral.spelt && !unit && !tier && !noun && !((numeral.scale ?? 0) >= 4)) return undefined;
    return {
      end,
      unit: unit?.value ?? (noun ? { unit: 'count' } : undefined),
      noun,
      tier: tier !== undefined,
      hedges,
      per: rate?.per,
      foreign: foreign?.word,
    };
  }

  /** 14th, 5G: letters that touch a number make it part of a name. */
  #isGlued(end: number): boolean {
    const next = this.#text[end] ?? '';
    return this.#grammar.spaced ? isLetter(next) : asciiLetter.test(next);
  }

  #nounEnd(at: number): number | undefined {
    if (!this.#grammar.spaced) return undefined;
    const match = nounPattern.exec(this.#text.slice(at, at + 60));
    return match && !this.#grammar.notNouns.has(match[1]!) ? at + match[0].length : undefined;
  }

  /** "per 100,000 people", "/km²", "a year" */
  #rateAfter(at: number): { per: Per; end: number } | undefined {
    const phrase = this.#near(this.#grammar.perPhrase, at);
    if (phrase) return { per: phrase.value, end: phrase.end };
    const word = this.#near(this.#grammar.per, at);
    return word && this.#base(word.end);
  }

  /** "42 physicians in training per 100,000 people": a few words between. */
  #rateAfterWords(at: number): { per: Per; end: number } | undefined {
    let end: number | undefined = at;
    for (let words = 0; words < 4 && end !== undefined; words++) {
      const rate = this.#rateAfter(end);
      if (rate) return rate;
      end = this.#nounEnd(end);
    }
    return undefined;
  }

  /** What a rate is counted on: 10万人, 100,000 people, year, RMB 10,000. */
  #base(from: number): { per: Per; end: number } | undefined {
    const { text, at, currency } = this.#leading(from);
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
  #leading(from: number): { text: string; at: number; negative: boolean; currency?: UnitReading } {
    const text = this.#text;
    let at = from;
    let negative = false;
    let currency: UnitReading | undefined;
    for (let step = 0; step < 5; step++) {
      if (text[at] === ' ') at++;
      else if (!negative && (text[at] === minusSign || text[at] === '-')) {
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

  #left(at: number, limit: number, unit: Unit | undefined): Left {
    const text = this.#text;
    let start = at;
    let negative = false;
    let currency: UnitReading | undefined;
    const hedges: Qualifier[] = [];
    for (let step = 0; step < 6; step++) {
      if (start > limit && !negative && this.#isMinus(start - 1, limit)) {
        negative = true;
        start--;
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
      hedges.push(hedge.value);
      start = end - hedge.word.length;
    }
    return { start, negative, currency, hedges };
  }

  #codeUntil(end: number): { word: string; value: UnitReading } | undefined {
    const word = this.#raw.slice(Math.max(0, end - 3), end);
    if (!isoCurrencies.has(word) || /[A-Za-z\d]/.test(this.#raw[end - 4] ?? '')) return undefined;
    return { word, value: { unit: word } };
  }

  /** A hyphen is a minus only where nothing before it could be a range's lower bound or the head of a compound. */
  #isMinus(at: number, limit: number): boolean {
    const char = this.#text[at];
    if (char === minusSign) return true;
    if (char !== '-') return false;
    const before = this.#text[at - 1];
    if (before === undefined || /[\s(（:：>≥<≤~]/.test(before)) return true;
    return !this.#grammar.spaced && at > limit && /\p{Script=Han}/u.test(before);
  }

  /**
   * A range with this lower bound; where two years are joined, the position behind them.
   */
  #range(lower: Bound, left: Left): ReadFigure | number | undefined {
    const connector = this.#connector(lower.right.end, left.start);
    if (connector === undefined) return undefined;
    const { at, negative, currency } = this.#leading(connector);
    const numeral = this.#grammar.numeral(this.#text, at, this.#raw);
    const right = numeral && this.#right(numeral);
    if (!right || right.tier || (numeral.spelt && !lower.numeral.spelt)) return undefined;
    if (
      isYearNumber(lower.numeral) &&
      isYearNumber(numeral) &&
      (!right.unit || right.noun || right.unit.unit === 'year')
    ) {
      return right.end;
    }
    const lowerUnit = left.currency ?? lower.right.unit;
    const upperUnit = currency ?? left.currency ?? right.unit;
    if (lowerUnit && lowerUnit.unit !== upperUnit?.unit) return undefined;
    // "8.5 to 10 billion": the scale and unit of the upper bound are meant for both, where that keeps their order.
    const ownUnit = lowerUnit ?? upperUnit;
    const max = signed(shifted(numeral, upperUnit), negative);
    const alone = signed(shifted(lower.numeral, ownUnit), lower.negative);
    const inherits =
      lower.numeral.scale === undefined && lower.right.unit === undefined && numeral.scale !== undefined;
    const scaled = inherits
      ? signed(shifted(shiftPoint(lower.numeral.amount, numeral.scale!), ownUnit), lower.negative)
      : alone;
    const read = isLess(scaled.amount, max.amount) ? scaled : alone;
    if (!isLess(read.amount, max.amount)) return undefined;
    const hedges = [...left.hedges, ...lower.right.hedges, ...right.hedges];
    const problem = unitProblem(right.foreign ?? lower.right.foreign);
    return this.#finish(
      read,
      max,
      upperUnit?.unit,
      right.per,
      hedges,
      'range',
      left.start,
      right.end,
      problem,
    );
  }

  /** Behind the word or dash that joins two bounds. */
  #connector(end: number, start: number): number | undefined {
    const before = this.#text.slice(Math.max(0, start - 16), start).trimEnd();
    const at = this.#text[end] === ' ' ? end + 1 : end;
    const { between } = this.#grammar;
    if (between && before.endsWith(between.open) && this.#text.startsWith(between.and, at))
      return at + between.and.length;
    const found = this.#grammar.rangeTo.from(this.#text, at);
    if (!found || this.#grammar.changeFrom?.test(before)) return undefined;
    return at + found.word.length;
  }

  /** Four digits without a unit, or with a noun behind a word such as "in": a year, which is a date and no figure. */
  #isYear(at: number, numeral: Numeral, right: Right, start: number): boolean {
    if (!isYearNumber(numeral) || numeral.end - at !== 4 || right.tier || right.foreign) return false;
    if (!right.unit) return true;
    if (!right.noun) return false;
    const before = /(\p{L}+) $/u.exec(this.#text.slice(Math.max(0, start - 24), start));
    return before !== null && this.#grammar.beforeYear.has(before[1]!);
  }

  /** Against what a growth is measured, if the clause says so. */
  #basis(start: number, end: number): Quantity['basis'] {
    const before =
      this.#text
        .slice(Math.max(0, start - 60), start)
        .split(clauseEnd)
        .at(-1) ?? '';
    const after =
      this.#text
        .slice(end, end + 40)
        .split(clauseEnd)[0]
        ?.split(digit)[0] ?? '';
    const clause = `${before.split(digit).at(-1)}|${this.#text.slice(start, end)}${after}`;
    return this.#grammar.bases.find(([word]) => clause.includes(word))?.[1];
  }
}

function shifted(read: ReadAmount, unit: UnitReading | undefined): ReadAmount {
  const exponent = unit?.exponent ?? 0;
  const { amount, significantDigits } = shiftPoint(read.amount, exponent);
  const digits = significantDigits ?? read.significantDigits;
  return digits === undefined ? { amount } : { amount, significantDigits: digits };
}

function signed(read: ReadAmount, negative: boolean): ReadAmount {
  return negative && /[1-9]/.test(read.amount) ? { ...read, amount: `-${read.amount}` } : read;
}

const isLess = (a: string, b: string): boolean => new Decimal(a).lt(b);

const isYearNumber = ({ amount, scale, hedge }: Numeral): boolean =>
  scale === undefined && hedge === undefined && /^(?:19|20)\d\d$/.test(amount);

function unitProblem(foreign: string | undefined, before?: Unit, after?: Unit): string | undefined {
  if (foreign !== undefined) return `the unit "${foreign}" is not one that facts are kept in`;
  if (before && after && before !== after) return `two units (${before} and ${after}) on one figure`;
  return undefined;
}
