/** Layer 3. What slides share: background, rules, footer, and the place of the title. One master for each layout. */
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import { contentLogo, coverLogo, footerBox, footerText } from './brand.js';
import { type Bands, coverBands, sectionBands } from './grid.js';
import { paragraph, textRun } from './inline.js';
import { layoutNames, layouts } from './layouts.js';
import { type Master, noInsets, type Shape } from './model.js';
import { styles } from './style.js';

function contentMaster(name: string, document: Document, theme: Theme, bands: Bands, size: number): Master {
  const { leading } = styles.title;
  const colour = bands.band ? 'onPrimary' : styles.title.colour;
  const footer = paragraph([textRun(footerText(document, theme), 'footer')], 'footer', 1);
  const shapes: Shape[] = [
    bands.band
      ? { kind: 'ornament', name: 'Title band', outline: 'rect', fill: 'primary', box: bands.band }
      : { kind: 'line', name: 'Title rule', box: bands.rule, colour: 'primary', width: 1.5 },
    { kind: 'line', name: 'Footer rule', box: bands.footerRule, colour: 'line', width: 0.75 },
    {
      kind: 'text',
      name: 'Footer',
      box: footerBox(bands, theme),
      paragraphs: [footer],
      anchor: 'middle',
      insets: noInsets,
      outline: 'rect',
    },
    ...contentLogo(bands, theme),
  ];
  return {
    name,
    background: 'paper',
    shapes,
    title: {
      box: bands.title,
      size,
      leading: Math.round(size * leading * 2) / 2,
      colour,
      anchor: bands.band ? 'middle' : 'top',
    },
    number: { box: bands.number, size: styles.footer.size, colour: 'muted' },
  };
}

function coverMaster(name: string, theme: Theme): Master {
  const { size, leading, colour } = styles.coverTitle;
  return {
    name,
    background: 'primary',
    shapes: [
      { kind: 'ornament', name: 'Panel', outline: 'rect', fill: 'second', box: coverBands.panel },
      { kind: 'ornament', name: 'Strip', outline: 'rect', fill: 'onPrimary', box: coverBands.strip },
      { kind: 'ornament', name: 'Accent', outline: 'rect', fill: 'accent', box: coverBands.accent },
      ...coverLogo(theme),
    ],
    title: {
      box: coverBands.title,
      size,
      leading: Math.round(size * leading * 2) / 2,
      colour,
      anchor: 'bottom',
    },
  };
}

function sectionMaster(name: string): Master {
  const { size, leading, colour } = styles.sectionTitle;
  return {
    name,
    background: 'surface',
    shapes: [
      { kind: 'ornament', name: 'Panel', outline: 'rect', fill: 'primary', box: sectionBands.panel },
      { kind: 'ornament', name: 'Accent', outline: 'rect', fill: 'accent', box: sectionBands.accent },
    ],
    title: {
      box: sectionBands.title,
      size,
      leading: Math.round(size * leading * 2) / 2,
      colour,
      anchor: 'bottom',
    },
    number: { box: sectionBands.number, size: styles.footer.size, colour: 'muted' },
  };
}

/**
 * The masters of all layouts, used or not, so that slides added by hand find each of them.
 *
 * @param titleSize points, of slides other than the cover
 */
export function mastersFor(document: Document, theme: Theme, bands: Bands, titleSize: number): Master[] {
  return layoutNames.map((name) => {
    const layout = layouts[name];
    if (layout.master === 'cover') return coverMaster(layout.title, theme);
    if (layout.master === 'section') return sectionMaster(layout.title);
    return contentMaster(layout.title, document, theme, bands, titleSize);
  });
}
