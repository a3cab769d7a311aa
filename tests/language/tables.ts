/** What the table tests of the languages share: a row a phrase. */
import { expect, it } from 'vitest';
import type { Counted, Qualifier, Quantity } from '../../src/facts/schema.js';
import type { Language, WriteOptions } from '../../src/language/language.js';
import { type Figure, readFigure } from '../../src/language/read.js';

export type WritingRow = readonly [
  phrase: string,
  quantity: Quantity,
  qualifier: Qualifier,
  options?: Partial<WriteOptions>,
];

/** `unit` is empty where the phrase names none. */
export type ReadingRow = readonly [
  phrase: string,
  amount: string,
  unit: string,
  qualifier: Qualifier,
  rest?: Partial<Figure>,
];

export const per = (amount: string, unit: string): { per: { amount: string; unit: string } } => ({
  per: { amount, unit },
});

export const nouns = (tag: string, forms: Counted[string]): { counted: Counted } => ({
  counted: { [tag]: forms },
});

/** One test a row: the phrase is what the language writes, in prose unless the row says otherwise. */
export function itWrites(language: Language, rows: readonly WritingRow[]): void {
  it.each(rows.map((row) => ({ row, title: `${row[0]} (${row[3]?.style ?? 'prose'})` })))(
    'it writes $title',
    ({ row: [phrase, quantity, qualifier, options] }) => {
      expect(language.writeQuantity(quantity, qualifier, { style: 'prose', ...options })).toBe(phrase);
    },
  );
}

/** One test a row: the phrase reads as the figure, with nothing more. */
export function itReads(tag: string, rows: readonly ReadingRow[]): void {
  it.each(rows.map((row) => ({ row, title: row[0] })))(
    'it reads $title',
    ({ row: [phrase, amount, unit, qualifier, rest] }) => {
      expect(readFigure(phrase, tag)).toEqual({
        amount,
        ...(unit === '' ? {} : { unit }),
        qualifier,
        ...rest,
      });
    },
  );
}

/** One test a row: no figure is made up. */
export function itFindsNone(tag: string, phrases: readonly string[]): void {
  it.each(phrases)('it takes %s for no figure', (phrase) => {
    expect(readFigure(phrase, tag)).toEqual({ error: expect.stringContaining('no figure') });
  });
}

/** One test a row: the phrase holds a figure that cannot be kept as it is, and the error says why. */
export function itRefuses(tag: string, rows: readonly (readonly [phrase: string, why: string])[]): void {
  it.each(rows)('it says why %s cannot be kept', (phrase, why) => {
    expect(readFigure(phrase, tag)).toEqual({ error: expect.stringContaining(why) });
  });
}
