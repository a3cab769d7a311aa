import { describe, expect, it } from 'vitest';
import { readFigures } from '../../src/language/read.js';
import { zhCn } from '../../src/language/zh-cn.js';
import {
  itFindsNone,
  itReads,
  itRefuses,
  itWrites,
  nouns,
  per,
  type ReadingRow,
  type WritingRow,
} from './tables.js';

const noun = (other: string) => nouns('zh-CN', { other });

const written: readonly WritingRow[] = [
  ['286.6亿元', { amount: '28660000000', unit: 'CNY' }, 'exact'],
  ['286.6亿元', { amount: '28660000000', unit: 'CNY' }, 'exact', { style: 'tile' }],
  ['286.6亿', { amount: '28660000000', unit: 'CNY' }, 'exact', { style: 'axis' }],
  ['286.60亿元', { amount: '28660000000', unit: 'CNY', significantDigits: 5 }, 'exact'],
  ['近300亿元', { amount: '30000000000', unit: 'CNY' }, 'nearly'],
  ['3.61万亿元', { amount: '3610000000000', unit: 'CNY' }, 'exact'],
  ['12亿美元', { amount: '1200000000', unit: 'USD' }, 'exact'],
  ['约12亿欧元', { amount: '1200000000', unit: 'EUR' }, 'about'],
  ['12亿AED', { amount: '1200000000', unit: 'AED' }, 'exact'],
  ['500元', { amount: '500', unit: 'CNY' }, 'exact'],
  ['−500万美元', { amount: '-5000000', unit: 'USD' }, 'exact'],
  ['近17万人', { amount: '170000', unit: 'people' }, 'nearly'],
  ['近17万人', { amount: '170000', unit: 'people' }, 'nearly', { style: 'tile' }],
  ['近17万', { amount: '170000', unit: 'people' }, 'nearly', { style: 'axis' }],
  ['近200名科研人员', { amount: '200', unit: 'people' }, 'nearly', noun('名科研人员')],
  ['近200名', { amount: '200', unit: 'people' }, 'nearly', { ...noun('名科研人员'), style: 'tile' }],
  ['50余家企业', { amount: '50', unit: 'count' }, 'more-than', noun('家企业')],
  ['50余家', { amount: '50', unit: 'count' }, 'more-than', { ...noun('家企业'), style: 'tile' }],
  [
    '50余家企业',
    { amount: '50', unit: 'count' },
    'more-than',
    { ...noun('家企业'), style: 'tile', noun: true },
  ],
  ['50余', { amount: '50', unit: 'count' }, 'more-than', { ...noun('家企业'), noun: false }],
  ['24只基金', { amount: '24', unit: 'count' }, 'exact', noun('只基金')],
  ['超383家企业', { amount: '383', unit: 'count' }, 'more-than', noun('家企业')],
  ['300余亿元', { amount: '30000000000', unit: 'CNY' }, 'more-than'],
  ['超286.6亿元', { amount: '28660000000', unit: 'CNY' }, 'more-than'],
  ['超15%', { amount: '15', unit: 'percent' }, 'more-than'],
  ['超10%', { amount: '10', unit: 'percent' }, 'more-than'],
  ['超10个百分点', { amount: '10', unit: 'percentage-point' }, 'more-than'],
  ['78.6%', { amount: '78.6', unit: 'percent', basis: 'year-on-year' }, 'exact'],
  ['42.50%', { amount: '42.50', unit: 'percent' }, 'exact'],
  ['至少3个百分点', { amount: '3', unit: 'percentage-point' }, 'at-least'],
  ['不足5家', { amount: '5', unit: 'count' }, 'less-than', noun('家')],
  ['不超过5家', { amount: '5', unit: 'count' }, 'at-most', noun('家')],
  ['至多5家', { amount: '5', unit: 'count' }, 'at-most', { ...noun('家'), style: 'tile' }],
  ['将近5年', { amount: '5', unit: 'year' }, 'nearly'],
  ['16%至37%', { amount: '16', max: '37', unit: 'percent' }, 'range'],
  ['8.5亿至10亿元', { amount: '850000000', max: '1000000000', unit: 'CNY' }, 'range'],
  ['8000至100000人', { amount: '8000', max: '100000', unit: 'people' }, 'range'],
  ['千亿级', { amount: '100000000000', unit: 'CNY' }, 'tier'],
  ['五百亿级', { amount: '50000000000', unit: 'CNY' }, 'tier'],
  ['百亿级', { amount: '10000000000', unit: 'CNY' }, 'tier'],
  ['百亿级', { amount: '10000000000', unit: 'CNY' }, 'tier', { style: 'axis' }],
  ['百亿美元级', { amount: '10000000000', unit: 'USD' }, 'tier'],
  ['250亿级', { amount: '25000000000', unit: 'CNY' }, 'tier'],
  ['万亿级', { amount: '1000000000000', unit: 'CNY' }, 'tier'],
  ['1.5平方公里', { amount: '1.5', unit: 'km2' }, 'exact'],
  ['3万亩', { amount: '30000', unit: 'mu' }, 'exact'],
  ['50万千瓦', { amount: '500000', unit: 'kW' }, 'exact'],
  ['1.2亿千瓦时', { amount: '120000000', unit: 'kWh' }, 'exact'],
  ['每10万人约42个', { amount: '42', unit: 'count', ...per('100000', 'people') }, 'about', noun('个')],
  ['每年5亿元', { amount: '500000000', unit: 'CNY', ...per('1', 'year') }, 'exact'],
  ['每万元3个', { amount: '3', unit: 'count', ...per('10000', 'CNY') }, 'exact', noun('个')],
  ['24801', { amount: '24801', unit: 'count' }, 'exact'],
  ['12.5万', { amount: '125000', unit: 'count' }, 'exact'],
];

