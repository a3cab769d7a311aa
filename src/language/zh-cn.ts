/** Chinese of the mainland: 万, 亿 and 万亿, hedges such as 余 inside the figure, measure words. */
import type { Qualifier, Quantity, Unit } from '../facts/schema.js';
import {
  type Digits,
  digitsOf,
  fractionDigits,
  integerDigits,
  type Marks,
  noScale,
  printDigits,
  type Scale,
} from './decimal.js';
import { type Grammar, type PerWord, synonyms, type UnitReading, wordTable } from './grammar.js';
import type { FigureStyle, Language } from './language.js';
import { chineseNumeral, chineseNumeralChars, chineseValue } from './numerals.js';
import { fraction, growthTo } from './specials.js';
import {
  dateParts,
  type Hedge,
  join,
  joinWith,
  nounOf,
  type Parts,
  quantityWriter,
  type UnitContext,
  type Writing,
} from './write.js';

const tag = 'zh-CN';
const marks: Marks = { decimal: '.', group: '', groupFrom: 0 };

const scales: readonly Scale[] = [
  { exponent: 12, word: '万亿' },
  { exponent: 8, word: '亿' },
  { exponent: 4, word: '万' },
];

/** Set after the amount. Others are written with their code: 12亿AED. */
const currencies: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  CHF: '瑞士法郎',
  HKD: '港元',
  SGD: '新加坡元',
};

const unitWords: Readonly<Record<string, string>> = {
  percent: '%',
  'percentage-point': '个百分点',
  m2: '平方米',
  km2: '平方公里',
  ha: '公顷',
  mu: '亩',
  kW: '千瓦',
  kWh: '千瓦时',
  t: '吨',
  year: '年',
};

const hedges: Readonly<Record<Hedge, string>> = {
  about: '约',
  nearly: '近',
  'more-than': '超',
  'at-least': '至少',
  'less-than': '不足',
  'at-most': '至多',
};

/** Words between number and noun, for things; a noun form in the facts begins with its own: 只基金, 家企业. */
const measureWords =
  '个家只支项所条座台套件篇份场次批种类户栋间辆艘架款部期片幅张对组例宗门颗块株头处站口枚列根层轮笔趟剂床';
/** The same for people: 200名科研人员. */
const peopleWords = '人名位';

const isMeasureWord = (char: string): boolean =>
  char !== '' && `${measureWords}${peopleWords}`.includes(char);

const numerals = '零一二三四五六七八九';

function scaleFor(value: Digits, unit: Unit): Scale {
  if (unit === 'percent' || unit === 'percentage-point' || unit === 'year') return noScale;
  const plain = printDigits(value, 0, marks).length;
  const size = integerDigits(value);
  return (
    scales.find(
      (scale) =>
        size > scale.exponent &&
        fractionDigits(value, scale.exponent) <= 4 &&
        printDigits(value, scale.exponent, marks).length + scale.word.length < plain,
    ) ?? noScale
  );
}

/** What is counted. A tile has its label beside it, so the measure word alone is enough: 24只. */
function nounText(unit: Unit, context: UnitContext): string {
  const { style, noun } = context;
  if (!(noun ?? style !== 'axis')) return '';
  const own = unit === 'people' ? '人' : '';
  const text = nounOf(context.counted, tag, context.plural, context.case) ?? own;
  const first = text.slice(0, 1);
  return style === 'tile' && noun === undefined && isMeasureWord(first) ? first : text;
}

function writeUnit(unit: Unit, context: UnitContext): { before: string; after: string } {
  if (unit === 'count' || unit === 'people') return { before: '', after: nounText(unit, context) };
  const word = unitWords[unit];
  if (word) return { before: '', after: word };
  return { before: '', after: context.style === 'axis' ? '' : (currencies[unit] ?? unit) };
}

