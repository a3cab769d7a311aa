import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../src/facts/difference.js';
import type { Counted, Qualifier, Quantity } from '../../src/facts/schema.js';
import type { FactSnapshot } from '../../src/facts/snapshot.js';
import { writeDifference } from '../../src/language/difference.js';
import { readFigure } from '../../src/language/read.js';
import { languageFor, languageTags } from '../../src/language/registry.js';

const funds: Counted = {
  en: { one: 'fund', other: 'funds' },
  'zh-CN': { other: '只基金' },
  de: { one: 'Fonds', other: 'Fonds' },
  fr: { one: 'fonds', other: 'fonds' },
};
const nbsp = '\u00A0';
const minus = '\u2212';

type Said = readonly [amount: string, qualifier?: Qualifier, rest?: Partial<Quantity>];
function fact(unit: Quantity['unit'], [amount, qualifier = 'exact', rest]: Said): FactSnapshot {
  return {
    topic: 'funds',
    kind: 'quantity',
    label: {},
    evidence: [],
    quantity: { amount, unit, ...rest },
    qualifier,
    ...(unit === 'count' && { counted: funds }),
  };
}

function written(tag: string, unit: Quantity['unit'], before: Said, after: Said): string | undefined {
  const [was, is] = [fact(unit, before), fact(unit, after)];
  const difference = differenceOf(was, is);
  return (
    difference &&
    writeDifference(languageFor(tag), difference, { counted: is.counted, beside: is.quantity!.amount })
  );
}

describe('a difference in the four languages', () => {
  it.each<[Quantity['unit'], Said, Said, Record<string, string>]>([
    [
      'CNY',
      ['28660000000'],
      ['29200000000'],
      {
        en: '+RMB 0.54 billion (+1.9%)',
        'zh-CN': '+5.4亿元（+1.9%）',
        de: `+0,54 Mrd. RMB (+1,9${nbsp}%)`,
        fr: `+0,54${nbsp}milliard de yuans (+1,9${nbsp}%)`,
      },
    ],
    [
      'CNY',
      ['28660000000'],
      ['28600000000'],
      {
        en: `${minus}RMB 60 million (${minus}0.21%)`,
        'zh-CN': `${minus}0.6亿元（${minus}0.21%）`,
        de: `${minus}60 Mio. RMB (${minus}0,21${nbsp}%)`,
        fr: `${minus}60${nbsp}millions de yuans (${minus}0,21${nbsp}%)`,
      },
    ],
    [
      'count',
      ['24'],
      ['26'],
      {
        en: '+2 funds (+8.3%)',
        'zh-CN': '+2只基金（+8.3%）',
        de: `+2 Fonds (+8,3${nbsp}%)`,
        fr: `+2${nbsp}fonds (+8,3${nbsp}%)`,
      },
    ],
    [
      'count',
      ['25'],
      ['24'],
      {
        en: `${minus}1 fund (${minus}4%)`,
        'zh-CN': `${minus}1只基金（${minus}4%）`,
        de: `${minus}1 Fonds (${minus}4${nbsp}%)`,
        fr: `${minus}1${nbsp}fonds (${minus}4${nbsp}%)`,
      },
    ],
    [
      'percent',
      ['42.5'],
      ['44.1'],
      {
        en: '+1.6 percentage points',
        'zh-CN': '+1.6个百分点',
        de: '+1,6 Prozentpunkte',
        fr: `+1,6${nbsp}point de pourcentage`,
      },
    ],
    [
      'people',
      ['170000', 'nearly'],
      ['180000', 'nearly'],
      {
        en: 'about +10,000 people',
        'zh-CN': '约+1万人',
        de: 'rund +10.000 Menschen',
        fr: `environ +10${nbsp}000${nbsp}personnes`,
      },
    ],
    [
      'count',
      ['50'],
      ['60', 'more-than'],
      {
        en: 'up by more than 10 funds',
        'zh-CN': '增加10余只基金',
        de: 'Anstieg um mehr als 10 Fonds',
        fr: `hausse de plus de 10${nbsp}fonds`,
      },
    ],
    [
      'count',
      ['60', 'more-than'],
      ['50'],
      {
        en: 'down by more than 10 funds',
        'zh-CN': '减少10余只基金',
        de: 'Rückgang um mehr als 10 Fonds',
        fr: `baisse de plus de 10${nbsp}fonds`,
      },
    ],
    [
      'percent',
      ['15', 'at-most'],
      ['17'],
      {
        en: 'up by at least 2 percentage points',
        'zh-CN': '上升至少2个百分点',
        de: 'Anstieg um mindestens 2 Prozentpunkte',
        fr: `hausse d’au moins 2${nbsp}points de pourcentage`,
      },
    ],
    [
      'count',
      ['10'],
      ['5', 'range', { max: '7' }],
      {
        en: 'down by 3 to 5 funds',
        'zh-CN': '减少3至5只基金',
        de: 'Rückgang um 3 bis 5 Fonds',
        fr: `baisse de 3 à 5${nbsp}fonds`,
      },
    ],
    [
      'count',
      ['42', 'exact', { per: { amount: '100000', unit: 'people' } }],
      ['45', 'exact', { per: { amount: '100000', unit: 'people' } }],
      {
        en: '+3 funds per 100,000 people (+7.1%)',
        'zh-CN': '每10万人+3只基金（+7.1%）',
        de: `+3 Fonds je 100.000 Einwohner (+7,1${nbsp}%)`,
        fr: `+3${nbsp}fonds pour 100${nbsp}000 habitants (+7,1${nbsp}%)`,
      },
    ],
  ])('of %s from %j to %j', (unit, before, after, texts) => {
    const tags = Object.keys(texts);
    expect(Object.fromEntries(tags.map((tag) => [tag, written(tag, unit, before, after)]))).toEqual(texts);
  });

  it('prints the digits that the amounts print: one place behind the point where they have one', () => {
    expect(written('en', 'percent', ['42.5'], ['43.5'])).toBe('+1.0 percentage points');
    expect(written('zh-CN', 'CNY', ['28660000000'], ['29160000000'])).toBe('+5.0亿元（+1.7%）');
  });

  it('takes a scale of its own where that of the amounts would need too many zeros', () => {
    expect(written('en', 'CNY', ['28660000000'], ['28661000000'])).toBe('+RMB 1 million (+0.0035%)');
    expect(written('zh-CN', 'people', ['170000'], ['170001'])).toBe('+1人（+0.00059%）');
  });
});

