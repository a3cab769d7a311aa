/** Layer 4. A zone's inputs → its edition: whole, kept as it is, or held back. */
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, UsageError } from '../diagnostic.js';
import { figuresOf } from '../facts/checks/jump.js';
import type { World } from '../world.js';
import { tidyCharts } from './chart-cache.js';
import { type Previous, planEdition } from './edition.js';
import { heldText } from './held.js';
import { recordingWorld } from './inputs.js';
import { type Made, type MakeOptions, makeZone } from './make.js';
import { type Manifest, manifestText } from './manifest.js';
import { manifestFor, saysTheSame } from './manifest-for.js';
import { byName } from './output.js';
import { outputFolder } from './paths.js';
import { previousEdition } from './previous.js';
import type { BuildReport, EditionReport } from './report.js';
import { editedFindings, standingFiles } from './standing.js';
import { retire } from './store/editions.js';
import { hold, release } from './store/held.js';
import { type LockOptions, withLock } from './store/lock.js';
import { publish } from './store/publish.js';
import { recover } from './store/recover.js';
import { type HeldStore, storeOf } from './store/store.js';
import { readIfUnchanged, writeState } from './unchanged.js';

export interface BuildOptions
  extends Omit<MakeOptions, 'earlier' | 'keep' | 'cache' | 'editionFor'>,
    LockOptions {
  /**
   * The zone gets a folder of its own in it; left out: `out/` in the root. What stands there is the edition before.
   */
  readonly out?: string | undefined;
  /** Make every file anew, though nothing changed. */
  readonly force?: boolean | undefined;
  /** Replace files that were edited by hand; the edited one is kept beside it. */
  readonly overwrite?: boolean | undefined;
}

/**
 * Makes briefing.<lang>.pptx, summary.<lang>-<lang>.docx, charts/<id>.<lang>.png and manifest.json, as far as they are not
 * there as they would be made. Findings do not throw: they are in the report and in held.md, and the edition before
 * stays.
 * @throws {UsageError} when the folder cannot be written, another build of the zone does not end, or a language is asked
 * for that the zone does not have; the edition before stays then, too
 */
export async function buildZone(world: World, options: BuildOptions): Promise<BuildReport> {
  const root = resolve(options.root);
  const folder = outputFolder(root, options);
  const store = await storeOf(world, dirname(folder), options.zone);
  return withLock(world, store, options, async (held) => {
    for (const done of await recover(world, held)) options.onStep?.(done);
    const unchanged = options.force ? undefined : await readIfUnchanged(world, held, { ...options, root });
    return unchanged ?? buildEdition(world, held, { ...options, root });
  });
}

