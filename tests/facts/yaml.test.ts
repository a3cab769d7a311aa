import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { formatDiagnostic } from '../../src/diagnostic.js';
import { factsFile } from '../../src/facts/schema.js';
import { readYaml } from '../../src/facts/yaml.js';
import { marked, told } from './marked.js';

const fact = `topic: funds
facts:
  - id: funds.committed
    kind: quantity
    label: { en: Committed, zh-CN: 认缴 }
    quantity: { amount: "286.6", unit: CNY }
    qualifier: exact
    evidence:
      - { source: daily, locator: { paragraph: 1 }, stated: 286.6亿元 }
`;

/** The one finding of a marked text: that it is the only one, and stands at the mark, is checked here. */
function only(text: string, schema: z.ZodType = factsFile) {
  const { text: plain, places } = marked(text);
  const { diagnostics, value } = readYaml('facts.yaml', plain, schema);
  expect(value).toBeUndefined();
  expect(
    diagnostics.map((one) => `${one.at?.line}:${one.at?.column}`),
    diagnostics.map(formatDiagnostic).join('\n'),
  ).toEqual(places);
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0]!;
}

const changed = (text: string, to: string): string => {
  expect(fact).toContain(text);
  return fact.replace(text, to);
};

describe('reading YAML', () => {
  it('gives the value and the place of everything in it', () => {
    const file = readYaml('facts.yaml', fact, factsFile);
    expect(file.diagnostics).toEqual([]);
    expect(file.value?.facts[0]).toMatchObject({ id: 'funds.committed', quantity: { amount: '286.6' } });
    expect(file.placeOf(['facts', 0, 'quantity', 'amount'])).toMatchObject({ line: 6, column: 25 });
    expect(file.placeOfKey(['facts', 0, 'quantity', 'amount'])).toMatchObject({ line: 6, column: 17 });
    expect(file.placeOf(['facts', 0, 'quantity', 'amount'], 2)).toMatchObject({ line: 6, column: 28 });
    expect(file.placeOf(['facts', 0, 'note', 'en'])).toMatchObject({ line: 3, column: 5 });
    expect(file.placeOf([])).toMatchObject({
      file: 'facts.yaml',
      line: 1,
      column: 1,
      excerpt: 'topic: funds',
    });
  });

  it('reads dates and yes as text', () => {
    const schema = z.strictObject({ a: z.string(), b: z.string() });
    expect(readYaml('f', 'a: 2025-11-16\nb: yes\n', schema).value).toEqual({ a: '2025-11-16', b: 'yes' });
  });

  it('counts lines from where a part of a file begins, also with Windows line ends', () => {
    const { diagnostics } = readYaml(
      'a.md',
      'title: x\r\nsubtitel: y\r\n',
      z.strictObject({ title: z.string() }),
      {
        firstLine: 2,
      },
    );
    expect(told(diagnostics)).toEqual(['yaml/unknown-key 3:1']);
    expect(diagnostics[0]?.at?.excerpt).toBe('subtitel: y');
  });

  it('takes an empty text for what the caller says, else finds it empty', () => {
    const schema = z.strictObject({ title: z.string().optional() });
    expect(readYaml('f', '# nothing\n', schema, { whenEmpty: {} }).value).toEqual({});
    expect(told(readYaml('f', '# nothing\n', schema).diagnostics)).toEqual(['yaml/empty 1:1']);
  });

  it('lets an alias stand for the value of its anchor', () => {
    const schema = z.record(z.string(), z.strictObject({ en: z.string() }));
    const { value } = readYaml('f', 'a: &note { en: x }\nb: *note\n', schema);
    expect(value).toEqual({ a: { en: 'x' }, b: { en: 'x' } });
  });
});

