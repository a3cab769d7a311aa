/** Layer 3. How large pictures are set, and the space that takes what follows them back onto the grid. */
import { type ChartSpec, sizeOf } from '../document/chart.js';
import { type Grid, onGrid } from './grid.js';
import { pictureSpace } from './sizes.js';
import type { Picture } from './summary.js';

/** @param width points */
export function chartPicture(chart: ChartSpec, width: number, grid: Grid): Picture {
  const size = sizeOf('column');
  const height = (width * size.height) / size.width;
  return {
    kind: 'picture',
    content: { chart: `${chart.id}.${chart.language}` },
    alt: chart.alt,
    altFigures: chart.altFigures,
    language: chart.language,
    width,
    height,
    spaceBelow: spaceBelow(height, grid),
  };
}

/** The same picture at another width, in points. */
export function scaledTo(picture: Picture, width: number, grid: Grid): Picture {
  const height = (picture.height * width) / picture.width;
  return { ...picture, width, height, spaceBelow: spaceBelow(height, grid) };
}

/** What a picture's height, in points, lacks of whole half lines stands below it. */
export function spaceBelow(height: number, grid: Grid): number {
  const least = pictureSpace.before + height + pictureSpace.line;
  return onGrid(least + pictureSpace.after, grid) - least;
}
