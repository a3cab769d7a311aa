/**
 * Layer 1. A deck from what pptxgenjs writes around the slides, and the slides themselves, which come as they have to
 * be. One slide after the other is written, looked through and packed, so that no two of them need be in memory.
 */
import type { ChartParts } from './chart-parts.js';
import { writeCustomProperties } from './custom-properties.js';
import { type CodedFinding, OfficeFile, type PageTitle } from './lint/file.js';
import { lintPages, lintSlide } from './lint/page.js';
import { addChartParts } from './mend/chart-package.js';
import { orderOverrides } from './mend/charts.js';
import { shareMedia } from './mend/media.js';
import { dropNotesMaster } from './mend/notes.js';
import { type BrandColours, type Mending, type MendOptions, mendingOf } from './mend/options.js';
import { mendContentTypes, mendSlideProperties } from './mend/properties.js';
import { listSlides } from './mend/slide-list.js';
import { mendCharts, mendShared, ofPresentation, type Said, said, saidOn } from './mend-pptx.js';
import { type LoosePackage, readPackage } from './package.js';
import { Parts } from './parts.js';
import { relationshipsPartOf } from './relationships.js';
import { type WrittenFile, writeParts } from './written.js';
import type { XmlElement } from './xml.js';
import { serializeXml } from './xml-writer.js';
import { type CheckedEntry, packChecked } from './zip.js';

interface FrameOptions extends MendOptions {
  readonly colors: BrandColours;
  readonly slides: number;
  /** Whether a slide has notes. */
  readonly notes: boolean;
}

/** What stands around the slides of a deck; nothing in it is changed any more. */
export interface DeckFrame {
  readonly mending: Mending;
  /** Layouts, masters, themes and their pictures, as they go into the file. */
  readonly entries: ReadonlyMap<string, CheckedEntry>;
  /** What depends on the slides, too: lists of parts and of slides, and the properties. */
  readonly lists: ReadonlyMap<string, Uint8Array>;
  readonly found: readonly CodedFinding[];
  /** What slides are linted against. */
  readonly file: OfficeFile;
}

const framed = /^ppt\/(slideLayouts|slideMasters|notesMasters|theme|media)\//;

