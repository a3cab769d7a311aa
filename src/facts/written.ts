/** Layer 1. The texts that a person types in a zone's data, before their marks are taken off. */
import type { Place } from '../diagnostic.js';
import { isMapping } from './branch.js';
import type { Path } from './explain.js';
import type { FactId } from './fact.js';
import type { DerivedFact, LanguageTag, StatedFact, Zone } from './schema.js';

/** One text in one language, as it stands in the file, `:lit[…]` and all. */
export interface WrittenText {
  /** Whose text it is; undefined: the zone's own. */
  readonly fact?: FactId | undefined;
  /** "label", "note", "members.design.label": for messages. */
  readonly part: string;
  readonly language: LanguageTag;
  readonly text: string;
  /** @param offset within the text, in characters */
  at(offset: number): Place;
}

/** `:lit[14th]`: digits that are no figure but part of a name. The same mark as in templates. */
export const literalMark = /:lit\[([^\]]*)\]/g;

/** The text as it is printed. */
export const unmarked = (text: string): string => text.replace(literalMark, '$1');

type PlaceOf = (path: Path, offset?: number) => Place;

/** @param placeOf by paths within the fact */
export function textsOfFact(fact: StatedFact | DerivedFact, placeOf: PlaceOf): WrittenText[] {
  const { id, label, note } = fact;
  const named: [string, unknown, Path][] = [
    ['label', label, ['label']],
    ['note', note, ['note']],
    ...(['whole', 'among', 'text'] as const).map((key): [string, unknown, Path] => [
      key,
      (fact as Record<string, unknown>)[key],
      [key],
    ]),
  ];
  if ('members' in fact) {
    fact.members.forEach((member, index) => {
      named.push([`member ${member.id}`, member.label, ['members', index, 'label']]);
    });
  }
  if ('counted' in fact && fact.counted) named.push(['counted', fact.counted, ['counted']]);
  return named.flatMap(([part, texts, path]) => inEach(id, part, texts, path, placeOf));
}

export function textsOfZone(zone: Zone, placeOf: PlaceOf): WrittenText[] {
  return (['name', 'shortName', 'issuer'] as const).flatMap((key) =>
    inEach(undefined, key, zone[key], [key], placeOf),
  );
}

/** By language; of what is counted, by language and form. */
function inEach(
  fact: FactId | undefined,
  part: string,
  texts: unknown,
  path: Path,
  placeOf: PlaceOf,
): WrittenText[] {
  if (!isMapping(texts)) return [];
  return Object.entries(texts).flatMap(([language, value]) => {
    const forms = isMapping(value) ? Object.entries(value) : [['', value] as const];
    return forms.map(([form, text]): WrittenText => {
      const own = [...path, language, ...(form === '' ? [] : [form])];
      return { fact, part, language, text: String(text), at: (offset) => placeOf(own, offset) };
    });
  });
}
