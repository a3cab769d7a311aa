/**
 * Layer 1. XML as Open XML parts use it: a plain tree, and the few helpers that mending and linting need. Read by
 * `xml-reader.ts`, written by `xml-writer.ts`. Kept small because every part of every deck passes through it: a general
 * DOM takes longer over a deck than all other steps of mending together. Checked against such a DOM in the tests.
 *
 * Names keep their prefixes; both libraries and Office write the customary ones.
 */

export interface XmlElement {
  name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlNode[];
}
export type XmlNode = XmlElement | string;

/** A new element: `el('a:srgbClr', { val: 'FF0000' })`. Attributes that are undefined are left out. */
export function el(
  elementName: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const element: XmlElement = { name: elementName, attributes: new Map(), children: [...children] };
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== undefined) element.attributes.set(key, value);
  }
  return element;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** Child elements, all or those of a name. */
export function elements(parent: XmlElement, elementName?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of parent.children) {
    if (typeof node !== 'string' && (elementName === undefined || node.name === elementName))
      found.push(node);
  }
  return found;
}

/** The first child element of that name; with several names, step by step down. */
export function child(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = parent;
  for (const step of path) {
    if (!found) return undefined;
    found = firstNamed(found, step);
  }
  return found;
}

function firstNamed({ children }: XmlElement, elementName: string): XmlElement | undefined {
  for (const node of children) if (typeof node !== 'string' && node.name === elementName) return node;
  return undefined;
}

/** Calls back for every element below, in document order, the element itself not. Children are read as they then are. */
export function visit(parent: XmlElement, callback: (element: XmlElement) => void): void {
  for (const node of parent.children) {
    if (typeof node === 'string') continue;
    callback(node);
    if (node.children.length > 0) visit(node, callback);
  }
}

/** All elements below, in document order, the element itself not; of one name, or all. */
export function descendants(parent: XmlElement, elementName?: string): XmlElement[] {
  const found: XmlElement[] = [];
  collect(parent, elementName, found);
  return found;
}

function collect({ children }: XmlElement, elementName: string | undefined, found: XmlElement[]): void {
  for (const node of children) {
    if (typeof node === 'string') continue;
    if (elementName === undefined || node.name === elementName) found.push(node);
    if (node.children.length > 0) collect(node, elementName, found);
  }
}

/** A deep copy; several times faster than structuredClone. */
export const clone = (element: XmlElement): XmlElement => ({
  name: element.name,
  attributes: new Map(element.attributes),
  children: element.children.map((node) => (typeof node === 'string' ? node : clone(node))),
});

/** All text below, in document order. */
export function textOf(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += typeof node === 'string' ? node : textOf(node);
  return text;
}

/** Removes the child nodes that match. @returns how many went */
export function removeChildren(parent: XmlElement, matches: (element: XmlElement) => boolean): number {
  const kept = parent.children.filter((node) => typeof node === 'string' || !matches(node));
  const removed = parent.children.length - kept.length;
  if (removed > 0) parent.children.splice(0, parent.children.length, ...kept);
  return removed;
}

/**
 * Puts an element where the schema's sequence wants it: before the first child that comes later in `order`. A child of
 * the same name is replaced.
 * @param order names of the children in the sequence the schema gives
 */
export function putInOrder(parent: XmlElement, element: XmlElement, order: readonly string[]): void {
  const rank = order.indexOf(element.name);
  if (rank < 0) throw new RangeError(`putInOrder: ${element.name} is not in the order of ${parent.name}`);
  removeChildren(parent, (node) => node.name === element.name);
  const before = parent.children.findIndex(
    (node) => typeof node !== 'string' && order.indexOf(node.name) > rank,
  );
  parent.children.splice(before < 0 ? parent.children.length : before, 0, element);
}
