import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigure, readFigures } from '../../src/language/read.js';
import { itFindsNone, itReads, itRefuses } from './tables.js';

describe('Chinese scales around a hedge', () => {
  const scales: readonly (readonly [first: string, second: string, exponent: number])[] = [
    ['', '', 0],
    ['', '万', 4],
    ['', '亿', 8],
    ['', '万亿', 12],
    ['十', '万', 5],
    ['百', '万', 6],
    ['千', '万', 7],
    ['百', '亿', 10],
    ['千', '亿', 11],
    ['千', '万亿', 15],
    ['万', '亿', 12],
    ['百', '', 2],
    ['千', '', 3],
    ['万', '', 4],
    ['亿', '', 8],
    ['万亿', '', 12],
  ];

  it('a number, a scale, 多 or 余 and a scale are more than their product', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(...scales),
        fc.constantFrom('多', '余'),
        fc.constantFrom('元', '人', ''),
        (digits, places, [first, second, exponent], hedge, unit) => {
          const mantissa = String(digits).padStart(places + 1, '0');
          const cut = mantissa.length - places;
          const number = places === 0 ? mantissa : `${mantissa.slice(0, cut)}.${mantissa.slice(cut)}`;
          const phrase = `${number}${first}${hedge}${second}${unit}`;
          const read = readFigure(phrase, 'zh-CN');
          if ('error' in read) throw new Error(read.error);
          expect({ phrase, qualifier: read.qualifier, value: Number(read.amount) }).toEqual({
            phrase,
            qualifier: 'more-than',
            value: Number(`${number}e${exponent}`),
          });
          if (unit === '人') expect(read.unit).toBe('people');
        },
      ),
    );
  });

  itReads('zh-CN', [
    ['2万多亿元', '2000000000000', 'CNY', 'more-than'],
    ['5千多亿元', '500000000000', 'CNY', 'more-than'],
    ['1.2万多亿元', '1200000000000', 'CNY', 'more-than'],
    ['1.5万多亿', '1500000000000', '', 'more-than'],
    ['1万余亿元', '1000000000000', 'CNY', 'more-than'],
    ['3百多万人', '3000000', 'people', 'more-than'],
    ['两千多亿元', '200000000000', 'CNY', 'more-than'],
    ['5000多亿元', '500000000000', 'CNY', 'more-than'],
    ['5千多万千瓦', '50000000', 'kW', 'more-than'],
    ['2万多千瓦', '20000', 'kW', 'more-than'],
    ['2万5千多亿元', '2500000000000', 'CNY', 'more-than'],
    ['2万5000亿元', '2500000000000', 'CNY', 'exact'],
    ['3亿5000多万元', '350000000', 'CNY', 'more-than'],
    ['十多万亿', '10000000000000', '', 'more-than'],
    ['两点五亿元', '250000000', 'CNY', 'exact'],
    ['一点五倍', '150', 'percent', 'exact'],
  ]);
  itFindsNone('zh-CN', ['3万多万元', '1.2万万', '三点二十分', '20几亿元', '2万几千亿元', '50几家']);
});

