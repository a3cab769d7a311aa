import { describe, expect, it } from 'vitest';
import { checkParity } from '../../../src/compose/parity.js';
import type { Inline } from '../../../src/document/document.js';
import { citedFigures, isFigure } from '../../../src/document/figures.js';
import { codes, composeSlide, ledger, opening } from '../fixtures.js';
import { changesIn, composeEditions, editions, plain, rowsIn, type Sketch, telling } from './fixtures.js';

const committed = (amount: string, stated: string, source = 'daily'): Sketch => ({
  id: 'funds.committed',
  quantity: { amount, unit: 'CNY' },
  evidence: [{ source, locator: { section: '2', paragraph: 3 }, stated }],
});
const more = committed('29200000000', '292亿元');

describe('what changed, in a document', () => {
  it('is a table: the figure as it was and as it is, the difference and the source', async () => {
    const document = await composeEditions(editions([more]), telling(['funds.committed']));
    expect(changesIn(document)?.header.map(plain)).toEqual([
      'Indicator',
      'Before',
      'Now',
      'Change',
      'Source',
    ]);
    expect(rowsIn(document)).toEqual([
      ['Committed capital', 'RMB 28.66 billion', 'RMB 29.2 billion', '+RMB 0.54 billion (+1.9%)', '[1]'],
    ]);
    const [section] = document.sections.filter(({ id }) => id === 'changes');
    expect(plain(section!.title)).toBe('Changes since 19 January 2026');
  });

  it('tells only of facts that the document uses, the parts of computed ones among them', async () => {
    const both = editions([more, { id: 'talent.rank', rank: 2 }]);
    const ids = async (used: string[]) =>
      rowsIn(await composeEditions(both, telling(used))).map(([label]) => label);
    expect(await ids(['talent.rank'])).toEqual(['Service centre']);
    expect(await ids(['funds.uncalled'])).toEqual(['Committed capital']);
    expect(await ids(['talent.growth'])).toEqual([]);
  });

  it('is left out with its slide or section where there is nothing to tell', async () => {
    const ids = async (...of: Parameters<typeof composeEditions>) =>
      (await composeEditions(...of)).sections.map(({ id }) => id);
    const unused = editions([{ id: 'talent.rank', rank: 2 }]);
    expect(await ids(unused, telling(['funds.committed']))).toEqual(['uses', 'sources']);
    const { now } = editions([more]);
    const first = { now, edition: { number: 1, changes: [] } };
    expect(await ids(first, telling(['funds.committed']))).toEqual(['uses', 'sources']);
    expect(await ids(first, telling(['funds.committed'], 'section'), { kind: 'summary' })).toEqual([
      'uses',
      'sources',
    ]);
    const dated = editions([{ id: 'funds.committed', asOf: '2026-04-10' }]);
    expect(await ids(dated, telling(['funds.committed']))).toEqual(['uses', 'sources']);
  });

  it.each<[string, Sketch, string[]]>([
    [
      'a class',
      { id: 'industry.health', quantity: { amount: '50000000000', unit: 'CNY' } },
      ['Health', 'RMB 10 billion class', 'RMB 50 billion class', 'higher class'],
    ],
    ['a rank', { id: 'talent.rank', rank: 2 }, ['Service centre', 'first', 'second', 'lower rank']],
    [
      'a date',
      { id: 'talent.conference', date: '2025-11-18' },
      ['Conference', '16 November 2025', '18 November 2025', 'later'],
    ],
    [
      'a day that is known now',
      { id: 'talent.opening', date: '2026-02-01' },
      ['Opening', '–', '1 February 2026', 'date set'],
    ],
    [
      'a sentence',
      { id: 'industry.service', text: { en: 'one counter', 'zh-CN': '一窗', de: 'eine Stelle' } },
      ['Platform', 'one desk for all', 'one counter', 'reworded'],
    ],
    [
      'those in a roster',
      {
        id: 'industry.companies',
        members: [
          { id: 'north', label: { en: 'North Semi', 'zh-CN': '北方半导体', de: 'North Semi' } },
          { id: 'west', label: { en: 'West Fab', 'zh-CN': '西部晶圆', de: 'West Fab' } },
        ],
      },
      [
        'Companies',
        'North Semi and South Fab',
        'North Semi and West Fab',
        'new: West Fab; no longer listed: South Fab',
      ],
    ],
    [
      'those in a long roster',
      {
        id: 'industry.companies',
        members: ['north', 'a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({
          id,
          label: { en: `Fab ${id.toUpperCase()}`, 'zh-CN': id, de: id },
        })),
      },
      ['Companies', '… South Fab', '… Fab A, Fab B, Fab C, Fab D, Fab E and Fab F', 'new; no longer listed'],
    ],
    [
      'different period',
      { id: 'industry.share', period: '2025', quantity: { amount: '44.1', unit: 'percent' } },
      ['Share of output', '42.5% (2024)', '44.1% (2025)', 'different period'],
    ],
    [
      'another basis',
      { id: 'talent.growth', quantity: { amount: '9', unit: 'percent', basis: 'year-on-year' } },
      ['Talent growth', '8%', '9%', 'year on year instead of annual average'],
    ],
    [
      'another unit',
      { id: 'talent.researchers', quantity: { amount: '300', unit: 'count' } },
      ['Researchers', 'nearly 200 researchers', 'nearly 300 researchers', 'different unit'],
    ],
    [
      'a hedge that tells where to',
      { id: 'talent.researchers', qualifier: 'more-than' },
      ['Researchers', 'nearly 200 researchers', 'more than 200 researchers', 'higher'],
    ],
    [
      'a hedge that tells nothing',
      { id: 'industry.growth', quantity: { amount: '16', unit: 'percent', basis: 'year-on-year' } },
      ['Growth', 'more than 15%', 'more than 16%', 'not quantified'],
    ],
  ])('of %s is told in words where no difference can be', async (_, change, row) => {
    const document = await composeEditions(editions([change]), telling([change.id]));
    expect(rowsIn(document).map((cells) => cells.slice(0, 4))).toEqual([row]);
  });

  it('tells what is new and what is gone, the latter last', async () => {
    const gone = editions([more], { removed: ['funds.paid-in'] });
    expect(rowsIn(await composeEditions(gone, telling(['funds.committed'])))).toEqual([
      expect.arrayContaining(['Committed capital']),
      ['Paid-in capital', 'RMB 18.83 billion', '–', 'no longer stated', '[1]'],
    ]);
    const { before, now } = gone;
    const again = editions([], { before: { ...now, editionDate: '2026-01-19' }, now: before });
    const rows = rowsIn(await composeEditions(again, telling(['funds.paid-in'])));
    expect(rows).toEqual([['Paid-in capital', '–', 'RMB 18.83 billion', 'new', '[1]']]);
  });

  it('keeps the source of what was said before, though the zone has it no more', async () => {
    const { sources } = ledger();
    const [, wire] = [...sources.values()];
    const fresh = {
      id: 'report',
      publisher: 'The Office',
      title: 'Quarter',
      language: 'en',
      issued: '2026-04-10',
    };
    const moved = editions([committed('29200000000', 'RMB 29.2 billion', 'report')], {
      now: { sources: new Map([wire!, fresh].map((source) => [source.id, source])) },
    });
    const document = await composeEditions(moved, telling(['funds.committed']));
    expect(rowsIn(document).map((row) => row.at(-1))).toEqual(['[3] → [2]']);
    expect(document.sources.map(({ id, number, publisher }) => [id, number, publisher])).toEqual([
      ['wire', 1, 'The Wire'],
      ['report', 2, 'The Office'],
      ['daily', 3, 'The Daily'],
    ]);
    const [list] = document.sections.find(({ id }) => id === 'sources')!.blocks;
    expect(list).toMatchObject({ kind: 'sources', sources: document.sources });
    expect(document.citations.get('funds.committed@before')?.statements).toMatchObject([
      { stated: '286.6亿元', source: 'daily', language: 'zh-CN' },
    ]);
  });

  it('tells a source that was issued anew from the one that it was', async () => {
    const { sources } = ledger();
    const [daily, wire] = [...sources.values()];
    const anew = { ...daily!, issued: '2026-04-10' };
    const { now, edition } = editions([more], {
      now: { sources: new Map([anew, wire!].map((source) => [source.id, source])) },
    });
    const document = await composeEditions({ now, edition }, telling(['funds.committed']));
    expect(rowsIn(document).map((row) => row.at(-1))).toEqual(['[3] → [1]']);
    expect(document.sources.at(-1)).toMatchObject({ id: 'daily@before', issued: '19 January 2026' });
  });

  it('has a citation behind every figure in it, and digits nowhere else', async () => {
    const changes: Sketch[] = [
      more,
      { id: 'talent.conference', date: '2025-11-18' },
      { id: 'industry.share', period: '2025', quantity: { amount: '44.1', unit: 'percent' } },
    ];
    const used = changes.map(({ id }) => id);
    const document = await composeEditions(editions(changes, { removed: ['talent.rank'] }), telling(used));
    const nodes = changesIn(document)!.rows.flat(2) as Inline[];
    expect(nodes.filter((node) => node.kind === 'text' && /\p{Nd}/u.test(node.value))).toEqual([]);
    const ids = nodes.flatMap((node) => (node.kind === 'figure' ? [node.fact] : []));
    expect(ids).toContain('talent.rank@before');
    expect(ids.filter((id) => !document.citations.has(id))).toEqual([]);
    // The name of what is gone is a name, and its rank is a figure.
    const gone = document.citations.get('talent.rank@before')!;
    expect([isFigure('Service centre', gone), isFigure('first', gone)]).toEqual([false, true]);
  });

  it('cites a computed figure with its parts as they were', async () => {
    const changed = editions([
      more,
      { id: 'funds.uncalled', quantity: { amount: '10370000000', unit: 'CNY' } },
    ]);
    const document = await composeEditions(changed, telling(['funds.uncalled']));
    expect(document.citations.get('funds.uncalled@before')).toMatchObject({
      label: 'Uncalled capital (edition of 19 January 2026)',
      text: 'RMB 9.83 billion',
      derivation: 'Committed capital − Paid-in capital',
      parts: ['funds.committed@before', 'funds.paid-in'],
      earlier: '2026-01-19.1',
    });
    expect(document.citations.get('funds.uncalled@difference')).toMatchObject({
      label: 'Uncalled capital (change)',
      text: '+RMB 0.54 billion (+5.5%)',
      parts: ['funds.uncalled', 'funds.uncalled@before'],
    });
  });

  it('lists as evidence what both editions said, and not the way between', async () => {
    const document = await composeEditions(editions([more]), telling(['funds.committed']));
    expect(citedFigures(document).map(({ label }) => label)).toEqual([
      'Committed capital',
      'Committed capital (edition of 19 January 2026)',
    ]);
  });

  it('says the same in every language', async () => {
    const changes: Sketch[] = [
      more,
      { id: 'talent.rank', rank: 2 },
      { id: 'talent.researchers', qualifier: 'more-than' },
      // A name has digits in one language and none in another.
      {
        id: 'industry.service',
        text: { en: 'run with Zero2IPO', 'zh-CN': '与清科共建', de: 'mit Zero2IPO betrieben' },
      },
      { id: 'industry.companies', members: ledger().facts.get('industry.companies')!.members!.slice(1) },
    ];
    const both = editions(changes, { removed: ['talent.conference', 'talent.opening'] });
    const used = changes.map(({ id }) => id);
    const documents = await Promise.all(
      ['en', 'zh-CN', 'de'].map((language) => composeEditions(both, telling(used), { language })),
    );
    expect(checkParity(documents)).toEqual([]);
    expect(documents.map((document) => rowsIn(document).length)).toEqual([7, 7, 7]);
  });

  it('is told in a language that the earlier edition did not have', async () => {
    const { before, now, edition } = editions([
      { id: 'industry.service', text: { en: 'one counter', de: 'eine Stelle' } },
      { id: 'talent.researchers', quantity: { amount: '300', unit: 'people' } },
    ]);
    const inEnglish = (fact: unknown) =>
      JSON.parse(JSON.stringify(fact), (key, value) =>
        ['label', 'text', 'counted'].includes(key) ? { en: value.en } : value,
      );
    const english = {
      ...edition,
      changes: edition.changes.map((change) => ({ ...change, before: inEnglish(change.before) })),
    };
    expect(before.zone.languages).toContain('de');
    const document = await composeEditions(
      { now, edition: english },
      telling(['industry.service', 'talent.researchers']),
      { language: 'de' },
    );
    expect(rowsIn(document).map((row) => row.slice(0, 3))).toEqual([
      ['Forschende', 'knapp 200 Forscher', 'knapp 300 Forscher'],
      ['Plattform', 'one desk for all', 'eine Stelle'],
    ]);
  });
});

