import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readPlain } from '../../../src/compose/markdown/plain.js';
import { repository } from '../../support/sample.js';

const remark = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();
const all = (text: string) => JSON.parse(JSON.stringify(remark.parse(text)));
const plain = (text: string) => {
  const read = readPlain(text);
  return read && JSON.parse(JSON.stringify(read));
};

/** @returns how many were read */
function holds(texts: fc.Arbitrary<string>, runs: number): number {
  let read = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const made = plain(text);
      if (!made) return;
      read += 1;
      expect(made).toEqual(all(text));
    }),
    { numRuns: runs },
  );
  return read;
}

const token = '\uE000\uE011\uE012\uE001';
const words = fc.constantFrom(
  ...[
    'zone',
    'Zone',
    token,
    '高新区',
    '，',
    '。',
    '’',
    '(',
    ')',
    ',',
    '.',
    ';',
    ': ',
    '“',
    '”',
    '–',
    '🏭',
    '\u00A0',
  ],
  ...['**', ' ', ' ', ' ', '5', '12', '2025', '%', '&', 'R&D', 'M&A;', ':lit[14th]', ':lit[5G]', 'é', '½'],
);
const risky = fc.constantFrom(
  ...[
    '*',
    '***',
    '_',
    '`',
    '[',
    ']',
    '](',
    '![',
    '<b>',
    '&amp;',
    '&#64;',
    '~~',
    '~',
    '@',
    'www.',
    'www',
    'http://a.b',
    '|',
    '\\',
  ],
  ...[
    ':',
    '::',
    ':x',
    ':lit',
    ':lit[',
    ':lit[a]{b}',
    '[^1]',
    '[x]',
    '#',
    '=',
    '-',
    '+',
    '>',
    '  ',
    '\t',
    '{',
    '}',
    '!',
    '5.',
    '1)',
  ],
);
const mostly = (plainOnes: fc.Arbitrary<string>, others: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 40, arbitrary: plainOnes }, { weight: 1, arbitrary: others });
const strong = words.map((word) => (word === '**' ? '**' : `**${word}**`));
const line = fc
  .array(fc.oneof({ weight: 8, arbitrary: mostly(words, risky) }, { weight: 1, arbitrary: strong }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((parts) => parts.join(''));

const starts = fc.constantFrom(
  ...['', '', '', '', '# ', '## ', '### ', '- ', '- ', '- ', '1. ', '2. ', '| '],
  ...['* ', '+ ', '> ', '10) ', '-', '#', '  ', '    ', '- - ', '- [ ] ', '1.', '|', '::', ':::', '- # '],
);
const whole = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '',
    '---',
    '::slide{#one layout=chart}',
    '::section{#two}',
    '::x',
    ':::',
    ':::',
    ':::tiles',
    ':::notes',
  ],
  ...[
    '| a | b |',
    '|---|---|',
    '| --- | :-: |',
    '| **a** b | |',
    '|---|',
    '===',
    '-',
    '--',
    '----',
    '***',
    '::::',
    ':::tiles x',
    '   ',
  ],
  ...[
    '::slide{#a id=b}',
    '::slide{.c}',
    '::slide {#a}',
    '::slide{#a layout="x y"}',
    '[a]: b',
    '```',
    '::: ',
    '|',
    '||',
    '| a',
    'a |',
  ],
);
const anyLine = fc.oneof(
  whole,
  fc.tuple(starts, line).map((parts) => parts.join('')),
);
const text = fc.array(anyLine, { maxLength: 12 }).map((lines) => lines.join('\n'));

const prose = fc
  .tuple(fc.constantFrom('Zone', '高新区', token, '**5** '), line, fc.constantFrom('.', '。', 'zone', token))
  .map((parts) => parts.join(''));
const block = fc.oneof(
  prose,
  prose.map((written) => `# ${written}`),
  fc.array(prose, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  fc.array(prose, { minLength: 1, maxLength: 4 }).map((lines) => lines.map((each) => `- ${each}`).join('\n')),
  fc
    .array(prose, { minLength: 1, maxLength: 4 })
    .map((lines) => lines.map((each, index) => `${index + 1}. ${each}`).join('\n')),
  fc
    .array(fc.tuple(prose, prose), { minLength: 1, maxLength: 3 })
    .map(([head, ...rows]) =>
      [head, ['---', ':-:'], ...rows].map((cells) => `| ${cells!.join(' | ')} |`).join('\n'),
    ),
  fc.tuple(prose, prose).map(([one, two]) => `:::tiles\n- ${one}\n- ${two}\n:::`),
  fc
    .tuple(prose, prose, prose)
    .map(([a, b, c]) => `:::columns\n### ${a}\n- ${b}\n\n### ${a}\n${c}\n\n${b}\n:::`),
  fc.constantFrom('---\n::slide{#one layout=chart}', '::section{#two}', '---'),
);
/** As people write them. */
const template = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => blocks.join('\n\n'));

describe('plain Markdown', () => {
  it('is read as remark reads it, node for node and place for place', () => {
    expect(holds(template, 2500)).toBeGreaterThan(250);
  });

  it('is told from what may mean something else', () => {
    expect(holds(text, 3000)).toBeGreaterThan(300);
    expect(holds(line, 1500)).toBeGreaterThan(300);
  });

  it.each([
    '',
    '\n\n',
    '   \n  \n# A **b** c\n\nOne line\ntwo\n\n---\n',
    ':::notes\nText.\n\nMore\n:::',
    '1. a\n2. **b** c\n\nEnd :lit[14th] x.',
    '| A | B b |\n|---|---:|\n| **x** y | |\n| z |\n\nafter',
    '- a\n\n---\n::slide{#two}\n# b',
    '| A |\n|---|\n| WWW |\n\nThe www, over http',
  ])('is as remark has it: %j', (written) => {
    expect(plain(written)).toEqual(all(written));
  });

  it.each([
    ['a link', '[a](b)'],
    ['an address', 'www.a.b'],
    ['an address with its protocol', 'Https://a.b'],
    ['a loose list', '- a\n\n- b'],
    ['an item of two lines', '- a\n  b'],
    ['a heading that is underlined', 'a\n---'],
    ['a hard break', 'a  \nb'],
    ['emphasis', '*a*'],
    ['a block in a block', ':::a\n:::b\n:::\n:::'],
    ['a block never closed', ':::a\nb'],
    ['a table without bars around', 'a | b\n--|--\nc | d'],
  ])('is not %s', (_, written) => {
    expect(readPlain(written)).toBeUndefined();
    expect(readPlain('a')).toBeDefined();
  });

  it('is how the shipped templates are written', () => {
    const folder = join(repository, 'templates');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md.hbs'),
    );
    expect(files.length).toBeGreaterThan(8);
    for (const name of files) {
      const written = readFileSync(join(folder, name), 'utf8')
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .replace(/^\{\{[#/][^}]*\}\}\n/gm, '')
        .replace(/\{\{> [\w-]+\}\}\n/g, `| ${token} | ${token} | ${token} |\n`)
        .replace(/\{\{[^}]*\}\}/g, token);
      expect(plain(written), name).toEqual(all(written));
    }
  });
});
