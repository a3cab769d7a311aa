/** Charts fill their places with type at its size, and what they rest on is said once. */
import { describe, expect, it } from 'vitest';
import { usualFormat } from '../../src/deck/chart-format.js';
import type { ChartPicture, PictureShape, Shape } from '../../src/deck/model.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import { type ChartSpec, sizeOf } from '../../src/document/chart.js';
import type { Block, Document } from '../../src/document/document.js';
import type { Theme } from '../../src/document/theme.js';
import { readPackage } from '../../src/ooxml/package.js';
import { documents, listBlock, oneSlide, paragraphBlock, theme } from './fixtures.js';
import { paragraphsOf, textOf } from './inspect.js';
import { pictures } from './pictures.js';

const charts = new Map(
  documents.en.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): [string, Block & { kind: 'chart' }][] =>
      block.kind === 'chart' ? [[block.chart.id, block]] : [],
    ),
  ),
);
const chartBlock = (id: string): Block & { kind: 'chart' } => {
  const block = charts.get(`chart-${id}`);
  if (!block) throw new Error(`no chart ${id}`);
  return block;
};
/** A chart of another source than all the others. */
const talent: Block = {
  kind: 'chart',
  at: chartBlock('share').at,
  chart: {
    ...(chartBlock('share').chart as ChartSpec & { type: 'share' }),
    id: 'talent',
    type: 'bars',
    source: 'Source: GlobeNewswire, 22 December 2025',
    items: [{ fact: 'talent.growth', label: 'Talent', value: 15, text: '>15%', qualifier: 'more-than' }],
  } as ChartSpec,
};
const growing = listBlock(['Grew by {g}'], { g: '78.6%' });
const cited = (fact: string, text: string): Block => paragraphBlock(`{${fact}}`, { [fact]: text });

const shapesOf = (document: Document, own: Theme = theme): readonly Shape[] =>
  layoutDeck(document, own).presentation.slides[0]?.shapes ?? [];
const drawn = (shapes: readonly Shape[]): (PictureShape & { readonly picture: ChartPicture })[] =>
  shapes.filter((shape) => shape.kind === 'picture' && 'chart' in shape.picture) as never;
const footOf = (shapes: readonly Shape[]): string | undefined =>
  shapes
    .filter(({ name }) => name === 'Source')
    .flatMap(paragraphsOf)
    .map(textOf)[0];

describe('the source of a chart', () => {
  it('is said at the slide’s foot alone where all of the slide rests on it', () => {
    const shapes = shapesOf(oneSlide([chartBlock('share'), cited('circuits.growth', '78.6%')]));
    expect(drawn(shapes)[0]?.picture.cut).toBeGreaterThan(15);
    expect(footOf(shapes)).toBe('Source: PEdaily, 19 January 2026');
  });

  it('stays in the chart where the slide says things from elsewhere, which the foot then names', () => {
    const shapes = shapesOf(oneSlide([talent, cited('circuits.growth', '78.6%')]));
    expect(drawn(shapes)[0]?.picture.cut).toBeUndefined();
    expect(footOf(shapes)).toBe('Source: PEdaily, 19 January 2026');
  });

  it('stays in each of two charts from different sources, and is not said a third time', () => {
    const shapes = shapesOf(oneSlide([chartBlock('share'), talent]));
    expect(drawn(shapes).map(({ picture }) => picture.cut)).toEqual([undefined, undefined]);
    expect(footOf(shapes)).toBeUndefined();
  });

  it('is said once for two charts from the same source', () => {
    const shapes = shapesOf(oneSlide([chartBlock('share'), chartBlock('funds')]));
    expect(drawn(shapes).every(({ picture: { cut = 0 } }) => cut > 0)).toBe(true);
    expect(footOf(shapes)).toBe('Source: PEdaily, 19 January 2026');
  });

  it('is said in the chart of a slide that has no source line', () => {
    const shapes = shapesOf(oneSlide([chartBlock('share')], { layout: 'section' }));
    expect(drawn(shapes).map(({ picture }) => picture.cut)).toEqual([undefined]);
  });

  it.each([
    ['a picture', false],
    ['a native chart', true],
  ])('stands once in the file of %s', async (_, native) => {
    const { presentation } = layoutDeck(oneSlide([chartBlock('share'), growing]), theme);
    const bytes = await writeDeck(presentation, native ? () => 'native' : pictures);
    const parts = [...readPackage(bytes).parts].filter(([name]) =>
      /(slides|drawings)\/[^/]*\.xml$/.test(name),
    );
    const all = parts.map(([, part]) => new TextDecoder().decode(part)).join('');
    expect(all.match(/Source: PEdaily/g)).toHaveLength(1);
    const cut = /<a:srcRect[^>]* b="(\d+)"/.exec(all);
    if (native) expect(cut).toBeNull();
    else {
      const { picture } = drawn(presentation.slides[0]?.shapes ?? [])[0] as { picture: ChartPicture };
      expect(Number(cut?.[1]) / 1e5).toBeCloseTo((picture.cut ?? 0) / sizeOf(picture.format).height, 3);
    }
  });
});

describe('the size of a chart', () => {
  const beside = [chartBlock('share'), growing];
  const pair = [chartBlock('share'), chartBlock('funds')];
  const slides: [string, Theme, readonly Block[]][] = [undefined, { w: 10, h: 7.5 }, { w: 16, h: 7 }].flatMap(
    (slide): [string, Theme, readonly Block[]][] => {
      const own = { ...theme, ...(slide && { layout: { slide } }) };
      const name = slide ? `${slide.w} by ${slide.h} in` : 'the usual size';
      return [
        [`beside text, slides of ${name}`, own, beside],
        [`side by side, slides of ${name}`, own, pair],
      ];
    },
  );

  it.each(slides)('is that of its place, and its type as large as on any slide: %s', (_, own, blocks) => {
    const { presentation } = layoutDeck(oneSlide(blocks), own);
    const { slides: made, slide } = presentation;
    const share = Math.sqrt((slide.w * slide.h) / 100);
    for (const { box, picture } of drawn(made[0]?.shapes ?? [])) {
      const { width, height } = sizeOf(picture.format);
      expect((box.w * 72) / width / share).toBeCloseTo(0.76, 2);
      expect(box.w / box.h).toBeCloseTo(width / (height - (picture.cut ?? 0)), 3);
      // As high as it may be, or as the slide has room.
      expect(Math.max(1.25 / (box.w / box.h), (box.h / slide.h) * 1.75)).toBeGreaterThan(0.95);
    }
  });

  it('makes its type smaller rather than lose a text where many things share a slide', () => {
    const rows = listBlock(Array.from({ length: 7 }, (_, index) => `Takeaway ${'abcdefg'[index]}`));
    const [shape] = drawn(shapesOf(oneSlide([rows, chartBlock('tiers'), rows], { layout: 'text' })));
    if (!shape) throw new Error('no chart');
    expect((shape.box.w * 72) / sizeOf(shape.picture.format).width).toBeLessThan(0.76);
    expect(layoutDeck(oneSlide([chartBlock('tiers')]), theme).diagnostics).toEqual([]);
  });

  it('is the one that is known before anything is laid out, for a chart beside its takeaways', () => {
    for (const own of [theme, { ...theme, layout: { slide: { w: 10, h: 7.5 } } }]) {
      const [shape] = drawn(shapesOf(oneSlide(beside), own));
      expect(shape?.picture.format).toBe(usualFormat(own));
    }
  });
});