function writeHedge(parts: Parts, hedge: Hedge, unit: Unit, style: FigureStyle): string {
  const { before, number, scale, after } = parts;
  // 余 follows a round number only, and neither % nor 个百分点 can follow it: 超15%, 超17万人.
  if (
    hedge === 'more-than' &&
    /^[1-9]\d*0$/.test(number) &&
    unit !== 'percent' &&
    unit !== 'percentage-point'
  ) {
    return `${before}${number}余${scale}${after}`;
  }
  // 近5年 says "in the last five years".
  if (hedge === 'nearly' && unit === 'year') return `将近${join(parts)}`;
  if (hedge === 'at-most' && style === 'prose') return `不超过${join(parts)}`;
  return `${hedges[hedge]}${join(parts)}`;
}

function writeRange(lower: Parts, upper: Parts): string {
  return `${lower.number}${lower.scale}${upper.after === '%' ? '%' : ''}至${join(upper)}`;
}

/** 千亿, 五百亿: a round power of ten as a word, as classes are named. */
function classWord(value: Digits): string | undefined {
  const zeros = value.exponent;
  if (value.negative || value.digits.length !== 1 || value.digits === '0' || zeros < 2 || zeros > 15)
    return undefined;
  const scale = zeros >= 12 ? 12 : zeros >= 8 ? 8 : zeros >= 4 ? 4 : 0;
  const word = scales.find(({ exponent }) => exponent === scale)?.word ?? '';
  const digit = value.digits === '1' ? '' : numerals[Number(value.digits)];
  const small = ['', '十', '百', '千'][zeros - scale] ?? '';
  return `${digit}${small}${word}`;
}

function writeTier(value: Digits, unit: Unit): string {
  const scale = scaleFor(value, unit);
  const word = classWord(value) ?? `${printDigits(value, scale.exponent, marks)}${scale.word}`;
  // 千亿级 is said of yuan and of things; any other unit is named.
  const named =
    unit === 'CNY' || unit === 'count' || unit === 'people'
      ? ''
      : writeUnit(unit, { style: 'prose', plural: 'other' }).after;
  return `${word}${named}级`;
}

