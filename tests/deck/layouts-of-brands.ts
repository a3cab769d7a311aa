/** Layouts as brands have them, and others: slides of any size with places anywhere. */
import fc from 'fast-check';
import type { ThemeLayout } from '../../src/document/theme.js';

/** Sizes that programs offer: 16:9 in three sizes, 4:3 in two, A4, 16:10, and the widest and narrowest that are laid out. */
export const slideSizes = [
  { w: 40 / 3, h: 7.5 },
  { w: 10, h: 5.625 },
  { w: 11.024, h: 6.201 },
  { w: 10, h: 7.5 },
  { w: 11.024, h: 8.267 },
  { w: 11.693, h: 8.268 },
  { w: 10, h: 6.25 },
  { w: 12, h: 5 },
  { w: 30, h: 25 },
] as const;

const part = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

type Size = { readonly w: number; readonly h: number };
const boxIn = (
  { w, h }: Size,
  left: readonly [number, number],
  top: readonly [number, number],
  wide: readonly [number, number],
  high: readonly [number, number],
) =>
  fc
    .tuple(part(...left), part(...top), part(...wide), part(...high))
    .map(([x, y, dw, dh]) => ({ x: x * w, y: y * h, w: dw * w, h: dh * h }));

const align = fc.constantFrom('left' as const, 'center' as const, 'right' as const);
const anchor = fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const);
const colour = fc.constantFrom('primary' as const, 'accent' as const, 'surface' as const, 'ink' as const);

const size: fc.Arbitrary<Size> = fc.oneof(
  fc.constantFrom(...slideSizes),
  fc.tuple(part(6, 40), part(1.2, 2.4)).map(([w, ratio]) => ({ w, h: w / ratio })),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** Where brands have things, more or less: most of it can be followed. */
export const brandLayout: fc.Arbitrary<ThemeLayout> = size.chain((slide) => {
  const foot = (x: readonly [number, number], w: readonly [number, number]) =>
    fc
      .tuple(boxIn(slide, x, [0.88, 0.96], w, [0.02, 0.06]), align)
      .map(([box, at]) => ({ ...box, align: at }));
  return fc.record({
    slide: fc.constant(slide),
    title: maybe(
      fc
        .tuple(boxIn(slide, [0.02, 0.2], [0, 0.12], [0.5, 0.9], [0.05, 0.18]), align, anchor)
        .map(([box, at, against]) => ({ ...box, align: at, anchor: against })),
    ),
    body: maybe(boxIn(slide, [0.02, 0.2], [0.15, 0.32], [0.55, 0.95], [0.4, 0.75])),
    footer: maybe(foot([0, 0.5], [0.2, 0.6])),
    date: maybe(foot([0, 0.8], [0.1, 0.3])),
    number: maybe(foot([0, 0.9], [0.04, 0.2])),
    logo: maybe(boxIn(slide, [0, 0.9], [0, 0.95], [0.05, 0.2], [0.03, 0.12])),
    grounds: maybe(
      fc.array(
        fc
          .tuple(
            fc.oneof(
              boxIn(slide, [0, 0], [0, 0.02], [1, 1], [0.05, 0.25]),
              boxIn(slide, [0, 0], [0.9, 0.97], [1, 1], [0.03, 0.1]),
              boxIn(slide, [-0.1, 0.95], [-0.1, 0.95], [0.01, 0.3], [0.01, 0.3]),
              boxIn(slide, [0, 0], [0, 0], [0.02, 0.15], [1, 1]),
            ),
            colour,
          )
          .map(([box, color]) => ({ ...box, color })),
        { maxLength: 4 },
      ),
    ),
  }) as fc.Arbitrary<ThemeLayout>;
});

/** Anything that the schema of themes lets through. */
export const anyLayout: fc.Arbitrary<ThemeLayout> = fc.tuple(part(0, 100), part(0, 100)).chain(([w, h]) => {
  const box = boxIn({ w: 100, h: 100 }, [-1, 1], [-1, 1], [0, 1], [0, 1]);
  return fc.record(
    {
      slide: fc.constant({ w, h }),
      title: box,
      body: box,
      footer: box,
      date: box,
      number: box,
      logo: box,
      grounds: fc.array(
        fc.tuple(box, colour).map(([each, color]) => ({ ...each, color })),
        { maxLength: 4 },
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<ThemeLayout>;
});
