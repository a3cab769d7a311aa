/**
 * Layer 3. The documents of one kind must say the same in every language: the same sections in the same order, in each
 * the same facts, printed as figures or named, and blocks of the same kinds, so that a bilingual summary can set them row
 * by row. The order of facts within a section follows each language's own order of words.
 */
import type { Diagnostic, Place } from '../diagnostic.js';
import type { Block, Document, Section } from '../document/document.js';
import { isFigure } from '../document/figures.js';
import type { FactId } from '../facts/fact.js';
import { factsInSection, printedIn } from './citations.js';

/** Compares each document with the first. Of one kind all of them; of one or none there is nothing to say. */
export function checkParity(documents: readonly Document[]): Diagnostic[] {
  const [first, ...others] = documents;
  return first ? others.flatMap((other) => compare(first, other)) : [];
}

function compare(first: Document, other: Document): Diagnostic[] {
  const found: Diagnostic[] = [];
  const [front, otherFront] = [frontOf(first), frontOf(other)];
  if (front && otherFront)
    found.push(...compareFacts([first, front], [other, otherFront], 'the front matter'));
  const theirs = new Map(other.sections.map((section) => [section.id, section]));
  const ours = new Map(first.sections.map((section) => [section.id, section]));
  for (const section of first.sections) {
    const match = theirs.get(section.id);
    if (match) found.push(...compareSections([first, section], [other, match]));
    else found.push(missing(section, first, other));
  }
  for (const section of other.sections) if (!ours.has(section.id)) found.push(missing(section, other, first));
  const common = (sections: readonly Section[]): string[] =>
    sections.map(({ id }) => id).filter((id) => ours.has(id) && theirs.has(id));
  const [order, otherOrder] = [common(first.sections), common(other.sections)];
  const moved = order.findIndex((id, index) => id !== otherOrder[index]);
  if (moved >= 0) {
    const at = theirs.get(otherOrder[moved]!)!.at;
    found.push({
      code: 'parity/order',
      severity: 'error',
      message: `"${otherOrder[moved]}" stands where ${first.language} has "${order[moved]}"`,
      at,
      expected: `the order of ${first.language} (${placeText(ours.get(order[moved]!)!.at)})`,
    });
  }
  return found;
}

function missing(section: Section, has: Document, lacks: Document): Diagnostic {
  const file = lacks.sections[0]?.at.file;
  return {
    code: 'parity/missing-section',
    severity: 'error',
    message: `"${section.id}" stands in ${has.language} only${file ? `; ${file} does not have it` : ''}`,
    at: section.at,
    expected: `a section with the id "${section.id}" in ${lacks.language}, too`,
    hint: `write it in ${lacks.language}, or delete it here`,
  };
}

/** Title and subtitle as a part of the document, at the head of its file. */
function frontOf({ title, subtitle, sections }: Document): Part | undefined {
  const file = sections[0]?.at.file;
  return file === undefined
    ? undefined
    : { title: [...title, ...subtitle], blocks: [], notes: [], at: { file, line: 1 } };
}

type Part = Pick<Section, 'title' | 'blocks' | 'notes' | 'at'>;
type Side = readonly [document: Document, section: Section];

function compareSections([first, section]: Side, [other, match]: Side): Diagnostic[] {
  const found: Diagnostic[] = [];
  found.push(...compareFacts([first, section], [other, match], `"${section.id}"`));
  if (section.layout !== match.layout) {
    found.push({
      code: 'parity/layout',
      severity: 'error',
      message: `"${section.id}" has layout ${match.layout ?? '(none)'} in ${other.language}, ${section.layout ?? '(none)'} in ${first.language}`,
      at: match.at,
      expected: `the layout of ${placeText(section.at)}`,
    });
  }
  const difference = firstDifference(section.blocks, match.blocks);
  if (difference) {
    const { our, their } = difference;
    found.push({
      code: 'parity/structure',
      severity: 'error',
      message: `"${section.id}" has ${their ? describe(their) : 'nothing more'} in ${other.language} where ${first.language} has ${our ? describe(our) : 'nothing more'}`,
      at: their?.at ?? match.at,
      expected: our
        ? `${describe(our)} as in ${placeText(our.at)}`
        : `nothing more, as in ${placeText(section.at)}`,
      hint: 'the languages are set side by side, block by block',
    });
  }
  return found;
}

