/** Layer 2. Which file is the copy of which source: the one that sources.yaml names, or one in a folder given. */
import { basename, extname, isAbsolute, join, relative, sep } from 'node:path';
import { Findings, UsageError } from '../diagnostic.js';
import type { Ledger } from '../facts/fact.js';
import type { Source } from '../facts/schema.js';
import { shown } from '../facts/spelling.js';
import { type Memory, recall } from '../memory.js';
import type { World } from '../world.js';
import { type Extent, makeDocument, type SourceDocument } from './document.js';
import { type Folded, fold, occurrences } from './fold.js';
import { formatOf, readable, readSource, UnreadableError } from './read-source.js';

/** How a file was found to be the copy: sources.yaml names it, it bears the source's id, it holds its phrases. */
export type FoundBy = 'file' | 'id' | 'phrases';

export interface Copy {
  readonly source: Source;
  readonly path: string;
  readonly by: FoundBy;
  readonly document: SourceDocument;
}

export interface CopyOptions {
  readonly zoneFolder: string;
  /** A folder with copies. */
  readonly folder?: string | undefined;
  /** What earlier builds of this process worked out. */
  readonly memory?: Memory | undefined;
}

/** Files that are looked into for the phrases of a source. */
const mostFiles = 200;

/**
 * Reads the copies of all sources that have one. What is missing or cannot be read is a finding.
 * @throws {UsageError} when there is no such folder
 */
