/** Layer 3. From a presentation to pptx bytes. Writes what `presentation.ts` placed; decides nothing. */
import { UsageError } from '../diagnostic.js';
import { sizeOf } from '../document/chart.js';
import { type Memory, recall } from '../memory.js';
import { assembleDeck, type DeckFrame, frameDeck } from '../ooxml/assemble-deck.js';
import type { WrittenFile } from '../ooxml/written.js';
import { packRecord } from '../trace/carrier.js';
import { keyOf, shortKeyOf } from './key.js';
import { libraryParts } from './library.js';
import type { Master, PictureShape, Presentation, Shape, Slide } from './model.js';
import { isNative, nativeCharts, nativeShapes, recordWithCharts, type ShownCharts } from './native-charts.js';
import { hasNotes, type ShownPart, writeSlide } from './xml/slide.js';
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

/**
 * As `writeDeck`, with what the linter needs.
 * @param memory of earlier builds: slides that are as they were are not written and looked through anew
 */
export async function writeDeckFile(
  presentation: Presentation,
  charts: ShownCharts,
  memory?: Memory,
): Promise<WrittenFile> {
  const { theme, slides, masters, language } = presentation;
  const native = nativeShapes(presentation, charts);
  const chartAt = new Map(native.map(({ shape }, index) => [shape, `ppt/charts/chart${index + 1}.xml`]));
  const pictures = picturesOn(slides, charts);
  const around = keyOfFrame(presentation);
  const frame = await recall(
    memory,
    'deck-frame',
    () => around,
    () => frameOf(presentation),
    // Its key is a hash.
    4000,
  );
  const writing = new Writing(theme, language);
  return assembleDeck(frame, {
    properties: packRecord(recordWithCharts(presentation, native)),
    charts: nativeCharts(presentation, native),
    pictures: new Map([...pictures.values()].map(({ part, bytes }) => [part, bytes])),
    slides: slides.length,
    slide: (index, pictureAt, pack) => {
      const slide = slides[index] as Slide;
      const shown = new Map<Shape, ShownPart>();
      for (const shape of slide.shapes) {
        if (shape.kind !== 'picture') continue;
        const chart = chartAt.get(shape);
        const { part } = pictures.get(shape) ?? { part: '' };
        shown.set(
          shape,
          chart === undefined
            ? { kind: 'image', part: pictureAt(part), cut: cutOf(shape) }
            : { kind: 'chart', part: chart },
        );
      }
      const at = masters.findIndex(({ name }) => name === slide.master);
      const make = () =>
        pack(
          writeSlide(slide, {
            index,
            master: masters[at] as Master,
            // The library's own layout comes first.
            layout: `ppt/slideLayouts/slideLayout${at + 2}.xml`,
            writing,
            shown: (shape) => shown.get(shape) as ShownPart,
          }),
        );
      const key = () => keyOf([around, index, slide, [...shown.values()]]);
      return recall(memory, 'deck-slide', key, make);
    },
  });
}

/** All that decides what stands around the slides. */
const keyOfFrame = (presentation: Presentation): string => {
  const { record: _, slides, ...rest } = presentation;
  return shortKeyOf([rest, slides.length, slides.some(hasNotes)]);
};

async function frameOf(presentation: Presentation): Promise<DeckFrame> {
  const { theme, editionDate, language, title, issuer, slides } = presentation;
  return frameDeck(await libraryParts(presentation), {
    date: editionDate,
    language,
    title,
    company: issuer,
    author: issuer,
    fonts: theme.fonts,
    colors: theme.colors,
    slides: slides.length,
    notes: slides.some(hasNotes),
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
