/**
 * Layer 1. A deck from what pptxgenjs writes around the slides, and the slides themselves, which come as they have to
 * be. One slide after the other is written, looked through and packed, so that no two of them need be in memory.
 */
import type { ChartParts } from './chart-parts.js';
import { writeCustomProperties } from './custom-properties.js';
import { type CodedFinding, OfficeFile, type PageTitle } from './lint/file.js';
import { lintSlide } from './lint/page.js';
import { addChartParts } from './mend/chart-package.js';
import { orderOverrides } from './mend/charts.js';
import { shareMedia } from './mend/media.js';
import { dropNotesMaster } from './mend/notes.js';
import { type BrandColours, type MendOptions, mendingOf } from './mend/options.js';
import { mendContentTypes, mendSlideProperties } from './mend/properties.js';
import { mendCharts, mendShared, ofPresentation, type Said, said, saidOn } from './mend-pptx.js';
import { type LoosePackage, readPackage } from './package.js';
import { Parts } from './parts.js';
import { type WrittenFile, writeParts } from './written.js';
import { serializeXml, type XmlElement } from './xml.js';
import { type CheckedEntry, packChecked } from './zip.js';

/** The parts of a slide by their names, the slide itself first. */
export type SlideParts = ReadonlyMap<string, XmlElement>;

export interface AssembleOptions extends MendOptions {
  readonly colors: BrandColours;
  /** Charts that Office draws, numbered from 1 in this order. */
  readonly chartParts: readonly ChartParts[];
  /** Pictures on slides, by the names of their parts. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Of each slide, whether it has notes. */
  readonly notes: readonly boolean[];
  /**
   * @param index from 0
   * @param pictureAt which part has a picture: of equal ones there is one
   */
  readonly write: (index: number, pictureAt: (part: string) => string) => SlideParts;
}

/**
 * @param library what `pptx.write()` gave for as many empty slides, or the parts before they are packed
 * @returns the file; same input, same bytes
 */
export function assemblePptx(library: Uint8Array | LoosePackage, options: AssembleOptions): WrittenFile {
  const mending = mendingOf(options);
  const parts = new Parts({ parts: aroundSlides(library) }, { forgiving: true });
  const notes = options.notes.filter(Boolean).length;
  if (notes === 0) dropNotesMaster(parts, parts.main);
  mendShared(parts, mending, []);
  const charts = options.chartParts.map((chart, index) => addChartParts(parts, 'ppt', chart, index + 1));
  mendCharts(parts, charts, mending);
  for (const [name, bytes] of options.pictures) parts.set(name, bytes);
  const standsFor = shareMedia(parts);

  const shared = new OfficeFile(parts);
  const names = new Set<string>();
  const titles: PageTitle[] = [];
  const findings: CodedFinding[] = [];
  const texts: Said[] = [];
  for (let index = 0; index < options.notes.length; index += 1) {
    const trees = options.write(index, (part) => standsFor.get(part) ?? part);
    const page = packSlide(trees, parts, index, shared);
    for (const [name, entry] of page.entries) {
      names.add(name);
      parts.set(name, entry);
    }
    titles.push(page.title);
    findings.push(...page.findings);
    texts.push(page.said);
  }
  mendSlideProperties(parts, mending, { ...said(texts), notes, ...ofPresentation(parts, mending) });
  writeCustomProperties(parts, options.properties ?? new Map());
  orderOverrides(parts);
  mendContentTypes(parts);
  return writeParts(parts, mending.date, { parts: names, titles, findings });
}

/** What the library wrote, but for slides and notes. */
function aroundSlides(library: Uint8Array | LoosePackage): Map<string, Uint8Array | string> {
  const { parts }: LoosePackage = library instanceof Uint8Array ? readPackage(library) : library;
  return new Map([...parts].filter(([name]) => !/^ppt\/(slides|notesSlides)\//.test(name)));
}

interface PackedSlide {
  readonly entries: readonly (readonly [name: string, entry: CheckedEntry])[];
  readonly title: PageTitle;
  readonly findings: readonly CodedFinding[];
  readonly said: Said;
}

const encoder = new TextEncoder();

function packSlide(trees: SlideParts, behind: Parts, index: number, shared: OfficeFile): PackedSlide {
  const parts = new Parts({ parts: new Map() }, { behind });
  for (const [name, tree] of trees) parts.set(name, tree);
  const [[part, slide]] = [...trees] as [[string, XmlElement]];
  return {
    ...lintSlide(parts, part, index, shared),
    said: saidOn(slide),
    entries: [...trees].map(([name, tree]) => [name, packChecked(name, encoder.encode(serializeXml(tree)))]),
  };
}