/** @param library what `pptx.write()` gave for one empty slide, or the parts before they are packed */
export function frameDeck(library: Uint8Array | LoosePackage, options: FrameOptions): DeckFrame {
  const mending = mendingOf(options);
  const { parts: all }: LoosePackage = library instanceof Uint8Array ? readPackage(library) : library;
  const around = new Map([...all].filter(([name]) => !/^ppt\/(slides|notesSlides)\//.test(name)));
  const parts = new Parts({ parts: around }, { forgiving: true });
  if (!options.notes) dropNotesMaster(parts, parts.main);
  if (options.slides > 0) listSlides(parts, options.slides);
  mendShared(parts, mending);
  shareMedia(parts);
  const written = parts.written();
  const file = new OfficeFile(written);
  const names = written.names();
  return {
    mending,
    entries: new Map(
      names
        .filter((name) => framed.test(name))
        .map((name) => [name, packChecked(name, written.bytes(name))] as const),
    ),
    lists: new Map(
      names.filter((name) => !framed.test(name)).map((name) => [name, written.bytes(name)] as const),
    ),
    found: lintPages(written, framed),
    file,
  };
}

/** The parts of a slide by their names, the slide itself first. */
export type SlideTrees = ReadonlyMap<string, XmlElement>;

/** A slide written, looked through and packed; nothing in it is changed any more. */
export interface PackedSlide {
  readonly entries: readonly (readonly [name: string, entry: CheckedEntry])[];
  readonly title: PageTitle;
  readonly findings: readonly CodedFinding[];
  readonly said: Said;
}

/** A deck as it grows, slide by slide. Same frame and calls, same bytes. */
export class DeckAssembly {
  readonly #frame: DeckFrame;
  readonly #parts: Parts;
  /** What slides show, beside what is around them. */
  readonly #shown: Parts;
  readonly #file: OfficeFile;
  readonly #media: Media;
  readonly #names: Set<string>;
  readonly #titles: PageTitle[] = [];
  readonly #findings: CodedFinding[];
  readonly #said: Said[] = [];
  #charts = 0;

  constructor(frame: DeckFrame) {
    this.#frame = frame;
    this.#parts = new Parts({ parts: frame.lists });
    for (const [name, entry] of frame.entries) this.#parts.set(name, entry);
    this.#shown = new Parts({ parts: new Map() }, { behind: frame.file.parts });
    this.#file = new OfficeFile(this.#shown, { behind: frame.file });
    this.#media = new Media(this.#parts);
    this.#names = new Set(frame.entries.keys());
    this.#findings = [...frame.found];
  }

  /** A chart that Office draws, for a slide to come; they are numbered in their order. @returns the name of its part */
  addChart(chart: ChartParts): string {
    this.#charts += 1;
    const part = addChartParts(this.#parts, 'ppt', chart, this.#charts);
    mendCharts(this.#parts, [part], this.#frame.mending);
    const behind = this.#parts.relationships(part).map(({ target }) => target);
    for (const name of [part, relationshipsPartOf(part), ...behind]) this.#shown.share(name, this.#parts);
    return part;
  }

  /** A picture on a slide to come. @returns the part that has it: of equal pictures there is one */
  addPicture(name: string, bytes: Uint8Array): string {
    const part = this.#media.add(name, bytes);
    this.#shown.share(part, this.#parts);
    return part;
  }

  /**
   * The next slide.
   * @param make is given what makes the parts of their trees
   */
  addSlide(make: (pack: (trees: SlideTrees) => PackedSlide) => PackedSlide): void {
    const index = this.#titles.length;
    const { entries, title, findings, said } = make((trees) => packSlide(trees, index, this.#file));
    for (const [name, entry] of entries) {
      this.#names.add(name);
      this.#parts.set(name, entry);
    }
    this.#titles.push(title);
    this.#findings.push(...findings);
    this.#said.push(said);
  }

  /** @param properties custom document properties */
  finish(properties: ReadonlyMap<string, string>): WrittenFile {
    const { mending } = this.#frame;
    const parts = this.#parts;
    const notes = parts.names(/^ppt\/notesSlides\/[^/]+\.xml$/).length;
    mendSlideProperties(parts, mending, { ...said(this.#said), notes, ...ofPresentation(parts, mending) });
    writeCustomProperties(parts, properties);
    orderOverrides(parts);
    mendContentTypes(parts);
    const linted = { parts: this.#names, titles: this.#titles, findings: this.#findings };
    return writeParts(parts, mending.date, linted);
  }
}

/** The pictures of a deck, equal ones once. */
class Media {
  readonly #parts: Parts;
  readonly #bySize = new Map<number, string[]>();

  constructor(parts: Parts) {
    this.#parts = parts;
    for (const name of parts.names(/\/media\//)) this.#remember(name, parts.bytes(name));
  }

  /** @returns the part that has these bytes */
  add(name: string, bytes: Uint8Array): string {
    const alike = this.#bySize.get(bytes.length) ?? [];
    const first = alike.find((other) => Buffer.compare(this.#parts.bytes(other), bytes) === 0);
    if (first !== undefined) return first;
    this.#parts.set(name, bytes);
    this.#remember(name, bytes);
    return name;
  }

  #remember(name: string, { length }: Uint8Array): void {
    this.#bySize.set(length, [...(this.#bySize.get(length) ?? []), name]);
  }
}

const encoder = new TextEncoder();

function packSlide(trees: SlideTrees, index: number, file: OfficeFile): PackedSlide {
  const parts = new Parts({ parts: new Map() }, { behind: file.parts });
  for (const [name, tree] of trees) parts.set(name, tree);
  const [[part, slide]] = [...trees] as [[string, XmlElement]];
  return {
    ...lintSlide(parts, part, index, file),
    said: saidOn(slide),
    entries: [...trees].map(([name, tree]) => [name, packChecked(name, encoder.encode(serializeXml(tree)))]),
  };
}
