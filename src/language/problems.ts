/** Why a figure that was read cannot be relied on, in words for the one who reads the finding. */
import type { Qualifier, Unit } from '../facts/schema.js';
import type { ReadAmount } from './decimal.js';
import type { Numeral } from './grammar.js';
import type { Right } from './surroundings.js';

/** Of a unit that facts are not kept in, or of two units. */
export function unitProblem(foreign: string | undefined, before?: Unit, after?: Unit): string | undefined {
  if (foreign !== undefined) return `the unit "${foreign}" is not one that facts are kept in`;
  if (before && after && before !== after) return `two units (${before} and ${after}) on one figure`;
  return undefined;
}

/** Of hedges that no fact can keep. @param qualifier what they say together, where they say one thing */
export function hedgeProblem(
  hedges: readonly Qualifier[],
  shape: 'figure' | 'range' | 'tier',
  qualifier: Qualifier | undefined,
  unclear: string | undefined,
): string | undefined {
  if (unclear !== undefined) {
    return `"${unclear}" can be taken in two ways: find a place of the source that says it plainly`;
  }
  if (qualifier !== undefined) return undefined;
  const said = [...new Set(hedges)].join(', ');
  if (shape === 'figure') return `hedges that contradict each other (${said})`;
  if (shape === 'tier') return `a hedge (${said}) on a class`;
  return `a hedge (${said}) on a range, of which a fact holds one or the other: make it a statement`;
}

/** With the half that stands behind its unit: trois ans et demi. */
export function withHalf(numeral: Numeral, { half }: Right): ReadAmount {
  return half === 'half' ? { amount: `${numeral.amount}.5` } : numeral;
}

/** A half that counts something else than its unit, or is not to be told: 3 millions d'euros et demi. */
export function doubt(numeral: Numeral, { half }: Right): string | undefined {
  if (numeral.problem !== undefined) return numeral.problem;
  const whole = !numeral.amount.includes('.') && numeral.hedge === undefined && numeral.amount.length < 4;
  if (half === undefined || (half === 'half' && whole)) return undefined;
  return 'a half behind it that cannot be told from another word: write the number in digits';
}
