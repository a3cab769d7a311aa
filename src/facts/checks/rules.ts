/**
 * Layer 1. What must hold between facts, as `checks.yaml` declares it. A rule is broken only where no true values fit
 * both the hedges and the rule (`interval.ts`); what may be so, however unlikely, is no finding.
 *
 *     part-of           part ≤ whole
 *     shares-of-whole   sum ≤ 100, or = 100 where the shares are complete
 *     agree             each two statements have a value in common
 *     growth            to = from × (1 + rate), for an annual average once for each year between the two;
 *                       in percentage points: to = from + rate
 */
import type { Path } from '../explain.js';
import type { FactId } from '../fact.js';
import { Rational } from '../rational.js';
import { type Checking, type FigureFact, figureAt, figuresAt, figureText, unitOf } from './figures.js';
import {
  areApart,
  hundred,
  type Interval,
  intervalOf,
  inWords,
  isAbove,
  plus,
  point,
  scale,
  shortened,
  times,
} from './interval.js';
import { type ChecksFile, usualWithin } from './schema.js';

type Rule<Key extends keyof ChecksFile> = (
  checking: Checking,
  check: NonNullable<ChecksFile[Key]>[number],
  path: Path,
) => void;

interface Nearness {
  readonly within?: string | undefined;
}

/** Tiers were refused before. */
const interval = (fact: FigureFact, { within = usualWithin }: Nearness): Interval =>
  intervalOf(fact, within) ?? {};

/** What `within` did, where a hedge made use of it. */
function nearness(facts: readonly FigureFact[], { within = usualWithin }: Nearness): string {
  const near = facts.some(({ qualifier }) => qualifier === 'nearly' || qualifier === 'about');
  return near ? `, with nearly and about reaching ${within}% far` : '';
}

export const checkPart: Rule<'part-of'> = (checking, check, path) => {
  const figures = figuresAt(checking, [
    [check.part, [...path, 'part']],
    [check.whole, [...path, 'whole']],
  ]);
  const [part, whole] = figures ?? [];
  if (!part || !whole || !isAbove(interval(part, check), interval(whole, check))) return;
  checking.findings.error(
    'checks/part-of',
    `${part.id} is larger than ${whole.id}, whose part it is: ${figureText(part)}; ${figureText(whole)}`,
    {
      at: checking.placeOf(path),
      expected: `${part.id} ≤ ${whole.id}${nearness([part, whole], check)}`,
      hint: 'Look both up in their sources: one is wrong, or they are not part and whole.',
    },
  );
};

export const checkShares: Rule<'shares-of-whole'> = (checking, check, path) => {
  const figures = check.shares.map((id, index) => figureAt(checking, id, [...path, 'shares', index]));
  const shares = figures.filter((figure) => figure !== undefined);
  shares.forEach((share) => {
    if (share.kind === 'share' && unitOf(share) === 'percent') return;
    checking.findings.error('checks/unit', `${share.id} is a ${share.kind} in ${unitOf(share)}`, {
      at: checking.placeOf([...path, 'shares', check.shares.indexOf(share.id)]),
      expected: 'a fact of kind share, in percent',
      hint: 'Derive the share first, or name another fact.',
    });
  });
  if (shares.length < figures.length || shares.some((share) => unitOf(share) !== 'percent')) return;
  const sum = shares.map((share) => interval(share, check)).reduce(plus);
  const above = isAbove(sum, point(hundred));
  if (!above && !(check.complete && isAbove(point(hundred), sum))) return;
  checking.findings.error(
    'checks/shares-of-whole',
    `the shares add up to ${inWords(sum)} percent: ${shares.map((share) => `${share.id}: ${figureText(share)}`).join('; ')}`,
    {
      at: checking.placeOf(path),
      expected: `${check.complete ? 'shares that make up 100 percent' : 'at most 100 percent'}, each share within half of its last digit${nearness(shares, check)}`,
      hint: above
        ? 'Look them up in their sources: one is wrong, or they are not shares of the same whole.'
        : 'Add the share that is missing, or remove complete.',
    },
  );
};

