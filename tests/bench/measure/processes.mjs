/**
 * Commands in fresh processes, taken in turns since the machine's speed drifts: how long they take, how much of the
 * processor, how much memory.
 *
 * Time on the clock is what a user waits for; where others use the machine, too, processor time says what the work costs.
 * It is that of all threads, from the system's account of the processes that have ended: nothing is loaded into them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mean, median } from './statistics.mjs';

const peak = fileURLToPath(new URL('peak.cjs', import.meta.url));
// Certificates set through it are read at every start of Node: 45 ms that have nothing to do with the work.
export const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...environment } = process.env;

/** For all that is written; gone when the bench ends, however it does. */
const scratch = mkdtempSync(join(tmpdir(), 'zonebrief-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

let folders = 0;
/** @returns {string} a path in the scratch folder where nothing stands yet */
export function freshPath(name = 'out') {
  folders += 1;
  return join(scratch, `${folders}-${name}`);
}

/**
 * Processor time as Linux counts it, in ticks of 10 ms; elsewhere there is no such account.
 * @param {number | 'self'} process
 * @param {'own' | 'children'} whose its own, of all its threads, or that of children that have ended
 */
export function processorMs(process, whose) {
  try {
    // utime, stime, cutime and cstime are fields 14 to 17; field 2, in brackets, may hold blanks.
    const fields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ')[1].split(' ');
    const first = whose === 'own' ? 11 : 13;
    return (Number(fields[first]) + Number(fields[first + 1])) * 10;
  } catch {
    return undefined;
  }
}

/**
 * @typedef {object} Taken
 * @property {number} ms on the clock
 * @property {number} [cpu] ms of processor time, all threads
 * @property {number} [mb] peak memory, where it was asked for
 */

/**
 * Runs a program once.
 * @param {string} program
 * @param {readonly string[]} words
 * @returns {Taken}
 * @throws {Error} where it fails
 */
export function run(program, words, { cwd = scratch, env = environment } = {}) {
  const before = processorMs('self', 'children');
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  const ms = performance.now() - began;
  const after = processorMs('self', 'children');
  if (status !== 0) {
    const said = error?.message ?? `${stderr}${stdout}`.slice(-2000);
    throw new Error(`this failed: ${[program, ...words].join(' ')}\n${said}`);
  }
  return { ms, ...(after !== undefined && { cpu: after - before }) };
}

/**
 * Runs `node` with these words once.
 * @param {readonly string[]} words
 * @returns {Taken}
 */
export function node(words, { memory = false } = {}) {
  if (!memory) return run(process.execPath, words);
  const report = freshPath('peak');
  const env = { ...environment, PEAK_REPORT: report };
  const taken = run(process.execPath, ['--require', peak, ...words], { env });
  return { ...taken, mb: Number(readFileSync(report, 'utf8')) / 1024 };
}

/** Medians; processor time as a mean, since its ticks are coarse. `all`: times on the clock, in their order. */
export function summaryOf(taken) {
  const all = taken.map(({ ms }) => ms);
  const of = (key, how) =>
    taken.every((one) => one[key] !== undefined) ? { [key]: how(taken.map((one) => one[key])) } : {};
  return { ms: median(all), ...of('cpu', mean), ...of('mb', median), all };
}

/**
 * @param {Record<string, () => Taken>} makers
 * @param {number} runs how often each
 * @param {number} [until] seconds from the bench's start, after which no further round is begun
 * @returns {Record<string, ReturnType<typeof summaryOf>>}
 */
export function interleaved(makers, runs, until = Number.POSITIVE_INFINITY) {
  const taken = Object.fromEntries(Object.keys(makers).map((name) => [name, []]));
  for (let turn = 0; turn === 0 || (turn < runs && process.uptime() < until); turn += 1)
    for (const [name, make] of Object.entries(makers)) taken[name].push(make());
  return Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, summaryOf(all)]));
}

export function printTimes(results) {
  for (const [name, { ms, cpu, mb, all }] of Object.entries(results)) {
    const range = `(${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)})`;
    const processor = cpu === undefined ? '' : `  processor ${cpu.toFixed(0).padStart(6)} ms`;
    const memory = mb === undefined ? '' : `  peak ${mb.toFixed(0).padStart(4)} MB`;
    console.log(
      `  ${name.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  ${range.padEnd(15)}${processor}${memory}`,
    );
  }
}
