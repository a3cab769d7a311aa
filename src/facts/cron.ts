/**
 * Layer 1. Cron expressions as crontab has them (POSIX, with names, ranges and steps): which values each field stands for,
 * and what is wrong where one cannot be read. When they fall due is reckoned in `regenerate/schedule/cron.ts`.
 */
import { nearest, oneOf, shown } from './spelling.js';

export interface CronField {
  /** Is `*`. Of day and weekday, one that is leaves it to the other; where neither is, either will do. */
  readonly any: boolean;
  /** Every value it stands for, sorted. Sunday is 0. */
  readonly values: readonly number[];
}

export const cronFields = ['minute', 'hour', 'day', 'month', 'weekday'] as const;
export type CronExpression = Readonly<Record<(typeof cronFields)[number], CronField>>;

export interface CronFault {
  /** Where in the text, in characters from 0. */
  readonly offset: number;
  readonly message: string;
  readonly expected: string;
  readonly hint?: string | undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** `names` stand for the numbers from `least` on. */
const rules = {
  minute: { least: 0, most: 59, names: [] },
  hour: { least: 0, most: 23, names: [] },
  day: { least: 1, most: 31, names: [] },
  month: { least: 1, most: 12, names: months },
  // 7 is Sunday, too.
  weekday: { least: 0, most: 7, names: weekdays },
} as const satisfies Record<keyof CronExpression, { least: number; most: number; names: readonly string[] }>;

const form = 'five fields, minute hour day month weekday: "0 6 * * 1-5" is 06:00 from Monday to Friday';

/** Reads an expression of five fields parted by blanks. */
export function parseCron(text: string): { expression: CronExpression } | { fault: CronFault } {
  const words = [...text.matchAll(/[^ \t]+/g)].map(({ 0: word, index }) => ({ word, offset: index }));
  if (words.length !== cronFields.length) {
    const fault = { offset: 0, message: `${shown(text)} has ${counted(words.length)}`, expected: form };
    return { fault: words.length === 6 ? { ...fault, hint: 'Leave the seconds away.' } : fault };
  }
  const read: Partial<Record<keyof CronExpression, CronField>> = {};
  for (const [index, name] of cronFields.entries()) {
    const { word, offset } = words[index] as (typeof words)[number];
    const field = parseField(name, word);
    if ('message' in field) return { fault: { ...field, offset: offset + field.offset } };
    read[name] = field;
  }
  const expression = read as CronExpression;
  const unclear = readTwoWays(words, expression);
  if (unclear) return { fault: unclear };
  const never = neverDue(expression);
  return never ? { fault: { ...never, offset: words[2]?.offset ?? 0 } } : { expression };
}

const counted = (fields: number): string => `${fields} field${fields === 1 ? '' : 's'}`;

function parseField(name: keyof CronExpression, word: string): CronField | CronFault {
  const values = new Set<number>();
  let offset = 0;
  for (const part of word.split(',')) {
    const found = parsePart(name, part, offset);
    if (!Array.isArray(found)) return found;
    for (const value of found) values.add(name === 'weekday' ? value % 7 : value);
    offset += part.length + 1;
  }
  return { any: word === '*', values: [...values].sort((a, b) => a - b) };
}

// One of the parts that commas part: *, 5, 1-5, and with a step */15, 8-18/2.
function parsePart(name: keyof CronExpression, part: string, offset: number): number[] | CronFault {
  const { least, most, names } = rules[name];
  const fault = (message: string, at = 0, hint?: string): CronFault => ({
    offset: offset + at,
    message: `${name} ${message}`,
    expected: `${least} to ${most}${names.length > 0 ? `, or ${oneOf(names.slice(0, 2))} and so on` : ''}; a list 1,2, a range 1-5, a step */15`,
    ...(hint !== undefined && { hint }),
  });
  const match = /^(?:(\*)|([0-9a-z]+)(?:-([0-9a-z]+))?)(?:\/([0-9]+))?$/i.exec(part);
  if (!match) return fault(part === '' ? 'has a comma with nothing beside it' : `is ${shown(part)}`);
  const [, star, first = '', last, stepped] = match;
  const numberOf = (word: string): number | undefined => {
    const named = (names as readonly string[]).indexOf(word.toLowerCase());
    const value = named === -1 ? (/^\d{1,3}$/.test(word) ? Number(word) : undefined) : named + least;
    return value !== undefined && value >= least && value <= most ? value : undefined;
  };
  const from = star ? least : numberOf(first);
  // Weekdays end with Saturday: the 7 is a second name of the 0.
  const to = star ? (name === 'weekday' ? 6 : most) : last === undefined ? from : numberOf(last);
  const unknown = from === undefined ? first : to === undefined ? (last as string) : undefined;
  if (from === undefined || to === undefined) {
    const meant = nearest(unknown ?? '', names);
    const at = from === undefined ? 0 : first.length + 1;
    return fault(`is ${shown(unknown)}`, at, meant && `Did you mean ${shown(meant)}?`);
  }
  if (from > to)
    return fault(
      `counts from ${first} down to ${last}`,
      0,
      `Write two ranges: ${first}-${most},${least}-${last}.`,
    );
  if (stepped === undefined) return range(from, to, 1);
  if (!star && last === undefined)
    return fault(
      `has a step after one value: ${shown(part)}`,
      0,
      `Write a range, ${first}-${most}/${stepped}.`,
    );
  const step = Number(stepped);
  if (step < 1 || step > most) return fault(`has a step of ${stepped}`, part.indexOf('/') + 1);
  return range(from, to, step);
}

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

// "0 6 */2 * 1": on every other day and on Mondays, or on Mondays that are such days? Programs differ where a field begins
// with an asterisk and is not one, and the other is none either.
function readTwoWays(
  words: readonly { readonly word: string; readonly offset: number }[],
  { day, weekday }: CronExpression,
): CronFault | undefined {
  if (day.any || weekday.any) return undefined;
  const [, , days, , weekdays] = words;
  const one = [days, weekdays].find((field) => field?.word.startsWith('*'));
  if (!one) return undefined;
  return {
    offset: one.offset,
    message: `day ${days?.word} and weekday ${weekdays?.word} together are read in two ways by cron programs`,
    expected: 'one of the two as *, or both without an asterisk: either will do then',
    hint: 'Name the days: 1,3,5. For two schedules, write a list of two expressions.',
  };
}

/** 30 February. A weekday beside it would make it due all the same: cron takes either of the two. */
function neverDue({ day, month, weekday }: CronExpression): Omit<CronFault, 'offset'> | undefined {
  const longest = Math.max(
    ...month.values.map((one) => (one === 2 ? 29 : [4, 6, 9, 11].includes(one) ? 30 : 31)),
  );
  if (day.any || !weekday.any || day.values.some((one) => one <= longest)) return undefined;
  return {
    message: `day ${day.values.join(',')} does not come in month ${month.values.join(',')}`,
    expected: `a day up to ${longest}`,
  };
}
