/**
 * A process that publishes one edition after the other until it is killed, for processes.test.ts. Prints what is in place.
 * Arguments: the output folder; how many to publish, or `hold` to hold the lock for good.
 */
import { withLock } from '../../../src/build/store/lock.js';
import { outlineIn } from '../../../src/build/store/outline.js';
import { publish } from '../../../src/build/store/publish.js';
import { recover } from '../../../src/build/store/recover.js';
import { storeOf } from '../../../src/build/store/store.js';
import { nodeWorld } from '../../../src/world.js';
import { numbered, numberOf } from './numbered.js';

const [out = '', count = '0'] = process.argv.slice(2);
const world = nodeWorld();
const store = await storeOf(world, out, 'zone');
if (count === 'hold') {
  // Something to wait for, since a promise alone keeps no process running.
  setInterval(() => undefined, 1000);
  await withLock(world, store, {}, () => {
    process.stdout.write('held\n');
    return new Promise(() => undefined);
  });
}
process.stdout.write('begun\n');
for (let done = 0; done < Number(count); done += 1) {
  const number = await withLock(world, store, {}, async (held) => {
    await recover(world, held);
    const next = numberOf(await outlineIn(world, store.folder)) + 1;
    await publish(world, held, numbered(next));
    return next;
  });
  process.stdout.write(`${number}\n`);
}
