/** Layer 3. Markdown as Handlebars wrote it, and the way back from each character to its template file and line. */
import type { Place } from '../diagnostic.js';
import { type Position, placeOf, type SourceFile } from './source-file.js';
import { encodeToken, type Token } from './token.js';

interface Segment {
  readonly offset: number;
  readonly at: Position;
  /** Written by a helper or by indentation: all of it belongs to one place. */
  readonly fixed: boolean;
}

export interface Rendered {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The place in the templates that the character at this offset came from. */
  positionAt(offset: number): Position;
  placeAt(offset: number): Place;
}

/** Gathers what a template writes, remembering where each piece stands. */
export class Output {
  private readonly pieces: string[] = [];
  private readonly segments: Segment[] = [];
  private readonly tokens: Token[] = [];
  private readonly start: Position;
  private indent = '';
  private atLineStart = true;
  length = 0;

  constructor(file: SourceFile) {
    this.start = { file, line: 1, column: 1 };
  }

  /** Text of a template, verbatim, that begins at this position. */
  write(text: string, at: Position): void {
    if (text === '') return;
    if (this.indent === '') {
      this.push(text, at, false);
      return;
    }
    let { line, column } = at;
    for (const piece of text.split(/(?<=\n)/)) {
      this.startLine(piece, at);
      this.push(piece, { file: at.file, line, column }, false);
      if (piece.endsWith('\n')) {
        line += 1;
        column = 1;
      }
    }
  }

  writeToken(token: Token): void {
    const text = encodeToken(this.tokens.push(token) - 1);
    this.startLine(text, token.at);
    this.push(text, token.at, true);
  }

  /** What is written meanwhile is indented by `indent` more, as a partial is that stands indented on its own line. */
  indented(indent: string, write: () => void): void {
    const outer = this.indent;
    this.indent = outer + indent;
    write();
    this.indent = outer;
  }

  finish(): Rendered {
    const { segments, tokens, start } = this;
    const text = this.pieces.join('');
    const positionAt = (offset: number): Position => {
      let [low, high] = [0, segments.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (segments[middle]!.offset <= offset) low = middle;
        else high = middle - 1;
      }
      const segment = segments[low];
      if (!segment) return start;
      if (segment.fixed) return segment.at;
      const between = text.slice(segment.offset, offset);
      const newline = between.lastIndexOf('\n');
      const { file, line, column } = segment.at;
      if (newline < 0) return { file, line, column: column + between.length };
      return { file, line: line + between.split('\n').length - 1, column: between.length - newline };
    };
    return { text, tokens, positionAt, placeAt: (offset) => placeOf(positionAt(offset)) };
  }

  private startLine(text: string, at: Position): void {
    if (this.atLineStart && this.indent !== '' && text !== '\n') this.push(this.indent, at, true);
  }

  private push(text: string, at: Position, fixed: boolean): void {
    this.segments.push({ offset: this.length, at, fixed });
    this.pieces.push(text);
    this.length += text.length;
    this.atLineStart = text.endsWith('\n');
  }
}
