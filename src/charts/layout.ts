/** Layer 2. A chart laid out: frame and marks at the largest scale at which all of it has room. Pure. */
import { type ChartFormat, type ChartSpec, type Datum, sizeOf } from '../document/chart.js';
import { markWords } from '../document/divisions.js';
import type { Theme } from '../document/theme.js';
import type { Face } from '../fonts/advances.js';
import type { Drawing } from './drawing.js';
import { type Frame, layoutFrame, type Names } from './frame.js';
import type { PlacedText } from './placed-text.js';
import { bars } from './types/bars.js';
import { classes } from './types/classes.js';
import { parts } from './types/parts.js';
import { share } from './types/share.js';

type ChartTypes = {
  readonly [Type in ChartSpec['type']]: (
    spec: Extract<ChartSpec, { type: Type }>,
    theme: Theme,
    frame: Frame,
  ) => Drawing;
};

const chartTypes: ChartTypes = { classes, share, parts, bars };

export interface ChartLayout extends Drawing {
  /** Of the frame and of the marks. */
  readonly texts: readonly PlacedText[];
  readonly frame: Frame;
}

/** What stands in narrow places, with marks where its words may be divided: lines are drawn as they are broken here. */
function withMarks(spec: ChartSpec): ChartSpec {
  const mark = (text: string): string => markWords(text, spec.divisions);
  const named = <T extends Datum>(datum: T): T => ({ ...datum, label: mark(datum.label) });
  const title = mark(spec.title);
  switch (spec.type) {
    case 'share':
      return { ...spec, title, part: named(spec.part), restLabel: mark(spec.restLabel) };
    case 'parts': {
      const { parts, whole, centre } = spec;
      return { ...spec, title, parts: parts.map(named), whole: named(whole), centre: named(centre) };
    }
    case 'classes':
      return { ...spec, title, steps: spec.steps.map(mark), items: spec.items.map(named) };
    case 'bars':
      return { ...spec, title, items: spec.items.map(named) };
  }
}

/** Narrower than this in pixels, names stand above their marks, where there is height for that. */
const widthForNames = 600;

const arrangementsIn = (format: ChartFormat): readonly Names[] =>
  sizeOf(format).width < widthForNames ? ['above', 'beside'] : ['beside'];

/** Smaller type than this would not be legible where the picture is set. */
const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7];

/** Type gets this small before words are divided. */
const leastForWholeWords = 0.85;

interface Known {
  readonly asked: readonly unknown[];
  readonly layout: ChartLayout;
}

/** Whoever places a chart checks it next, draws it, or tells what it says. */
const known = new WeakMap<ChartSpec, Known[]>();
/** Of one chart: as a picture, and with the letters of another program, in two formats. */
const mostKnown = 4;

/**
 * Lays a chart out, with smaller type where its texts are long.
 *
 * @param face that its texts are measured in; left out: the one that a picture of it is drawn in
 * @returns `fits: false` where even the smallest type leaves no room; the caller makes that a finding
 */
export function layoutChart(given: ChartSpec, theme: Theme, format: ChartFormat, face?: Face): ChartLayout {
  const asked = [theme, format, face];
  const earlier = known.get(given) ?? [];
  const same = earlier.find((one) => one.asked.every((each, index) => each === asked[index]));
  if (same) return same.layout;
  const layout = layOut(given, theme, format, face);
  known.set(given, [{ asked, layout }, ...earlier].slice(0, mostKnown));
  return layout;
}

function layOut(given: ChartSpec, theme: Theme, format: ChartFormat, face?: Face): ChartLayout {
  let last: ChartLayout | undefined;
  const marked = withMarks(given);
  // A little smaller is better than a divided word, and a divided word better than small type.
  const whole = scales
    .filter((scale) => scale >= leastForWholeWords)
    .map((scale) => ({ spec: given, scale }));
  for (const { spec, scale } of [...whole, ...scales.map((each) => ({ spec: marked, scale: each }))]) {
    for (const names of arrangementsIn(format)) {
      const frame = layoutFrame(spec, theme, format, scale, names, face);
      const draw = chartTypes[spec.type] as (spec: ChartSpec, theme: Theme, frame: Frame) => Drawing;
      const drawing = draw(spec, theme, frame);
      last = { ...drawing, frame, texts: [...frame.texts, ...drawing.texts] };
      if (drawing.fits) return last;
    }
  }
  return last as ChartLayout;
}
