import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/document.js';
import { geometryFor } from '../../src/summary/geometry.js';
import { modelSummary } from '../../src/summary/model.js';
import { textOf } from '../../src/summary/runs.js';
import type { Paragraph, Part, Run } from '../../src/summary/summary.js';
import { briefing } from './briefing.js';
import { documentOf, inlines, plainPng, theme, writer } from './fixtures.js';

const en = writer('en');
const zh = writer('zh-CN');

function partsOf(blocks: readonly Block[]): readonly Part[] {
  return modelSummary([documentOf('en', [en.section('one', 'One', blocks)])], theme).model.parts;
}

function pairOf(left: readonly Block[], right: readonly Block[]): readonly Part[] {
  const documents = [
    documentOf('zh-CN', [zh.section('one', '甲', left)]),
    documentOf('en', [en.section('one', 'One', right)]),
  ];
  return modelSummary(documents, theme).model.parts;
}

const only = <K extends Part['kind']>(parts: readonly Part[], kind: K) =>
  parts.filter((part): part is Extract<Part, { kind: K }> => part.kind === kind);

const captionText = (runs: readonly Run[]): string =>
  runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'sequence' ? String(run.number) : ''))
    .join('');

describe('headings', () => {
  const levels = (blocks: readonly Block[]) => only(partsOf(blocks), 'heading').map(({ level }) => level);

  it('put the section first and what is below it one level down', () => {
    expect(levels([en.heading('A', 3), en.heading('B', 4), en.heading('C', 3)])).toEqual([1, 2, 3, 2]);
  });

  it('skip no level', () => {
    expect(levels([en.heading('A', 4), en.heading('B', 4)])).toEqual([1, 2, 3]);
  });

  it('become a lead inside a list, where no heading may stand', () => {
    const list: Block = {
      kind: 'list',
      ordered: false,
      items: [[en.paragraph('a'), en.heading('B')]],
      at: en.at(),
    };
    const parts = partsOf([list]);
    expect(only(parts, 'heading')).toHaveLength(1);
    const roles = only(parts, 'facing').flatMap(({ rows }) =>
      rows.map(({ cells }) => (cells[0]?.[0] as Paragraph | undefined)?.role),
    );
    expect(roles).toEqual(['item', 'lead']);
  });

  it('face at a tab like the columns, or all stand below each other where one is too long for that', () => {
    const facing = (title: string) => {
      const documents = [
        documentOf('zh-CN', [zh.section('one', title, []), zh.section('two', '乙', [])]),
        documentOf('en', [en.section('one', 'One', []), en.section('two', 'Two', [])]),
      ];
      return only(modelSummary(documents, theme).model.parts, 'heading').map((heading) => heading.facing);
    };
    expect(facing('集成电路撑起园区工业')).toEqual([true, true]);
    expect(facing('集成电路撑起园区工业'.repeat(3))).toEqual([false, false]);
  });

  it('carry both languages in one paragraph', () => {
    const [heading] = only(pairOf([], []), 'heading');
    expect(heading?.sides.map(({ runs }) => textOf(runs))).toEqual(['甲', 'One']);
  });
});

describe('captions', () => {
  it('count in both languages alike', () => {
    const { model } = modelSummary([briefing('zh-CN'), briefing('de')], theme);
    const captions = only(model.parts, 'facing')
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flat()))
      .flatMap((content) =>
        content.kind === 'paragraph' && content.role === 'caption' ? [captionText(content.runs)] : [],
      );
    expect(captions.slice(0, 4)).toEqual([
      '图1\u3000高新区集成电路产值占全市比重',
      'Abbildung\u00A01: Anteil der Zone an der Schaltkreisproduktion Chongqings',
      '图2\u3000产业集群量级',
      'Abbildung\u00A02: Industriecluster nach Größenklasse',
    ]);
    expect(captions).toHaveLength(8);
  });
});

