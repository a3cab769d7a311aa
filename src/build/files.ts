/** Layer 4. All files that have to be made: here, and in a thread beside this one where there is one. */
import type { Diagnostic, Findings } from '../diagnostic.js';
import type { Memory } from '../memory.js';
import type { Beside } from './beside.js';
import type { Cache } from './draw.js';
import { type FileRequest, type MadeFile, makeFile } from './file.js';
import type { Look } from './keys.js';
import { byName, infoOf, type Output, type OutputInfo } from './output.js';
import type { Pictures } from './pictures.js';
import { stopTurns, takeTurn, turnsFor } from './turns.js';
import type { Wanted } from './wanted.js';

export interface FilesOptions {
  readonly look: Look;
  readonly pictures: Pictures;
  readonly cache?: Cache | undefined;
  readonly beside?: Beside | undefined;
  readonly memory?: Memory | undefined;
  /** Warnings stop the build, too. */
  readonly strict: boolean;
  /** Whether something stands in the way of the files by now: they are laid out then, for the findings, and not made. */
  readonly stopped: () => boolean;
  readonly findings: Findings;
  readonly step: (what: string) => void;
}

/**
 * Makes them all; findings come in the order of the files, whichever was made first and wherever.
 * @returns nothing where findings stand in the way
 * @throws what the writers throw, of the first file that something is thrown for
 */
export async function makeFiles(
  { decks, summaries, pictures: drawn }: Wanted,
  options: FilesOptions,
): Promise<Output[]> {
  const { look, pictures, strict, stopped, findings } = options;
  const files = [...decks, ...summaries];
  const turns = turnsFor(files.length);
  if (stopped()) stopTurns(turns);
  const requests = files.map(
    ({ name, kind = 'deck', documents, arrangement }, turn): FileRequest => ({
      ...{ name, kind, documents, arrangement },
      ...{ look, strict, turns, turn },
    }),
  );
  const made = await makeInTurns(requests, options);
  for (const { laidOut } of made) findings.add(laidOut);
  if (stopped()) return [];

  const outputs: Output[] = [];
  for (const [index, { content, laidOut, linted, pictures: shown }] of made.entries()) {
    findings.add(linted);
    pictures.addUsed(shown);
    const warnings = linted.filter(({ severity }) => severity === 'warning');
    if (content) outputs.push(outputOf(files[index] as OutputInfo, content, laidOut, warnings));
  }
  for (const file of drawn)
    outputs.push({ ...infoOf(file), content: await pictures.draw(file.chart, file.format) });
  return outputs.sort(byName);
}

/** One whose layout has findings gets no key, so that they are found again. */
function outputOf(
  file: OutputInfo,
  content: Uint8Array,
  laidOut: readonly Diagnostic[],
  warnings: readonly Diagnostic[],
): Output {
  return {
    ...infoOf(file),
    ...(laidOut.length > 0 && { key: undefined }),
    content,
    ...(warnings.length > 0 && { warnings }),
  };
}

/** More would be taken from the other thread, while it still draws. */
const mostBegun = 3;

/** One works at a time, in the order asked. @returns what waits for the caller's time, and gives what ends it */
function inTurn(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let end = (): void => {};
    last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  };
}

/**
 * This thread takes the files from the front, the other one from the back, until they meet: decks here, summaries there,
 * so that most often each loads the writers of one kind only. @returns in the order of the requests
 */
async function makeInTurns(
  requests: readonly FileRequest[],
  { pictures, cache, beside, memory, step }: FilesOptions,
): Promise<MadeFile[]> {
  const made: MadeFile[] = [];
  const faults: { readonly error: unknown }[] = [];
  const keep = async ({ turn }: FileRequest, making: Promise<MadeFile | undefined>): Promise<void> => {
    try {
      const file = await making;
      if (file) made[turn] = file;
    } catch (error) {
      faults[turn] = { error };
    }
  };
  const atWork = inTurn();
  const here = async (): Promise<void> => {
    for (const request of requests) {
      let rest = await atWork();
      const waiting = async <Value>(until: Promise<Value>): Promise<Value> => {
        rest();
        const value = await until;
        rest = await atWork();
        return value;
      };
      if (takeTurn(request)) {
        step(`making ${request.name}`);
        await keep(request, makeFile(request, { pictures, memory, waiting }));
      }
      rest();
    }
  };
  // For one file it would be loaded in vain.
  const make = requests.length > 1 ? beside?.make : undefined;
  if (!make) beside?.rest?.();
  const there = make ? requests.toReversed().map((request) => keep(request, make(request, cache))) : [];
  // A further file is begun here only while those begun before wait for their charts: the rest is left to the other thread.
  await Promise.all([...Array.from({ length: beside ? mostBegun : 1 }, here), ...there]);
  const [fault] = Object.values(faults);
  if (fault) throw fault.error;
  return made;
}
