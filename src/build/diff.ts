/** Layer 4. Two editions, or files of them, compared fact by fact: as the command and library users call it. */
import { UsageError } from '../diagnostic.js';
import { changesBetween, type FactChange, type News, newsOf } from '../facts/changes.js';
import { type Difference, differenceOf } from '../facts/difference.js';
import type { FactId } from '../facts/fact.js';
import type { Counted, LanguageTag } from '../facts/schema.js';
import type { FactSnapshot } from '../facts/snapshot.js';
import { writeDifference } from '../language/difference.js';
import { readFigure } from '../language/read.js';
import { languageFor } from '../language/registry.js';
import type { World } from '../world.js';
import { type Said, saidBy } from './diff/said.js';
import { currentSide, readSide, type Side, type SideOptions } from './diff/side.js';

export interface DiffOptions extends SideOptions {
  /** An edition's id, a manifest, an edition's folder, or a .pptx or .docx. */
  readonly old: string;
  /** Likewise; left out: the edition that stands in the zone's folder. */
  readonly new?: string | undefined;
  /** In which it is told; left out: English where both have it, or else the first that both have. */
  readonly language?: LanguageTag | undefined;
}

/** A fact that the two say otherwise. Texts are in the language of the comparison. */
export interface FactDiff {
  readonly fact: FactId;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly label: string;
  /** What is new about it; `statement` where two files tell only that it is worded otherwise. */
  readonly news: News['kind'] | 'statement';
  readonly before?: Omit<Said, 'label' | 'kind'>;
  readonly after?: Omit<Said, 'label' | 'kind'>;
  /** Exact decimals, and as the language writes it. */
  readonly difference?: Difference & { readonly text: string };
  /** Ids of those who came into a roster, and who left it; between editions only. */
  readonly joined?: readonly string[];
  readonly left?: readonly string[];
}

export interface EditionDiff {
  readonly old: SideInfo;
  readonly new: SideInfo;
  readonly language: LanguageTag;
  /** Sorted by fact. */
  readonly changes: readonly FactDiff[];
}

export type SideInfo = Pick<Side, 'name' | 'kind' | 'edition' | 'zone'>;

/**
 * Files are compared as they were made, by the facts that they use; two of other kinds use other facts.
 * @throws {UsageError} where one cannot be read, the zones differ, or there is no language that both have
 */
export async function diffEditions(world: World, options: DiffOptions): Promise<EditionDiff> {
  const old = await readSide(world, options.old, options);
  const next = await nextTo(world, old, options);
  if (old.zone !== undefined && next.zone !== undefined && old.zone !== next.zone) {
    throw new UsageError(
      `${old.name} is of ${old.zone}, ${next.name} of ${next.zone}`,
      'compare two editions of the same zone',
    );
  }
  const language = commonLanguage(old, next, options.language);
  const [was, is] = [saidBy(old, language), saidBy(next, language)];
  const changes =
    'snapshot' in old.says && 'snapshot' in next.says
      ? changesBetween(old.says.snapshot, next.says.snapshot).map((change) =>
          ofEditions(change, was, is, language),
        )
      : ofFiles(old, next, was, is, language);
  return { old: infoOf(old), new: infoOf(next), language, changes };
}

async function nextTo(world: World, old: Side, options: DiffOptions): Promise<Side> {
  if (options.new !== undefined) return readSide(world, options.new, options);
  const zone = options.zone ?? old.zone;
  if (zone === undefined)
    throw new UsageError(`there is nothing to compare ${old.name} with`, 'name a second file or edition');
  return currentSide(world, zone, options);
}

const infoOf = ({ name, kind, edition, zone }: Side): SideInfo => ({
  name,
  kind,
  edition,
  ...(zone !== undefined && { zone }),
});

function commonLanguage(old: Side, next: Side, wanted: LanguageTag | undefined): LanguageTag {
  const common = old.languages.filter((tag) => next.languages.includes(tag));
  const list = (side: Side): string => `${side.name} has ${side.languages.join(', ') || 'none'}`;
  const language = wanted ?? (common.includes('en') ? 'en' : common[0]);
  if (language !== undefined && common.includes(language)) return language;
  throw new UsageError(
    wanted === undefined
      ? `the two have no language in common: ${list(old)}, ${list(next)}`
      : `the two cannot be compared in "${wanted}": ${list(old)}, ${list(next)}`,
    common.length > 0
      ? `name one that both have: ${common.join(', ')}`
      : 'compare files that share a language, or the editions themselves',
  );
}

