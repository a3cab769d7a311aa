/** Units, currencies and the hedges behind a figure as Chinese texts print them. */
import type { Unit } from '../../facts/schema.js';
import { type Hedging, synonyms, type UnitReading, wordTable } from '../grammar.js';
import { currencies, measureWords, peopleWords, unitWords } from './writing.js';

export const unitReadings: readonly (readonly [string, UnitReading])[] = [
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

/** 以上 includes the number itself, by the Civil Code (article 1259). 多 is said behind a unit too: 两年多. */
export const hedgesAfter = wordTable(
  synonyms<Hedging>([
    ['at-least', '以上, 及以上, 或以上, 起, 打底, 往上, +'],
    ['more-than', '多, 有余, 开外, 出头, 挂零, 不止, 还多'],
    ['about', '左右, 上下, 前后, 光景'],
    // Within so many, up and down.
    ['unclear', '上下浮动, 浮动'],
    ['less-than', '不到, 都不到, 还不到'],
    ['at-most', '以下, 及以下, 或以下, 以内, 之内, 封顶, 为限, 为上限'],
  ]),
  false,
);
