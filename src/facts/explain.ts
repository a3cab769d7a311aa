/** Layer 1. What a zod schema finds wrong with a value read from YAML, as findings a person can act on. */
import type * as z from 'zod';
import type { Diagnostic, Place } from '../diagnostic.js';
import { branchFor, descriptionOf, isMapping, keysOf, schemaAt, unwrap, wordsOf } from './branch.js';
import { languageTag } from './schema.js';
import { codePoint, nearest, shown } from './spelling.js';

export type Path = readonly (string | number)[];

/** Where things stand in the file the value was read from. */
export interface Places {
  /** @param offset within a text, in characters */
  valueAt(path: Path, offset?: number): Place;
  keyAt(path: Path): Place;
  /** A scalar as it is written, without quotes: 286.60 for the number 286.6. */
  writtenAt(path: Path): string | undefined;
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;
type Explained = Omit<Diagnostic, 'severity'> & { readonly path: Path };

/**
 * Every problem, in the order of the schema; of a union only those of the branch that the value means.
 * @param issues what the schema says of the value
 */
export function explain(
  schema: Schema,
  value: unknown,
  issues: readonly Issue[],
  places: Places,
  prefix: Path = [],
): Explained[] {
  const explained = issues.flatMap((issue) => explainIssue(schema, value, issue, places, prefix));
  // One finding for one place: an empty id is too short and has the wrong form as well.
  const seen = new Set<string>();
  return explained.filter((one) => {
    const key = JSON.stringify(one.path);
    return !seen.has(key) && seen.add(key);
  });
}

function explainIssue(root: Schema, whole: unknown, issue: Issue, places: Places, prefix: Path): Explained[] {
  const local = issue.path as Path;
  const path = [...prefix, ...local];
  const value = valueAt(whole, local);
  const schema = schemaAt(root, whole, local);
  const expected = descriptionOf(schema);

  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schema, value) ?? [];
    return issue.keys.map((key) => unknownKey(key, known, [...path, key], places, value));
  }
  if (issue.code === 'invalid_key') {
    const keyType = schemaAt(root, whole, local.slice(0, -1));
    const record = keyType && (unwrap(keyType) as z.core.$ZodRecord);
    return [
      {
        path,
        code: 'yaml/unknown-key',
        message: `key ${shown(local.at(-1))} is not allowed in ${nameOf(path.slice(0, -1))}`,
        at: places.keyAt(path),
        expected: descriptionOf(record?._zod.def.keyType),
        hint: commaHint(String(local.at(-1)), value),
      },
    ];
  }
  if (value === undefined && issue.code !== 'custom') return [missingKey(schema, issue, path, places)];
  if (issue.code === 'invalid_union' && !issue.discriminator && schema) {
    const branch = branchFor(schema, value);
    const parsed = branch === unwrap(schema) ? undefined : (branch as z.ZodType).safeParse(value);
    const inner = parsed?.error ? explain(branch, value, parsed.error.issues, places, path) : [];
    if (inner.length > 0) return inner;
  }
  return [{ path, at: places.valueAt(path), expected, ...wordsFor(issue, value, path, places, schema) }];
}

/** `{ en: Invest first, equity later }` has a key "equity later" without a value. */
function commaHint(key: string, value: unknown): string | undefined {
  return value === null && /\s/.test(key)
    ? 'A comma inside { } ends a value: put the whole text in quotes.'
    : undefined;
}

function unknownKey(
  key: string,
  known: readonly string[],
  path: Path,
  places: Places,
  parent: unknown,
): Explained {
  return {
    path,
    code: 'yaml/unknown-key',
    message: `unknown key ${shown(key)}${path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : ''}`,
    at: places.keyAt(path),
    expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
    hint:
      didYouMean(key, known) ??
      commaHint(key, valueAt(parent, [key])) ??
      'Remove the key, or check the indentation: it may belong elsewhere.',
  };
}

function missingKey(schema: Schema | undefined, issue: Issue, path: Path, places: Places): Explained {
  const parent = path.slice(0, -1);
  const choices = choicesOf(issue);
  return {
    path,
    code: 'yaml/missing-key',
    message: `key ${shown(path.at(-1))} is missing in ${nameOf(parent)}`,
    at: places.valueAt(parent),
    expected: choices
      ? `one of ${choices.join(', ')}`
      : (descriptionOf(schema, 'purpose') ?? typeWord(schema)),
    hint: `Add "${String(path.at(-1))}:".`,
  };
}

type Words = Pick<Diagnostic, 'code' | 'message'> & Partial<Pick<Diagnostic, 'expected' | 'hint' | 'at'>>;

