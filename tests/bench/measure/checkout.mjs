/**
 * What is measured: a copy of the repository as it is when the bench begins, so that a change of the source meanwhile
 * changes no half of the figures. `npm start` is run in it once; what the bench times has to make the same bytes.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshPath, node, run } from './processes.mjs';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const zone = 'chongqing-hitech-zone';
/** Where a zone's drawn charts are kept, below the folder for output. */
export const chartsOf = (name = zone) => join('.zonebrief', name, 'charts');

/** @returns {string} the root of the copy, bundled */
export function checkout() {
  const root = freshPath('checkout');
  mkdirSync(root);
  for (const name of ['data', 'dist', 'package.json', 'package-lock.json', 'scripts', 'src', 'templates'])
    cpSync(join(repository, name), join(root, name), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** @returns {string} a folder to work in, with its own data and templates */
export function workingRoot(root) {
  const own = freshPath('root');
  for (const name of ['data', 'templates']) cpSync(join(root, name), join(own, name), { recursive: true });
  return own;
}

/** The command of a checkout. */
export const program = (root) => join(root, 'dist', 'cli.js');

/**
 * A build as `npm start` does it, into another folder.
 * @param {string} out the folder for output
 */
export const buildSample = (root, out) =>
  node([program(root), 'build', zone, '--root', root, '--out', out, '--quiet']);

/** @returns {Map<string, Buffer>} the files of a folder, by their paths in it, sorted */
export function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}

/**
 * Refuses what is not what `npm start` builds, byte for byte.
 * @param {Map<string, Buffer>} expected
 * @param {Map<string, Buffer>} made
 */
export function assertSame(expected, made, how) {
  const names = [...new Set([...expected.keys(), ...made.keys()])];
  const others = names.filter((name) => !made.has(name) || !expected.get(name)?.equals(made.get(name)));
  if (others.length === 0) return;
  throw new Error(`${how} makes other files than \`npm start\`: ${others.join(', ')}`);
}

/**
 * Runs `npm start` in a checkout.
 * @returns {Map<string, Buffer>} what it made of the sample
 */
export function npmStart(root) {
  // npm tells its scripts where it lives; on Windows `npm` is no executable that could be started directly.
  const self = process.env.npm_execpath;
  const [command, first] = self?.endsWith('.js') ? [process.execPath, [self]] : ['npm', []];
  run(command, [...first, 'start'], { cwd: root });
  return filesIn(join(root, 'out', zone));
}
