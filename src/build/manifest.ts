/** Layer 4. manifest.json: what a build was made from and what it made, by hash; facts per file. */
import { join } from 'node:path';
import { z } from 'zod';
import type { ChartForm } from '../document/chart.js';
import { figuresOf } from '../facts/checks/jump.js';
import type { Fact, FactId } from '../facts/fact.js';
import { type LanguageTag, qualifier, quantity } from '../facts/schema.js';
import type { World } from '../world.js';
import { type InputFile, sha256 } from './inputs.js';
import { producerOf } from './pdf-bytes.js';
import { version } from './version.js';

/** Plain names in a folder or one below: a manifest that was tampered with must not lead a removal elsewhere. */
const outputPath = z.string().regex(/^(?!\.)[^/\\]+(\/(?!\.)[^/\\]+)?$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestFile = z.object({
  zonebrief: z.string(),
  zone: z.string(),
  editionDate: z.string(),
  inputs: z.array(z.object({ path: z.string(), sha256: hash })),
  outputs: z.array(z.object({ path: outputPath, sha256: hash, facts: z.array(z.string()) })),
  /** What made the PDFs, with its version: another one makes other bytes. Absent where there are none. */
  pdf: z.string().optional(),
  /** That charts were asked for as native ones; absent where they are pictures. */
  charts: z.literal('native').optional(),
  /** Every figure of this edition, for the next to be compared with; absent in manifests of older versions. */
  facts: z
    .record(
      z.string(),
      z.object({ ...quantity.pick({ amount: true, max: true, unit: true, per: true }).shape, qualifier }),
    )
    .optional(),
});
export type Manifest = z.infer<typeof manifestFile>;

/** One file that was made. */
export interface Output {
  /** Below the zone's output folder, with forward slashes: charts/fund-structure.en.png */
  readonly name: string;
  readonly content: Uint8Array;
  /** The facts it prints, and the parts of derived ones. */
  readonly facts: readonly FactId[];
  /** Of decks and summaries, which can be made a PDF of: their language, the first of two. */
  readonly language?: LanguageTag | undefined;
}

export function makeManifest(
  zone: string,
  editionDate: string,
  inputs: readonly InputFile[],
  outputs: readonly Output[],
  facts: Iterable<Fact> = [],
  charts: ChartForm = 'image',
): Manifest {
  const pdf = outputs.find(({ name }) => name.endsWith('.pdf'));
  const producer = pdf && producerOf(pdf.content);
  return {
    zonebrief: version,
    zone,
    editionDate,
    inputs: [...inputs],
    outputs: outputs.map(({ name, content, facts }) => ({
      path: name,
      sha256: sha256(content),
      facts: [...facts].sort(),
    })),
    ...(producer !== undefined && { pdf: producer }),
    ...(charts === 'native' && { charts }),
    facts: figuresOf(facts),
  };
}

/** The figures of the edition built last, from the manifest in a zone's output folder. */
export async function earlierFigures(world: World, folder: string): Promise<Manifest['facts']> {
  return (await readManifest(world, join(folder, 'manifest.json')))?.facts;
}

/** The manifest of an earlier build; nothing where there is none, or one that cannot be understood. */
export async function readManifest(world: World, path: string): Promise<Manifest | undefined> {
  if ((await world.kindOf(path)) !== 'file') return undefined;
  try {
    return manifestFile.parse(JSON.parse(await world.readText(path)));
  } catch {
    return undefined;
  }
}
