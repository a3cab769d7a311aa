/** Layer 6. What a verb of the command line is, and the options several of them share. */
import { isAbsolute, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { itemsOf, languagePairsOf } from './lists.js';
import type { Terminal } from './terminal.js';

export interface Verb {
  /** One line for the list of verbs. */
  readonly summary: string;
  /** Declares arguments, options and examples. */
  describe(command: Command): void;
  /** @returns the exit code */
  run(terminal: Terminal, command: Command): Promise<number>;
}

export interface CommonFlags {
  readonly root?: string;
  readonly json?: boolean;
}

export function rootOption(command: Command): Command {
  return command.option('--root <dir>', 'folder that holds data/ and templates/ (default: this folder)');
}

export function jsonOption(command: Command): Command {
  return command.option('--json', 'print JSON, on stdout only');
}

/** A path as the user means it: from where the command was called. */
export function pathFrom(terminal: Terminal, path: string | undefined, otherwise = '.'): string {
  const wanted = path ?? otherwise;
  return isAbsolute(wanted) ? wanted : join(terminal.cwd, wanted);
}

/** As `itemsOf`. */
export function listOf(text: string): string[] {
  const items = itemsOf(text);
  if (!items) throw new InvalidArgumentError('Expected a list such as en,zh-CN.');
  return items;
}

/** As `languagePairsOf`. */
export function pairsOf(text: string): string[][] {
  listOf(text);
  const pairs = languagePairsOf(text);
  if (!pairs) throw new InvalidArgumentError('Expected one or two languages each, such as zh-CN-en.');
  return pairs;
}

/** Prints a value as JSON, the same shape for people and pipes. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
}
