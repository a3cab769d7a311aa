/** Layer 1. What mending must be told, since the libraries did not write it down. */

import { officeLanguage } from '../office-language.js';

/** The colours of `document/theme.ts`: #RRGGBB. */
export interface BrandColours {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly primary: string;
  readonly accent: string;
  readonly series: readonly string[];
}

export interface MendOptions {
  /** ISO 8601, a day or an instant: created, modified and the time of every zip entry. */
  readonly date: string;
  /** BCP 47, of the document. */
  readonly language: string;
  readonly title: string;
  readonly fonts: { readonly latin: string; readonly eastAsian: string };
  readonly company?: string | undefined;
  /** Left out: what the library wrote, if it was not the library's own name; else the company. */
  readonly author?: string | undefined;
  /** Given: the file's colour scheme becomes the brand's, and colours equal to one of it refer to it. */
  readonly colors?: BrandColours | undefined;
}

/** The options with what follows from them. */
export interface Mending extends MendOptions {
  /** With region: en-US, zh-CN, de-DE. */
  readonly officeLanguage: string;
  /** `2026-01-19T00:00:00Z`, without fractions, as Office writes it. */
  readonly instant: string;
}

/** @throws {RangeError} where the date is none */
export function mendingOf(options: MendOptions): Mending {
  const date = new Date(options.date);
  if (Number.isNaN(date.getTime()))
    throw new RangeError(
      `mending: date ${JSON.stringify(options.date)} is no ISO 8601 date such as "2026-01-19"`,
    );
  return {
    ...options,
    officeLanguage: officeLanguage(options.language),
    instant: `${date.toISOString().slice(0, 19)}Z`,
  };
}
