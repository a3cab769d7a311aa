import { describe, expect, it } from 'vitest';
import type { Beside } from '../../src/build/beside.js';
import { type BuildOptions, buildZone } from '../../src/build/build.js';
import { makeFile } from '../../src/build/file.js';
import { drawHere, Pictures } from '../../src/build/pictures.js';
import { takeTurn, turnsFor } from '../../src/build/turns.js';
import { UsageError } from '../../src/diagnostic.js';
import type { World } from '../../src/world.js';
import { exampleWorld, exampleZone } from '../support/example.js';

const options: BuildOptions = { root: '/', zone: exampleZone };
const deck = '/templates/starter-briefing/deck.de.md.hbs';

/** In place of another thread: takes the files with these names before this one comes to them, and sends copies. */
const besideTaking =
  (names: RegExp, made: string[] = []) =>
  (world: World): Beside => {
    const draw = drawHere(world);
    const copied = <Sent>(sent: Sent): Sent => structuredClone(sent);
    return {
      draw: async (picture) => copied(await draw(copied(picture))),
      async make(request, cache) {
        if (!names.test(request.name) || !takeTurn(request)) return undefined;
        made.push(request.name);
        const pictures = new Pictures(draw, request.look.theme, cache);
        // Turns are seen by both; all else is sent.
        const { turns, ...rest } = request;
        return copied(await makeFile({ ...copied(rest), turns }, { pictures }));
      },
    };
  };

const built = async (beside?: (world: World) => Beside, changes: Parameters<typeof exampleWorld>[0] = {}) => {
  const world = exampleWorld(changes);
  const report = await buildZone(world, { ...options, ...(beside && { beside: beside(world) }) });
  const files = [...world.files].filter(([path]) => path.startsWith('/out/') && !path.includes('state.json'));
  return { report, files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))) };
};

describe('files that two threads make', () => {
  it.each([
    ['none', /^$/, []],
    ['the last one', /docx/, ['summary.en-de.docx']],
    ['one in the middle', /de\.pptx/, ['briefing.de.pptx']],
    ['all', /./, ['summary.en-de.docx', 'briefing.de.pptx', 'briefing.en.pptx']],
  ])('are those that one makes, where the other takes %s', async (_, names, taken) => {
    const alone = await built();
    const made: string[] = [];
    const shared = await built(besideTaking(names, made));
    expect(made).toEqual(taken);
    expect(shared.report).toEqual(alone.report);
    expect([...shared.files.keys()]).toEqual([...alone.files.keys()]);
    for (const [path, bytes] of shared.files)
      expect(Buffer.compare(bytes, alone.files.get(path) as Uint8Array), path).toBe(0);
  });

  it.each([
    ['is let go where there is one file only', { languages: ['en'], summaries: [] }, 1],
    ['is kept where there are more', {}, 0],
  ])('take a thread that %s', async (_, given, times) => {
    let rested = 0;
    const beside = (world: World): Beside => ({ ...besideTaking(/^$/)(world), rest: () => (rested += 1) });
    const world = exampleWorld();
    await buildZone(world, { ...options, ...given, beside: beside(world) });
    expect(rested).toBe(times);
  });

  it('have their findings in the order of the files, and none is kept where one cannot be made', async () => {
    const changes = {
      [deck]: (text: string) => text.replace(/^# .*$/m, `# ${'Ein sehr langer Satz '.repeat(40)}`),
    };
    const alone = await built(undefined, changes);
    expect(alone.report.outcome).toBe('held');
    expect(alone.report.diagnostics.map(({ code }) => code)).toContain('deck/overflow');
    for (const names of [/docx/, /de\.pptx/, /./]) {
      const shared = await built(besideTaking(names), changes);
      expect(shared.report).toEqual(alone.report);
      expect([...shared.files.keys()].filter((path) => /pptx|docx/.test(path))).toEqual([]);
    }
  });

  it('are not made where the other thread fails, whose error is told', async () => {
    const error = new UsageError('the font cannot be read', 'ask for permission');
    const beside = (world: World): Beside => ({
      ...besideTaking(/^$/)(world),
      make: async (request) => {
        if (request.name.endsWith('.docx') && takeTurn(request)) throw error;
        return undefined;
      },
    });
    await expect(built(beside)).rejects.toBe(error);
  });

  it('are taken by exactly one', () => {
    const turns = turnsFor(2);
    const asked = [0, 1, 0, 1].map((turn) => takeTurn({ turns, turn }));
    expect(asked).toEqual([true, true, false, false]);
  });
});
