/** A zone that was built before: nothing changed since, one fact changed since. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, once, printRatio, printTimes } from './measure.mjs';

const zone = 'chongqing-hitech-zone';

/** @param {string} root of the repository */
export function measureAgain(root, runs) {
  const here = mkdtempSync(join(tmpdir(), 'zonebrief-bench-'));
  for (const folder of ['data', 'templates'])
    cpSync(join(root, folder), join(here, folder), { recursive: true });
  const facts = join(here, 'data', zone, 'facts', 'funds.yaml');
  const text = readFileSync(facts, 'utf8');
  const build = (...words) =>
    once([join(root, 'dist', 'cli.js'), 'build', zone, '--root', here, '--quiet', ...words]);
  let turn = 0;
  const makers = {
    'node -e 0': () => once(['-e', '0']),
    'first build': () => {
      for (const folder of [zone, '.zonebrief'])
        rmSync(join(here, 'out', folder), { recursive: true, force: true });
      writeFileSync(facts, text);
      return build();
    },
    'nothing changed': () => build(),
    'one fact changed': () => {
      turn += 1;
      // Another amount each time, as the evidence states it, so that no chart of it was drawn before; no zero at the end,
      // which would be a digit of the figure.
      const amount = `${287 + (Math.floor(turn / 9) % 10)}.${1 + (turn % 9)}`;
      writeFileSync(
        facts,
        text
          .replaceAll('28660000000', `${amount.replace('.', '')}0000000`)
          .replaceAll('286.6亿', `${amount}亿`),
      );
      return build();
    },
  };
  try {
    const results = interleaved(makers, runs);
    console.log(`the sample zone, again (median of ${runs} fresh processes each, interleaved):`);
    printTimes(results);
    printRatio('nothing changed ÷ node -e 0', results['nothing changed'].ms / results['node -e 0'].ms, 1.6);
    printRatio(
      'one fact changed ÷ first build',
      results['one fact changed'].ms / results['first build'].ms,
      0.35,
    );
  } finally {
    rmSync(here, { recursive: true });
  }
}
