/** Layer 1. Texts of facts and zones as they are printed: in the zone's languages, without `:lit[…]`. */
import type { Fact } from './fact.js';
import type { LanguageTag, Zone } from './schema.js';
import { unmarked } from './written.js';

/** The names of a zone, without marks. */
export function namesOf({ name, shortName, issuer }: Zone): Pick<Zone, 'name' | 'shortName' | 'issuer'> {
  return {
    name: printed(name),
    ...(shortName && { shortName: printed(shortName) }),
    issuer: printed(issuer),
  };
}

/** A text, or texts by keys, without marks. */
function printed<T>(texts: T): T {
  if (typeof texts === 'string') return unmarked(texts) as T;
  return Object.fromEntries(Object.entries(texts as object).map(([key, text]) => [key, printed(text)])) as T;
}

/** Texts of the zone's languages only, in their order, without marks: what was warned about is not carried on. */
export function inLanguages(fact: Fact, languages: readonly LanguageTag[]): Fact {
  const pick = <T>(texts: Readonly<Record<string, T>> | undefined): Record<string, T> | undefined =>
    texts &&
    Object.fromEntries(languages.filter((one) => one in texts).map((one) => [one, printed(texts[one] as T)]));
  const picked = {
    label: pick(fact.label) ?? fact.label,
    note: pick(fact.note),
    whole: pick(fact.whole),
    among: pick(fact.among),
    text: pick(fact.text),
    counted: pick(fact.counted),
    members: fact.members?.map(({ id, label }) => ({ id, label: pick(label) ?? label })),
  };
  const present = Object.entries(picked).filter(([, value]) => value !== undefined);
  return { ...fact, ...(Object.fromEntries(present) as Partial<typeof picked>) } as Fact;
}
