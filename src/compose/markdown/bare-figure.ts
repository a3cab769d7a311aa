/** Layer 3. Figures that a template types itself. Each must come from a fact, or be marked as no figure. */

import type { LanguageTag } from '../../facts/schema.js';
import type { Figure } from '../../language/figure.js';
import { readFigures } from '../../language/read.js';
import { languageFor } from '../../language/registry.js';
import { type Memory, recall } from '../../memory.js';
import { type Position, placeOf } from '../source-file.js';
import type { Reading } from './reading.js';

/**
 * Digits of any script, fractions, enclosed, superscript and Roman numerals with a code point of their own (½ ⑫ ² Ⅻ);
 * no exponent of a unit and index of a formula (m², CO₂), and not 〇, which belongs to the Chinese numerals below.
 */
const one = String.raw`(?:\p{Nd}|(?!〇|(?<=\p{L})[²³¹⁰⁴-⁹₀-₉])[\p{Nl}\p{No}])`;
const digits = new RegExp(
  String.raw`[A-Za-z]*${one}(?:${one}|[.,:/–—-])*(?:\s?[%‰％]|\p{Script=Latin}+|[十百千万亿億萬兆]+)?`,
  'gu',
);

/** Most text has none, and this is quick to see. */
const anyDigit = /[\p{Nd}\p{Nl}\p{No}]/u;

/**
 * Chinese numerals: 三百亿, 十四, 百亿; 三分之一, 百分之四十; 四成, 三倍; 数百家, 上千人; years, 二〇二六. A numeral alone is
 * mostly part of a word (统一, 十分, 千方百计), so a scale must stand with a digit or with another scale.
 */
const numeral = '〇零一二两三四五六七八九十百千万亿億萬兆壹贰叁肆伍陆柒捌玖拾佰仟';
const chinese = new RegExp(
  `[数几上][十百千万亿]+(?=[余多]?[家个名项人元所种台套件亩公户款支条年天次])|[${numeral}]{2,}|[${numeral}]+(?=个百分点)|[${numeral}几]+分之[${numeral}几]+|[二两三四五六七八九]成(?![为立员果])|[两二三四五六七八九十百]倍|翻[一两]?番`,
  'gu',
);
/** No number is written in Chinese characters without one of these. */
const anyNumeral = new RegExp(`[${numeral}几翻]`, 'u');
const digit = /[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]/u;
const scale = /[十百千万亿億萬兆拾佰仟]/gu;
/** One digit after the other, as years have them: 二〇二六, 一九九八. */
const digitByDigit = /^(?=.*[〇零]|.{4}).*$/u;
/** Words, not numbers; 千万 and 百万 only where nothing countable follows. */
const words = new Set([
  '万一',
  '万千',
  '千百',
  '百千',
  '千千万万',
  '万万',
  '一一',
  '三三两两',
  '三五',
  '五五',
  '两两',
]);

export interface BareFigure {
  readonly text: string;
  readonly index: number;
}

/**
 * Digits of any script, numbers in Chinese characters, what the language reads as a figure in words ("two thirds",
 * "verdoppelt", 一半), and numbers above ten in words, whatever stands behind them: "fifty", "vingt et un", "zehnfach". Counts
 * and years up to ten in words ("two texts", "Five-Year Plan") are prose.
 *
 * @param language in which words are read
 */
export function bareFigures(text: string, language: LanguageTag, memory?: Memory): readonly BareFigure[] {
  return recall(
    memory,
    'bare figures',
    () => `${language} ${text}`,
    () => findIn(text, language),
  );
}

function findIn(text: string, language: LanguageTag): BareFigure[] {
  const found: BareFigure[] = [];
  if (anyDigit.test(text)) {
    for (const match of text.matchAll(digits))
      found.push({ text: match[0].replace(/[\s.,:/–—-]+$/u, ''), index: match.index });
  }
  if (anyNumeral.test(text)) {
    for (const match of text.matchAll(chinese)) {
      if (isFigure(match[0], text.slice(match.index + match[0].length))) {
        found.push({ text: match[0], index: match.index });
      }
    }
  }
  const typed = [...found];
  for (const { figure, start, end } of readFigures(text, language)) {
    const overlaps = typed.some((each) => each.index < end && start < each.index + each.text.length);
    if (!overlaps && !isSmallCount(figure)) found.push({ text: text.slice(start, end), index: start });
  }
  const { inWords } = languageFor(language).grammar;
  for (const match of inWords ? text.matchAll(inWords) : []) {
    const { index, 0: words } = match;
    // Of "8.4 billion" the whole is found already.
    const overlaps = found.some(
      (each) => each.index < index + words.length && index <= each.index + each.text.length + 1,
    );
    if (!overlaps) found.push({ text: words, index });
  }
  return found.sort((a, b) => a.index - b.index);
}

function isSmallCount({ amount, unit, qualifier, per }: Figure): boolean {
  const plain = unit === undefined || unit === 'count' || unit === 'year';
  return plain && qualifier === 'exact' && !per && Number(amount) <= 10;
}

function isFigure(run: string, after: string): boolean {
  if (/分之|成$|倍$|番$/u.test(run) || after.startsWith('个百分点')) return true;
  if (words.has(run)) return false;
  if (/^[数几上]/u.test(run)) return true;
  if (run === '千万') return /^[元级美欧人家亩吨]/u.test(after);
  const scales = run.match(scale)?.length ?? 0;
  if (scales === 0) return digitByDigit.test(run);
  return scales > 1 || (scales === 1 && digit.test(run));
}

export function reportBareFigure(reading: Reading, figure: string, at: Position): void {
  reading.findings.error(
    'template/bare-figure',
    `"${figure}" is typed in the template; no fact stands behind it`,
    {
      at: placeOf(at),
      expected: 'a figure written by a helper: {{fact "…"}}',
      hint: `if it is no figure but part of a name, mark it: :lit[${figure}]`,
    },
  );
}
