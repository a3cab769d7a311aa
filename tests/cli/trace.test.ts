import { beforeAll, describe, expect, it } from 'vitest';
import { traceFile } from '../../src/build/trace.js';
import { main } from '../../src/cli/main.js';
import type { MemoryWorld } from '../../src/world.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { testTerminal } from '../support/terminal.js';
import { edit } from '../trace/office-edits.js';

const folder = `/out/${exampleZone}`;
const deck = `${folder}/briefing.en.pptx`;
let world: MemoryWorld;

async function call(words: readonly string[]) {
  const terminal = testTerminal(world);
  const code = await main(words, terminal);
  return { code, ...terminal.printed };
}

beforeAll(async () => {
  world = exampleWorld();
  expect((await call(['build', '--quiet'])).code).toBe(0);
  const bytes = world.files.get(deck) as Uint8Array;
  const jobs = /more than 8,400( jobs)?</;
  world.files.set(
    '/edited.pptx',
    edit(bytes, /^ppt\/slides\//, (xml) => xml.replace(jobs, 'more than 9,000$1<')),
  );
});

describe('zonebrief trace', () => {
  it.each(['briefing.en.pptx', 'briefing.de.pptx', 'summary.en-de.docx'])(
    'lists the figures of %s with their evidence, and is fine',
    async (file) => {
      const { code, out, err } = await call(['trace', `${folder}/${file}`]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^ {2}\S.* {2}park\.jobs {2}/m);
      expect(out).toContain('mehr als 8.400 Beschäftigte – ');
      expect(out).toMatch(
        new RegExp(
          `^${folder}/${file}: (deck|summary), edition of 2025-06-30: \\d+ figures, (\\d+|no) names?: all as made\n$`,
          'm',
        ),
      );
    },
  );

  it('lists names with --all only', async () => {
    const summary = `${folder}/summary.en-de.docx`;
    const [some, all] = [await call(['trace', summary]), await call(['trace', summary, '--all'])];
    expect(all.out.split('\n').length).toBeGreaterThan(some.out.split('\n').length);
  });

  it('prints JSON on stdout, and nothing else there', async () => {
    const { code, out, err } = await call(['trace', deck, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { figures, ...rest } = JSON.parse(out) as { figures: { fact: string; place: object }[] };
    expect(rest).toEqual({ file: deck, kind: 'deck', edition: '2025-06-30', asMade: true });
    expect(figures.filter(({ fact }) => fact === 'park.jobs')[0]).toMatchObject({
      status: 'as-made',
      kind: 'figure',
      place: { slide: expect.any(Number), id: expect.any(String), in: 'text' },
      stated: [{ stated: 'mehr als 8.400 Beschäftigte', language: 'de', source: 'annual-report' }],
    });
  });

  it('shows what was edited, now and as made, and fails', async () => {
    const { code, out } = await call(['trace', '/edited.pptx']);
    expect(code).toBe(1);
    expect(out).toMatch(/changed {2}.*9,000.* {2}made as .*8,400.* {2}park\.jobs/);
    expect(out).toMatch(/: 1 changed\n$/);
  });

  it.each<[string, string[], RegExp]>([
    ['a file that is not there', ['/nothing.pptx'], /is not there/],
    ['a folder', [folder], /is a folder/],
    [
      'a file of another kind',
      [`${folder}/manifest.json`],
      /manifest\.json: the file cannot be read: this is no zip file/,
    ],
    ['no file', [], /missing required argument/],
    ['two files', [deck, deck], /too many arguments|one file at a time/],
  ])('calls %s wrong use', async (_, words, message) => {
    const { code, out, err } = await call(['trace', ...words]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('says so in JSON, too', async () => {
    const { code, out } = await call(['trace', '/nothing.pptx', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      error: { message: expect.any(String), hint: expect.any(String) },
    });
  });
});

describe('traceFile', () => {
  it('gives a program what the command prints', async () => {
    const { figures, ...rest } = await traceFile(deck, { world });
    expect(rest).toEqual({ file: deck, kind: 'deck', edition: '2025-06-30', asMade: true });
    expect(figures.length).toBeGreaterThan(5);
  });
});
