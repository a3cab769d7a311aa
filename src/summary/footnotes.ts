/** Layer 3. Hands out footnotes in the order in which the model asks for them, which is the order of the page. */
import type { Document } from '../document/document.js';
import { type Anchor, type Anchors, anchorsOf } from './anchors.js';
import { evidenceRuns } from './evidence.js';
import type { Paragraph, Run } from './summary.js';

/** Footnotes of a whole summary: numbered through both languages. */
export class Footnotes {
  readonly paragraphs: Paragraph[] = [];
  readonly sides: readonly SideNotes[];

  constructor(documents: readonly Document[]) {
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
  readonly #paragraphs: Paragraph[];
  readonly #used = new Set<Anchor>();

  constructor(document: Document, side: 0 | 1, anchors: Anchors, paragraphs: Paragraph[]) {
    this.#document = document;
    this.#side = side;
    this.#anchors = anchors;
    this.#paragraphs = paragraphs;
  }

  /** The reference to set behind a node of the Document: one run, or none where the node carries no footnote. */
  referenceAt(node: Anchor): Run[] {
    const facts = this.#anchors.get(node);
    if (!facts || this.#used.has(node)) return [];
    this.#used.add(node);
    const { language } = this.#document;
    const runs = evidenceRuns(this.#document, facts);
    if (runs.length === 0) return [];
    this.#paragraphs.push({ kind: 'paragraph', role: 'footnote', side: this.#side, language, runs });
    return [{ kind: 'note', number: this.#paragraphs.length, language }];
  }
}
