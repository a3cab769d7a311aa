/** Layer 4. A zone's inputs → all of its outputs, or none. */
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';
import type { FactId } from '../facts/fact.js';
import type { World } from '../world.js';
import type { SourceReport } from './evidence.js';
import { recordingWorld } from './inputs.js';
import { type MakeOptions, makeZone } from './make.js';
import { earlierFigures, makeManifest } from './manifest.js';
import { writeOutputs } from './outputs.js';
import { outputFolder } from './paths.js';

export interface BuildOptions extends Omit<MakeOptions, 'earlier'> {
  /**
   * The zone gets a folder of its own in it; left out: `out/` in the root. The manifest there tells what the edition
   * built last said.
   */
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
  /** The sources with a copy at hand, and with `coverage` what they say that no fact uses. */
  readonly sources: readonly SourceReport[];
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
  const folder = outputFolder(root, options);
  // Read past the recording: what was built last is no input of what is built now.
  const earlier = await earlierFigures(world, folder);
  const made = await makeZone(recording.world, { ...options, root, earlier });
  if (!made.ok || !made.ledger) return report(options.zone, made, []);
  options.onStep?.('putting the files in place');
  const { editionDate, facts } = made.ledger;
  const manifest = makeManifest(
    options.zone,
    editionDate,
    recording.inputs(),
    made.outputs,
    facts.values(),
    options.charts,
  );
  const written = await writeOutputs(world, folder, made.outputs, manifest);
  const factsOf = new Map(manifest.outputs.map(({ path, facts }) => [path, facts]));
  return report(
    options.zone,
    made,
    written.map((file) => ({ ...file, facts: factsOf.get(file.name) ?? [] })),
  );
}

/** Does all that `buildZone` does but write. */
export async function checkZone(world: World, options: BuildOptions): Promise<BuildReport> {
  const root = resolve(options.root);
  const earlier = await earlierFigures(world, outputFolder(root, options));
  const made = await makeZone(world, { ...options, root, earlier });
  const files = made.outputs.map(({ name, content, facts }) => ({
    name,
    bytes: content.length,
    facts: [...facts].sort(),
  }));
  return report(options.zone, made, files);
}

function report(
  zone: string,
  { ok, ledger, sources, diagnostics }: Awaited<ReturnType<typeof makeZone>>,
  outputs: readonly BuiltFile[],
): BuildReport {
  const facts = ledger?.facts.size ?? 0;
  return { ok, zone, editionDate: ledger?.editionDate, facts, outputs, sources, diagnostics };
}
