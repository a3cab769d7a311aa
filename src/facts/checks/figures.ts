/** Layer 1. The facts that a check names: found, figures, no classes, of one unit; or a finding at the name. */
import type { Findings, Place } from '../../diagnostic.js';
import type { Path } from '../explain.js';
import type { Fact, FactId, Ledger } from '../fact.js';
import { isTier } from '../figure-checks.js';
import type { Qualifier, Quantity } from '../schema.js';
import { nearest, shown } from '../spelling.js';

/** A fact that arithmetic may be done with. */
export type FigureFact = Fact & { readonly quantity: Quantity; readonly qualifier: Qualifier };

export interface Checking {
  readonly ledger: Ledger;
  /** In checks.yaml. */
  readonly placeOf: (path: Path) => Place;
  readonly findings: Findings;
}

/** @returns undefined where the fact cannot be reckoned with, which is reported */
export function figureAt(
  { ledger, placeOf, findings }: Checking,
  id: FactId,
  path: Path,
): FigureFact | undefined {
  const at = placeOf(path);
  const fact = ledger.facts.get(id);
  if (!fact) {
    const meant = nearest(id, ledger.facts.keys());
    findings.error('checks/unknown-fact', `there is no fact ${shown(id)}`, {
      at,
      expected: 'the id of a fact under facts/',
      hint: meant ? `Did you mean ${meant}?` : 'zonebrief facts lists all of them.',
    });
    return undefined;
  }
  if (isTier(fact)) {
    findings.error('checks/tier', `${id} is a tier: ${figureText(fact)}`, {
      at,
      expected: 'a measured figure: a class is no amount, so nothing can be reckoned with it',
      hint: 'Remove it from the check.',
    });
    return undefined;
  }
  const { quantity, qualifier } = fact;
  if (quantity && qualifier) return { ...fact, quantity, qualifier };
  findings.error('checks/no-figure', `${id} is ${article(fact.kind)} and has no amount`, {
    at,
    expected: 'a fact of kind quantity, share or growth',
    hint: 'Name another fact, or remove it from the check.',
  });
  return undefined;
}

/** All of them or none, each in the unit of the first. */
export function figuresAt(
  checking: Checking,
  named: readonly (readonly [FactId, Path])[],
): FigureFact[] | undefined {
  const figures = named.map(([id, path]) => figureAt(checking, id, path));
  const [first] = figures;
  const rest = figures.map((figure, index) => {
    if (!figure || !first || unitOf(figure) === unitOf(first)) return figure;
    checking.findings.error(
      'checks/unit',
      `${figure.id} is in ${unitOf(figure)}, ${first.id} in ${unitOf(first)}: ${figureText(figure)}; ${figureText(first)}`,
      {
        at: checking.placeOf(named[index]![1]),
        expected: `${unitOf(first)}, as ${first.id}`,
        hint: 'Only figures of one unit can be compared; mend the unit, or name another fact.',
      },
    );
    return undefined;
  });
  return rest.includes(undefined) ? undefined : (rest as FigureFact[]);
}

/** "CNY", "people per 100000 people" */
export function unitOf({
  quantity: { unit, per },
}: {
  readonly quantity: Pick<Quantity, 'unit' | 'per'>;
}): string {
  return per ? `${unit} per ${per.amount} ${per.unit}` : unit;
}

/** `nearly 30000000000 CNY`, `2 to 3 percent` */
export function amountText(
  quantity: Pick<Quantity, 'amount' | 'max' | 'unit' | 'per'>,
  qualifier: Qualifier,
): string {
  const bounds = [quantity.amount, quantity.max].filter((one) => one !== undefined).join(' to ');
  const hedge = qualifier === 'exact' || qualifier === 'range' ? '' : `${qualifier} `;
  return `${hedge}${bounds} ${unitOf({ quantity })}`;
}

/** As written: `nearly 30000000000 CNY ("近300亿", data/x/facts/funds.yaml:41)`; of a derived fact with its formula. */
export function figureText({ quantity, qualifier, derived, evidence, at }: Fact): string {
  const stated = [...new Set(evidence.map((entry) => `"${entry.stated}"`))].join(', ');
  const amount = quantity && qualifier ? `${amountText(quantity, qualifier)} ` : '';
  return `${amount}(${derived ? `= ${derived.formula}` : stated}, ${placeText(at)})`;
}

export function placeText({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}

const article = (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