describe('halves', () => {
  itReads('fr', [
    ['un million et demi', '1500000', '', 'exact'],
    ['un million et demi d’euros', '1500000', 'EUR', 'exact'],
    ['plus de deux milliards et demi de yuans', '2500000000', 'CNY', 'more-than'],
    ['trois ans et demi', '3.5', 'year', 'exact'],
    ['un an et demi', '1.5', 'year', 'exact'],
    ['2 et demi pour cent', '2.5', 'percent', 'exact'],
    ['trois quarts de million', '750000', '', 'exact'],
    ['un demi-million', '500000', '', 'exact'],
  ]);
  itFindsNone('fr', ['deux tiers de million', 'deux heures et demie']);
  itRefuses('fr', [
    ['2,5 millions et demi', 'no decimal'],
    ['3 millions d’euros et demi', 'half'],
    ['deux millions et un tiers', 'no decimal'],
  ]);
  itReads('en', [
    ['1 1/2 billion', '1500000000', '', 'exact'],
    ['1-1/2 billion', '1500000000', '', 'exact'],
    ['3 3/4 percent', '3.75', 'percent', 'exact'],
    ['1½ billion', '1500000000', '', 'exact'],
    ['1 ½ billion', '1500000000', '', 'exact'],
    ['2⅜ million', '2375000', '', 'exact'],
    ['two-and-a-half billion', '2500000000', '', 'exact'],
    ['four and a half billion yuan', '4500000000', 'CNY', 'exact'],
    ['one and a half percent', '1.5', 'percent', 'exact'],
    ['a million and a half', '1500000', '', 'exact'],
    ['nearly 2 billion and a half', '2500000000', '', 'nearly'],
    ['two and a quarter million', '2250000', '', 'exact'],
    ['5 and a half million', '5500000', '', 'exact'],
    ['two years and a half', '2.5', 'year', 'exact'],
    ['a year and a half', '1.5', 'year', 'exact'],
    ['a quarter of a million', '250000', '', 'exact'],
    ['three quarters of a million yuan', '750000', 'CNY', 'exact'],
    ['a quarter of the staff', '25', 'percent', 'exact'],
    ['half of a county', '50', 'percent', 'exact'],
  ]);
  itFindsNone('en', [
    '2⅓ million',
    '2 1/3 million',
    '1 3/2 million',
    'one-and-a-half times',
    'first three quarters',
    'two thirds of a million',
    '3/4 of a million',
  ]);
  itRefuses('en', [
    ['two and a third million', 'no decimal'],
    ['5.5 and a half million', 'no decimal'],
    ['2 billion and a half million', '2 figures'],
    ['one hundred and a half', 'no decimal'],
    ['15 people and half a million tourists', '2 figures'],
  ]);
  itReads('zh-CN', [
    ['两个半', '2.5', 'count', 'exact'],
    ['两倍半', '250', 'percent', 'exact'],
    ['一倍半', '150', 'percent', 'exact'],
    ['一年半', '1.5', 'year', 'exact'],
    ['3年半以上', '3.5', 'year', 'at-least'],
    ['两亿半', '250000000', '', 'exact'],
    ['2亿半元', '250000000', 'CNY', 'exact'],
    ['两家半导体企业', '2', 'count', 'exact'],
    ['10年半导体经验', '10', 'year', 'exact'],
  ]);
  itRefuses('zh-CN', [
    ['三个半月', '月'],
    ['3个半小时', '小时'],
    ['三个半年', 'half'],
    ['2.5倍半', 'half'],
    ['两亿三千万半', 'no decimal'],
  ]);
  itReads('de', [
    ['anderthalb Millionen', '1500000', '', 'exact'],
    ['eineinhalb Millionen', '1500000', '', 'exact'],
    ['zweieinhalb Millionen Euro', '2500000', 'EUR', 'exact'],
    ['elfeinhalb Milliarden', '11500000000', '', 'exact'],
    ['zwei und eine halbe Million', '2500000', '', 'exact'],
    ['rund eine Viertelmillion Euro', '250000', 'EUR', 'about'],
    ['drei viertel Millionen', '750000', '', 'exact'],
    ['dreiviertel Million Euro', '750000', 'EUR', 'exact'],
    ['2 1/2 Jahre', '2.5', 'year', 'exact'],
    ['zwei Jahre und ein halbes', '2.5', 'year', 'exact'],
  ]);

  it.each([
    ['en', 'million and a half'],
    ['fr', 'millions et demi'],
  ])('in %s, a half behind a scale is half of the scale', (tag, behind) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999 }), (whole) => {
        expect(readFigure(`${whole} ${behind}`, tag)).toEqual({
          amount: `${whole}500000`,
          qualifier: 'exact',
        });
      }),
    );
  });
});

describe('a dash before a number', () => {
  const tags = ['zh-CN', 'en', 'de', 'fr'];
  itReads('en', [
    ['–3.5%', '-3.5', 'percent', 'exact'],
    ['growth of –3.5%', '-3.5', 'percent', 'exact'],
    ['–US$5 million', '-5000000', 'USD', 'exact'],
    ['US$–5 million', '-5000000', 'USD', 'exact'],
    ['3–5%', '3', 'percent', 'range', { max: '5' }],
    ['3 – 5%', '3', 'percent', 'range', { max: '5' }],
    ['–3 to –1%', '-3', 'percent', 'range', { max: '-1' }],
    ['growth – 3.5% in all', '3.5', 'percent', 'exact'],
  ]);
  itReads('de', [['Das Wachstum lag bei –3,5 %.', '-3.5', 'percent', 'exact']]);
  itReads('fr', [['–3,5 %', '-3.5', 'percent', 'exact']]);
  itReads('zh-CN', [
    ['增长–3.5%', '-3.5', 'percent', 'exact'],
    ['增速（–3.5%）', '-3.5', 'percent', 'exact'],
  ]);
  itRefuses('en', [['—3.5%', 'two ways']]);

  it.each(tags)('in %s is a minus, and between two numbers the mark of a range', (tag) => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 99 }), (low, more) => {
        expect(readFigure(`–${low}%`, tag)).toMatchObject({ amount: `-${low}`, qualifier: 'exact' });
        expect(readFigure(`${low}–${low + more}%`, tag)).toMatchObject({
          amount: `${low}`,
          max: `${low + more}`,
        });
      }),
    );
  });
});

