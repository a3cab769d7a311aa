/** Layer 3. The list of sources: full width, one entry per source, written in the source's language where we have it. */
import type { Document, SourceEntry } from '../document/document.js';
import { languageFor, languageTags } from '../language/registry.js';
import type { Paragraph, Run, TextRun } from './summary.js';

/** @param sides the entries of each document, of the same sources in the same order */
export function sourceList(
  documents: readonly Document[],
  sides: readonly (readonly SourceEntry[])[],
  instance: number,
): Paragraph[] {
  return (sides[0] ?? []).map((entry, index) => {
    const side = bestSide(documents, entry.language);
    const document = documents[side] as Document;
    const own = sides[side]?.[index] ?? entry;
    return {
      kind: 'paragraph',
      role: 'source',
      side: 0,
      language: document.language,
      runs: entryRuns(document, own),
      list: { ordered: true, level: 0, instance },
    };
  });
}

function entryRuns(document: Document, entry: SourceEntry): Run[] {
  const { language } = document;
  const { punctuation, quote } = languageFor(language);
  const han = isHan(entry.language);
  const title = han ? `《${entry.title}》` : quote(entry.title);
  const text = (value: string, of: string): TextRun => ({ kind: 'text', text: value, language: of });
  return [
    text(entry.publisher, entry.language),
    text(punctuation.colon, language),
    { ...text(title, entry.language), ...(entry.url && { url: entry.url }) },
    // The title says where its link leads; the address is for who reads on paper.
    text(
      `${punctuation.comma}${entry.issued}${punctuation.stop}${entry.url ? ` ${entry.url}` : ''}`,
      language,
    ),
  ];
}

/** The document in the source's language, else one in the same script, else the first. */
function bestSide(documents: readonly Document[], language: string): number {
  const same = documents.findIndex((document) => document.language === language);
  if (same !== -1) return same;
  const han = isHan(language);
  return Math.max(
    0,
    documents.findIndex((document) => isHan(document.language) === han),
  );
}

/** A source may be in a language that zonebrief does not write. */
function isHan(language: string): boolean {
  return languageTags().includes(language) ? languageFor(language).script === 'han' : /^zh\b/.test(language);
}