const readings: readonly ReadingRow[] = [
  // As the sample zone's source states them.
  ['42.5%', '42.5', 'percent', 'exact'],
  ['78.6%', '78.6', 'percent', 'exact'],
  ['50余家', '50', 'count', 'more-than'],
  ['383个', '383', 'count', 'exact'],
  ['千亿级', '100000000000', '', 'tier'],
  ['五百亿级', '50000000000', '', 'tier'],
  ['百亿级', '10000000000', '', 'tier'],
  ['近17万人', '170000', 'people', 'nearly'],
  ['19个', '19', 'count', 'exact'],
  ['近200人', '200', 'people', 'nearly'],
  ['15家', '15', 'count', 'exact'],
  ['24只', '24', 'count', 'exact'],
  ['286.6亿元', '28660000000', 'CNY', 'exact'],
  ['188.3亿元', '18830000000', 'CNY', 'exact'],
  ['近300亿', '30000000000', '', 'nearly'],
  // Digits and scales.
  ['１２０亿', '12000000000', '', 'exact'],
  ['２８．６６％', '28.66', 'percent', 'exact'],
  ['36102.6亿元', '3610260000000', 'CNY', 'exact'],
  ['3.61万亿元', '3610000000000', 'CNY', 'exact'],
  ['286.60亿元', '28660000000', 'CNY', 'exact', { significantDigits: 5 }],
  ['1,043,915元', '1043915', 'CNY', 'exact'],
  ['5千万元', '50000000', 'CNY', 'exact'],
  ['2万4801', '24801', '', 'exact'],
  ['75万7千', '757000', '', 'exact'],
  ['3亿5000万元', '350000000', 'CNY', 'exact'],
  ['286.6 亿元', '28660000000', 'CNY', 'exact'],
  ['286.6億元', '28660000000', 'CNY', 'exact'],
  ['17萬人', '170000', 'people', 'exact'],
  ['3兆元', '3000000000000', 'CNY', 'exact'],
  ['三百五十亿元', '35000000000', 'CNY', 'exact'],
  ['两万三千人', '23000', 'people', 'exact'],
  ['三万亿元', '3000000000000', 'CNY', 'exact'],
  ['一百二十家', '120', 'count', 'exact'],
  // Hedges, before and after.
  ['250余万', '2500000', '', 'more-than'],
  ['15多万', '150000', '', 'more-than'],
  ['3亿多元', '300000000', 'CNY', 'more-than'],
  ['二十余万人', '200000', 'people', 'more-than'],
  ['百余家', '100', 'count', 'more-than'],
  ['近百家', '100', 'count', 'nearly'],
  ['超过10亿元以上', '1000000000', 'CNY', 'more-than'],
  ['约50余家', '50', 'count', 'more-than'],
  ['逾50家', '50', 'count', 'more-than'],
  ['突破500亿元', '50000000000', 'CNY', 'more-than'],
  ['50家以上', '50', 'count', 'at-least'],
  ['不少于50家', '50', 'count', 'at-least'],
  ['不低于15%', '15', 'percent', 'at-least'],
  ['50家左右', '50', 'count', 'about'],
  ['大约50家', '50', 'count', 'about'],
  ['將近17萬人', '170000', 'people', 'nearly'],
  ['不到50家', '50', 'count', 'less-than'],
  ['不超过50家', '50', 'count', 'at-most'],
  ['50家以内', '50', 'count', 'at-most'],
  ['签约15家', '15', 'count', 'exact'],
  ['最近5年', '5', 'year', 'exact'],
  ['近5年', '5', 'year', 'exact'],
  // Classes.
  ['百亿元级', '10000000000', 'CNY', 'tier'],
  ['500亿级', '50000000000', '', 'tier'],
  ['万亿级', '1000000000000', '', 'tier'],
  ['百万千瓦级', '1000000', 'kW', 'tier'],
  // Ranges.
  ['16%-37%', '16', 'percent', 'range', { max: '37' }],
  ['16%—37%', '16', 'percent', 'range', { max: '37' }],
  ['16～37%', '16', 'percent', 'range', { max: '37' }],
  ['8.5亿元至10亿元', '850000000', 'CNY', 'range', { max: '1000000000' }],
  ['8至10亿元', '800000000', 'CNY', 'range', { max: '1000000000' }],
  ['约8亿到10亿元', '800000000', 'CNY', 'range', { max: '1000000000' }],
  // Money.
  ['人民币286.6亿元', '28660000000', 'CNY', 'exact'],
  ['¥286.6亿', '28660000000', 'CNY', 'exact'],
  ['US$12亿', '1200000000', 'USD', 'exact'],
  ['12亿美元', '1200000000', 'USD', 'exact'],
  ['超过人民币30亿元', '3000000000', 'CNY', 'more-than'],
  ['5亿港币', '500000000', 'HKD', 'exact'],
  // Percent, growth, fractions.
  ['3个百分点', '3', 'percentage-point', 'exact'],
  ['同比增长78.6%', '78.6', 'percent', 'exact', { basis: 'year-on-year' }],
  ['年均增长超15%', '15', 'percent', 'more-than', { basis: 'annual-average' }],
  ['同比提高1.2个百分点', '1.2', 'percentage-point', 'exact', { basis: 'year-on-year' }],
  ['−5%', '-5', 'percent', 'exact'],
  ['增长-5%', '-5', 'percent', 'exact'],
  ['翻一番', '100', 'percent', 'exact'],
  ['翻了两番', '300', 'percent', 'exact'],
  ['增长2倍', '200', 'percent', 'exact'],
  ['三分之一', '1', 'count', 'exact', per('3', 'count')],
  ['四分之三', '75', 'percent', 'exact'],
  ['近三分之二', '2', 'count', 'nearly', per('3', 'count')],
  ['百分之十五', '15', 'percent', 'exact'],
  ['百分之七十八点六', '78.6', 'percent', 'exact'],
  ['千分之三', '0.3', 'percent', 'exact'],
  ['四成', '40', 'percent', 'exact'],
  ['三成五', '35', 'percent', 'exact'],
  ['七成以上', '70', 'percent', 'at-least'],
  ['过半', '50', 'percent', 'more-than'],
  ['一半以上', '50', 'percent', 'at-least'],
  // Areas, power, mass, rates.
  ['1.5平方公里', '1.5', 'km2', 'exact'],
  ['3万亩', '30000', 'mu', 'exact'],
  ['50万千瓦', '500000', 'kW', 'exact'],
  ['50兆瓦', '50000', 'kW', 'exact'],
  ['1.2亿千瓦时', '120000000', 'kWh', 'exact'],
  ['3万吨', '30000', 't', 'exact'],
  ['120万平方米', '1200000', 'm2', 'exact'],
  ['每10万人42个', '42', 'count', 'exact', per('100000', 'people')],
  ['每万人拥有约12件', '12', 'count', 'about', per('10000', 'people')],
  ['每万人发明专利拥有量突破85件', '85', 'count', 'more-than', per('10000', 'people')],
  ['人均5万元', '50000', 'CNY', 'exact', per('1', 'people')],
  ['500元/平方米', '500', 'CNY', 'exact', per('1', 'm2')],
];

