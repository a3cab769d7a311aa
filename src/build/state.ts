/**
 * Layer 4. state.json, backstage: all that the last build of a zone read and made, by checksum, so that the next can tell that
 * nothing changed without reading what it means. Loads next to nothing: it is most of a build that has nothing to do.
 *
 * It holds where the program, the options and the root are the same; every file read, folder listed and path looked for
 * gives the same answer, the environment too; no fact expired meanwhile, and no day went back; every output and the
 * manifest are there byte for byte; no edition is held, and no build runs or was cut short.
 */
import { join } from 'node:path';
import { today } from '../facts/dates.js';
import { checksumOfNames } from './checksum.js';
import type { Seen } from './inputs.js';
import { wasCutShort } from './store/leftovers.js';

export interface BuildState {
  readonly format: 1;
  readonly engine: string;
  readonly root: string;
  /** What was asked for: `optionsKey`. */
  readonly options: string;
  readonly seen: Seen;
  /** The day of the build, ISO; an earlier one may find other facts expired. */
  readonly from: string;
  /** The last day before a fact expires. */
  readonly until?: string | undefined;
  /** Checksums by name, the manifest's among them. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The build's report, as it is when nothing changed. */
  readonly report: unknown;
}

/** What the state is held against. Synchronous, since it is asked a hundred things that take microseconds each. */
export interface Probe {
  /** undefined where there is no file that can be read. */
  checksumOf(path: string): string | undefined;
  list(path: string): readonly string[];
  kindOf(path: string): 'file' | 'folder' | 'nothing';
  realPath(path: string): string | undefined;
  environment(name: string): string | undefined;
  now(): Date;
}

export const stateFile = (backstage: string): string => join(backstage, 'state.json');

/** Charts drawn before: chart-cache.ts. */
export const chartFolder = (backstage: string): string => join(backstage, 'charts');

/** Of a text that was cut off, or is of another program, nothing. */
export function parseState(text: string, engine: string): BuildState | undefined {
  try {
    const state = JSON.parse(text) as BuildState;
    return state.format === 1 && state.engine === engine ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Options that decide what is made; paths are absolute. */
export interface DecidingOptions {
  readonly languages?: readonly string[] | undefined;
  readonly summaries?: readonly (readonly string[])[] | undefined;
  readonly arrangement?: string | undefined;
  readonly theme?: string | undefined;
  readonly charts?: string | undefined;
  readonly sources?: string | undefined;
  readonly coverage?: boolean | undefined;
  readonly strict?: boolean | undefined;
  readonly pdf?: unknown;
}

export function optionsKey(options: DecidingOptions): string {
  const { languages, summaries, arrangement, theme, charts, sources, coverage, strict, pdf } = options;
  return JSON.stringify([
    languages ?? null,
    summaries ?? null,
    arrangement ?? null,
    theme ?? null,
    charts ?? 'image',
    sources ?? null,
    Boolean(coverage),
    Boolean(strict),
    Boolean(pdf),
  ]);
}

/** @param place the zone's folder and what is backstage of it */
export function holds(
  state: BuildState,
  probe: Probe,
  asked: { readonly root: string; readonly options: string },
  place: { readonly folder: string; readonly backstage: string },
): boolean {
  if (state.root !== asked.root || state.options !== asked.options) return false;
  const { seen, from, until, outputs } = state;
  const day = today(probe.environment('SOURCE_DATE_EPOCH'), probe.now());
  if (day < from || (until !== undefined && day > until)) return false;
  for (const [name, value] of Object.entries(seen.environment))
    if ((probe.environment(name) ?? null) !== value) return false;
  // An edition that is held, a build that runs, one that was cut short.
  if (probe.kindOf(join(place.folder, 'held.md')) !== 'nothing') return false;
  if (wasCutShort(probe.list(place.backstage))) return false;
  for (const [path, kind] of Object.entries(seen.kinds)) if (probe.kindOf(path) !== kind) return false;
  for (const [path, names] of Object.entries(seen.lists))
    if (checksumOfNames(probe.list(path)) !== names) return false;
  for (const [path, real] of Object.entries(seen.realPaths)) if (probe.realPath(path) !== real) return false;
  return (
    Object.entries(seen.files).every(([path, hash]) => probe.checksumOf(path) === hash) &&
    Object.entries(outputs).every(([name, hash]) => probe.checksumOf(join(place.folder, name)) === hash)
  );
}

/** Expiry dates as the last days on which the facts hold: "2026-02" lasts through "2026-02-31", which no day is after. */
export function lastDay(expires: readonly string[]): string | undefined {
  return expires
    .map((date) => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date))
    .sort()[0];
}
