/** Edits a finished file as a person would, at the level of its XML. */
import { readPackage, writePackage } from '../../src/ooxml/package.js';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * @param change gets a part's name and text; what it returns replaces the text
 * @throws where nothing changed: the edit would prove nothing
 */
export function edit(
  bytes: Uint8Array,
  pattern: RegExp,
  change: (text: string, part: string) => string,
): Uint8Array {
  const { parts } = readPackage(bytes);
  let changed = false;
  const edited = new Map(
    [...parts].map(([name, content]): [string, Uint8Array] => {
      if (!pattern.test(name)) return [name, content];
      const before = decoder.decode(content);
      const after = change(before, name);
      changed ||= after !== before;
      return [name, encoder.encode(after)];
    }),
  );
  if (!changed) throw new Error(`the edit of ${pattern} changed nothing`);
  return writePackage({ parts: edited }, { date: '2026-01-19' });
}

export function partText(bytes: Uint8Array, name: string): string {
  const part = readPackage(bytes).parts.get(name);
  if (!part) throw new Error(`no part ${name}`);
  return decoder.decode(part);
}

/** Figures that a line would part have no-break spaces in decks. */
export const plainBlanks = (xml: string): string => xml.replaceAll('\u00a0', ' ');

/** The part's name of the first slide (or whatever matches) that holds a text. */
export function partWith(bytes: Uint8Array, pattern: RegExp, text: string): string {
  const found = [...readPackage(bytes).parts]
    .filter(([name]) => pattern.test(name))
    .sort(([a], [b]) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
    .find(([, content]) => plainBlanks(decoder.decode(content)).includes(text));
  if (!found) throw new Error(`no part ${pattern} holds ${text}`);
  return found[0];
}

export const exactly = (name: string): RegExp => new RegExp(`^${name.replaceAll('.', '\\.')}$`);
