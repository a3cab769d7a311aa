/**
 * Layer 3. Figures that only a whole line of text shows: in words on both sides of markup or of a line end of the
 * template, and figures of helpers that the words around them change.
 */
import type { Inline } from '../../document/document.js';
import type { Figure, ReadFigure } from '../../language/figure.js';
import { maxTextLength, readFigures } from '../../language/read.js';
import { recall } from '../../memory.js';
import { type Position, placeOf } from '../source-file.js';
import { bareFigures, reportBareFigure } from './bare-figure.js';
import type { Reading } from './reading.js';

interface Piece {
  /** Typed in the template, or written by a helper. */
  readonly typed: boolean;
  readonly start: number;
  readonly text: string;
}

/** @param at where the line begins in the template */
export function checkLine(reading: Reading, inlines: readonly Inline[], at: Position): void {
  const pieces = piecesOf(inlines);
  const typed = pieces
    .map((piece) => (piece.typed ? piece.text : '\uFFFC'.repeat(piece.text.length)))
    .join('');
  if (typed.length > maxTextLength) return;
  for (const figure of bareFigures(typed, reading.language.tag, reading.memory))
    reportBareFigure(reading, figure.text, at);
  if (pieces.some((piece) => !piece.typed)) checkChanges(reading, pieces, at);
}

/**
 * "nearly {{fact}}" says less than the fact, "{{fact}} billion" something else. Words can be misread, so this is a
 * warning. Where one figure is read from two helpers (from … to …), both stand as they are.
 */
function checkChanges(reading: Reading, pieces: readonly Piece[], at: Position): void {
  const { tag } = reading.language;
  const figuresIn = (text: string): readonly ReadFigure[] =>
    recall(
      reading.memory,
      'figures',
      () => `${tag} ${text}`,
      () => readFigures(text, tag),
    );
  const written = pieces.filter((piece) => !piece.typed);
  for (const read of figuresIn(pieces.map(({ text }) => text).join(''))) {
    const [piece, ...others] = written.filter((each) => overlap(read, each));
    if (!piece || others.length > 0 || isWithin(read, piece)) continue;
    const [alone, ...more] = figuresIn(piece.text);
    if (!alone || more.length > 0 || !isChanged(alone.figure, read.figure)) continue;
    const changed = pieces
      .map(({ text }) => text)
      .join('')
      .slice(read.start, read.end);
    reading.findings.warn(
      'template/changed-figure',
      `"${changed}" is read as another figure than the fact's "${piece.text}"`,
      {
        at: placeOf(at),
        expected: 'the figure as the helper writes it, its hedge included',
        hint: 'take away the hedge, scale or unit beside the helper, or word the sentence so that it cannot be read that way',
      },
    );
  }
}

function piecesOf(inlines: readonly Inline[]): Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  const add = (text: string, typed: boolean): void => {
    pieces.push({ typed, start: length, text });
    length += text.length;
  };
  const visit = (inline: Inline): void => {
    if ('children' in inline) inline.children.forEach(visit);
    else if (inline.kind === 'break') add(' ', true);
    else add(inline.value, inline.kind === 'text');
  };
  inlines.forEach(visit);
  return pieces;
}

const overlap = (read: ReadFigure, { start, text }: Piece): boolean =>
  read.start < start + text.length && start < read.end;
const isWithin = (read: ReadFigure, { start, text }: Piece): boolean =>
  start <= read.start && read.end <= start + text.length;
/** Another hedge, or the same digits in another size. A ratio that words make of it ("one of 5") is no change. */
function isChanged(fact: Figure, read: Figure): boolean {
  const digits = (amount: string): string => amount.replace(/\.|^-?0\.?0*/g, '').replace(/0+$/, '');
  return (
    digits(fact.amount) === digits(read.amount) &&
    (fact.amount !== read.amount || fact.max !== read.max || fact.qualifier !== read.qualifier)
  );
}
