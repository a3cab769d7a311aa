/** Layer 3. What stands behind the facts of a document, in its language. */

import { dataOf } from '../document/chart.js';
import type { Block, Citation, Inline, Section, SourceEntry } from '../document/document.js';
import type { Fact, FactId, Ledger } from '../facts/fact.js';
import type { Labels } from '../facts/schema.js';
import type { Language } from '../language/language.js';
import { HelperError, type Setting, writeFact } from './fact-text.js';

/** All sources, numbered from 1 in the order of sources.yaml. */
export function sourceEntries(ledger: Ledger, language: Language): SourceEntry[] {
  return [...ledger.sources.values()].map((source, index) => ({
    id: source.id,
    number: index + 1,
    publisher: source.publisher,
    title: source.title,
    language: source.language,
    issued: language.writeDate(source.issued),
    url: source.url,
  }));
}

/** What a fact gave to a text: its figure, its name, its note. */
export interface Printed {
  readonly fact: FactId;
  readonly text: string;
}

function printedInInlines(inlines: readonly Inline[]): Printed[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'figure') return [{ fact: inline.fact, text: inline.value }];
    return 'children' in inline ? printedInInlines(inline.children) : [];
  });
}

function printedInBlock(block: Block): Printed[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return printedInInlines(block.content);
    case 'list':
      return block.items.flat().flatMap(printedInBlock);
    case 'quote':
      return block.blocks.flatMap(printedInBlock);
    case 'table':
      return [...block.header, ...block.rows.flat()].flatMap(printedInInlines);
    case 'tiles':
      return block.tiles.flatMap((tile) => printedInInlines([...tile.value, ...tile.label]));
    case 'process':
    case 'timeline':
      return block.steps.flatMap((step) => printedInInlines([...step.title, ...step.body]));
    case 'columns':
      return block.columns.flatMap((column) => [
        ...printedInInlines(column.title),
        ...column.blocks.flatMap(printedInBlock),
      ]);
    case 'chart':
      return dataOf(block.chart).map(({ fact, text }) => ({ fact, text }));
    case 'image':
      return [...block.altFigures];
    case 'sources':
    case 'evidence':
      return [];
  }
}

/** All that facts gave to a section, charts, alternative texts and notes included, in order. */
export function printedIn({ title, blocks, notes }: Pick<Section, 'title' | 'blocks' | 'notes'>): Printed[] {
  return [...printedInInlines(title), ...[...blocks, ...notes].flatMap(printedInBlock)];
}

/** Every fact of the inline content, in order. */
export function factsInInlines(inlines: readonly Inline[]): FactId[] {
  return printedInInlines(inlines).map(({ fact }) => fact);
}

/** Every fact of a section, in order. */
export function factsInSection(section: Pick<Section, 'title' | 'blocks' | 'notes'>): FactId[] {
  return printedIn(section).map(({ fact }) => fact);
}

/** These facts in this order, each followed by the parts of derived ones, each once. */
export function cited({ facts }: Pick<Ledger, 'facts'>, used: Iterable<FactId>): Set<FactId> {
  const ids = new Set<FactId>();
  const add = (id: FactId): void => {
    const fact = facts.get(id);
    if (!fact || ids.has(id)) return;
    ids.add(id);
    for (const part of fact.derived?.parts ?? []) add(part);
  };
  for (const id of used) add(id);
  return ids;
}

/** By language and id: a deck and a summary cite mostly the same facts. */
const known = new WeakMap<Ledger, Map<string, Citation>>();

/** The citations of all facts that are `cited`. */
export function cite({ ledger, language }: Setting, used: Iterable<FactId>): Map<FactId, Citation> {
  const citations = known.get(ledger) ?? new Map<string, Citation>();
  known.set(ledger, citations);
  const citation = (id: FactId): Citation => {
    const key = `${language.tag} ${id}`;
    const made = citations.get(key) ?? citationOf({ ledger, language }, ledger.facts.get(id)!);
    citations.set(key, made);
    return made;
  };
  return new Map([...cited(ledger, used)].map((id) => [id, citation(id)]));
}

/** What citing takes: the facts that a formula names, and the sources. */
export interface Citing {
  readonly language: Language;
  readonly ledger: Pick<Ledger, 'facts' | 'sources'>;
}

/** The citation of one fact, without those of its parts. */
export function citationOf(setting: Citing, fact: Fact): Citation {
  const { language, ledger } = setting;
  const inLanguage = (labels: Labels | undefined): string | undefined =>
    labels && Object.hasOwn(labels, language.tag) ? labels[language.tag] : undefined;
  const label = inLanguage(fact.label) ?? fact.id;
  return {
    fact: fact.id,
    kind: fact.kind,
    label,
    text: textOf(setting, fact, label),
    statements: fact.evidence.map(({ source, locator, stated }) => ({
      stated,
      language: ledger.sources.get(source)?.language ?? language.tag,
      source,
      locator: language.writeLocator(locator),
    })),
    time: timeOf(fact, language),
    note: inLanguage(fact.note),
    ...(fact.derived && {
      derivation: derivation(fact.derived.formula, (id) => inLanguage(ledger.facts.get(id)?.label) ?? id),
      parts: fact.derived.parts,
    }),
  };
}

/** As prose writes it; of a fact that has nothing but its name (an event without date), the name. */
function textOf(setting: Pick<Setting, 'language'>, fact: Fact, label: string): string {
  try {
    return writeFact(setting, fact, { style: 'prose' });
  } catch (error) {
    if (error instanceof HelperError) return label;
    throw error;
  }
}

/** The period a figure covers, or the day it held. */
export function timeOf(fact: Fact, language: Language): string | undefined {
  if (fact.period !== undefined) return language.writeDate(fact.period);
  return fact.asOf === undefined ? undefined : language.words.asOf(language.writeDate(fact.asOf));
}

const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−', '+': '+' };

/** "funds.paid-in / funds.committed" with labels for ids: "Paid-in capital ÷ Committed capital". */
export function derivation(formula: string, labelOf: (id: FactId) => string): string {
  return formula.replace(/[a-z][a-z0-9.-]*|[*/+-]/g, (part) => signs[part] ?? labelOf(part));
}