/** @param name of the part, as messages have it */
function compareFacts(
  [first, part]: readonly [Document, Part],
  [other, match]: readonly [Document, Part],
  name: string,
): Diagnostic[] {
  const places = { at: match.at, expected: `the facts of ${placeText(part.at)}` };
  const facts = difference(factsInSection(part), factsInSection(match));
  const found: Diagnostic[] = [];
  if (facts.left.length + facts.right.length > 0) {
    found.push({
      code: 'parity/facts',
      severity: 'error',
      message: `${name} rests on other facts in ${other.language} than in ${first.language}: ${alone(facts)}`,
      ...places,
      hint: 'say the same in both languages; what stands in notes, tables, charts and alternative texts counts',
    });
  }
  const used = new Set([...facts.left, ...facts.right]);
  const { left, right } = difference(printedFigures(first, part), printedFigures(other, match), used);
  // A sentence or name with digits of its own, Zero2IPO, need have none in another language: 清科创业.
  const figures = {
    left: left.filter((id) => !printsText(other, match, id)),
    right: right.filter((id) => !printsText(first, part, id)),
  };
  if (figures.left.length + figures.right.length > 0) {
    found.push({
      code: 'parity/figures',
      severity: 'error',
      message: `${name} prints other figures in ${other.language} than in ${first.language}: ${alone(figures)}`,
      ...places,
      hint: 'the other language only names them, as with {{label}}: print the figure with {{fact}} in both or in neither',
    });
  }
  return found;

  function alone({ left, right }: { left: readonly FactId[]; right: readonly FactId[] }): string {
    return [
      left.length > 0 ? `${first.language} alone has ${left.join(', ')}` : '',
      right.length > 0 ? `${other.language} alone has ${right.join(', ')}` : '',
    ]
      .filter(Boolean)
      .join('; ');
  }
}

/** What each has that the other lacks, each once. */
function difference(
  ours: readonly FactId[],
  theirs: readonly FactId[],
  except: ReadonlySet<FactId> = new Set(),
): { left: FactId[]; right: FactId[] } {
  const only = (some: readonly FactId[], others: readonly FactId[]): FactId[] =>
    [...new Set(some)].filter((id) => !others.includes(id) && !except.has(id));
  return { left: only(ours, theirs), right: only(theirs, ours) };
}

/** The facts whose figure a part prints, not only their name. */
function printedFigures({ citations }: Document, part: Part): FactId[] {
  return printedIn(part)
    .filter(({ fact, text }) => {
      const citation = citations.get(fact);
      return citation !== undefined && isFigure(text, citation);
    })
    .map(({ fact }) => fact);
}

/** Whether a part prints what a fact says in words: a sentence in full, members of a roster. */
function printsText({ citations }: Document, part: Part, id: FactId): boolean {
  const { kind, label, name, text: full } = citations.get(id) ?? {};
  return printedIn(part).some(
    ({ fact, text }) =>
      fact === id && (text === full || (kind === 'roster' && text !== label && text !== name)),
  );
}

function firstDifference(
  ours: readonly Block[],
  theirs: readonly Block[],
): { our?: Block; their?: Block } | undefined {
  for (let index = 0; index < Math.max(ours.length, theirs.length); index += 1) {
    const [our, their] = [ours[index], theirs[index]];
    if (!our || !their || shapeOf(our) !== shapeOf(their))
      return { ...(our && { our }), ...(their && { their }) };
  }
  return undefined;
}

/** What must agree for two blocks to face each other: kind and number of parts, never their text. */
function shapeOf(block: Block): string {
  const inside = (blocks: readonly Block[]): string => `[${blocks.map(shapeOf).join(' ')}]`;
  switch (block.kind) {
    case 'heading':
      return `heading ${block.level}`;
    case 'list':
      return `list ${block.ordered} ${block.items.map(inside).join('')}`;
    case 'quote':
      return `quote ${inside(block.blocks)}`;
    case 'columns':
      return `columns ${block.columns.map((column) => inside(column.blocks)).join('')}`;
    case 'chart':
      return `chart ${block.chart.id}`;
    default:
      return describe(block);
  }
}

/** A block in words, with what `shapeOf` compares of it. */
function describe(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `a heading of level ${block.level}`;
    case 'list': {
      const parts = block.items.map((item) => item.map(({ kind }) => kind).join('+'));
      const plain = parts.every((part) => part === 'paragraph');
      return `${block.ordered ? 'a numbered' : 'a'} list of ${block.items.length}${plain ? '' : ` (${parts.join(', ')})`}`;
    }
    case 'table':
      return `a table of ${block.header.length} columns and ${block.rows.length} rows`;
    case 'tiles':
      return `${block.tiles.length} tiles`;
    case 'process':
      return `a process of ${block.steps.length} steps`;
    case 'timeline':
      return `a timeline of ${block.steps.length} events`;
    case 'columns': {
      const parts = block.columns.map(({ blocks }) => blocks.map(describe).join(', ') || 'nothing');
      return `${block.columns.length} columns (${parts.join(' | ')})`;
    }
    case 'chart':
      return `the chart "${block.chart.id}"`;
    case 'quote':
      return `a quotation (${block.blocks.map(describe).join(', ')})`;
    case 'sources':
      return 'the list of sources';
    case 'evidence':
      return 'the evidence of all figures';
    default:
      return `a${block.kind === 'image' ? 'n' : ''} ${block.kind}`;
  }
}

function placeText(at: Place): string {
  return [at.file, at.line].filter((part) => part !== undefined).join(':');
}
