/** Layer 6. Building a zone for `regenerate/`, and what a build's report means to whoever is told of it. */
import { join } from 'node:path';
import type { BuildOptions } from '../build/build.js';
import { outputFolder } from '../build/paths.js';
import type { BuildReport } from '../build/report.js';
import type { EditionName, Run } from '../regenerate/notify/report.js';
import type { Build } from '../regenerate/run.js';
import type { World } from '../world.js';
import { threadBeside } from './threads/beside.js';

/** Each build has its second thread for itself: a service that waits all day keeps none. */
export function builder(world: World, optionsFor: (zone: string) => Promise<BuildOptions>): Build {
  return async (zone) => {
    const { buildZone } = await import('../build/build.js');
    const thread = await threadBeside(world);
    try {
      const options = await optionsFor(zone);
      const report = await buildZone(world, { ...options, ...(thread && { beside: thread }) });
      return await runOf(world, report, outputFolder(options.root, options));
    } finally {
      await thread?.end();
    }
  };
}

/** @param folder of the zone, among the outputs */
export async function runOf(world: World, report: BuildReport, folder: string): Promise<Run> {
  const { zone, outcome = 'unchanged', edition, changes = [], diagnostics, held } = report;
  const since = edition?.since === undefined ? undefined : editionName(edition.since);
  return {
    zone,
    outcome,
    ...(edition && { edition: { id: edition.id, date: edition.date, number: edition.number } }),
    ...(since && outcome === 'made' && { since }),
    changes,
    diagnostics,
    ...(held !== undefined && { held }),
    folder,
    files: edition ? await filesOf(world, folder) : [],
  };
}

/** "2026-01-19.2" */
function editionName(id: string): EditionName {
  const dot = id.lastIndexOf('.');
  return { id, date: id.slice(0, dot), number: Number(id.slice(dot + 1)) };
}

/** Those of the edition that stands, as its manifest has them: of one that is held back the report names none. */
async function filesOf(world: World, folder: string): Promise<string[]> {
  const name = 'manifest.json';
  const { readManifest } = await import('../build/manifest.js');
  const manifest = await readManifest(world, join(folder, name));
  return manifest ? [...manifest.outputs.map(({ path }) => path), name] : [];
}
