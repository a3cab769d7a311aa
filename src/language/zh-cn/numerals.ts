/** Chinese numbers in words: 四成多, 三分之一强. */
import type { Qualifier } from '../../facts/schema.js';

export const number = '[零一二两三四五六七八九十百千\\d]{1,9}';
/** Behind a figure in words: 四成多, 三分之一强, 五分之一弱. */
export const trailing = '([多余强弱](?![元样种次数]))?';
export const trailingHedge = (word: string | undefined): { hedge?: Qualifier } =>
  word === undefined ? {} : { hedge: word === '弱' ? 'nearly' : 'more-than' };
/** Stands between a rate's base and its figure, hedges among it: 每万人发明专利拥有量突破85件. */