describe('a percentage of a decline', () => {
  const direction = (phrase: string, tag: string): unknown => {
    const read = readFigure(phrase, tag);
    if ('error' in read) throw new Error(read.error);
    return read.amount.startsWith('-') ? 'negative' : read.direction;
  };
  it.each([
    ['zh-CN', '同比下降6.5%'],
    ['zh-CN', '下降了约6.5个百分点'],
    ['zh-CN', '降幅为6.5%'],
    ['zh-CN', '6.5%的降幅'],
    ['zh-CN', '降幅收窄至6.5%'],
    ['en', 'the decline narrowed to 6.5%'],
    ['de', 'Umsatzrückgang von 6,5 %'],
    ['de', 'ist um 6,5 % auf einen Rest gesunken'],
    ['en', 'fell by 6.5%'],
    ['en', 'fell in 2024 by about 6.5%'],
    ['en', 'declined 6.5% year on year'],
    ['en', 'a decline of 6.5%'],
    ['en', 'a 6.5% decline'],
    ['en', '6.5% lower'],
    ['en', 'fell by 5 to 6.5%'],
    ['de', 'sank 2024 um 6,5 %'],
    ['de', 'ging um 6,5 % zurück'],
    ['de', 'ist um 6,5 % gesunken'],
    ['de', 'Rückgang von rund 6,5 %'],
    ['de', '6,5 % weniger'],
    ['fr', 'a reculé de 6,5 %'],
    ['fr', 'a reculé en 2024 de 6,5 %'],
    ['fr', 'en baisse d’environ 6,5 %'],
    ['fr', '6,5 % de moins'],
    ['fr', 'les ventes se sont repliées de 6,5 %'],
    ['fr', 'un recul de l’ordre de 6,5 %'],
    ['fr', 'a perdu 6,5 %'],
    ['en', 'profits tumbled, down by a record 6.5%'],
    ['en', 'sales were down in the first half by 6.5%'],
  ])('in %s is told in %s', (tag, phrase) => expect(direction(phrase, tag)).toBe('down'));

  it.each([
    ['zh-CN', '负增长6.5%'],
    ['en', 'negative growth of 6.5%'],
    ['de', 'ein Minus von 6,5 %'],
    ['fr', 'croissance négative de 6,5 %'],
  ])('in %s, %s is negative by itself', (tag, phrase) => expect(direction(phrase, tag)).toBe('negative'));

  it.each([
    ['zh-CN', '降至6.5%'],
    ['zh-CN', '跌破6.5%'],
    ['zh-CN', '不降反升6.5%'],
    ['zh-CN', '减少为6.5%'],
    ['zh-CN', '至少6.5%'],
    ['zh-CN', '增长6.5%'],
    ['en', 'fell to 6.5%'],
    ['en', 'a lower tax rate of 6.5%'],
    ['de', 'die Kosten gesenkt und den Umsatz um 6,5 % gesteigert'],
    ['zh-CN', '成本下降，利润增长6.5%'],
    ['en', 'fell below 6.5%'],
    ['en', 'after the fall, sales grew by 6.5%'],
    ['en', 'growth slowed down to 6.5%'],
    ['de', 'sank auf 6,5 %'],
    ['de', 'sank unter 6,5 %'],
    ['de', 'stieg um 6,5 % nach'],
    ['de', 'nach dem Rückgang stieg er um 6,5 %'],
    ['fr', 'a baissé à 6,5 %'],
    ['fr', 'une hausse de 6,5 %'],
    ['fr', 'après le recul, une progression de 6,5 %'],
  ])('in %s is not told in %s', (tag, phrase) => expect(direction(phrase, tag)).toBeUndefined());
});

