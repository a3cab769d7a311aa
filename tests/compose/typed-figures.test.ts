import { describe, expect, it } from 'vitest';
import { checkTypedFigures } from '../../src/compose/typed-figures.js';
import { loadLedger } from '../../src/facts/load.js';
import { memoryWorld } from '../../src/world.js';
import { sampleFolder, sampleZone, sampleZoneWith } from '../facts/fixtures.js';
import { marked, told } from '../facts/marked.js';

async function load(files: Record<string, string>) {
  const { ledger, diagnostics, texts } = await loadLedger(memoryWorld(files), sampleFolder);
  if (!ledger) throw new Error(JSON.stringify(diagnostics));
  return { ledger, found: checkTypedFigures(ledger, texts) };
}

/** With one text of one file replaced; `⟦` in the replacement marks where findings are expected. */
async function findings(file: string, text: string, replacement: string) {
  const path = `${sampleFolder}/${file}`;
  const changed = marked(sampleZoneWith(file, text, replacement)[path]!);
  const { ledger, found } = await load({ ...sampleZone(), [path]: changed.text });
  expect(told(found)).toEqual(changed.places.map((place) => `facts/bare-figure ${place}`));
  return { ledger, found };
}

describe('a figure typed in the data', () => {
  it('is found nowhere in a zone that has none', async () => {
    expect((await load(sampleZone())).found).toEqual([]);
  });

  it.each([
    ['the label of a fact', 'facts/funds.yaml', 'en: Funds,', 'en: The ⟦30 funds,'],
    ['a label in Chinese, in words', 'facts/funds.yaml', 'zh-CN: 认缴资本, de', 'zh-CN: ⟦八十亿元资本, de'],
    ['a note', 'facts/funds.yaml', 'de: Zusagen, keine', 'de: Zusagen von ⟦24 Fonds, keine'],
    ['a whole', 'facts/industry.yaml', "en: the region's output", "en: ⟦two thirds of the region's output"],
    ['what a rank is among', 'facts/industry.yaml', 'en: on the coast', 'en: of ⟦20 on the coast'],
    ['the text of a statement', 'facts/people.yaml', 'en: one counter', 'en: ⟦24 counters'],
    ['the label of a member', 'facts/people.yaml', 'de: die Handelsschule', 'de: die ⟦2. Handelsschule'],
    ['what is counted', 'facts/people.yaml', 'other: days', 'other: days of ⟦24 hours'],
    ['the label of a derived fact', 'facts/funds.yaml', 'en: Uncalled capital', 'en: Uncalled by ⟦2030'],
    ['the name of the zone', 'zone.yaml', 'en: Port Aurel Free Zone', 'en: Port Aurel ⟦2030'],
    ['the issuer', 'zone.yaml', 'de: Investitionsbüro', 'de: ⟦1. Investitionsbüro'],
  ])('is found in %s', async (_, file, text, replacement) => {
    await findings(file, text, replacement);
  });

  it('says whose text it is, what may stand there and how to mark a name', async () => {
    const { found } = await findings(
      'facts/funds.yaml',
      'en: Commitments, not payments.',
      'en: Of ⟦24 funds.',
    );
    expect(found[0]).toMatchObject({
      severity: 'error',
      message: '"24" is typed in the note of funds.committed in en; no fact stands behind it',
      expected: expect.stringContaining('a date of it or of its source, written as "22 December 2025"'),
      hint: expect.stringContaining(':lit[24]'),
    });
  });

  it.each([
    ['its own figure', 'en: Commitments, not payments.', 'en: EUR 8.4 billion are commitments.'],
    [
      'its own figure as another language writes it',
      'de: Zusagen, keine Zahlungen.',
      'de: 8,4 Mrd. Euro Zusagen.',
    ],
    ['its day', 'en: Commitments, not payments.', 'en: Told on 16 November 2025.'],
    ['its day in Chinese', 'zh-CN: 为认缴额，并非实缴额。', 'zh-CN: 截至2025年11月16日。'],
    ['the month of its source', 'de: Zusagen, keine Zahlungen.', 'de: Stand Dezember 2025.'],
    ['a year of it', 'en: Commitments, not payments.', 'en: In 2025 they were commitments.'],
    ['a phrase of its evidence', 'zh-CN: 为认缴额，并非实缴额。', 'zh-CN: 原文为“EUR 8.4 billion”。'],
    ['a marked name', 'en: Commitments, not payments.', "en: 'Under Plan :lit[2030], :lit[5]G.'"],
  ])('may be %s', async (_, text, replacement) => {
    await findings('facts/funds.yaml', text, replacement);
  });

  it.each([
    ['a year that counts things', 'en: ⟦2025 companies took part.'],
    ['digits of a longer number', 'en: In ⟦12025 it was so.'],
    ['its figure with another hedge', 'en: ⟦Nearly EUR 8.4 billion.'],
    ['its figure in another size', 'en: ⟦EUR 8.4 million.'],
    ['a day of no source', 'en: Told on ⟦17 November 2025.'],
  ])('may not be %s', async (_, replacement) => {
    const path = `${sampleFolder}/facts/funds.yaml`;
    const changed = sampleZoneWith(
      'facts/funds.yaml',
      'en: Commitments, not payments.',
      replacement.replace('⟦', ''),
    );
    expect((await load(changed)).found).toMatchObject([
      { code: 'facts/bare-figure', at: { file: path, line: 20 } },
    ]);
  });

  it('is printed without its mark when it is part of a name', async () => {
    const { ledger } = await findings(
      'facts/people.yaml',
      'en: the School of Trade',
      "en: 'School :lit[12]'",
    );
    expect(ledger.facts.get('people.schools')?.members?.[1]?.label.en).toBe('School 12');
    const zone = await findings('zone.yaml', 'en: Port Aurel Free Zone', "en: 'Port :lit[4.0]'");
    expect(zone.ledger.zone.name.en).toBe('Port 4.0');
  });

  it.each([
    ['a scale', 'other: days', 'other: ⟦mn days'],
    ['a scale marked as a name', 'other: days', 'other: "⟦:lit[million] days"'],
    ['a unit', 'other: days', 'other: ⟦percent of days'],
    ['a hedge behind it', 'other: days', 'other: ⟦jobs or more'],
    ['a multiple', 'other: days', 'other: ⟦times'],
    ['a rate', 'other: days', 'other: ⟦jobs per hectare'],
  ])('is another one with %s for a noun', async (_, text, replacement) => {
    const path = `${sampleFolder}/facts/people.yaml`;
    const changed = marked(sampleZoneWith('facts/people.yaml', text, replacement)[path]!);
    const { found } = await load({ ...sampleZone(), [path]: changed.text });
    expect(told(found)).toEqual(changed.places.map((place) => `facts/changed-figure ${place}`));
    expect(found[0]?.message).toContain(replacement.replace(/^other: |[⟦"]|:lit\[|\]/g, ''));
  });

  it('is told with the amount of each fact that counts the same', async () => {
    const path = `${sampleFolder}/facts/funds.yaml`;
    const text = sampleZone()[path]!.replace('other: funds', 'other: mn funds');
    const [, first = ''] = /( {2}- id: funds\.number\n[\s\S]*?\n\n)/.exec(text) ?? [];
    const second = first.replace('funds.number', 'funds.planned').replace('"12"', '"34"');
    const { found } = await load({ ...sampleZone(), [path]: text.replace(first, first + second) });
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('funds.number counts in en makes another figure of it: "12 mn funds"'),
      expect.stringContaining('funds.planned counts in en makes another figure of it: "34 mn funds"'),
    ]);
  });

  it.each([
    'other: jobs',
    'other: companies above designated size',
    'other: R&D platforms',
    'other: kilometres of track',
  ])('stays what it is with a noun: %s', async (noun) => {
    await findings('facts/people.yaml', 'other: days', noun);
  });
});
