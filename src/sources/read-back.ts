/** Layer 2. Evidence read back: what a phrase says must be what its fact says. Needs no copy of the source. */
import type { Diagnostic } from '../diagnostic.js';
import { Findings, type Place } from '../diagnostic.js';
import type { Fact, Ledger } from '../facts/fact.js';
import type { EvidenceEntry, LanguageTag } from '../facts/schema.js';
import { shown } from '../facts/spelling.js';
import {
  asWritten,
  type Difference,
  differences,
  type FactFigure,
  isBoundedDecline,
  withSign,
} from './compare.js';
import { agrees, isAsPrecise, readDates, writtenDate } from './dates.js';
import { countOf } from './numbering.js';
import type { FigureReader, ReadQuantity } from './reader.js';

/**
 * Reads every `stated` of a figure, the dates in those of an event, and the ordinals of a ranking that are no words.
 * Rosters and statements state no figure of their own; they are found in the copy of the source, where there is one.
 */
export function readBack(ledger: Ledger, reader: FigureReader): Diagnostic[] {
  const findings = new Findings();
  for (const fact of ledger.facts.values()) {
    if (fact.derived) continue;
    const figure = figureOf(fact);
    fact.evidence.forEach((entry, index) => {
      const language = ledger.sources.get(entry.source)?.language;
      if (language === undefined) return;
      const at = placeOfStated(fact, index);
      if (figure && reader.knows(language))
        checkPhrase({ fact, figure, entry, language, at }, reader, findings);
      else if (fact.date !== undefined) checkDates(fact, entry, language, at, findings);
      else if (fact.rank !== undefined) checkRank(fact, entry, at, findings);
    });
    checkDated(fact, ledger, findings);
  }
  findings.add(unreadLanguages(ledger, reader));
  return findings.all;
}

/** The figure of a fact that has one: of a quantity, share, growth or class. */
export function figureOf({ kind, quantity, qualifier }: Fact): FactFigure | undefined {
  return quantity && qualifier && { quantity, qualifier, isGrowth: kind === 'growth' };
}

/** As it is compared with the figure of a fact, and what is added to a finding where words gave it its minus. */
export function readFor(figure: FactFigure, printed: ReadQuantity): { read: ReadQuantity; why: string } {
  const read = figure.isGrowth ? withSign(printed) : printed;
  const why = read === printed ? '' : ' A decline is a growth below zero.';
  return { read, why };
}

export const placeOfStated = (fact: Fact, index: number): Place =>
  fact.evidenceAt?.[index]?.stated ?? fact.at;

/** "qualifier and unit" */
export const inWords = (keys: readonly Difference[]): string => keys.join(' and ');

interface Phrase {
  readonly fact: Fact;
  readonly figure: FactFigure;
  readonly entry: EvidenceEntry;
  readonly language: LanguageTag;
  readonly at: Place;
}

function checkPhrase(
  { fact, figure, entry, language, at }: Phrase,
  reader: FigureReader,
  findings: Findings,
) {
  const { stated } = entry;
  const read = reader.readOne(stated, language);
  if ('error' in read) {
    findings.error(
      'evidence/unread',
      `the evidence of ${fact.id} cannot be read as a figure: ${read.error}`,
      {
        at,
        expected: `a phrase that says ${asWritten(figure.quantity, figure.qualifier)}`,
        hint: 'Copy the figure alone, hedge and unit included; what states no figure is a statement or an event.',
      },
    );
    return;
  }
  if (figure.isGrowth && isBoundedDecline(read)) {
    findings.error(
      'evidence/unread',
      `the evidence of ${fact.id} cannot be kept as a figure: ${shown(stated)} is a decline with a bound (${read.qualifier}), and of an amount below zero a bound can be taken in two ways`,
      {
        at,
        expected: 'the rate of a decline alone, with "about", or as a range',
        hint: 'Look for the rate itself in the source, or write a statement in place of the figure.',
      },
    );
    return;
  }
  const differing = differences(figure, read, stated);
  if (differing.length === 0) return;
  const { read: said, why } = readFor(figure, read);
  const { qualifier, ...quantity } = said;
  findings.error(
    'evidence/differs',
    `${fact.id} is not what its evidence says (${inWords(differing)}): ${shown(stated)} reads as ` +
      `${asWritten(quantity, qualifier)}, the fact is ${asWritten(figure.quantity, figure.qualifier)}`,
    {
      at,
      expected: 'the same figure in both, hedge included',
      hint: `Mend ${inWords(differing)} of the fact, or copy the phrase again from the source.${why}`,
    },
  );
}

/** Ordinals in digits, and 第三; those in words (erste, 首个) are not read. */
const ordinal =
  /第\s?(\d{1,4}|[一二三四五六七八九十]{1,3})(?![\d一二三四五六七八九十届期次批])|(?<!\d)(\d{1,4})(?:st|nd|rd|th)\b/g;

function checkRank(fact: Fact, { stated }: EvidenceEntry, at: Place, findings: Findings): void {
  for (const [printed, han, latin] of stated.normalize('NFKC').matchAll(ordinal)) {
    const rank = countOf((han ?? latin) as string);
    if (rank === undefined || rank === fact.rank) continue;
    findings.error(
      'evidence/differs',
      `${fact.id} is not what its evidence says (rank): ${shown(printed)} in ${shown(stated)} reads as rank: ${rank}, the fact is rank: ${fact.rank}`,
      {
        at,
        expected: 'the same rank in both',
        hint: 'Mend the rank, or copy the phrase again from the source.',
      },
    );
  }
}

/** A phrase without a date is the name of the event. */
function checkDates(fact: Fact, { stated }: EvidenceEntry, language: string, at: Place, findings: Findings) {
  const date = fact.date as string;
  for (const read of readDates(stated, language)) {
    if (agrees(read, date)) continue;
    findings.error(
      'evidence/differs',
      `${fact.id} is not what its evidence says (date): ${shown(stated)} reads as ${writtenDate(read)}, the fact is ${date}`,
      {
        at,
        expected: 'the same day in both, and no more of it in the phrase than in the fact',
        hint: 'Mend the date, or copy the phrase again from the source.',
      },
    );
  }
}

function checkDated(fact: Fact, ledger: Ledger, findings: Findings): void {
  const { date } = fact;
  if (date === undefined) return;
  const read = fact.evidence.flatMap(({ source, stated }) =>
    readDates(stated, ledger.sources.get(source)?.language ?? 'en'),
  );
  if (read.some((one) => isAsPrecise(one, date))) return;
  findings.warn('evidence/no-date', `no evidence of ${fact.id} states its date ${date}`, {
    at: fact.at,
    expected: 'a phrase such as "16 November" among its evidence',
    hint: 'Add the phrase that gives the day, or write the date only as precisely as the source does.',
  });
}

/** Once a source: a reader for its language would be a file under `language/`. */
function unreadLanguages({ sources, sourcesAt, facts }: Ledger, reader: FigureReader): Diagnostic[] {
  const all = [...facts.values()].filter((fact) => !fact.derived && figureOf(fact));
  return [...sources.values()].flatMap(({ id, language }) => {
    const used = all.some(({ evidence }) => evidence.some(({ source }) => source === id));
    if (!used || reader.knows(language)) return [];
    return [
      {
        code: 'evidence/no-reader',
        severity: 'warning' as const,
        message: `source ${id} is in ${shown(language)}, in which figures cannot be read: its evidence is not checked`,
        at: sourcesAt?.get(id)?.id,
        hint: 'Compare its figures by hand.',
      },
    ];
  });
}
