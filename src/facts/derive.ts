/** Layer 1. Computes derived facts: order, evidence, hedges, units; everything that cannot be computed is a finding. */
import type { Findings, Place } from '../diagnostic.js';
import type { Fact, FactId } from './fact.js';
import { checkFigure, isTier } from './figure-checks.js';
import { type Expression, type FormulaError, parseFormula, partsOf } from './formula.js';
import { calculate, type Hedged, hedged, scaled, told } from './hedge.js';
import type { Entry } from './ledger-checks.js';
import { Rational } from './rational.js';
import type { DerivedFact, EvidenceEntry, Quantity } from './schema.js';
import { nearest, shown } from './spelling.js';
import { combine, type Dimension, dimensionOf, expressibleAs, nameOf, scaleOf } from './units.js';

/** A derived fact as written. */
export interface DerivedEntry {
  readonly fact: DerivedFact;
  readonly topic: string;
  readonly entry: Entry;
  /** @param offset in the formula, in characters */
  readonly placeInFormula: (offset: number) => Place;
}

/** What was computed, before rounding: formulas over derived facts go on from here. */
interface Computed {
  readonly value: Hedged;
  readonly dimension: Dimension;
}

interface Node extends DerivedEntry {
  readonly expression: Expression;
  readonly parts: ReadonlyMap<FactId, number>;
}

/** Far above any figure; keeps chains of products from growing without end. */
const sizeLimit = 4096;
const amountLimit = 40;
const suggestionLimit = 100;

/**
 * @param stated the facts that sources state
 * @param isElsewhere whether a fact of this id is written somewhere but could not be read, so that it is not unknown
 * @returns the derived facts that could be computed, in the order given
 */
export function deriveFacts(
  stated: ReadonlyMap<FactId, Fact>,
  derived: readonly DerivedEntry[],
  isElsewhere: (id: FactId) => boolean,
  findings: Findings,
): Map<FactId, Fact> {
  const nodes = new Map<FactId, Node>();
  for (const one of derived) {
    const parsed = parseFormula(one.fact.derived.formula);
    if ('error' in parsed) report(one, parsed.error, findings);
    else nodes.set(one.fact.id, { ...one, expression: parsed.expression, parts: partsOf(parsed.expression) });
  }
  const known = new Set([...stated.keys(), ...derived.map(({ fact }) => fact.id)]);
  for (const node of nodes.values()) checkParts(node, stated, known, isElsewhere, findings);

  const facts = new Map(stated);
  const computed = new Map<FactId, Computed>();
  for (const fact of stated.values()) {
    const value = fact.quantity && fact.qualifier && hedged(fact.quantity, fact.qualifier);
    if (!fact.quantity || !value) continue;
    const factor = scaleOf(fact.quantity.unit);
    const per = fact.quantity.per ? Rational.parse(fact.quantity.per.amount) : Rational.of(1n);
    if (per.sign === 0) continue;
    const plain = scaled(value, Rational.of(1n, factor).dividedBy(per));
    computed.set(fact.id, { value: plain, dimension: dimensionOf(fact.quantity) });
  }
  for (const node of inOrder(nodes, findings)) {
    const result = evaluate(node.expression, computed, node, findings);
    if (!result) continue;
    computed.set(node.fact.id, result);
    const fact = makeFact(node, result, facts, findings);
    if (fact) facts.set(fact.id, fact);
  }
  const done = derived.map(({ fact }) => facts.get(fact.id)).filter((fact) => fact !== undefined);
  return new Map(done.map((fact) => [fact.id, fact]));
}

function report({ fact, placeInFormula }: DerivedEntry, error: FormulaError, findings: Findings): void {
  findings.error('facts/formula-syntax', `formula of ${fact.id}: ${error.message}`, {
    at: placeInFormula(error.offset),
    expected: error.expected,
    hint: error.hint,
  });
}

