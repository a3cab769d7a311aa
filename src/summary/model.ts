/** Layer 3. Documents → Summary: pure, no docx. `output.ts` writes what this decides. */
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { LanguageTag } from '../facts/schema.js';
import { languageFor } from '../language/registry.js';
import { Body } from './body.js';
import { checkCharacters, checkCitations } from './checks.js';
import { Footnotes } from './footnotes.js';
import { geometryFor } from './geometry.js';
import { pairSections } from './pairing.js';
import { recordOf } from './record.js';
import { runsOf, textOf } from './runs.js';
import type { FacingRow, MarginLine, Paragraph, ParagraphRole, Run, Summary, TextRun } from './summary.js';

/**
 * @param documents one, or two of the same structure in different languages; the first stands left
 * @returns the model, and findings with code `summary/…`: places where the two do not pair, characters that no XML can
 * hold, figures without a citation. With errors among them the model is not to be written.
 * @throws {RangeError} for no document or more than two
 */
export function modelSummary(
  documents: readonly Document[],
  theme: Theme,
): { model: Summary; diagnostics: Diagnostic[] } {
  const [first] = documents;
  if (!first || documents.length > 2)
    throw new RangeError(`a summary has one or two languages, not ${documents.length}`);
  const findings = new Findings();
  for (const document of documents) {
    checkCharacters(document, findings);
    checkCitations(document, findings);
  }
  const notes = new Footnotes(documents);
  const body = new Body(documents, notes, geometryFor(documents.length), findings);
  for (const section of pairSections(documents, findings)) body.section(section);
  const model: Omit<Summary, 'record'> = {
    languages: documents.map(({ language }) => language),
    theme,
    properties: { title: propertyTitle(documents), creator: first.issuer, date: first.editionDate },
    title: documents.map(({ title, language }) => ({ language, runs: runsOf(title, language) })),
    imprint: imprint(documents),
    header: documents.map(header),
    footer: documents.map(footer),
    parts: body.parts,
    footnotes: notes.paragraphs,
  };
  return { model: { ...model, record: recordOf(model, documents) }, diagnostics: findings.all };
}

function imprint(documents: readonly Document[]): FacingRow {
  const subtitled = documents.some(({ subtitle }) => subtitle.length > 0);
  const cells = documents.map(({ subtitle, issuer, editionDate, language }, index): Paragraph[] => {
    const side = index === 0 ? 0 : 1;
    const lines = (role: ParagraphRole, runs: readonly Run[]): Paragraph => ({
      kind: 'paragraph',
      role,
      side,
      language,
      runs,
    });
    return [
      ...(subtitled ? [lines('subtitle', runsOf(subtitle, language))] : []),
      lines('imprint', [
        text(issuer, language),
        { kind: 'break' },
        text(languageFor(language).writeDate(editionDate), language),
      ]),
    ];
  });
  return { cells, keepNext: false };
}

/** The zone and what this is about it; where the title is the zone's name, the subtitle says what. */
function header(document: Document): MarginLine {
  const { language, zoneName } = document;
  const title = runsOf(document.title, language);
  const repeats = textOf(title) === zoneName && document.subtitle.length > 0;
  return { left: [text(zoneName, language)], right: repeats ? runsOf(document.subtitle, language) : title };
}

/** Stands for the fields while the language arranges "Page 1 of 5". */
const page = '\uE000';
const pages = '\uE001';

function footer({ issuer, language }: Document): MarginLine {
  const words = languageFor(language).words.page(page, pages);
  const right = words.split(/([\uE000\uE001])/).flatMap((piece): Run[] => {
    if (piece === '') return [];
    if (piece === page) return [{ kind: 'page', language }];
    if (piece === pages) return [{ kind: 'pages', language }];
    return [text(piece, language)];
  });
  return { left: [text(issuer, language)], right };
}

function propertyTitle(documents: readonly Document[]): string {
  return documents
    .map(({ title, subtitle, language }) => {
      const [name, more] = [textOf(runsOf(title, language)), textOf(runsOf(subtitle, language))];
      return more ? `${name} – ${more}` : name;
    })
    .join(' / ');
}

function text(value: string, language: LanguageTag): TextRun {
  return { kind: 'text', text: value, language };
}
