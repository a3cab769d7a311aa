/**
 * Required by a measured process, and so by its threads: at SIGUSR2, what each holds after a collection is added up, and
 * written to the file MEMORY_REPORT as a line of JSON, in bytes.
 */
const { appendFileSync } = require('node:fs');
const { setTimeout: wait } = require('node:timers/promises');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { BroadcastChannel, isMainThread, threadId } = require('node:worker_threads');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const channel = new BroadcastChannel('zonebrief-bench-memory');
/** Milliseconds after which a thread that does not answer has ended: where others use the machine, answers are slow. */
const patience = 20_000;

function own() {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return { thread: threadId, heap: heapUsed, buffers: external };
}

if (isMainThread) {
  /** Threads that are there, as far as is known, with their last answers. */
  const threads = new Map();
  channel.onmessage = ({ data }) => threads.set(data.thread, data);
  process.on('SIGUSR2', async () => {
    const { rss } = process.memoryUsage();
    for (const thread of threads.keys()) threads.set(thread, undefined);
    channel.postMessage('ask');
    const answers = () => [...threads.values()].filter((answer) => answer !== undefined);
    for (let waited = 0; answers().length < threads.size && waited < patience; waited += 50) await wait(50);
    for (const [thread, answer] of threads) if (answer === undefined) threads.delete(thread);
    const all = [own(), ...answers()];
    const sum = (key) => all.reduce((total, answer) => total + answer[key], 0);
    const report = { rss, heap: sum('heap'), buffers: sum('buffers'), threads: all.length };
    appendFileSync(process.env.MEMORY_REPORT, `${JSON.stringify(report)}\n`);
  });
} else {
  channel.onmessage = ({ data }) => {
    if (data === 'ask') channel.postMessage(own());
  };
  channel.postMessage({ thread: threadId });
}
channel.unref();
