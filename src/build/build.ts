/** Layer 4. A zone's inputs → all of its outputs, or none. */
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';
import type { FactId } from '../facts/fact.js';
import type { World } from '../world.js';
import { recordingWorld } from './inputs.js';
import { type MakeOptions, makeZone } from './make.js';
import { makeManifest } from './manifest.js';
import { writeOutputs } from './outputs.js';

export interface BuildOptions extends MakeOptions {
  /** The zone gets a folder of its own in it; left out: `out/` in the root. */
  readonly out?: string | undefined;
}

export interface BuildReport {
  /** No errors; with `strict`, no warnings either. */
  readonly ok: boolean;
  readonly zone: string;
  /** ISO; undefined where the facts could not be read. */
  readonly editionDate?: string | undefined;
  /** How many facts the zone has. */
  readonly facts: number;
  readonly outputs: readonly BuiltFile[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface BuiltFile {
  /** In the zone's output folder, with forward slashes. */
  readonly name: string;
  /** Where it was written; undefined for a check. */
  readonly path?: string | undefined;
  readonly bytes: number;
  /** Other bytes than the file that stood there; undefined for a check. */
  readonly changed?: boolean | undefined;
  /** The facts it prints, sorted; none for the manifest. */
  readonly facts: readonly FactId[];
}

/**
 * Makes briefing.<lang>.pptx, summary.<lang>-<lang>.docx, charts/<id>.<lang>.png and manifest.json. Findings do not
 * throw: they are in the report, and nothing in the output folder is touched then.
 * @throws {UsageError} when the folder cannot be written, or a language is asked for that the zone does not have
 */
export async function buildZone(world: World, options: BuildOptions): Promise<BuildReport> {
  const root = resolve(options.root);
  const recording = recordingWorld(world, root);
  const made = await makeZone(recording.world, { ...options, root });
  if (!made.ok || !made.ledger) return report(options.zone, made, []);
  options.onStep?.('putting the files in place');
  const manifest = makeManifest(options.zone, made.ledger.editionDate, recording.inputs(), made.outputs);
  const folder = join(resolve(options.out ?? join(root, 'out')), options.zone);
  const written = await writeOutputs(world, folder, made.outputs, manifest);
  const factsOf = new Map(manifest.outputs.map(({ path, facts }) => [path, facts]));
  return report(
    options.zone,
    made,
    written.map((file) => ({ ...file, facts: factsOf.get(file.name) ?? [] })),
  );
}

/** Does all that `buildZone` does but write. */
export async function checkZone(world: World, options: MakeOptions): Promise<BuildReport> {
  const made = await makeZone(world, { ...options, root: resolve(options.root) });
  const files = made.outputs.map(({ name, content, facts }) => ({
    name,
    bytes: content.length,
    facts: [...facts].sort(),
  }));
  return report(options.zone, made, files);
}

function report(
  zone: string,
  { ok, ledger, diagnostics }: Awaited<ReturnType<typeof makeZone>>,
  outputs: readonly BuiltFile[],
): BuildReport {
  return { ok, zone, editionDate: ledger?.editionDate, facts: ledger?.facts.size ?? 0, outputs, diagnostics };
}
