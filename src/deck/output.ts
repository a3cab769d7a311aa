/** Layer 3. From a presentation to pptx bytes. Writes what `presentation.ts` placed; decides nothing. */
import { UsageError } from '../diagnostic.js';
import { sizeOf } from '../document/chart.js';
import { type Memory, recall } from '../memory.js';
import { DeckAssembly, type DeckFrame, frameDeck } from '../ooxml/assemble-deck.js';
import type { WrittenFile } from '../ooxml/written.js';
import { packRecord } from '../trace/carrier.js';
import { type RecordedChart, type TraceRecord, withCharts } from '../trace/record.js';
import { keyOf, shortKeyOf } from './key.js';
import { libraryParts } from './library.js';
import type { Extent, Master, PictureShape, Presentation, Shape, Slide, Surroundings } from './model.js';
import { isNative, nativeOn, nativeParts, recordedChart, type ShownCharts } from './native-charts.js';
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
  const { slides, record, ...around } = presentation;
  const extent = { slides: slides.length, notes: slides.some(hasNotes) };
  const deck = await DeckWriter.begin(around, extent, memory);
  for (const slide of slides) deck.add(slide, charts);
  return deck.finish(record);
}

/** Writes a presentation slide by slide: none needs to be in memory once it was added. */
export class DeckWriter {
  readonly #around: Surroundings;
  /** All that decides what stands around the slides. */
  readonly #key: string;
  readonly #assembly: DeckAssembly;
  readonly #writing: Writing;
  readonly #memory: Memory | undefined;
  readonly #charts: RecordedChart[] = [];
  #slides = 0;

  private constructor(around: Surroundings, key: string, frame: DeckFrame, memory: Memory | undefined) {
    this.#around = around;
    this.#key = key;
    this.#assembly = new DeckAssembly(frame);
    this.#writing = new Writing(around.theme, around.language);
    this.#memory = memory;
  }

  static async begin(around: Surroundings, extent: Extent, memory?: Memory): Promise<DeckWriter> {
    const key = shortKeyOf([around, extent]);
    const frame = await recall(
      memory,
      'deck-frame',
      () => key,
      () => frameOf(around, extent),
      // Its key is a hash.
      4000,
    );
    return new DeckWriter(around, key, frame, memory);
  }

  /**
   * Writes the next slide.
   * @throws {UsageError} when `charts` has no picture of a chart on it
   */
  add(slide: Slide, charts: ShownCharts): void {
    const index = this.#slides;
    this.#slides += 1;
    const shown = new Map([...this.#addCharts(slide, charts), ...this.#addPictures(slide, charts)]);
    const { masters } = this.#around;
    const at = masters.findIndex(({ name }) => name === slide.master);
    this.#assembly.addSlide((pack) =>
      recall(
        this.#memory,
        'deck-slide',
        () => keyOf([this.#key, index, slide, [...shown.values()]]),
        () =>
          pack(
            writeSlide(slide, {
              index,
              master: masters[at] as Master,
              // The library's own layout comes first.
              layout: `ppt/slideLayouts/slideLayout${at + 2}.xml`,
              writing: this.#writing,
              shown: (shape) => shown.get(shape) as ShownPart,
            }),
          ),
      ),
    );
  }

  #addCharts(slide: Slide, charts: ShownCharts): [Shape, ShownPart][] {
    return nativeOn(slide, charts).map((chart) => {
      this.#charts.push(recordedChart(chart, slide.id, this.#around));
      return [
        chart.shape,
        { kind: 'chart', part: this.#assembly.addChart(nativeParts(chart, this.#around)) },
      ];
    });
  }

  #addPictures(slide: Slide, charts: ShownCharts): [Shape, ShownPart][] {
    const pictures = slide.shapes.flatMap((shape) =>
      shape.kind === 'picture' && !isNative(shape, charts) ? [shape] : [],
    );
    return pictures.map((shape, number) => {
      const { type, bytes } = imageOf(shape, charts);
      const name = `ppt/media/image-${this.#slides}-${number + 1}.${type}`;
      return [shape, { kind: 'image', part: this.#assembly.addPicture(name, bytes), cut: cutOf(shape) }];
    });
  }

  /** @param record of what all slides say */
  finish(record: TraceRecord): WrittenFile {
    return this.#assembly.finish(packRecord(withCharts(record, this.#charts)));
  }
}

async function frameOf(around: Surroundings, extent: Extent): Promise<DeckFrame> {
  const { theme, editionDate, language, title, issuer } = around;
  return frameDeck(await libraryParts(around, extent.slides > 0), {
    date: editionDate,
    language,
    title,
    company: issuer,
    author: issuer,
    fonts: theme.fonts,
    colors: theme.colors,
    ...extent,
  });
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