function checkParts(
  node: Node,
  stated: ReadonlyMap<FactId, Fact>,
  known: ReadonlySet<FactId>,
  isElsewhere: (id: FactId) => boolean,
  findings: Findings,
): void {
  for (const [id, offset] of node.parts) {
    const at = node.placeInFormula(offset);
    const fact = stated.get(id);
    if (!known.has(id)) {
      if (isElsewhere(id)) continue;
      // A name is looked for while a person may still be reading: each search goes through all facts.
      const meant = findings.all.length < suggestionLimit ? nearest(id, known) : undefined;
      findings.error(
        'facts/unknown-fact',
        `formula of ${node.fact.id} names ${shown(id)}, and there is no such fact`,
        {
          at,
          expected: 'the id of a fact of this zone',
          hint: meant ? `Did you mean ${shown(meant)}?` : 'Put blanks around "-" if it is meant as minus.',
        },
      );
    } else if (fact && isTier(fact)) {
      findings.error('facts/formula-tier', `formula of ${node.fact.id} computes with ${id}, a tier`, {
        at,
        expected: 'facts with an amount: a tier is a class, not an amount',
        hint: 'Remove it: no sum, share or mean can be made of a class.',
      });
    } else if (fact && !fact.quantity) {
      findings.error(
        'facts/formula-no-figure',
        `formula of ${node.fact.id} computes with ${id}, whose kind is ${fact.kind}`,
        {
          at,
          expected: 'facts of kind quantity, share or growth',
          hint: 'Only figures can be computed with.',
        },
      );
    }
  }
}

/** Parts before what is made of them; a cycle is reported once, with all its members, and left out. */
function inOrder(nodes: ReadonlyMap<FactId, Node>, findings: Findings): Node[] {
  const waiting = new Map<FactId, number>();
  const users = new Map<FactId, Node[]>();
  for (const node of nodes.values()) {
    const derivedParts = [...node.parts.keys()].filter((id) => nodes.has(id));
    waiting.set(node.fact.id, derivedParts.length);
    for (const id of derivedParts) users.set(id, [...(users.get(id) ?? []), node]);
  }
  const order = [...nodes.values()].filter(({ fact }) => waiting.get(fact.id) === 0);
  for (const { fact } of order) {
    for (const user of users.get(fact.id) ?? []) {
      const left = waiting.get(user.fact.id)! - 1;
      waiting.set(user.fact.id, left);
      if (left === 0) order.push(user);
    }
  }
  reportCycles(nodes, new Set(order.map(({ fact }) => fact.id)), findings);
  return order;
}

/** Each fact that was not ordered has a part that was not, so following these ends in a cycle. */
function reportCycles(
  nodes: ReadonlyMap<FactId, Node>,
  ordered: ReadonlySet<FactId>,
  findings: Findings,
): void {
  const visited = new Set<FactId>();
  for (const start of nodes.keys()) {
    const path: FactId[] = [];
    let id = start;
    while (!ordered.has(id) && !visited.has(id)) {
      visited.add(id);
      path.push(id);
      id = [...nodes.get(id)!.parts.keys()].find((part) => nodes.has(part) && !ordered.has(part))!;
    }
    const begin = path.indexOf(id);
    if (begin === -1) continue;
    const cycle = path.slice(begin);
    const node = nodes.get(cycle[0]!)!;
    const next = cycle[1] ?? cycle[0]!;
    findings.error('facts/formula-cycle', `formulas go in a circle: ${circle(cycle)}`, {
      at: node.placeInFormula(node.parts.get(next) ?? 0),
      expected: 'formulas that end in facts with evidence',
      hint: 'Give one of them its evidence instead of a formula.',
    });
  }
}

/** "a -> b -> a"; of a very long one the beginning and the end. */
function circle(cycle: readonly FactId[]): string {
  const whole = [...cycle, cycle[0]];
  const cut =
    whole.length > 24 ? [...whole.slice(0, 12), `… ${whole.length - 24} more …`, ...whole.slice(-12)] : whole;
  return cut.join(' -> ');
}

