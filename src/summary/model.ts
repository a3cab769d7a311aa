/** Layer 3. Documents → Summary: pure, no docx. `output.ts` writes what this decides. */
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { Arrangement } from '../facts/schema.js';
import { forPrint } from '../themes/print.js';
import { Body } from './body.js';
import { checkCharacters, checkCitations } from './checks.js';
import { setOnPages } from './contents.js';
import { Footnotes, inOrder } from './footnotes.js';
import { frontOf } from './front.js';
import { geometryFor } from './geometry.js';
import { pairSections } from './pairing.js';
import { recordOf } from './record.js';
import { runsOf, textOf } from './runs.js';
import type { Footnote, Part, Summary } from './summary.js';

/**
 * @param documents one, or two of the same structure in different languages; the first stands left, or first
 * @param arrangement of two languages: in facing columns, or each for itself, one after the other
 * @returns the model, and findings with code `summary/…`: places where the two do not pair, characters that no XML can
 * hold, figures without a citation. With errors among them the model is not to be written.
 * @throws {RangeError} for no document or more than two
 */
export function modelSummary(
  documents: readonly Document[],
  theme: Theme,
  arrangement: Arrangement = 'facing',
): { model: Summary; diagnostics: Diagnostic[] } {
  const [first] = documents;
  if (!first || documents.length > 2)
    throw new RangeError(`a summary has one or two languages, not ${documents.length}`);
  const findings = new Findings();
  for (const document of documents) {
    checkCharacters(document, findings);
    checkCitations(document, findings);
  }
  const chapters = arrangement === 'facing' ? [documents] : documents.map((document) => [document]);
  const columns = chapters[0]?.length ?? 1;
  const geometry = geometryFor(columns);
  const footnotes: Footnote[] = [];
  const lists = { count: 0 };
  const parts = chapters.flatMap((chapter, index): Part[] => {
    const notes = new Footnotes(chapter, footnotes);
    const body = new Body(chapter, notes, geometry, findings, lists);
    for (const section of pairSections(chapter, findings)) body.section(section);
    return index === 0 ? body.parts : [{ kind: 'front', ...frontOf(chapter, theme) }, ...body.parts];
  });
  const whole: Omit<Summary, 'record'> = {
    languages: documents.map(({ language }) => language),
    columns: columns === 2 ? 2 : 1,
    theme: forPrint(theme),
    properties: { title: propertyTitle(documents), creator: first.issuer, date: first.editionDate },
    ...frontOf(chapters[0] ?? documents, theme),
    parts,
    footnotes,
  };
  const set = setOnPages(whole, geometry);
  const model = { ...whole, ...inOrder(set, footnotes, documents) };
  return { model: { ...model, record: recordOf(model, documents) }, diagnostics: findings.all };
}

function propertyTitle(documents: readonly Document[]): string {
  return documents
    .map(({ title, subtitle, language }) => {
      const [name, more] = [textOf(runsOf(title, language)), textOf(runsOf(subtitle, language))];
      return more ? `${name} – ${more}` : name;
    })
    .join(' / ');
}
