/**
 * Layer 2. chartjs-node-canvas with all it brings, in a module of its own that is loaded when the first chart is drawn.
 * Imported by name here and not with `import()` there: a bundler gives a CommonJS package loaded that way no names.
 */
import { ChartJSNodeCanvas } from 'chartjs-node-canvas';

/** @param size in logical pixels */
export function makeRenderer(size: { readonly width: number; readonly height: number }): ChartJSNodeCanvas {
  return new ChartJSNodeCanvas(size);
}