describe('one language', () => {
  it('sets the text after a chart beside it, text left', () => {
    const [facing] = only(partsOf([en.chart('a', 'A', []), en.paragraph('one'), en.list(['two'])]), 'facing');
    expect(facing?.rows).toHaveLength(1);
    expect(facing?.rows[0]?.cells.map((cell) => cell.map(({ kind }) => kind))).toEqual([
      ['paragraph', 'paragraph'],
      ['picture', 'paragraph'],
    ]);
  });

  it('sets no more text beside a chart than is as high as the chart', () => {
    const long = 'A sentence of some length that fills a line and more. '.repeat(10);
    const text = [en.paragraph(long), en.paragraph(long), en.paragraph('after')];
    const [facing] = only(partsOf([en.chart('a', 'A', []), ...text]), 'facing');
    expect(facing?.rows.map(({ cells }) => cells.map((cell) => cell.length))).toEqual([[1, 2], [1], [1]]);
  });

  it('leaves a chart alone that nothing follows', () => {
    const [facing] = only(partsOf([en.chart('a', 'A', []), en.tiles([['1', 'x']])]), 'facing');
    expect(facing?.rows.map(({ cells }) => cells.map((cell) => cell.length))).toEqual([[2]]);
  });
});

describe('long rows', () => {
  it('may break across pages, short ones not', () => {
    const long = 'A sentence of some length that fills a line and more. '.repeat(10);
    const [facing] = only(
      pairOf([zh.paragraph('短。'), zh.paragraph('短。')], [en.paragraph(long), en.paragraph('Short.')]),
      'facing',
    );
    expect(facing?.rows.map(({ splits }) => splits)).toEqual([true, false]);
  });
});

describe('lists', () => {
  it('count for themselves in each language', () => {
    const list = (w: typeof zh) => w.list(['a', 'b'], true);
    const [facing] = only(pairOf([list(zh), list(zh)], [list(en), list(en)]), 'facing');
    const instances = facing?.rows.map(({ cells }) =>
      cells.map((cell) => (cell[0] as Paragraph | undefined)?.list?.instance),
    );
    expect(instances).toEqual([
      [1, 2],
      [1, 2],
      [3, 4],
      [3, 4],
    ]);
  });

  it('number the first paragraph of an item, indent the rest and nest', () => {
    const inner = en.list(['deep']);
    const list: Block = {
      kind: 'list',
      ordered: true,
      items: [[en.paragraph('first'), en.paragraph('second'), inner]],
      at: en.at(),
    };
    const [facing] = only(partsOf([list]), 'facing');
    const paragraphs = facing?.rows.map(({ cells }) => cells[0]?.[0] as Paragraph);
    expect(paragraphs?.map(({ list: place, indent }) => [place?.level, place?.ordered, indent])).toEqual([
      [0, true, undefined],
      [undefined, undefined, 1],
      [1, false, undefined],
    ]);
  });
});

describe('tables', () => {
  const table = only(
    pairOf(
      [
        zh.table(
          ['指标', '数值'],
          [
            ['基金数量', '{funds.number}'],
            ['比重', '{circuits.share}'],
          ],
        ),
      ],
      [
        en.table(
          ['Indicator', 'Figure'],
          [
            ['Number of funds', '{funds.number}'],
            ['Share', '{circuits.share}'],
          ],
        ),
      ],
    ),
    'table',
  )[0];

  it('carry both languages in each cell, the first above', () => {
    expect(table?.rows[0]?.map((cell) => cell.map(({ runs }) => textOf(runs)))).toEqual([
      ['基金数量', 'Number of funds'],
      ['24只基金', '24 funds'],
    ]);
    expect(table?.rows[0]?.[0]?.map(({ side }) => side)).toEqual([0, 1]);
  });

  it('say once what both languages write alike', () => {
    expect(table?.rows[1]?.[1]?.map(({ runs }) => textOf(runs))).toEqual(['42.5%\u2009']);
  });

  it('fill the width of the text exactly', () => {
    for (const part of only(modelSummary([briefing('de'), briefing('en')], theme).model.parts, 'table')) {
      expect(part.widths.reduce((sum, width) => sum + width, 0)).toBe(geometryFor(2).textWidth);
    }
  });

  it('have a name and a description for who cannot see them', () => {
    expect(table).toMatchObject({ name: '甲', description: '指标 · 数值' });
  });
});