describe('hedges as they are printed', () => {
  itReads('zh-CN', [
    ['50家不到', '50', 'count', 'less-than'],
    ['50家开外', '50', 'count', 'more-than'],
    ['50家上下', '50', 'count', 'about'],
    ['50万有余', '500000', '', 'more-than'],
    ['50万元起', '500000', 'CNY', 'at-least'],
    ['50万元封顶', '500000', 'CNY', 'at-most'],
    ['顶多50家', '50', 'count', 'at-most'],
    ['直逼50家', '50', 'count', 'nearly'],
    ['跌破10%', '10', 'percent', 'less-than'],
    ['3栋封顶', '3', 'count', 'exact'],
    ['1平方公里起步区', '1', 'km2', 'exact'],
    ['高出5个百分点', '5', 'percentage-point', 'exact'],
  ]);
  itReads('de', [
    ['fast schon 300', '300', '', 'nearly'],
    ['so gut wie 300', '300', '', 'nearly'],
    ['nicht einmal 300', '300', '', 'less-than'],
    ['überschreitet 300 Mio. Euro', '300000000', 'EUR', 'more-than'],
    ['300 Mio. Euro mindestens', '300000000', 'EUR', 'at-least'],
    ['allenfalls 300', '300', '', 'at-most'],
    ['300 Mio. Euro aufwärts', '300000000', 'EUR', 'at-least'],
  ]);
  itReads('en', [
    ['300 people, give or take', '300', 'people', 'about'],
    ['300 tops', '300', '', 'at-most'],
    ['300 people or so', '300', 'people', 'about'],
    ['upwards of 300', '300', '', 'more-than'],
    ['in excess of 300', '300', '', 'more-than'],
    ['not even 300', '300', '', 'less-than'],
    ['the best part of 300', '300', '', 'nearly'],
    ['300 and counting', '300', '', 'at-least'],
  ]);
  itReads('fr', [
    ['avoisine les 300 millions', '300000000', '', 'about'],
    ['au bas mot 300', '300', '', 'at-least'],
    ['300 au bas mot', '300', '', 'at-least'],
    ['dépasse les 300 millions d’euros', '300000000', 'EUR', 'more-than'],
    ['près d’un million', '1000000', '', 'nearly'],
    ['jusqu’à 300', '300', '', 'at-most'],
    ['300 et quelques', '300', '', 'more-than'],
  ]);
  const twoWays = 'two ways';
  itRefuses('zh-CN', [
    ['勉强50家', twoWays],
    ['5%上下浮动', twoWays],
  ]);
  itRefuses('de', [
    ['kaum 300', twoWays],
    ['kaum mehr als 300', twoWays],
    ['gegen 300', twoWays],
  ]);
  itRefuses('en', [
    ['barely 300', twoWays],
    ['little more than 300', twoWays],
  ]);
  itRefuses('fr', [
    ['à peine 300', twoWays],
    ['dans les 5 ans', twoWays],
    ['plus ou moins 300', twoWays],
  ]);

  it('a hedge on a range is refused', () => {
    for (const [tag, phrase] of [
      ['zh-CN', '约2至3亿元'],
      ['zh-CN', '2至3亿元左右'],
      ['de', 'rund 300 bis 400'],
      ['en', 'about 10 to 15 percent'],
      ['en', 'between about 10 and 15 percent'],
      ['fr', 'environ 10 à 15 %'],
    ] as const) {
      expect(readFigure(phrase, tag)).toEqual({ error: expect.stringContaining('on a range') });
    }
  });

  it.each([
    ['de', 'stieg auf 300 Mio. Euro, mindestens 5 Jahre', 'mindestens 5 Jahre'],
    ['en', '5% and more than 300 people', 'more than 300 people'],
    ['en', '5% and up to 300 people', 'up to 300 people'],
    ['fr', '5 % et plus de 300 emplois', 'plus de 300 emplois'],
    ['zh-CN', '50家不到一半', '不到一半'],
  ])('the hedge before the next figure is none of the one before: in %s, %s', (tag, text, second) => {
    expect(readFigures(text, tag).map(({ start, end }) => text.slice(start, end))[1]).toBe(second);
  });

  itReads('en', [['did not exceed 300', '300', '', 'at-most']]);
  itReads('fr', [['n’a pas dépassé les 300 millions', '300000000', '', 'at-most']]);
  itReads('zh-CN', [['尚未突破500亿元', '50000000000', 'CNY', 'at-most']]);
  itRefuses('de', [['hat nicht die 300 Mio. Euro überschritten', twoWays]]);
});
