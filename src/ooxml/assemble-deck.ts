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

export interface DeckContent {
  /** Custom document properties. */
  readonly properties: ReadonlyMap<string, string>;
  /** Charts that Office draws, numbered from 1 in this order. */
  readonly charts: readonly ChartParts[];
  /** Pictures on slides, by the names of their parts. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly slides: number;
  /**
   * One slide.
   * @param index from 0
   * @param pictureAt which part has a picture: of equal ones there is one
   * @param pack what makes the parts of their trees
   */
  readonly slide: (
    index: number,
    pictureAt: (part: string) => string,
    pack: (trees: SlideTrees) => PackedSlide,
  ) => PackedSlide;
}

/** The deck as a file. Same frame and content, same bytes. */
export function assembleDeck(frame: DeckFrame, content: DeckContent): WrittenFile {
  const { mending } = frame;
  const parts = new Parts({ parts: frame.lists });
  for (const [name, entry] of frame.entries) parts.set(name, entry);
  const charts = content.charts.map((chart, index) => addChartParts(parts, 'ppt', chart, index + 1));
  mendCharts(parts, charts, mending);
  const standsFor = addPictures(parts, frame.entries, content.pictures);

  const behind = new Parts({ parts: new Map() }, { behind: frame.file.parts });
  for (const name of parts.names(/^ppt\/(charts|drawings|embeddings|media)\//)) behind.share(name, parts);
  const file = new OfficeFile(behind, { behind: frame.file });
  const names = new Set<string>(frame.entries.keys());
  const titles: PageTitle[] = [];
  const findings: CodedFinding[] = [...frame.found];
  const texts: Said[] = [];
  for (let index = 0; index < content.slides; index += 1) {
    const page = content.slide(
      index,
      (part) => standsFor.get(part) ?? part,
      (trees) => packSlide(trees, index, file),
    );
    for (const [name, entry] of page.entries) {
      names.add(name);
      parts.set(name, entry);
    }
    titles.push(page.title);
    findings.push(...page.findings);
    texts.push(page.said);
  }
  const notes = parts.names(/^ppt\/notesSlides\/[^/]+\.xml$/).length;
  mendSlideProperties(parts, mending, { ...said(texts), notes, ...ofPresentation(parts, mending) });
  writeCustomProperties(parts, content.properties);
  orderOverrides(parts);
  mendContentTypes(parts);
  return writeParts(parts, mending.date, { parts: names, titles, findings });
}

/** Adds pictures, equal ones once. @returns which part stands for which */
function addPictures(
  parts: Parts,
  present: ReadonlyMap<string, CheckedEntry>,
  pictures: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, string> {
  const standsFor = new Map<string, string>();
  const bySize = new Map<number, string[]>();
  const alike = ({ length }: Uint8Array): string[] => bySize.get(length) ?? [];
  const add = (name: string, bytes: Uint8Array): void => {
    bySize.set(bytes.length, [...alike(bytes), name]);
  };
  for (const name of present.keys()) if (/\/media\//.test(name)) add(name, parts.bytes(name));
  for (const [name, bytes] of pictures) {
    const first = alike(bytes).find((other) => Buffer.compare(parts.bytes(other), bytes) === 0);
    if (first !== undefined) standsFor.set(name, first);
    else {
      parts.set(name, bytes);
      add(name, bytes);
    }
  }
  return standsFor;
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
