/** What composition took from facts, sources and marks, and the digits of a text that are none of it. */
import type { Document, Inline } from '../../src/document/document.js';
import { languageFor } from '../../src/language/registry.js';
import { everyText } from './office-text.js';

/** What a document's composition took from facts, sources and marks: every text under which a digit may stand. */
function recorded(document: Document): string[] {
  const texts: string[] = [];
  const inline = (node: Inline): void => {
    if ('children' in node) node.children.forEach(inline);
    else if (node.kind === 'figure' || node.kind === 'literal') texts.push(node.value);
  };
  /** Inlines and charts, wherever they stand in a block. */
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      const { kind } = value as { kind?: string };
      if (kind === 'figure' || kind === 'literal') inline(value as Inline);
      // A chart is made of facts and of texts that were searched for figures, and its picture holds the rest.
      else if (kind === 'chart') texts.push(...chartTexts((value as { chart: object }).chart));
      else for (const inner of Object.values(value)) visit(inner);
    }
  };
  visit([document.title, document.subtitle, document.sections]);
  for (const { label, text, time, note, derivation, statements } of document.citations.values()) {
    texts.push(label, text, time ?? '', note ?? '', derivation ?? '');
    texts.push(...statements.flatMap(({ stated, locator }) => [stated, locator]));
  }
  texts.push(
    ...document.sources.flatMap(({ publisher, title, issued, url }) => [publisher, title, issued, url ?? '']),
  );
  texts.push(document.zoneName, document.issuer, document.editionDate);
  texts.push(languageFor(document.language).writeDate(document.editionDate));
  return texts;
}

/** The figures of a chart and its line of sources; title, unit and note may hold none. */
function chartTexts(chart: object): string[] {
  const { alt, source, asOf } = chart as { alt: string; source: string; asOf: string };
  const figures: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { text, fact, label } = value as { text?: string; fact?: string; label?: string };
      if (typeof fact === 'string') figures.push(text ?? '', label ?? '');
      Object.values(value).forEach(visit);
    }
  };
  visit(chart);
  return [alt, source, asOf, ...figures];
}

/** Numbers the writers give themselves: of sources, figures, tables and pages. */
const own = /\[\d+\]|\b(?:Figure|Table|Abbildung|Tabelle) \d+|[图表] ?\d+/g;

/** Digits of a text that lie in none of the recorded texts. */
export function unbacked(text: string, known: readonly string[]): string[] {
  let rest = text.replace(/\s+/g, ' ');
  for (const one of known) {
    const escaped = one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // Not the 24 of 124 or of 24.5.
    rest = rest.replace(new RegExp(`(?<!\\p{Nd}[.,]?)${escaped}(?![.,]?\\p{Nd})`, 'gu'), ' ');
  }
  return rest.replace(own, ' ').match(/[\p{Nd}]+/gu) ?? [];
}

/**
 * Each digit of a finished file that composition did not record, with its part and text; and how many texts were looked
 * through, so that a test can tell an empty file from a sound one.
 * @param documents that the file was made from
 */
export function unbackedIn(
  bytes: Uint8Array,
  documents: readonly Document[],
): { readonly found: string[]; readonly texts: number; readonly withDigits: number } {
  const known = [...new Set(documents.flatMap(recorded))]
    .map((text) => text.replace(/\s+/g, ' '))
    .filter((text) => /\p{Nd}/u.test(text))
    .sort((a, b) => b.length - a.length);
  const texts = everyText(bytes);
  const found = texts.flatMap(({ part, text }) =>
    unbacked(text, known).map((digits) => `${part}: ${digits} in "${text}"`),
  );
  return { found, texts: texts.length, withDigits: texts.filter(({ text }) => /\p{Nd}/u.test(text)).length };
}
