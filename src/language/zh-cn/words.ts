/** What the writers say in Chinese. */
import type { Words } from '../language.js';
import { changes } from './changes.js';
import { notices } from './notices.js';

export const words: Words = {
  source: '资料来源',
  sources: '资料来源',
  andOthers: '等',
  asOf: (date) => `截至${date}`,
  statedAs: '原文为',
  derivedAs: '计算方式',
  evidence: '依据',
  note: '注',
  continued: (part, parts) => `（${part}/${parts}）`,
  page: (page, pages) => `第${page}页，共${pages}页`,
  figure: '图',
  contents: '目录',
  table: '表',
  issued: '发布于',
  classNote: '规模级别，非实测产值',
  annex: { label: '指标', figure: '数值', stated: '原文表述', source: '来源', place: '位置' },
  chartKinds: { classes: '规模级别柱状图', share: '占比环形图', parts: '构成环形图', bars: '柱状图' },
  changes,
  notices,
};
