import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeFiles, opening, slide } from './fixtures.js';

/** What templates are made of, put together without sense. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      '{{fact "funds.ratio"}}',
      '{{fact',
      '}}',
      '{{',
      '{{{',
      '{{/each}}',
      '{{#each (facts) as |x|}}',
      '{{#if x}}',
      '{{else}}',
    ],
    ...[
      '{{> card}}',
      '{{> loop}}',
      '{{chart "share"}}',
      '{{sources}}',
      '{{this}}',
      '{{@index}}',
      '{{../x}}',
      '{{zone "name"}}',
    ],
    ...[
      '::slide{#a}',
      '::slide{#b layout=chart}',
      '# H',
      '## H',
      '---',
      '===',
      ':::tiles',
      ':::columns',
      ':::notes',
      ':::',
      '::::',
    ],
    ...[
      '- ',
      '1. ',
      '> ',
      '**',
      '_',
      '|',
      '|---|',
      '[a](',
      ')',
      '![',
      '](a.png)',
      '`',
      '~~',
      '<b>',
      '<!--',
      '-->',
      ':lit[',
      ']',
      ':x',
      '[^1]',
    ],
    ...[
      '42%',
      '三百亿',
      '\\',
      '&#57344;',
      '&NewLine;',
      '\uE000\uE010\uE001',
      '\u0000',
      '\u202E',
      'https://a.example',
      '    ',
      '\t',
      '{#x',
      '}',
    ],
  ),
  fc.constantFrom('\n', '\n\n', ' ', 'text'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const text = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

describe('a template of whatever text', () => {
  it('becomes a document or findings with their place, and never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('', opening, slide), text, text, async (start, body, partial) => {
        const { document, diagnostics } = await composeFiles({
          'deck.en.md.hbs': start + body,
          'partials/card.hbs': partial,
          'partials/loop.hbs': '{{> loop}}',
        });
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        expect(document === undefined).toBe(errors.length > 0);
        for (const { at, message } of errors) {
          expect(at?.file).toMatch(/\.(hbs|yaml)$/);
          expect(message).not.toBe('');
          // No mark of the program's own gets out.
          expect(message).not.toMatch(/[\uE000\uE001\uE010-\uE019]/);
        }
        if (document) expect(JSON.stringify(document.sections)).not.toMatch(/[\uE000\uE001\uE010-\uE019]/);
      }),
      { numRuns: 150 },
    );
  });
});
