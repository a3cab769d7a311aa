/** Layer 1. What a schema cannot say about one fact: whether its parts fit each other and the zone. */
import type { Findings, Place } from '../diagnostic.js';
import { isRealDate } from './dates.js';
import type { Path } from './explain.js';
import type { DerivedFact, Labels, StatedFact } from './schema.js';
import { nearest, oneOf, shown } from './spelling.js';

/** Where the entry under check stands. Paths are relative to it. */
export interface Entry {
  readonly placeOf: (path: Path) => Place;
  readonly placeOfKey: (path: Path) => Place;
}

/** What the facts of a zone are checked against. */
export interface Context {
  /** Languages every text must have; empty where zone.yaml does not tell. */
  readonly languages: readonly string[];
  /** Ids in sources.yaml; undefined where it does not tell. */
  readonly sources?: ReadonlySet<string> | undefined;
  /** By id of a source, when it was issued or, where that is later, looked at: of any precision; none where it cannot be told. */
  readonly seen: ReadonlyMap<string, string>;
  /** ISO day. */
  readonly today: string;
  readonly findings: Findings;
}

/** The language of a tag without script and region: zh of zh-CN. */
const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** @param owner whose text it is, as messages name it: a fact's id, "the zone" */
export function checkLabels(
  owner: string,
  texts: Readonly<Record<string, unknown>> | undefined,
  path: Path,
  entry: Entry,
  { languages, findings }: Context,
): void {
  if (!texts || languages.length === 0) return;
  const name = path.filter((segment) => typeof segment === 'string').join('.');
  const missing = languages.filter((language) => !(language in texts));
  const extra = Object.keys(texts).filter((language) => !languages.includes(language));
  for (const language of missing) {
    const typed = extra.find((other) => primary(other) === primary(language));
    findings.error('facts/missing-language', `${name} of ${owner} has no text in ${shown(language)}`, {
      at: entry.placeOf(path),
      expected: `a text in each language of the zone: ${languages.join(', ')}`,
      hint: typed ? `Write ${language} instead of ${typed}.` : `Add "${language}:" to ${shown(path.at(-1))}.`,
    });
  }
  for (const language of extra) {
    findings.warn(
      'facts/extra-language',
      `${name} of ${owner} has a text in ${shown(language)}, which the zone does not have`,
      {
        at: entry.placeOfKey([...path, language]),
        expected: `languages of the zone: ${languages.join(', ')}`,
        hint: 'Remove the text, or add the language to zone.yaml.',
      },
    );
  }
  for (const [language, text] of Object.entries(texts)) {
    if (typeof text !== 'string' || text.trim() !== '') continue;
    findings.error('facts/blank-text', `${name} of ${owner} is blank in ${shown(language)}`, {
      at: entry.placeOf([...path, language]),
      hint: 'Write the text.',
    });
  }
}

export function checkDate(
  owner: string,
  key: string,
  date: string | undefined,
  entry: Entry,
  findings: Findings,
): void {
  if (date === undefined || isRealDate(date)) return;
  findings.error('facts/impossible-date', `${key} of ${owner} is ${date}: there is no such day`, {
    at: entry.placeOf([key]),
    expected: 'a day of the calendar',
    hint: 'Look the date up again.',
  });
}

export function checkFact(fact: StatedFact | DerivedFact, entry: Entry, context: Context): void {
  const { findings } = context;
  checkLabels(fact.id, fact.label, ['label'], entry, context);
  checkLabels(fact.id, fact.note, ['note'], entry, context);
  if ('whole' in fact) checkLabels(fact.id, fact.whole, ['whole'], entry, context);
  if ('among' in fact) checkLabels(fact.id, fact.among, ['among'], entry, context);
  if ('text' in fact) checkLabels(fact.id, fact.text, ['text'], entry, context);
  if ('counted' in fact) checkCounted(fact, entry, context);
  if ('members' in fact) checkMembers(fact, entry, context);
  for (const key of ['period', 'asOf', 'expires'] as const)
    checkDate(fact.id, key, fact[key], entry, findings);
  if ('date' in fact) checkDate(fact.id, 'date', fact.date, entry, findings);
  checkExpiry(fact, entry, context);
  if ('evidence' in fact) {
    checkEvidence(fact, entry, context);
    checkAsOf(fact, entry, context);
  } else checkWhole(fact, entry, context);
}

/** Of a stated fact the schema holds this. */
function checkWhole({ id, kind, whole }: DerivedFact, entry: Entry, { findings }: Context): void {
  if ((kind === 'share') === (whole !== undefined)) return;
  findings.error(
    'facts/whole',
    whole ? `${id} names a whole, but its kind is ${kind}` : `${id} is a share of nothing`,
    {
      at: whole ? entry.placeOfKey(['whole']) : entry.placeOf([]),
      expected: 'whole with kind share, and with no other',
      hint: whole ? 'Remove whole, or write kind: share.' : 'Add "whole:", in each language of the zone.',
    },
  );
}

