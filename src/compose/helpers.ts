/**
 * Layer 3. The helpers that templates may call, in one table. Each says what it takes; the checks of number and names
 * of arguments are made before anything runs (`handlebars/check.ts`), those of their values here.
 */
import { chartForms } from '../document/chart.js';
import type { Fact } from '../facts/fact.js';
import type { FigureStyle, WriteOptions } from '../language/language.js';
import { editionInWords } from './edition.js';
import { factOf, HelperError, type Setting, textOf, writeFact } from './fact-text.js';
import { didYouMean, some } from './suggest.js';
import { Placed, type Value, Written } from './value.js';

type Options = Readonly<Record<string, string | boolean>>;

export interface Helper {
  /** Names of the positional arguments, all needed, all text. */
  readonly parameters: readonly string[];
  /** Named arguments, none needed: the texts allowed, or what they are. */
  readonly options?: Readonly<Record<string, readonly string[] | 'boolean' | 'text'>>;
  /** Gives a list for {{#each}} and is no text to print. */
  readonly list?: boolean;
  run(
    setting: Setting,
    parameters: readonly string[],
    options: Readonly<Record<string, string | boolean>>,
  ): Value;
}

/** Every helper that writes words takes it: a label begins a sentence here and stands within one there. */
const initials = { initial: ['upper', 'lower'] } as const;

function figure(setting: Setting, fact: Fact, written: string, { initial }: Options): Written {
  const { tag } = setting.language;
  const [first = ''] = written;
  const rest = written.slice(first.length);
  let turned = first;
  if (initial === 'upper') turned = first.toLocaleUpperCase(tag);
  // "R&D", "IT" and "M&A" stay as they are.
  if (initial === 'lower' && !/^[\p{Lu}\p{Nd}&.]/u.test(rest)) turned = first.toLocaleLowerCase(tag);
  return new Written({ kind: 'figure', value: turned + rest, fact: fact.id });
}

/** A helper that writes one of a fact's texts. */
const factText = (what: 'label' | 'note' | 'among' | 'whole'): Helper => ({
  parameters: ['fact id'],
  options: initials,
  run(setting, [id], options) {
    const fact = factOf(setting, id!);
    return figure(setting, fact, textOf(setting, fact[what], fact, what), options);
  },
});

export const cases = ['nominative', 'genitive', 'dative', 'accusative'] as const;
/** Forms of an ordinal, where the language has them. */
export const forms = ['masculine', 'feminine', 'neuter', 'dative', 'measured'] as const;

