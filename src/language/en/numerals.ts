/** English numbers in words: two thirds, twenty-five. */

export const fractionWords: Readonly<Record<string, string>> = {
  half: '2',
  halves: '2',
  third: '3',
  quarter: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
};
export const spelt: readonly (readonly [string, string])[] = [
  // Others are put together as they are read; one alone is an article.
  ...([
    ['one and a half', '1.5'],
    ['one-and-a-half', '1.5'],
    ['one and one half', '1.5'],
    ['one and a quarter', '1.25'],
    ['one and three quarters', '1.75'],
  ] as const),
  ...'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, String(index + 2)] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').flatMap((tens, index) => {
    const value = (index + 2) * 10;
    const ones = 'one two three four five six seven eight nine'.split(' ');
    return [
      [tens, String(value)] as const,
      ...[' ', '-'].flatMap((join) =>
        ones.map((one, add) => [`${tens}${join}${one}`, String(value + add + 1)] as const),
      ),
    ];
  }),
];
export const numberOf = (word: string): string =>
  /^\d/.test(word) ? word : (new Map(spelt).get(word) ?? '1');

const small = 'one|two|three|four|five|six|seven|eight|nine|ten';
const large =
  '(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|(?:hundred|thousand|million|billion|trillion)s?)';
/** fifty-two, one hundred and twenty thousand, hundreds, tenfold; not the base of a rate: per million people. */
export const inWords = new RegExp(
  String.raw`(?<!\p{L})(?!(?<=per )(?:hundred|thousand|million|billion)(?!\p{L}))(?:(?:(?:${small})[ -]){0,2}${large}(?:[ -](?:and[ -])?(?:${large}|${small})){0,8}(?:[ -]?fold)?|(?:${small})[ -]?fold)(?!\p{L})`,
  'giu',
);
