import { describe, expect, it } from 'vitest';
import { keeping, tidyCharts } from '../../src/build/chart-cache.js';
import type { Draw } from '../../src/build/draw.js';
import { pictureKey } from '../../src/build/keys.js';
import { encodePng } from '../../src/charts/png.js';
import type { BarsChart, ChartFormat, ChartSpec } from '../../src/document/chart.js';
import type { Theme } from '../../src/document/theme.js';
import { memoryWorld, type World } from '../../src/world.js';

const chart: BarsChart = {
  type: 'bars',
  id: 'growth',
  language: 'en',
  title: 'Growth',
  unit: '%',
  source: 'Source: x',
  asOf: '2024',
  alt: 'A chart',
  items: [{ fact: 'a.b', label: 'a', value: 1, text: '1 %', qualifier: 'exact' }],
};
const theme = { colors: { paper: '#FFFFFF' }, fonts: { latin: 'Arial' } } as unknown as Theme;
const folder = '/out/.zonebrief/z';
const cache = { backstage: folder, fresh: false };

/** A drawer that keeps what it draws. */
const cached =
  (world: World, draw: Draw) =>
  (chart: ChartSpec, theme: Theme, format: ChartFormat): Promise<Uint8Array> =>
    keeping(world, draw)({ chart, theme, format, key: pictureKey(chart, theme, format), cache });

async function drawer(): Promise<{ draw: Draw; drawn: string[] }> {
  const drawn: string[] = [];
  const png = encodePng(new Uint8Array(400).fill(200), 10, 10);
  return {
    drawn,
    draw: async ({ chart: { title }, format }) => {
      drawn.push(`${title} ${format}`);
      return png;
    },
  };
}

describe('the cache of charts', () => {
  it('draws a chart once, for whoever asks and in whatever build', async () => {
    const world = memoryWorld();
    const { draw, drawn } = await drawer();
    const first = await cached(world, draw)(chart, theme, 'slide');
    const again = cached(world, draw);
    expect(await again(chart, theme, 'slide')).toEqual(first);
    expect(await again({ ...chart, as: 'image' }, theme, 'slide')).toEqual(first);
    expect(drawn).toEqual(['Growth slide']);
    expect([...world.files.keys()].every((path) => /\/charts\/[0-9a-f]{64}\.png$/.test(path))).toBe(true);
  });

  it.each([
    ['a figure', { ...chart, items: [{ ...chart.items[0], value: 2 }] } as BarsChart, theme, 'slide'],
    ['a text', { ...chart, note: 'new' }, theme, 'slide'],
    ['a colour', chart, { ...theme, colors: { ...theme.colors, paper: '#FEFEFE' } }, 'slide'],
    ['the format', chart, theme, 'column'],
  ] as const)('draws another one where %s differs', async (_, other, otherTheme, format) => {
    const world = memoryWorld();
    const { draw, drawn } = await drawer();
    await cached(world, draw)(chart, theme, 'slide');
    await cached(world, draw)(other, otherTheme, format);
    expect(drawn.length).toBe(2);
  });

  it('leaves no half of a picture where the disk is full', async () => {
    const world = memoryWorld();
    const full: World = {
      ...world,
      write: async (path, content) => {
        await world.write(path, (content as Uint8Array).slice(0, 9));
        throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      },
    };
    const { draw } = await drawer();
    await cached(full, draw)(chart, theme, 'slide');
    expect([...world.files.keys()]).toEqual([]);
  });

  it('does not ask again for a logo, which is in no chart', async () => {
    const world = memoryWorld();
    const { draw, drawn } = await drawer();
    await cached(world, draw)(chart, theme, 'slide');
    await cached(world, draw)(chart, { ...theme, footer: { show: ['zone'] } }, 'slide');
    expect(drawn.length).toBe(1);
  });

  it('draws again what was cut off, changed or emptied, wherever that happened', async () => {
    const world = memoryWorld();
    const { draw, drawn } = await drawer();
    const png = await cached(world, draw)(chart, theme, 'slide');
    const [path] = [...world.files.keys()] as [string];
    const flipped = (at: number) => png.map((byte, index) => (index === at ? byte ^ 1 : byte));
    const harmed = [
      new Uint8Array(0),
      ...[1, 8, 20, 33, png.length - 1].map((length) => png.subarray(0, length)),
      ...Array.from(png, (_, at) => flipped(at)),
      Uint8Array.of(...png, 0),
    ];
    for (const [index, content] of harmed.entries()) {
      await world.write(path, content);
      expect(await cached(world, draw)(chart, theme, 'slide')).toEqual(png);
      expect(drawn.length).toBe(index + 2);
      expect(await world.readBytes(path)).toEqual(png);
    }
  });

  it('draws without it where it cannot be written', async () => {
    const { draw } = await drawer();
    const full: World = {
      ...memoryWorld(),
      write: async () => {
        throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
      },
    };
    const png = await cached(full, draw)(chart, theme, 'slide');
    expect(png.length).toBeGreaterThan(50);
  });

  it('keeps to its size, and what this build used', async () => {
    const world = memoryWorld();
    const { draw } = await drawer();
    for (let index = 0; index < 900; index += 1)
      await world.write(`${folder}/charts/${index.toString(16).padStart(64, '0')}.png`, 'old');
    await cached(world, draw)(chart, theme, 'slide');
    const mine = [...world.files.keys()].find((path) => !/\/0{60}/.test(path)) as string;
    await tidyCharts(world, cache, new Set([pictureKey(chart, theme, 'slide')]));
    expect(world.files.size).toBe(800);
    expect(world.files.has(mine)).toBe(true);
  });
});
