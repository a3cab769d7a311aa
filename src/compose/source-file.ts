/** Layer 3. A text file of a template, and places in it. */
import type { Place } from '../diagnostic.js';

export interface SourceFile {
  /** Path as a person would open it. */
  readonly path: string;
  /** Line ends are LF. */
  readonly text: string;
}

/** A position in a source file; line and column count from 1. */
export interface Position {
  readonly file: SourceFile;
  readonly line: number;
  readonly column: number;
}

/** Every block of a document has a place, so the lines of a file are cut once. */
const linesOf = new WeakMap<SourceFile, readonly string[]>();

function excerptOf(file: SourceFile, line: number): string {
  let lines = linesOf.get(file);
  if (!lines) {
    lines = file.text.split('\n');
    linesOf.set(file, lines);
  }
  return (lines[line - 1] ?? '').slice(0, 2000);
}

export function placeOf(position: Position): Place {
  return {
    file: position.file.path,
    line: position.line,
    column: position.column,
    excerpt: excerptOf(position.file, position.line),
  };
}

/** The position of a character (UTF-16 unit) of a file. */
export function positionAt(file: SourceFile, offset: number): Position {
  const before = file.text.slice(0, offset);
  const line = before.split('\n').length;
  return { file, line, column: offset - before.lastIndexOf('\n') };
}
