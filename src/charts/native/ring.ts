/** Layer 2. Native rings: a share of a whole, or its parts. */
import { Decimal } from 'decimal.js';
import type { ChartFormat, Datum, PartsChart, ShareChart } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { coloursFor } from '../colours.js';
import type { ChartLayout } from '../layout.js';
import type { PlacedText } from '../placed-text.js';
import { holeShare } from '../ring.js';
import { around, cell } from './around.js';
import type { AsideRow, NativeRing } from './model.js';

export function ring(
  spec: ShareChart | PartsChart,
  theme: Theme,
  layout: ChartLayout,
  format: ChartFormat,
): NativeRing {
  const { series, line, paper } = theme.colors;
  const places = around(layout, format);
  const texts = places.texts.map((text) => inHole(text, layout));
  const common = { kind: 'ring' as const, ...places, texts, paper };
  if (spec.type === 'parts')
    return {
      ...common,
      categories: spec.parts.map(({ label }) => label),
      series: [
        {
          name: spec.unit,
          cells: spec.parts.map(({ value }) => cell(value)),
          colours: coloursFor(series, spec.parts.length),
        },
      ],
      figures: spec.parts.map(({ text }) => text),
      aside: [spec.whole, spec.centre].map(asideRow),
    };
  // What remains is computed in the sheet, too: it follows when the share is edited.
  const rest = { value: new Decimal(100).minus(spec.part.value).toFixed(), formula: '100-B2' };
  return {
    ...common,
    categories: [spec.part.label, spec.restLabel],
    series: [{ name: spec.unit, cells: [cell(spec.part.value), rest], colours: [series[0] as string, line] }],
    figures: [spec.part.text, ''],
    aside: [],
  };
}

/**
 * Text in the middle of a ring, smaller than in the picture: LibreOffice draws every hole half as wide as its ring,
 * whatever the file says.
 */
function inHole(text: PlacedText, { plot, frame }: ChartLayout): PlacedText {
  if (text.align !== 'center' || text.y > plot.y + plot.height) return text;
  const smaller = 0.5 / holeShare;
  const towards = (middle: number, at: number): number => middle + (at - middle) * smaller;
  return {
    ...text,
    font: {
      ...text.font,
      size: Math.max(text.font.size * smaller, Math.min(text.font.size, frame.style.least)),
    },
    x: towards(plot.x + plot.width / 2, text.x),
    y: towards(plot.y + plot.height / 2, text.y),
    width: text.width * smaller,
    height: text.height * smaller,
  };
}

const asideRow = ({ label, value, text }: Datum): AsideRow => ({ label, value: String(value), text });
