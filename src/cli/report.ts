/** Layer 6. Findings and progress, for a person at a terminal. */
import { isAbsolute, relative, sep } from 'node:path';
import type { BuildReport } from '../build/report.js';
import { type Diagnostic, formatDiagnostic } from '../diagnostic.js';
import type { Terminal } from './terminal.js';

/** Places as a person would type them: from where the command was called. */
export function fromHere(terminal: Terminal, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { at } = diagnostic;
    const near = at && isAbsolute(at.file) ? relative(terminal.cwd, at.file) : undefined;
    // Other places are named in the words: "each id once; the first is at …".
    const here = terminal.cwd.endsWith(sep) ? terminal.cwd : `${terminal.cwd}${sep}`;
    const shorten = (text: string | undefined) => (here.length > 1 ? text?.replaceAll(here, '') : text);
    return {
      ...diagnostic,
      message: shorten(diagnostic.message) ?? '',
      ...(at && { at: { ...at, file: near === undefined || near.startsWith('..') ? at.file : near } }),
      ...(diagnostic.expected !== undefined && { expected: shorten(diagnostic.expected) }),
      ...(diagnostic.hint !== undefined && { hint: shorten(diagnostic.hint) }),
    };
  });
}

/** All findings on stderr, errors last so that they stand above the prompt, then how many there are. */
export function printFindings(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const warnings = diagnostics.filter((diagnostic) => diagnostic.severity === 'warning');
  for (const diagnostic of fromHere(terminal, [...warnings, ...errors]))
    terminal.err(`${paintFinding(terminal, diagnostic)}\n\n`);
  terminal.err(`${findingsIn(diagnostics)}\n`);
}

function paintFinding(terminal: Terminal, diagnostic: Diagnostic): string {
  const [first = '', ...rest] = formatDiagnostic(diagnostic).split('\n');
  const tag = `${diagnostic.severity} ${diagnostic.code}:`;
  const painted = first.replace(tag, () =>
    terminal.paint(diagnostic.severity === 'error' ? 'red' : 'yellow', tag),
  );
  return [
    painted,
    ...rest.map((line) => (/^ +(\d+)? *\|/.test(line) ? terminal.paint('dim', line) : line)),
  ].join('\n');
}

/** "2 errors, 1 warning"; empty where there are none. */
export function findingsIn(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return [count(errors, 'error'), count(diagnostics.length - errors, 'warning')].filter(Boolean).join(', ');
}

/** "0.31 s" */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

/** Of a zone whose report has findings that stand in the way: what that came to. */
export function failure(terminal: Terminal, { edition, held }: BuildReport, write: boolean): string {
  if (!write) return terminal.paint('red', 'would not be built');
  const stays = edition ? `; edition ${edition.id} stays` : ', and there is no earlier edition';
  const where = held === undefined ? '' : `: see ${relative(terminal.cwd, held)}`;
  return `${terminal.paint('red', 'held back')}${stays}${where}`;
}

/** "1 error", "3 errors", and nothing of nothing. */
export function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** 1.2 MB, 34 kB */
export function size(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1e3))} kB`;
}

/** Says what is being done, once it takes longer than a second. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #quiet: boolean;
  readonly #began: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(terminal: Terminal, quiet = false) {
    this.#terminal = terminal;
    this.#quiet = quiet;
    this.#began = terminal.world.now().getTime();
  }

  step(text: string): void {
    this.done();
    if (this.#quiet) return;
    const say = () => this.#terminal.err(`${this.#terminal.paint('dim', `${text} …`)}\n`);
    const elapsed = this.#terminal.world.now().getTime() - this.#began;
    if (elapsed >= 1000) say();
    // Steps that compute without a pause do not let the timer through; the next step then speaks for itself.
    else this.#timer = setTimeout(say, 1000 - elapsed).unref();
  }

  done(): void {
    clearTimeout(this.#timer);
  }
}
