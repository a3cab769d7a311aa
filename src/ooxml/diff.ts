/**
 * Layer 1. What differs between two packages, part by part. Parts in XML are compared by what they say: order of
 * attributes, prefixes and white space between elements do not count, nor do the dates of creation and change.
 */
import { FindingsError } from '../diagnostic.js';
import { readPackage } from './package.js';
import { byNumber, Parts } from './parts.js';
import { elements, type XmlElement } from './xml.js';

export interface PartChange {
  /** Of a part in an embedded workbook both names: `ppt/embeddings/a.xlsx!xl/workbook.xml`. */
  readonly part: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Of changed XML: the path to the first difference, `/sld/cSld/spTree/sp[3]/txBody/p[1]`. */
  readonly at?: string | undefined;
}

/**
 * @param a the older file, `b` the newer
 * @returns changes sorted by part; none where both say the same
 * @throws {FindingsError} where one of them is no package
 */
export function diffPackages(a: Uint8Array, b: Uint8Array): PartChange[] {
  const older = new Parts(readPackage(a));
  const newer = new Parts(readPackage(b));
  const names = [...new Set([...older.names(), ...newer.names()])].sort(byNumber);
  return names.flatMap((part): PartChange[] => {
    if (!older.has(part)) return [{ part, change: 'added' }];
    if (!newer.has(part)) return [{ part, change: 'removed' }];
    if (Buffer.compare(older.bytes(part), newer.bytes(part)) === 0) return [];
    if (/\.(xlsx|docx|pptx)$/i.test(part)) return embedded(part, older.bytes(part), newer.bytes(part));
    if (!/\.(xml|rels)$/i.test(part)) return [{ part, change: 'changed' }];
    const [before, after] = [treeOf(older, part), treeOf(newer, part)];
    if (!before || !after) return [{ part, change: 'changed' }];
    const at = firstDifference(before, after, '', {}, {});
    return at === undefined ? [] : [{ part, change: 'changed', at }];
  });
}

function embedded(part: string, a: Uint8Array, b: Uint8Array): PartChange[] {
  try {
    return diffPackages(a, b).map((change) => ({ ...change, part: `${part}!${change.part}` }));
  } catch (error) {
    if (error instanceof FindingsError) return [{ part, change: 'changed' }];
    throw error;
  }
}

function treeOf(parts: Parts, part: string): XmlElement | undefined {
  try {
    return parts.xml(part);
  } catch (error) {
    if (error instanceof FindingsError) return undefined;
    throw error;
  }
}

type Prefixes = Readonly<Record<string, string>>;

const dates = new Set(['{http://purl.org/dc/terms/}created', '{http://purl.org/dc/terms/}modified']);

function firstDifference(
  a: XmlElement,
  b: XmlElement,
  path: string,
  outerA: Prefixes,
  outerB: Prefixes,
): string | undefined {
  const [prefixesA, prefixesB] = [prefixesOf(a, outerA), prefixesOf(b, outerB)];
  const name = expanded(a.name, prefixesA, true);
  const here = `${path}/${a.name.replace(/^.*:/, '')}`;
  if (name !== expanded(b.name, prefixesB, true)) return here;
  if (dates.has(name)) return undefined;
  if (attributesOf(a, prefixesA) !== attributesOf(b, prefixesB)) return here;
  const [childrenA, childrenB] = [elements(a), elements(b)];
  if (ownText(a) !== ownText(b)) return here;
  const counts = new Map<string, number>();
  for (const [index, child] of childrenA.entries()) {
    const other = childrenB[index];
    if (!other) return here;
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    const inside = firstDifference(child, other, '', prefixesA, prefixesB);
    if (inside !== undefined) {
      const [step, ...rest] = inside.slice(1).split('/');
      const alike = childrenA.filter(({ name: sibling }) => sibling === child.name).length > 1;
      return [`${here}/${step}${alike ? `[${count}]` : ''}`, ...rest].join('/');
    }
  }
  return childrenB.length > childrenA.length ? here : undefined;
}

const ownText = (element: XmlElement): string =>
  element.children.filter((node) => typeof node === 'string').join('\0');

function prefixesOf(element: XmlElement, outer: Prefixes): Prefixes {
  let prefixes = outer;
  for (const [key, value] of element.attributes) {
    if (key === 'xmlns') prefixes = { ...prefixes, '': value };
    else if (key.startsWith('xmlns:')) prefixes = { ...prefixes, [key.slice(6)]: value };
  }
  return prefixes;
}

/** `{namespace}local`; an attribute without prefix is in no namespace. */
function expanded(name: string, prefixes: Prefixes, isElement: boolean): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  if (prefix === '' && !isElement) return name;
  return `{${prefixes[prefix] ?? prefix}}${name.slice(colon + 1)}`;
}

const attributesOf = (element: XmlElement, prefixes: Prefixes): string =>
  [...element.attributes]
    .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
    .map(([key, value]) => JSON.stringify([expanded(key, prefixes, false), value]))
    .sort()
    .join();