describe('the writing of differences', () => {
  const units = fc.constantFrom<Quantity['unit']>('CNY', 'EUR', 'people', 'count', 'percent', 'km2', 'year');
  const digits = fc.integer({ min: 1, max: 99_999 });
  const exponents = fc.integer({ min: 0, max: 9 });
  const amounts = fc.tuple(digits, exponents).map(([mantissa, zeros]) => `${mantissa}${'0'.repeat(zeros)}`);

  it.each(languageTags())('says in %s the amount and the hedge, and is read back as such', (tag) => {
    let told = 0;
    fc.assert(
      fc.property(
        units,
        amounts,
        amounts,
        fc.constantFrom<Qualifier>('exact', 'about', 'nearly', 'more-than', 'at-least'),
        (unit, from, to, qualifier) => {
          const [before, after] = [fact(unit, [from]), fact(unit, [to, qualifier])];
          const difference = differenceOf(before, after);
          if (!difference) return;
          told += 1;
          const { relative: _, ...plain } = difference;
          const text = writeDifference(languageFor(tag), plain, { counted: funds, beside: to });
          // Amounts of facts have no plus; what stands around it is read.
          const figure = readFigure(text.replace('+', ''), tag);
          const falls = difference.amount.startsWith('-');
          const isBound = !['exact', 'about'].includes(difference.qualifier);
          // The sign of a bound is in the words around it.
          const amount = isBound && falls ? difference.amount.slice(1) : difference.amount;
          expect({ text, ...figure }).toMatchObject({
            text,
            amount: amount.replace(/(\.\d*?)0+$|\.$/, '$1'),
          });
          if (!isBound) expect({ text, ...figure }).toMatchObject({ text, qualifier: difference.qualifier });
        },
      ),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(100);
  });
});
