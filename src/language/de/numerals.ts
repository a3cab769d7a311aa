/** German numbers in words: dreihundert, anderthalb, drei Viertel, jede sechste. */

export const fractionWords: Readonly<Record<string, string>> = {
  drittel: '3',
  viertel: '4',
  fünftel: '5',
  sechstel: '6',
  siebtel: '7',
  achtel: '8',
  neuntel: '9',
  zehntel: '10',
};
export const everyWords: Readonly<Record<string, string>> = {
  zweite: '2',
  dritte: '3',
  vierte: '4',
  fünfte: '5',
  sechste: '6',
  siebte: '7',
  achte: '8',
  neunte: '9',
  zehnte: '10',
};
/** zwei to neunhundertneunundneunzigtausend, as far as they are round; anderthalb, zweieinhalb. */
function speltNumbers(): [string, string][] {
  const ones =
    'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
      ' ',
    );
  const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
  const below100 = [
    ...ones.map((word, index): [string, number] => [word, index + 1]),
    ...tens.flatMap((word, index): [string, number][] => [
      [word, (index + 2) * 10],
      ...ones
        .slice(0, 9)
        .map((one, add): [string, number] => [`${one}und${word}`, (index + 2) * 10 + add + 1]),
    ]),
  ];
  const hundreds = [
    ['hundert', 100] as const,
    ...ones.slice(0, 9).map((one, index) => [`${one}hundert`, (index + 1) * 100] as const),
  ];
  const rests = ['', 'zehn', 'zwanzig', 'fünfzig', 'fünfundzwanzig', 'fünfundsiebzig'].map(
    (word): [string, number] => [word, below100.find(([each]) => each === word)?.[1] ?? 0],
  );
  const below1000 = [
    ...below100.filter(([, value]) => value > 1),
    ...hundreds.flatMap(([word, value]) =>
      rests.map(([rest, add]): [string, number] => [word + rest, value + add]),
    ),
  ];
  return [
    ...below1000.map(([word, value]): [string, string] => [word, String(value)]),
    ...below1000.map(([word, value]): [string, string] => [`${word}tausend`, `${value}000`]),
    ['tausend', '1000'],
    ['eintausend', '1000'],
    ['anderthalb', '1.5'],
    ...below100.flatMap(([word, value]): [string, string][] => [
      [`${word}einhalb`, `${value}.5`],
      [`${word}einviertel`, `${value}.25`],
      [`${word}dreiviertel`, `${value}.75`],
    ]),
    // Parts of a scale in one word with it.
    ...(['million', 'milliarde', 'billion'] as const).flatMap((scale, index) =>
      [['viertel', '250'] as const, ['halb', '500'] as const, ['dreiviertel', '750'] as const].flatMap(
        ([part, thousandths]) =>
          ['', 'eine ', 'einer '].map((article): [string, string] => [
            `${article}${part}${scale}`,
            `${thousandths}${'0'.repeat(3 * (index + 1))}`,
          ]),
      ),
    ),
  ];
}
/** In Switzerland, too: dreissig. */
const swiss = ([word, value]: [string, string]): [string, string][] =>
  word.includes('ß')
    ? [
        [word, value],
        [word.replaceAll('ß', 'ss'), value],
      ]
    : [[word, value]];
export const spelt = new Map(speltNumbers().flatMap(swiss));
export const numberOf = (word: string): string => (/^\d/.test(word) ? word : (spelt.get(word) ?? '1'));

const small = 'ein|eins|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun';
const large =
  '(?:zehn|elf|zw(?:ö|oe)lf|(?:sech|sieb)zehn|(?:zwan|vier|f(?:ü|ue)nf|sech|sieb|acht|neun)zig|drei(?:ß|ss)ig|hundert|tausend)';
/** siebzehn, zweihundertdreizehn, Hunderte, zehnfach. */
export const inWords = new RegExp(
  String.raw`(?<!\p{L})(?!(?<=(?:je|pro) )(?:hundert|tausend|million)(?!\p{L}))(?:(?!(?:zehn)(?!\p{L}))(?:und|${small})*${large}(?:und|${small}|${large})*(?:fach(?:e[mnrs]?)?)?|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)fach(?:e[mnrs]?)?|(?:hundert|tausend)e[nr]?|dutzende?n?|(?:million|milliarde|billion)(?:en)?|milliarden)(?!\p{L})`,
  'giu',
);
