/**
 * Layer 1. Reads XML strictly. Comments and processing instructions are dropped, and so is white space between elements.
 * A document type is refused: no part has one, and entities declared there are an old attack.
 */
import type { XmlElement } from './xml.js';

/** Not well-formed, with the place. Line and column count from 1. */
export class XmlError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(problem: string, text: string, offset: number) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - (before.lastIndexOf('\n') + 1) + 1;
    super(problem);
    this.name = 'XmlError';
    this.line = line;
    this.column = column;
  }
}

/** Characters that XML 1.0 has no place for, not even as references: most controls, U+FFFE, U+FFFF, lone surrogates. */
const illegal = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/u;
const illegalAll = new RegExp(illegal, 'gu');
/** Finds all of those and pairs of surrogates too, several times faster; hardly a part has any. */
const suspicious = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/;

export const hasIllegalCharacters = (text: string): boolean => suspicious.test(text) && illegal.test(text);

/** The text without the characters that XML cannot carry. */
export function withoutIllegalCharacters(text: string): string {
  return suspicious.test(text) ? text.replace(illegalAll, '') : text;
}

/** Office's own parts stay below 60; the helpers here recurse. */
const maximalDepth = 500;

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const name =
  /[A-Za-z_\u00c0-\u{effff}][\w.\-\u00b7\u00c0-\u{effff}]*(?::[A-Za-z_\u00c0-\u{effff}][\w.\-\u00b7\u00c0-\u{effff}]*)?/uy;
/** Most names are ASCII, and this is several times faster; what follows must end the name. */
const plainName = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?(?=[ \t\r\n/>=])/y;
const plainAttribute = /[ \t\r\n]+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)="([^"<&\t\r\n]*)"/y;
const space = /[ \t\r\n]*/y;

/**
 * @returns the root element
 * @throws {XmlError} where the text is not well-formed XML 1.0
 */