export const helpers: ReadonlyMap<string, Helper> = new Map<string, Helper>(
  Object.entries({
    fact: {
      parameters: ['fact id'],
      options: { style: ['prose', 'tile', 'axis'], case: cases, noun: 'boolean', form: forms, ...initials },
      run(setting, [id], given) {
        const { style = 'prose', case: grammatical, noun, form } = given;
        const fact = factOf(setting, id!);
        for (const [argument, kinds, fits] of [
          ['case', 'a figure only: quantity, share, growth or tier', fact.quantity],
          ['noun', 'a figure only: quantity, share, growth or tier', fact.quantity],
          ['form', 'a ranking only', fact.rank],
        ] as const) {
          if (given[argument] === undefined || fits !== undefined) continue;
          throw new HelperError(
            'option-without-effect',
            `${argument}= has no effect on ${fact.id} (${fact.kind})`,
            { argument, expected: `${argument}= with ${kinds}`, hint: 'delete it' },
          );
        }
        const options: WriteOptions = {
          style: style as FigureStyle,
          ...(grammatical !== undefined && { case: String(grammatical) }),
          ...(noun !== undefined && { noun: noun === true }),
        };
        const ending = form === undefined ? undefined : String(form);
        return figure(setting, fact, writeFact(setting, fact, options, ending), given);
      },
    },
    label: factText('label'),
    note: factText('note'),
    among: factText('among'),
    whole: factText('whole'),
    member: {
      parameters: ['fact id', 'member id'],
      options: initials,
      run(setting, [id, memberId], options) {
        const fact = rosterOf(setting, id!);
        const member = fact.members.find((candidate) => candidate.id === memberId);
        if (!member) {
          const ids = fact.members.map((candidate) => candidate.id);
          throw new HelperError('unknown-member', `${fact.id} has no member "${memberId}"`, {
            argument: 1,
            expected: `one of ${some(ids)}`,
            hint: didYouMean(memberId!, ids),
          });
        }
        return figure(setting, fact, textOf(setting, member.label, fact, `member "${memberId}"`), options);
      },
    },
    members: {
      parameters: ['fact id'],
      list: true,
      run: (setting, [id]) => rosterOf(setting, id!).members.map((member) => member.id),
    },
    time: {
      parameters: ['fact id'],
      options: initials,
      run(setting, [id], options) {
        const fact = factOf(setting, id!);
        const time = fact.period ?? fact.asOf ?? fact.date;
        if (time === undefined) {
          throw new HelperError('nothing-to-write', `${fact.id} has neither period nor as-of date`, {
            argument: 0,
            hint: 'add "period:" or "asOf:" to the fact',
          });
        }
        return figure(setting, fact, setting.language.writeDate(time), options);
      },
    },
    zone: {
      parameters: ['name, shortName or issuer'],
      run(setting, [what]) {
        const { zone } = setting.ledger;
        const allowed = ['name', 'shortName', 'issuer'] as const;
        const key = allowed.find((candidate) => candidate === what);
        if (!key) {
          throw new HelperError('wrong-value', `the zone has no "${what}"`, {
            argument: 0,
            expected: `one of ${allowed.join(', ')}`,
            hint: didYouMean(what!, allowed),
          });
        }
        const labels = zone[key] ?? zone.name;
        const { tag } = setting.language;
        const value = Object.hasOwn(labels, tag) ? labels[tag] : undefined;
        if (value === undefined) {
          throw new HelperError('missing-language', `${key} of the zone is not given in ${tag}`, {
            argument: 0,
            hint: `add "${tag}:" to it in zone.yaml`,
          });
        }
        return new Written({ kind: 'literal', value });
      },
    },
    edition: {
      parameters: [],
      run({ language, ledger, edition }) {
        const own = { date: ledger.editionDate, number: edition?.number ?? 1 };
        return new Written({ kind: 'literal', value: editionInWords(language, own) });
      },
    },
    since: {
      parameters: [],
      // Without an edition before, what it stands in is left out with the changes.
      run: ({ language, edition }) =>
        new Written({
          kind: 'literal',
          value: edition?.since ? editionInWords(language, edition.since) : '',
        }),
    },
    chart: {
      parameters: ['chart id'],
      options: { as: 'text' },
      run({ charts }, [id], { as }) {
        const form = chartForms.find((known) => known === as);
        if (as !== undefined && !form) {
          throw new HelperError('wrong-value', `a chart is not shown as "${as}"`, {
            argument: 'as',
            expected: `one of ${some(chartForms)}`,
            hint: didYouMean(String(as), chartForms),
          });
        }
        if (charts && !charts.has(id!)) {
          throw new HelperError('unknown-chart', `charts.yaml has no chart "${id}"`, {
            argument: 0,
            expected: charts.size > 0 ? `one of ${some(charts)}` : 'a chart that charts.yaml declares',
            hint: didYouMean(id!, charts, charts.size > 0 ? undefined : 'charts.yaml is missing or empty'),
          });
        }
        return charts ? new Placed('chart', id!, form) : undefined;
      },
    },
    sources: { parameters: [], run: () => new Placed('sources', '') },
    evidence: { parameters: [], run: () => new Placed('evidence', '') },
    changes: { parameters: [], run: () => new Placed('changes', '') },
    facts: {
      parameters: [],
      options: { topic: 'text', kind: 'text' },
      list: true,
      run({ ledger }, _, { topic, kind }) {
        const all = [...ledger.facts.values()];
        for (const [name, value] of Object.entries({ topic, kind })) {
          const known = new Set(all.map((fact) => (name === 'topic' ? fact.topic : fact.kind)) as string[]);
          if (name === 'kind') for (const each of factKinds) known.add(each);
          if (value !== undefined && !known.has(String(value))) {
            throw new HelperError('wrong-value', `there is no ${name} "${value}"`, {
              argument: name,
              expected: `one of ${some(known)}`,
              hint: didYouMean(String(value), known),
            });
          }
        }
        return all
          .filter((fact) => topic === undefined || fact.topic === topic)
          .filter((fact) => kind === undefined || fact.kind === kind)
          .map((fact) => fact.id);
      },
    },
  } satisfies Record<string, Helper>),
);

const factKinds = ['quantity', 'share', 'growth', 'tier', 'ranking', 'event', 'roster', 'statement'];

function rosterOf(setting: Setting, id: string): Fact & { readonly members: NonNullable<Fact['members']> } {
  const fact = factOf(setting, id);
  const { members } = fact;
  if (members) return { ...fact, members };
  throw new HelperError('nothing-to-write', `${fact.id} (${fact.kind}) has no members`, {
    argument: 0,
    expected: 'a fact of kind roster',
  });
}

/** Blocks that Handlebars itself brings: name → number of its arguments. */
export const builtInBlocks: ReadonlyMap<string, number> = new Map([
  ['each', 1],
  ['if', 1],
  ['unless', 1],
  ['with', 1],
]);