describe('writing Chinese', () => {
  itWrites(zhCn, written);

  it('it writes dates of every precision', () => {
    expect(['2024', '2025-11', '2025-11-06'].map(zhCn.writeDate)).toEqual([
      '2024年',
      '2025年11月',
      '2025年11月6日',
    ]);
  });

  it('it writes ranks, lists, places and quotations', () => {
    expect([1, 2, 10, 12, 20, 21, 101].map((rank) => zhCn.writeRank(rank))).toEqual([
      '第一',
      '第二',
      '第十',
      '第十二',
      '第二十',
      '第二十一',
      '第101',
    ]);
    expect(zhCn.joinList(['种子', '天使', '并购'])).toBe('种子、天使和并购');
    expect(zhCn.writeLocator({ section: '04', paragraph: 3 })).toBe('第04节第3段');
    expect(zhCn.writeLocator({ paragraph: 3 })).toBe('第3段');
    expect(zhCn.quote('近300亿')).toBe('“近300亿”');
  });
});

describe('reading Chinese', () => {
  itReads('zh-CN', readings);

  itFindsNone('zh-CN', [
    '11月16日',
    '2024年',
    '2025年11月',
    '2023—2025年',
    '08:12',
    '2026-01-19',
    '第04节',
    '“十四五”',
    '二〇二四年',
    '新一代信息技术',
    '数十家',
    '上百亿级',
    '5G网络',
    'SK5',
    '三级医院',
    '千人计划',
    '两江新区',
    '一批项目',
    '每年10月',
    '十三五',
  ]);

  itRefuses('zh-CN', [
    ['50公里', '公里'],
    ['3个月', '个月'],
    ['近超过50家', 'contradict'],
    ['至少50家以下', 'contradict'],
    ['近千亿级', 'class'],
    ['US$12亿元', 'two units'],
    ['24只基金、15家银行', '2 figures'],
  ]);

  it('it finds every figure of a sentence with its span, and no date', () => {
    const text = '截至2025年11月16日,共有基金24只,总认缴规模286.6亿元,实缴到位近190亿元,同比增长78.6%。';
    expect(readFigures(text, 'zh-CN').map(({ start, end }) => text.slice(start, end))).toEqual([
      '24只',
      '286.6亿元',
      '近190亿元',
      '78.6%',
    ]);
  });

  it('it takes "from … to …" for two figures, since it may be a change', () => {
    expect(readFigures('占比从16%到37%', 'zh-CN').map(({ figure }) => figure.amount)).toEqual(['16', '37']);
  });
});
