/** Layer 3. Hands out footnotes in the order in which the model asks for them, which is the order of the page. */
import type { Document } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import { type Anchor, type Anchors, anchorsOf } from './anchors.js';
import { evidenceRuns } from './evidence.js';
import type { Content, Footnote, Paragraph, Part, Run } from './summary.js';

/** Footnotes of languages that face each other, or of one: numbered through. */
export class Footnotes {
  readonly sides: readonly SideNotes[];

  /** @param paragraphs of what stands before; grows */
  constructor(
    documents: readonly Document[],
    readonly paragraphs: Footnote[] = [],
  ) {
    this.sides = documents.map(
      (document, side) => new SideNotes(document, side === 0 ? 0 : 1, anchorsOf(document), this.paragraphs),
    );
  }
}

/** The footnotes of one language. */
export class SideNotes {
  readonly #document: Document;
  readonly #side: 0 | 1;
  readonly #anchors: Anchors;
  readonly #paragraphs: Footnote[];
  readonly #used = new Set<Anchor>();
  readonly #named = new Set<string>();

  constructor(document: Document, side: 0 | 1, anchors: Anchors, paragraphs: Footnote[]) {
    this.#document = document;
    this.#side = side;
    this.#anchors = anchors;
    this.#paragraphs = paragraphs;
  }

  /** The facts whose evidence is due at this node of the Document; each is due once. */
  due(node: Anchor): readonly FactId[] {
    if (this.#used.has(node)) return [];
    this.#used.add(node);
    return this.#anchors.get(node) ?? [];
  }

  /** Makes the footnote of these facts. @returns the reference to it: one run, or none without facts */
  referenceTo(facts: readonly FactId[]): Run[] {
    const { language } = this.#document;
    const runs = evidenceRuns(this.#document, facts, this.#named);
    if (runs.length === 0) return [];
    this.#paragraphs.push({ kind: 'paragraph', role: 'footnote', side: this.#side, language, runs, facts });
    return [{ kind: 'note', number: this.#paragraphs.length, language }];
  }
}

/**
 * Footnotes numbered in the order of the page, once charts have found their places there.
 * @param documents in whose words the footnotes are
 * @returns the same parts and footnotes, where nothing has moved
 */
export function inOrder(
  parts: readonly Part[],
  footnotes: readonly Footnote[],
  documents: readonly Document[],
): { parts: readonly Part[]; footnotes: readonly Footnote[] } {
  const order = [...new Set(parts.flatMap(referencesIn))];
  if (order.every((number, index) => number === index + 1)) return { parts, footnotes };
  const numbers = new Map(order.map((old, index) => [old, index + 1]));
  const renumbered = (run: Run): Run =>
    run.kind === 'note' ? { ...run, number: numbers.get(run.number) ?? run.number } : run;
  // Which of them is the first to name a source in full may be another one now.
  const named = new Map(documents.map(({ language }) => [language, new Set<string>()]));
  return {
    parts: parts.map((part) => withRuns(part, renumbered)),
    footnotes: order.flatMap((old) => {
      const note = footnotes[old - 1];
      const document = documents.find(({ language }) => language === note?.language);
      if (!note || !document) return note ?? [];
      return { ...note, runs: evidenceRuns(document, note.facts, named.get(note.language) ?? new Set()) };
    }),
  };
}

function referencesIn(part: Part): number[] {
  const found: number[] = [];
  withRuns(part, (run) => {
    if (run.kind === 'note') found.push(run.number);
    return run;
  });
  return found;
}

/** The part with each run of it in another's place, from the first to the last. Headings and fronts have no references. */
function withRuns(part: Part, replace: (run: Run) => Run): Part {
  const paragraph = (one: Paragraph): Paragraph => ({ ...one, runs: one.runs.map(replace) });
  const content = (one: Content): Content => (one.kind === 'paragraph' ? paragraph(one) : one);
  switch (part.kind) {
    case 'facing':
      return {
        ...part,
        rows: part.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(content)) })),
      };
    case 'table':
      return { ...part, rows: part.rows.map((row) => row.map((cell) => cell.map(paragraph))) };
    case 'strip':
      return { ...part, rows: part.rows.map((row) => row.map((cell) => cell.map(paragraph))) };
    case 'full':
      return { ...part, content: part.content.map(content) };
    case 'heading':
    case 'front':
      return part;
  }
}
