/** Layer 1. Writes XML: as text that reads as the tree, elements that nothing changes any more once. */
import type { XmlElement } from './xml.js';
import { dropLayout } from './xml-reader.js';

/** Makes the tree what reading it would give: neighbouring texts one, no empty text, no layout. */
export function settle(element: XmlElement): void {
  if (finished.has(element)) return;
  const { children } = element;
  let kept = 0;
  for (const child of children) {
    if (typeof child === 'string') {
      if (child === '') continue;
      if (kept > 0 && typeof children[kept - 1] === 'string') {
        children[kept - 1] += child;
        continue;
      }
    } else settle(child);
    children[kept] = child;
    kept += 1;
  }
  children.length = kept;
  dropLayout(element);
}

const textEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};
const inText = /[&<>\r]/;
const inTextAll = /[&<>\r]/g;
const inAttribute = /[&<>"\r\n\t]/;
const inAttributeAll = /[&<>"\r\n\t]/g;
const escaped = (found: string): string => textEscapes[found] as string;
const escapeText = (value: string): string =>
  inText.test(value) ? value.replace(inTextAll, escaped) : value;
const escapeAttribute = (value: string): string =>
  inAttribute.test(value) ? value.replace(inAttributeAll, escaped) : value;

/** As they are written, elements that nothing changes any more. */
const finished = new WeakMap<XmlElement, string>();

/**
 * Says that nothing changes the element any more, nor what is below it: it may then stand in a tree many times, and in the
 * next file too, and is written once.
 * @returns the element, settled
 */
export function finish(element: XmlElement): XmlElement {
  if (finished.has(element)) return element;
  settle(element);
  finished.set(element, write(element));
  return element;
}

export const isFinished = (element: XmlElement): boolean => finished.has(element);

function write(element: XmlElement): string {
  const known = finished.get(element);
  if (known !== undefined) return known;
  const { name: tag, attributes, children } = element;
  let out = `<${tag}`;
  for (const [key, value] of attributes) out += ` ${key}="${escapeAttribute(value)}"`;
  if (children.length === 0) return `${out}/>`;
  out += '>';
  for (const child of children) out += typeof child === 'string' ? escapeText(child) : write(child);
  return `${out}</${tag}>`;
}

/** The element as a whole part, with the declaration that Office writes. */
export function serializeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${write(root)}`;
}
