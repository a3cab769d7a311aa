/** Two editions of the small zone, and a deck or summary that tells what changed from one to the other. */
import { compose } from '../../../src/compose/compose.js';
import type { Edition } from '../../../src/compose/edition.js';
import { loadTemplate } from '../../../src/compose/template.js';
import type { Block, Document, Inline } from '../../../src/document/document.js';
import { changesBetween } from '../../../src/facts/changes.js';
import type { Fact, Ledger } from '../../../src/facts/fact.js';
import { snapshotOf } from '../../../src/facts/snapshot.js';
import { ledger, opening, templateFolder, world } from '../fixtures.js';

export type Sketch = Partial<Fact> & { readonly id: string };

export interface Editions {
  readonly before: Ledger;
  readonly now: Ledger;
  readonly edition: Edition;
}

/** @param removed ids of facts that only the first edition has */
export function editions(
  changes: readonly Sketch[],
  rest: {
    removed?: readonly string[];
    before?: Partial<Ledger>;
    now?: Partial<Ledger>;
    number?: number;
    sinceNumber?: number;
  } = {},
): Editions {
  const { removed = [], number = 1, sinceNumber = 1 } = rest;
  const before = { ...ledger(), ...rest.before };
  const later = ledger(changes);
  const facts = new Map([...later.facts].filter(([id]) => !removed.includes(id)));
  const now = { ...later, facts, editionDate: '2026-04-10', ...rest.now };
  const then = snapshotOf(before);
  const date = before.editionDate;
  const edition: Edition = {
    number,
    since: { id: `${date}.${sinceNumber}`, date, number: sinceNumber, sources: then.sources },
    changes: changesBetween(then, snapshotOf(now)),
  };
  return { before, now, edition };
}

/** Uses these facts, tells what changed, and lists the sources. */
export const telling = (facts: readonly string[], word = 'slide'): string =>
  `${opening}::${word}{#uses}\n# Uses\n\n${facts.map((id) => `- {{label "${id}"}}`).join('\n')}

::${word}{#changes}
# Changes since {{since}}

{{changes}}

::${word}{#sources}
# Sources

{{sources}}
`;

export async function composeEditions(
  { now, edition }: Pick<Editions, 'now' | 'edition'>,
  template: string,
  options: { kind?: Document['kind']; language?: string } = {},
): Promise<Document> {
  const { kind = 'deck', language = 'en' } = options;
  const made = world({ [`${kind}.${language}.md.hbs`]: template, 'charts.yaml': '{}' });
  const loaded = await loadTemplate(made, templateFolder);
  const { document, diagnostics } = await compose(made, loaded.template!, now, kind, language, { edition });
  if (!document) throw new Error(JSON.stringify([...loaded.diagnostics, ...diagnostics], undefined, 1));
  return document;
}

export const plain = (content: readonly Inline[]): string =>
  content
    .map((node) => ('children' in node ? plain(node.children) : 'value' in node ? node.value : '\n'))
    .join('');

type Table = Extract<Block, { kind: 'table' }>;

/** The table of a document's changes; undefined where its slide or section was left out. */
export function changesIn({ sections }: Document): Table | undefined {
  const [block] = sections.find(({ id }) => id === 'changes')?.blocks ?? [];
  return block?.kind === 'table' ? block : undefined;
}

export const rowsIn = (document: Document): string[][] =>
  changesIn(document)?.rows.map((row) => row.map(plain)) ?? [];
