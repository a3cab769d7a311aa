/** Layer 3. What a theme puts on every slide: areas of colour, footer, date and logo. Inches of the sheet. */
import type { Document, EmbeddedImage } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { Language } from '../language/language.js';
import { inkOn } from '../themes/contrast.js';
import { type Ground, groundBehind } from '../themes/layout/grounds.js';
import type { Places } from '../themes/layout/places.js';
import type { AlignedBox } from '../themes/layout/sheet.js';
import type { CoverBands } from './grid.js';
import { paragraph, textRun } from './inline.js';
import { type Box, type Colour, noInsets, type Paragraph, type Shape, type TextShape } from './model.js';
import type { Overflow } from './piece.js';
import { contain } from './sharing.js';
import { styles } from './style.js';
import { fitsOneLine, widthOnOneLine } from './text.js';

/** Under everything else, over the whole slide. */
export const backdropShapes = ({ backdrop }: Theme, { sheet }: Places): Shape[] =>
  backdrop
    ? [
        {
          kind: 'picture',
          name: 'Backdrop',
          box: { x: 0, y: 0, w: sheet.w, h: sheet.h },
          picture: { image: backdrop },
          alt: '',
        },
      ]
    : [];

/** Under everything else but a backdrop. */
export const groundShapes = (grounds: readonly Ground[]): Shape[] =>
  grounds.map(({ x, y, w, h, color, outline = 'rect' }, index) => ({
    kind: 'ornament',
    name: `Ground ${index + 1}`,
    outline,
    fill: color,
    box: { x, y, w, h },
  }));

/** The colour of a text: its own on paper, one that can be read on the ground behind it. */
export function colourAt(box: Box, own: Colour, { grounds }: Places, { colors }: Theme): Colour {
  const ground = groundBehind(box, grounds);
  return ground ? inkOn(colors, ground.color, own === 'second' ? 'ink' : own) : own;
}

/**
 * What the foot of slides says, in the document's language: a shorter footer, too, where the theme leaves to us what it
 * says. The date stands by itself where the layout has a place for it.
 */
export function footTexts(
  document: Document,
  language: Language,
  { footer, layout }: Pick<Theme, 'footer' | 'layout'>,
): { readonly footers: readonly string[]; readonly date?: string | undefined } {
  const day = language.writeDate(document.editionDate);
  const apart = layout?.date !== undefined;
  const show = footer?.show ?? ['zone', 'issuer', ...(apart ? (['date'] as const) : [])];
  const names = { zone: document.zoneName, issuer: document.issuer, date: day };
  const words = footer?.text?.[document.language];
  const written = (all: readonly (keyof typeof names)[]): string => {
    const shown = all.filter((name) => !(apart && name === 'date')).map((name) => names[name]);
    return [...shown, ...(words === undefined ? [] : [words])].join('  ·  ');
  };
  return {
    footers: [written(show), ...(footer?.show ? [] : [written(['issuer'])])],
    date: apart && show.includes('date') ? day : undefined,
  };
}

/** The logo's place by the footer, for a theme that has none for it; the footer keeps the rest. */
export function besideFooter(footer: AlignedBox): { footer: AlignedBox; logo: AlignedBox } {
  const w = Math.min(2, footer.w - 1.5);
  const rest = footer.w - w - 0.2;
  const atEnd = footer.align === 'left';
  const logo = { ...footer, y: footer.y - 0.02, w, h: 0.34, x: atEnd ? footer.x + rest + 0.2 : footer.x };
  return {
    footer: { ...footer, w: rest, x: atEnd ? footer.x : footer.x + w + 0.2 },
    logo: { ...logo, align: atEnd ? 'right' : 'left' },
  };
}

/** Footer, date and logo of a slide with content. */
export function footShapes(
  document: Document,
  language: Language,
  theme: Theme,
  places: Places,
): { readonly shapes: Shape[]; readonly overflows: Overflow[] } {
  const texts = footTexts(document, language, theme);
  const apart = theme.logo && !places.logo && places.footer ? besideFooter(places.footer) : undefined;
  const shapes: Shape[] = [];
  const overflows: Overflow[] = [];
  const add = (name: string, asked: readonly string[], box: AlignedBox | undefined): void => {
    const texts = asked.filter((text) => text !== '');
    if (!box || texts.length === 0) return;
    const lines = texts.map((text) =>
      footLine(text, box, colourAt(box, styles.footer.colour, places, theme)),
    );
    const room = (line: Paragraph): number => box.w - widthOnOneLine(line);
    const set = lines.find((line) => room(line) >= 0) ?? (lines.at(-1) as Paragraph);
    const surplus = -room(set);
    if (surplus > 0) overflows.push({ shape: name, surplus, direction: 'width' });
    shapes.push(footShape(name, box, set));
  };
  add('Footer', texts.footers, apart?.footer ?? places.footer);
  add('Date', texts.date === undefined ? [] : [texts.date], places.date);
  const logo = places.logo ? ({ ...places.logo, align: 'center' } as const) : apart?.logo;
  if (theme.logo && logo) shapes.push(decorativeLogo(theme.logo.image, logo, logo.align));
  return { shapes, overflows };
}

/** At its size, or a little smaller where the place is narrow. */
function footLine(text: string, { w, align }: AlignedBox, colour: Colour): Paragraph {
  const at = (size: number): Paragraph =>
    paragraph([textRun(text, 'footer', { colour })], 'footer', 1, { size, align });
  const { size, least } = styles.footer;
  for (let each: number = size; each > least; each -= 0.5) if (fitsOneLine(at(each), w)) return at(each);
  return at(least);
}

const footShape = (name: string, { x, y, w, h }: Box, set: Paragraph): TextShape => ({
  kind: 'text',
  name,
  box: { x, y, w, h },
  paragraphs: [set],
  anchor: 'middle',
  insets: noInsets,
  outline: 'rect',
});

/** On the panel of the cover, on a plate of paper; a logo that can be seen on the primary colour stands on that. */
export function coverLogo({ logo }: Pick<Theme, 'logo'>, { panel, meta }: CoverBands): Shape[] {
  if (!logo) return [];
  if (logo.onPrimary) {
    const room = { ...meta, x: panel.x - 3.1, w: 2.9, y: meta.y - 0.2, h: 0.62 };
    return [decorativeLogo(logo.image, room, 'right')];
  }
  const plate = { x: panel.x + 0.3, y: panel.h - 1.6, w: panel.w - 0.6, h: 1 };
  const room = { x: plate.x + 0.15, y: plate.y + 0.15, w: plate.w - 0.3, h: plate.h - 0.3 };
  return [
    { kind: 'ornament', name: 'Logo plate', outline: 'rect', fill: 'paper', box: plate },
    decorativeLogo(logo.image, room, 'center'),
  ];
}

function decorativeLogo(image: EmbeddedImage, room: Box, at: AlignedBox['align']): Shape {
  const { w, h } = contain(room, image, 'left');
  const x = room.x + (room.w - w) * { left: 0, center: 0.5, right: 1 }[at];
  return {
    kind: 'picture',
    name: 'Logo',
    box: { x, y: room.y + (room.h - h) / 2, w, h },
    picture: { image },
    alt: '',
  };
}
