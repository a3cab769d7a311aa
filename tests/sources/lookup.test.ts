import { describe, expect, it } from 'vitest';
import { unusedFigures } from '../../src/sources/coverage.js';
import { textBlocks } from '../../src/sources/formats/text.js';
import { lookUp } from '../../src/sources/lookup.js';
import { copyOf, evidence, fact, figure, ledger, paper, reader, source } from './fixtures.js';

const count = (amount: string) => ({ amount, unit: 'count' });
const all = (...facts: Parameters<typeof ledger>[0]) => {
  const copy = paper();
  return lookUp(ledger(facts, [copy.source]), copy, reader);
};
const found = (...facts: Parameters<typeof ledger>[0]) => all(...facts).diagnostics;

describe('evidence looked up in a copy', () => {
  it('is found at its locator: in paragraphs, in headings, before the first section', () => {
    const { matches, diagnostics } = all(
      figure('a.companies', count('50'), 'more-than', [evidence('50余家', { section: '01', paragraph: 1 })]),
      figure('a.headline', { amount: '30000000000', unit: 'CNY' }, 'nearly', [
        evidence('近300亿', { section: '02' }),
      ]),
      figure('a.talent', { amount: '30000', unit: 'people' }, 'nearly', [
        evidence('近3万人', { paragraph: 3 }),
      ]),
      fact('a.centre', [evidence('西部创投中心', { section: '2', paragraph: 1 })]),
    );
    expect(diagnostics).toEqual([]);
    expect(matches).toHaveLength(4);
  });

  it('that stands elsewhere is said with the place where it does', () => {
    const [finding] = found(
      figure('a.banks', count('15'), 'exact', [evidence('15家', { section: '01', paragraph: 2 })]),
    );
    expect(finding).toMatchObject({
      code: 'evidence/elsewhere',
      at: { line: 20 },
      expected: 'locator: { section: "01", paragraph: 1 }',
    });
    expect(finding?.message).toContain('found in section 01, paragraph 1, not in section 01, paragraph 2');
  });

  it('in a section that is not there is said with the sections that are', () => {
    const [finding] = found(
      figure('a.banks', count('15'), 'exact', [evidence('15家', { section: '07', paragraph: 2 })]),
    );
    expect(finding?.message).toContain('it has no section 07, but 01, 02');
  });

  it('that is not there is said, with the longer number that it stands in', () => {
    const [gone, inside] = found(
      fact('a.gone', [evidence('三峡集团', { section: '01', paragraph: 1 })]),
      figure('a.inside', count('5'), 'exact', [evidence('5家', { section: '01', paragraph: 1 })]),
    );
    expect(gone).toMatchObject({ code: 'evidence/not-found', at: { line: 10 } });
    expect(inside).toMatchObject({ code: 'evidence/not-found' });
    expect(inside?.expected).toContain('15家');
  });

  it('may not leave out the hedge that the source prints before it', () => {
    const [finding, ...rest] = found(
      figure('a.talent', { amount: '30000', unit: 'people' }, 'exact', [evidence('3万人', { paragraph: 3 })]),
    );
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: 'evidence/cut-short', expected: 'stated: 近3万人' });
    expect(finding?.message).toContain('qualifier: nearly, the fact is');
  });

  const inText = (text: string, language: string, ...facts: Parameters<typeof ledger>[0]) => {
    const copy = copyOf(source('paper', language), textBlocks(text));
    return lookUp(ledger(facts, [copy.source]), copy, reader).diagnostics;
  };
  const rate = (amount: string, stated: string, kind: 'growth' | 'quantity' = 'growth') =>
    figure('a.rate', { amount, unit: 'percent' }, 'exact', [evidence(stated)], kind);

  it.each(['-', '–', '−'])('may not leave out a minus: %s', (minus) => {
    const text = `Das Wachstum lag bei ${minus}15 %.`;
    const [finding, ...rest] = inText(text, 'de', rate('15', '15 %'));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: 'evidence/cut-short', expected: `stated: ${minus}15 %` });
    expect(inText(text, 'de', rate('-15', `${minus}15 %`))).toEqual([]);
    expect(inText('Das Wachstum – 15 % im Jahr – hält an.', 'de', rate('15', '15 %'))).toEqual([]);
  });

  it('may not leave out the words that make a growth a decline', () => {
    const text = 'Der Absatz sank um 6,5 %.';
    const [finding, ...rest] = inText(text, 'de', rate('6.5', '6,5 %'));
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: 'evidence/cut-short', expected: 'an amount below zero' });
    expect(finding?.message).toContain('amount: "-6.5"');
    expect(inText(text, 'de', rate('-6.5', 'sank um 6,5 %'))).toEqual([]);
    expect(inText(text, 'de', rate('6.5', '6,5 %', 'quantity'))).toEqual([]);
  });

  it('may not leave out what no fact can keep', () => {
    const [finding, ...rest] = inText(
      'Es sind kaum 300 Firmen.',
      'de',
      figure('a.firms', count('300'), 'exact', [evidence('300 Firmen')]),
    );
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: 'evidence/cut-short' });
    expect(finding?.message).toContain('"kaum" can be taken in two ways');
    const range = figure('a.range', { amount: '300', max: '400', unit: 'count' }, 'range', [
      evidence('300 bis 400 Firmen'),
    ]);
    expect(inText('Es sind rund 300 bis 400 Firmen.', 'de', range)[0]?.message).toContain('on a range');
  });

  it('may leave out what changes nothing', () => {
    expect(
      found(
        figure('a.growth', { amount: '12.5', unit: 'percent', basis: 'year-on-year' }, 'exact', [
          evidence('12.5%', { section: '02', paragraph: 1 }),
        ]),
      ),
    ).toEqual([]);
  });
});

