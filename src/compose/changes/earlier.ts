/** Layer 3. An earlier edition as far as its changes tell it: facts that can be written, and cited, once more. */
import type { SourceEntry } from '../../document/document.js';
import type { FactChange } from '../../facts/changes.js';
import type { Fact, FactId, Ledger } from '../../facts/fact.js';
import type { Labels, LanguageTag, Source } from '../../facts/schema.js';
import { type FactSnapshot, factFromSnapshot, type SourceSnapshot } from '../../facts/snapshot.js';
import type { EarlierEdition } from '../edition.js';
import type { Setting } from '../fact-text.js';

/**
 * The setting in which facts are written as they were: those that changed from the changes, all others from the ledger,
 * whose they still are. What was not said in this language then is taken from what is said now, or from another language.
 */
export function earlierSetting(
  setting: Setting,
  since: EarlierEdition,
  changes: readonly FactChange[],
): Setting {
  const { ledger, language } = setting;
  const facts = new Map<FactId, Fact>(ledger.facts);
  for (const { fact, before, after } of changes) {
    if (!before) facts.delete(fact);
    else facts.set(fact, factFromSnapshot(fact, inLanguage(before, after, language.tag)));
  }
  const sources = new Map(
    Object.entries(since.sources).map(([id, source]): [string, Source] => [id, { id, ...source }]),
  );
  const earlier: Ledger = { ...ledger, facts, sources, editionDate: since.date };
  return { ...setting, ledger: earlier };
}

function inLanguage(
  before: FactSnapshot,
  after: FactSnapshot | undefined,
  language: LanguageTag,
): FactSnapshot {
  const fill = (was: Labels, is: Labels | undefined): Labels => {
    if (Object.hasOwn(was, language)) return was;
    const other = (is && Object.hasOwn(is, language) ? is[language] : undefined) ?? Object.values(was)[0];
    return other === undefined ? was : { ...was, [language]: other };
  };
  const names = new Map(after?.members?.map(({ id, label }) => [id, label]));
  // Labels are editorial: those of today are the better ones.
  const label = fill(after && Object.hasOwn(after.label, language) ? after.label : before.label, undefined);
  return {
    ...before,
    label,
    ...(before.note && { note: fill(before.note, undefined) }),
    ...(before.text && { text: fill(before.text, undefined) }),
    ...(before.counted && { counted: { ...after?.counted, ...before.counted } }),
    ...(before.members && {
      members: before.members.map((member) => ({
        id: member.id,
        label: fill(member.label, names.get(member.id)),
      })),
    }),
  };
}

/** The id of an earlier source in the list of sources: its own, unless another source, or issue, has that now. */
export function sourceIdThen(
  id: string,
  since: EarlierEdition,
  now: ReadonlyMap<string, SourceSnapshot>,
): string {
  const [was, is] = [Object.hasOwn(since.sources, id) ? since.sources[id] : undefined, now.get(id)];
  const same =
    !was ||
    !is ||
    (is.publisher === was.publisher &&
      is.title === was.title &&
      is.issued === was.issued &&
      is.url === was.url);
  return same ? id : `${id}@before`;
}

/** The sources, after those of now, that only an earlier statement rests on, in the order of their ids. */
export function earlierSources(
  { ledger, language }: Setting,
  since: EarlierEdition,
  used: ReadonlySet<string>,
): SourceEntry[] {
  const entries = Object.entries(since.sources).flatMap(([id, source]) => {
    const own = sourceIdThen(id, since, ledger.sources);
    const isListed = own === id && ledger.sources.has(id);
    return isListed || !used.has(own) ? [] : [{ own, source }];
  });
  return entries.map(({ own, source }, index) => ({
    id: own,
    number: ledger.sources.size + index + 1,
    publisher: source.publisher,
    title: source.title,
    language: source.language,
    issued: language.writeDate(source.issued),
    url: source.url,
  }));
}
