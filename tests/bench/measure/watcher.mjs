/** `zonebrief watch` of the sample: a process that makes an edition at each save. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { program, zone } from './checkout.mjs';
import { environment } from './processes.mjs';

/**
 * @param {string} root of what is measured
 * @param {string} own root of the data that is watched
 * @param {{ flags?: string[], env?: Record<string, string> }} [extra] for node
 */
export function startWatcher(root, own, { flags = [], env = {} } = {}) {
  const words = [...flags, program(root), 'watch', zone, '--root', own, '--json'];
  const watcher = spawn(process.execPath, words, {
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  watcher.stderr.setEncoding('utf8').on('data', (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  const kill = () => watcher.kill('SIGKILL');
  process.on('exit', kill);
  const lines = createInterface({ input: watcher.stdout })[Symbol.asyncIterator]();
  return {
    process: watcher,
    /** @returns {Promise<{ seconds: number }>} the next edition, as it is told of, which is after its files are in place */
    async next() {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`the watcher has ended: ${said}`);
        const told = JSON.parse(value);
        if (told.outcome === 'made') return told;
        // A look taken while a file was being saved finds it changed once more when it was.
        // Where the machine is busy, it may be found between being emptied and being written, too.
        const isHalfSaved =
          told.findings?.length > 0 && told.findings.every(({ code }) => code === 'yaml/empty');
        if (told.outcome !== 'unchanged' && !isHalfSaved)
          throw new Error(`an edition was to be made: ${value}`);
      }
    },
    async end() {
      const ended = new Promise((resolve) => watcher.on('exit', resolve));
      watcher.kill('SIGINT');
      await ended;
      process.off('exit', kill);
    },
  };
}
