import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.js';
import { loadTemplate } from '../../src/compose/template.js';
import { loadImage, measure } from '../../src/pictures/load.js';
import type { World } from '../../src/world.js';
import {
  composeSlide,
  ledger,
  slide,
  summary,
  templateFolder,
  world,
  zoneFolder,
} from '../compose/fixtures.js';

/** The frame of a PNG file: signature, IHDR, IEND, each with its CRC left at 0. */
function png(width: number, height: number, more = 0): Uint8Array {
  const bytes = new Uint8Array(45 + more);
  bytes.set([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44], 33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** SOI, an APP0 segment, fill bytes, SOF0. */
const jpeg = new Uint8Array([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc0, 0, 11, 8, 0, 50, 0, 100, 1, 1, 0x11, 0],
  ...[0xff, 0xd9],
]);

describe('images', () => {
  it.each([
    ['the template', `${templateFolder}/images/map.png`],
    ['the zone', `${zoneFolder}/images/map.png`],
  ])('are taken from the folder of %s', async (_, path) => {
    const { blocks, diagnostics } = await composeSlide('![Map of {{zone "shortName"}}](images/map.png)\n', {
      files: { [path]: png(640, 480) },
    });
    expect(diagnostics).toEqual([]);
    expect(blocks).toMatchObject([
      {
        kind: 'image',
        alt: 'Map of Harbour Zone',
        image: { type: 'png', width: 640, height: 480 },
        at: { line: 7 },
      },
    ]);
  });

  it('may have figures and literals in their alternative text', async () => {
    const { blocks, document, diagnostics } = await composeSlide(
      '![The :lit[14th] plan \\[draft\\]: {{fact "funds.ratio"}}](a.png)\n',
      { files: { 'a.png': png(1, 1) } },
    );
    expect(diagnostics).toEqual([]);
    expect(blocks).toMatchObject([
      { alt: 'The 14th plan [draft]: 65.7%', altFigures: [{ fact: 'funds.ratio', text: '65.7%' }] },
    ]);
    expect([...document!.citations.keys()]).toContain('funds.ratio');
  });

  it('may have no figures typed there', async () => {
    const { diagnostics } = await composeSlide('![About 42%](a.png)\n', { files: { 'a.png': png(1, 1) } });
    expect(summary(diagnostics)).toEqual(['template/bare-figure 7:9']);
  });

  it('need an alternative text', async () => {
    const { diagnostics } = await composeSlide('![](a.png)\n', { files: { 'a.png': png(1, 1) } });
    expect(summary(diagnostics)).toEqual(['template/image-without-alt 7:1']);
  });

  it.each([
    ['PNG', 'a.png', png(3, 4).subarray(0, 40)],
    ['JPEG', 'a.jpg', jpeg.subarray(0, jpeg.length - 1)],
  ])('must be whole: %s', async (_, name, content) => {
    const { diagnostics } = await composeSlide(`![Map](${name})\n`, { files: { [name]: content } });
    expect(diagnostics).toMatchObject([
      {
        code: 'template/image-refused',
        message: `the image "${name}" ends before the picture does`,
        hint: 'copy or export it again',
        at: { line: 7 },
      },
    ]);
  });

  it('may have blanks in their names', async () => {
    const { blocks } = await composeSlide('![Map](<a b.png>)\n\n![Map](a%20b.png)\n', {
      files: { 'a b.png': png(1, 1) },
    });
    expect(blocks).toHaveLength(2);
  });

  it.each([
    ['/etc/passwd', 'image-refused'],
    ['../../secret.png', 'image-refused'],
    ['images/../../../secret.png', 'image-refused'],
    ['%2e%2e/%2e%2e/secret.png', 'image-refused'],
    ['https://a.example/b.png', 'image-refused'],
    ['file:///etc/passwd', 'image-refused'],
    ['data:image/png;base64,AAAA', 'image-refused'],
    ['C:/windows/a.png', 'image-refused'],
    ['//server/share/a.png', 'image-refused'],
    ['~/a.png', 'image-refused'],
    ['a%00.png', 'image-refused'],
    ['..%5ca.png', 'image-refused'],
    ['', 'image-refused'],
    ['nowhere.png', 'image-missing'],
    ['images', 'image-missing'],
    ['text.png', 'image-refused'],
    ['cut.png', 'image-refused'],
    ['vector.svg', 'image-refused'],
  ])('are refused at "%s"', async (path, code) => {
    const { document, diagnostics } = await composeSlide(`![Map](${path})\n`, {
      files: {
        '/elsewhere/secret.png': png(1, 1),
        '/secret.png': png(1, 1),
        'images/a.png': png(1, 1),
        'text.png': 'not a picture',
        'cut.png': png(1, 1).slice(0, 20),
        'vector.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
    });
    expect(document).toBeUndefined();
    expect(summary(diagnostics)).toEqual([`template/${code} 7:1`]);
    expect(diagnostics[0]?.expected).toBeTruthy();
  });

  it('are refused where a link leads out of the folder', async () => {
    const made = world({ 'map.png': png(1, 1) });
    const linked: World = {
      ...made,
      realPath: async (path) => (path.endsWith('map.png') ? '/elsewhere/map.png' : path),
    };
    const loaded = await loadImage(linked, 'map.png', [templateFolder, zoneFolder]);
    expect(loaded).toMatchObject({ fault: { code: 'template/image-refused' } });
  });

  it('are refused when they are too large', async () => {
    const made = world({
      'heavy.png': png(1, 1, 10_000_001),
      'wide.png': png(100_000, 100_000),
      'empty.png': png(0, 5),
    });
    for (const [name, message] of [
      ['heavy.png', 'bytes'],
      ['wide.png', 'pixels'],
      ['empty.png', 'neither PNG nor JPEG'],
    ] as const) {
      const loaded = await loadImage(made, name, [templateFolder]);
      expect(loaded).toMatchObject({ fault: { message: expect.stringContaining(message) } });
    }
  });

  it('are measured by what is in the file', () => {
    expect(measure(jpeg)).toEqual({ type: 'jpeg', width: 100, height: 50 });
    expect(measure(png(3, 4))).toEqual({ type: 'png', width: 3, height: 4 });
    // A view into a larger buffer, as files are read.
    expect(measure(new Uint8Array([0, 0, ...png(3, 4)]).subarray(2))).toEqual({
      type: 'png',
      width: 3,
      height: 4,
    });
    expect(measure(jpeg.slice(0, 12))).toBeUndefined();
    expect(measure(new Uint8Array())).toBeUndefined();
    expect(measure(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0, 0]))).toBeUndefined();
  });

  it('are taken from the zone folder that is given', async () => {
    const made = world({ 'deck.en.md.hbs': `${slide}![Map](map.png)\n`, '/elsewhere/map.png': png(1, 1) });
    const { template } = await loadTemplate(made, templateFolder);
    const options = { zoneFolder: '/elsewhere' };
    const { diagnostics } = await compose(made, template!, ledger(), 'deck', 'en', options);
    expect(diagnostics).toEqual([]);
  });
});
