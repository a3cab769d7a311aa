/**
 * Layer 6. `zonebrief build` where nothing changed: answered from what the last build noted (build/state.ts), in little
 * more time than Node takes to start. That is why this reads files itself and knows the flags itself; whatever it does not
 * know, or finds otherwise, is left to the build.
 */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checksum } from '../build/checksum.js';
import { engine } from '../build/engine.js';
import type { BuildReport } from '../build/report.js';
import { holds, optionsKey, type Probe, parseState, stateFile } from '../build/state.js';
import { type DecidingFlags, decidingOptions } from './build-options.js';
import { itemsOf, languagePairsOf } from './lists.js';
import { unchangedLine } from './unchanged-line.js';

interface Asked {
  readonly zones: readonly string[];
  readonly flags: DecidingFlags & {
    readonly root?: string;
    readonly out?: string;
    readonly pdf?: boolean;
    readonly json?: boolean;
    readonly quiet?: boolean;
  };
}

const taking = /^--(root|out|languages|summaries|arrangement|theme|charts|sources)(?:=(.*))?$/;
const plain = /^--(strict|pdf|json|quiet)$/;

/** The words after `build`; undefined where one is not known here. */
export function readWords(words: readonly string[]): Asked | undefined {
  const zones: string[] = [];
  const flags: Record<string, unknown> = {};
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, value] = taking.exec(word === '-o' ? '--out' : word) ?? [];
    const [, flag] = plain.exec(word) ?? [];
    if (flag) flags[flag] = true;
    else if (name) {
      const given = value ?? rest.shift();
      if (given === undefined || given === '' || given.startsWith('-')) return undefined;
      flags[name] =
        name === 'languages' ? itemsOf(given) : name === 'summaries' ? languagePairsOf(given) : given;
      if (flags[name] === undefined) return undefined;
    } else if (word.startsWith('-')) return undefined;
    else zones.push(word);
  }
  return { zones, flags };
}

/** @returns whether it was answered; where not, nothing was printed */
export function answerUnchanged(words: readonly string[], cwd: string): boolean {
  const asked = words[0] === 'build' ? readWords(words.slice(1)) : undefined;
  if (!asked) return false;
  const { flags } = asked;
  const root = resolve(cwd, flags.root ?? '.');
  const out = resolve(cwd, flags.out ?? join(root, 'out'));
  // What was found in copies of the sources is printed, and so is every warning: the build does that.
  if (flags.sources !== undefined && !flags.json && !flags.quiet) return false;
  try {
    const options = optionsKey({ ...decidingOptions(flags, cwd), pdf: flags.pdf });
    const reports: BuildReport[] = [];
    for (const zone of zonesFor(root, asked.zones) ?? ['']) {
      const report = unchangedReport(zone, { root, out, options });
      if (!report || report.diagnostics.length > 0) return false;
      reports.push(report);
    }
    if (flags.json) print(`${JSON.stringify({ ok: true, zones: reports }, null, 2)}\n`);
    else if (!flags.quiet) print(reports.map(unchangedLine).join(''));
    return true;
  } catch {
    return false;
  }
}

/** Those that are named, or all; as zones.ts finds them. undefined where one is no zone. */
function zonesFor(root: string, named: readonly string[]): string[] | undefined {
  const data = join(root, 'data');
  const isZone = (name: string): boolean =>
    !name.startsWith('.') &&
    ['zone.yaml', 'facts'].some((sign) => kindOf(join(data, name, sign)) !== 'nothing');
  if (named.length === 0) {
    const all = listOf(data).filter(isZone);
    return all.length > 0 ? all : undefined;
  }
  const names = named.map((name) => name.replace(/^(\.?[\\/])?data[\\/]/, '').replace(/[\\/]+$/, ''));
  return names.every((name) => name !== '' && basename(name) === name && isZone(name))
    ? [...new Set(names)]
    : undefined;
}

/**
 * What the build of a zone would say that has nothing to do; undefined where it may have.
 * @throws where there is no state to go by
 */
export function unchangedReport(
  zone: string,
  { root, out, options }: { root: string; out: string; options: string },
): BuildReport | undefined {
  if (zone === '') return undefined;
  const named = join(out, zone);
  // As storeOf has it: backstage is beside what a link leads to.
  const folder = lstatSync(named).isSymbolicLink() ? realpathSync(named) : named;
  const backstage = join(dirname(folder), '.zonebrief', basename(folder));
  const file = stateFile(backstage);
  // To read a pipe would be to wait for whoever writes into it.
  const state = kindOf(file) === 'file' ? parseState(readFileSync(file, 'utf8'), engine) : undefined;
  if (!state || listOf(join(backstage, 'lock')).length > 0) return undefined;
  return holds(state, probe, { root, options }, { folder, backstage })
    ? (state.report as BuildReport)
    : undefined;
}

const probe: Probe = {
  checksumOf(path) {
    try {
      return kindOf(path) === 'file' ? checksum(readFileSync(path)) : undefined;
    } catch {
      return undefined;
    }
  },
  list: listOf,
  kindOf,
  realPath(path) {
    try {
      return realpathSync(path);
    } catch {
      return undefined;
    }
  },
  environment: (name) => process.env[name],
  now: () => new Date(),
};

function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  const found = statSync(path, { throwIfNoEntry: false });
  // As the world has it, which takes no pipe or device for a file.
  return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : 'nothing';
}

function listOf(path: string): string[] {
  return kindOf(path) === 'folder' ? readdirSync(path).sort() : [];
}

/** `process.stdout` alone would take as long to set up as all of the above. */
function print(text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that has seen enough, or one that is slower than we are.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}
