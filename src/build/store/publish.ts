/**
 * Layer 4. A new edition in place of the one that stands, or nothing changed.
 *
 * All of it is written into a folder backstage first. Then two renames with nothing in between: the zone's folder goes
 * backstage, the new one takes its place. So whoever looks finds one edition, whole; a run that is cut short between the
 * two leaves both whole, and the next one finishes (see recover.ts). Not before then does the rest move over: earlier
 * editions and whatever else people keep there. On any fault all is moved back.
 */
import { join } from 'node:path';
import { UsageError } from '../../diagnostic.js';
import type { World } from '../../world.js';
import { clear } from './clear.js';
import { type Comparison, changedMeanwhile, compare } from './compare.js';
import { readEditionId, retire } from './editions.js';
import { release } from './held.js';
import { removeJournal, writeJournal } from './journal.js';
import { outlineOf } from './outline.js';
import type { Publication, Published, Written } from './publication.js';
import { refusal } from './refusal.js';
import { carryOver, rollBack, settle, type Undo } from './settle.js';
import { assertHeld, backstageOf, type HeldStore } from './store.js';

/**
 * Puts the outputs and manifest.json in place. Outputs of the edition before that this one does not have go; what else lies
 * in the folder stays. Where all is as it is to be, nothing is touched.
 * @throws {UsageError} when the folder cannot be written, or something in it was changed meanwhile; all is then as it was
 */
export async function publish(world: World, store: HeldStore, publication: Publication): Promise<Published> {
  const undo: Undo = [];
  const making = `${backstageOf(store).making}${world.token()}`;
  let comparison: Comparison | undefined;
  try {
    comparison = await compare(world, store, publication);
    if (comparison) {
      await stage(world, store, comparison, making);
      await swap(world, store, comparison, publication.archive, undo);
    }
  } catch (error) {
    const swapped = undo.length > 0;
    const back = await takeBack(world, store, undo, making, comparison);
    const fault = refusal(error, store);
    if (swapped && !back && fault instanceof UsageError)
      fault.message += `; what was there is whole in ${store.backstage}, and the next run puts it back`;
    throw fault;
  }
  // In place. What cannot be removed now is left to the next run.
  if (comparison) await clear(world, store).catch(() => undefined);
  await release(world, store).catch(() => undefined);
  const date = readEditionId(outlineOf(publication.manifest)?.edition ?? '')?.date;
  const retired =
    date === undefined ? [] : await retire(world, store, publication.retention ?? {}, date).catch(() => []);
  const wanted = new Set(publication.outputs.map(({ name }) => name));
  const gone = (comparison?.made ?? []).filter((name) => name !== 'manifest.json' && !wanted.has(name));
  return { written: await report(world, store, publication, comparison), gone: gone.sort(), retired };
}

/** The whole edition, backstage, and on the disk before anything is moved. */
async function stage(
  world: World,
  store: HeldStore,
  { fresh, same, copies }: Comparison,
  making: string,
): Promise<void> {
  await world.makeFolder(making, store.folder);
  for (const [name, content] of fresh) await world.write(join(making, name), content);
  for (const name of same) await world.copy(join(store.folder, name), join(making, name));
  for (const [name, copy] of copies) await world.copy(join(store.folder, name), join(making, copy));
  const files = [...fresh.keys(), ...same, ...copies.values()];
  const folders = files.flatMap((name) => name.split('/').slice(0, -1));
  // All at once, since a disk does that in the time of one; and to the end, before any of it may be removed.
  const names = [...new Set([...files, ...folders, ''])];
  const flushed = await Promise.allSettled(names.map((name) => world.flush(join(making, name))));
  for (const outcome of flushed) if (outcome.status === 'rejected') throw outcome.reason;
  await assertHeld(world, store);
  await world.move(making, backstageOf(store).staging);
}

async function swap(
  world: World,
  store: HeldStore,
  { made, stamps }: Comparison,
  archive: string | undefined,
  undo: Undo,
): Promise<void> {
  const { staging, old } = backstageOf(store);
  const { folder } = store;
  const journal = { made, archive };
  const stood = (await world.kindOf(folder)) !== 'nothing';
  await writeJournal(world, store, journal);
  await assertHeld(world, store);
  await world.moveTogether([...(stood ? [[folder, old] as const] : []), [staging, folder]]);
  undo.push(() => world.moveTogether([[folder, staging], ...(stood ? [[old, folder] as const] : [])]));
  if (!stood) return;
  for (const [name, stamp] of stamps)
    if ((await world.stampOf(join(old, name))) !== stamp)
      throw changedMeanwhile(join(folder, name), 'was saved');
  await settle(world, store, journal, undo);
}

/** @returns whether all is as it was */
async function takeBack(
  world: World,
  store: HeldStore,
  undo: Undo,
  making: string,
  { fresh, same, copies }: Partial<Comparison> = {},
): Promise<boolean> {
  const { staging } = backstageOf(store);
  const swapped = undo.length > 0;
  try {
    await world.remove(making);
    // Who lost the lock leaves all as it is to the one who has it now.
    await assertHeld(world, store);
    await rollBack(undo);
    // What somebody saved into the folder in between is theirs.
    const staged = new Set([...(fresh?.keys() ?? []), ...(same ?? []), ...(copies?.values() ?? [])]);
    if (swapped) await carryOver(world, staging, store.folder, staged, []);
    await world.remove(staging);
    await removeJournal(world, store);
    return true;
  } catch {
    return false;
  }
}

async function report(
  world: World,
  { folder }: HeldStore,
  { outputs, manifest }: Publication,
  { fresh, copies }: Partial<Comparison> = {},
): Promise<Written[]> {
  const all = [...outputs, { name: 'manifest.json', content: new TextEncoder().encode(manifest) }];
  const written: Written[] = [];
  for (const { name, content } of all) {
    const path = join(folder, name);
    const bytes = content === 'keep' ? (await world.readBytes(path)).length : content.length;
    const copy = copies?.get(name);
    written.push({
      name,
      path,
      bytes,
      changed: fresh?.has(name) ?? false,
      ...(copy !== undefined && { copy }),
    });
  }
  return written;
}
