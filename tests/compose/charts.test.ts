import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../src/document/chart.js';
import type { Fact } from '../../src/facts/fact.js';
import { charts, composeSlide, ledger, templateFolder } from './fixtures.js';

async function chart(
  id: string,
  options: { language?: string; yaml?: string; facts?: (Partial<Fact> & { id: string })[] } = {},
) {
  const { language = 'en', yaml = charts, facts = [] } = options;
  const composed = await composeSlide(`{{chart "${id}"}}\n`, {
    language,
    files: { 'charts.yaml': yaml },
    ledger: ledger(facts),
  });
  const [block] = composed.blocks;
  return { ...composed, spec: block?.kind === 'chart' ? block.chart : undefined };
}

describe('charts', () => {
  it('show tiers as steps, each class once', async () => {
    const { spec } = await chart('scale', {
      facts: [{ id: 'industry.health', quantity: { amount: '100000000000.0', unit: 'CNY' } }],
    });
    expect(spec).toMatchObject({
      steps: [expect.stringContaining('100')],
      items: [{ step: 0 }, { step: 0 }],
    });
    const { spec: two } = await chart('scale');
    expect(two).toMatchObject({
      type: 'classes',
      steps: ['RMB 10bn class', 'RMB 100bn class'],
      items: [
        { fact: 'industry.chips', label: 'Chips', step: 1, qualifier: 'tier' },
        { fact: 'industry.health', step: 0 },
      ],
      note: 'Class, not measured output',
    });
  });

  it('show a share of a whole', async () => {
    const { spec } = await chart('share', { language: 'zh-CN' });
    expect(spec).toMatchObject({
      type: 'share',
      language: 'zh-CN',
      title: '产值占比',
      part: { fact: 'industry.share', value: 42.5, text: '42.5%' },
      restLabel: '其他',
      asOf: '2024年',
    });
  });

  it('name the part of a share as charts.yaml does, in picture and alt text', async () => {
    const partLabel = 'part: industry.share\n  partLabel: { en: The zone, zh-CN: 本区 }';
    const yaml = charts.replace('part: industry.share', partLabel);
    const { spec } = await chart('share', { yaml });
    expect(spec).toMatchObject({ part: { fact: 'industry.share', label: 'The zone', value: 42.5 } });
    expect(spec?.alt).toContain('The zone: 42.5%');
    const lacking = charts.replace(
      'part: industry.share',
      'part: industry.share\n  partLabel: { zh-CN: 本区 }',
    );
    expect((await chart('share', { yaml: lacking })).diagnostics).toMatchObject([
      { code: 'chart/missing-language', message: expect.stringContaining('partLabel') },
    ]);
  });

  it('show the parts of a whole with a figure in the middle', async () => {
    const { spec } = await chart('structure');
    expect(spec).toMatchObject({
      type: 'parts',
      parts: [{ value: 18830000000, text: 'RMB 18.83bn' }, { fact: 'funds.uncalled' }],
      whole: { fact: 'funds.committed' },
      centre: { text: '65.7%' },
    });
  });

  it('show bars with hedges and shorter names', async () => {
    const yaml = `${charts}  itemLabels: { talent.growth: { en: Talent, zh-CN: 人才, de: Fachkräfte } }\n`;
    const { spec } = await chart('growth', { yaml });
    expect(spec).toMatchObject({
      type: 'bars',
      items: [
        { label: 'Growth', text: '>15%', qualifier: 'more-than' },
        { label: 'Talent', text: '8%' },
      ],
    });
  });

  it('keep both bounds of a range', async () => {
    const range: Partial<Fact> = {
      quantity: { amount: '8', max: '12', unit: 'percent' },
      qualifier: 'range',
    };
    const { spec } = await chart('growth', { facts: [{ id: 'talent.growth', ...range }] });
    expect(spec).toMatchObject({ items: [{}, { value: 8, max: 12, text: '8–12%' }] });
  });

  it('name their sources once each, in the order of sources.yaml', async () => {
    expect((await chart('growth')).spec?.source).toBe(
      'Sources: The Daily, 19 January 2026; The Wire, 22 December 2025',
    );
    expect((await chart('structure')).spec?.source).toBe('Source: The Daily, 19 January 2026');
    expect((await chart('share', { language: 'zh-CN' })).spec?.source).toMatch(
      /^资料来源：The Wire，2025年12月22日$/,
    );
  });

  it('take the time of a derived fact from its parts', async () => {
    const yaml = charts.replace('part: industry.share', 'part: funds.ratio');
    expect((await chart('share', { yaml })).spec?.asOf).toBe('As of 19 January 2026');
  });

  it('are told in words with every label and figure, hedges spelt out', async () => {
    expect((await chart('growth')).spec?.alt).toBe(
      'Bar chart: Growth, %. Growth: more than 15%; Talent growth: 8%. Different bases. 2024.',
    );
    expect((await chart('scale', { language: 'zh-CN' })).spec?.alt).toMatch(
      /：产业量级，量级。芯片：千亿级；大健康：百亿级。.*。截至2026年1月19日。$/,
    );
  });

  it.each(['scale', 'share', 'structure', 'growth'])(
    'of every type (%s) tell each value in their text',
    async (id) => {
      for (const language of ['en', 'zh-CN', 'de']) {
        const spec = (await chart(id, { language })).spec as ChartSpec;
        const data = spec.type === 'share' ? [spec.part] : spec.type === 'parts' ? spec.parts : spec.items;
        for (const { label } of data) expect(spec.alt).toContain(label);
        expect(spec.alt).toContain(spec.title);
      }
    },
  );

  it('mark digits that are no figures as templates do', async () => {
    const yaml = charts.replace('en: Share of output', 'en: "Share in the :lit[14th] plan"');
    expect((await chart('share', { yaml })).spec?.title).toBe('Share in the 14th plan');
  });

  it.each([
    [
      'a tier in bars',
      'facts: [industry.growth, talent.growth]',
      'facts: [industry.growth, industry.chips]',
      'unfit-fact',
      26,
    ],
    [
      'a measured value among classes',
      'facts: [industry.chips, industry.health]',
      'facts: [industry.chips, funds.committed]',
      'unfit-fact',
      6,
    ],
    ['a tier as a share', 'part: industry.share', 'part: industry.chips', 'unfit-fact', 11],
    ['an amount as a share', 'part: industry.share', 'part: funds.committed', 'unfit-fact', 11],
    ['an event', 'centre: funds.ratio', 'centre: talent.conference', 'unfit-fact', 19],
    ['an unknown fact', 'whole: funds.committed', 'whole: funds.comitted', 'unknown-fact', 18],
    [
      'two units',
      'facts: [industry.growth, talent.growth]',
      'facts: [industry.growth, funds.committed]',
      'mixed-units',
      26,
    ],
    [
      'two units of parts',
      'parts: [funds.paid-in, funds.uncalled]',
      'parts: [funds.paid-in, funds.ratio]',
      'mixed-units',
      17,
    ],
    [
      'parts that are not the whole',
      'parts: [funds.paid-in, funds.uncalled]',
      'parts: [funds.paid-in, funds.committed]',
      'parts-and-whole',
      18,
    ],
    [
      'different bases without a note',
      '  note: { en: Different bases, zh-CN: 口径不同, de: Verschiedene Basis }\n',
      '',
      'mixed-basis',
      22,
    ],
    ['a figure typed in a title', 'en: Share of output', 'en: 42% of output', 'bare-figure', 9],
    ['a title that is missing in the language', '{ en: Share of output,', '{ ', 'missing-language', 9],
    [
      'a name for what is not shown',
      'facts: [industry.growth, talent.growth]',
      'facts: [industry.growth]\n  itemLabels: { talent.growth: { en: T, zh-CN: T, de: T } }',
      'unknown-item',
      26,
    ],
  ])('are refused with %s', async (_, right, wrong, code, line) => {
    expect(charts).toContain(right);
    const { document, diagnostics } = await chart('structure', { yaml: charts.replace(right, wrong) });
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: `chart/${code}`, at: { file: `${templateFolder}/charts.yaml`, column: expect.any(Number) } },
    ]);
    // The first line of the fixture is empty.
    expect(Math.abs(diagnostics[0]!.at!.line! - line)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['title', 'en: Clusters by class', 'en: 30 clusters by class'],
    ['unit', 'en: Class in RMB', 'en: Class in 100 RMB'],
    ['note', 'en: Different bases', 'en: Different bases before 2020'],
    ['rest', 'en: Rest of the city', 'en: The other 57.5%'],
    [
      'partLabel',
      'part: industry.share',
      'part: industry.share\n  partLabel: { en: Zone 42, zh-CN: 甲, de: a }',
    ],
    [
      'itemLabels',
      'facts: [industry.growth, talent.growth]',
      'facts: [industry.growth, talent.growth]\n  itemLabels: { talent.growth: { en: two thirds, zh-CN: 甲, de: a } }',
    ],
  ])('are refused with a figure typed in %s', async (key, right, wrong) => {
    expect(charts).toContain(right);
    const { diagnostics } = await chart('structure', { yaml: charts.replace(right, wrong) });
    expect(diagnostics).toMatchObject([
      { code: 'chart/bare-figure', at: { file: `${templateFolder}/charts.yaml` } },
    ]);
    const line = charts.replace(right, wrong).split('\n')[diagnostics[0]!.at!.line! - 1];
    expect(line).toContain(key);
  });

  it('leave hedged parts of a whole to the reader', async () => {
    const { diagnostics } = await chart('structure', {
      facts: [{ id: 'funds.uncalled', qualifier: 'about', quantity: { amount: '9800000000', unit: 'CNY' } }],
    });
    expect(diagnostics).toEqual([]);
  });

  it('that are broken are reported once, and {{chart}} adds nothing to it', async () => {
    const { diagnostics } = await chart('share', { yaml: 'share: {type: pie}\n' });
    expect(diagnostics.every(({ at }) => at?.file.endsWith('charts.yaml'))).toBe(true);
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
