/**
 * Layer 1. Mends what pptxgenjs 4.0 writes, so that PowerPoint opens it without offering a repair, sets Chinese in a
 * Chinese font, reads it out in the right language, and the same input gives the same bytes. Each fault has its
 * function, by topic, under `mend/`.
 */
import { writeCustomProperties } from './custom-properties.js';
import { mendChart, mendWorkbook, renumberCharts } from './mend/charts.js';
import { dropUnusedDefaultLayout, mendLayout, mendMaster, mendSlidePlaceholders } from './mend/masters.js';
import { shareMedia } from './mend/media.js';
import { dropEmptyNotes, fitSlideImage, giveNotesMasterATheme, splitNotes } from './mend/notes.js';
import { type Mending, type MendPptxOptions, mendingOf } from './mend/options.js';
import { mendPresentation, typeScale } from './mend/presentation.js';
import { mendContentTypes, mendCoreProperties, mendSlideProperties } from './mend/properties.js';
import {
  isTitle,
  mendProperties,
  nameShapes,
  putTitleFirst,
  removeEmptyPlaceholders,
  renumberShapes,
} from './mend/shapes.js';
import { mendTables } from './mend/tables.js';
import { mendText } from './mend/text.js';
import { mendTheme, refer, schemeNames } from './mend/theme.js';
import { type LoosePackage, readPackage } from './package.js';
import { Parts } from './parts.js';
import { type WrittenFile, writeParts } from './written.js';
import { child, descendants, elements, textOf, type XmlElement } from './xml.js';

export type { BrandColours, MendPptxOptions } from './mend/options.js';

/**
 * @param written what `pptx.write()` gave, or the parts before they are packed
 * @returns the mended file; same input and options, same bytes
 * @throws {FindingsError} where the bytes are no package or a part is not well-formed
 */
export const mendPptx = (written: Uint8Array | LoosePackage, options: MendPptxOptions): Uint8Array =>
  mendPptxFile(written, options).bytes;

/** As `mendPptx`, with the trees for the linter. */
export function mendPptxFile(written: Uint8Array | LoosePackage, options: MendPptxOptions): WrittenFile {
  const mending = mendingOf(options);
  const parts = new Parts(written instanceof Uint8Array ? readPackage(written) : written, {
    forgiving: true,
  });
  const presentation = parts.main;
  const slides = slidesInOrder(parts, presentation);
  const colours = colourNames(mending);

  dropEmptyNotes(parts, presentation, slides);
  const notes = slides.flatMap((slide) => parts.related(slide, 'notesSlide'));
  for (const page of notes) splitNotes(parts.xml(page));
  for (const slide of slides) {
    mendSlidePlaceholders(parts.xml(slide));
    for (const tree of treesOf(parts.xml(slide))) removeEmptyPlaceholders(tree);
  }
  mendShared(parts, mending, slides);
  for (const page of [...slides, ...notes]) mendPage(parts.xml(page), mending, colours);
  mendCharts(
    parts,
    slides.flatMap((slide) => parts.related(slide, 'chart')),
    mending,
  );
  mendSlideProperties(parts, mending, {
    ...said(slides.map((slide) => saidOn(parts.xml(slide)))),
    notes: notes.length,
    ...ofPresentation(parts, mending),
  });
  writeCustomProperties(parts, options.properties ?? new Map());
  renumberCharts(parts, slides);
  shareMedia(parts);
  mendContentTypes(parts);
  return writeParts(parts, mending.date);
}

const colourNames = ({ colors }: Mending): ReadonlyMap<string, string> =>
  colors ? schemeNames(colors) : new Map<string, string>();

/**
 * What slides share: layouts, masters, themes, the presentation and the document's properties.
 * @param slides those that may use the layout that the library writes of itself
 */