/** A period may lie ahead, as a plan's does; what holds as of a day was known on that day. */
function checkAsOf({ id, asOf, evidence }: StatedFact, entry: Entry, { seen, findings }: Context): void {
  const dates = evidence.map(({ source }) => seen.get(source));
  if (asOf === undefined || dates.includes(undefined)) return;
  // As far as both are said: 2026-01 is not after 2026-01-19.
  const isBy = (date: string): boolean => asOf.slice(0, date.length) <= date.slice(0, asOf.length);
  if (dates.some((date) => date !== undefined && isBy(date))) return;
  findings.error('facts/as-of', `${id} holds as of ${asOf}, after all that it rests on was issued`, {
    at: entry.placeOf(['asOf']),
    expected: `a day by ${dates.toSorted().at(-1)}, when the latest of its sources was issued or looked at`,
    hint: 'Mend asOf, add evidence that is as late, or give the source the day on which it was looked at as accessed.',
  });
}

/** An expiry of less than a day's precision lasts to its end: "2025" through December. */
function checkExpiry(
  { id, expires }: StatedFact | DerivedFact,
  entry: Entry,
  { today, findings }: Context,
): void {
  if (expires === undefined || today.slice(0, expires.length) <= expires) return;
  findings.error('facts/expired', `${id} expired on ${expires}; today is ${today}`, {
    at: entry.placeOf(['expires']),
    expected:
      'a fact that holds on the day of the build, which SOURCE_DATE_EPOCH sets where the clock shall not',
    hint: 'Look the figure up again, and move the date.',
  });
}

function checkCounted(fact: StatedFact | DerivedFact, entry: Entry, context: Context): void {
  if (!('counted' in fact) || !fact.counted) return;
  checkLabels(fact.id, fact.counted, ['counted'], entry, context);
  for (const [language, forms] of Object.entries(fact.counted)) {
    if ('other' in forms) continue;
    context.findings.error(
      'facts/counted-other',
      `counted of ${fact.id} has no form "other" in ${shown(language)}`,
      {
        at: entry.placeOf(['counted', language]),
        expected: 'the CLDR plural category "other", which every language has',
        hint: 'Add "other:" with the plural.',
      },
    );
  }
  const unit = 'quantity' in fact ? fact.quantity.unit : 'derived' in fact ? fact.derived.unit : 'count';
  if (unit === 'count' || unit === 'people') return;
  context.findings.error('facts/counted-unit', `${fact.id} says what is counted, but its unit is ${unit}`, {
    at: entry.placeOfKey(['counted']),
    expected: 'counted with unit count or people only',
    hint: 'Remove counted, or mend the unit.',
  });
}

function checkMembers(fact: Extract<StatedFact, { kind: 'roster' }>, entry: Entry, context: Context): void {
  const first = new Map<string, number>();
  fact.members.forEach(({ id, label }: { id: string; label: Labels }, index) => {
    checkLabels(`${id} in ${fact.id}`, label, ['members', index, 'label'], entry, context);
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      context.findings.error('facts/duplicate-member', `member ${shown(id)} stands twice in ${fact.id}`, {
        at: entry.placeOf(['members', index, 'id']),
        expected: `each id once; the first stands on line ${entry.placeOf(['members', before, 'id']).line}`,
        hint: 'Rename or remove one of the two.',
      });
    }
  });
}

function checkEvidence(fact: StatedFact, entry: Entry, { sources, findings }: Context): void {
  fact.evidence.forEach(({ source, stated }, index) => {
    if (stated.trim() === '') {
      findings.error('facts/blank-text', `stated of ${fact.id} is blank`, {
        at: entry.placeOf(['evidence', index, 'stated']),
        expected: 'the figure phrase exactly as the source prints it',
        hint: 'Copy the phrase from the source.',
      });
    }
    if (!sources || sources.has(source)) return;
    const meant = findings.all.length < 100 ? nearest(source, sources) : undefined;
    findings.error(
      'facts/unknown-source',
      `evidence of ${fact.id} names source ${shown(source)}, which sources.yaml does not have`,
      {
        at: entry.placeOf(['evidence', index, 'source']),
        expected: sources.size > 0 ? oneOf([...sources]) : 'a source in sources.yaml',
        hint: meant ? `Did you mean ${shown(meant)}?` : 'Add the source to sources.yaml.',
      },
    );
  });
}
