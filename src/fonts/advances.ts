/** Layer 1. The table of advance widths that `scripts/subset-fonts.mjs` reads off the fonts, made fast to look up. */
import data from './advances.json' with { type: 'json' };

/**
 * arial: what Office sets Latin text in, where it has it. substitute: the wider, code point by code point, of Arial and
 * of DejaVu Sans, which stands in for Arial on machines without it. noto: the Latin of the bundled Chinese font.
 */
export type Face = 'arial' | 'substitute' | 'noto';
export type Weight = 'regular' | 'bold';

/** Advance in em by code point, for what the font has; NaN elsewhere. */
type Advances = Float32Array;
const lastMeasured = 0x22ff;

function unpack(face: Face, weight: Weight): Advances {
  const advances = new Float32Array(lastMeasured + 1).fill(Number.NaN);
  const { unitsPerEm } = data[face];
  for (const [first, widths] of data[face][weight] as [number, number[]][]) {
    // Thousands of them, read by every process once.
    for (let offset = 0; offset < widths.length; offset += 1)
      advances[first + offset] = (widths[offset] as number) / unitsPerEm;
  }
  return advances;
}

const unpacked: { readonly [weight in Weight]: { [face in Face]?: Advances } } = { regular: {}, bold: {} };

/** Advance width of a code point in em, undefined where the font has no such glyph or no width of its own for it. */
export function advanceOf(codePoint: number, face: Face, weight: Weight): number | undefined {
  const inWeight = unpacked[weight];
  let advances = inWeight[face];
  if (!advances) {
    advances = unpack(face, weight);
    inWeight[face] = advances;
  }
  const advance = advances[codePoint];
  return advance === undefined || Number.isNaN(advance) ? undefined : advance;
}

let covered: Set<number> | undefined;

/** Whether one of the bundled fonts has a glyph for the code point, in both weights. */
export function isCovered(codePoint: number): boolean {
  if (!covered) {
    covered = new Set();
    for (let index = 0; index < data.covered.length; index += 2) {
      const first = data.covered[index] as number;
      const count = data.covered[index + 1] as number;
      for (let code = first; code < first + count; code += 1) covered.add(code);
    }
  }
  return covered.has(codePoint);
}
