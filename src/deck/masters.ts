/** Layer 3. What slides share: background, areas of colour, foot, and the place of the title. One master for each layout. */
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { Language } from '../language/language.js';
import { backdropShapes, colourAt, coverLogo, footShapes, groundShapes } from './brand.js';
import type { CoverBands, Grid, SectionBands } from './grid.js';
import { layoutNames, layouts } from './layouts.js';
import type { Master, Shape } from './model.js';
import type { Overflow } from './piece.js';
import { styles } from './style.js';

const leadingOf = (style: 'title' | 'coverTitle' | 'sectionTitle', size: number): number =>
  Math.round(size * styles[style].leading * 2) / 2;

function contentMaster(
  name: string,
  theme: Theme,
  { bands }: Grid,
  foot: readonly Shape[],
  size: number,
): Master {
  const { title, number, rule, footerRule, grounds } = bands;
  const { align, anchor, ...box } = title;
  const shapes: Shape[] = [
    ...backdropShapes(theme, bands),
    ...groundShapes(grounds),
    ...(rule
      ? [{ kind: 'line', name: 'Title rule', box: rule, colour: 'primary', width: 1.5 } as const]
      : []),
    ...(footerRule
      ? [{ kind: 'line', name: 'Footer rule', box: footerRule, colour: 'line', width: 0.75 } as const]
      : []),
    ...foot,
  ];
  return {
    name,
    background: 'paper',
    shapes,
    title: {
      box,
      size,
      leading: leadingOf('title', size),
      colour: colourAt(box, styles.title.colour, bands, theme),
      anchor,
      align,
    },
    number: number && {
      box: { x: number.x, y: number.y, w: number.w, h: number.h },
      size: styles.footer.size,
      colour: colourAt(number, styles.footer.colour, bands, theme),
      align: number.align,
    },
  };
}

function coverMaster(name: string, theme: Theme, bands: CoverBands): Master {
  const { size, colour } = styles.coverTitle;
  return {
    name,
    background: 'primary',
    shapes: [
      { kind: 'ornament', name: 'Panel', outline: 'rect', fill: 'second', box: bands.panel },
      { kind: 'ornament', name: 'Strip', outline: 'rect', fill: 'onPrimary', box: bands.strip },
      { kind: 'ornament', name: 'Accent', outline: 'rect', fill: 'accent', box: bands.accent },
      ...coverLogo(theme, bands),
    ],
    title: {
      box: bands.title,
      size,
      leading: leadingOf('coverTitle', size),
      colour,
      anchor: 'bottom',
      align: 'left',
    },
  };
}

function sectionMaster(name: string, bands: SectionBands): Master {
  const { size, colour } = styles.sectionTitle;
  return {
    name,
    background: 'surface',
    shapes: [
      { kind: 'ornament', name: 'Panel', outline: 'rect', fill: 'primary', box: bands.panel },
      { kind: 'ornament', name: 'Accent', outline: 'rect', fill: 'accent', box: bands.accent },
    ],
    title: {
      box: bands.title,
      size,
      leading: leadingOf('sectionTitle', size),
      colour,
      anchor: 'bottom',
      align: 'left',
    },
    number: { box: bands.number, size: styles.footer.size, colour: 'muted', align: 'right' },
  };
}

/**
 * The masters of all layouts, used or not, so that slides added by hand find each of them.
 *
 * @param titleSize points, of slides other than the cover
 * @returns with what of the foot does not fit into its place
 */
export function mastersFor(
  document: Document,
  language: Language,
  theme: Theme,
  grid: Grid,
  titleSize: number,
): { readonly masters: Master[]; readonly overflows: readonly Overflow[] } {
  const foot = footShapes(document, language, theme, grid.bands);
  const masters = layoutNames.map((name) => {
    const layout = layouts[name];
    if (layout.master === 'cover') return coverMaster(layout.title, theme, grid.cover);
    if (layout.master === 'section') return sectionMaster(layout.title, grid.section);
    return contentMaster(layout.title, theme, grid, foot.shapes, titleSize);
  });
  return { masters, overflows: foot.overflows };
}
