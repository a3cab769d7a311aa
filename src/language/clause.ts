/** What the clause around a percentage says of it: against what it is measured, and whether it is a decline. */
import type { Quantity } from '../facts/schema.js';
import type { Grammar } from './grammar.js';

const digit = /\d/;
const clauseEnd = /[.;,。，；、!?！？]/;

/** Against what a growth is measured, if the clause says so. */
export function basisOf(grammar: Grammar, text: string, start: number, end: number): Quantity['basis'] {
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .split(clauseEnd)
      .at(-1) ?? '';
  const after =
    text
      .slice(end, end + 40)
      .split(clauseEnd)[0]
      ?.split(digit)[0] ?? '';
  const clause = `${before.split(digit).at(-1)}|${text.slice(start, end)}${after}`;
  return grammar.bases.find(([word]) => clause.includes(word))?.[1];
}

/** Whether a word beside a percentage says that it is one of a decline: fell by 6.5%, 下降6.5%, 6,5 % weniger. */
export function isDecline({ decline }: Grammar, text: string, start: number, end: number): boolean {
  const { before, after, level } = decline;
  level.lastIndex = start;
  if (level.test(text)) return false;
  const clause = text.slice(Math.max(0, start - 80), start);
  return before.test(clause) || after(clause).test(text.slice(end, end + 80));
}
