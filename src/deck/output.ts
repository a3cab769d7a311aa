/** Layer 3. From a presentation to pptx bytes. Writes what `presentation.ts` placed; decides nothing. */
import { UsageError } from '../diagnostic.js';
import { sizeOf } from '../document/chart.js';
import { assemblePptx } from '../ooxml/assemble-pptx.js';
import type { WrittenFile } from '../ooxml/written.js';
import { packRecord } from '../trace/carrier.js';
import { libraryParts } from './library.js';
import type { Master, PictureShape, Presentation, Slide } from './model.js';
import { isNative, nativeCharts, nativeShapes, recordWithCharts, type ShownCharts } from './native-charts.js';
import { hasNotes, writeSlide } from './xml/slide.js';
import { Writing } from './xml/writing.js';

/**
 * Writes a presentation.
 *
 * @returns the bytes of a .pptx; same presentation and charts, same bytes
 * @throws {UsageError} when `charts` has no picture of a chart
 */
export async function writeDeck(presentation: Presentation, charts: ShownCharts): Promise<Uint8Array> {
  return (await writeDeckFile(presentation, charts)).bytes;
}

/** As `writeDeck`, with the trees for the linter. */
export async function writeDeckFile(presentation: Presentation, charts: ShownCharts): Promise<WrittenFile> {
  const { theme, slides, masters } = presentation;
  const native = nativeShapes(presentation, charts);
  const chartAt = new Map(native.map(({ shape }, index) => [shape, `ppt/charts/chart${index + 1}.xml`]));
  const pictures = picturesOn(slides, charts);
  const writing = new Writing(theme, presentation.language);
  const masterAt = (slide: Slide): number => masters.findIndex(({ name }) => name === slide.master);
  return assemblePptx(await libraryParts(presentation), {
    date: presentation.editionDate,
    language: presentation.language,
    title: presentation.title,
    company: presentation.issuer,
    author: presentation.issuer,
    fonts: theme.fonts,
    colors: theme.colors,
    properties: packRecord(recordWithCharts(presentation, native)),
    chartParts: nativeCharts(presentation, native),
    pictures: new Map([...pictures.values()].map(({ part, bytes }) => [part, bytes])),
    notes: slides.map(hasNotes),
    write: (index, pictureAt) => {
      const slide = slides[index] as Slide;
      const at = masterAt(slide);
      return writeSlide(slide, {
        index,
        master: masters[at] as Master,
        // The library's own layout comes first.
        layout: `ppt/slideLayouts/slideLayout${at + 2}.xml`,
        writing,
        shown: (shape) => {
          const chart = chartAt.get(shape);
          if (chart !== undefined) return { kind: 'chart', part: chart };
          const { part } = pictures.get(shape) as PictureOn;
          return { kind: 'image', part: pictureAt(part), cut: cutOf(shape) };
        },
      });
    },
  });
}

interface PictureOn {
  /** Name of its part. */
  readonly part: string;
  readonly bytes: Uint8Array;
}

/** The pictures on slides, but for charts that PowerPoint draws; equal ones may have several parts. */
function picturesOn(slides: readonly Slide[], charts: ShownCharts): Map<PictureShape, PictureOn> {
  const found = new Map<PictureShape, PictureOn>();
  for (const [index, { shapes }] of slides.entries()) {
    let number = 0;
    for (const shape of shapes) {
      if (shape.kind !== 'picture' || isNative(shape, charts)) continue;
      number += 1;
      const { type, bytes } = imageOf(shape, charts);
      found.set(shape, { part: `ppt/media/image-${index + 1}-${number}.${type}`, bytes });
    }
  }
  return found;
}

/** Of a picture's height, the part below that is not shown. */
function cutOf({ picture }: PictureShape): number {
  if (!('chart' in picture)) return 0;
  const { cut = 0, format } = picture;
  return cut / sizeOf(format).height;
}

function imageOf(
  { picture }: PictureShape,
  charts: ShownCharts,
): { readonly type: string; readonly bytes: Uint8Array } {
  if ('image' in picture) return picture.image;
  const bytes = charts(picture);
  if (!(bytes instanceof Uint8Array))
    throw new UsageError(
      `no picture was given for the chart "${picture.chart.id}"`,
      'draw every chart of the document before writing the deck',
    );
  return { type: 'png', bytes };
}
