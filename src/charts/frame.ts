/**
 * Layer 2. What every chart has around its marks: title, unit with its time and caveat above, source below, all on one
 * left edge. Pure: sizes in logical pixels.
 */
import { type ChartFormat, type ChartSetting, type ChartSpec, settingOf, sizeOf } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import type { Face } from '../fonts/advances.js';
import { type Font, faceOf, type PlacedText, place, type Rect, setList, setText } from './placed-text.js';

/** Where the names of bars and blocks stand: left of them, or each above its own, which leaves the marks all the width. */
export type Names = 'beside' | 'above';

/** Sizes of type and space of one chart at one scale: what the layouts work with. */
export interface Style {
  readonly face: Face;
  readonly setting: ChartSetting;
  readonly names: Names;
  /** Names of marks, and their figures. */
  readonly label: Font;
  readonly value: Font;
  readonly tick: Font;
  /** Largest size of a figure in the middle of a ring. */
  readonly figure: number;
  /** Smallest type for what only explains: ticks, unit, source. */
  readonly least: number;
  /** One step of space; everything is set in multiples of it. */
  readonly step: number;
  /** Of the whole chart. */
  readonly height: number;
}

interface Sizes {
  /** Above and below, and at the sides: little, so that the chart's left edge is the edge of the text around it. */
  readonly margin: number;
  readonly side: number;
  readonly title: number;
  readonly unit: number;
  readonly label: number;
  readonly foot: number;
  readonly figure: number;
  readonly least: number;
  readonly step: number;
}

/**
 * At full scale, in print: on a slide (0.76 pt a pixel) title 16 pt, labels 12.5 pt, nothing below 9.8 pt; in a column of
 * the summary (0.47 pt a pixel) title 9.5 pt, labels 7.8 pt, nothing below 6.5 pt.
 */
const sizes: Readonly<Record<ChartSetting, Sizes>> = {
  slide: {
    margin: 14,
    side: 4,
    title: 21,
    unit: 14.5,
    label: 16.5,
    foot: 13,
    figure: 54,
    least: 12.9,
    step: 6.5,
  },
  column: {
    margin: 8,
    side: 2,
    title: 20,
    unit: 15,
    label: 16.5,
    foot: 14,
    figure: 38,
    least: 14,
    step: 5.5,
  },
};

export interface Frame {
  readonly texts: readonly PlacedText[];
  /** Where the marks and their labels go. */
  readonly area: Rect;
  readonly style: Style;
}

/** Sets the frame of a chart with all type scaled by `scale`. */
export function layoutFrame(
  spec: ChartSpec,
  theme: Theme,
  format: ChartFormat,
  scale: number,
  names: Names,
  face: Face = faceOf(spec.language),
): Frame {
  const { width, height } = sizeOf(format);
  const setting = settingOf(format);
  const own = sizes[setting];
  const font = (size: number, bold = false): Font => ({
    size: Math.max(size * scale, own.least),
    bold,
    face,
  });
  const step = own.step * scale;
  const room = width - 2 * own.side;
  const { ink, muted } = theme.colors;
  const texts: PlacedText[] = [];

  let top = own.margin;
  for (const [role, text, type, colour] of [
    ['title', spec.title, font(own.title, true), ink],
    ['unit', unitAndTime(spec), font(own.unit), muted],
    ['note', spec.note ?? '', font(own.label, true), ink],
  ] as const) {
    if (text.trim() === '') continue;
    const block = setText(text, type, room);
    texts.push(place(block, { x: own.side, y: top }, role, colour));
    top += block.height + step / 2;
  }

  let bottom = height;
  if (spec.source.trim() !== '') {
    const source = setList(spec.source, font(own.foot), room);
    bottom -= source.height + own.margin * 0.8;
    texts.push(place(source, { x: own.side, y: bottom }, 'source', muted));
  }

  const style: Style = {
    face,
    setting,
    names,
    label: font(own.label),
    value: font(own.label, true),
    tick: font(own.unit),
    figure: own.figure * scale,
    least: own.least,
    step,
    height,
  };
  // The name of the first bar is no line of the head.
  const y = top + step * (names === 'above' && setting === 'slide' ? 3.5 : 1.5);
  return { texts, style, area: { x: own.side, y, width: room, height: bottom - step * 2 - y } };
}

/**
 * What is measured, and for when: "% of output · 2024", "Number · As of 19 January 2026". Beside the unit a bare year
 * reads as the period it is; beside the source it would read as its date.
 */
function unitAndTime({ unit, asOf }: ChartSpec): string {
  return [unit, asOf].filter((text) => text.trim() !== '').join('\u00a0· ');
}
