/**
 * Layer 2. Charts as pictures: chart.js on Skia, through chartjs-node-canvas. All of that is loaded when the first chart
 * is drawn, so that a command which draws none does not wait for it.
 */
import { setImmediate } from 'node:timers/promises';
import type { ChartJSNodeCanvas } from 'chartjs-node-canvas';
import { FindingsError } from '../diagnostic.js';
import { type ChartFormat, type ChartSpec, sizeOf } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import type { World } from '../world.js';
import { checkChart } from './check.js';
import { chartConfig, families, pixelRatio } from './config.js';
import { encodePng } from './png.js';

/** One per size, of which a theme has few, and for good: each keeps its chart.js, and nothing would free it. */
const renderers = new Map<ChartFormat, Promise<ChartJSNodeCanvas>>();
let fonts: Promise<void> | undefined;

/**
 * Draws a chart as a PNG at twice its logical size. Same input, same bytes.
 *
 * @throws {FindingsError} when a value, a character or the room for a text is lacking (see `checkChart`)
 */
export async function drawChart(
  world: World,
  spec: ChartSpec,
  theme: Theme,
  format: ChartFormat,
): Promise<Uint8Array> {
  const findings = checkChart(spec, theme, format);
  if (findings.length > 0) throw new FindingsError(findings);
  await prepareToDraw(world);
  let renderer = renderers.get(format);
  if (!renderer) {
    renderer = import('./renderer.js').then(({ makeRenderer }) => makeRenderer(sizeOf(format)));
    renderers.set(format, renderer);
  }
  const config = chartConfig(spec, theme, format) as Parameters<ChartJSNodeCanvas['renderToBufferSync']>[0];
  // The Skia shim knows node-canvas's "raw": the pixels, RGBA. Its types do not.
  const pixels = (await renderer).renderToBufferSync(config, 'raw' as 'image/png');
  const { width, height } = sizeOf(format);
  const png = encodePng(pixels, width * pixelRatio, height * pixelRatio);
  // One turn of the event loop lets the canvas go; a loop of charts would keep the pixels of all of them.
  await setImmediate();
  return png;
}

/** Loads what the first chart would wait for. */
export async function prepareToDraw(world: World): Promise<void> {
  fonts ??= registerFonts(world);
  await fonts;
  await import('./renderer.js');
}

/** Weight and style are read from each font itself. */
async function registerFonts(world: World): Promise<void> {
  const { GlobalFonts } = await import('@napi-rs/canvas');
  for (const [face, name] of [
    ['arial', 'Arimo'],
    ['noto', 'NotoSansSC'],
  ] as const) {
    for (const weight of ['Regular', 'Bold']) {
      const bytes = await world.readBytes(`${world.assets}/fonts/${name}-${weight}.ttf`);
      GlobalFonts.register(Buffer.from(bytes), families[face]);
    }
  }
}
