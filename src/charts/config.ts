/** Layer 2. A chart as chart.js is given it. Pure: the same spec, theme and format give the same configuration. */
import type { ChartConfiguration, Plugin } from 'chart.js';
import { type ChartFormat, type ChartSpec, sizeOf } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import { layoutChart } from './layout.js';
import { type Font, lineHeight, type PlacedText } from './placed-text.js';

export type ChartConfig = ChartConfiguration<'bar' | 'doughnut', number[], string>;

/** Names under which `draw.ts` registers the bundled fonts, so that none of the machine's can take their place. */
export const families = { arial: 'Zonebrief Latin', noto: 'Zonebrief Sans' } as const;

/** Pixels drawn per logical pixel. */
export const pixelRatio = 2;

/** CSS font of a text: its own face first, then the other for what that lacks. */
export function cssFont({ bold, size, face }: Font): string {
  const [own, other] = face === 'noto' ? [families.noto, families.arial] : [families.arial, families.noto];
  return `${bold ? 'bold ' : ''}${Math.round(size * 100) / 100}px "${own}", "${other}"`;
}

/** All that chart.js brings, each of which would lay out and measure what nobody sees. */
const noPlugins = {
  colors: false,
  decimation: false,
  filler: false,
  legend: false,
  subtitle: false,
  title: false,
  tooltip: false,
};

/** The configuration of a chart: all text is set by the layout, so chart.js draws marks only, in the area it is given. */
export function chartConfig(spec: ChartSpec, theme: Theme, format: ChartFormat): ChartConfig {
  const { width, height } = sizeOf(format);
  const layout = layoutChart(spec, theme, format);
  const { plot, marks } = layout;
  return {
    ...marks,
    options: {
      ...marks.options,
      animation: false,
      responsive: false,
      devicePixelRatio: pixelRatio,
      events: [],
      layout: {
        autoPadding: false,
        padding: {
          left: plot.x,
          top: plot.y,
          right: width - plot.x - plot.width,
          bottom: height - plot.y - plot.height,
        },
      },
      plugins: noPlugins,
    },
    plugins: [background(theme.colors.paper, width, height), ...layout.plugins, lettering(layout.texts)],
  } as unknown as ChartConfig;
}

function background(colour: string, width: number, height: number): Plugin {
  return {
    id: 'background',
    beforeDraw({ ctx }) {
      ctx.save();
      ctx.fillStyle = colour;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
  };
}

/** Where in its line the letters stand: the middle of a capital or hanzi falls on the middle of the line. */
const baseline = (font: Font): number =>
  lineHeight(font) / 2 + font.size * (font.face === 'noto' ? 0.37 : 0.355);

function lettering(texts: readonly PlacedText[]): Plugin {
  return {
    id: 'lettering',
    afterDraw({ ctx }) {
      ctx.save();
      ctx.textBaseline = 'alphabetic';
      for (const text of texts) {
        ctx.font = cssFont(text.font);
        ctx.fillStyle = text.colour;
        ctx.textAlign = text.align;
        const x = text.align === 'center' ? text.x + text.width / 2 : text.x;
        for (const [index, line] of text.lines.entries()) {
          ctx.fillText(line, x, text.y + baseline(text.font) + index * lineHeight(text.font));
        }
      }
      ctx.restore();
    },
  };
}