export function mendShared(parts: Parts, mending: Mending, slides: readonly string[]): void {
  const presentation = parts.main;
  const masters = parts.related(presentation, 'slideMaster');
  const colours = colourNames(mending);
  for (const master of masters) dropUnusedDefaultLayout(parts, master, slides);
  const notesMasters = parts.related(presentation, 'notesMaster');
  const layouts = masters.flatMap((master) => parts.related(master, 'slideLayout'));
  for (const master of notesMasters) fitSlideImage(parts.xml(master), parts.xml(presentation));
  for (const layout of layouts) mendLayout(parts.xml(layout));
  for (const master of masters) {
    const own = parts.related(master, 'slideLayout').map((layout) => parts.xml(layout));
    mendMaster(parts.xml(master), own, mending, typeScale(parts.xml(presentation)));
  }
  for (const page of [...layouts, ...masters, ...notesMasters]) mendPage(parts.xml(page), mending, colours);
  for (const theme of parts.names(/^ppt\/theme\/[^/]+\.xml$/))
    mendTheme(parts.xml(theme), mending, mending.company ?? mending.title);
  giveNotesMasterATheme(parts, presentation);
  mendPresentation(parts.xml(presentation), mending);
  mendCoreProperties(parts, mending, mending.title);
}

/** Charts with what lies over them, and their workbooks. */
export function mendCharts(parts: Parts, charts: readonly string[], mending: Mending): void {
  const colours = colourNames(mending);
  for (const chart of charts) {
    mendChart(parts.xml(chart), mending);
    refer(parts.xml(chart), colours);
    for (const drawing of parts.related(chart, 'chartUserShapes')) {
      mendText(parts.xml(drawing), mending);
      refer(parts.xml(drawing), colours);
    }
    for (const workbook of parts.related(chart, 'package'))
      parts.set(workbook, mendWorkbook(parts.bytes(workbook), mending));
  }
}

/** In the order they are shown. */
export function slidesInOrder(parts: Parts, presentation: string): string[] {
  const targets = new Map(parts.relationships(presentation).map(({ id, target }) => [id, target]));
  const list = child(parts.xml(presentation), 'p:sldIdLst');
  return (list ? elements(list) : []).flatMap((slide) => {
    const target = targets.get(slide.attributes.get('r:id') ?? '');
    return target !== undefined && parts.has(target) ? [target] : [];
  });
}

/** One per page (CT_CommonSlideData). */
const treesOf = (page: XmlElement): XmlElement[] =>
  elements(page, 'p:cSld').flatMap((slide) => elements(slide, 'p:spTree'));

/** What slides, layouts, masters and notes have in common. */
function mendPage(page: XmlElement, mending: Mending, colours: ReadonlyMap<string, string>): void {
  for (const tree of treesOf(page)) {
    nameShapes(tree);
    putTitleFirst(tree);
    renumberShapes(tree);
  }
  mendProperties(page);
  mendTables(page, mending);
  mendText(page, mending);
  refer(page, colours);
}

/** What a slide says, as the document's properties count it. */
export interface Said {
  readonly title: string;
  readonly words: number;
  readonly paragraphs: number;
}

export function saidOn(slide: XmlElement): Said {
  const filled = descendants(slide, 'a:p')
    .map(textOf)
    .filter((text) => text.trim() !== '');
  const title = descendants(slide, 'p:sp').find(isTitle);
  return {
    title: title ? textOf(child(title, 'p:txBody') ?? title).trim() : '',
    // As Word counts them: a Chinese character is a word.
    words: filled.reduce((sum, text) => sum + (text.match(/\p{sc=Han}|[^\s\p{sc=Han}]+/gu)?.length ?? 0), 0),
    paragraphs: filled.length,
  };
}

/** What slides say together. */
export const said = (slides: readonly Said[]) => ({
  titles: slides.map(({ title }) => title),
  words: slides.reduce((sum, { words }) => sum + words, 0),
  paragraphs: slides.reduce((sum, { paragraphs }) => sum + paragraphs, 0),
});

export function ofPresentation(parts: Parts, mending: Mending) {
  const size = child(parts.xml(parts.main), 'p:sldSz');
  return {
    themes: [mending.company ?? mending.title],
    wide: size?.attributes.get('cx') === '12192000' && size.attributes.get('cy') === '6858000',
  };
}
