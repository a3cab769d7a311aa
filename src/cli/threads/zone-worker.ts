/**
 * Layer 6. Entry of a thread that builds zones, one after the other. What it has loaded stays loaded, which is most of what
 * a further build saves.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Memory } from '../../memory.js';
import { nodeWorld, type World } from '../../world.js';
import type { Finished, RunProgram } from '../programs.js';
import { threadBeside } from './beside.js';
import type { FromThread, ThreadData, ToThread } from './messages.js';
import { buildHere } from './zone-build.js';

const send = (message: FromThread): void => parentPort?.postMessage(message);

const world: World = {
  ...nodeWorld(),
  removeWhenEnded(path) {
    send({ kind: 'claims', path });
    return () => send({ kind: 'released', path });
  },
};

const running = new Map<number, (finished: Finished) => void>();
let calls = 0;
const run: RunProgram = (program, words, options) =>
  new Promise((resolve) => {
    calls += 1;
    running.set(calls, resolve);
    send({ kind: 'run', call: calls, program, words, options });
  });

const { sharesFiles } = workerData as ThreadData;
/**
 * A thread that shares no files builds many zones, each once: templates and what stands around texts come again with each,
 * slides do not. There is room for what two zones ask for, so that nothing is forgotten before it comes again.
 */
const memory = sharesFiles ? new Memory() : new Memory(8_000_000, ['pages', 'slide', 'deck-slide']);
/**
 * Charts are drawn beside it in any case. V8 frees their pixels by full collections only, two for each zone: where a thread
 * holds nothing else, these are over at once; here, they would go through all that is remembered.
 */
const besideStarted = threadBeside(world, { warm: true, drawsOnly: !sharesFiles });

parentPort?.on('message', async (message: ToThread) => {
  if (message.kind === 'ran') {
    running.get(message.call)?.(message.finished);
    running.delete(message.call);
    return;
  }
  const beside = await besideStarted;
  const onWait = (holder: Extract<FromThread, { kind: 'waits' }>['holder']) =>
    send({ kind: 'waits', holder });
  const answer = await buildHere(message.request, { world, run, beside, memory, onWait });
  send({ kind: 'built', answer });
});
