/**
 * What `npm start` and `npm test` do first, so that each works alone right after `git clone`:
 * `install` brings node_modules in step with package-lock.json, `bundle` brings dist in step with src. Each does
 * nothing where nothing changed. Plain Node: it runs before any package is there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hashOfInputs } from './stamp.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'dist', '.stamp');

/** What npm itself notes in node_modules/.package-lock.json, compared with what package-lock.json asks for. */
export function inStep(wanted, installed, platform = process.platform, cpu = process.arch) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link || !path.startsWith('node_modules/')) continue;
    // npm leaves out what is for other machines; of several C libraries it takes one.
    const optional = entry.optional || entry.devOptional || entry.peer;
    const forThisMachine = entry.os?.includes(platform) && entry.cpu?.includes(cpu) && !entry.libc;
    if (!installed[path] && optional && !forThisMachine) continue;
    if (installed[path]?.version !== entry.version) return false;
  }
  return Object.keys(installed).every((path) => path in wanted);
}

function installedInStep() {
  try {
    const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
    return inStep(packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json'));
  } catch {
    return false;
  }
}

function npm(...args) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // npm tells its scripts where it lives; on Windows `npm` is no executable that could be started directly.
  const self = process.env.npm_execpath;
  const [command, first] = self?.endsWith('.js') ? [process.execPath, [self]] : ['npm', []];
  return spawnSync(command, [...first, ...args, ...quiet], { cwd: root, encoding: 'utf8' });
}

function install() {
  if (installedInStep()) return;
  console.error('Installing packages …');
  let result = npm('ci');
  // A registry that does not carry every platform's package makes `npm ci` refuse what `npm install` accepts.
  if (result.status !== 0) result = npm('install', '--no-save');
  if (result.status === 0) return;
  console.error(result.stdout ?? '', result.stderr ?? '', result.error?.message ?? '');
  console.error('zonebrief: the packages could not be installed. Is the npm registry reachable? (npm ping)');
  process.exit(2);
}

async function bundle() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashOfInputs()) return;
  // Not before: esbuild is there only once the packages are.
  const { bundle: make } = await import('./bundle.mjs');
  try {
    await make();
  } catch (error) {
    // esbuild has said itself what is wrong with the source.
    if (!error.errors) throw error;
    process.exit(1);
  }
}

const steps = { install, bundle };

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const name of process.argv.slice(2)) {
    const step = steps[name];
    if (!step) {
      console.error(`scripts/ensure.mjs: unknown step "${name}"; expected: ${Object.keys(steps).join(', ')}`);
      process.exit(2);
    }
    await step();
  }
}
