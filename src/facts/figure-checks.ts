/** Layer 1. Whether kind, qualifier, unit and amounts of a stated figure fit each other. */
import { Decimal } from 'decimal.js';
import type { Findings } from '../diagnostic.js';
import type { FactKind } from './fact.js';
import type { Entry } from './ledger-checks.js';
import type { Qualifier, Quantity } from './schema.js';
import { nearest } from './spelling.js';

interface Figure {
  readonly id: string;
  readonly kind: FactKind;
  readonly quantity: Quantity;
  readonly qualifier: Qualifier;
}
type Check = (fact: Figure) =>
  | {
      readonly code: string;
      readonly message: string;
      /** The key that is wrong. */
      readonly path: readonly string[];
      readonly expected: string;
      readonly hint: string;
      readonly severity?: 'warning';
    }
  | false;

/** ISO 4217, as this Node knows it. */
const currencies = new Set(Intl.supportedValuesOf('currency'));
/** What people write for a currency that has another code. */
const customary: Readonly<Record<string, string>> = { RMB: 'CNY', CNH: 'CNY', NTD: 'TWD', UKP: 'GBP' };

const checks: readonly Check[] = [
  ({ quantity: { unit, per } }) => {
    const wrong = [unit, per?.unit].find((one) => one && /^[A-Z]{3}$/.test(one) && !currencies.has(one));
    if (wrong === undefined) return false;
    const meant = customary[wrong] ?? nearest(wrong, currencies);
    return {
      code: 'facts/unknown-unit',
      message: `there is no currency with the code ${wrong}`,
      path: wrong === unit ? ['quantity', 'unit'] : ['quantity', 'per', 'unit'],
      expected: 'an ISO 4217 code such as CNY, EUR or USD',
      hint: meant ? `Did you mean ${meant}?` : 'Look the code up.',
    };
  },
  ({ kind, qualifier }) =>
    (kind === 'tier') !== (qualifier === 'tier') && {
      code: 'facts/tier',
      message: `kind is ${kind}, but qualifier is ${qualifier}`,
      path: ['qualifier'],
      expected: 'kind tier and qualifier tier together, or neither',
      hint: 'A class (千亿级) has both; a measured figure has neither.',
    },
  ({ kind, quantity }) =>
    kind === 'share' &&
    quantity.unit !== 'percent' && {
      code: 'facts/share-unit',
      message: `a share is given in ${quantity.unit}`,
      path: ['quantity', 'unit'],
      expected: 'unit percent',
      hint: 'Write the share in percent, or use kind quantity.',
    },
  ({ kind, quantity }) => {
    const top = new Decimal(quantity.max ?? quantity.amount);
    const low = new Decimal(quantity.amount);
    return (
      kind === 'share' &&
      quantity.unit === 'percent' &&
      (low.isNegative() || top.greaterThan(100)) && {
        code: 'facts/share-over-whole',
        message: `a share is ${low.isNegative() ? low : top} percent`,
        path: ['quantity', top.greaterThan(100) && quantity.max !== undefined ? 'max' : 'amount'],
        expected: '0 to 100 percent of the whole',
        hint: 'Mend the amount; for a change use kind growth.',
      }
    );
  },
  ({ kind, quantity }) =>
    kind === 'growth' &&
    quantity.unit !== 'percent' &&
    quantity.unit !== 'percentage-point' && {
      code: 'facts/growth-unit',
      message: `a growth is given in ${quantity.unit}`,
      path: ['quantity', 'unit'],
      expected: 'unit percent or percentage-point',
      hint: 'Write the rate, or use kind quantity for an increase in amount.',
    },
  ({ kind, quantity }) =>
    kind === 'growth' &&
    quantity.basis === undefined && {
      code: 'facts/growth-basis',
      message: 'a growth without basis: a reader cannot tell against what',
      path: ['quantity'],
      expected: 'basis: year-on-year or annual-average',
      hint: 'Add the basis; where the source gives none, say so in the note.',
      severity: 'warning',
    },
  ({ kind, quantity }) =>
    kind !== 'growth' &&
    quantity.basis !== undefined && {
      code: 'facts/basis',
      message: `kind is ${kind}, but the quantity has basis ${quantity.basis}`,
      path: ['quantity', 'basis'],
      expected: 'basis with kind growth only',
      hint: 'Remove the basis, or use kind growth.',
    },
  ({ qualifier, quantity }) =>
    qualifier === 'range' &&
    quantity.max === undefined && {
      code: 'facts/range',
      message: 'qualifier is range, but the quantity has no max',
      path: ['quantity'],
      expected: 'amount and max, the two ends of the range',
      hint: 'Add max, or choose another qualifier.',
    },
  ({ qualifier, quantity }) =>
    qualifier !== 'range' &&
    quantity.max !== undefined && {
      code: 'facts/range',
      message: `the quantity has max ${quantity.max}, but qualifier is ${qualifier}`,
      path: ['quantity', 'max'],
      expected: 'max with qualifier range only',
      hint: 'Write qualifier: range, or remove max.',
    },
  ({ quantity: { amount, max } }) =>
    max !== undefined &&
    new Decimal(max).lessThanOrEqualTo(amount) && {
      code: 'facts/range',
      message: `max is ${max}, which is not above amount ${amount}`,
      path: ['quantity', 'max'],
      expected: 'amount the lower, max the upper end',
      hint: 'Swap or mend the two.',
    },
  ({ quantity: { per } }) =>
    per !== undefined &&
    !new Decimal(per.amount).greaterThan(0) && {
      code: 'facts/rate',
      message: `a rate per ${per.amount} ${per.unit}`,
      path: ['quantity', 'per', 'amount'],
      expected: 'an amount above 0',
      hint: 'Mend the amount.',
    },
  ({ quantity: { amount, significantDigits } }) => {
    const least = new Decimal(amount).precision();
    return (
      significantDigits !== undefined &&
      significantDigits < least && {
        code: 'facts/significant-digits',
        message: `amount ${amount} has ${least} significant digits, but significantDigits is ${significantDigits}`,
        path: ['quantity', 'significantDigits'],
        expected: `at least ${least}`,
        hint: 'Remove significantDigits: it is read off the amount.',
      }
    );
  },
];

export const isTier = (fact: { kind: string; qualifier?: Qualifier | undefined }): boolean =>
  fact.kind === 'tier' || fact.qualifier === 'tier';

export function checkFigure(fact: Figure, entry: Entry, findings: Findings): void {
  for (const check of checks) {
    const found = check(fact);
    if (!found) continue;
    const { code, message, path, expected, hint, severity = 'error' } = found;
    const at = entry.placeOf(path);
    findings.add([{ code, severity, message: `${fact.id}: ${message}`, at, expected, hint }]);
  }
}
