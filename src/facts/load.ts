/** Layer 1. Reads a zone's folder into a ledger and reports all that is wrong with it at once. */
import { basename, dirname, join } from 'node:path';
import type * as z from 'zod';
import { type Diagnostic, Findings, type Place } from '../diagnostic.js';
import type { Memory } from '../memory.js';
import type { World } from '../world.js';
import { isMapping } from './branch.js';
import { runChecks } from './checks/checks.js';
import type { EarlierFigures } from './checks/jump.js';
import { checksFile } from './checks/schema.js';
import { firstDay, today } from './dates.js';
import { type DerivedEntry, deriveFacts } from './derive.js';
import type { Fact, FactId, Ledger } from './fact.js';
import { checkFigure } from './figure-checks.js';
import { type Context, checkFact, type Entry } from './ledger-checks.js';
import { inLanguages, namesOf } from './printed.js';
import { checkChannels, checkSchedule } from './regeneration-checks.js';
import {
  anyFact,
  type DerivedFact,
  factsFile,
  type LanguageTag,
  type Source,
  type StatedFact,
  sourcesFile,
  zoneFile,
} from './schema.js';
import { sourcePlaces } from './source-places.js';
import { nearest, shown } from './spelling.js';
import { textsOfFact, textsOfZone, type WrittenText } from './written.js';
import { readYaml, type YamlFile } from './yaml.js';
import { checkSources, checkZone } from './zone-checks.js';

export interface Loaded {
  readonly ledger?: Ledger;
  readonly diagnostics: Diagnostic[];
  /** What was typed for the ledger, in the languages of the zone, marks and all; the ledger's own texts have none. */
  readonly texts: readonly WrittenText[];
}

export interface LoadOptions {
  /** Figures of the edition built last, for jumps; left out: they are not looked for. */
  readonly earlier?: EarlierFigures | undefined;
  /** What earlier builds of this process worked out. */
  readonly memory?: Memory | undefined;
}

/**
 * Reads zone.yaml, sources.yaml, facts/*.yaml and, where there is one, checks.yaml. Never throws for what the files hold.
 * @param zoneFolder as messages shall name it
 * @returns the ledger where each fact by itself is sound; what does not hold between facts is an error beside it
 */
export async function loadLedger(
  world: World,
  zoneFolder: string,
  options: LoadOptions = {},
): Promise<Loaded> {
  const findings = new Findings();
  if ((await world.kindOf(zoneFolder)) !== 'folder') {
    findings.add([await noZone(world, zoneFolder)]);
    return { diagnostics: findings.all, texts: [] };
  }
  const reading = { world, findings, memory: options.memory };
  const zone = await readFile(reading, join(zoneFolder, 'zone.yaml'), zoneFile);
  const sources = await readFile(reading, join(zoneFolder, 'sources.yaml'), sourcesFile);
  const languages = languagesOf(zone?.raw);
  const context: Context = {
    languages,
    sources: sourceIds(sources?.raw),
    seen: new Map(sources?.value?.sources.map((source) => [source.id, lastSeen(source)])),
    today: today(world.environment('SOURCE_DATE_EPOCH'), world.now()),
    findings,
  };
  if (zone?.value) {
    checkZone(zone.value, zone, context);
    if (zone.value.schedule) checkSchedule(zone.value.schedule, zone, findings);
    if (zone.value.notify) checkChannels(zone.value.notify, languages, zone, findings);
  }
  if (sources?.value) checkSources(sources.value.sources, sources, findings);

  const typed: WrittenText[] = [];
  const facts = await readFacts(reading, join(zoneFolder, 'facts'), context, typed);
  const checksPath = join(zoneFolder, 'checks.yaml');
  const sound = !findings.failed;
  const checks =
    (await world.kindOf(checksPath)) === 'nothing'
      ? undefined
      : await readFile(reading, checksPath, checksFile);
  if (!sound || !zone?.value || !sources?.value) return { diagnostics: inFileOrder(findings.all), texts: [] };
  const ledger: Ledger = {
    zoneId: await nameOf(world, zoneFolder),
    zone: { ...zone.value, ...namesOf(zone.value) },
    sources: new Map(sources.value.sources.map((source) => [source.id, source])),
    sourcesAt: new Map(sources.value.sources.map(({ id }, index) => [id, sourcePlaces(sources, index)])),
    facts: new Map([...facts].map(([id, fact]) => [id, inLanguages(fact, languages)])),
    editionDate: editionDate(sources.value.sources),
  };
  if (checks) runChecks(ledger, checks, findings, options.earlier);
  const texts = [...textsOfZone(zone.value, zone.placeOf), ...typed].filter(({ language }) =>
    languages.includes(language),
  );
  return { ledger, diagnostics: inFileOrder(findings.all), texts };
}

