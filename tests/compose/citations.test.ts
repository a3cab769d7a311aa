import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivation } from '../../src/compose/citations.js';
import { composeSlide, ledger } from './fixtures.js';

const citation = async (id: string, language = 'en', changed = ledger()) => {
  const { document } = await composeSlide(`{{label "${id}"}}\n`, { language, ledger: changed });
  return document!.citations.get(id);
};

describe('citations', () => {
  it('give phrase, source and place of each statement', async () => {
    expect(await citation('funds.committed')).toEqual({
      fact: 'funds.committed',
      kind: 'quantity',
      label: 'Committed capital',
      text: 'RMB 28.66 billion',
      statements: [
        { stated: '286.6亿元', language: 'zh-CN', source: 'daily', locator: expect.stringMatching(/2.*3/) },
      ],
      time: 'as of 19 January 2026',
      note: 'All funds together',
    });
  });

  it('are in the language of the document', async () => {
    expect(await citation('industry.share', 'zh-CN')).toMatchObject({
      label: '产值占比',
      text: '42.5%',
      time: '2024年',
    });
  });

  it('write a derivation with labels for ids', async () => {
    expect(await citation('funds.ratio')).toMatchObject({
      derivation: 'Paid-in capital ÷ Committed capital',
      parts: ['funds.paid-in', 'funds.committed'],
    });
    expect(await citation('funds.uncalled', 'de')).toMatchObject({
      derivation: 'Zugesagtes Kapital − Eingezahltes Kapital',
    });
  });

  it('of something that has a name only give the name', async () => {
    expect(await citation('talent.opening')).toMatchObject({ text: 'Opening' });
  });

  it('take operators for signs and leave those inside of ids and labels', () => {
    const ids = fc.constantFrom('a.b-c', 'fund-s.x-1', 'n.o');
    const operators = fc.constantFrom(['+', '+'], ['-', '−'], ['*', '×'], ['/', '÷']);
    fc.assert(
      fc.property(ids, operators, ids, fc.string(), (left, [typed, sign], right, label) => {
        expect(derivation(`(${left} ${typed} ${right})`, () => label)).toBe(`(${label} ${sign} ${label})`);
      }),
    );
  });
});
