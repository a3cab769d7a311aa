import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildZone } from '../../src/build/build.js';
import { main } from '../../src/cli/main.js';
import { readPackage } from '../../src/ooxml/package.js';
import { distanceOf } from '../../src/themes/colour.js';
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
  const templates = ['Midnightblue', 'Beehive', 'Vivid'];
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
    expect(text).toMatch(/title: \{ x: 0\.39\d*, y: 0\.2\d+, w: 10\.2\d+, h: 0\.7\d+ \}/);
  });

  it.each(templates)('%s gives decks and summaries without a finding', async (name) => {
    const world = exampleWorld({ '/brand.yaml': await imported(name) });
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
});
