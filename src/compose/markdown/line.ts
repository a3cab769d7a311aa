/**
 * Layer 3. Figures that only a whole line of text shows: in words on both sides of markup or of a line end of the
 * template, and figures of helpers that the words around them change.
 */
import type { Inline } from '../../document/document.js';
import type { FactId } from '../../facts/fact.js';
import { changedFigures, type InFull } from '../../language/beside.js';
import type { ReadFigure } from '../../language/figure.js';
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
  /** Of what a helper wrote from a fact. */
  readonly fact?: FactId | undefined;
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
  if (pieces.some((piece) => piece.fact !== undefined)) checkChanges(reading, pieces, at);
}

/** Words can be misread, so this is a warning; builds that are strict stop at it. */
function checkChanges(reading: Reading, pieces: readonly Piece[], at: Position): void {
  const { tag } = reading.language;
  const read = (text: string): readonly ReadFigure[] =>
    recall(
      reading.memory,
      'figures',
      () => `${tag} ${text}`,
      () => readFigures(text, tag),
    );
  const written = pieces.filter((piece) => piece.fact !== undefined);
  const line = pieces.map(({ text }) => text).join('');
  const spans = written.map(({ start, text }) => ({ start, end: start + text.length }));
  const inFull = (index: number): InFull | undefined => reading.inFull(written[index]?.fact as FactId);
  for (const { index, text } of changedFigures(line, spans, tag, inFull, read))
    reading.findings.warn(
      'template/changed-figure',
      `"${text}" is read as another figure than the fact's "${written[index]?.text}"`,
      {
        at: placeOf(at),
        expected: 'the figure as the helper writes it, with its own hedge, sign and unit',
        hint: 'take away the hedge, sign, scale or unit beside the helper, or word the sentence so that it cannot be read that way',
      },
    );
}

function piecesOf(inlines: readonly Inline[]): Piece[] {
  const pieces: Piece[] = [];
  let length = 0;
  const add = (text: string, typed: boolean, fact?: FactId): void => {
    pieces.push({ typed, start: length, text, fact });
    length += text.length;
  };
  const visit = (inline: Inline): void => {
    if ('children' in inline) inline.children.forEach(visit);
    else if (inline.kind === 'break') add(' ', true);
    else add(inline.value, inline.kind === 'text', inline.kind === 'figure' ? inline.fact : undefined);
  };
  inlines.forEach(visit);
  return pieces;
}