export function parseXml(source: string): XmlElement {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const bad = suspicious.test(text) ? illegal.exec(text) : null;
  if (bad) throw new XmlError(`character ${codePoint(bad[0])} is not allowed`, text, bad.index);
  let at = 0;
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];

  const fail = (problem: string, offset = at): never => {
    throw new XmlError(problem, text, offset);
  };
  const skipSpace = (): void => {
    if (text.charCodeAt(at) > 32) return;
    space.lastIndex = at;
    space.exec(text);
    at = space.lastIndex;
  };
  const readName = (): string => {
    plainName.lastIndex = at;
    const plain = plainName.exec(text);
    if (plain) {
      at = plainName.lastIndex;
      return plain[0];
    }
    name.lastIndex = at;
    const found = name.exec(text);
    if (!found) return fail(`a name was expected, not ${JSON.stringify(text.slice(at, at + 12))}`);
    at = name.lastIndex;
    return found[0];
  };
  const skipTo = (mark: string, what: string): number => {
    const found = text.indexOf(mark, at);
    if (found < 0) return fail(`${what} is not closed`);
    at = found + mark.length;
    return found;
  };
  const decode = (raw: string, offset: number): string =>
    raw.includes('&')
      ? raw.replace(/&([^;&<\s]{0,10};?)/g, (_, body: string, index: number) => {
          const reference = body.endsWith(';') ? body.slice(0, -1) : undefined;
          const value = reference === undefined ? undefined : decodeReference(reference);
          return (
            value ?? fail(`"&${body}" is no character reference; a plain & is written &amp;`, offset + index)
          );
        })
      : raw;

  const readAttributes = (attributes: Map<string, string>): void => {
    for (;;) {
      plainAttribute.lastIndex = at;
      const plain = plainAttribute.exec(text);
      if (plain && !attributes.has(plain[1] as string)) {
        at = plainAttribute.lastIndex;
        attributes.set(plain[1] as string, plain[2] as string);
        continue;
      }
      const before = at;
      skipSpace();
      const code = text.charCodeAt(at);
      if (code === 62 /* > */ || code === 47 /* / */) return;
      if (at >= text.length) fail('the tag is not closed');
      if (before === at) fail('white space was expected before an attribute');
      const key = readName();
      skipSpace();
      if (text[at] !== '=') fail(`attribute "${key}" has no value`);
      at += 1;
      skipSpace();
      const quote = text[at];
      if (quote !== '"' && quote !== "'") fail(`the value of attribute "${key}" is not quoted`);
      at += 1;
      const from = at;
      const to = skipTo(quote as string, `the value of attribute "${key}"`);
      const raw = text.slice(from, to);
      if (raw.includes('<')) fail(`"<" stands in the value of attribute "${key}"`, from + raw.indexOf('<'));
      if (attributes.has(key)) fail(`attribute "${key}" is there twice`, from);
      // Attribute-value normalisation: literal white space becomes a space, references stay what they say.
      attributes.set(key, decode(raw.replace(/\r\n|[\t\n\r]/g, ' '), from));
    }
  };

  const addText = (value: string, offset: number): void => {
    const parent = open.at(-1);
    if (parent) {
      const last = parent.children.length - 1;
      if (typeof parent.children[last] === 'string') parent.children[last] += value;
      else parent.children.push(value);
    } else if (/[^ \t\r\n]/.test(value)) fail('text stands outside the root element', offset);
  };

  while (at < text.length) {
    const less = text.indexOf('<', at);
    if (less !== at) {
      const to = less < 0 ? text.length : less;
      const raw = text.slice(at, to);
      if (raw.includes(']]>')) fail('"]]>" stands in text', at + raw.indexOf(']]>'));
      addText(decode(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw, at), at);
      at = to;
      continue;
    }
    const next = text.charCodeAt(at + 1);
    if (next === 47 /* </ */) {
      const from = at;
      at += 2;
      const closing = readName();
      skipSpace();
      if (text[at] !== '>') fail(`the end tag of "${closing}" is not closed`);
      at += 1;
      const element = open.pop() ?? fail(`end tag "${closing}" without a start tag`, from);
      if (element.name !== closing) fail(`"${element.name}" is closed by "${closing}"`, from);
      dropLayout(element);
    } else if (next === 33 /* <! */) {
      const from = at;
      if (text.startsWith('<!--', at)) {
        at += 4;
        const end = skipTo('-->', 'a comment');
        if (text.slice(from + 4, end).includes('--')) fail('"--" stands in a comment', from);
      } else if (text.startsWith('<![CDATA[', at)) {
        if (open.length === 0) fail('a CDATA section stands outside the root element');
        at += 9;
        addText(text.slice(from + 9, skipTo(']]>', 'a CDATA section')).replace(/\r\n?/g, '\n'), from);
      } else fail('a document type is not allowed in a part');
    } else if (next === 63 /* <? */) {
      const from = at;
      at += 2;
      if (/^<\?xml[ \t\r\n]/.test(text.slice(at - 2, at + 4)) && from !== 0)
        fail('the XML declaration does not stand at the beginning');
      skipTo('?>', 'a processing instruction');
    } else {
      const from = at;
      at += 1;
      const element: XmlElement = { name: readName(), attributes: new Map(), children: [] };
      readAttributes(element.attributes);
      const parent = open.at(-1);
      if (parent) parent.children.push(element);
      else if (root) fail('a second root element', from);
      else root = element;
      if (text[at] === '/') {
        at += 1;
        if (text[at] !== '>') fail(`the tag "${element.name}" is not closed`);
      } else if (open.push(element) > maximalDepth)
        fail(`elements are nested more than ${maximalDepth} deep`, from);
      at += 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) fail(`element "${unclosed.name}" is not closed`);
  return root ?? fail('there is no root element');
}

const layout = /^[ \t\r\n]*$/;

/** White space between elements is layout; white space alone in an element is content (`<a:t> </a:t>`). */
export function dropLayout({ children }: XmlElement): void {
  if (children.length < 2) return;
  let texts = 0;
  for (const child of children) if (typeof child === 'string') texts += 1;
  if (texts === 0 || texts === children.length) return;
  let kept = 0;
  for (const child of children) {
    if (typeof child === 'string' && layout.test(child)) continue;
    children[kept] = child;
    kept += 1;
  }
  children.length = kept;
}

function decodeReference(reference: string): string | undefined {
  if (!reference.startsWith('#'))
    return Object.hasOwn(namedEntities, reference) ? namedEntities[reference] : undefined;
  const code = /^#x[0-9a-f]+$/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : /^#[0-9]+$/.test(reference)
      ? Number.parseInt(reference.slice(1), 10)
      : Number.NaN;
  if (!(code <= 0x10ffff)) return undefined;
  const value = String.fromCodePoint(code);
  return illegal.test(value) ? undefined : value;
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
