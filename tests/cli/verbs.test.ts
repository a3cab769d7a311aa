import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { testTerminal } from '../support/terminal.js';

async function call(words: readonly string[], world = exampleWorld(), input: string[] = []) {
  const terminal = testTerminal(world, { input });
  const code = await main(words, terminal);
  return { code, ...terminal.printed };
}
const brokenDeck = {
  '/templates/starter-briefing/deck.en.md.hbs': (text: string) => text.replace('"park.jobs"', '"park.jbos"'),
};

describe('zonebrief build', () => {
  it('lists what it made and where', async () => {
    const world = exampleWorld();
    const { code, out } = await call(['build'], world);
    expect(code).toBe(0);
    expect(out).toContain(`${exampleZone}, edition 2025-06-30.1, 7 facts`);
    expect(out).toMatch(new RegExp(`^  out/${exampleZone}/briefing\\.en\\.pptx +\\d+ kB$`, 'm'));
    expect(world.files.has(`/out/${exampleZone}/briefing.en.pptx`)).toBe(true);
  });

  it('is quiet when asked to be', async () => {
    expect(await call(['build', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('makes native charts where asked, and knows no other forms', async () => {
    const world = exampleWorld();
    expect((await call(['build', '--charts', 'native', '--quiet'], world)).code).toBe(0);
    const manifest = world.files.get(`/out/${exampleZone}/manifest.json`) as Uint8Array;
    expect(JSON.parse(new TextDecoder().decode(manifest))).toMatchObject({ charts: 'native' });
    const { code, err } = await call(['build', '--charts', 'vector']);
    expect(code).toBe(2);
    expect(err).toContain('image, native');
  });

  it('writes where it is told to, in the languages asked for', async () => {
    const world = exampleWorld();
    const { code } = await call(
      ['build', exampleZone, '-o', '/elsewhere', '--languages', 'de', '--summaries', 'de-en'],
      world,
    );
    expect(code).toBe(0);
    expect(
      [...world.files.keys()].filter((path) => path.startsWith(`/elsewhere/${exampleZone}/`)).sort(),
    ).toEqual(
      [
        'briefing.de.pptx',
        'charts/fund.de.png',
        'charts/fund.en.png',
        'manifest.json',
        'summary.de-en.docx',
      ].map((name) => `/elsewhere/${exampleZone}/${name}`),
    );
  });

  it('prints findings with place and remedy, says how many, and fails', async () => {
    const world = exampleWorld(brokenDeck);
    const { code, out, err } = await call(['build'], world);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(
      /^templates\/starter-briefing\/deck\.en\.md\.hbs:\d+:\d+ error template\/unknown-fact: /m,
    );
    expect(err).toContain('did you mean "park.jobs"?');
    expect(err).toContain('1 error\n');
    expect([...world.files.keys()].filter((path) => path.startsWith(`/out/${exampleZone}/`))).toEqual([
      `/out/${exampleZone}/held.md`,
    ]);
  });

  it('reports as JSON on stdout, and nothing else there', async () => {
    const { code, out, err } = await call(['build', '--json'], exampleWorld(brokenDeck));
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      zones: [
        {
          zone: exampleZone,
          ok: false,
          outputs: [],
          diagnostics: [
            { code: 'template/unknown-fact', severity: 'error', at: { line: expect.any(Number) } },
          ],
        },
      ],
    });
  });

  it('builds one zone though another has findings, and fails', async () => {
    const world = exampleWorld({
      '/data/other/zone.yaml': 'name: [',
      '/data/other/sources.yaml': 'sources: []',
    });
    const { code, err } = await call(['build'], world);
    expect(code).toBe(1);
    expect(err).toContain('data/other/zone.yaml:');
    expect(world.files.has(`/out/${exampleZone}/manifest.json`)).toBe(true);
  });

  it.each([
    [['--languages', 'fr'], 'no language "fr"'],
    [['--summaries', 'de-de'], 'a summary cannot be made of "de-de"'],
  ])('calls %j wrong use', async (flags, message) => {
    expect(await call(['build', ...flags])).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});

describe('zonebrief check', () => {
  it('says that all is fine and writes nothing', async () => {
    const world = exampleWorld();
    const before = world.files.size;
    const { code, out } = await call(['check'], world);
    expect({ code, out }).toEqual({
      code: 0,
      out: `${exampleZone}, edition of 2025-06-30: fine: 7 facts in 5 files\n`,
    });
    expect(world.files.size).toBe(before);
  });

  it('fails on warnings when it is strict', async () => {
    const world = () => exampleWorld({ '/templates/starter-briefing/deck.xx.md.hbs': 'x' });
    expect((await call(['check'], world())).code).toBe(0);
    expect((await call(['check', '--strict'], world())).code).toBe(1);
  });
});

describe('zonebrief facts', () => {
  it('prints every fact with evidence and wording in each language as JSON', async () => {
    const { code, out } = await call(['facts', '--json']);
    expect(code).toBe(0);
    const facts = JSON.parse(out) as { id: string }[];
    expect(facts.length).toBe(7);
    expect(facts.find(({ id }) => id === 'park.jobs')).toEqual({
      zone: exampleZone,
      id: 'park.jobs',
      topic: 'park',
      kind: 'quantity',
      label: { en: 'Jobs', de: 'Beschäftigte' },
      quantity: { amount: '8400', unit: 'people' },
      qualifier: 'more-than',
      counted: expect.anything(),
      asOf: '2025-06-30',
      evidence: [
        {
          source: 'annual-report',
          locator: { section: '1', paragraph: 2 },
          stated: 'mehr als 8.400 Beschäftigte',
          language: 'de',
        },
      ],
      text: { en: 'more than 8,400 jobs', de: 'mehr als 8.400 Beschäftigte' },
    });
  });

  it('prints them for people', async () => {
    const { out } = await call(['facts', exampleZone]);
    expect(out).toContain('park.jobs');
    expect(out).toContain('more than 8,400 jobs');
  });

  it('tells what is wrong with them', async () => {
    const path = [...exampleWorld().files.keys()].find((file) => file.includes('/facts/')) as string;
    const world = exampleWorld({ [path]: (text) => text.replace('unit: people', 'unit: poeple') });
    const { code, out } = await call(['facts', '--json'], world);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, diagnostics: [{ severity: 'error' }] });
  });
});

describe('zonebrief quantity', () => {
  it('reads a phrase', async () => {
    const { code, out } = await call(['quantity', '--language', 'zh-CN', '近17万人', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ amount: '170000', unit: 'people', qualifier: 'nearly' });
  });

  it('says why there is none', async () => {
    const { code, out } = await call(['quantity', '--language', 'en', 'none at all', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ error: expect.stringContaining('no figure') });
  });

  it('answers each line of standard input with one line', async () => {
    const input = [
      '{"language":"zh-CN","text":"近17万人"}',
      '{"language":"en","text":"nothing"}',
      'no JSON',
      '[]',
      'null',
      '{"language":"xx","text":"5"}',
    ];
    const { code, out } = await call(['quantity', '--stdin', '--json'], exampleWorld(), input);
    expect(code).toBe(0);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.length).toBe(input.length);
    expect(lines[0]).toEqual({ amount: '170000', unit: 'people', qualifier: 'nearly' });
    for (const line of lines.slice(1)) expect(line).toEqual({ error: expect.any(String) });
  });

  it('says how to give a phrase that begins as options do', async () => {
    const { code, err } = await call(['quantity', '-l', 'de', '-3 %']);
    expect(code).toBe(2);
    expect(err).toContain('zonebrief quantity -l de -- "-3 %"');
    expect(err).not.toContain('unknown option');
    const unknown = await call(['quantity', '-l', 'de', '--what']);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("unknown option '--what'");
    const { code: read, out } = await call(['quantity', '-l', 'de', '--', '-3 %']);
    expect({ read, out }).toEqual({ read: 0, out: 'exact -3 percent\n' });
  });

  it.each([[[]], [['近17万人']], [['--stdin', 'x']]])('calls %j wrong use', async (words) => {
    expect((await call(['quantity', ...words])).code).toBe(2);
  });
});

describe('zonebrief schema', () => {
  it('prints the schemas, or writes them', async () => {
    const printed = JSON.parse((await call(['schema'])).out) as Record<string, unknown>;
    expect(Object.keys(printed)).toEqual(
      ['zone', 'sources', 'facts', 'checks', 'charts', 'theme'].map((name) => `${name}.schema.json`),
    );
    const world = exampleWorld();
    expect((await call(['schema', '--out', '/schemas'], world)).code).toBe(0);
    expect(JSON.parse(await world.readText('/schemas/facts.schema.json'))).toEqual(
      printed['facts.schema.json'],
    );
  });
});

describe('zonebrief init', () => {
  it('makes a root that builds', async () => {
    const world = exampleWorld();
    const begun = await call(['init', '/mine'], world);
    expect(begun.code).toBe(0);
    // A clone: what is not installed, npx would look for on the web.
    expect(begun.out).toMatch(/^Now: cd .*mine && node \.\.\/opt\/zonebrief\/dist\/cli\.js build$/m);
    expect(await world.readText('/mine/.gitignore')).toContain('out/');
    const { code, err } = await call(['build', '--root', '/mine'], world);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(world.files.has(`/mine/out/${exampleZone}/briefing.en.pptx`)).toBe(true);
  });

  it('overwrites nothing', async () => {
    const world = exampleWorld({ '/mine/data/example-zone/zone.yaml': 'mine' });
    const { code, err } = await call(['init', '/mine'], world);
    expect(code).toBe(2);
    expect(err).toContain('is there already');
    expect([...world.files.keys()].filter((path) => path.startsWith('/mine/'))).toEqual([
      '/mine/data/example-zone/zone.yaml',
    ]);
  });
});

describe('zonebrief doctor', () => {
  it('names what is missing', async () => {
    const { code, out } = await call(['doctor', '--json']);
    const { checks } = JSON.parse(out) as { checks: { name: string; ok: boolean }[] };
    expect(code).toBe(0);
    expect(Object.fromEntries(checks.map(({ name, ok }) => [name, ok]))).toMatchObject({
      'Node.js': true,
      fonts: true,
      drawing: true,
      LibreOffice: false,
    });
  });
});