function sideOf(said: Said): NonNullable<FactDiff['before']> {
  const { text, time, statements } = said;
  return { text, ...(time !== undefined && { time }), statements };
}

type SaidByFact = ReadonlyMap<FactId, Said>;

function ofEditions(change: FactChange, was: SaidByFact, is: SaidByFact, language: LanguageTag): FactDiff {
  const [before, after] = [was.get(change.fact), is.get(change.fact)];
  const { kind: news, ...rest } = newsOf(change);
  const { difference } = change;
  return {
    fact: change.fact,
    kind: change.kind,
    label: (after ?? before)?.label ?? change.fact,
    news,
    ...(before && { before: sideOf(before) }),
    ...(after && { after: sideOf(after) }),
    ...(difference && change.after && { difference: told(difference, change.after, language) }),
    ...('joined' in rest && { joined: rest.joined, left: rest.left }),
  };
}

function told(
  difference: Difference,
  { quantity, counted }: { quantity?: FactSnapshot['quantity']; counted?: Counted | undefined },
  language: LanguageTag,
): NonNullable<FactDiff['difference']> {
  const beside = quantity?.amount ?? difference.amount;
  return { ...difference, text: writeDifference(languageFor(language), difference, { counted, beside }) };
}

/** Facts of an edition that a file beside it does not use are no difference. */
function ofFiles(old: Side, next: Side, was: SaidByFact, is: SaidByFact, language: LanguageTag): FactDiff[] {
  const isFile = ({ says }: Side): boolean => 'record' in says;
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort();
  return ids.flatMap((fact): FactDiff[] => {
    const [before, after] = [was.get(fact), is.get(fact)];
    if (!before) return after && isFile(old) && !isFile(next) ? [] : added(fact, after);
    if (!after) return isFile(next) && !isFile(old) ? [] : removed(fact, before);
    return changed(fact, before, after, language);
  });
}

const added = (fact: FactId, after: Said | undefined): FactDiff[] =>
  after ? [{ fact, kind: 'added', label: after.label, news: 'added', after: sideOf(after) }] : [];
const removed = (fact: FactId, before: Said): FactDiff[] => [
  { fact, kind: 'removed', label: before.label, news: 'removed', before: sideOf(before) },
];

function changed(fact: FactId, before: Said, after: Said, language: LanguageTag): FactDiff[] {
  const both = {
    fact,
    kind: 'changed',
    label: after.label,
    before: sideOf(before),
    after: sideOf(after),
  } as const;
  if (before.text !== after.text) {
    const [was, is] = [figureIn(before, language), figureIn(after, language)];
    const difference = was && is && differenceOf(was, is);
    return difference
      ? [{ ...both, news: 'difference', difference: told(difference, { quantity: is.quantity }, language) }]
      : [{ ...both, news: 'statement' }];
  }
  const backing = ({ time, statements }: Said): string => JSON.stringify([time, statements]);
  return backing(before) === backing(after) ? [] : [{ ...both, news: 'backing' }];
}

/** Growth is not among them: its text does not say on which base. */
const figureKinds = ['quantity', 'share', 'tier'] as const;

/** A figure read back from its text, which says what the fact said, but for the name of what is counted. */
function figureIn(said: Said, tag: LanguageTag): FactSnapshot | undefined {
  const kind = figureKinds.find((each) => each === said.kind);
  const figure = kind && readFigure(said.text, tag);
  if (!figure || 'error' in figure) return undefined;
  const { qualifier, unit = 'count', ...amounts } = figure;
  const [beforeDate = '', afterDate = ''] = languageFor(tag).words.asOf('\uFFFC').split('\uFFFC');
  // It began with a capital once.
  const time = said.time?.toLowerCase();
  const isDay = time?.startsWith(beforeDate.toLowerCase()) && time.endsWith(afterDate.toLowerCase());
  return {
    topic: '',
    kind,
    label: {},
    evidence: [],
    quantity: { ...amounts, unit },
    qualifier,
    // What a share is of in a year is not subtracted from that of another.
    ...(said.time !== undefined && !isDay && { period: said.time }),
    ...(unit === 'count' && { counted: { [tag]: { other: said.text.replace(/[\p{Nd}.,\s]/gu, '') } } }),
  };
}
