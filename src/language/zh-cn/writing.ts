/** How Chinese of the mainland writes figures, dates and ranks: 万, 亿 and 万亿, hedges such as 余 inside the figure, measure words. */
import type { Unit } from '../../facts/schema.js';
import {
  type Digits,
  digitsOf,
  fractionDigits,
  integerDigits,
  type Marks,
  noScale,
  printDigits,
  type Scale,
} from '../decimal.js';
import type { FigureStyle, WriteOptions } from '../language.js';
import { type Hedge, join, nounOf, type Parts, type UnitContext, type Writing } from '../write.js';

export const tag = 'zh-CN';
/** 24801 as it is; what has more than six digits and no scale is grouped, as in accounts: 999,999,999,999元. */
const marks: Marks = { decimal: '.', group: ',', groupFrom: 7 };
const ungrouped: Marks = { ...marks, group: '' };

const scales: readonly Scale[] = [
  { exponent: 12, word: '万亿' },
  { exponent: 8, word: '亿' },
  { exponent: 4, word: '万' },
];

/** Set after the amount. Others are written with their code: 12亿AED. */
export const currencies: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  CHF: '瑞士法郎',
  HKD: '港元',
  SGD: '新加坡元',
};

export const unitWords: Readonly<Record<string, string>> = {
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

export const hedges: Readonly<Record<Hedge, string>> = {
  about: '约',
  nearly: '近',
  'more-than': '超',
  'at-least': '至少',
  'less-than': '不足',
  'at-most': '至多',
};

/** Words between number and noun, for things; a noun form in the facts begins with its own: 只基金, 家企业. */
export const measureWords =
  '个家只支项所条座台套件篇份场次批种类户栋间辆艘架款部期片幅张对组例宗门颗块株头处站口枚列根层轮笔趟剂床';
/** The same for people: 200名科研人员. */
export const peopleWords = '人名位';

const isMeasureWord = (char: string): boolean =>
  char !== '' && `${measureWords}${peopleWords}`.includes(char);

const numerals = '零一二三四五六七八九';

function scaleFor(value: Digits, unit: Unit): Scale {
  if (unit === 'percent' || unit === 'percentage-point' || unit === 'year') return noScale;
  const plain = printDigits(value, 0, ungrouped).length;
  const size = integerDigits(value);
  return (
    scales.find(
      (scale) =>
        size > scale.exponent &&
        fractionDigits(value, scale.exponent) <= 4 &&
        printDigits(value, scale.exponent, ungrouped).length + scale.word.length < plain,
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

function writeTier(value: Digits, unit: Unit, { counted }: WriteOptions): string {
  const scale = scaleFor(value, unit);
  const word = classWord(value) ?? `${printDigits(value, scale.exponent, marks)}${scale.word}`;
  const isLarge = integerDigits(value) > 8;
  return `${word}${classUnit(unit, isLarge, counted)}级`;
}

/** 千亿级 is said of yuan and of things, but 千元级, 千家级; any other unit is named: 万人级, 百亿美元级. */
function classUnit(unit: Unit, isLarge: boolean, counted: WriteOptions['counted']): string {
  if (unit === 'people') return '人';
  if (unit === 'CNY') return isLarge ? '' : '元';
  if (unit !== 'count') return writeUnit(unit, { style: 'prose', plural: 'other' }).after;
  const first = nounOf(counted, tag, 'other', undefined)?.slice(0, 1) ?? '';
  return isLarge || !isMeasureWord(first) ? '' : first;
}

/** 第一, 第十二, 第101 */
export function chineseOrdinal(rank: number): string {
  if (!Number.isInteger(rank) || rank < 1 || rank > 99) return `第${rank}`;
  const tens = Math.floor(rank / 10);
  const ones = rank % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens]}十`;
  return `第${head}${ones === 0 ? '' : numerals[ones]}`;
}

export const writing: Writing = {
  tag,
  marks,
  scaleFor,
  unit: writeUnit,
  hedge: writeHedge,
  range: writeRange,
  tier: writeTier,
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
