/** Layer 3. What all readers of Markdown nodes share. */
import type { Nodes, RootContent } from 'mdast';
import type { Diagnostic, Findings, Place } from '../../diagnostic.js';
import type { ChartSpec } from '../../document/chart.js';
import type { Block, Document, EmbeddedImage, SourceEntry } from '../../document/document.js';
import type { FactId } from '../../facts/fact.js';
import type { InFull } from '../../language/beside.js';
import type { Language } from '../../language/language.js';
import type { Memory } from '../../memory.js';
import type { Rendered } from '../rendered.js';
import type { BlockToken } from '../token.js';

export interface Reading {
  readonly kind: Document['kind'];
  readonly language: Language;
  readonly rendered: Rendered;
  readonly findings: Findings;
  readonly memory?: Memory | undefined;
  readonly sources: readonly SourceEntry[];
  /** Where `{{changes}}` stands: what is told there is known once the facts of all sections are. */
  readonly changes: Set<Block>;
  /** A fact's figure in full, as in a sentence, with currency and noun; undefined for facts without one. */
  inFull(fact: FactId): InFull | undefined;
  /** The chart that a token asks for; undefined where it has a fault, which is reported. */
  chart(token: BlockToken): ChartSpec | undefined;
  /** The picture at a path, read beforehand; undefined where it is refused, which is reported. */
  image(path: string): EmbeddedImage | undefined;
}

/** Where blocks may stand decides which may. */
export type Container = 'section' | 'column' | 'notes' | 'item' | 'quote';

export type ReadBlocks = (reading: Reading, nodes: readonly RootContent[], container: Container) => Block[];

/** Reads one kind of node; gets `readBlocks` for what is inside it. Undefined: nothing is left, or it is reported. */
export type BlockHandler<Kind extends RootContent['type']> = (
  reading: Reading,
  node: Extract<RootContent, { type: Kind }>,
  container: Container,
  readBlocks: ReadBlocks,
) => Block | undefined;

type Located = Pick<Nodes, 'position'>;

export function startOf(node: Located): number {
  return node.position?.start.offset ?? 0;
}

/** The Markdown a node was read from, tokens and all. */
export function sourceOf(reading: Reading, node: Located): string {
  return reading.rendered.text.slice(startOf(node), node.position?.end.offset ?? 0);
}

/** The place of a block: file and line suffice, its excerpt is the template's. */
export function placeOfNode(reading: Reading, node: Located): Place {
  return reading.rendered.placeAt(startOf(node));
}

export function report(
  reading: Reading,
  at: Located | number,
  code: string,
  message: string,
  rest: Pick<Diagnostic, 'expected' | 'hint'> = {},
): void {
  const offset = typeof at === 'number' ? at : startOf(at);
  reading.findings.error(`template/${code}`, message, { at: reading.rendered.placeAt(offset), ...rest });
}