function wordsFor(
  issue: Issue,
  value: unknown,
  path: Path,
  places: Places,
  schema: Schema | undefined,
): Words {
  const expected = descriptionOf(schema);
  const name = nameOf(path);
  if (value === null) {
    const type = 'expected' in issue ? typeNames[issue.expected] : undefined;
    return {
      code: 'yaml/empty-value',
      message: `${name} has no value`,
      at: places.keyAt(path),
      expected: expected ?? type,
      hint: /^[^#]*:\s+#\S/.test(places.keyAt(path).excerpt ?? '')
        ? `A # begins a comment. Put the value in quotes: ${String(path.at(-1))}: "#…"`
        : 'Write a value after the colon, or remove the key.',
    };
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value, path, places, schema, expected);
    case 'invalid_value':
    case 'invalid_union': {
      const choices = choicesOf(issue);
      if (!choices) return wrongType(expected ?? 'another type', value, path, places, schema, expected);
      const subject =
        issue.code === 'invalid_union' && isMapping(value)
          ? `${name} is a mapping`
          : `${name} is ${shown(value)}`;
      return {
        code: 'yaml/unknown-value',
        message: subject,
        expected: `one of ${choices.join(', ')}`,
        hint: didYouMean(value, choices),
      };
    }
    case 'too_small':
    case 'too_big':
      return wrongSize(issue, value, name);
    case 'invalid_format': {
      const control = typeof value === 'string' ? /\p{Cc}/u.exec(value) : null;
      if (!control) {
        return {
          code: 'yaml/wrong-form',
          message: `${name} is ${shown(value)}`,
          expected: expected ?? issue.message,
          hint: didYouMean(value, wordsOf(schema)),
        };
      }
      const what =
        { '\n': 'a line break', '\t': 'a tab' }[control[0]] ?? `character ${codePoint(control[0])}`;
      return {
        code: 'yaml/control-character',
        message: `${name} contains ${what} (${codePoint(control[0])}): ${shown(value)}`,
        expected: 'one line of text',
        hint: 'Write it on one line; ">-" joins lines with blanks.',
      };
    }
    case 'custom': {
      const { code, hint, expected: right } = (issue.params ?? {}) as Record<string, string | undefined>;
      return { code: code ?? 'yaml/wrong-value', message: issue.message, expected: right ?? expected, hint };
    }
    default:
      return { code: 'yaml/wrong-value', message: `${name} is ${shown(value)}: ${issue.message}` };
  }
}

function didYouMean(value: unknown, known: readonly string[]): string | undefined {
  const meant = typeof value === 'string' ? nearest(value, known) : undefined;
  return meant && `Did you mean ${shown(meant)}?`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each item begun with "- "',
  object: 'a mapping of "key: value"',
  record: 'a mapping of "key: value"',
  texts: 'one text for each language of the zone',
};

const collections = new Set(['array', 'object', 'record']);

function typeWord(schema: Schema | undefined): string | undefined {
  return schema && typeNames[(unwrap(schema) as z.core.$ZodTypes)._zod.def.type];
}

/** A text in each language: the commonest mistake is to write one text for all. */
function isLabels(schema: Schema | undefined): boolean {
  const def = schema && (unwrap(schema) as z.core.$ZodTypes)._zod.def;
  return (
    def?.type === 'record' &&
    descriptionOf(def.keyType) === descriptionOf(languageTag) &&
    typeWord(def.valueType) === typeNames.string
  );
}

function wrongType(
  wanted: string,
  value: unknown,
  path: Path,
  places: Places,
  schema: Schema | undefined,
  expected?: string,
): Words {
  const written = places.writtenAt(path) ?? String(value);
  const is = Array.isArray(value)
    ? 'a list'
    : isMapping(value)
      ? 'a mapping'
      : typeof value === 'string'
        ? `text, ${shown(value)}`
        : `a ${typeof value}, ${written.slice(0, 60)}`;
  const key = typeof path.at(-1) === 'string' ? `${String(path.at(-1))}: ` : '';
  const scalar = typeof value !== 'object';
  const isTexts = isLabels(schema);
  let hint: string | undefined;
  if (wanted === 'string' && scalar) hint = `Put it in quotes: ${key}"${written.slice(0, 60)}"`;
  else if (
    ['number', 'int', 'boolean'].includes(wanted) &&
    typeof value === 'string' &&
    Number.isFinite(Number(value))
  ) {
    hint = `Remove the quotes: ${key}${value}`;
  } else if (isTexts && scalar)
    hint = `Name the language of each text: ${key}{ en: ${written.slice(0, 40)}, de: … }`;
  else if (wanted === 'array') hint = 'Begin each item on a line of its own with "- ".';
  else if (wanted === 'object' || wanted === 'record') hint = 'Write "key: value" lines, indented below.';
  return {
    code: 'yaml/wrong-type',
    message: `${nameOf(path)} is ${is}`,
    expected: isTexts
      ? typeNames.texts
      : collections.has(wanted)
        ? typeNames[wanted]
        : (expected ?? typeNames[wanted] ?? wanted),
    hint,
  };
}

function wrongSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  value: unknown,
  name: string,
): Words {
  const small = issue.code === 'too_small';
  const limit = Number(small ? issue.minimum : issue.maximum);
  const bound = small ? 'at least' : 'at most';
  if (typeof value === 'string') {
    return {
      code: 'yaml/wrong-size',
      message:
        value === '' ? `${name} is empty` : `${name} is ${value.length} characters long: ${shown(value)}`,
      expected: `${bound} ${limit} character${limit === 1 ? '' : 's'}`,
      hint: small ? undefined : 'Shorten it.',
    };
  }
  if (Array.isArray(value)) {
    return {
      code: 'yaml/wrong-size',
      message: value.length === 0 ? `${name} is an empty list` : `${name} has ${value.length} items`,
      expected: `${bound} ${limit} item${limit === 1 ? '' : 's'}`,
    };
  }
  return { code: 'yaml/wrong-size', message: `${name} is ${shown(value)}`, expected: `${bound} ${limit}` };
}

function choicesOf(issue: Issue): string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && issue.discriminator) {
    return (issue as { options?: unknown[] }).options?.map(String);
  }
  return undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const segment of path) here = (here as Record<string | number, unknown> | null | undefined)?.[segment];
  return here;
}

/** "amount", item 2 of "evidence", the file. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return shown(last);
  return `item ${last + 1}${path.length > 1 ? ` of ${nameOf(path.slice(0, -1))}` : ''}`;
}