export async function readCopies(
  world: World,
  ledger: Ledger,
  { zoneFolder, folder, memory }: CopyOptions,
): Promise<{ copies: Copy[]; diagnostics: Findings['all'] }> {
  if (folder !== undefined && (await world.kindOf(folder)) !== 'folder')
    throw new UsageError(`there is no folder ${folder}`, 'give --sources the folder that holds the copies');
  const findings = new Findings();
  const copies = new Map<string, Copy>();
  const files = folder === undefined ? [] : await filesIn(world, folder);
  const unmatched: Source[] = [];
  for (const source of ledger.sources.values()) {
    const named = await namedFile(world, source, { zoneFolder, folder }, files);
    if (named) await add(source, named.path, named.by);
    else if (folder === undefined && source.file === undefined) continue;
    else unmatched.push(source);
  }
  const taken = new Set([...copies.values()].map(({ path }) => path));
  const free = files.filter((path) => !taken.has(path));
  const { chosen, unread } = await byPhrases(world, ledger, unmatched, free);
  for (const { source, path } of chosen) await add(source, path, 'phrases');
  for (const source of unmatched) if (!copies.has(source.id)) missing(source);
  const inOrder = [...ledger.sources.keys()].flatMap((id) => copies.get(id) ?? []);
  return { copies: inOrder, diagnostics: findings.all };

  async function add(source: Source, path: string, by: FoundBy): Promise<void> {
    const places = ledger.sourcesAt?.get(source.id);
    try {
      const bytes = await world.readBytes(path);
      const { document, missing: marks } = await recall(
        memory,
        'source',
        // All of it, so that what is remembered weighs as much as it does.
        () => JSON.stringify([path, source.language, source.from, source.until, latin(bytes)]),
        async () => makeDocument(await readSource(bytes, path, source.language), extentOf(source)),
      );
      for (const mark of marks) {
        findings.warn(
          'sources/no-mark',
          `${mark} of source ${source.id} does not stand in ${path}: ${shown(source[mark])}`,
          {
            at: places?.[mark],
            expected:
              mark === 'from' ? 'words of the first paragraph' : 'words of a paragraph behind the first',
            hint: 'Copy the words from the file.',
          },
        );
      }
      copies.set(source.id, { source, path, by, document });
    } catch (error) {
      const { message } = error as Error;
      findings.error('sources/unreadable', `the copy of source ${source.id} cannot be read: ${message}`, {
        at: { file: path },
        expected: readable,
        hint: error instanceof UnreadableError ? error.hint : 'Check that the file may be read.',
      });
    }
  }

  function missing(source: Source): void {
    const where = [
      source.file !== undefined && shown(source.file),
      folder !== undefined && `any file in ${folder}`,
    ];
    findings.warn('sources/missing', `source ${source.id} has no copy here: its evidence is not looked up`, {
      at: ledger.sourcesAt?.get(source.id)?.[source.file === undefined ? 'id' : 'file'],
      expected: `${where.filter(Boolean).join(', or ')}${source.file === undefined ? ' that holds its phrases' : ''}`,
      hint:
        `Put the copy there as ${source.id}.txt (${readable}), or name it with "file:".` +
        (unread.length > 0
          ? ` Not readable there: ${unread
              .slice(0, 5)
              .map((path) => basename(path))
              .join(', ')}.`
          : ''),
    });
  }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export const extentOf = ({ from, until }: Source): Extent => ({ from, until });

/** By what sources.yaml says, else by the source's id. */
async function namedFile(
  world: World,
  { id, file }: Source,
  { zoneFolder, folder }: CopyOptions,
  files: readonly string[],
): Promise<{ path: string; by: FoundBy } | undefined> {
  if (file !== undefined) {
    for (const base of folder === undefined ? [zoneFolder] : [folder, zoneFolder]) {
      const path = join(base, file);
      if ((await world.kindOf(path)) === 'file' && (await liesIn(world, path, base)))
        return { path, by: 'file' };
    }
    const path = files.find((one) => basename(one) === basename(file));
    if (path !== undefined) return { path, by: 'file' };
  }
  const path = files.find((one) => basename(one, extname(one)).toLowerCase() === id);
  return path === undefined ? undefined : { path, by: 'id' };
}

/** Links followed: a zone must not name files of the machine it is built on. */
async function liesIn(world: World, path: string, folder: string): Promise<boolean> {
  const below = relative(await world.realPath(folder), await world.realPath(path));
  return below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

/** Files of readable formats in a folder and the folders in it, sorted. */
async function filesIn(world: World, folder: string, depth = 3): Promise<string[]> {
  const files: string[] = [];
  for (const name of await world.list(folder)) {
    const path = join(folder, name);
    if (name.startsWith('.') || files.length >= mostFiles) continue;
    if ((await world.kindOf(path)) === 'file') {
      if (formatOf(name) && (await liesIn(world, path, folder))) files.push(path);
    } else if (depth > 0) files.push(...(await filesIn(world, path, depth - 1)));
  }
  return files.slice(0, mostFiles);
}

/**
 * Gives each source the file that holds most of its phrases, and at least half of them; no file to two sources.
 * @returns also the files that could not be read: nobody said that they are sources, so that is no finding of its own
 */
async function byPhrases(
  world: World,
  ledger: Ledger,
  sources: readonly Source[],
  files: readonly string[],
): Promise<{ chosen: { source: Source; path: string }[]; unread: string[] }> {
  const rated: { source: Source; path: string; share: number }[] = [];
  const unread: string[] = [];
  // A file is read once a language, since its encoding may be told by that.
  for (const language of new Set(sources.map((source) => source.language))) {
    const here = sources.filter((source) => source.language === language);
    for (const path of files) {
      const texts = await foldedTexts(world, path, language);
      if (texts)
        rated.push(...here.map((source) => ({ source, path, share: shareOf(ledger, source, texts) })));
      else unread.push(path);
    }
  }
  const chosen: { source: Source; path: string }[] = [];
  for (const { source, path, share } of rated.sort((a, b) => b.share - a.share)) {
    if (share < 0.5 || chosen.some((one) => one.source === source || one.path === path)) continue;
    chosen.push({ source, path });
  }
  return { chosen, unread: [...new Set(unread)] };
}

/** How many of a source's phrases stand in a text, from 0 to 1. */
function shareOf({ facts }: Ledger, { id }: Source, texts: readonly Folded[]): number {
  const entries = [...facts.values()].flatMap(({ evidence }) =>
    evidence.filter(({ source }) => source === id),
  );
  const phrases = [...new Set(entries.map(({ stated }) => stated))].map(fold);
  const held = phrases.filter((phrase) => texts.some((text) => occurrences(text, phrase).length > 0));
  return phrases.length === 0 ? 0 : held.length / phrases.length;
}

async function foldedTexts(world: World, path: string, language: string): Promise<Folded[] | undefined> {
  try {
    return (await readSource(await world.readBytes(path), path, language)).map(({ text }) => fold(text));
  } catch {
    return undefined;
  }
}