describe('strips', () => {
  const cells = (count: number) =>
    only(
      partsOf([en.tiles(Array.from({ length: count }, (_, index) => [String(index), 'x']))]),
      'strip',
    )[0]?.rows.map((row) => row.map((cell) => cell.length > 0));

  it.each([
    [3, [3]],
    [5, [5]],
    [6, [3, 3]],
    [7, [4, 3]],
    [8, [4, 4]],
  ])('set %i tiles in rows of %j, filled up to even rows', (count, filled) => {
    const rows = cells(count);
    expect(rows?.map((row) => row.filter(Boolean).length)).toEqual(filled);
    expect(new Set(rows?.map((row) => row.length)).size).toBe(1);
  });

  it('shrink the figures together until the longest keeps to its line', () => {
    const sizes = (value: string) =>
      only(
        partsOf([
          en.tiles([
            [value, 'a'],
            ['1', 'b'],
            ['2', 'c'],
            ['3', 'd'],
          ]),
        ]),
        'strip',
      )[0]
        ?.rows.flat(2)
        .flatMap(({ role, size }) => (role === 'tileValue' ? [size] : []));
    const short = sizes('24')?.[0] as number;
    const long = sizes('RMB 28.66 billion')?.[0] as number;
    expect(long).toBeLessThan(short);
    expect(new Set(sizes('RMB 28.66 billion')).size).toBe(1);
  });
});

describe('images', () => {
  const image = (bytes: Uint8Array): Block => ({
    kind: 'image',
    image: { bytes, type: 'png', width: 4000, height: 1000 },
    alt: 'A view',
    altFigures: [],
    at: en.at(),
  });
  const one = plainPng(4, 1, [1, 2, 3]);
  const other = plainPng(4, 1, [3, 2, 1]);

  it('shared by both languages are shown once, no wider than the text', () => {
    const [part] = only(pairOf([image(one)], [image(one)]), 'full');
    expect(part?.content).toHaveLength(1);
    expect(part?.content[0]).toMatchObject({ kind: 'picture', width: geometryFor(2).textWidth / 20 });
  });

  it('of each language face each other, no wider than a column', () => {
    const [part] = only(pairOf([image(one)], [image(other)]), 'facing');
    const widths = part?.rows[0]?.cells.map((cell) => cell[0]?.kind === 'picture' && cell[0].width);
    expect(widths).toEqual([geometryFor(2).columnWidth / 20, geometryFor(2).columnWidth / 20]);
  });
});

describe('sources', () => {
  it('are listed once, each in its own language where a document has it', () => {
    const { model } = modelSummary([briefing('zh-CN'), briefing('de')], theme);
    const [list] = only(model.parts, 'full');
    const entries = list?.content as Paragraph[];
    expect(entries.map(({ language }) => language)).toEqual(['zh-CN', 'de']);
    expect(entries.map(({ runs }) => textOf(runs))).toEqual([
      '投资界：《西部「重庆」科学城：「人才」+「资本」聚势赋能，打造电子信息产业新高地》，2026年1月19日。',
      expect.stringMatching(/^GLOBE NEWSWIRE: „Hightech-.*“, 22\. Dezember 2025\. https:\/\//),
    ]);
  });
});

describe('margins and properties', () => {
  it('repeat zone and title, issuer and page in each language', () => {
    const { model } = modelSummary([briefing('zh-CN'), briefing('en')], theme);
    expect(model.header.map(({ left }) => textOf(left))).toEqual([
      '重庆高新技术产业开发区',
      'Chongqing High-tech Industrial Development Zone',
    ]);
    expect(
      model.footer.map(({ right }) => right.map((run) => (run.kind === 'text' ? run.text : run.kind))),
    ).toEqual([
      ['第', 'page', '页，共', 'pages', '页'],
      ['Page ', 'page', ' of ', 'pages'],
    ]);
  });

  it('show the subtitle where the title is the name of the zone already', () => {
    const document = documentOf('en', [], {
      title: inlines('Zone', 'en'),
      subtitle: inlines('Briefing', 'en'),
    });
    const { model } = modelSummary([document], theme);
    expect(model.header[0]?.right).toMatchObject([{ text: 'Briefing' }]);
    expect(model.properties).toEqual({ title: 'Zone – Briefing', creator: 'Issuer', date: '2026-01-19' });
  });
});
