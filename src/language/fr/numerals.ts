/** French numbers, in digits and in words: quatre-vingt-dix-neuf, deux tiers. */
import { synonyms, wordTable } from '../grammar.js';
import { type LatinNumerals, latinNumeral } from '../numerals.js';
import { marks } from './writing.js';

const ones =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
/** deux to quatre-vingt-dix-neuf, hundreds, mille; in the spelling before 1990 and after. */
function speltNumbers(): [string, string][] {
  const tens: readonly (readonly [word: string, value: number, span: number])[] = [
    ['vingt', 20, 9],
    ['trente', 30, 9],
    ['quarante', 40, 9],
    ['cinquante', 50, 9],
    ['soixante', 60, 19],
    ['quatre-vingt', 80, 19],
    // In Switzerland and Belgium.
    ['septante', 70, 9],
    ['huitante', 80, 9],
    ['octante', 80, 9],
    ['nonante', 90, 9],
  ];
  const below100 = [
    ...ones.slice(1).map((word, index): [string, number] => [word, index + 2]),
    ...tens.flatMap(([word, value, span]): [string, number][] => [
      [word === 'quatre-vingt' ? 'quatre-vingts' : word, value],
      ...['et une', 'et-une', 'une'].map((one): [string, number] => [
        `${word}${one === 'et une' ? ' ' : '-'}${one}`,
        value + 1,
      ]),
      ...ones
        .slice(0, span)
        .flatMap((one, index): [string, number][] => [
          [`${word}-${one}`, value + index + 1],
          ...['et ', 'et-'].map((and): [string, number] => [
            `${word}${and[2]}${and}${one}`,
            value + index + 1,
          ]),
        ]),
    ]),
  ];
  return [
    ...below100.map(([word, value]): [string, string] => [word, String(value)]),
    ['cent', '100'],
    ...ones
      .slice(1, 9)
      .flatMap((word, index) =>
        [' cents', ' cent', '-cents', '-cent'].map((cent): [string, string] => [
          word + cent,
          `${index + 2}00`,
        ]),
      ),
    ['mille', '1000'],
    ['un et demi', '1.5'],
  ];
}
const spelt = new Map(speltNumbers());
export const numberOf = (word: string): string => (/^\d/.test(word) ? word : (spelt.get(word) ?? '1'));
export const fractionWords: Readonly<Record<string, string>> = {
  tiers: '3',
  quart: '4',
  cinquième: '5',
  sixième: '6',
  septième: '7',
  huitième: '8',
  neuvième: '9',
  dixième: '10',
};
export const oneToTen = '(un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[1-9]0{0,2})';

export const numbers: LatinNumerals = {
  marks,
  scales: wordTable(
    synonyms([
      [3, 'mille, milliers, millier, k'],
      [6, 'million, millions, mio, m'],
      [9, 'milliard, milliards, md, mds, mrd, mrds'],
      [12, 'billion, billions'],
      [18, 'trillion, trillions'],
    ]),
    true,
  ),
  spelt: wordTable(spelt, true),
  articles: wordTable(
    synonyms([
      ['1', 'un, une'],
      ['0.5', 'un demi, demi'],
      ['0.25', 'un quart de'],
      ['0.75', 'trois quarts de'],
    ]),
    true,
  ),
  afterHundred: /[ -]/y,
  mixed:
    / et (?:(?<half>demie?)|(?<quarter>(?:un )?quart(?! de))|(?<quarters>trois[ -]quarts(?! de))|(?<other>(?:un|deux|trois|quatre) (?:tiers|cinquième|sixième|septième|huitième|neuvième|dixième)s?(?! de)))(?!\p{L})/uy,
};

export const plain = latinNumeral(numbers);

const small = 'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix';
const large =
  '(?:onze|douze|treize|quatorze|quinze|seize|dix-(?:sept|huit|neuf)|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|mille|milliers?|millions?|milliards?|billions?|(?:quinz|vingt|trent|quarant|cinquant|soixant|cent)aines?|douzaines?)';
/** vingt et une, deux cent dix, des centaines, décuplé. */
export const inWords = new RegExp(
  String.raw`(?<!\p{L})(?!(?<=(?:pour|par)[ -]|p\. ?)(?:cent|mille|millier|million)(?!\p{L}))(?:(?:(?:${small})[ -]){0,2}${large}(?:[ -](?:et[ -])?(?:${large}|${small})){0,8}|(?:quintupl|sextupl|décupl|centupl)\p{L}+)(?!\p{L})`,
  'giu',
);
