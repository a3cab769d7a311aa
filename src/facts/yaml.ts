/**
 * Layer 1. Reads a YAML text against a zod schema and reports every problem with its place. For all YAML a person
 * writes: facts, sources, zone, charts, theme, front matter.
 */
import { Composer, type CST, type Document, type ParsedNode, Parser } from 'yaml';
import type * as z from 'zod';
import { type Diagnostic, Findings, type Place } from '../diagnostic.js';
import { type Memory, recall } from '../memory.js';
import { explain, type Path, type Places } from './explain.js';
import { SourceText } from './source-text.js';
import { codePoint, shown } from './spelling.js';
import { syntaxWords, tooDeep } from './yaml-syntax.js';
import { type Mark, readTree } from './yaml-tree.js';

/** Far above what a person writes; they keep hostile input from holding the program up. */
export const yamlLimits = { characters: 1_000_000, depth: 32, aliased: 10_000, findings: 100 } as const;

export interface ReadYamlOptions {
  /** Line of the file on which `text` begins, from 1: for front matter. */
  readonly firstLine?: number | undefined;
  /** What an empty text is taken for; left out, it is a finding. */
  readonly whenEmpty?: unknown;
  /** Left out: read, though the same text may have been read before. */
  readonly memory?: Memory | undefined;
}

export interface YamlFile<T> {
  /** Undefined where there is a finding of severity error. */
  readonly value?: T | undefined;
  /** As read, before the schema, so that what is right can be checked even where something else is wrong. */
  readonly raw: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Where the value at a path stands; of a path that is not there, the nearest mapping or list around it.
   * @param offset within a text, in characters: for a formula or a template inside a value
   */
  placeOf(path: Path, offset?: number): Place;
  /** Where the key that ends the path stands. */
  placeOfKey(path: Path): Place;
}

/**
 * Tags, merge keys, directives and further documents are refused, aliases limited; scalars follow the YAML 1.2 core
 * schema (a date is text, `yes` is text). Never throws.
 * @param file as messages name it
 */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  options: ReadYamlOptions = {},
): YamlFile<z.output<S>> {
  const { firstLine, whenEmpty, memory } = options;
  return recall(
    memory,
    'yaml',
    () => [numberOf(schema), firstLine ?? 1, JSON.stringify(whenEmpty) ?? '', file, text].join('\n'),
    () => read(file, text, schema, options),
    // A value, its mark and the key's place for each word.
    30,
  );
}

/** Stands for a schema in keys: one lives as long as the program. */
const numbers = new WeakMap<z.ZodType, number>();
let schemas = 0;
function numberOf(schema: z.ZodType): number {
  const number = numbers.get(schema) ?? ++schemas;
  numbers.set(schema, number);
  return number;
}

function read<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  options: ReadYamlOptions,
): YamlFile<z.output<S>> {
  const source = new SourceText(file, text, options.firstLine);
  const findings = new Findings();
  const root = compose(source, findings, options);
  const tree = readTree(source, root ?? null, findings, yamlLimits.aliased);
  const places = placesIn(source, tree.mark);
  const input = root === null ? options.whenEmpty : tree.value;
  const result = {
    raw: root === undefined ? undefined : input,
    placeOf: (path: Path, offset?: number) => places.valueAt(path, offset),
    placeOfKey: (path: Path) => places.keyAt(path),
  };
  const parsed = root === undefined ? undefined : schema.safeParse(input);
  if (parsed && !parsed.success) {
    for (const { path, ...rest } of explain(schema, input, parsed.error.issues, places)) {
      if (!isSpoiled(tree.mark, path)) findings.add([{ severity: 'error', ...rest }]);
    }
  }
  if (findings.failed || !parsed?.success) return { ...result, diagnostics: capped(findings.all, source) };
  return { ...result, diagnostics: [], value: parsed.data };
}

