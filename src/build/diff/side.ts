/** Layer 4. One side of a comparison: an edition by its manifest, or a finished file by the record that it carries. */
import { basename, isAbsolute, join } from 'node:path';
import { UsageError } from '../../diagnostic.js';
import type { LanguageTag } from '../../facts/schema.js';
import type { Snapshot } from '../../facts/snapshot.js';
import type { TraceRecord } from '../../trace/record.js';
import type { World } from '../../world.js';
import { parseManifest } from '../manifest.js';
import { outputFolder } from '../paths.js';
import { listEditions } from '../store/editions.js';
import { storeOf } from '../store/store.js';

export interface Side {
  /** As it was given. */
  readonly name: string;
  readonly kind: 'edition' | 'deck' | 'summary';
  /** Id of the edition; of a file its date, which is all that its record names. */
  readonly edition: string;
  /** Not known of a file. */
  readonly zone?: string | undefined;
  /** In which it can be compared. */
  readonly languages: readonly LanguageTag[];
  readonly says: { readonly snapshot: Snapshot } | { readonly record: TraceRecord };
}

export interface SideOptions {
  readonly root: string;
  /** Left out: `out/` in the root. */
  readonly out?: string | undefined;
  /** Whose edition an id is; left out: the only zone that has it. */
  readonly zone?: string | undefined;
  /** Relative paths start here; left out: in the root. */
  readonly cwd?: string | undefined;
}

const editionId = /^\d{4}-\d\d-\d\d\.\d+$/;

/**
 * @param name id of an edition, a manifest.json, a folder that holds one, or a .pptx or .docx that zonebrief made
 * @throws {UsageError} where it is none of these, cannot be read, or is an id that several zones have
 */
export async function readSide(world: World, name: string, options: SideOptions): Promise<Side> {
  const path = isAbsolute(name) ? name : join(options.cwd ?? options.root, name);
  const kind = await world.kindOf(path);
  if (kind === 'folder') return fromManifest(world, name, join(path, 'manifest.json'));
  if (kind === 'file') {
    if (/\.(pptx|docx)$/i.test(name)) return fromFile(world, name, path);
    if (/\.json$/i.test(name)) return fromManifest(world, name, path);
    throw new UsageError(
      `${name} cannot be compared`,
      `${what}; of a PDF, name the deck or summary beside it`,
    );
  }
  if (!editionId.test(name)) throw new UsageError(`${name} is not there`, what);
  return fromManifest(world, name, await manifestOf(world, name, options));
}

/** The edition that stands in a zone's folder. @throws {UsageError} where there is none */
export async function currentSide(world: World, zone: string, options: SideOptions): Promise<Side> {
  const path = join(outputFolder(options.root, { zone, out: options.out }), 'manifest.json');
  if ((await world.kindOf(path)) !== 'file')
    throw new UsageError(`${zone} was not built yet`, `zonebrief build ${zone}`);
  const side = await fromManifest(world, zone, path);
  return { ...side, name: side.edition };
}

const what =
  'name an edition such as 2026-01-19.1, a manifest.json, the folder of an edition, or a .pptx or .docx that zonebrief build made';

async function manifestOf(world: World, id: string, options: SideOptions): Promise<string> {
  const out = options.out ?? join(options.root, 'out');
  // What begins with a dot is no zone: backstage, and what file managers leave.
  const zones =
    options.zone === undefined
      ? (await world.list(out)).filter((name) => !name.startsWith('.'))
      : [options.zone];
  const found: { zone: string; manifest: string }[] = [];
  const there: string[] = [];
  for (const zone of zones) {
    if ((await world.kindOf(join(out, zone))) !== 'folder') continue;
    for (const { edition, manifest } of await editionsOf(world, out, zone)) {
      there.push(zones.length > 1 ? `${edition} (${zone})` : edition);
      if (edition === id) found.push({ zone, manifest });
    }
  }
  const [first, ...others] = found;
  if (first && others.length === 0) return first.manifest;
  if (first) {
    const names = found.map(({ zone }) => zone).join(', ');
    throw new UsageError(`several zones have an edition ${id}: ${names}`, 'name one of them with --zone');
  }
  const known =
    there.length > 0 ? `there are: ${there.slice(0, 12).join(', ')}` : 'there is none in this folder';
  throw new UsageError(
    `there is no edition ${id}${options.zone === undefined ? '' : ` of ${options.zone}`}; ${known}`,
    there.length > 0 ? undefined : 'call it where out/ is, or name the folder that holds data/ with --root',
  );
}

/** The one that stands in the folder, and those of the archive. */
async function editionsOf(
  world: World,
  out: string,
  zone: string,
): Promise<{ edition: string; manifest: string }[]> {
  const store = await storeOf(world, out, zone);
  const current = join(store.folder, 'manifest.json');
  const own = (await world.kindOf(current)) === 'file' ? [await editionIn(world, current)] : [];
  const archived = await listEditions(world, store);
  return [
    ...own.flatMap((edition) => (edition === undefined ? [] : [{ edition, manifest: current }])),
    ...archived.map(({ id, folder }) => ({ edition: id, manifest: join(folder, 'manifest.json') })),
  ];
}

async function editionIn(world: World, manifest: string): Promise<string | undefined> {
  try {
    return parseManifest(await world.readText(manifest)).edition.id;
  } catch {
    // One that is damaged is no edition that could be named; whoever names its file is told.
    return undefined;
  }
}

async function fromManifest(world: World, name: string, path: string): Promise<Side> {
  if ((await world.kindOf(path)) !== 'file')
    throw new UsageError(
      `${name} holds no manifest.json`,
      `${what}; an edition is a folder with its manifest`,
    );
  const manifest = await readOr(
    async () => parseManifest(await world.readText(path)),
    `${name} is no manifest`,
  );
  const { edition, zone, facts, sources } = manifest;
  if (edition.number === 0) {
    throw new UsageError(
      `${name} does not say what its edition said: a version of zonebrief made it that counted no editions`,
      `compare its files instead, or build ${zone} again`,
    );
  }
  const [first, ...rest] = Object.values(facts).map(({ label }) => Object.keys(label));
  const languages = (first ?? []).filter((tag) => rest.every((tags) => tags.includes(tag)));
  return {
    name,
    kind: 'edition',
    edition: edition.id,
    zone,
    languages,
    says: { snapshot: { facts, sources } },
  };
}

async function fromFile(world: World, name: string, path: string): Promise<Side> {
  const { readRecord } = await import('../../trace/open.js');
  const bytes = await readOr(() => world.readBytes(path), `${name} cannot be read`);
  const record = await readOr(async () => readRecord(bytes), basename(name));
  const { kind, edition, languages } = record;
  return { name, kind, edition, languages: Object.keys(languages), says: { record } };
}

async function readOr<T>(read: () => Promise<T>, said: string): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof UsageError) throw new UsageError(`${said}: ${message}`, error.hint);
    const [line = ''] = message.split('\n');
    throw new UsageError(`${said}${line.length < 160 && !/^[[{]/.test(line) ? `: ${line}` : ''}`, what);
  }
}
