/** Layer 2. Evidence looked up in the copy of its source: the phrase, at its locator, with nothing cut off. */
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { Fact, Ledger } from '../facts/fact.js';
import type { EvidenceEntry, Locator } from '../facts/schema.js';
import { shown } from '../facts/spelling.js';
import { asWritten, differences } from './compare.js';
import type { Copy } from './copies.js';
import { type Passage, passagesAt, placeInWords, sectionNumbers, sectionsNamed } from './document.js';
import { type Folded, fold, occurrences } from './fold.js';
import { figureOf, inWords, placeOfStated, readFor } from './read-back.js';
import type { FigureReader } from './reader.js';

/** Where a phrase of evidence stands in a passage of a copy, in UTF-16 offsets. */
export interface Match {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

/** Looks up all evidence from one source. @returns also what was found, which no coverage lists */
export function lookUp(
  ledger: Ledger,
  copy: Copy,
  reader: FigureReader,
): { matches: Match[]; diagnostics: Diagnostic[] } {
  const findings = new Findings();
  const matches: Match[] = [];
  const taken = new Map<string, number>();
  for (const fact of ledger.facts.values()) {
    if (fact.derived) continue;
    fact.evidence.forEach((entry, index) => {
      if (entry.source !== copy.source.id) return;
      const found = find(copy, entry, taken);
      if (!found) findings.add([notThere(fact, index, entry, copy)]);
      else {
        matches.push(found);
        const cut = cutShort(fact, index, entry, found, copy, reader);
        if (cut) findings.add([cut]);
      }
    });
  }
  return { matches, diagnostics: findings.all };
}

/**
 * The place of a phrase at its locator. Two facts that state the same phrase of the same passage take the first and
 * the second of its occurrences there, if there are two.
 */
function find(
  { document }: Copy,
  { stated, locator }: EvidenceEntry,
  taken: Map<string, number>,
): Match | undefined {
  const phrase = fold(stated);
  for (const passage of passagesAt(document, locator)) {
    const found = occurrences(document.passages[passage]!.folded, phrase);
    if (found.length === 0) continue;
    const key = `${passage} ${phrase.text}`;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    return { passage, ...found[Math.min(before, found.length - 1)]! };
  }
  return undefined;
}

function notThere(fact: Fact, index: number, { stated, locator }: EvidenceEntry, copy: Copy): Diagnostic {
  const { document, path } = copy;
  const elsewhere = nearest(copy, fold(stated), locator);
  const wanted = placeInWords(locator);
  if (elsewhere) {
    const section = locator.section !== undefined && sectionsNamed(document, locator.section).length === 0;
    const known = section
      ? `; it has no section ${locator.section}, but ${listed(sectionNumbers(document))}`
      : '';
    return {
      code: 'evidence/elsewhere',
      severity: 'error',
      message: `the evidence of ${fact.id} stands elsewhere in ${path}: ${shown(stated)} is found in ${placeInWords(elsewhere.locator)}, not in ${wanted}${known}`,
      at: fact.evidenceAt?.[index]?.locator ?? fact.at,
      expected: `locator: ${locatorAsWritten(elsewhere.locator)}`,
      hint: 'Mend the locator, unless another place of the source is meant.',
    };
  }
  const inside = document.passages.find(({ folded }) => folded.text.includes(fold(stated).text));
  return {
    code: 'evidence/not-found',
    severity: 'error',
    message: `the evidence of ${fact.id} does not stand in ${path}: ${shown(stated)}`,
    at: placeOfStated(fact, index),
    expected: inside
      ? `all of the number: it stands only inside a longer one, ${shown(around(inside, fold(stated)))}`
      : `the phrase as the source prints it, in ${wanted}`,
    hint: 'Copy the phrase from the source; where it has another edition, look all of its figures up again.',
  };
}

/** The passage with the phrase that stands closest to where it was looked for. */
function nearest({ document }: Copy, phrase: Folded, locator: Locator): Passage | undefined {
  const { passages } = document;
  const [here] = passagesAt(document, { ...locator, paragraph: 1 });
  const meant = (here ?? 0) + (locator.paragraph ?? 0);
  const holding = passages.flatMap(({ folded }, at) => (occurrences(folded, phrase).length > 0 ? [at] : []));
  const [closest] = holding.sort((a, b) => Math.abs(a - meant) - Math.abs(b - meant));
  return closest === undefined ? undefined : passages[closest];
}

/** Whether the source prints more of the figure than the phrase holds: a hedge before it, a digit, a rate. */
function cutShort(
  fact: Fact,
  index: number,
  { stated }: EvidenceEntry,
  { passage, start, end }: Match,
  { document, source, path }: Copy,
  reader: FigureReader,
): Diagnostic | undefined {
  const figure = figureOf(fact);
  if (!figure || !reader.knows(source.language)) return undefined;
  const { text } = document.passages[passage]!;
  const printed = reader.readAll(text, source.language).filter((one) => one.start < end && one.end > start);
  const [whole] = printed;
  if (!whole || printed.length > 1) return undefined;
  const isWhole = whole.start >= start && whole.end <= end;
  const { read, why } = readFor(figure, whole.figure);
  // The words that tell a decline stand around a figure, and are none of it.
  if (isWhole && (why === '' || !differences(figure, read, stated).includes('amount'))) return undefined;
  const phrase = text.slice(Math.min(whole.start, start), Math.max(whole.end, end));
  const differing = differences(figure, read, phrase);
  // What cannot be kept in a fact (about 10 to 15 %, barely 300) may not be cut until it can.
  if (differing.length === 0 && whole.problem !== undefined) {
    return {
      code: 'evidence/cut-short',
      severity: 'error',
      message: `the evidence of ${fact.id} leaves out what ${path} prints around ${shown(stated)}: ${shown(phrase)} is ${whole.problem}`,
      at: placeOfStated(fact, index),
      expected: 'a phrase that says what the source says',
      hint: 'Take another place of the source, or write a statement in place of the figure.',
    };
  }
  if (differing.length === 0) return undefined;
  const { qualifier, ...quantity } = read;
  return {
    code: 'evidence/cut-short',
    severity: 'error',
    message:
      `the evidence of ${fact.id} leaves out what ${path} prints around ${shown(stated)} (${inWords(differing)}): ` +
      `${shown(phrase)} reads as ${asWritten(quantity, qualifier)}, the fact is ${asWritten(figure.quantity, figure.qualifier)}`,
    at: placeOfStated(fact, index),
    expected: isWhole ? 'an amount below zero' : `stated: ${phrase}`,
    hint: `Copy the whole phrase, and mend ${inWords(differing)} of the fact.${why}`,
  };
}

function around({ folded }: Passage, phrase: Folded): string {
  const at = folded.text.indexOf(phrase.text);
  return folded.text.slice(Math.max(0, at - 8), at + phrase.text.length + 8);
}

function locatorAsWritten({ section, paragraph }: Locator): string {
  const parts = [
    section !== undefined && `section: ${JSON.stringify(section)}`,
    paragraph !== undefined && `paragraph: ${paragraph}`,
  ];
  return `{ ${parts.filter(Boolean).join(', ')} }`;
}

function listed(sections: readonly string[]): string {
  if (sections.length === 0) return 'none at all';
  return sections.length > 12 ? `${sections.slice(0, 12).join(', ')} …` : sections.join(', ');
}