/** @returns the root node; null of an empty file; undefined where the text cannot be read */
function compose(
  source: SourceText,
  findings: Findings,
  options: ReadYamlOptions,
): ParsedNode | null | undefined {
  const { text } = source;
  if (text.length > yamlLimits.characters) {
    findings.error('yaml/too-large', `${text.length} characters are too many for one file`, {
      at: { file: source.file },
      expected: `at most ${yamlLimits.characters} characters`,
      hint: 'Split the file.',
    });
    return undefined;
  }
  if (!checkCharacters(source, findings)) return undefined;

  const tokens: CST.Token[] = [...new Parser().parse(text)];
  const deep = tooDeep(tokens, yamlLimits.depth);
  if (deep !== undefined) {
    findings.error('yaml/too-deep', `nested more than ${yamlLimits.depth} levels deep`, {
      at: source.at(deep),
      expected: `at most ${yamlLimits.depth} levels`,
      hint: 'Close the brackets; put a text that begins with brackets or dashes in quotes.',
    });
    return undefined;
  }
  for (const token of tokens) {
    if (token.type !== 'directive') continue;
    findings.error('yaml/directive', `directive ${shown(token.source)}: directives are not read`, {
      at: source.at(token.offset),
      hint: 'Remove the line.',
    });
  }
  // Keys are compared while the tree is read: the parser's own check takes the square of their number.
  const composer = new Composer({
    uniqueKeys: false,
    prettyErrors: false,
    version: '1.2',
    logLevel: 'silent',
  });
  const documents = [...composer.compose(tokens)] as Document.Parsed[];
  reportSyntax(source, documents, findings);
  const [, second] = documents;
  if (second) {
    findings.error('yaml/several-documents', 'a second document begins in this file', {
      at: source.at(tokens.filter((token) => token.type === 'document')[1]?.offset ?? second.range[0]),
      expected: 'one document',
      hint: 'Remove the line "---", or put what follows into a file of its own.',
    });
  }
  if (findings.failed) return undefined;
  const root = documents[0]?.contents;
  const empty = !root || ('value' in root && root.value === null && root.range[0] === root.range[1]);
  if (!empty) return root;
  if (!('whenEmpty' in options)) {
    findings.error('yaml/empty', 'the file is empty', {
      at: source.at(0),
      hint: 'Write its keys, or remove the file.',
    });
    return undefined;
  }
  return null;
}

/** Faults that follow from an earlier one: once a line is misread, those after it seem wrongly indented. */
const echoes = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']);

/** One error a line: the parser reports the same mistake again for each token after it. */
function reportSyntax(source: SourceText, documents: readonly Document.Parsed[], findings: Findings): void {
  const lines = new Set<number | undefined>();
  for (const error of documents.flatMap((document) => document.errors)) {
    const at = source.at(error.pos[0]);
    if (lines.has(at.line) || (lines.size > 0 && echoes.has(error.code))) continue;
    lines.add(at.line);
    const { message, hint } = syntaxWords(error);
    findings.error('yaml/syntax', message, { at, hint });
  }
}

/** What YAML 1.2 (5.1) does not allow in a file at all. */
function checkCharacters(source: SourceText, findings: Findings): boolean {
  const replaced = source.text.indexOf('\uFFFD');
  if (replaced !== -1) {
    findings.error('yaml/not-utf8', 'the file holds bytes that are not UTF-8', {
      at: source.at(replaced),
      expected: 'UTF-8',
      hint: 'Save the file as UTF-8; it may be in another encoding, such as GB18030 or UTF-16.',
    });
    return false;
  }
  for (const found of source.text.matchAll(/[^\P{Cc}\t\n\r\u0085]|[\p{Cs}\uFFFE\uFFFF]/gu)) {
    if (findings.all.length >= yamlLimits.findings) break;
    findings.error('yaml/control-character', `character ${codePoint(found[0])} is not allowed in a file`, {
      at: source.at(found.index),
      hint: 'Remove it: it is invisible, and Office files cannot hold it.',
    });
  }
  return !findings.failed;
}

function placesIn(source: SourceText, root: Mark): Places {
  const find = (path: Path): { mark: Mark; found: boolean } => {
    let mark = root;
    for (const segment of path) {
      const next = mark.children.get(segment);
      if (!next) return { mark, found: false };
      mark = next;
    }
    return { mark, found: true };
  };
  return {
    valueAt(path, offset) {
      const { mark, found } = find(path);
      if (found && offset !== undefined && mark.written) return source.at(mark.written.start + offset);
      return source.at(mark.start);
    },
    keyAt(path) {
      const parent = find(path.slice(0, -1)).mark;
      return source.at(parent.keys.get(String(path.at(-1))) ?? find(path).mark.start);
    },
    writtenAt(path) {
      const { mark, found } = find(path);
      return found ? mark.written?.text : undefined;
    },
  };
}

/** Whether a finding was made at the path or around it while reading, so that another would say nothing new. */
function isSpoiled(root: Mark, path: Path): boolean {
  let mark: Mark | undefined = root;
  for (const segment of path) {
    if (mark?.spoiled) return true;
    mark = mark?.children.get(segment);
  }
  return mark?.spoiled ?? false;
}

/** In the order of the file, and no more than a person would read. */
function capped(found: readonly Diagnostic[], source: SourceText): readonly Diagnostic[] {
  // An aliased value is read once and checked wherever it stands.
  const key = ({ code, message, at }: Diagnostic): string =>
    JSON.stringify([code, message, at?.line, at?.column]);
  const all = [...new Map(found.map((one) => [key(one), one])).values()].sort(
    (a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
  const more = all.length - yamlLimits.findings;
  if (more <= 0) return all;
  const rest: Diagnostic = {
    code: 'yaml/more-findings',
    severity: 'error',
    message: `${more} more finding${more === 1 ? '' : 's'} in this file`,
    at: { file: source.file },
    hint: 'Mend the ones above first.',
  };
  return [...all.slice(0, yamlLimits.findings), rest];
}
