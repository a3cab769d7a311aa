import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ThemeLayout } from '../../src/document/theme.js';
import { groundBehind } from '../../src/themes/layout/grounds.js';
import { leastContent, type Places, placesOf } from '../../src/themes/layout/places.js';
import { type Box, contains, overlap } from '../../src/themes/layout/sheet.js';
import { anyLayout, brandLayout, slideSizes } from '../deck/layouts-of-brands.js';

const named = ({ title, content, sources, footer, date, number, logo }: Places): [string, Box][] =>
  Object.entries({ title, content, sources, footer, date, number, logo }).filter(
    (entry): entry is [string, Box] => entry[1] !== undefined,
  );

/** What is wrong with places; a line each. */
function faultsIn(places: Places): string[] {
  const { sheet, grounds, content, title } = places;
  const page = { x: 0, y: 0, ...sheet };
  const all = named(places);
  const pairs = all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
  const bare = all.flatMap(([name, box]) => {
    if (name === 'logo') return [];
    const behind = groundBehind(box, grounds);
    const above = grounds.slice(behind ? grounds.indexOf(behind) + 1 : 0);
    const partly = above.some((ground) => overlap(ground, box));
    return (behind && !contains(behind, box)) || partly ? [`${name} stands on the edge of a ground`] : [];
  });
  return [
    ...all.filter(([, box]) => !contains(page, box)).map(([name]) => `${name} leaves the slide`),
    ...pairs.filter(([[, a], [, b]]) => overlap(a, b)).map(([[a], [b]]) => `${a} overlaps ${b}`),
    ...bare,
    ...(content.w < leastContent.w || content.h < leastContent.h ? ['content is too small'] : []),
    ...(title.h < 0.6 - 1e-6 ? ['the title has no room for a line'] : []),
  ];
}

const lines = fc.constantFrom(1 as const, 2 as const);

describe('places on a slide', () => {
  it.each(slideSizes)('are apart on slides of %o', (slide) => {
    for (const count of [1, 2] as const) {
      const { places, faults } = placesOf({ slide }, count);
      expect(faults).toEqual([]);
      expect(faultsIn(places)).toEqual([]);
    }
  });

  it('are apart wherever a brand has them', () => {
    let followed = 0;
    fc.assert(
      fc.property(brandLayout, lines, (layout, count) => {
        const { places, faults } = placesOf(layout, count);
        if (faults.length === 0) followed += 1;
        expect(faultsIn(places)).toEqual([]);
      }),
      { numRuns: 600 },
    );
    expect(followed).toBeGreaterThan(60);
  });

  it('are apart whatever a layout says', () => {
    fc.assert(
      fc.property(anyLayout, lines, (layout, count) => {
        expect(faultsIn(placesOf(layout, count).places)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are those of the brand, on a sheet of one area for slides of all sizes', () => {
    const layout: ThemeLayout = {
      slide: { w: 10, h: 5.625 },
      title: { x: 0.5, y: 0.3, w: 9, h: 0.8, align: 'center' },
      body: { x: 0.8, y: 1.4, w: 8.4, h: 3.4 },
      footer: { x: 3, y: 5.2, w: 4, h: 0.3 },
      number: { x: 8.5, y: 5.2, w: 0.7, h: 0.3 },
    };
    const { places, faults } = placesOf(layout, 1);
    expect(faults).toEqual([]);
    const { scale, w, h } = places.sheet;
    expect([w * scale, h * scale, scale, w * h]).toEqual(
      [10, 5.625, 0.75, 100].map((n) => expect.closeTo(n, 6)),
    );
    const onSlide = ({ x, y, w: width }: Box) =>
      [x, y, width].map((each) => Math.round(each * scale * 1000) / 1000);
    expect(onSlide(places.title)).toEqual([0.5, 0.3, 9]);
    expect(onSlide(places.content)).toEqual([0.8, 1.4, 8.4]);
    expect((places.sources.y + places.sources.h) * scale).toBeLessThan(5.2);
    expect(places.footer?.align).toBe('center');
    expect(places.rule).toBeUndefined();
  });
});

describe('a layout that cannot be followed', () => {
  const faultsOf = (layout: ThemeLayout): string[] =>
    placesOf(layout, 2).faults.map(({ path, said }) => [path.join('.'), said].filter(Boolean).join(': '));

  it.each<[string, ThemeLayout, string]>([
    ['slides upright', { slide: { w: 7.5, h: 10 } }, 'slide: slides of 7.5 by 10 in cannot be laid out'],
    ['slides of a stamp', { slide: { w: 4, h: 3 } }, 'slide: slides of 4 by 3 in cannot be laid out'],
    [
      'titles in the middle',
      { title: { x: 1, y: 3, w: 9, h: 1 } },
      'title: titles stand within the content or below it',
    ],
    [
      'a narrow column',
      { body: { x: 1, y: 2, w: 3, h: 4 } },
      'body: a content area of 3.00 by 4.00 in has no room for slides',
    ],
    ['a body off the slide', { body: { x: 20, y: 2, w: 9, h: 4 } }, 'body: it lies off the slide'],
    ['a footer in the text', { footer: { x: 1, y: 4, w: 4, h: 0.3 } }, 'footer: it stands among the content'],
    [
      'a ground under the text',
      { grounds: [{ x: 4, y: 3, w: 4, h: 1, color: 'primary' }] },
      'grounds.0: it lies under the content',
    ],
    [
      'bands that leave no room',
      {
        grounds: [
          { x: 0, y: 0, w: 13.3, h: 2.6, color: 'primary' },
          { x: 0, y: 5.5, w: 13.3, h: 2, color: 'primary' },
        ],
      },
      'it leaves 12.13 by 1.99 in for the content of a slide',
    ],
  ])('is said to have %s', (_, layout, said) => {
    expect(faultsOf(layout).some((fault) => fault.startsWith(said))).toBe(true);
  });
});
