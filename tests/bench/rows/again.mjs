/** The sample built before: nothing changed since, one fact changed since. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { program, workingRoot, zone } from '../measure/checkout.mjs';
import { committedOf } from '../measure/figures.mjs';
import { interleaved, node, printTimes } from '../measure/processes.mjs';

/** @param {import('../bench.mjs').Bench} bench */
export async function measureAgain({ root, runs, table }) {
  const own = workingRoot(root);
  const setCommitted = committedOf(own, zone);
  const build = () => node([program(root), 'build', zone, '--root', own, '--quiet']);
  let turn = 0;
  const results = await interleaved(
    {
      'node -e 0': () => node(['-e', '0']),
      'first build': () => {
        rmSync(join(own, 'out'), { recursive: true, force: true });
        setCommitted(undefined);
        return build();
      },
      'nothing changed': build,
      'one fact changed': () => {
        setCommitted(turn++);
        return build();
      },
    },
    runs,
  );
  console.log(`\nThe sample, again (median of ${runs} fresh processes each):`);
  printTimes(results);
  const {
    'node -e 0': start,
    'first build': first,
    'nothing changed': same,
    'one fact changed': one,
  } = results;
  table.set('unchanged', { value: same.ms / start.ms, cpu: same.cpu / start.cpu });
  table.set('changed', { value: one.ms / first.ms, cpu: one.cpu / first.cpu });
}
