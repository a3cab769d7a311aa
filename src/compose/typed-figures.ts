/**
 * Layer 3. Figures that stand in texts typed into the data: labels, notes, names of members, what is counted, the names
 * of the zone. They are printed like figures, so they need the same backing. A figure may stand in a text of a fact when
 * it is
 *
 *     what the fact itself states          its amount with its hedge, its rank, or a figure of its evidence
 *     a date of the fact or of its source  as the language writes dates: 22 December 2025, 2025年12月22日
 *     part of a name                       marked as in templates: Industry :lit[4.0]
 *
 * and is a finding else: it would go stale on its own when the fact it belongs to changes. The noun of what is counted is
 * read together with the figure that it follows, and must not make another one of it.
 */
import type { Diagnostic } from '../diagnostic.js';
import type { Fact, Ledger } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import { literalMark, unmarked, type WrittenText } from '../facts/written.js';
import { misreadWith } from '../language/counted.js';
import type { Figure } from '../language/figure.js';
import type { Language } from '../language/language.js';
import { readFigures } from '../language/read.js';
import { languageFor, languageTags } from '../language/registry.js';
import type { Memory } from '../memory.js';
import { type BareFigure, bareFigures } from './markdown/bare-figure.js';

/** @param texts as typed; those in languages that are not registered are left out */
export function checkTypedFigures(
  ledger: Ledger,
  texts: readonly WrittenText[],
  memory?: Memory,
): Diagnostic[] {
  const known = new Set(languageTags());
  const nouns: Nouns = new Map();
  return texts
    .filter(({ language }) => known.has(language))
    .flatMap((text) => check(ledger, text, memory, nouns));
}

/** Whether a noun leaves amounts of as many digits what they are, which is the same for all of them. */
type Nouns = Map<string, boolean>;

function check(ledger: Ledger, written: WrittenText, memory: Memory | undefined, nouns: Nouns): Diagnostic[] {
  const fact = written.fact === undefined ? undefined : ledger.facts.get(written.fact);
  const masked = written.text.replace(literalMark, blank);
  // Most texts hold no figure: nothing else is worth being worked out for them.
  if (bareFigures(masked, written.language, memory).length > 0) {
    const language = languageFor(written.language);
    const rest = fact ? withoutOwn(masked, ledger, fact, language) : masked;
    const found = bareFigures(rest, written.language);
    if (found.length > 0) return found.map((figure) => finding(written, fact, figure, language));
  }
  return fact && written.part === 'counted' ? misreadNoun(fact, written, nouns) : [];
}

function finding(
  { part, language: tag, at }: WrittenText,
  fact: Fact | undefined,
  { text, index }: BareFigure,
  language: Language,
): Diagnostic {
  const owner = fact ? fact.id : 'the zone';
  const issued = language.writeDate('2025-12-22');
  return {
    code: 'facts/bare-figure',
    severity: 'error',
    message: `"${text}" is typed in the ${part} of ${owner} in ${tag}; no fact stands behind it`,
    at: at(index),
    expected: fact
      ? `words, a figure that ${owner} or its evidence states, or a date of it or of its source, written as "${issued}"`
      : 'words, or a name with its digits marked',
    hint: `make it a fact of its own and print it with {{fact "…"}}; if it is no figure but part of a name, mark it: :lit[${text}]`,
  };
}

/** "million jobs" is no noun: with the fact's figure before it, it says another one. */
function misreadNoun(fact: Fact, { text, language: tag, at }: WrittenText, nouns: Nouns): Diagnostic[] {
  const { quantity, qualifier } = fact;
  if (!quantity || !qualifier) return [];
  const language = languageFor(tag);
  const { amount, max, unit, per } = quantity;
  const key = JSON.stringify([tag, text, qualifier, amount.length, max?.length, unit, per]);
  if (nouns.get(key)) return [];
  const phrase = misreadWith(language, quantity, qualifier, unmarked(text));
  nouns.set(key, phrase === undefined);
  if (phrase === undefined) return [];
  const figure = language.writeQuantity(quantity, qualifier, { style: 'prose', noun: false });
  return [
    {
      code: 'facts/changed-figure',
      severity: 'error',
      message: `what ${fact.id} counts in ${tag} makes another figure of it: "${phrase}"`,
      at: at(0),
      expected: `a noun behind which "${figure}" stays the same amount, without scale, unit or hedge`,
      hint: 'leave scale and hedge to the amount and the qualifier, and give what is measured its unit',
    },
  ];
}

const blank = (text: string): string => '\uFFFC'.repeat(text.length);

/** The text with everything blanked out that the fact stands behind; offsets stay. */
function withoutOwn(text: string, ledger: Ledger, fact: Fact, language: Language): string {
  const figures = ownFigures(ledger, fact);
  const read = readFigures(text, language.tag);
  let rest = text;
  for (const { figure, start, end } of read) {
    if (!figures.some((own) => isSame(own, figure))) continue;
    rest = rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end);
  }
  const phrases = [
    ...datesOf(ledger, fact).map((date) => ({ phrase: language.writeDate(date), isDate: true })),
    ...fact.evidence.map(({ stated }) => ({ phrase: stated, isDate: false })),
    ...(fact.rank === undefined ? [] : [{ phrase: language.writeRank(fact.rank), isDate: false }]),
  ];
  for (const { phrase, isDate } of phrases.sort((a, b) => b.phrase.length - a.phrase.length)) {
    for (let at = rest.indexOf(phrase); at >= 0; at = rest.indexOf(phrase, at + phrase.length)) {
      const end = at + phrase.length;
      // In "120" the 20 is no day, in "2025 companies" the year is no date, and a hedge makes another figure.
      const isPart = /\p{Nd}/u.test(rest[at - 1] ?? '') || /\p{Nd}/u.test(rest[end] ?? '');
      const counts = read
        .filter((figure) => figure.start < end && at < figure.end)
        .some((figure) => isDate || figure.start < at || end < figure.end);
      if (isPart || counts) continue;
      rest = rest.slice(0, at) + blank(phrase) + rest.slice(end);
    }
  }
  return rest;
}

/** Of the fact and of its sources, each as precise as it is and less so. */
function datesOf(ledger: Ledger, { period, asOf, date, expires, evidence }: Fact): string[] {
  const sources = evidence.flatMap(({ source }) => ledger.sources.get(source) ?? []);
  const dates = [
    period,
    asOf,
    date,
    expires,
    ...sources.flatMap(({ issued, accessed }) => [issued, accessed]),
  ];
  return dates
    .filter((one) => one !== undefined)
    .flatMap((one) => [one, one.slice(0, 7), one.slice(0, 4)])
    .filter((one, index, all) => all.indexOf(one) === index);
}

type Own = Pick<Figure, 'amount' | 'qualifier'> & { readonly max?: string | undefined };

function ownFigures(ledger: Ledger, { quantity, qualifier, evidence }: Fact): Own[] {
  const stated = evidence.flatMap(({ source, stated: phrase }) => {
    const tag: LanguageTag | undefined = ledger.sources.get(source)?.language;
    if (tag === undefined || !languageTags().includes(tag)) return [];
    return readFigures(phrase, tag).map(({ figure }) => figure);
  });
  return quantity && qualifier ? [{ ...quantity, qualifier }, ...stated] : stated;
}

const isSame = (a: Own, b: Own): boolean =>
  a.amount === b.amount && a.max === b.max && a.qualifier === b.qualifier;
