/** Layer 3. Texts of facts in the language of the document, or why there is none. */
import type { Fact, Ledger } from '../facts/fact.js';
import type { Labels } from '../facts/schema.js';
import type { Language, WriteOptions } from '../language/language.js';
import type { Memory } from '../memory.js';
import type { Edition } from './edition.js';
import { didYouMean } from './suggest.js';

export interface Setting {
  readonly ledger: Ledger;
  readonly language: Language;
  /** Ids of the charts that charts.yaml declares; undefined where that file could not be read. */
  readonly charts: ReadonlySet<string> | undefined;
  /** Left out: the first of its date, with none before it. */
  readonly edition?: Edition | undefined;
  readonly memory?: Memory | undefined;
}

/** What a helper says when it cannot do what it was asked; the caller adds the place. */
export class HelperError extends Error {
  readonly code: string;
  /** Number of the argument that is wrong, or name of the option; undefined: the call itself. */
  readonly argument: number | string | undefined;
  readonly expected: string | undefined;
  readonly hint: string | undefined;
  constructor(
    code: string,
    message: string,
    rest: { argument?: number | string; expected?: string; hint?: string | undefined } = {},
  ) {
    super(message);
    this.code = `template/${code}`;
    this.argument = rest.argument;
    this.expected = rest.expected;
    this.hint = rest.hint;
  }
}

/** @throws {HelperError} where there is none */
export function factOf(setting: Setting, id: string): Fact {
  const fact = setting.ledger.facts.get(id);
  if (fact) return fact;
  throw new HelperError('unknown-fact', `there is no fact "${id}"`, {
    argument: 0,
    expected: 'the id of a fact under facts/',
    hint: didYouMean(id, setting.ledger.facts.keys(), 'zonebrief facts lists all of them'),
  });
}

/** One of a fact's texts. @throws {HelperError} where the fact or the language lacks it */
export function textOf(
  setting: Pick<Setting, 'language'>,
  labels: Labels | undefined,
  fact: Fact,
  what: string,
): string {
  if (!labels) {
    throw new HelperError('nothing-to-write', `${fact.id} (${fact.kind}) has no ${what}`, {
      argument: 0,
      hint: `add "${what}:" to the fact, or ask for something else of it`,
    });
  }
  const { tag } = setting.language;
  const text = Object.hasOwn(labels, tag) ? labels[tag] : undefined;
  if (text !== undefined) return text;
  throw new HelperError('missing-language', `${what} of ${fact.id} is not given in ${tag}`, {
    argument: 0,
    expected: `${tag} beside ${Object.keys(labels).join(', ')}`,
    hint: `add "${tag}:" to it in ${fact.at.file}`,
  });
}

/**
 * The text `{{fact}}` writes: a figure in words, a date, names, an ordinal.
 * @param form ending of an ordinal, as `Language.writeRank` takes it
 * @throws {HelperError}
 */
export function writeFact(
  setting: Pick<Setting, 'language'>,
  fact: Fact,
  options: WriteOptions,
  form?: string,
): string {
  const { language } = setting;
  if (fact.quantity && fact.qualifier) {
    return language.writeQuantity(fact.quantity, fact.qualifier, { counted: fact.counted, ...options });
  }
  if (fact.kind === 'ranking' && fact.rank !== undefined) return language.writeRank(fact.rank, form);
  if (fact.kind === 'event') {
    if (fact.date !== undefined) return language.writeDate(fact.date);
    throw new HelperError('nothing-to-write', `the event ${fact.id} has no date`, {
      argument: 0,
      hint: `name it with {{label "${fact.id}"}}, or add "date:" to it`,
    });
  }
  if (fact.members) {
    return language.joinList(fact.members.map(({ label }) => textOf(setting, label, fact, 'a member')));
  }
  return textOf(setting, fact.text, fact, 'text');
}