/**
 * All facts in the order of files and entries, derived ones where they are written.
 * @param typed gets their texts
 */
async function readFacts(
  reading: Reading,
  folder: string,
  context: Context,
  typed: WrittenText[],
): Promise<ReadonlyMap<FactId, Fact>> {
  const { findings } = context;
  const stated = new Map<FactId, Fact>();
  const derived: DerivedEntry[] = [];
  const firstAt = new Map<FactId, Place>();
  let complete = true;
  for (const path of await factFiles(reading.world, folder, findings)) {
    const file = await readFile(reading, path, factsFile);
    const items = isMapping(file?.raw) ? file.raw.facts : undefined;
    if (!file || !Array.isArray(items)) {
      complete = false;
      continue;
    }
    const topic = isMapping(file.raw) ? String(file.raw.topic) : '';
    items.forEach((item: unknown, index) => {
      const entry = entryAt(file, ['facts', index]);
      const id = isMapping(item) && typeof item.id === 'string' ? item.id : undefined;
      if (id === undefined) complete = false;
      else if (isDuplicate(id, entry, firstAt, findings)) return;
      // Each fact by itself, so that what is wrong with one does not hide what is wrong with another.
      const data = file.value?.facts[index] ?? anyFact.safeParse(item).data;
      if (!data) return;
      checkFact(data, entry, context);
      typed.push(...textsOfFact(data, (path, offset) => file.placeOf(['facts', index, ...path], offset)));
      if ('derived' in data) derived.push(derivedEntry(data, topic, entry, file, index));
      else {
        if ('quantity' in data) checkFigure(data, entry, findings);
        stated.set(data.id, statedFact(data, topic, entry));
      }
    });
  }
  const computed = deriveFacts(stated, derived, (id) => !complete || firstAt.has(id), findings);
  const ordered = [...firstAt.keys()].map((id) => stated.get(id) ?? computed.get(id));
  return new Map(ordered.filter((fact) => fact !== undefined).map((fact) => [fact.id, fact]));
}

function statedFact(data: StatedFact, topic: string, entry: Entry): Fact {
  const evidenceAt = data.evidence.map((_, index) => ({
    stated: entry.placeOf(['evidence', index, 'stated']),
    locator: entry.placeOf(['evidence', index, 'locator']),
  }));
  return { ...data, topic, evidenceAt, at: entry.placeOf([]) };
}

function derivedEntry(
  fact: DerivedFact,
  topic: string,
  entry: Entry,
  file: YamlFile<unknown>,
  index: number,
): DerivedEntry {
  const path = ['facts', index, 'derived', 'formula'];
  return { fact, topic, entry, placeInFormula: (offset) => file.placeOf(path, offset) };
}

function entryAt(file: YamlFile<unknown>, prefix: readonly (string | number)[]): Entry {
  return {
    placeOf: (path) => file.placeOf([...prefix, ...path]),
    placeOfKey: (path) => file.placeOfKey([...prefix, ...path]),
  };
}

function isDuplicate(id: FactId, entry: Entry, firstAt: Map<FactId, Place>, findings: Findings): boolean {
  const first = firstAt.get(id);
  const at = entry.placeOf(['id']);
  if (!first) {
    firstAt.set(id, at);
    return false;
  }
  findings.error('facts/duplicate-id', `fact ${shown(id)} is written twice`, {
    at,
    expected: `each id once; the first is at ${first.file}:${first.line}:${first.column}`,
    hint: 'Rename or remove one of the two.',
  });
  return true;
}

/** What files are read with. */
interface Reading {
  readonly world: World;
  readonly findings: Findings;
  readonly memory: Memory | undefined;
}

