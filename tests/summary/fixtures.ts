/** A summary as composition would hand it over, in three languages of the same structure. */
import { crc32, deflateSync } from 'node:zlib';
import type { BarsChart, ChartSpec } from '../../src/document/chart.js';
import type { Block, Document, Inline, Section } from '../../src/document/document.js';
import type { Theme } from '../../src/document/theme.js';
import { citationsIn, type FixtureLanguage, facts, sourcesIn } from './fixture-facts.js';

export const theme: Theme = {
  colors: {
    paper: '#FFFFFF',
    surface: '#F3F6F8',
    ink: '#17212B',
    muted: '#5B6B7A',
    line: '#D5DDE3',
    primary: '#0B3C5D',
    onPrimary: '#FFFFFF',
    accent: '#C8102E',
    series: ['#0B3C5D', '#3A7CA5', '#C98B2B', '#8FA9BA', '#7A3E48'],
  },
  fonts: { latin: 'Arial', eastAsian: 'Microsoft YaHei' },
};

/** "{funds.committed}" becomes the figure, "[14th]" digits that are none, "**x**" strong, "_x_" emphasis. */
export function inlines(text: string, language: FixtureLanguage): Inline[] {
  return text
    .split(/(\{[^}]+\}|\[[^\]]+\]|\*\*[^*]+\*\*|_[^_]+_)/)
    .filter((piece) => piece !== '')
    .map((piece): Inline => {
      if (piece.startsWith('{')) {
        const fact = piece.slice(1, -1);
        return { kind: 'figure', value: facts[fact]?.text[language] ?? fact, fact };
      }
      if (piece.startsWith('[')) return { kind: 'literal', value: piece.slice(1, -1) };
      if (piece.startsWith('**')) return { kind: 'strong', children: inlines(piece.slice(2, -2), language) };
      if (piece.startsWith('_')) return { kind: 'emphasis', children: inlines(piece.slice(1, -1), language) };
      return { kind: 'text', value: piece };
    });
}

/** Builds blocks of one language; places count up, as lines of a template would. */
export function writer(language: FixtureLanguage) {
  let line = 0;
  const at = () => {
    line += 1;
    return { file: `summary.${language}.md.hbs`, line, column: 1 };
  };
  const content = (text: string) => inlines(text, language);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', content: content(text), at: at() });
  return {
    at,
    content,
    paragraph,
    heading: (text: string, level: 3 | 4 = 3): Block => ({
      kind: 'heading',
      level,
      content: content(text),
      at: at(),
    }),
    list: (items: readonly string[], ordered = false): Block => ({
      kind: 'list',
      ordered,
      items: items.map((item) => [paragraph(item)]),
      at: at(),
    }),
    quote: (text: string): Block => ({ kind: 'quote', blocks: [paragraph(text)], at: at() }),
    table: (header: readonly string[], rows: readonly (readonly string[])[]): Block => ({
      kind: 'table',
      align: header.map((_, index) => (index === 1 ? 'right' : 'left')),
      header: header.map(content),
      rows: rows.map((row) => row.map(content)),
      at: at(),
    }),
    tiles: (tiles: readonly (readonly [string, string])[]): Block => ({
      kind: 'tiles',
      tiles: tiles.map(([value, label]) => ({ value: content(value), label: content(label) })),
      at: at(),
    }),
    process: (steps: readonly (readonly [string, string])[]): Block => ({
      kind: 'process',
      steps: steps.map(([title, body]) => ({ title: content(title), body: content(body) })),
      at: at(),
    }),
    columns: (columns: readonly (readonly [string, string])[]): Block => ({
      kind: 'columns',
      columns: columns.map(([title, text]) => ({ title: content(title), blocks: [paragraph(text)] })),
      at: at(),
    }),
    chart: (id: string, title: string, shown: readonly string[]): Block => ({
      kind: 'chart',
      chart: chartOf(id, title, shown, language),
      at: at(),
    }),
    sources: (): Block => ({ kind: 'sources', sources: sourcesIn(language), at: at() }),
    section: (id: string, title: string, blocks: readonly Block[]): Section => ({
      id,
      title: content(title),
      blocks,
      notes: [],
      at: at(),
    }),
  };
}

function chartOf(id: string, title: string, shown: readonly string[], language: FixtureLanguage): ChartSpec {
  const items = shown.map((fact, index) => ({
    fact,
    label: facts[fact]?.label[language] ?? fact,
    value: index + 1,
    text: facts[fact]?.text[language] ?? '',
    qualifier: 'exact' as const,
  }));
  const chart: BarsChart = {
    id,
    language,
    title,
    unit: '%',
    source: 'source',
    asOf: '2026',
    alt: `${title}: ${items.map((item) => `${item.label} ${item.text}`).join(', ')}`,
    type: 'bars',
    items,
  };
  return chart;
}

export function documentOf(
  language: FixtureLanguage,
  sections: readonly Section[],
  head: Partial<Pick<Document, 'title' | 'subtitle' | 'zoneName' | 'issuer'>> = {},
): Document {
  return {
    kind: 'summary',
    language,
    title: inlines('Summary', language),
    subtitle: [],
    zoneName: 'Zone',
    issuer: 'Issuer',
    ...head,
    editionDate: '2026-01-19',
    sections,
    citations: citationsIn(language),
    sources: sourcesIn(language),
  };
}

/** A PNG of one colour: enough for a picture's place and size. */
export function plainPng(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body) >>> 0, 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array(width).fill([red, green, blue]).flat())]);
  const pixels = deflateSync(Buffer.concat(Array(height).fill(row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A plain picture for every chart of the documents, under the key the writer asks for. */
export function plainPictures(documents: readonly Document[]): Map<string, Uint8Array> {
  const png = plainPng(48, 40, [230, 236, 240]);
  return new Map(
    documents.flatMap(({ language, sections }) =>
      sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          block.kind === 'chart' ? [[`${block.chart.id}.${language}`, png] as const] : [],
        ),
      ),
    ),
  );
}
