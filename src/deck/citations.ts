/** Layer 3. Which facts stand on a slide, and what is said about them: the source line and the evidence in the notes. */
import { factsOf } from '../document/chart.js';
import type { Block, Citation, Document, Section, SourceEntry, Statement } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import type { Language } from '../language/language.js';
import { factsIn } from './inline.js';
import type { NoteLine } from './model.js';

function factsInBlock(block: Block): FactId[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return factsIn(block.content);
    case 'list':
      return block.items.flat().flatMap(factsInBlock);
    case 'quote':
      return block.blocks.flatMap(factsInBlock);
    case 'table':
      return [block.header, ...block.rows].flat().flatMap(factsIn);
    case 'tiles':
      return block.tiles.flatMap((tile) => [...factsIn(tile.value), ...factsIn(tile.label)]);
    case 'process':
    case 'timeline':
      return block.steps.flatMap((step) => [...factsIn(step.title), ...factsIn(step.body)]);
    case 'columns':
      return block.columns.flatMap((column) => [
        ...factsIn(column.title),
        ...column.blocks.flatMap(factsInBlock),
      ]);
    case 'chart':
      return factsOf(block.chart);
    case 'image':
      return block.altFigures.map(({ fact }) => fact);
    case 'sources':
    case 'evidence':
      return [];
  }
}

/** The facts a section shows, charts included, each once, in the order in which they appear. */
export function factsOnSlide(section: Section): FactId[] {
  return [...new Set([...factsIn(section.title), ...section.blocks.flatMap(factsInBlock)])];
}

/** The statements a fact rests on: its own, and those of the parts of a derived one. */
function statementsBehind(fact: FactId, document: Document, seen = new Set<FactId>()): Statement[] {
  const citation = document.citations.get(fact);
  if (!citation || seen.has(fact)) return [];
  seen.add(fact);
  const ofParts = (citation.parts ?? []).flatMap((part) => statementsBehind(part, document, seen));
  return [...citation.statements, ...ofParts];
}

/** The sources of facts, each once, in the order of their numbers. */
export function sourcesOf(facts: readonly FactId[], document: Document): SourceEntry[] {
  const used = new Set(facts.flatMap((fact) => statementsBehind(fact, document)).map(({ source }) => source));
  return document.sources.filter(({ id }) => used.has(id)).sort((a, b) => a.number - b.number);
}

/** Numbers as they stand in the list of sources, neighbours joined: "[1]–[5], [8]". */
function references(numbers: readonly number[], comma: string): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (from === to ? `[${from}]` : `[${from}]${to === from + 1 ? comma : '–'}[${to}]`))
    .join(comma);
}

/** What stands behind facts, and behind the parts of derived ones: all that is said about them but the sources. */
export function citationsBehind(facts: readonly FactId[], document: Document): Citation[] {
  const found = new Map<FactId, Citation>();
  const add = (fact: FactId): void => {
    const citation = document.citations.get(fact);
    if (!citation || found.has(fact)) return;
    found.set(fact, citation);
    for (const part of citation.parts ?? []) add(part);
  };
  for (const fact of facts) add(fact);
  return [...found.values()];
}

const lists = ({ blocks }: Section): boolean => blocks.some(({ kind }) => kind === 'sources');
const listing = new WeakMap<readonly Section[], boolean>();

/** Whether a deck has a list of its sources. Every slide asks. */
export function listsSources({ sections }: Document): boolean {
  const known = listing.get(sections) ?? sections.some(lists);
  listing.set(sections, known);
  return known;
}

/**
 * "Sources: PEdaily, 19 January 2026; GlobeNewswire, 22 December 2025", then shorter forms of it for a slide with many
 * sources: without days, then with fewer publishers and with the numbers of all in the deck's list of sources, where it
 * has one. None where no fact has a source.
 */
export function sourceLines(facts: readonly FactId[], document: Document, language: Language): string[] {
  const entries = sourcesOf(facts, document);
  if (entries.length === 0) return [];
  const { comma, semicolon, space, colon } = language.punctuation;
  const { andOthers, source, sources } = language.words;
  const word = entries.length > 1 ? sources : source;
  const line = (named: string): string => `${word}${colon}${named}`;
  const publishers = [...new Set(entries.map(({ publisher }) => publisher))];
  const whole = [
    line(entries.map((entry) => `${entry.publisher}${comma}${entry.issued}`).join(semicolon)),
    line(publishers.join(semicolon)),
  ];
  if (!listsSources(document)) return whole;
  const numbers = references(
    entries.map(({ number }) => number),
    comma,
  );
  const shorter = publishers.slice(0, -1).map((_, left) => {
    const first = publishers.slice(0, publishers.length - 1 - left);
    return line(`${first.join(semicolon)}${andOthers}${space}${numbers}`);
  });
  return [...whole, ...shorter, line(numbers)];
}

/**
 * The evidence of facts, a line each, below a heading:
 *
 *     Evidence
 *     Committed capital: RMB 28.66 billion – stated as “286.6亿元”, PEdaily, section 04, paragraph 3
 *
 * A derived fact names its formula; the statements of its parts follow, indented.
 */
export function evidenceNotes(facts: readonly FactId[], document: Document, language: Language): NoteLine[] {
  if (facts.length === 0) return [];
  const { punctuation: marks, words } = language;
  const publisher = new Map(document.sources.map((entry) => [entry.id, entry.publisher]));
  const statement = (fact: FactId, { stated, source, locator }: Statement, index: number): NoteLine => {
    const quoted = language.quote(stated);
    const start = quoted.indexOf(stated);
    const place = `${marks.comma}${publisher.get(source) ?? source}${marks.comma}${locator}`;
    return [
      { text: `${index > 0 ? marks.semicolon : ''}${words.statedAs}${marks.space}${quoted.slice(0, start)}` },
      { text: stated, fact },
      { text: `${quoted.slice(start + stated.length)}${place}` },
    ];
  };
  const lineOf = (citation: Citation): NoteLine => {
    const { derivation, fact } = citation;
    const said: NoteLine = derivation
      ? [{ text: `${words.derivedAs}${marks.beforeFormula}${derivation}` }]
      : citation.statements.flatMap((each, index) => statement(fact, each, index));
    const time = citation.time ? `${marks.open}${citation.time}${marks.close}` : '';
    const note = citation.note ? `${marks.semicolon}${words.note}${marks.colon}${citation.note}` : '';
    // An event without a date has nothing but its name: not "Opening: Opening".
    const label = citation.label === citation.text ? '' : `${citation.label}${marks.colon}`;
    return [
      { text: label },
      { text: citation.text, fact },
      { text: `${time}${said.length > 0 ? marks.dash : ''}` },
      ...said,
      { text: note },
    ];
  };
  const lines: NoteLine[] = [];
  const told = new Set<FactId>();
  const tell = (fact: FactId, depth: number): void => {
    const citation = document.citations.get(fact);
    if (!citation || told.has(fact)) return;
    told.add(fact);
    const indent = `${'  '.repeat(depth)}${depth > 0 ? '– ' : ''}`;
    lines.push([{ text: indent }, ...lineOf(citation)].filter(({ text }) => text !== ''));
    for (const part of citation.parts ?? []) tell(part, depth + 1);
  };
  for (const fact of facts) tell(fact, 0);
  return [[{ text: words.evidence }], ...lines];
}
