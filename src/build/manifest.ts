/** Layer 4. manifest.json: which edition stands in a zone's folder, what it was made from and what it says. */
import { join } from 'node:path';
import * as z from 'zod';
import { factChange } from '../facts/changes.js';
import { type EarlierFigures, figuresOf } from '../facts/checks/jump.js';
import { languageTag } from '../facts/schema.js';
import { snapshotFile } from '../facts/snapshot.js';
import type { World } from '../world.js';

/** Plain names in a folder or one below: a manifest that was tampered with must not lead a removal elsewhere. */
const outputPath = z.string().regex(/^(?!\.)[^/\\]+(\/(?!\.)[^/\\]+)?$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** 2026-01-19.1; it names a folder. */
export const editionId = z.string().regex(/^\d{4}-\d\d-\d\d\.\d{1,6}$/);
const number = z.int().min(0);

const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  at: z.object({ file: z.string() }).optional(),
  expected: z.string().optional(),
  hint: z.string().optional(),
});

const outputEntry = z.object({
  path: outputPath,
  sha256: hash,
  /** See keys.ts; none where its layout had warnings, which are looked for again then. */
  key: hash.optional(),
  /** The edition it says it is of. */
  edition: editionId,
  facts: z.array(z.string()),
  /** The files that decide it, as `inputs` name them. */
  inputs: z.array(z.string()),
  /** What the check of the finished file said. */
  warnings: z.array(diagnostic).optional(),
});

/** What decks, summaries or changes.md say of their edition. */
const kindEntry = z.object({
  edition: editionId,
  number,
  /** The edition that `changes` compare with. */
  since: z.object({ id: editionId, date, number, sources: snapshotFile.shape.sources }).optional(),
  changes: z.array(factChange),
});

export const manifestFile = z.object({
  zonebrief: z.string(),
  format: z.literal(2),
  /** The program that made it: its version and a hash. */
  engine: z.string(),
  zone: z.string(),
  edition: z.object({
    id: editionId,
    date,
    /** From 1, within the date. 0: built by a version that counted no editions. */
    number,
    /** Hash over what its facts and sources say. */
    content: hash,
    /** The edition before it. */
    since: editionId.optional(),
  }),
  options: z.object({
    languages: z.array(languageTag),
    summaries: z.array(z.array(languageTag)),
    /** Asked for in place of the zone's. */
    theme: z.string().optional(),
  }),
  /** As they were when an output, or what the edition says, last changed. */
  inputs: z.array(z.object({ path: z.string(), sha256: hash })),
  outputs: z.array(outputEntry),
  kinds: z.object({ deck: kindEntry.optional(), summary: kindEntry.optional() }),
  /** All that changed against the edition before, which changes.md tells; absent in a first edition. */
  changes: kindEntry.optional(),
  /** What made the PDFs, with its version: another one makes other bytes. Absent where there are none. */
  pdf: z.string().optional(),
  /** That charts were asked for as native ones; absent where they are pictures. */
  charts: z.literal('native').optional(),
  ...snapshotFile.shape,
});
export type Manifest = z.infer<typeof manifestFile>;
export type OutputEntry = Manifest['outputs'][number];
/** Decks and summaries are numbered apart: a fact that only one of them prints makes no new edition of the other. */
export type Kind = keyof Manifest['kinds'];
export type KindEntry = z.infer<typeof kindEntry>;

/** Of the versions that counted no editions. */
const manifestBefore = z.object({
  zonebrief: z.string(),
  zone: z.string(),
  editionDate: date,
  outputs: z.array(z.object({ path: outputPath, sha256: hash, facts: z.array(z.string()) })),
});

/**
 * A manifest's value from its text. One of a version that counted no editions is read as number 0: its files are known
 * by their hashes, but nothing is compared with it.
 * @throws when it is no manifest
 */
export function parseManifest(text: string): Manifest {
  const raw: unknown = JSON.parse(text);
  const before = manifestBefore.safeParse(raw).data;
  if (!before) return manifestFile.parse(raw);
  const { zonebrief, zone, editionDate, outputs } = before;
  const id = `${editionDate}.0`;
  return {
    zonebrief,
    format: 2,
    engine: zonebrief,
    zone,
    edition: { id, date: editionDate, number: 0, content: '0'.repeat(64) },
    options: { languages: [], summaries: [] },
    inputs: [],
    outputs: outputs.map((output) => ({ ...output, edition: id, inputs: [] })),
    kinds: {},
    facts: {},
    sources: {},
  };
}

/** As it is written: the same manifest, the same bytes. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** The manifest of an earlier build; nothing where there is none, or one that cannot be understood. */
export async function readManifest(world: World, path: string): Promise<Manifest | undefined> {
  if ((await world.kindOf(path)) !== 'file') return undefined;
  try {
    return parseManifest(await world.readText(path));
  } catch {
    return undefined;
  }
}

/** The figures of the edition built last, from the manifest in a zone's output folder. */
export async function earlierFigures(world: World, folder: string): Promise<EarlierFigures | undefined> {
  const manifest = await readManifest(world, join(folder, 'manifest.json'));
  return manifest && figuresOf(manifest.facts);
}
