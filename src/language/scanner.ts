/**
 * One scanner for all languages, driven by their grammars: it finds a numeral, reads what stands around it, and joins two
 * bounds to a range. Every step looks at a bounded stretch of text, so the time is linear in its length.
 */
import { Decimal } from 'decimal.js';
import type { Qualifier, Unit } from '../facts/schema.js';
import { anyOf } from './any-of.js';
import { basisOf, isDecline } from './clause.js';
import { type ReadAmount, shiftPoint } from './decimal.js';
import type { Figure, ReadFigure } from './figure.js';
import { fold } from './fold.js';
import type { Grammar, NumberWords, Numeral, UnitReading } from './grammar.js';
import { combineHedges } from './hedges.js';
import { endOfRun } from './numerals.js';
import { doubt, hedgeProblem, unitProblem, withHalf } from './problems.js';
import { type Left, type Per, type Rate, type Right, Surroundings, shifted } from './surroundings.js';

interface Bound {
  readonly numeral: Numeral;
  readonly negative: boolean;
  readonly right: Right;
  readonly currency?: UnitReading | undefined;
}

/** All that was read of one figure, before its hedges are weighed. */
interface Parsed {
  readonly read: ReadAmount;
  readonly max?: ReadAmount;
  readonly unit: Unit | undefined;
  readonly per: Per | undefined;
  readonly hedges: readonly Qualifier[];
  /** A hedge that can be taken in two ways. */
  readonly unclear?: string | undefined;
  readonly shape: 'figure' | 'range' | 'tier';
  readonly start: number;
  readonly end: number;
  readonly problem?: string | undefined;
}

