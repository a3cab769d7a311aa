/** Layer 4. The build as library users call it: on the machine itself unless told otherwise, findings thrown. */
import { FindingsError } from '../diagnostic.js';
import type { Ledger } from '../facts/fact.js';
import { nodeWorld, type World } from '../world.js';
import { type BuildOptions, buildZone, checkZone } from './build.js';
import { readLedger } from './facts.js';
import type { BuildReport } from './report.js';

interface InWorld {
  /** Left out: files, clock and environment of the machine. */
  readonly world?: World | undefined;
}
export type BriefingOptions = BuildOptions & InWorld;
export type CheckOptions = BuildOptions & InWorld;

/**
 * Makes all files of a zone, or none.
 * @throws {FindingsError} when facts, template or layout have errors; what stood in the output folder is untouched
 * @throws {UsageError} when the folder cannot be written, or a language is asked for that the zone does not have
 */
export async function buildBriefing({
  world = nodeWorld(),
  ...options
}: BriefingOptions): Promise<BuildReport> {
  const report = await buildZone(world, options);
  if (!report.ok) throw new FindingsError(report.diagnostics);
  return report;
}

/**
 * Does all that `buildBriefing` does but write, and throws no findings: `ok` and `diagnostics` say them.
 * @throws {UsageError} when a language is asked for that the zone does not have
 */
export async function checkBriefing({ world = nodeWorld(), ...options }: CheckOptions): Promise<BuildReport> {
  return checkZone(world, options);
}

/**
 * The facts of a zone's folder (`data/<zone>`), checked, derived ones computed.
 * @throws {FindingsError} when they have errors
 */
export async function loadFacts(zoneFolder: string, options: InWorld = {}): Promise<Ledger> {
  return readLedger(options.world ?? nodeWorld(), zoneFolder);
}
