/**
 * Layer 2. What every chart has around its marks: title and unit above, caveat, source and date below, all on one left
 * edge. Pure: sizes in logical pixels.
 */
import type { ChartFormat, ChartSpec } from '../document/chart.js';
import { chartSizes } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import type { Face } from '../fonts/advances.js';
import { type Font, faceOf, lineHeight, type PlacedText, place, type Rect, setText } from './placed-text.js';

/** Sizes of type and space of one chart at one scale: what the layouts work with. */
export interface Style {
  readonly face: Face;
  readonly format: ChartFormat;
  /** Names of marks, and their figures. */
  readonly label: Font;
  readonly value: Font;
  readonly tick: Font;
  /** Largest size of a figure in the middle of a ring. */
  readonly figure: number;
  /** One step of space; everything is set in multiples of it. */
  readonly step: number;
}

interface Sizes {
  readonly margin: number;
  readonly title: number;
  readonly unit: number;
  readonly label: number;
  readonly foot: number;
  readonly figure: number;
  readonly step: number;
}

/** A slide shows its chart at about 0.6 of its logical size, a column of the summary at about 0.5: type is set for that. */
const sizes: Readonly<Record<ChartFormat, Sizes>> = {
  slide: { margin: 20, title: 27, unit: 19, label: 20, foot: 15.5, figure: 58, step: 8 },
  column: { margin: 12, title: 21, unit: 16, label: 16.5, foot: 13.5, figure: 34, step: 6 },
};

export interface Frame {
  readonly texts: readonly PlacedText[];
  /** Where the marks and their labels go. */
  readonly area: Rect;
  readonly style: Style;
}

/** Sets the frame of a chart with all type scaled by `scale`. */
export function layoutFrame(spec: ChartSpec, theme: Theme, format: ChartFormat, scale: number): Frame {
  const { width, height } = chartSizes[format];
  const own = sizes[format];
  const face = faceOf(spec.language);
  const font = (size: number, bold = false): Font => ({ size: size * scale, bold, face });
  const step = own.step * scale;
  const room = width - 2 * own.margin;
  const { ink, muted } = theme.colors;
  const texts: PlacedText[] = [];

  let top = own.margin;
  for (const [role, text, type, colour] of [
    ['title', spec.title, font(own.title, true), ink],
    ['unit', spec.unit, font(own.unit), muted],
  ] as const) {
    if (text.trim() === '') continue;
    const block = setText(text, type, room);
    texts.push(place(block, { x: own.margin, y: top }, role, colour));
    top += block.height + step / 2;
  }

  const foot = font(own.foot);
  const footers = footLines(spec, foot, room).map(([role, text]) => ({
    role,
    block: setText(text, foot, room),
  }));
  let bottom = height - own.margin * 0.8;
  for (const { role, block } of footers.reverse()) {
    bottom -= block.height;
    texts.push(place(block, { x: own.margin, y: bottom }, role, role === 'note' ? ink : muted));
    bottom -= step / 4;
  }

  const style: Style = {
    face,
    format,
    label: font(own.label),
    value: font(own.label, true),
    tick: font(own.unit - 1),
    figure: own.figure * scale,
    step,
  };
  const y = top + step * 2;
  return { texts, style, area: { x: own.margin, y, width: room, height: bottom - step * 2 - y } };
}

/** The caveat on a line of its own; source and date on one where they fit. */
function footLines(spec: ChartSpec, font: Font, room: number): (readonly [PlacedText['role'], string])[] {
  const joined = [spec.source, spec.asOf].filter((text) => text.trim() !== '').join('  ·  ');
  const fits = setText(joined, font, room).height <= lineHeight(font) * 1.5;
  const sources = fits ? [joined] : [spec.source, spec.asOf];
  return [
    ...(spec.note ? ([['note', spec.note]] as const) : []),
    ...sources.map((text) => ['source', text] as const),
  ].filter(([, text]) => text.trim() !== '');
}