const digit = /\d/;
const asciiLetter = /[a-z]/;
/** Numbers in one run with these are dates, times, ratios: 2025-11-16, 08:12, 11/16. */
const commonSkips = [
  /\d{4}-\d{2}(?:-\d{2})?(?![\d-])/y,
  /\d+(?:[:∶]\d+)+/y,
  /\d+(?:\/\d+)+/y,
  // The dateline of a press release is English in every language: Dec. 22, 2025.
  /[a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d(?!\d)/y,
];

/** Where a figure may begin; what begins with no figure, and figures in words, with a quick way to see that there is neither. */
interface Lookout {
  /** Found in every text that holds a figure; undefined where `start` tells as much. */
  readonly holdsOne: RegExp | undefined;
  readonly start: RegExp;
  readonly skips: readonly RegExp[];
  readonly mayBeSkipped: (text: string, at: number) => boolean;
  readonly mayBeSpecial: (text: string, at: number) => boolean;
}
const lookouts = new WeakMap<Grammar, Lookout>();

function lookoutFor(grammar: Grammar): Lookout {
  let lookout = lookouts.get(grammar);
  if (!lookout) {
    const skips = [...commonSkips, ...grammar.skips];
    const specials = grammar.specials.map(({ pattern }) => pattern);
    // Of a word, at its first letter only; letters beyond the basic plane count for none.
    const first = `[${grammar.starts}]${grammar.spaced ? `(?<!(?=[\\0-\\uFFFF])\\p{L}[${grammar.starts}])` : ''}`;
    const start = new RegExp(`\\d|${first}`, 'gu');
    const { numberWords } = grammar;
    const holdsOne =
      numberWords &&
      new RegExp([...patternsOf(numberWords), ...specials.map(({ source }) => source)].join('|'), 'u');
    lookout = { holdsOne, start, skips, mayBeSkipped: anyOf(skips), mayBeSpecial: anyOf(specials) };
    lookouts.set(grammar, lookout);
  }
  return lookout;
}

function patternsOf({ spelt, articles, scales }: NumberWords): string[] {
  const oneOf = ({ words }: { readonly words: readonly string[] }): string =>
    `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  const [before, behind] = [String.raw`(?<!\p{L})`, String.raw`(?!\p{L})`];
  return [
    String.raw`\d`,
    before + oneOf(spelt) + behind,
    `${before}${oneOf(articles)}[ -]?${oneOf(scales)}${behind}`,
  ];
}

export class Scanner {
  readonly #grammar: Grammar;
  readonly #raw: string;
  readonly #text: string;
  readonly #around: Surroundings;
  readonly #lookout: Lookout;

  constructor(grammar: Grammar, raw: string) {
    this.#grammar = grammar;
    this.#raw = raw;
    this.#text = fold(raw);
    this.#around = new Surroundings(grammar, raw, this.#text);
    this.#lookout = lookoutFor(grammar);
  }

  /** All figures, in order, none overlapping. */
  all(): ReadFigure[] {
    const found: ReadFigure[] = [];
    // Most texts hold none, and one search tells it.
    if (this.#lookout.holdsOne?.test(this.#text) === false) return found;
    let limit = 0;
    for (let at = this.#next(0); at >= 0; at = this.#next(at)) {
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

  /** Where a figure may begin, from a place on; less than 0: nowhere. */
  #next(from: number): number {
    const { start } = this.#lookout;
    start.lastIndex = from;
    return start.test(this.#text) ? start.lastIndex - 1 : -1;
  }

  /** What was read as a whole and is no figure holds none in its second half either: 上百亿级, 1.2.3. */
  #behindRun(at: number): number {
    const run = this.#grammar.runChars ?? '';
    let end = endOfRun(this.#text, at);
    while (end < this.#text.length && run.includes(this.#text[end]!)) end++;
    return Math.max(at + 1, end);
  }

  #skipped(at: number): number | undefined {
    if (!this.#lookout.mayBeSkipped(this.#text, at)) return undefined;
    for (const pattern of this.#lookout.skips) {
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
    if (!this.#lookout.mayBeSpecial(this.#text, at)) return undefined;
    for (const special of this.#grammar.specials) {
      special.pattern.lastIndex = at;
      const match = special.pattern.exec(this.#text);
      const read = match && special.read(match);
      if (!match || !read) continue;
      const left = this.#around.left(at, limit, read.unit);
      let end = at + match[0].length;
      const after = this.#around.hedgeAfter(end);
      if (after) end = after.end;
      const own = [read.hedge, after?.value].filter((hedge) => hedge !== undefined && hedge !== 'unclear');
      const { amount, unit, per } = read;
      return this.#finish({
        read: { amount },
        unit,
        per,
        hedges: [...left.hedges, ...own],
        unclear: left.unclear ?? (after?.value === 'unclear' ? after.word : undefined),
        shape: 'figure',
        start: left.start,
        end,
      });
    }
    return undefined;
  }

  /** 每10万人42个, 人均5万元: the base first. Without a figure behind it, it is none itself. */
  #rateFirst(at: number): ReadFigure | number | undefined {
    const rules = this.#grammar.perBefore;
    if (!rules) return undefined;
    const base = this.#baseFirst(at, rules);
    if (!base) return undefined;
    const { per, foreign, end } = base;
    rules.filler.lastIndex = end;
    rules.filler.test(this.#text);
    const next = rules.filler.lastIndex;
    const follows = digit.test(this.#text[next] ?? '') && this.#skipped(next) === undefined;
    const figure = follows ? this.#figure(next, end) : undefined;
    if (figure === undefined || typeof figure === 'number') return end;
    if (!per) return { ...figure, start: at, problem: unitProblem(foreign)! };
    return { ...figure, figure: { ...figure.figure, per }, start: at };
  }

  #baseFirst(at: number, { open, whole }: NonNullable<Grammar['perBefore']>): Rate | undefined {
    const found = whole.from(this.#text, at);
    if (found) {
      const end = at + found.word.length;
      return typeof found.value === 'string' ? { foreign: found.value, end } : { per: found.value, end };
    }
    if (open === undefined || !this.#text.startsWith(open, at)) return undefined;
    const from = at + open.length;
    const base = this.#around.base(from);
    const lacking = this.#around.near(this.#grammar.foreign, from);
    return lacking && lacking.end > (base?.end ?? 0) ? { foreign: lacking.word, end: lacking.end } : base;
  }

  #figure(at: number, limit: number): ReadFigure | number | undefined {
    const numeral = this.#grammar.numeral(this.#text, at, this.#raw);
    if (!numeral) return undefined;
    const right = this.#around.right(numeral);
    if (!right) return undefined;
    const left = this.#around.left(at, limit, right.unit?.unit);
    if (left.start === at && this.#belongsToName(at, numeral, right)) return undefined;
    if (this.#isTail(left.start)) return right.end;
    if (this.#around.isBase(left.start, right.unit?.unit)) return right.end;
    const unclear = left.unclear ?? right.unclear;
    const hedged = left.hedges.length + right.hedges.length > 0 || unclear !== undefined;
    if (numeral.scaleAlone && !right.tier && !hedged) return undefined;
    const lower: Bound = { numeral, negative: left.negative, right, currency: left.currency };
    const range = right.tier || right.per ? undefined : this.#range(lower, left);
    if (typeof range === 'number') return range;
    if (range) return range;
    if (right.bare && !this.#leadsOn(right.end) && (!hedged || numeral.amount.length < 2)) return undefined;
    if (this.#isYear(at, numeral, right, left.start)) return numeral.end;
    const named = right.tier ? undefined : this.#around.classBefore(left.start, limit);
    const unit = left.currency ?? right.unit;
    const read = signed(shifted(withHalf(numeral, right), unit), left.negative);
    const problem =
      doubt(numeral, right) ??
      unitProblem(right.foreign, left.currency?.unit, right.noun ? undefined : right.unit?.unit);
    return this.#finish({
      read,
      unit: unit?.unit,
      per: right.per,
      hedges: [...left.hedges, ...right.hedges],
      unclear,
      shape: right.tier || named !== undefined ? 'tier' : 'figure',
      start: named ?? left.start,
      end: right.end,
      problem,
    });
  }

  #finish({ read, max, unit, per, hedges, unclear, shape, start, end, problem }: Parsed): ReadFigure {
    const qualifier = combineHedges(hedges, shape);
    const basis =
      unit === 'percent' || unit === 'percentage-point'
        ? basisOf(this.#grammar, this.#text, start, end)
        : undefined;
    // "15% a year on average" is one growth rate, not a rate per year of it.
    const averaged = basis === 'annual-average' && per?.unit === 'year';
    // One count for both bounds; where they differ, the amounts are all that can be kept.
    const agree = !max || read.significantDigits === max.significantDigits;
    const significantDigits = agree ? read.significantDigits : undefined;
    const trouble = problem ?? hedgeProblem(hedges, shape, qualifier, unclear);
    const isRate = unit === 'percent' || unit === 'percentage-point';
    const falls = isRate && shape !== 'tier' && isDecline(this.#grammar, this.#text, start, end);
    const figure: Figure = {
      amount: read.amount,
      ...(max ? { max: max.amount } : {}),
      ...(unit ? { unit } : {}),
      qualifier: qualifier ?? (shape === 'figure' ? hedges[0]! : shape),
      ...(per && !averaged ? { per } : {}),
      ...(basis ? { basis } : {}),
      ...(falls ? { direction: 'down' as const } : {}),
      ...(significantDigits === undefined ? {} : { significantDigits }),
    };
    return { figure, start, end, ...(trouble ? { problem: trouble } : {}) };
  }

  /**
   * A range with this lower bound; where two years are joined, the position behind them.
   */
  #range(lower: Bound, left: Left): ReadFigure | number | undefined {
    const connector = this.#connector(lower.right.end, left.start);
    if (connector === undefined) return undefined;
    const { at, negative, currency } = this.#around.leading(connector);
    const numeral = this.#grammar.numeral(this.#text, at, this.#raw);
    const right = numeral && this.#around.right(numeral);
    if (!right || right.tier || (right.bare && !lower.right.unit) || (numeral.spelt && !lower.numeral.spelt))
      return undefined;
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
    const max = signed(shifted(withHalf(numeral, right), upperUnit), negative);
    const alone = signed(shifted(withHalf(lower.numeral, lower.right), ownUnit), lower.negative);
    // 十至二十亿: what is spelt below 万 has no scale of its own.
    const own = lower.numeral.spelt && !this.#grammar.spaced ? 4 : 0;
    const unscaled = lower.numeral.scale === undefined || lower.numeral.scale < own;
    const inherits = unscaled && lower.right.unit === undefined && (numeral.scale ?? -1) >= own;
    const scaled = inherits
      ? signed(shifted(shiftPoint(lower.numeral.amount, numeral.scale!), ownUnit), lower.negative)
      : alone;
    const read = isLess(scaled.amount, max.amount) ? scaled : alone;
    if (!isLess(read.amount, max.amount)) return undefined;
    const hedges = [...left.hedges, ...lower.right.hedges, ...right.hedges];
    const problem =
      doubt(numeral, right) ??
      doubt(lower.numeral, lower.right) ??
      unitProblem(right.foreign ?? lower.right.foreign);
    return this.#finish({
      read,
      max,
      unit: upperUnit?.unit,
      per: right.per,
      hedges,
      unclear: left.unclear ?? lower.right.unclear ?? right.unclear,
      shape: 'range',
      start: left.start,
      end: right.end,
      problem,
    });
  }

  /** Whether "to" and another number follow, as in "from two to three years". */
  #leadsOn(end: number): boolean {
    const at = this.#text[end] === ' ' ? end + 1 : end;
    const to = this.#grammar.rangeTo.from(this.#text, at);
    if (!to) return false;
    const next = at + to.word.length;
    return (
      this.#grammar.numeral(this.#text, this.#text[next] === ' ' ? next + 1 : next, this.#raw) !== undefined
    );
  }

  /** Behind the word or dash that joins two bounds. */
  #connector(end: number, start: number): number | undefined {
    const before = this.#text.slice(Math.max(0, start - 16), start).trimEnd();
    const at = this.#text[end] === ' ' ? end + 1 : end;
    const { between } = this.#grammar;
    const and =
      between && before.endsWith(between.open) && between.and.find((word) => this.#text.startsWith(word, at));
    if (and) return at + and.length;
    const found = this.#grammar.rangeTo.from(this.#text, at);
    if (!found || this.#grammar.changeFrom?.test(before)) return undefined;
    return at + found.word.length;
  }

  /** SK5, COVID-19: letters before a number, directly or with a hyphen. Not GDP12.5万元, where no blank is set. */
  #belongsToName(at: number, { scale }: Numeral, { unit }: Right): boolean {
    const hyphen = this.#text[at - 1] === '-' ? 1 : 0;
    if (!asciiLetter.test(this.#text[at - 1 - hyphen] ?? '')) return false;
    return this.#grammar.spaced || hyphen === 1 || scale === undefined || unit === undefined;
  }

  /** ±5, .5: what stands before the number makes it another one. */
  #isTail(start: number): boolean {
    const before = this.#text[start - 1];
    return (
      before === '±' || (before === '.' && !/[^\s(（\-\u2212<>≤≥~$€£¥]/.test(this.#text[start - 2] ?? ' '))
    );
  }

  /** Four digits without a unit, or with a noun behind a word such as "in": a year, which is a date and no figure. */
  #isYear(at: number, numeral: Numeral, right: Right, start: number): boolean {
    if (!isYearNumber(numeral) || numeral.end - at !== 4 || right.tier || right.foreign) return false;
    if (!right.unit) return true;
    if (!right.noun) return false;
    const before = /(\p{L}+) $/u.exec(this.#text.slice(Math.max(0, start - 24), start));
    return before !== null && this.#grammar.beforeYear.has(before[1]!);
  }
}

function signed(read: ReadAmount, negative: boolean): ReadAmount {
  return negative && /[1-9]/.test(read.amount) ? { ...read, amount: `-${read.amount}` } : read;
}

const isLess = (a: string, b: string): boolean => new Decimal(a).lt(b);

const isYearNumber = ({ amount, scale, hedge }: Numeral): boolean =>
  scale === undefined && hedge === undefined && /^(?:19|20)\d\d$/.test(amount);
