/** What a later edition says of an earlier one, in Chinese. */
import type { ChangeWords } from '../change-words.js';

/** 2026年1月19日版; an edition that is not the first of its date ends in 版 anyway. */
const named = (edition: string): string => (edition.endsWith('版') ? edition : `${edition}版`);

export const changes: ChangeWords = {
  edition: (date, number) => `${date}第${number}版`,
  heading: (edition) => `较${named(edition)}的变动`,
  labelBefore: (label, edition) => `${label}（${named(edition)}）`,
  labelDifference: (label) => `${label}（变动）`,
  before: '上一版',
  now: '本版',
  difference: '变动',
  none: '—',
  added: '新增',
  removed: '本版不再列示',
  measure: '统计口径不同',
  unit: '计量单位不同',
  period: '统计期不同',
  basis: (was, is) => `口径由${was}改为${is}`,
  bases: { 'year-on-year': '同比', 'annual-average': '年均' },
  otherBasis: '口径不同',
  class: { up: '量级上升', down: '量级下降' },
  rank: { up: '位次上升', down: '位次下降' },
  direction: { up: '上升', down: '下降' },
  precision: '精确程度不同',
  inexact: '概数，不计增减',
  date: { earlier: '日期提前', later: '日期延后', set: '日期确定', open: '日期待定' },
  joined: '新增',
  left: '不再列入',
  others: '……',
  text: '表述更新',
  backing: '数值未变，依据更新',
  unchanged: (names) => `数值未变、仅更新时间或依据：${names}。`,
  sameFigures: '各项数字均未变动。',
  sources: { joined: '新增来源', left: '不再采用的来源', changed: '信息有更新的来源' },
  rise: (figure, isPoints) => `${isPoints ? '上升' : '增加'}${figure}`,
  fall: (figure, isPoints) => `${isPoints ? '下降' : '减少'}${figure}`,
};
