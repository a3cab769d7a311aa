import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, parseFormula, partsOf } from '../../src/facts/formula.js';
import { marked } from './marked.js';

/** Fully parenthesised. */
function written(node: Expression): string {
  return node.kind === 'fact' ? node.id : `(${written(node.left)} ${node.operator} ${written(node.right)})`;
}
function parse(formula: string): Expression {
  const parsed = parseFormula(formula);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.expression;
}

describe('formulas', () => {
  it.each([
    ['a.b', 'a.b'],
    ['a.b - a.c - a.d', '((a.b - a.c) - a.d)'],
    ['a.b + a.c * a.d', '(a.b + (a.c * a.d))'],
    ['a.b / a.c / a.d', '((a.b / a.c) / a.d)'],
    ['(a.b + a.c) * a.d', '((a.b + a.c) * a.d)'],
    ['( a.b - a.c )  /  a.b', '((a.b - a.c) / a.b)'],
    ['a.paid-in - a.b-c', '(a.paid-in - a.b-c)'],
  ])('reads %s as %s', (formula, tree) => {
    expect(written(parse(formula))).toBe(tree);
  });

  it.each([
    ['⟦', 'a fact id'],
    ['a.b +⟦', 'a fact id'],
    ['a.b ⟦a.c', 'an operator'],
    ['⟦+ a.b', 'a fact id'],
    ['(a.b + a.c⟦', '")"'],
    ['a.b⟦)', 'an operator'],
    ['⟦100 - a.b', 'a fact id', 'Numbers are not read'],
    ['a.b ⟦× a.c', 'an operator', 'Write *'],
    ['a.b ⟦÷ a.c', 'an operator', 'Write /'],
    ['a.b ⟦− a.c', 'an operator', 'Write -'],
    ['⟦a.b/a.c', 'a fact id', 'Put blanks'],
    ['⟦Funds.b', 'a fact id', 'lower case'],
    ['a.b / ⟦committed', 'a fact id', 'dotted'],
    [`${'('.repeat(16)}⟦${'('.repeat(40)}a.b`, '16 parentheses'],
  ])('tells what is wrong with %s', (text, expected, hint = '') => {
    const { text: formula, places } = marked(text);
    const parsed = parseFormula(formula);
    expect(parsed).toMatchObject({
      error: { expected: expect.stringContaining(expected), hint: expect.stringContaining(hint) },
    });
    expect('error' in parsed && `1:${parsed.error.offset + 1}`).toBe(places[0]);
  });

  it('lists the facts in order, each once, with the offset of the first', () => {
    expect([...partsOf(parse('(a.b - a.c) / a.b'))]).toEqual([
      ['a.b', 1],
      ['a.c', 7],
    ]);
  });

  it('reads back every tree it is written as', () => {
    const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc
          .constantFrom('a.b', 'a-b.c-d', 'x.y.z2')
          .map((id): Expression => ({ kind: 'fact', id, offset: 0 })),
        fc.record({
          kind: fc.constant('operation' as const),
          operator: fc.constantFrom('+', '-', '*', '/'),
          left: tie('tree'),
          right: tie('tree'),
          offset: fc.constant(0),
        }),
      ),
    }));
    fc.assert(fc.property(tree, (node) => written(parse(written(node))) === written(node)));
  });

  it('ends with a tree or an error for any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a.b', ' ', '(', ')', '+', '-', '/', '1', '.', '亿'),
          maxLength: 60,
        }),
        (text) => {
          const parsed = parseFormula(text);
          return 'error' in parsed ? parsed.error.offset <= text.length : partsOf(parsed.expression).size > 0;
        },
      ),
    );
  });
});
