import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/draw.js';
import { layoutChart } from '../../src/charts/layout.js';
import { encodePng } from '../../src/charts/png.js';
import { FindingsError } from '../../src/diagnostic.js';
import { type ChartFormat, type ChartSpec, sizeOf } from '../../src/document/chart.js';
import { nodeWorld } from '../../src/world.js';
import { languages, samples, theme } from './samples.js';

const world = nodeWorld();

async function decode(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return {
    width: image.width,
    height: image.height,
    /** Colour at a logical pixel, #rrggbb. */
    at(x: number, y: number): string {
      const start = (Math.round(y * 2) * image.width + Math.round(x * 2)) * 4;
      return `#${Buffer.from(data.subarray(start, start + 3)).toString('hex')}`;
    },
    /** Share of pixels in a box (logical) that are not paper. */
    ink(box: { x: number; y: number; width: number; height: number }): number {
      let inked = 0;
      let all = 0;
      for (let y = Math.floor(box.y * 2); y < (box.y + box.height) * 2; y += 1) {
        for (let x = Math.floor(box.x * 2); x < (box.x + box.width) * 2; x += 1) {
          all += 1;
          if ((data[(y * image.width + x) * 4] as number) < 200) inked += 1;
        }
      }
      return inked / all;
    },
  };
}

describe('drawing a chart', () => {
  for (const format of ['slide', 'column'] satisfies ChartFormat[]) {
    it(`gives a PNG of twice the ${format}'s size, with every text in its place`, async () => {
      for (const language of languages) {
        for (const spec of Object.values(samples(language))) {
          const picture = await decode(await drawChart(world, spec, theme, format));
          const { width, height } = sizeOf(format);
          expect([picture.width, picture.height]).toEqual([width * 2, height * 2]);
          expect(picture.at(2, 2)).toBe('#ffffff');
          for (const text of layoutChart(spec, theme, format).texts) {
            expect(picture.ink(text), `${spec.id} ${language}: ${text.lines.join(' ')}`).toBeGreaterThan(
              0.02,
            );
          }
        }
      }
    });
  }

  it('draws the marks where the layout says: a bar ends at its value', async () => {
    const spec = samples('en')['innovation-base'] as ChartSpec;
    const { taken } = layoutChart(spec, theme, 'slide');
    const picture = await decode(await drawChart(world, spec, theme, 'slide'));
    for (const bar of taken) {
      const middle = bar.y + bar.height / 2;
      expect(picture.at(bar.x + bar.width - 2, middle)).toBe('#0b3c5d');
      expect(picture.at(bar.x + bar.width + 2, middle)).toBe('#ffffff');
    }
  });

  it('draws the ring in the area the layout gives it', async () => {
    const spec = samples('zh-CN')['fund-structure'] as ChartSpec;
    const { plot } = layoutChart(spec, theme, 'column');
    const picture = await decode(await drawChart(world, spec, theme, 'column'));
    const middle = { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 };
    expect(picture.at(plot.x + plot.width - 10, middle.y)).toBe('#0b3c5d');
    expect(picture.at(plot.x + 10, middle.y - 10)).toBe('#8fa9ba');
    expect(picture.at(plot.x - 3, middle.y)).toBe('#ffffff');
  });

  it('gives the same bytes every time, whatever was drawn between', async () => {
    const spec = samples('de')['industry-scale'] as ChartSpec;
    const first = await drawChart(world, spec, theme, 'slide');
    await drawChart(world, samples('zh-CN').hedges as ChartSpec, theme, 'slide');
    const second = await drawChart(world, spec, theme, 'slide');
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('refuses a character that it could only draw as a box', async () => {
    const spec = { ...(samples('zh-CN')['circuit-share'] as ChartSpec), title: '\u{20000}字' };
    await expect(drawChart(world, spec, theme, 'slide')).rejects.toThrow(FindingsError);
    await expect(drawChart(world, spec, theme, 'slide')).rejects.toThrow('\u{20000} (U+20000)');
  });
});

describe('the PNG writer', () => {
  const read = async (colours: readonly number[], width: number) => {
    const pixels = new Uint8Array(
      colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]),
    );
    const image = await loadImage(Buffer.from(encodePng(pixels, width, colours.length / width)));
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return colours.map((_, index) => Buffer.from(data.subarray(index * 4, index * 4 + 3)).readUIntBE(0, 3));
  };

  it('keeps every pixel of a picture with up to 256 colours, equal rows or not', async () => {
    const row = [0xff0000, 0x00ff00, 0x0000ff, 0x123456];
    const colours = [...row, ...row, ...row.toReversed(), ...row.toReversed()];
    expect(await read(colours, 4)).toEqual(colours);
    const many = Array.from({ length: 256 }, (_, index) => index * 0x10101);
    expect(await read(many, 16)).toEqual(many);
  });

  it('keeps runs of any length, whatever larger picture was written before', async () => {
    const run = fc.record({ colour: fc.integer({ min: 0, max: 0xffffff }), length: fc.nat(40) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        async (runs, width) => {
          const all = runs.flatMap(({ colour, length }) => Array.from({ length: length + 1 }, () => colour));
          const rows = Math.max(1, Math.floor(all.length / width));
          const colours = Array.from({ length: rows * width }, (_, index) => all[index] ?? 0);
          expect(await read(colours, width)).toEqual(colours);
        },
      ),
    );
  });

  it('replaces the rarest colours by the nearest where there are more', async () => {
    const many = Array.from({ length: 300 }, (_, index) => index * 3);
    const colours = [...many.slice(0, 256), ...many];
    const back = await read([...colours, 0, 0, 0, 0], 10);
    expect(back.slice(0, 256)).toEqual(many.slice(0, 256));
    for (const [index, colour] of back.slice(256, 556).entries()) {
      expect(many.slice(0, 256)).toContain(colour);
      expect((colour & 0xff00) >> 8, `${index}`).toBeLessThanOrEqual(4);
    }
  });
});
