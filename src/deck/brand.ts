/** Layer 3. What a brand changes about slides: the height of titles and the band behind them, logo and footer. */
import type { Document, EmbeddedImage } from '../document/document.js';
import type { Theme, ThemeLayout } from '../document/theme.js';
import { type Bands, betweenColumns, contain, coverBands, slide, span } from './grid.js';
import type { Box, Shape } from './model.js';

/** Titles below this belong to a brand whose slides are built otherwise. Inches. */
const lowestTitle = 1.6;
const titleTop = { least: 0.35, most: 0.8 } as const;

/**
 * The bands with titles at the height that the brand's master has them, on its band where it has one. Content begins
 * accordingly; widths, and all below, stay as they are.
 */
export function brandedBands(bands: Bands, layout: ThemeLayout | undefined): Bands {
  const down = slide.h / (layout?.slide?.h ?? slide.h);
  const middle = layout?.title && (layout.title.y + layout.title.h / 2) * down;
  const { h } = bands.title;
  const wanted = middle !== undefined && middle <= lowestTitle ? middle - h / 2 : bands.title.y;
  const y = Math.min(titleTop.most, Math.max(titleTop.least, wanted));
  const shift = y - bands.title.y;
  const moved = { ...bands, rule: { ...bands.rule, y: bands.rule.y + shift }, title: { ...bands.title, y } };
  const from = (top: number): Box => ({
    ...bands.content,
    y: top,
    h: bands.content.y + bands.content.h - top,
  });
  if (!layout?.titleBand) return { ...moved, content: from(bands.content.y + shift) };
  const band = { x: 0, y: 0, w: slide.w, h: y + h + 0.25 };
  return { ...moved, band, content: from(Math.max(bands.content.y + shift, band.h + 0.3)) };
}

/** The words of the footer, as the theme has them in the document's language. */
export function footerText(document: Document, { footer }: Pick<Theme, 'footer'>): string {
  const names = { zone: document.zoneName, issuer: document.issuer };
  const shown = (footer?.show ?? ['zone', 'issuer']).map((name) => names[name]);
  const words = footer?.text?.[document.language];
  return [...shown, ...(words === undefined ? [] : [words])].join('  ·  ');
}

/** The footer's band leaves room for a logo beside the slide number. */
export const footerBox = (bands: Bands, { logo }: Pick<Theme, 'logo'>): Box =>
  logo ? { ...bands.footer, w: span(8) } : bands.footer;

export function contentLogo(bands: Bands, { logo }: Pick<Theme, 'logo'>): Shape[] {
  if (!logo) return [];
  const room = { ...betweenColumns(bands.footer, 9, 10), y: bands.footer.y - 0.02, h: 0.34 };
  return [decorativeLogo(logo.image, room, 'right')];
}

/** On the panel of the cover, on a plate of paper; a logo that can be seen on the primary colour stands on that. */
export function coverLogo({ logo }: Pick<Theme, 'logo'>): Shape[] {
  if (!logo) return [];
  const { panel, meta } = coverBands;
  if (logo.onPrimary)
    return [
      decorativeLogo(logo.image, { ...betweenColumns(meta, 8, 10), y: meta.y - 0.2, h: 0.62 }, 'right'),
    ];
  const plate = { x: panel.x + 0.3, y: panel.h - 1.6, w: panel.w - 0.6, h: 1 };
  const room = { x: plate.x + 0.15, y: plate.y + 0.15, w: plate.w - 0.3, h: plate.h - 0.3 };
  return [
    { kind: 'ornament', name: 'Logo plate', outline: 'rect', fill: 'paper', box: plate },
    decorativeLogo(logo.image, room, 'middle'),
  ];
}

function decorativeLogo(image: EmbeddedImage, room: Box, at: 'right' | 'middle'): Shape {
  const { w, h } = contain(room, image, 'left');
  const x = at === 'right' ? room.x + room.w - w : room.x + (room.w - w) / 2;
  const box = { x, y: room.y + (room.h - h) / 2, w, h };
  return { kind: 'picture', name: 'Logo', box, picture: { image }, alt: '' };
}