/** Reads and reports one file; undefined where there is none. */
async function readFile<S extends z.ZodType>(
  { world, findings, memory }: Reading,
  path: string,
  schema: S,
): Promise<YamlFile<z.output<S>> | undefined> {
  if ((await world.kindOf(path)) !== 'file') {
    findings.error('facts/no-file', `there is no file ${basename(path)}`, {
      at: { file: path },
      expected: `a file ${path}`,
      hint: `Copy ${basename(path)} from data/example-zone and put your own texts in; or check the spelling of its name.`,
    });
    return undefined;
  }
  let text: string;
  try {
    text = await world.readText(path);
  } catch (error) {
    findings.error('facts/unreadable', `the file cannot be read: ${(error as Error).message}`, {
      at: { file: path },
      hint: 'Check that it is a file, and that you are allowed to open it.',
    });
    return undefined;
  }
  const file = readYaml(path, text, schema, { memory });
  findings.add(file.diagnostics);
  return file;
}

async function factFiles(world: World, folder: string, findings: Findings): Promise<string[]> {
  const files: string[] = [];
  for (const name of await world.list(folder)) {
    const path = join(folder, name);
    if (name.startsWith('.')) continue;
    const kind = await world.kindOf(path);
    if (name.endsWith('.yaml') && kind === 'file') files.push(path);
    else if (name.endsWith('.yaml') && kind === 'nothing') {
      findings.error('facts/unreadable', `${name} is no file, nor a link to one`, {
        at: { file: path },
        expected: 'a file, or a link to one',
        hint: 'Put the file itself here, or remove the link.',
      });
    } else {
      findings.warn('facts/not-read', `${name} is not read`, {
        at: { file: path },
        expected: `files named *.yaml in ${folder}`,
        hint: name.endsWith('.yml')
          ? 'Rename it to .yaml.'
          : 'Move what it holds into a .yaml file, or remove it.',
      });
    }
  }
  if (files.length === 0) {
    findings.error('facts/no-facts', `there are no facts: ${folder} holds no .yaml file`, {
      at: { file: folder },
      expected: 'at least one file such as funds.yaml with topic and facts',
      hint: 'Copy one from data/example-zone/facts and put your own facts in.',
    });
  }
  return files;
}

async function noZone(world: World, zoneFolder: string): Promise<Diagnostic> {
  const parent = dirname(zoneFolder);
  const zones: string[] = [];
  for (const name of await world.list(parent)) {
    if ((await world.kindOf(join(parent, name, 'zone.yaml'))) === 'file') zones.push(name);
  }
  const meant = nearest(basename(zoneFolder), zones);
  return {
    code: 'facts/no-zone',
    severity: 'error',
    message: `there is no folder ${zoneFolder}`,
    at: { file: zoneFolder },
    expected:
      zones.length > 0
        ? `one of ${zones.join(', ')} in ${parent}`
        : 'a folder with zone.yaml, sources.yaml and facts/',
    hint: meant ? `Did you mean ${meant}?` : undefined,
  };
}

/** From the raw value, so that a mistake elsewhere in zone.yaml does not keep the texts from being checked. */
function languagesOf(raw: unknown): readonly LanguageTag[] {
  return (isMapping(raw) && zoneFile.shape.languages.safeParse(raw.languages).data) || [];
}

function sourceIds(raw: unknown): ReadonlySet<string> | undefined {
  if (!isMapping(raw) || !Array.isArray(raw.sources)) return undefined;
  return new Set(raw.sources.map((one: unknown) => (isMapping(one) ? String(one.id) : '')).filter(Boolean));
}

const lastSeen = ({ issued, accessed = issued }: Source): string => (accessed > issued ? accessed : issued);

function editionDate(sources: readonly Source[]): string {
  const days = sources.flatMap(({ issued, accessed }) => [issued, accessed ?? issued]).map(firstDay);
  return days.sort().at(-1)!;
}

async function nameOf(world: World, folder: string): Promise<string> {
  const name = basename(folder);
  return /^\.*$/.test(name) ? basename(await world.realPath(folder)) : name;
}

/** Files in the order they were read, findings of a file from top to bottom. */
function inFileOrder(found: readonly Diagnostic[]): Diagnostic[] {
  const files = [...new Set(found.map(({ at }) => at?.file))];
  const rank = ({ at }: Diagnostic): number[] => [files.indexOf(at?.file), at?.line ?? 0, at?.column ?? 0];
  return [...found].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x.map((value, index) => value - y[index]!).find((difference) => difference !== 0) ?? 0;
  });
}