describe('what the schema finds', () => {
  it('tells to quote an amount written as a number, with the digits as they were written', () => {
    const found = only(changed('"286.6"', '⟦286.60'));
    expect(found).toMatchObject({ code: 'yaml/wrong-type', message: '"amount" is a number, 286.60' });
    expect(found.hint).toContain('amount: "286.60"');
  });

  it('tells to quote a year', () => {
    expect(only(`${fact}    period: ⟦2024\n`)).toMatchObject({
      code: 'yaml/wrong-type',
      expected: expect.stringContaining('ISO 8601'),
      hint: 'Put it in quotes: period: "2024"',
    });
  });

  it('points at an unknown key and names the one that was meant', () => {
    const found = only(`${fact}    ⟦nota: { en: x }\n`);
    expect(found).toMatchObject({ code: 'yaml/unknown-key', hint: 'Did you mean "note"?' });
    expect(found.expected).toContain('id, label, note');
  });

  it('points at the mapping in which a key is missing', () => {
    expect(only(changed('{ amount: "286.6", unit: CNY }', '⟦{ amount: "286.6" }'))).toMatchObject({
      code: 'yaml/missing-key',
      message: 'key "unit" is missing in "quantity"',
    });
    expect(
      only(changed('  - id: funds.committed\n    kind: quantity\n', '  - ⟦id: funds.committed\n')),
    ).toMatchObject({
      code: 'yaml/missing-key',
      expected: 'one of quantity, share, growth, tier, ranking, event, roster, statement',
    });
  });

  it('lists the kinds for an unknown kind, and nothing else', () => {
    expect(only(changed('kind: quantity', 'kind: ⟦quantty'))).toMatchObject({
      code: 'yaml/unknown-value',
      expected: 'one of quantity, share, growth, tier, ranking, event, roster, statement',
      hint: 'Did you mean "quantity"?',
    });
  });

  it('holds a fact with a formula to the keys of derived facts', () => {
    const { text, places } = marked(
      'topic: funds\nfacts:\n  - id: a.b\n    kind: ⟦tier\n    label: { en: x }\n    derived: { formula: a.c, unit: ⟦percnt }\n    ⟦evidence: []\n',
    );
    const { diagnostics } = readYaml('f', text, factsFile);
    expect(told(diagnostics)).toEqual([
      `yaml/unknown-value ${places[0]}`,
      `yaml/wrong-form ${places[1]}`,
      `yaml/unknown-key ${places[2]}`,
    ]);
    expect(diagnostics[1]?.hint).toBe('Did you mean "percent"?');
  });

  it('finds an empty value, list and text, and one that is too long', () => {
    expect(only(changed('qualifier: exact', '⟦qualifier:')).code).toBe('yaml/empty-value');
    expect(only(`${fact.slice(0, fact.indexOf('evidence:'))}evidence: ⟦[]\n`).code).toBe('yaml/wrong-size');
    expect(only(changed('en: Committed', 'en: ⟦""'))).toMatchObject({
      code: 'yaml/wrong-size',
      message: '"en" is empty',
    });
    expect(only(changed('stated: 286.6亿元', `stated: ⟦${'x'.repeat(41)}`))).toMatchObject({
      code: 'yaml/wrong-size',
      expected: 'at most 40 characters',
    });
  });

  it('tells what a # without quotes does', () => {
    const colour = z.strictObject({ ink: z.string() });
    expect(only('⟦ink: #17212B\n', colour).hint).toBe(
      'A # begins a comment. Put the value in quotes: ink: "#…"',
    );
    expect(only('⟦ink: # later\n', colour).hint).toContain('Write a value');
  });

  it('tells to name the languages where one text is given for all', () => {
    const changed = fact.replace('{ en: Committed, zh-CN: 认缴 }', '⟦Committed capital');
    expect(only(changed)).toMatchObject({
      message: '"label" is text, "Committed capital"',
      expected: 'one text for each language of the zone',
      hint: 'Name the language of each text: label: { en: Committed capital, de: … }',
    });
  });

  it('finds a text of the wrong form', () => {
    expect(only(changed('"286.6"', '⟦"286,6"'))).toMatchObject({
      code: 'yaml/wrong-form',
      expected: expect.stringContaining('Exact decimal'),
    });
  });

  it('points at a key that is no language', () => {
    expect(only(changed('en: Committed', '⟦EN: Committed'))).toMatchObject({
      code: 'yaml/unknown-key',
      expected: expect.stringContaining('BCP 47'),
    });
  });

  it('explains what a comma does inside braces', () => {
    expect(only(changed('en: Committed', 'en: First, ⟦then the rest')).hint).toContain('comma');
  });

  it('finds line breaks in what must be one line', () => {
    const text = changed('{ en: Committed, zh-CN: 认缴 }', '\n      en: ⟦|\n        a\n        b');
    expect(only(text)).toMatchObject({
      code: 'yaml/control-character',
      message: expect.stringContaining('a line break'),
    });
  });

  it('finds another shape than the one expected', () => {
    expect(only('⟦- a\n')).toMatchObject({ code: 'yaml/wrong-type', message: 'the file is a list' });
    expect(only('topic: a\nfacts: ⟦b\n')).toMatchObject({
      code: 'yaml/wrong-type',
      message: '"facts" is text, "b"',
    });
    expect(only('topic: a\nfacts: ⟦{}\n').expected).toContain('a list');
  });

  it('passes on code, hint and expectation of a refinement', () => {
    const schema = z.strictObject({ a: z.string() }).superRefine((value, context) => {
      if (value.a !== 'x') {
        const params = { code: 'area/code', hint: 'do this', expected: 'x' };
        context.addIssue({ code: 'custom', path: ['a'], message: 'a is wrong', params });
      }
    });
    expect(only('a: ⟦y\n', schema)).toMatchObject({
      code: 'area/code',
      message: 'a is wrong',
      hint: 'do this',
      expected: 'x',
    });
  });

  it('reports every problem, from top to bottom', () => {
    const { text, places } = marked(
      changed('kind: quantity', 'kind: quantity\n    ⟦colour: red')
        .replace('"286.6"', '⟦286')
        .replace('exact', '⟦exactly'),
    );
    const { diagnostics } = readYaml('f', text, factsFile);
    expect(told(diagnostics)).toEqual([
      `yaml/unknown-key ${places[0]}`,
      `yaml/wrong-type ${places[1]}`,
      `yaml/unknown-value ${places[2]}`,
    ]);
  });
});

