/** Layer 4. state.json read and written through a world: see state.ts for what it holds. */
import { join } from 'node:path';
import { today } from '../facts/dates.js';
import type { Fact } from '../facts/fact.js';
import type { World } from '../world.js';
import { checksum } from './checksum.js';
import { engine } from './engine.js';
import { type Seen, sha256 } from './inputs.js';
import type { BuildReport } from './report.js';
import {
  type BuildState,
  type DecidingOptions,
  holds,
  lastDay,
  optionsKey,
  type Probe,
  parseState,
  stateFile,
} from './state.js';
import type { Store } from './store/store.js';

interface Asked extends DecidingOptions {
  readonly root: string;
}

/** The report of the last build where a build now would make nothing else. */
export async function readIfUnchanged(
  world: World,
  store: Store,
  asked: Asked,
): Promise<BuildReport | undefined> {
  const path = stateFile(store.backstage);
  if ((await world.kindOf(path)) !== 'file') return undefined;
  const state = parseState(await world.readText(path), engine);
  if (!state) return undefined;
  const options = { root: asked.root, options: optionsKey(asked) };
  try {
    const probe = await probeOf(world, state, store);
    return holds(state, probe, options, store) ? (state.report as BuildReport) : undefined;
  } catch {
    // Of another form: it says nothing then.
    return undefined;
  }
}

/** Everything the state will ask of the world, asked beforehand. */
async function probeOf(world: World, { seen, outputs }: BuildState, store: Store): Promise<Probe> {
  const { folder, backstage } = store;
  const gather = async <Answer>(paths: readonly string[], ask: (path: string) => Promise<Answer>) =>
    new Map(
      await Promise.all(paths.map(async (path) => [path, await ask(path).catch(() => undefined)] as const)),
    );
  const files = [...Object.keys(seen.files), ...Object.keys(outputs).map((name) => join(folder, name))];
  const checksums = await gather(files, async (file) => checksum(await world.readBytes(file)));
  const lists = await gather([...Object.keys(seen.lists), backstage], world.list);
  const kinds = await gather([...Object.keys(seen.kinds), join(folder, 'held.md')], world.kindOf);
  const realPaths = await gather(Object.keys(seen.realPaths), world.realPath);
  return {
    checksumOf: (path) => checksums.get(path),
    list: (path) => lists.get(path) ?? [],
    kindOf: (path) => kinds.get(path) ?? 'nothing',
    realPath: (path) => realPaths.get(path),
    environment: world.environment,
    now: world.now,
  };
}

export interface Built {
  readonly seen: Seen | undefined;
  readonly facts: Iterable<Fact>;
  /** SHA-256 by name of the files that were made. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly manifest: string;
  readonly report: BuildReport;
}

/** Losing it costs the next build its time and nothing else, so what keeps it from being written is no fault. */
export async function writeState(
  world: World,
  store: Store,
  asked: Asked,
  { seen, facts, outputs, manifest, report }: Built,
): Promise<void> {
  const path = stateFile(store.backstage);
  const made = await checksumsOf(world, store, outputs, manifest).catch(() => undefined);
  if (!seen || !made) return world.remove(path).catch(() => undefined);
  const { changes: _, gone: __, ...rest } = report;
  const state: BuildState = {
    format: 1,
    engine,
    root: asked.root,
    options: optionsKey(asked),
    seen,
    from: today(world.environment('SOURCE_DATE_EPOCH'), world.now()),
    until: lastDay([...facts].flatMap(({ expires }) => expires ?? [])),
    outputs: made,
    report: {
      ...rest,
      outcome: 'unchanged',
      outputs: report.outputs.map((file) => ({ ...file, changed: false })),
    } satisfies BuildReport,
  };
  const text = `${JSON.stringify(state)}\n`;
  try {
    if ((await world.kindOf(path)) === 'file' && (await world.readText(path)) === text) return;
    await world.write(`${path}.new`, text);
    await world.move(`${path}.new`, path);
  } catch {
    await world.remove(path).catch(() => undefined);
  }
}

/** Of the files as they were made; undefined where one that stands there was edited since. */
async function checksumsOf(
  world: World,
  { folder }: Store,
  outputs: ReadonlyMap<string, string>,
  manifest: string,
): Promise<Record<string, string> | undefined> {
  let edited = false;
  const read = async ([name, hash]: readonly [string, string]): Promise<[string, string]> => {
    const content = await world.readBytes(join(folder, name));
    edited ||= sha256(content) !== hash;
    return [name, checksum(content)];
  };
  const made = await Promise.all([...outputs].map(read));
  if (edited) return undefined;
  return {
    'manifest.json': checksum(new TextEncoder().encode(manifest)),
    ...Object.fromEntries(made),
  };
}
