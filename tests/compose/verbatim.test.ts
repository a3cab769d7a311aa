import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.js';
import { bareFigures } from '../../src/compose/markdown/bare-figure.js';
import { loadTemplate, type Template } from '../../src/compose/template.js';
import type { Inline } from '../../src/document/document.js';
import { ledger, opening, templateFolder, world } from './fixtures.js';

/** What data may hold: anything but control characters. Markup is as likely as letters. */
const dataText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '*',
          '**',
          '_',
          '[',
          ']',
          '(',
          '](',
          '|',
          '<b>',
          '>',
          ':',
          ':lit[',
          '::slide{#x}',
          ':::',
          '`',
          '~~',
          '#',
          '# ',
        ],
        ...[
          '- ',
          '1. ',
          '---',
          '{{',
          '}}',
          '{{fact "x"}}',
          '\\',
          '&amp;',
          '&#42;',
          '!',
          '![',
          'https://a.example',
          'a@b.example',
        ],
        ...[
          '  ',
          '42%',
          '三百亿',
          '\uE000',
          '\uE001',
          '\uE000\uE010\uE001',
          '：',
          '。',
          '"',
          "'",
          '^',
          '=',
          '\u00A0',
        ],
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => !/\p{Cc}/u.test(text));

const markdown = `${opening}::slide{#one}
# Before {{label "funds.committed"}} after

a {{label "funds.committed"}} b **{{label "funds.committed"}}** c

- {{label "funds.committed"}}
- x _{{label "funds.committed"}}_ [{{label "funds.committed"}}](https://a.example)

> {{label "funds.committed"}}

| Head | {{label "funds.committed"}} |
|---|---|
| {{label "funds.committed"}} | b |

:::tiles
- **{{label "funds.committed"}}** {{label "funds.committed"}}
:::

### {{label "funds.committed"}}

{{label "funds.committed"}}
`;
const timesWritten = 13;

/** Every inline of a value, however deep. */
function leaves(value: unknown): Inline[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(leaves);
  const { kind } = value as { kind?: string };
  const inner = Object.entries(value).flatMap(([key, each]) => (key === 'at' ? [] : leaves(each)));
  return kind === 'text' || kind === 'figure' || kind === 'literal' ? [value as Inline] : inner;
}

describe('text from data', () => {
  it('comes back verbatim, as one node with its fact, wherever it is written', async () => {
    const made = world({ 'deck.en.md.hbs': markdown });
    const { template } = (await loadTemplate(made, templateFolder)) as { template: Template };
    const plain = await compose(made, template, ledger(), 'deck', 'en');
    const shapeOf = (sections: unknown): string =>
      JSON.stringify(sections, (key, value) => (key === 'at' || key === 'value' ? 0 : value));
    await fc.assert(
      fc.asyncProperty(dataText, async (text) => {
        const changed = ledger([{ id: 'funds.committed', label: { en: text } }]);
        const { document, diagnostics } = await compose(made, template, changed, 'deck', 'en');
        expect(diagnostics).toEqual([]);
        const figures = leaves(document!.sections).filter((inline) => inline.kind === 'figure');
        expect(figures).toEqual(
          Array.from({ length: timesWritten }, () => ({
            kind: 'figure',
            value: text,
            fact: 'funds.committed',
          })),
        );
        // Nothing else has changed: not one more block, cell, link or text.
        expect(shapeOf(document!.sections)).toBe(shapeOf(plain.document!.sections));
      }),
      { numRuns: 150 },
    );
  });

  it('that a partial is given stays text, too', async () => {
    await fc.assert(
      fc.asyncProperty(
        dataText
          .map((text) => text.replace(/[\\"{}\p{Co}]/gu, ''))
          .filter((text) => bareFigures(text, 'en').length === 0),
        async (text) => {
          const made = world({
            'deck.en.md.hbs': `${opening}::slide{#one}\n# A\n\n{{> card title="${text}"}}\n`,
            'partials/card.hbs': 'x {{title}} y',
          });
          const { template } = (await loadTemplate(made, templateFolder)) as { template: Template };
          const { document } = await compose(made, template, ledger(), 'deck', 'en');
          const [block] = document?.sections[0]?.blocks ?? [];
          expect(block).toMatchObject({ content: [{ kind: 'text' }] });
          expect(leaves(block)).toHaveLength(1);
        },
      ),
      { numRuns: 100 },
    );
  });
});
