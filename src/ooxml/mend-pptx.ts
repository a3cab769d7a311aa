/**
 * Layer 1. Mends what pptxgenjs 4.0 writes around slides, so that PowerPoint opens it without offering a repair, sets
 * Chinese in a Chinese font, reads it out in the right language, and the same input gives the same bytes. Each fault has
 * its function, by topic, under `mend/`. Slides and charts are our own; charts are told the deck's colours, fonts and
 * languages.
 */
import { mendChart } from './mend/charts.js';
import { dropDefaultLayout, mendLayout, mendMaster } from './mend/masters.js';
import { fitSlideImage, giveNotesMasterATheme } from './mend/notes.js';
import type { Mending } from './mend/options.js';
import { mendPresentation, typeScale } from './mend/presentation.js';
import { mendCoreProperties } from './mend/properties.js';
import { isTitle, mendProperties, nameShapes, putTitleFirst, renumberShapes } from './mend/shapes.js';
import { mendText } from './mend/text.js';
import { mendTheme, refer, schemeNames } from './mend/theme.js';
import type { Parts } from './parts.js';
import { child, descendants, elements, textOf, type XmlElement } from './xml.js';

const colourNames = ({ colors }: Mending): ReadonlyMap<string, string> =>
  colors ? schemeNames(colors) : new Map<string, string>();

/** What slides share: layouts, masters, themes, the presentation and the document's properties. */
export function mendShared(parts: Parts, mending: Mending): void {
  const presentation = parts.main;
  const masters = parts.related(presentation, 'slideMaster');
  const colours = colourNames(mending);
  for (const master of masters) dropDefaultLayout(parts, master);
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

/** Charts with what lies over them. */
export function mendCharts(parts: Parts, charts: readonly string[], mending: Mending): void {
  const colours = colourNames(mending);
  for (const chart of charts) {
    mendChart(parts.xml(chart), mending);
    refer(parts.xml(chart), colours);
    for (const drawing of parts.related(chart, 'chartUserShapes')) {
      mendText(parts.xml(drawing), mending);
      refer(parts.xml(drawing), colours);
    }
  }
}

/** One per page (CT_CommonSlideData). */
const treesOf = (page: XmlElement): XmlElement[] =>
  elements(page, 'p:cSld').flatMap((slide) => elements(slide, 'p:spTree'));

/** What layouts and masters have in common, those of notes too. */
function mendPage(page: XmlElement, mending: Mending, colours: ReadonlyMap<string, string>): void {
  for (const tree of treesOf(page)) {
    nameShapes(tree);
    putTitleFirst(tree);
    renumberShapes(tree);
  }
  mendProperties(page);
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
