/**
 * Required by a measured process, and so by its threads: at SIGUSR2, what each holds after a collection is added up, and
 * written to the file MEMORY_REPORT as a line of JSON, in bytes.
 */
const { appendFileSync } = require('node:fs');
const { setTimeout: wait } = require('node:timers/promises');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { BroadcastChannel, isMainThread } = require('node:worker_threads');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const channel = new BroadcastChannel('zonebrief-bench-memory');
/** Milliseconds for threads to answer; they are idle when they are asked, but a machine that others use is slow. */
const patience = 2000;

function own() {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return { heap: heapUsed, buffers: external };
}

if (isMainThread) {
  let answers = [];
  channel.onmessage = ({ data }) => answers.push(data);
  process.on('SIGUSR2', async () => {
    const { rss } = process.memoryUsage();
    answers = [own()];
    channel.postMessage('ask');
    await wait(patience);
    const sum = (key) => answers.reduce((all, answer) => all + answer[key], 0);
    const report = { rss, heap: sum('heap'), buffers: sum('buffers'), threads: answers.length };
    appendFileSync(process.env.MEMORY_REPORT, `${JSON.stringify(report)}\n`);
  });
} else {
  channel.onmessage = ({ data }) => {
    if (data === 'ask') channel.postMessage(own());
  };
}
channel.unref();
