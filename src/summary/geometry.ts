/** Layer 3. The page: A4, in twips (a twentieth of a point) as Word counts. */

export interface Geometry {
  readonly page: { readonly width: number; readonly height: number };
  readonly margin: { readonly top: number; readonly bottom: number; readonly side: number };
  /** Distance of header and footer from the paper's edge. */
  readonly header: number;
  readonly footer: number;
  /** Between the two margins. */
  readonly textWidth: number;
  /** Between the facing columns. */
  readonly gutter: number;
  /** One of the facing columns. */
  readonly columnWidth: number;
}

const millimetres = (value: number): number => Math.round((value * 1440) / 25.4);

/**
 * Two columns use the width of the paper; one column is set narrower, since a line of more than about ninety characters
 * loses the reader.
 * @param columns languages side by side
 */
export function geometryFor(columns: number): Geometry {
  const page = { width: millimetres(210), height: millimetres(297) };
  const margin = {
    top: millimetres(18.5),
    bottom: millimetres(16.5),
    side: millimetres(columns === 2 ? 18 : 25),
  };
  const textWidth = page.width - 2 * margin.side;
  const gutter = millimetres(7);
  return {
    page,
    margin,
    header: millimetres(8.5),
    footer: millimetres(7.5),
    textWidth,
    gutter,
    columnWidth: (textWidth - gutter) / 2,
  };
}

export const twipsPerPoint = 20;
