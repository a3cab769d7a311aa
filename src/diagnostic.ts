/** Layer 0. What is wrong, where, what was expected and what to do: the one form of every message. */

/** A place in a file a person can open. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The line itself, as it stands in the file. */
  readonly excerpt?: string | undefined;
}

export interface Diagnostic {
  /** Stable, kebab-case, prefixed by the area: `facts/unknown-key`, `template/unknown-fact`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What was wrong, with the value. */
  readonly message: string;
  readonly at?: Place | undefined;
  /** What would have been right. */
  readonly expected?: string | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
}

/** Exit codes of the command line: fine, findings, usage or environment. */
export const exitCodes = { fine: 0, findings: 1, usage: 2 } as const;

/** Findings in the user's data or templates: all that were found, not the first only. Exit code 1. */
export class FindingsError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n\n'));
    this.name = 'FindingsError';
    this.diagnostics = diagnostics;
  }
}

/** The command was called wrongly, or the machine lacks something. Exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** Gathers findings so that one run reports all of them. */
export class Findings {
  readonly all: Diagnostic[] = [];

  error(code: string, message: string, rest: Omit<Diagnostic, 'code' | 'message' | 'severity'> = {}): void {
    this.all.push({ code, severity: 'error', message, ...rest });
  }

  warn(code: string, message: string, rest: Omit<Diagnostic, 'code' | 'message' | 'severity'> = {}): void {
    this.all.push({ code, severity: 'warning', message, ...rest });
  }

  add(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) this.all.push(diagnostic);
  }

  get failed(): boolean {
    return this.all.some((diagnostic) => diagnostic.severity === 'error');
  }

  /** @throws {FindingsError} when an error was gathered */
  throwIfFailed(): void {
    if (this.failed) throw new FindingsError(this.all);
  }
}

/**
 * A diagnostic as text for a terminal, without colour:
 *
 *     data/x/facts/funds.yaml:12:7 error facts/unknown-key: unknown key "labels"
 *       12 |   labels:
 *          |   ^
 *       expected: one of id, kind, label …
 *       hint: …
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { at } = diagnostic;
  const place = at
    ? printable([at.file, at.line, at.column].filter((part) => part !== undefined).join(':'))
    : '';
  const lines = [
    `${place ? `${place} ` : ''}${diagnostic.severity} ${diagnostic.code}: ${printable(diagnostic.message)}`,
  ];
  if (at?.excerpt !== undefined && at.line !== undefined) {
    const number = String(at.line);
    const { shown, before } = cut(at.excerpt, at.column ?? 1);
    lines.push(`  ${number} | ${printable(shown)}`);
    if (at.column !== undefined) lines.push(`  ${' '.repeat(number.length)} | ${blank(before)}^`);
  }
  if (diagnostic.expected) lines.push(`  expected: ${printable(diagnostic.expected)}`);
  if (diagnostic.hint) lines.push(`  hint: ${printable(diagnostic.hint)}`);
  return lines.join('\n');
}

/**
 * Text that may hold anything, safe to print: what would steer the terminal, turn the direction of writing or has no
 * shape in any font becomes a visible sign of the same width. Tabs stay.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Co}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu,
    (character) => {
      const point = character.codePointAt(0) ?? 0;
      if (character === '\t') return character;
      // U+2400 and following are pictures of the control characters: ␀ ␇ ␛
      return point < 0x20 ? String.fromCodePoint(0x2400 + point) : '\uFFFD';
    },
  );
}

/** What a terminal shows of a line at once, in characters. */
const window = 110;

/** The part of a line around a column; templates hold whole paragraphs on one line. */
function cut(line: string, column: number): { shown: string; before: string } {
  const index = Math.min(column - 1, line.length);
  const start = index <= window * 0.75 || line.length <= window ? 0 : index - window / 2;
  const left = start > 0 ? `…${line.slice(start, index)}` : line.slice(0, index);
  const rest = line.slice(index, start + window * 1.5);
  return { shown: `${left}${rest}${start + window * 1.5 < line.length ? '…' : ''}`, before: left };
}

/** As wide as the text in a terminal, so that the caret stands below its character: tabs stay, Chinese takes two columns. */
function blank(text: string): string {
  return text.replace(/[^\t]/gu, (character) =>
    /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
      character,
    )
      ? '  '
      : ' ',
  );
}

/** The `line`th line of a text (from 1), cut so that a minified file does not flood a report. */
export function excerptOf(text: string, line: number): string {
  return (text.split(/\r\n|\n|\r/, line)[line - 1] ?? '').slice(0, 2000);
}