describe('broken and hostile YAML', () => {
  it.each([
    ['a second key on a line', 'topic: ⟦a: b\n', 'Put a text that contains ": " in quotes'],
    ['a tab as indentation', 'topic: x\nfacts:\n⟦\t- a', 'blanks'],
    ['an open quote', 'topic: "x⟦', 'colon'],
    ['a reserved character', 'topic: ⟦@x\n', 'quotes'],
    ['an unknown escape', 'topic: "⟦\\q"\n', 'single quotes'],
  ])('says in plain words: %s', (_, text, hint) => {
    const found = only(text);
    expect(found.code).toBe('yaml/syntax');
    expect(found.hint).toContain(hint);
  });

  it('reports all syntax errors, one a line', () => {
    const { text, places } = marked('a: ⟦b: c\nd: ⟦@e\nf: "⟦\\q"\n');
    expect(told(readYaml('f', text, factsFile).diagnostics)).toEqual(
      places.map((place) => `yaml/syntax ${place}`),
    );
  });

  it.each([
    ['a tag', 'topic: !!js/function ⟦a\nfacts: []\n', 'yaml/tag'],
    ['a merge key', '⟦<<: { topic: a }\nfacts: []\n', 'yaml/key'],
    ['a prototype', 'topic: a\nfacts: []\n⟦__proto__: { polluted: true }\n', 'yaml/key'],
    ['a mapping as key', 'topic: a\nfacts: []\n? ⟦[a]\n: b\n', 'yaml/key'],
    ['a directive', '⟦%YAML 1.1\n---\ntopic: a\nfacts: []\n', 'yaml/directive'],
    ['a second document', 'topic: a\nfacts: []\n⟦---\ntopic: b\n', 'yaml/several-documents'],
    ['a key twice', 'topic: a\nfacts: []\n⟦topic: b\n', 'yaml/duplicate-key'],
    ['an alias without anchor', 'topic: ⟦*x\nfacts: []\n', 'yaml/alias'],
    ['an alias inside its anchor', 'topic: a\nfacts: &x [⟦*x]\n', 'yaml/alias'],
    ['NUL', 'topic: "a⟦\u0000"\nfacts: []\n', 'yaml/control-character'],
    ['an escaped bell', 'topic: ⟦"a\\u0007"\nfacts: []\n', 'yaml/control-character'],
    ['an escaped lone surrogate', 'topic: ⟦"a\\ud800"\nfacts: []\n', 'yaml/control-character'],
    ['a bidirectional override', 'topic: a⟦\u202Eb\nfacts: []\n', 'yaml/control-character'],
    ['another encoding', 'topic: a\nfacts: [] # ⟦\uFFFD\uFFFD\n', 'yaml/not-utf8'],
  ])('refuses %s', (_, text, code) => {
    expect(only(text).code).toBe(code);
  });

  it('reports one wrong indentation once, not every line after it', () => {
    const one = readYaml('facts.yaml', fact.replace('    kind:', '   kind:'), factsFile).diagnostics;
    expect(one.map(({ code, at }) => `${code}:${at?.line}`)).toEqual(['yaml/syntax:4']);
  });

  it('names the code point of a control character', () => {
    expect(only('topic: "a⟦\u0001"\nfacts: []\n').message).toContain('U+0001');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('does not print control characters', () => {
    const { diagnostics } = readYaml('f', 'topic: "\u001b[2J"\nfacts: []\n', factsFile);
    expect(diagnostics.map(formatDiagnostic).join()).not.toContain('\u001b');
  });

  it.each([
    ['brackets', `topic: ${'['.repeat(100_000)}`],
    ['braces', `topic: ${'{a: '.repeat(50_000)}`],
    ['dashes', '- '.repeat(50_000)],
    ['indentation', Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('stops at deep nesting of %s', (_, text) => {
    expect(readYaml('f', text, factsFile).diagnostics.map(({ code }) => code)).toEqual(['yaml/too-deep']);
  });

  it('stops at aliases that multiply', () => {
    const lines = Array.from(
      { length: 30 },
      (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`,
    );
    const text = ['a0: &a0 [x, x, x, x, x, x, x, x, x]', ...lines].join('\n');
    const { diagnostics } = readYaml('f', text, z.record(z.string(), z.unknown()));
    expect(diagnostics[0]).toMatchObject({
      code: 'yaml/alias',
      message: expect.stringContaining('more than'),
    });
  });

  it('stops at a file of 5 MB', () => {
    const { diagnostics } = readYaml('f', 'a: b\n'.repeat(1_000_000), factsFile);
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/too-large']);
  });

  it('reports no more findings than a person would read', () => {
    const { diagnostics } = readYaml('f', `topic: a\nfacts:\n${'  - a\n'.repeat(1000)}`, factsFile);
    expect(diagnostics).toHaveLength(101);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'yaml/more-findings',
      message: '900 more findings in this file',
    });
  });
});
