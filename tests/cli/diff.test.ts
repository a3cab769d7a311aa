import { beforeAll, describe, expect, it } from 'vitest';
import type { EditionDiff } from '../../src/build/diff.js';
import type { MemoryWorld } from '../../src/world.js';
import { exampleZone } from '../support/example.js';
import { call, firstEdition, out, secondEdition, twoEditions } from '../support/two-editions.js';

let world: MemoryWorld;
const archive = `${out}/editions/${firstEdition}`;

beforeAll(async () => {
  world = await twoEditions();
});

const diff = (...words: string[]) => call(world, 'diff', ...words);
async function json(...words: string[]): Promise<EditionDiff> {
  const { code, out: printed, err } = await diff(...words, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(printed);
}

describe('zonebrief diff', () => {
  it('tells what changed, with old and new value, difference and source', async () => {
    expect(await diff(firstEdition, secondEdition)).toEqual({
      code: 0,
      err: '',
      out: `Changed (5)
  Committed capital  fund.committed
    €250 million → €280 million  +€30 million (+12%)
    280 Mio. Euro – Entwicklungsagentur Lindenau, 30 June 2025, section 2, paragraph 1
  Paid in  fund.paid-in-ratio
    56% → 50%  −6 percentage points
    140 Mio. Euro – Entwicklungsagentur Lindenau, 30 June 2025, section 2, paragraph 1
    280 Mio. Euro – Entwicklungsagentur Lindenau, 30 June 2025, section 2, paragraph 1
  Uncalled capital  fund.uncalled
    €110 million → €140 million  +€30 million (+27.3%)
    280 Mio. Euro – Entwicklungsagentur Lindenau, 30 June 2025, section 2, paragraph 1
    140 Mio. Euro – Entwicklungsagentur Lindenau, 30 June 2025, section 2, paragraph 1
  Companies in the park  park.companies
    about 120 companies → about 140 companies  about +20 companies
    rund 140 Unternehmen – Entwicklungsagentur Lindenau, 30 June 2025, section 1, paragraph 2
  Growth in jobs  park.job-growth
    6.5% → 7.0%  different period
    2024 → 2025
    7,0 % – Entwicklungsagentur Lindenau, 30 June 2025, section 1, paragraph 3

${exampleZone}, ${firstEdition} → ${secondEdition}: 5 changed
`,
    });
  });

  it.each([
    ['ids', firstEdition, secondEdition],
    ['an id and the edition that stands', firstEdition, ''],
    ['folders', archive, out],
    ['manifests', `${archive}/manifest.json`, `${out}/manifest.json`],
    ['an id of a zone that is named', firstEdition, `--zone=${exampleZone}`],
  ])('takes %s', async (_, ...words) => {
    const { old, new: next, changes } = await json(...words.filter((word) => word !== ''));
    expect([old.edition, next.edition]).toEqual([firstEdition, secondEdition]);
    expect([old.zone, next.zone]).toEqual([exampleZone, exampleZone]);
    expect(changes.map(({ fact }) => fact)).toEqual([
      'fund.committed',
      'fund.paid-in-ratio',
      'fund.uncalled',
      'park.companies',
      'park.job-growth',
    ]);
  });

  it('tells the other way round what is taken away', async () => {
    const { changes } = await json(secondEdition, firstEdition);
    expect(changes.map(({ difference }) => difference?.text)).toEqual([
      '−€30 million (−10.7%)',
      '+6 percentage points',
      '−€30 million (−21.4%)',
      'about −20 companies',
      undefined,
    ]);
  });

  it('is told in another language where that is asked for', async () => {
    const { changes, language } = await json(firstEdition, '--language', 'de');
    expect(language).toBe('de');
    expect(changes[0]).toMatchObject({
      label: 'Zugesagtes Kapital',
      before: { text: '250 Mio. Euro', time: 'Stand: 30. Juni 2025' },
      difference: { amount: '30000000', unit: 'EUR', text: '+30 Mio. Euro (+12\u00A0%)' },
    });
  });

  it.each([
    ['two decks', `${archive}/briefing.en.pptx`, `${out}/briefing.en.pptx`],
    ['two decks in another language', `${archive}/briefing.de.pptx`, `${out}/briefing.de.pptx`],
    ['a deck and the summary of both languages', `${archive}/briefing.de.pptx`, `${out}/summary.en-de.docx`],
    ['a deck and an edition', `${archive}/briefing.en.pptx`, secondEdition],
  ])('reads files by the records that they carry: %s', async (_, old, next) => {
    const { changes } = await json(old, next);
    const told = changes.map(({ fact, kind, difference }) => [fact, kind, difference?.amount]);
    expect(told).toEqual([
      ['fund.committed', 'changed', '30000000'],
      ['fund.paid-in-ratio', 'changed', '-6'],
      ['fund.uncalled', 'changed', '30000000'],
      // What is counted is named, and named alike; growth does not say on which base.
      ['park.companies', 'changed', '20'],
      ['park.job-growth', 'changed', undefined],
    ]);
  });

  it('finds nothing between a file and itself, or its own edition', async () => {
    for (const other of [`${archive}/briefing.en.pptx`, firstEdition, archive]) {
      expect((await json(`${archive}/briefing.en.pptx`, other)).changes).toEqual([]);
      expect((await json(other, `${archive}/briefing.en.pptx`)).changes).toEqual([]);
    }
    expect((await diff(firstEdition, firstEdition)).out).toMatch(/: no differences\n$/);
  });

  it('ends with 1 for a difference only where that is asked for', async () => {
    expect((await diff(firstEdition, '--exit-code')).code).toBe(1);
    expect((await diff(firstEdition, firstEdition, '--exit-code')).code).toBe(0);
    expect((await diff(firstEdition)).code).toBe(0);
  });

  it.each([
    [['2025-06-30.7'], `there is no edition 2025-06-30.7; there are: ${secondEdition}, ${firstEdition}`],
    [['nowhere.pptx', firstEdition], 'nowhere.pptx is not there'],
    [['/data', firstEdition], '/data holds no manifest.json'],
    [[`${out}/charts/fund.en.png`, firstEdition], 'charts/fund.en.png cannot be compared'],
    [[`${out}/briefing.en.pptx`, `${out}/briefing.de.pptx`], 'the two have no language in common'],
    [[firstEdition, '--language', 'fr'], 'the two cannot be compared in "fr"'],
    [[`${out}/briefing.en.pptx`], 'there is nothing to compare'],
    [['/broken.json', firstEdition], '/broken.json is no manifest'],
    [['/broken.pptx', firstEdition], 'broken.pptx: '],
    [[], 'missing required argument'],
    [['a', 'b', 'c'], ''],
  ])('says what is wrong with %j', async (words, message) => {
    world.files.set('/broken.json', new TextEncoder().encode('{ "zone": 3 }'));
    world.files.set('/broken.pptx', new TextEncoder().encode('no zip'));
    const { code, out: printed, err } = await diff(...words);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
