/** Layer 3. Hands out footnotes in the order in which the model asks for them, which is the order of the page. */
import type { Document } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import { type Anchor, type Anchors, anchorsOf } from './anchors.js';
import { evidenceRuns } from './evidence.js';
import type { Footnote, Run } from './summary.js';

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
