/** Layer 2. What a source says and no fact uses: every figure of its copy that no evidence points at. */
import type { FactId, Ledger } from '../facts/fact.js';
import type { Locator } from '../facts/schema.js';
import { differences } from './compare.js';
import type { Copy } from './copies.js';
import type { Passage } from './document.js';
import type { Match } from './lookup.js';
import { figureOf } from './read-back.js';
import type { FigureReader, ReadQuantity } from './reader.js';

export interface UnusedFigure {
  /** Without a paragraph: in the heading. */
  readonly locator: Locator;
  /** As the source prints it. */
  readonly phrase: string;
  /** A few words on either side. */
  readonly before: string;
  readonly after: string;
  readonly figure: ReadQuantity;
  /** Facts with this very figure, whose evidence points elsewhere. */
  readonly sameAs: readonly FactId[];
}

/** Characters shown on either side of a figure. */
const reach = 24;

/** In the order of the source. The numbers of its headings are none of its figures. */
export function unusedFigures(
  ledger: Ledger,
  { source, document }: Copy,
  matches: readonly Match[],
  reader: FigureReader,
): UnusedFigure[] {
  if (!reader.knows(source.language)) return [];
  return document.passages.flatMap((passage, index) => {
    const used = matches.filter((match) => match.passage === index);
    return reader
      .readAll(passage.text, source.language)
      .filter(
        ({ start, end }) =>
          end > passage.numberLength && !used.some((one) => one.start < end && one.end > start),
      )
      .map(({ figure, start, end }) => ({
        locator: passage.locator,
        phrase: passage.text.slice(start, end),
        ...context(passage, start, end),
        figure,
        sameAs: factsWith(ledger, figure, passage.text.slice(start, end)),
      }));
  });
}

/** Cut at a word where words are parted by blanks. */
function context({ text }: Passage, start: number, end: number): { before: string; after: string } {
  const words = text.replace(/\s/g, ' ');
  const from = start <= reach * 1.5 ? 0 : start - reach;
  const to = words.length - end <= reach * 1.5 ? words.length : end + reach;
  const before = words.slice(from, start);
  const after = words.slice(end, to);
  return {
    before: from === 0 ? before : `…${before.replace(/^[^\s\p{Script=Han}]+(?=\s)/u, '')}`,
    after: to === words.length ? after : `${after.replace(/(?<=\s)[^\s\p{Script=Han}]+$/u, '')}…`,
  };
}

function factsWith({ facts }: Ledger, figure: ReadQuantity, phrase: string): FactId[] {
  return [...facts.values()].flatMap((fact) => {
    const own = figureOf(fact);
    // Five of one thing are not five of another.
    if (!own || fact.derived || figure.unit === undefined || figure.unit === 'count') return [];
    return differences(own, figure, phrase).length === 0 ? [fact.id] : [];
  });
}
