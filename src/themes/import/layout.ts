/** Layer 2. The places and areas of a brand's master as a theme's layout: only what slides can be laid out with. */
import type { Theme, ThemeLayout } from '../../document/theme.js';
import { faintOnBackdrop, type LightIn } from '../backdrop.js';
import { distanceOf } from '../colour.js';
import { type GroundName, groundColour } from '../contrast.js';
import { faintOnGrounds } from '../grounded.js';
import { type LayoutFault, placesOf } from '../layout/places.js';
import type { Brand } from './brand.js';
import type { DrawnFill, DrawnText } from './master.js';

export interface ImportedLayout {
  readonly layout: ThemeLayout;
  readonly notes: readonly string[];
}

/** Colours nearer than this are one. */
const same = 0.08;
/** More areas than this are a drawing, of which a part would look broken: only its bands are taken. */
const mostGrounds = 8;
/** Smaller than this part of the slide, a shape is a detail; larger, it is the paper. */
const shares = { least: 0.0004, most: 0.7 } as const;

/** @returns with notes on what of the master is not taken over */
export function layoutOf({ slide, drawn, logoBox, logo }: Brand, colors: Theme['colors']): ImportedLayout {
  const line = ({ box, align }: DrawnText = {}) => box && { ...box, ...(align && { align }) };
  const { title, body, footer, date, number } = drawn ?? {};
  const head = line(title);
  let layout: ThemeLayout = {
    slide,
    ...(head && { title: { ...head, ...(title?.anchor && { anchor: title.anchor }) } }),
    ...(body?.box && { body: body.box }),
    ...(footer?.box && { footer: line(footer) }),
    ...(date?.box && { date: line(date) }),
    ...(number?.box && { number: line(number) }),
    ...(logo && logoBox && { logo: logoBox }),
  };
  const areas = (drawn?.fills ?? []).filter((fill) => isArea(fill, slide));
  const isDrawing = (drawn?.fills.length ?? 0) > mostGrounds;
  const fills = isDrawing ? areas.filter((fill) => isBand(fill, slide)) : areas;
  const drawnAreas = fills.flatMap((fill) => groundFrom(fill, colors));
  if (drawnAreas.length > 0) layout = { ...layout, grounds: drawnAreas };
  const notes = [
    ...(isDrawing
      ? ['layout: the drawing of the master is left out, all but its bands from side to side']
      : []),
    ...(fills.length > drawnAreas.length
      ? [
          `layout: ${fills.length - drawnAreas.length} areas of the master have colours that the theme has not, and are left out`,
        ]
      : []),
  ];
  return withoutFaintGrounds(withoutFaults(layout, notes), colors);
}

/** An area on which no text of the theme can be read stays away, and the text stands on paper. */
function withoutFaintGrounds(whole: ImportedLayout, colors: Theme['colors']): ImportedLayout {
  let { layout } = whole;
  const notes = [...whole.notes];
  for (;;) {
    const [faint] = faintOnGrounds({ layout, colors });
    if (!faint) return { layout, notes };
    notes.push(`layout, grounds: ${faint.what} could not be read on ${faint.ground.color}; not taken over`);
    layout = without(layout, { path: ['grounds', faint.ground.index], said: '', expected: '' });
  }
}

function isArea({ box, outline }: DrawnFill, slide: Brand['slide']): boolean {
  const share = (box.w * box.h) / (slide.w * slide.h);
  return outline !== undefined && share >= shares.least && share <= shares.most;
}

/** From one side of the slide to the other, or from head to foot. */
const isBand = ({ box }: DrawnFill, slide: Brand['slide']): boolean =>
  box.w >= slide.w * 0.9 || box.h >= slide.h * 0.9;

const names: readonly GroundName[] = ['primary', 'accent', 'second', 'surface', 'ink', 'line'];

function groundFrom(
  { box, colour, outline }: DrawnFill,
  colors: Theme['colors'],
): NonNullable<ThemeLayout['grounds']> {
  const [nearest] = names
    .map((color) => ({ color, distance: distanceOf(groundColour(colors, color), colour) }))
    .sort((a, b) => a.distance - b.distance);
  if (!nearest || nearest.distance >= same) return [];
  return [{ ...box, color: nearest.color, ...(outline === 'ellipse' && { outline }) }];
}

/** Steps by which the content area ends higher, so that the source line below it stands on plainer ground. Inches. */
const step = 0.1;
const mostSteps = 12;

/**
 * A date on a blot of the picture is left out, a footer or number stands elsewhere, and content ends above it.
 * @returns no layout where texts cannot be read on the picture all the same
 */
export function readableOnBackdrop(
  whole: ImportedLayout,
  colors: Theme['colors'],
  lightIn: LightIn,
): ImportedLayout | undefined {
  let { layout } = whole;
  const notes = [...whole.notes];
  for (let steps = 0; steps <= mostSteps; ) {
    const [faint] = faintOnBackdrop({ colors, layout }, lightIn).map(({ name }) => name);
    if (faint === undefined) return { layout, notes };
    if ((faint === 'date' || faint === 'number' || faint === 'footer') && layout[faint]) {
      notes.push(`layout, ${faint}: it cannot be read on the picture there; not taken over`);
      layout = without(layout, { path: [faint], said: '', expected: '' });
    } else if ((faint === 'sources' || faint === 'content') && layout.body) {
      if (steps === 0)
        notes.push('layout, body: it ends higher, where the source line can be read on the picture');
      steps += 1;
      layout = { ...layout, body: { ...layout.body, h: layout.body.h - step } };
      if (placesOf(layout, 2).faults.length > 0) return undefined;
    } else return undefined;
  }
  return undefined;
}

/** What is at fault goes, and is said, until slides can be laid out with the rest. */
function withoutFaults(whole: ThemeLayout, notes: readonly string[]): ImportedLayout {
  let layout = whole;
  const said = [...notes];
  for (;;) {
    const fault = [...placesOf(layout, 2).faults, ...placesOf(layout, 1).faults].at(-1);
    if (!fault) return { layout, notes: said };
    said.push(`layout${fault.path[0] ? `, ${fault.path[0]}` : ''}: ${fault.said}; not taken over`);
    layout = without(layout, fault);
  }
}

function without(layout: ThemeLayout, { path: [name, index] }: LayoutFault): ThemeLayout {
  if (name === undefined) return layout.slide ? { slide: layout.slide } : {};
  const { [name as keyof ThemeLayout]: dropped, ...rest } = layout;
  if (typeof index !== 'number' || !Array.isArray(dropped)) return rest;
  const grounds = layout.grounds?.filter((_, position) => position !== index) ?? [];
  return grounds.length > 0 ? { ...rest, grounds } : rest;
}
