import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildZone } from '../../src/build/build.js';
import { main } from '../../src/cli/main.js';
import { readPackage } from '../../src/ooxml/package.js';
import { distanceOf } from '../../src/themes/colour.js';
import { readBrand } from '../../src/themes/import/brand.js';
import { nodeWorld } from '../../src/world.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { run, temporaryFolder } from '../support/sample.js';
import { testTerminal } from '../support/terminal.js';

/** LibreOffice's own templates, where its packages put them on Linux and macOS. */
const folder = [
  '/usr/lib/libreoffice/share/template/common/presnt',
  '/usr/lib64/libreoffice/share/template/common/presnt',
  '/opt/libreoffice/share/template/common/presnt',
  '/Applications/LibreOffice.app/Contents/Resources/template/common/presnt',
].find((path) => existsSync(path));
const ready = folder !== undefined && run('soffice', ['--version'], '.').code === 0;

// On a machine without LibreOffice there is nothing to import; in CI its absence is a fault.
describe.skipIf(!ready && process.env.CI !== 'true')('a brand from a template of LibreOffice', () => {
  const home = temporaryFolder();
  const templates = ['Midnightblue', 'Piano', 'Vintage', 'Beehive', 'Vivid'];
  const imported = async (name: string) => {
    const terminal = testTerminal(nodeWorld(), { cwd: home });
    const code = await main(['theme', 'import', `${name}.pptx`, '-o', `${name}.yaml`, '--force'], terminal);
    expect({ code, err: terminal.printed.err }).toEqual({ code: 0, err: '' });
    return readFileSync(join(home, `${name}.yaml`), 'utf8');
  };

  beforeAll(() => {
    expect(ready, 'soffice and its templates are there').toBe(true);
    for (const name of templates)
      copyFileSync(join(folder as string, `${name}.otp`), join(home, `${name}.otp`));
    const profile = pathToFileURL(join(home, 'profile')).href;
    const converted = run(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=${profile}`,
        '--convert-to',
        'pptx',
        '--outdir',
        home,
        ...templates.map((name) => join(home, `${name}.otp`)),
      ],
      home,
    );
    expect(converted.code, converted.stderr).toBe(0);
  }, 180_000);

  it('has the colours that its master draws, not those of the scheme that LibreOffice writes', async () => {
    const text = await imported('Midnightblue');
    const colour = (role: string): string => new RegExp(`${role}: "(#\\w{6})"`).exec(text)?.[1] as string;
    expect(distanceOf(colour('primary'), '#2C3E50')).toBeLessThan(0.02);
    expect(distanceOf(colour('accent'), '#1ABC9C')).toBeLessThan(0.02);
    expect(text).not.toContain('#4F81BD');
    expect(text).toContain('latin: "Source Sans Pro"');
    expect(text).toMatch(/title: \{ x: 0\.39\d*, y: 0\.2\d+, w: 10\.2\d+, h: 0\.7\d+, anchor: middle \}/);
  });

  /** The example zone, beside it the theme as `brand.yaml` and its pictures. */
  const worldWith = async (name: string) => {
    const text = await imported(name);
    const pictures = readdirSync(home).filter((file) => file.startsWith(`${name}-`));
    const world = exampleWorld({ '/brand.yaml': text });
    for (const file of pictures) await world.write(`/${file}`, readFileSync(join(home, file)));
    return world;
  };

  it.each(templates)('%s gives decks and summaries without a finding', async (name) => {
    const world = await worldWith(name);
    const report = await buildZone(world, {
      root: '/',
      zone: exampleZone,
      theme: '/brand.yaml',
      strict: true,
    });
    expect(report.diagnostics).toEqual([]);
    expect(report.ok).toBe(true);
  });

  it('gives a deck whose own colour scheme is that of the brand', async () => {
    const world = exampleWorld({ '/brand.yaml': await imported('Midnightblue') });
    await buildZone(world, { root: '/', zone: exampleZone, theme: '/brand.yaml' });
    const deck = readPackage(await world.readBytes(`/out/${exampleZone}/briefing.en.pptx`));
    const theme = new TextDecoder().decode(deck.parts.get('ppt/theme/theme1.xml'));
    expect(theme).toContain('<a:accent1><a:srgbClr val="2C3E50"/></a:accent1>');
    expect(theme).toContain('<a:accent2><a:srgbClr val="1ABC9C"/></a:accent2>');
    expect(theme).toContain('<a:latin typeface="Source Sans Pro"');
  });

  const boxOf = (xml: string, name: string): number[] => {
    const shape = [...xml.matchAll(/<p:(sp|cxnSp|pic)>.*?<\/p:\1>/gs)].find(([each]) =>
      new RegExp(`name="(Decorative: )?${name}`).test(each),
    )?.[0];
    const [, ...sides] =
      /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(shape ?? '') ?? [];
    return sides.map((emu) => Number(emu) / 914400);
  };
  /** The master of the brand with most room, and the content layout of the deck made with it. */
  async function besideMaster(name: string) {
    const world = await worldWith(name);
    await buildZone(world, { root: '/', zone: exampleZone, theme: '/brand.yaml' });
    const deck = readPackage(await world.readBytes(`/out/${exampleZone}/briefing.en.pptx`));
    const text = (part: string): string => new TextDecoder().decode(deck.parts.get(part));
    const layout = [...deck.parts.keys()]
      .filter((part) => /slideLayouts\/slideLayout\d+\.xml$/.test(part))
      .map(text)
      .find((xml) => xml.includes('name="Table"')) as string;
    return {
      brand: readBrand(readFileSync(join(home, `${name}.pptx`))),
      layout,
      presentation: text('ppt/presentation.xml'),
    };
  }
  const sides = (box: { x: number; y: number; w: number; h: number } | undefined): number[] =>
    box ? [box.x, box.y, box.w, box.h] : [];

  it.each([
    ['Midnightblue', 16 / 9],
    ['Piano', 16 / 9],
    ['Vintage', 4 / 3],
  ])(
    '%s gives slides of its size, with titles and areas of colour where its master has them',
    async (name, ratio) => {
      const { brand, layout, presentation } = await besideMaster(name);
      const [, cx, cy] = /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(presentation) ?? [];
      expect(Number(cx) / 914400).toBeCloseTo(brand.slide.w, 2);
      expect(Number(cx) / Number(cy)).toBeCloseTo(ratio, 2);
      const [x, , w] = sides(brand.drawn?.title.box);
      const [left, top, width, height] = boxOf(layout, 'Title') as [number, number, number, number];
      expect([left, width]).toEqual([x, w].map((each) => expect.closeTo(each as number, 2)));
      const middle = (brand.drawn?.title.box?.y ?? 0) + (brand.drawn?.title.box?.h ?? 0) / 2;
      expect(Math.abs(top + height / 2 - middle)).toBeLessThan(0.15);
      const picture = brand.backdrop ? boxOf(layout, 'Backdrop') : [];
      expect(picture).toEqual(
        brand.backdrop ? [0, 0, brand.slide.w, brand.slide.h].map((each) => expect.closeTo(each, 2)) : [],
      );
      const areas = (brand.drawn?.fills ?? []).filter(({ outline }) => outline === 'rect');
      const drawn = [1, 2, 3]
        .map((number) => boxOf(layout, `Ground ${number}`))
        .filter((box) => box.length > 0);
      for (const { box } of areas)
        expect(drawn).toContainEqual(sides(box).map((each) => expect.closeTo(each, 2)));
    },
  );
});
