/** Changes of the example zone as its editors make them, and what they are looked at by. */
import { buildZone } from '../../src/build/build.js';
import { sha256 } from '../../src/build/inputs.js';
import type { BuildReport } from '../../src/build/report.js';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';
import { exampleWorld, exampleZone } from './example.js';

export const zoneFolder = `/out/${exampleZone}`;
export const data = `/data/${exampleZone}`;
export const template = '/templates/starter-briefing';

/** @throws where the change changes nothing, so that no test passes for that reason */
export async function edit(
  world: MemoryWorld,
  path: string,
  change: (text: string) => string,
): Promise<void> {
  const before = await world.readText(path);
  const after = change(before);
  if (after === before) throw new Error(`the change of ${path} changes nothing`);
  await world.write(path, after);
}

/** Another number of jobs, in the fact and in the copy of its source. */
export async function setJobs(world: MemoryWorld, jobs: number): Promise<void> {
  const written = jobs.toLocaleString('de-DE');
  await edit(world, `${data}/facts/park.yaml`, (text) =>
    text
      .replace(/amount: "\d+", unit: people/, `amount: "${jobs}", unit: people`)
      .replace(/mehr als [\d.]+ Besch/, `mehr als ${written} Besch`),
  );
  await edit(world, `${data}/sources/annual-report.md`, (text) =>
    text.replace(/mehr als [\d.]+ Besch/, `mehr als ${written} Besch`),
  );
}

/** The area of the park, which the summaries print and the decks do not. */
export async function setArea(world: MemoryWorld, hectares: number): Promise<void> {
  const fact = [
    'topic: land',
    'facts:',
    '  - id: land.area',
    '    kind: quantity',
    '    label: { en: Area of the park, de: Fläche des Parks }',
    `    quantity: { amount: "${hectares}", unit: ha }`,
    '    qualifier: exact',
    '    asOf: 2025-06-30',
    '    evidence:',
    `      - { source: annual-report, locator: { section: "3", paragraph: 1 }, stated: ${hectares} Hektar }`,
    '',
  ];
  await world.write(`${data}/facts/land.yaml`, fact.join('\n'));
  await edit(world, `${data}/sources/annual-report.md`, (text) =>
    /\d+ Hektar/.test(text)
      ? text.replace(/\d+ Hektar/, `${hectares} Hektar`)
      : `${text.trimEnd()}\n\n## 3 Fläche\n\nDer Park misst ${hectares} Hektar.\n`,
  );
}

/** The example zone with an area that only its summaries print. */
export async function zoneWithArea(environment: Record<string, string> = {}): Promise<MemoryWorld> {
  const world = exampleWorld(
    {
      [`${template}/summary.en.md.hbs`]: (text) =>
        text.replace('In the park,', 'On {{fact "land.area"}} of the park,'),
      [`${template}/summary.de.md.hbs`]: (text) =>
        text.replace('Im Park bieten', 'Auf {{fact "land.area"}} bieten'),
    },
    environment,
  );
  await setArea(world, 45);
  return world;
}

let built: Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly report: BuildReport }>;

/**
 * The same, as its first build leaves it, with what that reported. It is built once for all; each caller gets files of its
 * own. To a build they are files whose times say nothing, so that the next one goes by their bytes.
 */
export async function builtZoneWithArea(): Promise<{ world: MemoryWorld; report: BuildReport }> {
  built ??= (async () => {
    const world = await zoneWithArea();
    const report = await buildZone(world, { root: '/', zone: exampleZone });
    return { files: world.files, report };
  })();
  const { files, report } = await built;
  return { world: memoryWorld(Object.fromEntries(files), { assets: '/src' }), report };
}

/** What files hold, by name: two are compared at once by these, and number by number otherwise. */
export const hashesOf = (files: ReadonlyMap<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries([...files].map(([name, content]) => [name, sha256(content)]));

/** The files in the zone's folder, by name. */
export function filesIn(world: MemoryWorld): Map<string, Uint8Array> {
  return new Map(
    [...world.files]
      .filter(([path]) => path.startsWith(`${zoneFolder}/`))
      .map(([path, content]) => [path.slice(zoneFolder.length + 1), content]),
  );
}
