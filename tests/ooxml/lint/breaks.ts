/** Ways to break a good file, for the tests of the linter's rules: helpers and the form of each. */

import type { RuleCode } from '../../../src/ooxml/lint/rules.js';
import type { Parts } from '../../../src/ooxml/parts.js';
import {
  child,
  descendants,
  el,
  elements,
  removeChildren,
  textOf,
  type XmlElement,
} from '../../../src/ooxml/xml.js';

export const slide1 = 'ppt/slides/slide1.xml';
export const slide2 = 'ppt/slides/slide2.xml';
export const chart1 = 'ppt/charts/chart1.xml';
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
export const first = (parts: Parts, part: string, name: string): XmlElement =>
  descendants(parts.xml(part), name)[0] as XmlElement;
export const shape = (parts: Parts, part: string, text: string): XmlElement =>
  elements(first(parts, part, 'p:spTree')).find((candidate) =>
    textOf(candidate).includes(text),
  ) as XmlElement;
export const run = (parts: Parts, part: string, kind: 'a:r' | 'w:r', text: string): XmlElement =>
  descendants(parts.xml(part), kind).find((candidate) => textOf(candidate).includes(text)) as XmlElement;
export const replace = (parts: Parts, part: string, from: string | RegExp, to: string): void =>
  parts.set(part, encode(parts.text(part).replace(from, to)));

export const fill = (colour: string): XmlElement => el('a:solidFill', {}, [el('a:srgbClr', { val: colour })]);
/** Gives a run of a slide another colour. */
export const paint = (text: XmlElement, colour: XmlElement): void => {
  const properties = child(text, 'a:rPr') as XmlElement;
  removeChildren(properties, ({ name }) => name === 'a:solidFill');
  properties.children.unshift(el('a:solidFill', {}, [colour]));
};
/** The properties of a run in Word; it gets some where it has none. */
export function wordRun(parts: Parts, text: string): XmlElement {
  const found = run(parts, 'word/document.xml', 'w:r', text);
  if (!child(found, 'w:rPr')) found.children.unshift(el('w:rPr'));
  return child(found, 'w:rPr') as XmlElement;
}

export interface Break {
  readonly name: string;
  readonly file: 'deck' | 'document';
  readonly breaks: (parts: Parts) => void;
  /** Where the finding lies, and what its message says. */
  readonly part: string;
  readonly says: string;
}

/** How to break a good file so that a rule, and no other, has something to say. */
export type Breaks<Code extends RuleCode> = { readonly [code in Code]: readonly Break[] };
