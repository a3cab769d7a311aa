/**
 * Layer 5. What a build asked of the world, with the answers it got. A build is out of date exactly when one of them is
 * another by now: whatever tells that files changed is only a hint to ask again.
 */
import { createHash } from 'node:crypto';
import { basename, sep } from 'node:path';
import type { World } from '../../world.js';

/** What a file holds, which names a folder has, what stands at a path, where a link leads. */
export type Question = 'content' | 'names' | 'kind' | 'target';

export interface Answer {
  readonly question: Question;
  /** Absolute. */
  readonly path: string;
  /** A hash of what a file holds; names separated by "/"; the kind; a path. */
  readonly answer: string;
}

/** What cannot be asked for any more, or not yet. */
const none = '';
/** Given where two answers to one question differed: no later answer is equal to it. */
const unsteady = '?';

/**
 * Of editors and systems: swap and lock files, .DS_Store. The readers of facts pass over them, and those of templates, but
 * for what ends in .hbs. What opens a file is no change. (A backup, facts.yaml~, is one: the build warns of it.)
 */
const isPassing = (name: string): boolean => name.startsWith('.') && !name.endsWith('.hbs');

const namesIn = (names: readonly string[]): string => names.filter((name) => !isPassing(name)).join('/');

const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const emptyFile = hashOf(new Uint8Array());

/** Of the answer for what a file holds: it is there, is a file and not empty. */
export const holdsSomething = (answer: string): boolean => answer !== none && answer !== emptyFile;

/** Asks again, as it was asked. Never throws. */
export async function ask(world: World, question: Question, path: string): Promise<string> {
  try {
    if (question === 'content') return hashOf(await world.readBytes(path));
    if (question === 'names') return namesIn(await world.list(path));
    return question === 'kind' ? await world.kindOf(path) : await world.realPath(path);
  } catch {
    return none;
  }
}

export interface Noting {
  readonly world: World;
  answers(): Answer[];
}

/**
 * The same world, noting what it is asked. Its assets (fonts) are the program's own, and no matter.
 * @param ignored folders of which nothing is noted, nor of what is in them: outputs
 */
export function notingWorld(world: World, ignored: readonly string[]): Noting {
  const notes = new Map<string, Answer>();
  const isIgnored = (question: Question, path: string): boolean =>
    (question === 'kind' && isPassing(basename(path))) ||
    [...ignored, `${world.assets}${sep}fonts`].some(
      (folder) => path === folder || path.startsWith(`${folder}${sep}`),
    );
  const note = (question: Question, path: string, answer: string): void => {
    const key = `${question} ${path}`;
    const before = notes.get(key)?.answer ?? answer;
    notes.set(key, { question, path, answer: before === answer ? answer : unsteady });
  };
  const noting = async <Value>(
    question: Question,
    path: string,
    work: () => Promise<Value>,
    written: (value: Value) => string,
  ): Promise<Value> => {
    // Not even hashed: outputs are far larger than what they are made from.
    if (isIgnored(question, path)) return work();
    try {
      const value = await work();
      note(question, path, written(value));
      return value;
    } catch (error) {
      note(question, path, none);
      throw error;
    }
  };
  const readBytes = (path: string): Promise<Uint8Array> =>
    noting('content', path, () => world.readBytes(path), hashOf);
  return {
    world: {
      ...world,
      readBytes,
      // By way of the bytes: TextDecoder leaves a byte order mark out, which the hash has.
      readText: async (path) => new TextDecoder().decode(await readBytes(path)),
      list: (path) =>
        noting(
          'names',
          path,
          () => world.list(path),
          (names) => names.join('/'),
        ),
      kindOf: (path) => noting('kind', path, () => world.kindOf(path), String),
      realPath: (path) => noting('target', path, () => world.realPath(path), String),
    },
    answers: () => [...notes.values()],
  };
}

/**
 * With where each file and folder really is, so that what lies behind a link is watched, too.
 * @param world not the noting one
 */
export async function withTargets(world: World, answers: readonly Answer[]): Promise<Answer[]> {
  const paths = answers
    .filter(({ question }) => question === 'content' || question === 'names')
    .map(({ path }) => path);
  const known = new Set(answers.filter(({ question }) => question === 'target').map(({ path }) => path));
  const targets = [...new Set(paths)]
    .filter((path) => !known.has(path))
    .map(
      async (path): Promise<Answer> => ({
        question: 'target',
        path,
        answer: await ask(world, 'target', path),
      }),
    );
  return [...answers, ...(await Promise.all(targets))];
}