/** 第一, 第十二, 第101 */
function chineseOrdinal(rank: number): string {
  if (!Number.isInteger(rank) || rank < 1 || rank > 99) return `第${rank}`;
  const tens = Math.floor(rank / 10);
  const ones = rank % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens]}十`;
  return `第${head}${ones === 0 ? '' : numerals[ones]}`;
}

const writing: Writing = {
  tag,
  marks,
  scaleFor,
  unit: writeUnit,
  hedge: writeHedge,
  range: writeRange,
  tier: (value, unit) => writeTier(value, unit),
  rate(figure, per) {
    const value = digitsOf(per.amount);
    const scale = scaleFor(value, per.unit);
    const number = printDigits(value, scale.exponent, marks);
    // 每人, 每万人: one is not said.
    const base = number === '1' ? scale.word : `${number}${scale.word}`;
    // 每100个, since the figure's own digits follow.
    const unit = per.unit === 'count' ? '个' : writeUnit(per.unit, { style: 'prose', plural: 'other' }).after;
    return `每${base}${unit}${figure}`;
  },
};

const unitReadings: readonly (readonly [string, UnitReading])[] = [
  ...Object.entries(unitWords).map(([unit, word]): [string, UnitReading] => [word, { unit: unit as Unit }]),
  ...Object.entries(currencies).map(([code, word]): [string, UnitReading] => [word, { unit: code }]),
  ...[...measureWords].map((word): [string, UnitReading] => [word, { unit: 'count' }]),
  ...synonyms<UnitReading>([
    [{ unit: 'percentage-point' }, '百分点, 个百分点, pp'],
    [{ unit: 'percent', exponent: 2 }, '倍'],
    [{ unit: 'percent', exponent: -1 }, '‰'],
    [{ unit: 'people' }, `${[...peopleWords].join(',')}, 口人`],
    [{ unit: 'count' }, '人次, 户次, 件次, 标箱, 标准箱'],
    [{ unit: 'm2' }, '平方米, 平米, 平方公尺, ㎡, m², m2'],
    [{ unit: 'km2' }, '平方公里, 平方千米, ㎢, km², km2'],
    [{ unit: 'ha' }, '公顷, ha'],
    [{ unit: 'mu' }, '亩'],
    [{ unit: 'kW' }, '千瓦, kw'],
    [{ unit: 'kW', exponent: 3 }, '兆瓦, mw'],
    [{ unit: 'kW', exponent: 6 }, '吉瓦, gw'],
    [{ unit: 'kWh' }, '千瓦时, 千瓦小时, 度电, kwh'],
    [{ unit: 'kWh', exponent: 3 }, '兆瓦时, mwh'],
    [{ unit: 'kWh', exponent: 6 }, '吉瓦时, gwh'],
    [{ unit: 't' }, '吨, 公吨, t'],
    [{ unit: 'CNY' }, '元人民币, 人民币元, 人民币, 块钱, 圆, rmb'],
    [{ unit: 'USD' }, '美金'],
    [{ unit: 'JPY' }, '日圆'],
    [{ unit: 'HKD' }, '港币'],
    [{ unit: 'SGD' }, '新元, 新币'],
    [{ unit: 'TWD' }, '新台币, 台币'],
    [{ unit: 'KRW' }, '韩元'],
  ]),
];

const number = '[零一二两三四五六七八九十百千\\d]{1,9}';
/** Behind a figure in words: 四成多, 三分之一强, 五分之一弱. */
const trailing = '([多余强弱](?![元样种次数]))?';
const trailingHedge = (word: string | undefined): { hedge?: Qualifier } =>
  word === undefined ? {} : { hedge: word === '弱' ? 'nearly' : 'more-than' };
/** Stands between a rate's base and its figure, hedges among it: 每万人发明专利拥有量突破85件. */
const afterBase = /[\p{Script=Han}a-z¥$€£\u2212> ]{0,20}/uy;

/** 以上 includes the number itself, by the Civil Code (article 1259). 多 is said behind a unit too: 两年多. */
const hedgesAfter = wordTable(
  synonyms<Qualifier>([
    ['at-least', '以上, 及以上, +'],
    ['more-than', '多'],
    ['about', '左右, 上下, 前后'],
    ['at-most', '以下, 及以下, 以内'],
  ]),
  false,
);

const grammar: Grammar = {
  spaced: false,
  starts: (char) => chineseNumeralChars.includes(char) || '每翻半过人户亩日月第'.includes(char),
  numeral: chineseNumeral,
  runChars: chineseNumeralChars,
  specials: [
    {
      pattern: new RegExp(
        `(${number}|万)分之(${number}(?:[点.][零一二三四五六七八九\\d]{1,9})?)${trailing}`,
        'y',
      ),
      read([, denominator = '', numerator = '', more]) {
        const whole = denominator === '万' ? '10000' : chineseValue(denominator);
        const part = chineseValue(numerator);
        return whole && part && Number(whole) > 1
          ? { ...fraction(part, whole), ...trailingHedge(more) }
          : undefined;
      },
    },
    {
      pattern:
        /([一二两三四五六七八九]|\d(?:\.\d)?)成(半|[一二三四五六七八九](?![成个家十百千万]))?(?![员立为分功果本交])([多余强弱](?![元样种次数]))?/y,
      read([, tenths = '', more, rest]) {
        const value =
          Number(chineseValue(tenths)) * 10 + (more === '半' ? 5 : more ? Number(chineseValue(more)) : 0);
        return { amount: String(value), unit: 'percent', ...trailingHedge(rest) };
      },
    },
    {
      pattern: /翻了?(近)?([一二两三四五])?番([多余])?/y,
      read: ([, near, times = '一', more]) => ({
        ...growthTo(2 ** Number(chineseValue(times))),
        ...(near ? { hedge: 'nearly' } : trailingHedge(more)),
      }),
    },
    { pattern: /翻了?一?倍/y, read: () => growthTo(2) },
    {
      pattern: /一倍(半)?([多余](?![元样种次数]))?/y,
      read: ([, half, more]) => ({ amount: half ? '150' : '100', unit: 'percent', ...trailingHedge(more) }),
    },
    {
      pattern: /([一二两三四五六七八九十]{1,3}|\d{1,3})年半/y,
      read: ([, years = '']) => ({ amount: `${chineseValue(years)}.5`, unit: 'year' }),
    },
    { pattern: /一个百分点/y, read: () => ({ amount: '1', unit: 'percentage-point' }) },
    { pattern: /(?<=[近超过约占])半(?=$|[\s，。、；,.)）])/y, read: () => fraction('1', '2') },
    { pattern: /过半数?/y, read: () => ({ ...fraction('1', '2'), hedge: 'more-than' }) },
    { pattern: /一半|半数/y, read: () => fraction('1', '2') },
  ],
  skips: [
    /(?:19|20)\d\d ?[-–—~至到] ?(?:19|20)\d\d(?!\d)年?/y,
    /(?:18|19|20)\d\d ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?)?/y,
    /[零一二三四五六七八九]{4}年/y,
    /\d{1,2} ?[-–—~至到] ?\d{1,2} ?月/y,
    /\d{1,2} ?月(?:份| ?\d{1,2} ?[日号])?/y,
    /\d{1,2} ?[日号](?![元圆])/y,
    /第 ?[\d零一二三四五六七八九十百]+/y,
    // Five-year plans and quarters.
    /十[一二三四五]五(?![\p{Script=Han}])/uy,
    /[一二三四]季度/y,
    // 三至五成: read as 五成 it would be wrong.
    /[一二两三四五六七八九\d][至到~—-][一二两三四五六七八九\d]成/y,
    // 世界500强 is a list.
    /\d+ ?强/y,
  ],
  hedgesBefore: wordTable(
    [
      ...Object.entries(hedges).map(([hedge, word]): [string, Qualifier] => [word, hedge as Qualifier]),
      ...synonyms<Qualifier>([
        ['about', '大约, 大概, 约为, 约达, 约合, 约计, 约占, 约有, 约需, 差不多, 估计, 估算为, ~, ≈'],
        ['nearly', '将近, 接近, 逼近, 近乎, 几近, 几乎, 几乎达, 近占'],
        ['more-than', '超过, 超过了, 超出, 逾, 突破, 高于, 大于, 多于, 不止, 不只, 逾越, 超逾, 过, 破, >'],
        ['at-least', '至少有, 至少达, 不少于, 不低于, 不小于, 最少, 不下于, 不下, 起码, ≥'],
        ['less-than', '不到, 不及, 低于, 少于, 小于, 不满, 未满, 未达, 未到, 未足, 未及, <'],
        ['at-most', '不超过, 不超, 未超过, 未超, 没有超过, 没超过, 最多, 不多于, 不高于, 不大于, ≤'],
        ['at-most', '最高, 最高可达, 最高达, 最多可达, 最多达'],
      ]),
    ],
    false,
  ),
  hedgeBarred(text, at, word, unit) {
    const before = text[at - 1] ?? '';
    if (word === '约') return '签合预公契节条特协履违相'.includes(before) && before !== '';
    if (word === '近') return unit === 'year' || ('最附临邻靠'.includes(before) && before !== '');
    // 过亿元, 破万亿: only before a bare scale or after a figure's own verb; else 通过, 不过, 侦破.
    if (word === '过') return !/[十百千万亿]/.test(text[at + 1] ?? '') || /[通经不渡穿路]/.test(before);
    if (word === '破') return /[打冲爆攻侦告]/.test(before);
    return word === '超' && '赶反'.includes(before) && before !== '';
  },
  hedgesAfter: {
    from: (text, at) =>
      text[at] === '多' && /[元样媒体维种数次少家个名]/.test(text[at + 1] ?? '')
        ? undefined
        : hedgesAfter.from(text, at),
    until: hedgesAfter.until,
  },
  before: wordTable(
    synonyms<UnitReading>([
      [{ unit: 'CNY' }, '人民币, rmb, ¥, cn¥'],
      [{ unit: 'USD' }, 'us$, $, 美元'],
      [{ unit: 'EUR' }, '€, 欧元'],
      [{ unit: 'GBP' }, '£, 英镑'],
      [{ unit: 'HKD' }, 'hk$'],
      [{ unit: 'SGD' }, 's$'],
    ]),
    false,
  ),
  after: wordTable(unitReadings, false),
  foreign: wordTable(
    synonyms([
      [
        true as const,
        '公里, 千米, 米, 厘米, 毫米, 微米, 纳米, 公斤, 千克, 克, 升, 英寸, 英里, 海里, 伏, 千伏, 赫兹',
      ],
      [
        true as const,
        '个月, 天, 个小时, 小时, 分钟, 秒, 周, 周年, 个基点, 基点, 摄氏度, nm, gb, tb, mb, ghz, km, kg, mm, cm',
      ],
    ]),
    false,
  ),
  classes: wordTable(synonyms([[true as const, '级']]), false),
  rangeTo: wordTable(synonyms([[true as const, '至, 到, -, –, —, ~']]), false),
  between: { open: '介于', and: ['和', '与'] },
  minus: /负$/,
  changeFrom: /[从由自]$/,
  per: wordTable(synonyms<PerWord>([['any', '/, 每']]), false),
  perPhrase: wordTable<NonNullable<Quantity['per']>>([], false),
  perBefore: {
    open: '每',
    filler: afterBase,
    whole: wordTable<NonNullable<Quantity['per']> | string>(
      [
        ['人均', { amount: '1', unit: 'people' }],
        ['亩均', { amount: '1', unit: 'mu' }],
        ['户均', { amount: '1', unit: 'count' }],
        ['日均', '日'],
        ['月均', '月'],
        ['每日', '日'],
        ['每周', '周'],
        ['每月', '月'],
      ],
      false,
    ),
  },
  bases: synonyms([
    ['year-on-year', '同比, 较上年, 比上年, 较去年, 比去年'],
    ['annual-average', '年均, 年复合, 复合增长, 复合年均'],
  ]),
  notNouns: new Set(),
  beforeYear: new Set(),
};

export const zhCn: Language = {
  tag,
  name: '中文',
  script: 'han',
  grammar,
  writeQuantity: quantityWriter(writing),
  writeDate(iso) {
    const { year, month, day } = dateParts(iso);
    return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
  },
  writeRank: chineseOrdinal,
  joinList: (items) => joinWith(items, '、', '和'),
  writeLocator: ({ section, paragraph }) =>
    `${section === undefined ? '' : `第${section}节`}${paragraph === undefined ? '标题' : `第${paragraph}段`}`,
  quote: (text) => `“${text}”`,
  words: {
    source: '来源',
    sources: '资料来源',
    asOf: (date) => `截至${date}`,
    statedAs: '原文为',
    derivedAs: '计算方式',
    evidence: '依据',
    note: '注',
    continued: (part, parts) => `（${part}/${parts}）`,
    page: (page, pages) => `第${page}页，共${pages}页`,
    figure: '图',
    table: '表',
    issued: '发布于',
    classNote: '规模级别，非实测产值',
    annex: { label: '指标', figure: '数值', stated: '原文表述', source: '来源', place: '位置' },
    labelSeparator: '：',
    chartKinds: { classes: '规模级别柱状图', share: '占比环形图', parts: '构成环形图', bars: '柱状图' },
  },
};