/** @returns undefined where a part has no value (it has a finding of its own) or a finding was made here */
function evaluate(
  expression: Expression,
  computed: ReadonlyMap<FactId, Computed>,
  node: Node,
  findings: Findings,
): Computed | undefined {
  if (expression.kind === 'fact') return computed.get(expression.id);
  const left = evaluate(expression.left, computed, node, findings);
  const right = evaluate(expression.right, computed, node, findings);
  if (!left || !right) return undefined;
  const { operator, offset } = expression;
  const refuse = (code: string, message: string, expected: string, hint: string): undefined => {
    findings.error(code, `formula of ${node.fact.id}: ${message}`, {
      at: node.placeInFormula(offset),
      expected,
      hint,
    });
  };

  const dimension = combine(operator, left.dimension, right.dimension);
  if (!dimension) {
    const [a, b] = [nameOf(left.dimension), nameOf(right.dimension)];
    return refuse(
      'facts/formula-units',
      `${a} ${operator} ${b}`,
      'the same unit on both sides',
      'Mend the formula or the units.',
    );
  }
  const value = calculate(operator, left.value, right.value);
  if (!value) {
    const message = 'division by an amount that is, or may be, zero';
    return refuse(
      'facts/formula-division-by-zero',
      message,
      'a divisor that is not zero',
      'Mend the formula or the divisor.',
    );
  }
  if (value.low.size > sizeLimit || value.high.size > sizeLimit) {
    return refuse(
      'facts/formula-too-large',
      'the exact result has over a thousand digits',
      'a figure',
      'Mend the formula.',
    );
  }
  return { value, dimension };
}

function makeFact(
  { fact, topic, entry, parts, placeInFormula }: Node,
  { value, dimension }: Computed,
  facts: ReadonlyMap<FactId, Fact>,
  findings: Findings,
): Fact | undefined {
  const { unit, digits, formula, basis } = fact.derived;
  if (!expressibleAs(dimension, unit)) {
    findings.error(
      'facts/formula-units',
      `formula of ${fact.id} gives ${nameOf(dimension)}, which cannot be told in ${unit}`,
      {
        at: entry.placeOf(['derived', 'unit']),
        expected:
          nameOf(dimension) === 'ratio' ? 'percent (of a ratio), or count' : `unit ${nameOf(dimension)}`,
        hint: 'Mend the unit or the formula.',
      },
    );
    return undefined;
  }
  const result = told(scaled(value, Rational.of(scaleOf(unit))), digits);
  if (!result || [result.amount, result.max ?? ''].some((amount) => amount.length > amountLimit)) {
    findings.error(
      'facts/formula-not-exact',
      `formula of ${fact.id} gives no decimal of at most ${amountLimit} characters`,
      {
        at: placeInFormula(0),
        expected: 'digits, the significant digits to round to',
        hint: 'Add "digits: 3" to derived.',
      },
    );
    return undefined;
  }
  const { qualifier, ...amounts } = result;
  const used = [...parts.keys()].map((id) => facts.get(id)).filter((part) => part !== undefined);
  // A part without value stops here; it has its own finding.
  if (used.length < parts.size) return undefined;
  const quantity: Quantity = { ...amounts, unit, ...(basis && { basis }) };
  const made: Fact = {
    id: fact.id,
    topic,
    kind: fact.kind,
    label: fact.label,
    note: fact.note,
    period: fact.period ?? shared(used.map((part) => part.period)),
    asOf: fact.asOf ?? shared(used.map((part) => part.asOf)),
    expires: fact.expires,
    quantity,
    qualifier,
    counted: fact.counted,
    whole: fact.whole,
    evidence: eachOnce(used.flatMap((part) => part.evidence)),
    derived: { formula, parts: [...parts.keys()] },
    at: entry.placeOf([]),
  };
  const inDerived: Entry = {
    placeOf: (path) => entry.placeOf(['derived', ...path.slice(-1)]),
    placeOfKey: (path) => entry.placeOfKey(['derived', ...path.slice(-1)]),
  };
  checkFigure({ ...made, quantity, qualifier }, inDerived, findings);
  return made;
}

function shared(values: readonly (string | undefined)[]): string | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function eachOnce(evidence: readonly EvidenceEntry[]): EvidenceEntry[] {
  const key = ({ source, locator, stated }: EvidenceEntry): string =>
    JSON.stringify([source, locator.section, locator.paragraph, stated]);
  return [...new Map(evidence.map((one) => [key(one), one])).values()];
}
