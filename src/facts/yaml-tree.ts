/**
 * Layer 1. From the nodes of the YAML parser to plain values, keeping where each stands. Only what a table of facts
 * needs is read: no tags, merge keys or keys that are no text, since each of them lets a reader see something else than
 * the program. Aliases stand for the value of their anchor, within a limit.
 */
import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Findings } from '../diagnostic.js';
import type { SourceText } from './source-text.js';
import { codePoint, shown } from './spelling.js';

/** Where a value and what is in it stand, as offsets. */
export interface Mark {
  readonly start: number;
  /** Of a scalar: as it is written, without quotes; only where it can be found unchanged in the file. */
  readonly written?: { readonly start: number; readonly text: string } | undefined;
  /** Of a mapping: where each key stands. */
  keys: ReadonlyMap<string, number>;
  children: ReadonlyMap<string | number, Mark>;
  /** A finding was made here, so what a schema says about the value is no news. */
  spoiled: boolean;
}

/** Line breaks and tabs are left to the schema; bidirectional overrides show a text in another order than it is read. */
const forbidden = /[^\P{Cc}\n\t]|[\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/u;

/** Most of a file is words, which hold nothing. */
const noKeys: Mark['keys'] = new Map();
const noChildren: Mark['children'] = new Map();

export interface Tree {
  readonly value: unknown;
  readonly mark: Mark;
  /** How many values it holds, those of aliases counted each time. */
  readonly size: number;
}

/**
 * @param root its nesting must have been limited: this function calls itself
 * @param aliased how many values aliases may bring in altogether ("billion laughs")
 */
export function readTree(
  source: SourceText,
  root: ParsedNode | null,
  findings: Findings,
  aliased: number,
): Tree {
  const anchors = new Map<string, Tree>();
  let brought = 0;
  let exhausted = false;
  const newMark = (start: number, written?: Mark['written']): Mark => ({
    start,
    written,
    keys: noKeys,
    children: noChildren,
    spoiled: false,
  });
  const refuse = (mark: Mark, code: string, message: string, hint: string, at = mark.start): void => {
    mark.spoiled = true;
    findings.error(code, message, { at: source.at(at), hint });
  };

  const checkText = (mark: Mark, text: string): void => {
    const found = forbidden.exec(text);
    if (!found) return;
    const at = mark.written?.text === text ? mark.written.start + found.index : mark.start;
    refuse(
      mark,
      'yaml/control-character',
      `character ${codePoint(found[0])} is not allowed in ${shown(text)}`,
      'Remove it: it is invisible, and Office files cannot hold it.',
      at,
    );
  };

  const read = (node: ParsedNode | null, fallback: number): Tree => {
    const start = node?.range[0] ?? fallback;
    if (node === null) return { value: null, mark: newMark(start), size: 1 };
    if (isAlias(node)) return readAlias(node.source, newMark(start));
    const mark = newMark(start, isScalar(node) ? writtenAs(source.text, node) : undefined);
    if (node.tag) {
      refuse(
        mark,
        'yaml/tag',
        `tag ${shown(node.tag)}: tags are not read`,
        'Remove the tag; quote the value to make it text.',
      );
    }
    let tree: Tree = { value: null, mark, size: 1 };
    if (isScalar(node)) {
      if (typeof node.value === 'string') checkText(mark, node.value);
      tree = { value: node.value, mark, size: 1 };
    } else if (isMap(node)) tree = readMap(node, mark);
    else if (isSeq(node)) tree = readList(node, mark);
    // Known from here on only, so that an alias inside its own anchor is an unknown one.
    if (node.anchor) anchors.set(node.anchor, tree);
    return tree;
  };

  const readAlias = (name: string, mark: Mark): Tree => {
    const target = anchors.get(name);
    brought += target?.size ?? 0;
    if (target && brought <= aliased) return target;
    if (target) {
      const message = `alias *${name}: aliases bring in more than ${aliased} values`;
      // Once is enough: all that follow are too many as well.
      if (exhausted) mark.spoiled = true;
      else refuse(mark, 'yaml/alias', message, 'Write the values out.');
      exhausted = true;
    } else {
      refuse(mark, 'yaml/alias', `alias *${name} has no anchor &${name} before it`, 'Write the value out.');
    }
    return { value: null, mark, size: 1 };
  };

  const readList = (node: { items: unknown[] }, mark: Mark): Tree => {
    const children = new Map<string | number, Mark>();
    mark.children = children;
    let size = 1;
    const value = node.items.map((item, index) => {
      // The parser makes a mapping of `[a: 1]`, so a bare pair does not come.
      const child = read(isPair(item) ? null : (item as ParsedNode), mark.start);
      children.set(index, child.mark);
      size += child.size;
      return child.value;
    });
    return { value, mark, size };
  };

  const readMap = (node: { items: { key: unknown; value: unknown }[] }, mark: Mark): Tree => {
    const result: Record<string, unknown> = {};
    const keys = new Map<string, number>();
    const children = new Map<string | number, Mark>();
    mark.keys = keys;
    mark.children = children;
    let size = 1;
    for (const { key, value } of node.items as { key: ParsedNode; value: ParsedNode | null }[]) {
      const at = key?.range[0] ?? mark.start;
      if (!isScalar(key) || key.value === null || isCollection(key)) {
        refuse(
          mark,
          'yaml/key',
          'a key must be a word',
          'Write "key: value", with a word before the colon.',
          at,
        );
        continue;
      }
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      const child = read(value, at + name.length);
      size += child.size;
      const first = keys.get(name);
      if (first !== undefined) {
        const { line } = source.at(first);
        findings.error('yaml/duplicate-key', `key ${shown(name)} stands twice in one mapping`, {
          at: source.at(at),
          expected: `each key once; the first stands on line ${line}`,
          hint: 'Remove one of the two, or begin a new list item with "- ".',
        });
        continue;
      }
      keys.set(name, at);
      children.set(name, child.mark);
      if (name === '<<' || name === '__proto__') {
        // What a merge would have brought in is not missing.
        refuse(
          name === '<<' ? mark : child.mark,
          'yaml/key',
          `key ${shown(name)} is not read`,
          'Write the keys out.',
          at,
        );
        continue;
      }
      checkText(newMark(at), name);
      result[name] = child.value;
    }
    return { value: result, mark, size };
  };

  return read(root, 0);
}

function writtenAs(
  text: string,
  node: { range: readonly number[]; type?: string; value: unknown; source?: string },
): Mark['written'] {
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  const start = node.range[0]! + (quoted ? 1 : 0);
  const content = typeof node.value === 'string' ? node.value : (node.source ?? '');
  return text.startsWith(content, start) ? { start, text: content } : undefined;
}
