/**
 * Layer 1. Formulas of derived facts:
 *
 *     sum     = product { ("+" | "-") product }
 *     product = operand { ("*" | "/") operand }
 *     operand = fact id | "(" sum ")"
 *
 * Operators have blanks around them, since "-" is also part of ids. There are no numbers: each would be a figure
 * without a fact.
 */
import { factId } from './schema.js';
import { shown } from './spelling.js';

export type Operator = '+' | '-' | '*' | '/';

/** `offset` counts characters of the formula from 0. */
export type Expression =
  | { readonly kind: 'fact'; readonly id: string; readonly offset: number }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      /** Of the operator. */
      readonly offset: number;
    };

export interface FormulaError {
  readonly message: string;
  readonly offset: number;
  readonly expected: string;
  readonly hint: string;
}

const depthLimit = 16;

interface Token {
  readonly kind: 'id' | 'operator' | '(' | ')' | 'end' | 'wrong';
  readonly text: string;
  readonly offset: number;
}

class SyntaxFault extends Error {
  constructor(readonly fault: FormulaError) {
    super(fault.message);
  }
}

/** Reads a formula, or tells the first thing wrong with it. */
export function parseFormula(formula: string): { expression: Expression } | { error: FormulaError } {
  const tokens = tokenize(formula);
  let next = 0;
  const peek = (): Token => tokens[next]!;
  const take = (): Token => tokens[next++]!;

  const chain = (
    operators: readonly string[],
    part: (depth: number) => Expression,
    depth: number,
  ): Expression => {
    let left = part(depth);
    while (peek().kind === 'operator' && operators.includes(peek().text)) {
      const { text, offset } = take();
      left = { kind: 'operation', operator: text as Operator, left, right: part(depth), offset };
    }
    return left;
  };
  const sum = (depth: number): Expression => chain(['+', '-'], product, depth);
  const product = (depth: number): Expression => chain(['*', '/'], operand, depth);
  const operand = (depth: number): Expression => {
    const token = take();
    if (token.kind === 'id') return { kind: 'fact', id: token.text, offset: token.offset };
    if (token.kind !== '(') throw fault(token, 'a fact id or "("');
    if (depth === depthLimit) throw fault(token, `at most ${depthLimit} parentheses inside each other`);
    const inner = sum(depth + 1);
    const close = take();
    if (close.kind !== ')') throw fault(close, 'an operator or ")"');
    return inner;
  };

  try {
    const expression = sum(0);
    if (peek().kind !== 'end') throw fault(peek(), 'an operator or the end of the formula');
    return { expression };
  } catch (error) {
    if (error instanceof SyntaxFault) return { error: error.fault };
    throw error;
  }
}

/** The facts of a formula in order, each once, with the offset where each first stands. */
export function partsOf(expression: Expression): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  const visit = (node: Expression): void => {
    if (node.kind === 'operation') {
      visit(node.left);
      visit(node.right);
    } else if (!parts.has(node.id)) parts.set(node.id, node.offset);
  };
  visit(expression);
  return parts;
}

function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  // A run without blanks and parentheses is one token, right or wrong.
  for (const { 0: text, index: offset } of formula.matchAll(/[()]|[^\s()]+/g)) {
    let kind: Token['kind'] = 'wrong';
    if (text === '(' || text === ')') kind = text;
    else if (/^[-+*/]$/.test(text)) kind = 'operator';
    else if (factId.safeParse(text).success) kind = 'id';
    tokens.push({ kind, text, offset });
  }
  tokens.push({ kind: 'end', text: '', offset: formula.length });
  return tokens;
}

function fault({ kind, text, offset }: Token, expected: string): SyntaxFault {
  const message = kind === 'end' ? 'the formula ends too early' : `${shown(text)} cannot stand here`;
  return new SyntaxFault({ message, offset, expected, hint: hintFor(kind, text) });
}

function hintFor(kind: Token['kind'], text: string): string {
  if (kind === 'wrong') {
    if (/^[\d.,%]+$/.test(text)) return 'Numbers are not read: write the figure as a fact and name it here.';
    if (/[×✕⋅·]/.test(text)) return 'Write * with blanks around it.';
    if (/[÷∕:]/.test(text)) return 'Write / with blanks around it.';
    if (/[−–—]/.test(text)) return 'Write - with blanks around it.';
    if (/[-+*/]/.test(text)) return 'Put blanks around operators; ids are dotted, such as funds.committed.';
    return 'Fact ids are dotted, lower case: funds.committed.';
  }
  if (kind === 'operator') return 'An operator stands between two facts.';
  return 'Check the operators and parentheses.';
}
