/** Content of any length, in the words of each language. */
import fc from 'fast-check';
import type { Block, Document, Inline } from '../../src/document/document.js';
import { languageFor } from '../../src/language/registry.js';
import { at, oneSlide } from './fixtures.js';

const pools: Readonly<Record<string, readonly string[]>> = {
  en: ['zone', 'of', 'internationalisation', 'R&D', 'research', 'are', 'industry.', 'a', 'institutes,'],
  de: [
    'Kooperationsvereinbarungen',
    'und',
    'Wissenschaftsstadt',
    'der',
    'Zone.',
    'Hochschulräte',
    'in',
    'zu',
  ],
  fr: ['développement', 'de', 'l’industrie', 'aujourd’hui', 'zone', 'à', 'investissements.', 'et'],
  'zh-CN': ['集成电路产业', '，', '高新区', '发展', '。', '成渝地区双城经济圈', '的', 'R&D'],
};
const separator = (language: string): string => (languageFor(language).script === 'han' ? '' : ' ');

function phrase(language: string, most: number): fc.Arbitrary<Inline[]> {
  const words = fc.array(fc.constantFrom(...(pools[language] ?? (pools.en as string[]))), {
    minLength: 1,
    maxLength: most,
    size: 'max',
  });
  return fc.tuple(words, fc.boolean()).map(([list, cited]): Inline[] => {
    const [between, half] = [separator(language), Math.ceil(list.length / 2)];
    const text = (part: readonly string[]): Inline => ({ kind: 'text', value: part.join(between) });
    if (!cited) return [text(list)];
    const figure: Inline = { kind: 'figure', value: '42.5%', fact: 'circuits.share' };
    return [text([...list.slice(0, half), '']), figure, text(['', ...list.slice(half)])];
  });
}

interface Arbitraries {
  readonly paragraph: fc.Arbitrary<Block>;
  readonly list: fc.Arbitrary<Block>;
  readonly table: fc.Arbitrary<Block>;
  readonly others: fc.Arbitrary<Block>;
}
function arbitraries(language: string): Arbitraries {
  const paragraphOf = (most: number): fc.Arbitrary<Block> =>
    phrase(language, most).map((content) => ({ kind: 'paragraph', content, at }));
  const many = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
    fc.array(arbitrary, { minLength: 1, maxLength, size: 'max' });
  const listOf = (items: number, words: number): fc.Arbitrary<Block> =>
    fc
      .tuple(fc.boolean(), many(many(paragraphOf(words), 2), items))
      .map(([ordered, all]) => ({ kind: 'list', ordered, items: all, at }));
  const steps = (kind: 'process' | 'timeline'): fc.Arbitrary<Block> =>
    many(fc.record({ title: phrase(language, 2), body: phrase(language, 12) }), 9).map((all) => ({
      kind,
      steps: all,
      at,
    }));
  return {
    paragraph: paragraphOf(200),
    list: fc.oneof(listOf(40, 20), listOf(3, 200)),
    table: fc
      .tuple(many(phrase(language, 2), 4), fc.integer({ min: 1, max: 60 }))
      .chain(([header, count]) =>
        fc
          .array(fc.tuple(...header.map(() => phrase(language, 8))), { minLength: count, maxLength: count })
          .map((rows): Block => ({ kind: 'table', align: header.map(() => 'left'), header, rows, at })),
      ),
    others: fc.oneof(
      many(paragraphOf(80), 3).map((blocks): Block => ({ kind: 'quote', blocks, at })),
      paragraphOf(6).map((each): Block => ({ ...each, kind: 'heading', level: 3 }) as Block),
      steps('process'),
      steps('timeline'),
      many(fc.record({ value: phrase(language, 2), label: phrase(language, 10) }), 12).map(
        (tiles): Block => ({ kind: 'tiles', tiles, at }),
      ),
      // Without titles, which are repeated where a column goes on.
      many(many(paragraphOf(60), 3), 4).map((all): Block => {
        const columns = all.map((blocks) => ({ title: [], blocks }));
        return { kind: 'columns', columns, at };
      }),
    ),
  };
}

/** A deck with one section, which may take many slides. */
export function slideIn(language: string): fc.Arbitrary<Document> {
  const { paragraph, list, table, others } = arbitraries(language);
  const prose = fc.array(fc.oneof(paragraph, list, others), { maxLength: 4 });
  return fc
    .tuple(prose, fc.option(table, { nil: undefined }), phrase(language, 6))
    .map(([blocks, last, title]): Document => {
      const all = [...blocks, ...(last ? [last] : [])];
      // A cover is for a title with a line or two.
      const layout = all.length === 0 ? 'section' : 'text';
      const named = all.every(({ kind }) => kind === 'paragraph');
      return { ...oneSlide(all, { title, ...(named && { layout }) }), language };
    });
}
