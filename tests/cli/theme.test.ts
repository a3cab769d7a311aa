import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { testTerminal } from '../support/terminal.js';
import { brandFile, holder, picture, xfrm } from '../themes/brand-file.js';
import { png } from '../themes/fixtures.js';

const brand = brandFile({
  shapes:
    picture(xfrm(8, 6.9, 1.5, 0.4)) +
    holder('title', xfrm(0.5, 0.4, 9, 0.8)) +
    holder('body', xfrm(0.5, 1.8, 9, 4.5)),
  logo: png(300, 80),
});

function brandWorld(files: Record<string, Uint8Array | string> = {}) {
  const world = exampleWorld();
  for (const [path, content] of Object.entries({ '/brand.potx': brand, ...files }))
    world.files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return world;
}
async function call(words: readonly string[], world = brandWorld()) {
  const terminal = testTerminal(world);
  const code = await main(words, terminal);
  return { code, ...terminal.printed, world };
}

describe('zonebrief theme import', () => {
  it('writes the theme and its logo, and a build takes them by name', async () => {
    const { code, out, world } = await call([
      'theme',
      'import',
      'brand.potx',
      '-o',
      'templates/themes/brand.yaml',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('templates/themes/brand.yaml, templates/themes/brand-logo.png written');
    expect(await call(['build', '--theme', 'brand', '--quiet', '--strict'], world)).toMatchObject({
      code: 0,
      err: '',
    });
    const manifest = JSON.parse(await world.readText(`/out/${exampleZone}/manifest.json`)) as {
      inputs: { path: string }[];
    };
    const inputs = manifest.inputs.map(({ path }) => path);
    expect(inputs).toContain('templates/themes/brand.yaml');
    expect(inputs).toContain('templates/themes/brand-logo.png');
    expect(inputs).not.toContain('templates/starter-briefing/theme.yaml');
  });

  it('prints what it wrote and repaired as JSON', async () => {
    const { code, out } = await call(['theme', 'import', 'brand.potx', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      ok: true,
      files: ['theme.yaml', 'theme-logo.png'],
      notes: expect.arrayContaining([expect.stringContaining('Georgia')]),
    });
  });

  it('overwrites nothing, but with --force', async () => {
    const world = brandWorld({ '/theme-logo.png': 'mine' });
    expect(await call(['theme', 'import', 'brand.potx'], world)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is there already'),
    });
    expect(world.files.has('/theme.yaml')).toBe(false);
    expect((await call(['theme', 'import', 'brand.potx', '--force'], world)).code).toBe(0);
  });

  it.each([
    [['theme', 'import', 'none.pptx'], 2, 'is not there'],
    [['theme', 'import', 'templates'], 2, 'is a folder'],
    [['theme', 'export', 'brand.potx'], 2, 'theme cannot do'],
    [['theme', 'import', 'brand.potx', '-o', 'theme.txt'], 2, 'is no .yaml file'],
    [['theme', 'import', 'data/example-zone/zone.yaml'], 1, 'ooxml/not-a-zip'],
  ])('%j ends with %i and says why', async (words, code, said) => {
    expect(await call(words)).toMatchObject({ code, err: expect.stringContaining(said) });
  });
});

describe('the theme of a build', () => {
  const coverOf = async (words: readonly string[], zone = '') => {
    const world = brandWorld();
    const path = `/data/${exampleZone}/zone.yaml`;
    world.files.set(path, new TextEncoder().encode(`${await world.readText(path)}${zone}`));
    world.files.set(
      `/data/${exampleZone}/own.yaml`,
      new TextEncoder().encode('extends: bold\ncolors: { primary: "#8A0018" }\n'),
    );
    const { code, err } = await call(['check', ...words], world);
    return { code, err };
  };

  it.each([
    [[], 'theme: bold\n'],
    [[], 'theme: own.yaml\n'],
    [['--theme', 'quiet'], ''],
    [['--theme', `data/${exampleZone}/own.yaml`], 'theme: nowhere\n'],
  ])('may be named: %j %s', async (words, zone) => {
    expect(await coverOf(words, zone)).toEqual({ code: 0, err: '' });
  });

  it('that is not there is a finding that names those that are', async () => {
    expect(await coverOf([], 'theme: bald\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('did you mean "bold"?'),
    });
  });
});
