/**
 * Layer 3. What a helper writes travels through Markdown as a token: a number between two private-use characters.
 * Markdown takes it for a letter, so nothing in the data becomes markup, and what comes out the other end still knows
 * its fact. Templates that hold private-use characters themselves are refused, so a token cannot be forged.
 */
import type { ChartForm } from '../document/chart.js';
import type { Inline } from '../document/document.js';
import type { Position } from './source-file.js';

/** Text, a figure or a literal, with the place in the template that asked for it. */
export interface InlineToken {
  readonly kind: 'inline';
  readonly inline: Extract<Inline, { value: string }>;
  readonly at: Position;
}
/** Something that takes a paragraph of its own. */
export interface BlockToken {
  readonly kind: 'chart' | 'sources' | 'evidence' | 'changes';
  /** Of the chart. */
  readonly id: string;
  /** Of the chart, where the template says it. */
  readonly form?: ChartForm | undefined;
  readonly at: Position;
}
export type Token = InlineToken | BlockToken;

const open = '\uE000';
const close = '\uE001';
const zero = 0xe010;
const pattern = /\uE000([\uE010-\uE019]+)\uE001/g;

/** Characters that may stand in no template: private use (tokens; and fonts have no shapes for them). */
export const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;

export function encodeToken(index: number): string {
  const digits = [...String(index)].map((digit) => String.fromCharCode(zero + Number(digit)));
  return open + digits.join('') + close;
}

/** Cuts a text at its tokens. */
export function splitTokens(text: string, tokens: readonly Token[]): (string | Token)[] {
  const parts: (string | Token)[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const digits = [...match[1]!].map((character) => character.charCodeAt(0) - zero).join('');
    const token = tokens[Number(digits)];
    if (!token) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(token);
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The text with each token replaced by what it stands for. */
export function plainText(text: string, tokens: readonly Token[]): string {
  return splitTokens(text, tokens)
    .map((part) => (typeof part === 'string' ? part : part.kind === 'inline' ? part.inline.value : ''))
    .join('');
}

export function hasToken(text: string): boolean {
  return text.includes(open);
}
