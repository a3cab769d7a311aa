/**
 * Layer 1. Changes against the edition built last, whose figures its manifest keeps. Printed amounts are compared, of
 * ranges both ends, without regard to hedges: "more than 50" after "more than 500" is worth a second look, though both may be true.
 */
import type { Path } from '../explain.js';
import type { Fact, FactId } from '../fact.js';
import { isTier } from '../figure-checks.js';
import { Rational } from '../rational.js';
import { type Identity, renamedFacts } from '../renamed.js';
import type { Qualifier, Quantity } from '../schema.js';
import { amountText, type Checking, figureAt, figureText, unitOf } from './figures.js';
import { hundred } from './interval.js';
import type { ChecksFile } from './schema.js';

/** A figure as the manifest keeps it. */
export interface EarlierFigure extends Pick<Quantity, 'amount' | 'max' | 'unit' | 'per'> {
  readonly qualifier: Qualifier;
  /** What its fact is known by where its id is another now; left out: by its id alone. */
  readonly identity?: Identity | undefined;
}
export type EarlierFigures = Readonly<Record<FactId, EarlierFigure>>;

/** What the next edition is compared with: every figure of this one, by the ids of its facts. */
export function figuresOf(
  facts: Readonly<Record<FactId, Pick<Fact, 'quantity' | 'qualifier'> & Identity>>,
): EarlierFigures {
  const figures = Object.entries(facts).flatMap(([id, identity]) => {
    const { quantity, qualifier } = identity;
    if (!quantity || !qualifier) return [];
    const { amount, max, unit, per } = quantity;
    return [
      [id, { amount, ...(max !== undefined && { max }), unit, ...(per && { per }), qualifier, identity }],
    ];
  });
  return Object.fromEntries(figures);
}

export function checkJumps(
  checking: Checking,
  check: NonNullable<ChecksFile['jump']>[number],
  path: Path,
  earlier: EarlierFigures,
): void {
  const { ledger, placeOf, findings } = checking;
  const watched =
    check.facts?.map((id, index) => figureAt(checking, id, [...path, 'facts', index])) ??
    [...ledger.facts.values()].filter((fact) => !isTier(fact));
  for (const id of Object.keys(check.accepted ?? {})) figureAt(checking, id, [...path, 'accepted', id]);

  const renamed = renamedSince(earlier, ledger.facts);
  for (const fact of watched) {
    const idBefore = fact && (renamed.get(fact.id) ?? fact.id);
    const before = idBefore !== undefined && Object.hasOwn(earlier, idBefore) ? earlier[idBefore] : undefined;
    if (!fact?.quantity || !before || before.qualifier === 'tier') continue;
    const now = fact.quantity;
    const accepted = check.accepted?.[fact.id];
    if (accepted !== undefined && isSame(accepted, now.amount)) continue;
    const [was, is] = [unitOf({ quantity: before }), unitOf({ quantity: now })];
    const jumped =
      was === is
        ? isBeyond(before.amount, now.amount, check.limit) ||
          isBeyond(before.max ?? before.amount, now.max ?? now.amount, check.limit)
        : true;
    if (!jumped) continue;
    findings.error(
      'checks/jump',
      `${fact.id} was ${amountText(before, before.qualifier)} in the edition built last; now it is ${figureText(fact)}`,
      {
        at: placeOf([...path, 'limit']),
        expected:
          was === is ? `a change of at most ${check.limit} percent${change(before, now)}` : `the unit ${was}`,
        hint: `Look the figure up again. If it is right, accept it: add accepted: { ${fact.id}: "${now.amount}" } to this check.`,
      },
    );
  }
}

/** By the id of now, the id of the edition before. */
function renamedSince(
  earlier: EarlierFigures,
  facts: ReadonlyMap<FactId, Fact>,
): ReadonlyMap<FactId, FactId> {
  const known = Object.entries(earlier).flatMap(([id, { identity }]) => (identity ? [[id, identity]] : []));
  return renamedFacts(Object.fromEntries(known), Object.fromEntries(facts));
}

const isSame = (a: string, b: string): boolean => Rational.parse(a).compare(Rational.parse(b)) === 0;

/** From 0, any change is beyond every limit. */
function isBeyond(before: string, now: string, limit: string): boolean {
  const [from, to] = [Rational.parse(before), Rational.parse(now)];
  const difference = to.minus(from);
  const allowed = from.times(Rational.parse(limit)).dividedBy(hundred);
  const magnitude = (value: Rational): Rational => (value.sign < 0 ? Rational.of(0n).minus(value) : value);
  return magnitude(difference).compare(magnitude(allowed)) > 0;
}

/** ", it is +52.3 percent": nothing where there is no base. */
function change({ amount }: EarlierFigure, now: Quantity): string {
  const from = Rational.parse(amount);
  if (from.sign === 0) return '';
  const share = Rational.parse(now.amount).minus(from).dividedBy(from).times(hundred);
  return `; it is ${share.sign > 0 ? '+' : ''}${share.toDigits(3, 'half-even')} percent`;
}
