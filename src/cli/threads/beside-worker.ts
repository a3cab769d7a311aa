/** Layer 6. Entry of the thread beside the one that builds: pictures first, in the order asked for, then files. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawOnce, mostPictures } from '../../build/draw.js';
import { loadSummaryWriter, makeFile } from '../../build/file.js';
import { drawHere, Pictures } from '../../build/pictures.js';
import { takeTurn } from '../../build/turns.js';
import { Memory } from '../../memory.js';
import { nodeWorld } from '../../world.js';
import { faultOf } from '../fault.js';
import type { BesideAnswer, BesideData, BesideRequest } from './beside.js';

const world = nodeWorld();
const { warm, drawsOnly } = workerData as BesideData;
// Who asks for files asks for their pictures, too.
const draw = drawsOnly ? drawHere(world) : drawOnce(drawHere(world), mostPictures);
const memory = warm ? new Memory() : undefined;

// While the other thread still reads and composes. What goes wrong comes up where it is needed.
void import('../../charts/draw.js')
  .then(({ prepareToDraw }) => prepareToDraw(world))
  .then(() => (drawsOnly ? undefined : loadSummaryWriter()))
  .catch(() => {});

let drawn: Promise<unknown> = Promise.resolve();
let made: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (request: BesideRequest) => {
  if ('rest' in request) {
    // An answer that was sent is still delivered.
    void Promise.all([drawn, made]).then(() => process.exit());
    return;
  }
  const answered = answer(request);
  if ('picture' in request) drawn = Promise.all([drawn, answered]).then(() => undefined);
  else made = answered;
});

async function answer(request: Exclude<BesideRequest, { rest: true }>): Promise<void> {
  const { id } = request;
  const send = (content: Omit<BesideAnswer, 'id'>): void => parentPort?.postMessage({ id, ...content });
  try {
    send('picture' in request ? { png: await draw(request.picture) } : { made: await make(request) });
  } catch (error) {
    send({ fault: faultOf(error) });
  }
}

/** One after the other; the other thread waits for pictures, so these come first. */
async function make({ file, cache }: Extract<BesideRequest, { file: unknown }>) {
  await made;
  await drawn;
  if (!takeTurn(file)) return undefined;
  return makeFile(file, { pictures: new Pictures(draw, file.look.theme, cache), memory });
}
