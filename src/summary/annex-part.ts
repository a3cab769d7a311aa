/** Layer 3. The evidence annex: every figure of the summary with the phrase of its source, and where that stands. */
import type { Citation, Document, Statement } from '../document/document.js';
import { citedFigures } from '../document/figures.js';
import type { FactId } from '../facts/fact.js';
import { languageFor } from '../language/registry.js';
import { twipsPerPoint } from './geometry.js';
import { lineWidth } from './line-width.js';
import { lowestWidths } from './lowest-widths.js';
import { textOf } from './runs.js';
import { sizes } from './sizes.js';
import type { Paragraph, ParagraphRole, Part, Run } from './summary.js';
import { type Cell, unite } from './table-part.js';

const columns = ['label', 'figure', 'stated', 'source', 'place'] as const;
type Column = (typeof columns)[number];
/** Of a cell, both sides together, in points. */
const padding = 6;

/**
 * A row for each figure: both languages in a cell, but the phrase once, since it is in the language of its source. In
 * place of a phrase a computed figure has its formula, and the sources of its parts.
 * @param name of the table, for screen readers
 */
export function annexPart(
  documents: readonly Document[],
  name: string,
  textWidthTwips: number,
): Extract<Part, { readonly kind: 'table' }> {
  const cell = (role: ParagraphRole, runsOf: (document: Document) => readonly Run[]): Cell =>
    unite(
      documents.map((document, side): Paragraph => {
        const { language } = document;
        return { kind: 'paragraph', role, side: side === 0 ? 0 : 1, language, runs: runsOf(document) };
      }),
    );
  const header = columns.map((column) =>
    cell('annexHead', ({ language }) => [
      { kind: 'text', text: languageFor(language).words.annex[column], language },
    ]),
  );
  const [first] = documents as readonly [Document];
  const rows = citedFigures(first).map(({ fact }) =>
    columns.map((column) => {
      const cells = cell('annexCell', (document) => entry(document, fact, column));
      // A phrase is in the language of its source, so it stands there once; a formula is in each language.
      const phrase = column === 'stated' && first.citations.get(fact)?.derivation === undefined;
      return phrase ? cells.slice(0, 1) : cells;
    }),
  );
  return {
    kind: 'table',
    dense: true,
    align: columns.map(() => 'left'),
    header,
    rows,
    widths: widthsOf([header, ...rows], textWidthTwips),
    name,
    description: columns.map((column) => languageFor(first.language).words.annex[column]).join(' · '),
  };
}

/** Twips; the last column takes what rounding left. */
function widthsOf(rows: readonly (readonly Cell[])[], total: number): number[] {
  const texts = rows.map((row) =>
    row.map((cell) => cell.map(({ runs }) => lineWidth(textOf(runs), sizes.annex, false))),
  );
  const points = lowestWidths(texts, total / twipsPerPoint, padding);
  const widths = points.slice(0, -1).map((width) => Math.floor(width * twipsPerPoint));
  return [...widths, total - widths.reduce((sum, width) => sum + width, 0)];
}

function entry(document: Document, fact: FactId, column: Column): Run[] {
  const { language, citations } = document;
  const citation = citations.get(fact);
  if (!citation) return [];
  const own = (text: string): Run => ({ kind: 'text', text, language });
  const { semicolon } = languageFor(language).punctuation;
  switch (column) {
    case 'label':
      return [own(citation.label)];
    case 'figure':
      return [{ kind: 'text', text: citation.text, language, fact }];
    case 'stated':
      if (citation.derivation !== undefined) return [own(`= ${citation.derivation}`)];
      return phrases(citation).flatMap((run, index) => (index === 0 ? [run] : [own(semicolon), run]));
    case 'source': {
      const used = new Set(statementsOf(document, citation).map(({ source }) => source));
      const entries = document.sources.filter(({ id }) => used.has(id));
      return [own(entries.map(({ number, issued }) => `[${number}] ${issued}`).join(semicolon))];
    }
    case 'place': {
      const places = statementsOf(document, citation).flatMap(({ locator }) => locator || []);
      return [own([...new Set(places)].join(semicolon))];
    }
  }
}

/** What the sources print, each wording once, in their languages. */
function phrases({ fact, statements }: Citation): Run[] {
  const wordings = new Map(statements.map(({ stated, language }) => [stated, language]));
  return [...wordings].map(([text, language]) => ({ kind: 'text', text, language, fact }));
}

/** A fact's own; of a computed one those of its parts, however deep. */
function statementsOf(document: Document, citation: Citation, seen = new Set<FactId>()): Statement[] {
  if (seen.has(citation.fact)) return [];
  seen.add(citation.fact);
  if (citation.derivation === undefined) return [...citation.statements];
  return (citation.parts ?? []).flatMap((part) => {
    const behind = document.citations.get(part);
    return behind ? statementsOf(document, behind, seen) : [];
  });
}