export const checkAgreement: Rule<'agree'> = (checking, check, path) => {
  const named = check.facts.map((id, index): [FactId, Path] => [id, [...path, 'facts', index]]);
  const figures = figuresAt(checking, named);
  figures?.forEach((one, index) => {
    for (const other of figures.slice(index + 1)) {
      const [a, b] = [interval(one, check), interval(other, check)];
      if (!areApart(a, b)) continue;
      checking.findings.error(
        'checks/agree',
        `${one.id} and ${other.id} state one thing, but cannot both be true: ${figureText(one)}; ${figureText(other)}`,
        {
          at: checking.placeOf(path),
          expected: `a value that fits both; ${one.id} leaves ${inWords(a)}, ${other.id} ${inWords(b)}${nearness([one, other], check)}`,
          hint: 'Look both up in their sources; where they differ for a reason, they are two things: remove the check and say so in a note.',
        },
      );
    }
  });
};

export const checkGrowth: Rule<'growth'> = (checking, check, path) => {
  const rate = figureAt(checking, check.rate, [...path, 'rate']);
  const levels = figuresAt(checking, [
    [check.from, [...path, 'from']],
    [check.to, [...path, 'to']],
  ]);
  const [from, to] = levels ?? [];
  if (!rate || !from || !to) return;
  if (rate.kind !== 'growth') {
    checking.findings.error('checks/no-growth', `${rate.id} is a ${rate.kind}: ${figureText(rate)}`, {
      at: checking.placeOf([...path, 'rate']),
      expected: 'a fact of kind growth',
      hint: 'Name the growth, or use kind growth for it.',
    });
    return;
  }
  const years = yearsOf(checking, rate, from, to, path);
  if (years === undefined) return;
  const [growth, before, after] = [rate, from, to].map((fact) => interval(fact, check)) as [
    Interval,
    Interval,
    Interval,
  ];
  const grown =
    rate.quantity.unit === 'percentage-point' ? plus(before, growth) : compounded(before, growth, years);
  if (!areApart(grown, after)) return;
  checking.findings.error(
    'checks/growth',
    `${rate.id} does not lead from ${from.id} to ${to.id}: ${figureText(rate)}; ${figureText(from)}; ${figureText(to)}`,
    {
      at: checking.placeOf(path),
      expected: `${to.id} at ${inWords(grown)} ${unitOf(to)}${years > 1 ? ` after ${years} years` : ''}, each figure within half of its last digit${nearness([rate, from, to], check)}`,
      hint: 'Look the three up in their sources: one is wrong, or they cover different things or times.',
    },
  );
};

/** No amount falls below 0, so no growth is under -100 percent. Where the level before may be negative, nothing is known. */
function compounded(before: Interval, rate: Interval, years: number): Interval {
  if (!before.low || before.low.value.sign < 0) return {};
  const factor = plus(point(Rational.of(1n)), scale(rate, Rational.of(1n, 100n)));
  let grown = before;
  for (let year = 0; year < years; year += 1) grown = shortened(times(grown, factor));
  return grown;
}

/** More would only make numbers of thousands of digits. */
const mostYears = 60;

/** How often a rate applies; undefined where the years do not fit its basis, which is reported. */
function yearsOf(
  { placeOf, findings }: Checking,
  rate: FigureFact,
  from: FigureFact,
  to: FigureFact,
  path: Path,
): number | undefined {
  const yearOf = ({ period, asOf }: FigureFact): number | undefined => {
    const date = period ?? asOf;
    return date === undefined ? undefined : Number(date.slice(0, 4));
  };
  const { basis } = rate.quantity;
  if (basis === undefined) return 1;
  const [first, last] = [yearOf(from), yearOf(to)];
  const known = first !== undefined && last !== undefined;
  const between = known ? last - first : undefined;
  if (basis === 'year-on-year') {
    if (between === undefined || between === 1) return 1;
  } else if (between !== undefined && between >= 1 && between <= mostYears) return between;
  const years = known
    ? `${from.id} is of ${first}, ${to.id} of ${last}`
    : `${first === undefined ? from.id : to.id} has no year`;
  findings.error('checks/years', `${rate.id} is a growth of basis ${basis}, but ${years}`, {
    at: placeOf(path),
    expected:
      basis === 'year-on-year'
        ? 'levels one year apart'
        : `levels 1 to ${mostYears} years apart, each with period or asOf`,
    hint: 'Mend the periods of the two, or the basis of the rate.',
  });
  return undefined;
}
