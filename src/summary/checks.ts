/** Layer 3. What must hold before a Document may become XML. */
import type { Findings, Place } from '../diagnostic.js';
import type { Document } from '../document/document.js';

/** Characters that XML 1.0 has no place for, halves of surrogate pairs among them. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Every text of the document, wherever it stands: a forbidden character would make a file that Word cannot open. */
export function checkCharacters(document: Document, findings: Findings): void {
  const visit = (value: unknown, at: Place | undefined): void => {
    if (typeof value === 'string') {
      const found = forbidden.exec(value)?.[0];
      if (found === undefined) return;
      const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      findings.error(
        'summary/forbidden-character',
        `character U+${code} in ${JSON.stringify(value.slice(0, 60))}`,
        {
          at,
          expected: 'characters that XML allows',
          hint: 'remove the character from the template or the facts',
        },
      );
    } else if (value instanceof Map) {
      for (const entry of value.values()) visit(entry, at);
    } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      const here = placeOf(value) ?? at;
      for (const [key, entry] of Object.entries(value)) if (key !== 'at') visit(entry, here);
    }
  };
  visit(document, undefined);
}

/** Every figure must have its citation, or its footnote would silently be missing. */
export function checkCitations(document: Document, findings: Findings): void {
  const reported = new Set<string>();
  const visit = (value: unknown, at: Place): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
    const here = placeOf(value) ?? at;
    if ('fact' in value && typeof value.fact === 'string' && !document.citations.has(value.fact)) {
      if (reported.has(value.fact)) return;
      reported.add(value.fact);
      findings.error(
        'summary/uncited-figure',
        `nothing stands behind the figure of "${value.fact}" (${document.language})`,
        {
          at: here,
          expected: `a citation of "${value.fact}" in the document`,
          hint: 'a figure may only come from a fact of the ledger',
        },
      );
    }
    for (const [key, entry] of Object.entries(value)) if (key !== 'at') visit(entry, here);
  };
  for (const section of document.sections) visit([section.title, section.blocks], section.at);
}

/** Sections and blocks know where they stand (arrays have a method of that name). */
function placeOf(value: object): Place | undefined {
  return 'at' in value && typeof value.at === 'object' ? (value.at as Place) : undefined;
}
