import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { EmbeddedImage } from '../../src/document/document.js';
import { readLight } from '../../src/themes/backdrop.js';
import { contrastOf } from '../../src/themes/colour.js';
import { importTheme } from '../../src/themes/import/import.js';
import { documents, theme } from '../deck/fixtures.js';
import { misplaced } from '../deck/inspect.js';
import { pictures } from '../deck/pictures.js';
import { expectValid } from '../ooxml/validator.js';
import { brandFile, holder, picture, rgb, xfrm } from './brand-file.js';
import { load } from './fixtures.js';

/** Cream, with a dark blot over a part of it, in shares of the picture. */
function cream(...blots: readonly [x: number, y: number, w: number, h: number][]): EmbeddedImage {
  const [width, height] = [400, 300];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#F0E0C0';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#101030';
  for (const [x, y, w, h] of blots) context.fillRect(x * width, y * height, w * width, h * height);
  return { bytes: new Uint8Array(canvas.toBuffer('image/png')), type: 'png', width, height };
}

describe('the light of a picture', () => {
  it('is its mean, and its lightest and darkest places, of the part that is asked for', async () => {
    const lightIn = await readLight(cream([0, 0.5, 1, 0.5]));
    expect(lightIn?.({ x: 0, y: 0, w: 1, h: 0.4 })).toEqual({
      mean: '#F0E0C0',
      lightest: '#F0E0C0',
      darkest: '#F0E0C0',
    });
    expect(lightIn?.({ x: 0, y: 0, w: 1, h: 1 })).toEqual({
      mean: '#807878',
      lightest: '#F0E0C0',
      darkest: '#101030',
    });
  });

  it('is not told of bytes that are no picture', async () => {
    expect(await readLight({ ...cream(), bytes: new Uint8Array(50) })).toBeUndefined();
  });
});

describe('a theme with a picture behind its slides', () => {
  const text =
    'extends: quiet\ncolors: { paper: "#F0E0C0", muted: "#4A5560" }\nbackdrop: { file: paper.png }\n';
  const found = async (image: EmbeddedImage) =>
    (await load({ '/t/theme.yaml': text, '/t/paper.png': image.bytes })).diagnostics.filter(
      ({ severity }) => severity === 'error',
    );

  it('has no findings where its texts can be read on all of it', async () => {
    expect(await found(cream())).toEqual([]);
  });

  it('is refused where they cannot, with the place on the slide and what lies there', async () => {
    const [first] = await found(cream([0, 0.86, 0.4, 0.14]));
    expect(first).toMatchObject({
      code: 'theme/contrast',
      message: expect.stringMatching(
        /^muted #4A5560 has a contrast of \d\.\d\d to 1 with #101030, a part of the backdrop behind the (sources|footer)$/,
      ),
      at: { file: '/t/theme.yaml', line: 3, column: 19 },
    });
  });

  it('gives slides with it under everything else', async () => {
    const { presentation, diagnostics } = layoutDeck(documents.en, { ...theme, backdrop: cream() });
    expect(diagnostics).toEqual([]);
    const table = presentation.masters.find(({ name }) => name === 'Table');
    expect(table?.shapes[0]).toMatchObject({
      kind: 'picture',
      name: 'Backdrop',
      alt: '',
      box: { x: 0, y: 0, ...presentation.slide },
    });
    expect(presentation.slides.flatMap((slide) => misplaced(slide, presentation))).toEqual([]);
    await expectValid(await writeDeck(presentation, pictures), 'pptx');
  });
});

describe('the import of a brand that draws with a picture', () => {
  const shapes =
    picture(xfrm(0, 0, 10, 7.5)) +
    holder('title', xfrm(0.5, 0.4, 9, 0.8)) +
    holder('body', xfrm(0.5, 1.6, 9, 4.8)) +
    holder('dt', xfrm(0.5, 7, 2, 0.3)) +
    holder('ftr', xfrm(3, 7, 4, 0.3));
  const imported = async (image: EmbeddedImage) => {
    const {
      text,
      pictures: files,
      notes,
    } = await importTheme(brandFile({ shapes, logo: image.bytes, slots: { accent1: rgb('4F81BD') } }), {
      from: 'paper.pptx',
      theme: 'paper',
    });
    const { theme: read, diagnostics } = await load({
      '/t/theme.yaml': text,
      ...Object.fromEntries(files.map(({ name, bytes }) => [`/t/${name}`, bytes])),
    });
    return { theme: read!, notes, errors: diagnostics.filter(({ severity }) => severity === 'error') };
  };

  it('takes it over, with colours of its hue that can be read on it', async () => {
    const { theme: own, errors } = await imported(cream());
    expect(errors).toEqual([]);
    expect(own.backdrop).toMatchObject({ type: 'png', width: 400, height: 300 });
    expect(own.colors.paper).toBe('#F0E0C0');
    expect(contrastOf(own.colors.primary, '#F0E0C0')).toBeGreaterThanOrEqual(4.5);
    expect(own.colors.series).not.toContain('#4F81BD');
  });

  it('moves content and foot off what they could not be read on', async () => {
    const { theme: own, notes, errors } = await imported(cream([0, 0.85, 0.2, 0.15]));
    expect(errors).toEqual([]);
    expect(own.backdrop).toBeDefined();
    expect(own.layout).not.toHaveProperty('date');
    expect(own.layout?.body?.h).toBeLessThan(4.8);
    expect(notes).toContain('layout, date: it cannot be read on the picture there; not taken over');
  });

  it('leaves out one that text cannot be read on', async () => {
    const { theme: own, notes, errors } = await imported(cream([0.3, 0.3, 0.4, 0.4]));
    expect(errors).toEqual([]);
    expect(own.backdrop).toBeUndefined();
    expect(notes.some((note) => note.includes('text could not be read'))).toBe(true);
  });
});
