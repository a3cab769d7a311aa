/**
 * Layer 2. Dates in a phrase: 11月16日, 16. November 2025, Nov. 16, 2025-11-16. The names of months come from the
 * language's locale data, so that a language more needs nothing here.
 */
import type { LanguageTag } from '../facts/schema.js';

/** What a phrase tells of a date; at least one part is there. */
export interface ReadDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const numeric: readonly RegExp[] = [
  /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?(?![\d-])/g,
  /(?<!\d)(?:(?<year>\d{4})\s?[年년]\s?)?(?<month>\d{1,2})\s?[月월](?:\s?(?<day>\d{1,2})\s?[日号號일])?/g,
  /(?<!\d)(?<year>\d{4})\s?[年년](?!\s?\d{1,2}\s?[月월])/g,
  /(?<![\d.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})?(?!\d)/g,
];

/** All dates of a phrase; a number that can be no day or month is none. */
export function readDates(phrase: string, language: LanguageTag): ReadDate[] {
  const text = phrase.normalize('NFKC');
  const found: ReadDate[] = [];
  for (const pattern of numeric) {
    for (const { groups = {} } of text.matchAll(pattern)) found.push(partsOf(groups));
  }
  return [...found, ...namedMonths(text, language)].filter(isDate);
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): ReadDate {
  const given = (['year', 'month', 'day'] as const).filter((part) => groups[part] !== undefined);
  return Object.fromEntries(given.map((part) => [part, Number(groups[part])]));
}

function isDate({ year, month = 1, day = 1 }: ReadDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && (year === undefined || year >= 1000);
}

/** 16. November 2025, November 16th, 16 de noviembre, Nov. 2025. */
function namedMonths(text: string, language: LanguageTag): ReadDate[] {
  const found: ReadDate[] = [];
  // Day or year stand beside the name with a blank between; without one, no locale data need be loaded.
  if (!/\d/.test(text) || !/\s/.test(text)) return found;
  const lower = text.toLowerCase();
  for (const [name, month] of monthNames(language)) {
    if (!lower.includes(name)) continue;
    const pattern = new RegExp(
      String.raw`(?:(?<!\d)(?<before>\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s+(?:(?:of|de)\s+)?)?(?<!\p{L})${name}(?!\p{L})\.?` +
        String.raw`(?:\s+(?<after>\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?:de\s+|of\s+)?(?<year>\d{4})(?!\d))?`,
      'giu',
    );
    for (const { groups = {} } of text.matchAll(pattern)) {
      const { before, after = before, year } = groups;
      const date = { month, ...(after && { day: Number(after) }), ...(year && { year: Number(year) }) };
      // A month's name alone may be another word: May, März as a surname.
      if (date.day !== undefined || date.year !== undefined) found.push(date);
    }
  }
  return found;
}

const names = new Map<LanguageTag, readonly (readonly [string, number])[]>();

/** Long and short names, English ones too: the dateline of a press release is English in every language. */
function monthNames(language: LanguageTag): readonly (readonly [string, number])[] {
  const known = names.get(language);
  if (known) return known;
  const made = new Map<string, number>();
  for (const locale of new Set([language, 'en'])) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2001, month - 1, 1));
        const name = parts.find(({ type }) => type === 'month')?.value.replace(/\.$/, '') ?? '';
        if (/^\p{L}{3,}$/u.test(name)) made.set(name.toLowerCase(), month);
      }
    }
  }
  made.set('sept', 9);
  const list = [...made];
  names.set(language, list);
  return list;
}

/** Whether a date of a phrase is the day of an ISO date, as far as the phrase tells; what it tells beyond is not. */
export function agrees(read: ReadDate, iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number);
  return (
    (read.year === undefined || read.year === year) &&
    (read.month === undefined || read.month === month) &&
    (read.day === undefined || read.day === day)
  );
}

/** Whether it is as precise as the ISO date; the year may follow from when the source was issued. */
export function isAsPrecise(read: ReadDate, iso: string): boolean {
  const [, month, day] = iso.split('-');
  if (month === undefined) return read.year !== undefined;
  return read.month !== undefined && (day === undefined || read.day !== undefined);
}

/** 2025-11-16, --11-16 where the year is unsaid (ISO 8601:2000). */
export function writtenDate({ year, month, day }: ReadDate): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const head = year === undefined ? '-' : String(year);
  return [head, ...(month === undefined ? [] : [two(month)]), ...(day === undefined ? [] : [two(day)])].join(
    '-',
  );
}