describe('coverage', () => {
  const unused = (facts: Parameters<typeof ledger>[0], rest = {}) => {
    const copy = paper(rest);
    const book = ledger(facts, [copy.source]);
    return unusedFigures(book, copy, lookUp(book, copy, reader).matches, reader);
  };

  it('lists every figure that no evidence points at, with its place and the words around it', () => {
    const list = unused([
      figure('a.committed', { amount: '28660000000', unit: 'CNY' }, 'exact', [
        evidence('286.6亿元', { section: '02', paragraph: 1 }),
      ]),
    ]);
    expect(list.map(({ phrase }) => phrase).join(' ')).toBe(
      '8123 近3万人 突破900亿元 50余家 15家 千亿级 五百亿级 2个 百亿级 2个 近300亿 24只 12.5 % 五款 99元',
    );
    expect(list.find(({ phrase }) => phrase === '24只')).toMatchObject({
      locator: { section: '02', paragraph: 1 },
      before: '基金',
      figure: { amount: '24', unit: 'count', qualifier: 'exact' },
      sameAs: [],
    });
  });

  it('leaves out what stands before and behind the article, and the numbers of headings', () => {
    const phrases = unused([], { from: '这里是引言', until: '免责声明' }).map(({ phrase }) => phrase);
    expect(phrases).not.toContain('8123');
    expect(phrases).not.toContain('99元');
    expect(phrases.filter((phrase) => /^0[12]/.test(phrase))).toEqual([]);
  });

  it('takes one occurrence for one fact, where a phrase stands twice in a paragraph', () => {
    const cluster = (id: string) =>
      figure(id, count('2'), 'exact', [evidence('2个', { section: '01', paragraph: 2 })]);
    const twos = (...ids: string[]) =>
      unused(ids.map(cluster)).filter(({ phrase }) => phrase === '2个').length;
    expect([twos(), twos('a.one'), twos('a.one', 'a.two')]).toEqual([2, 1, 0]);
  });

  it('says where a fact has the same figure from another place', () => {
    const list = unused([
      figure('a.output', { amount: '90000000000', unit: 'CNY' }, 'more-than', [
        evidence('突破900亿元', { section: '07' }),
      ]),
    ]);
    expect(list.find(({ phrase }) => phrase.includes('900亿元'))?.sameAs).toEqual(['a.output']);
  });
});
