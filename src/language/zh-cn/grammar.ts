/** How figures are read in Chinese texts. */
import type { Qualifier, Quantity } from '../../facts/schema.js';
import {
  type Grammar,
  type Hedging,
  type PerWord,
  synonyms,
  type UnitReading,
  wordTable,
} from '../grammar.js';
import { fraction, growthTo } from '../specials.js';
import {
  chineseHalf,
  chineseNumeral,
  chineseNumeralChars,
  chineseValue,
  number,
  trailing,
  trailingHedge,
} from './numerals.js';
import { hedgesAfter, unitReadings } from './vocabulary.js';
import { hedges } from './writing.js';

/** Stands between a rate's base and its figure, hedges among it: 每万人发明专利拥有量突破85件. */
const afterBase = /[\p{Script=Han}a-z¥$€£\u2212> ]{0,20}/uy;

export const grammar: Grammar = {
  spaced: false,
  starts: `${chineseNumeralChars}每翻半过人户亩日月第`,
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
      pattern:
        /([一二两三四五六七八九十]{1,3}|\d{1,3})年半(?=$|[\s\p{P}]|以|之|左右|多|余|的|内|后|前|间|时|期|来)/uy,
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
      ...synonyms<Hedging>([
        ['about', '大约, 大概, 约为, 约达, 约合, 约计, 约占, 约有, 约需, 差不多, 估计, 估算为, 估算, ~, ≈'],
        ['about', '约莫, 大致, 大致为, 大抵, 粗略估计, 初步估计, 初步估算, 据估计, 据估算'],
        ['nearly', '将近, 接近, 逼近, 近乎, 几近, 几乎, 几乎达, 近占, 直逼, 快要, 快要达, 濒近, 趋近'],
        ['more-than', '超过, 超过了, 超出, 逾, 突破, 高于, 大于, 多于, 不止, 不只, 逾越, 超逾, 过, 破, >'],
        ['more-than', '超越, 远超, 略超, 略高于, 远高于, 冲破, 越过, 跨过, 大大超过'],
        ['at-least', '至少有, 至少达, 不少于, 不低于, 不小于, 最少, 不下于, 不下, 起码, 大于等于, 最低, ≥'],
        ['less-than', '不到, 不及, 低于, 少于, 小于, 不满, 未满, 未达, 未到, 未足, 未及, <'],
        ['less-than', '尚不足, 仅不足, 还不足, 略低于, 跌破, 降破, 达不到, 没到, 没有达到, 未达到'],
        [
          'at-most',
          '不超过, 不超, 未超过, 未超, 没有超过, 没超过, 最多, 不多于, 不高于, 不大于, 小于等于, ≤',
        ],
        [
          'at-most',
          '未突破, 尚未突破, 没有突破, 未能突破, 没突破, 不突破, 未逾, 不逾, 未破, 不破, 未超出, 不超出',
        ],
        ['at-most', '最高, 最高可达, 最高达, 最多可达, 最多达, 顶多, 至多达, 上限为'],
        // Just 50, or no more than just about 50.
        ['unclear', '勉强, 勉强达到, 堪堪'],
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
    ...hedgesAfter,
    from(text, at) {
      if (text[at] === '多' && /[元样媒体维种数次少家个名]/.test(text[at + 1] ?? '')) return undefined;
      // 50万元封顶 is a limit, and 3栋封顶 are buildings whose roofs are on.
      if (text.startsWith('封顶', at) && !/[元%]/.test(text[at - 1] ?? '')) return undefined;
      // 50万元起 is a price from there on; 50起 counts cases, and 起来, 起步区 are words.
      if (
        text[at] === '起' &&
        (!/[\p{Script=Han}%]/u.test(text[at - 1] ?? '') || /\p{L}/u.test(text[at + 1] ?? ''))
      )
        return undefined;
      return hedgesAfter.from(text, at);
    },
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
  halfBehind: chineseHalf,
  rangeTo: wordTable(synonyms([[true as const, '至, 到, -, –, —, ~']]), false),
  between: { open: '介于', and: ['和', '与'] },
  minus: /负(?:增长(?:率|了)?(?:为|达)?)?$/,
  multiplied: /第$/u,
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
  decline: {
    before:
      /(?:下降|减少|下滑|下跌|回落|降低|缩减|萎缩|收缩|衰退|下挫|下行|缩水|递减|走低|减产|缩短|压减|压降|削减|下调|调低|调减|(?<![不未])降|(?<![增不])减|跌|(?<![至最不减])少)(?:了|达|高达|最多达|(?:率|幅度?|速度|比例)(?:为|约为|达到?|高达|在)?)?$|[降跌减]幅(?:有所)?(?:收窄|缩小|扩大|放缓|加深)(?:至|到|为)$/u,
    after: () => /^的?(?:降幅|跌幅|下降|下滑|负增长|减幅|跌势|萎缩)/,
    level: /(?:低于|不足|破|跌破)/y,
  },
  bases: synonyms([
    ['year-on-year', '同比, 较上年, 比上年, 较去年, 比去年'],
    ['annual-average', '年均, 年复合, 复合增长, 复合年均'],
  ]),
  notNouns: new Set(),
  beforeYear: new Set(),
};