describe('where it may stand', () => {
  it.each([
    ['in a line', 'See {{changes}} here', 'template/not-alone'],
    ['in a column', ':::columns\n### One\n\n{{changes}}\n:::', 'template/wrong-place'],
    ['in notes', ':::notes\n{{changes}}\n:::', 'template/wrong-place'],
  ])('not %s', async (_, markdown, code) => {
    const { diagnostics } = await composeSlide(markdown);
    expect(codes(diagnostics)).toEqual([code]);
  });
});

describe('the edition that a document names', () => {
  const cover = `${opening}::slide{#cover}\n# Cover\n\n{{edition}}\n`;

  it.each([
    ['en', '10 April 2026', '10 April 2026 (version 2)'],
    ['zh-CN', '2026年4月10日', '2026年4月10日第2版'],
    ['de', '10. April 2026', '10. April 2026 (2. Fassung)'],
  ])('in %s has a number from the second of its date on', async (language, first, second) => {
    const named = async (number: number) => {
      const document = await composeEditions(editions([], { number }), cover, { language });
      const [block] = document.sections[0]!.blocks;
      return block?.kind === 'paragraph' ? plain(block.content) : undefined;
    };
    expect([await named(1), await named(2)]).toEqual([first, second]);
  });

  it('is not said to follow one where there is none before', async () => {
    const cover = `${opening}::slide{#cover}\n# Cover\n\n{{#if (since)}}After {{since}}{{else}}The first{{/if}}\n`;
    const said = async (of: Parameters<typeof composeEditions>[0]) => {
      const [block] = (await composeEditions(of, cover)).sections[0]!.blocks;
      return block?.kind === 'paragraph' ? plain(block.content) : undefined;
    };
    const later = editions([], { sinceNumber: 3 });
    expect(await said(later)).toBe('After 19 January 2026 (version 3)');
    expect(await said({ now: later.now, edition: { number: 1, changes: [] } })).toBe('The first');
  });
});
