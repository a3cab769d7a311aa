/**
 * Layer 1. The algebra of units in formulas. A unit is a product of powers: CNY¹ km2⁻¹. Percent is a plain ratio
 * whose value is scaled by 100. What is counted (count, people) may vanish from a quotient: CNY divided by a count is
 * the CNY for each.
 */
import type { Operator } from './formula.js';
import type { Quantity, Unit } from './schema.js';

export interface Dimension {
  /** Powers by unit; none is 0. Empty: a plain ratio. */
  readonly powers: ReadonlyMap<string, number>;
  /** A difference of two ratios, which may be told in percentage points. */
  readonly difference: boolean;
}

function dimension(powers: Iterable<readonly [string, number]>, difference = false): Dimension {
  return { powers: new Map([...powers].filter(([, power]) => power !== 0)), difference };
}

export function dimensionOf({ unit, per }: Pick<Quantity, 'unit' | 'per'>): Dimension {
  const own: Dimension =
    unit === 'percent' || unit === 'percentage-point'
      ? dimension([], unit === 'percentage-point')
      : dimension([[unit, 1]]);
  return per ? (combine('/', own, dimensionOf({ unit: per.unit })) ?? own) : own;
}

/** How many times larger the amount in this unit is than the plain value: 100 for percent. */
export const scaleOf = (unit: Unit): bigint =>
  unit === 'percent' || unit === 'percentage-point' ? 100n : 1n;

/** The dimension of a result; undefined where the two do not go together. */
export function combine(operator: Operator, left: Dimension, right: Dimension): Dimension | undefined {
  if (operator === '+' || operator === '-') {
    if (nameOf(left) !== nameOf(right)) return undefined;
    // Share + change is a share; share - share is a change.
    const bothAlike = left.difference === right.difference;
    const difference = operator === '-' ? bothAlike || left.difference : left.difference && right.difference;
    return { powers: left.powers, difference: left.powers.size === 0 && difference };
  }
  const powers = new Map(left.powers);
  const sign = operator === '*' ? 1 : -1;
  for (const [unit, power] of right.powers) powers.set(unit, (powers.get(unit) ?? 0) + sign * power);
  return dimension(powers);
}

/** Whether a result of this dimension can be told in this unit. */
export function expressibleAs({ powers, difference }: Dimension, unit: Unit): boolean {
  if (unit === 'percent') return powers.size === 0;
  if (unit === 'percentage-point') return powers.size === 0 && difference;
  // Counts are plain numbers: 8 projects for each of 12 teams, and their ratio.
  const rest = [...powers].filter(([other]) => other !== 'count');
  if (unit === 'count') return rest.every(([other, power]) => other === 'people' && power < 0);
  return powers.get(unit) === 1 && rest.every(([other]) => other === unit || other === 'people');
}

/** "CNY/km2"; a plain ratio is "ratio". */
export function nameOf({ powers }: Dimension): string {
  const part = (sign: number): string =>
    [...powers]
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([unit, power]) => (Math.abs(power) === 1 ? unit : `${unit}^${Math.abs(power)}`))
      .sort()
      .join('*');
  const [above, below] = [part(1), part(-1)];
  return below ? `${above || '1'}/${below}` : above || 'ratio';
}