async function buildEdition(world: World, store: HeldStore, options: BuildOptions): Promise<BuildReport> {
  const { root, zone } = options;
  const recording = recordingWorld(world, root, store.backstage);
  // Read past the recording: what was built last is no input of what is built now.
  const previous = await previousEdition(world, store);
  if (previous.fault !== undefined) options.onStep?.(`${previous.fault}; every file is made anew`);
  const standing = await standingFiles(world, store, previous, options);
  const cache = { backstage: store.backstage, fresh: options.force === true };
  const made = standing.spare(
    await makeFrom(recording.world, previous, { ...options, keep: standing.keep, cache }),
  );
  const diagnostics = [
    ...made.diagnostics,
    ...editedFindings(standing.edited, made, store.folder, options.overwrite),
  ];
  const stopped = diagnostics.some(({ severity }) => severity === 'error' || options.strict === true);
  const { ledger, plan, edition } = made;
  if (stopped || !ledger || !plan || !edition) return heldBack();

  options.onStep?.('putting the files in place');
  const manifest = manifestFor({ ...options, edition, plan, made, inputs: recording.inputs() });
  const standingText = await textThatStands();
  const text = standingText ?? manifestText(manifest);
  const retention = ledger.zone.editions ?? {};
  const { written, gone } = await publish(world, store, {
    outputs: [
      ...made.outputs.map(({ name, content }) => ({ name, content })),
      ...made.kept.map(({ name }) => ({ name, content: 'keep' as const })),
    ].sort(byName),
    manifest: text,
    archive: edition.isNew && previous.isCurrent ? edition.since : undefined,
    retention,
    keepCopies: options.overwrite ? standing.edited : [],
  });
  await release(world, store);
  await tidyCharts(world, cache, made.charts);
  const changed = written.some((file) => file.changed);
  if (!changed) await retire(world, store, retention, edition.date);
  const factsOf = new Map(manifest.outputs.map(({ path, facts }) => [path, facts]));
  const report: BuildReport = {
    ...reportOf(zone, made, diagnostics),
    ok: true,
    outputs: written.map((file) => ({ ...file, facts: factsOf.get(file.name) ?? [] })),
    outcome: edition.isNew ? 'made' : changed ? 'rebuilt' : 'unchanged',
    edition: editionReport(manifest),
    ...(gone.length > 0 && { gone }),
    ...(edition.isNew && edition.since !== undefined && { changes: edition.changes }),
    ...(standing.edited.length > 0 && { edited: standing.edited }),
  };
  await writeState(world, store, options, {
    seen: recording.seen(),
    facts: ledger.facts.values(),
    outputs: new Map(manifest.outputs.map(({ path, sha256 }) => [path, sha256])),
    manifest: text,
    report,
  });
  return report;

  /** The manifest that stands stays where only the files it was read from are others: a comment is no change. */
  async function textThatStands(): Promise<string | undefined> {
    if (!previous.isCurrent || !previous.manifest || !saysTheSame(previous.manifest, manifest))
      return undefined;
    return world.readText(join(store.folder, 'manifest.json'));
  }

  async function heldBack(): Promise<BuildReport> {
    const stays = previous.isCurrent ? editionReport(previous.manifest) : undefined;
    // A zone that neither is nor was has no folder to leave a word in.
    const isThere =
      (await world.kindOf(store.folder)) === 'folder' ||
      (await world.kindOf(join(root, 'data', zone))) === 'folder';
    const text = heldText(diagnostics, { zone, root, stays: stays?.id });
    const report = {
      ...reportOf(zone, made, diagnostics),
      ok: false,
      outcome: 'held' as const,
      edition: stays,
      ...(standing.edited.length > 0 && { edited: standing.edited }),
    };
    if (!isThere) return report;
    try {
      return { ...report, held: await hold(world, store, text) };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      // What is wrong must be told, even where it cannot be written down.
      const unwritten: Diagnostic = {
        code: 'build/held-not-written',
        severity: 'warning',
        message: `held.md could not be written: ${error.message}`,
        hint: error.hint,
      };
      return { ...report, diagnostics: [...diagnostics, unwritten] };
    }
  }
}

/** Makes all that is not kept, as the edition that follows from the one before. */
async function makeFrom(
  world: World,
  previous: Previous,
  options: Omit<MakeOptions, 'earlier' | 'editionFor'>,
): Promise<Made> {
  return makeZone(world, {
    ...options,
    earlier: previous.manifest && figuresOf(previous.manifest.facts),
    editionFor: (ledger) => planEdition(ledger, previous),
  });
}

/** Does all that `buildZone` does but write. */
export async function checkZone(world: World, options: BuildOptions): Promise<BuildReport> {
  const root = resolve(options.root);
  const store = await storeOf(world, dirname(outputFolder(root, options)), options.zone);
  const made = await makeFrom(world, await previousEdition(world, store), { ...options, root });
  const outputs = made.outputs.map(({ name, content, facts }) => ({
    name,
    bytes: content.length,
    facts: [...facts].sort(),
  }));
  return { ...reportOf(options.zone, made, made.diagnostics), outputs };
}

function reportOf(
  zone: string,
  { ok, ledger, sources }: Made,
  diagnostics: readonly Diagnostic[],
): BuildReport {
  const facts = ledger?.facts.size ?? 0;
  return { ok, zone, editionDate: ledger?.editionDate, facts, outputs: [], sources, diagnostics };
}

function editionReport(manifest: Manifest | undefined): EditionReport | undefined {
  if (!manifest || manifest.edition.number === 0) return undefined;
  const { content: _, ...edition } = manifest.edition;
  return edition;
}
