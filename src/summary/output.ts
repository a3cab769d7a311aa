/** Layer 3. Summary → docx: decides nothing about content. */
import {
  AlignmentType,
  DocumentGridType,
  Document as DocxDocument,
  Paragraph as DocxParagraph,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  TabStopType,
} from 'docx';
import { embeddedFor } from '../fonts/embedded.js';
import { mendDocxFile } from '../ooxml/mend-docx.js';
import type { WrittenFile } from '../ooxml/written.js';
import { packRecord } from '../trace/carrier.js';
import { type Geometry, geometryFor } from './geometry.js';
import { gridFor } from './grid.js';
import { nativeCharts, recordWithCharts } from './native-charts.js';
import { numberingFor } from './numbering.js';
import { fontChoices, scriptOf, scriptProperties } from './scripts.js';
import { sizes } from './sizes.js';
import { styleIds, stylesFor, twips, undividedStyles } from './styles.js';
import type { Front, MarginLine, Paragraph, Summary } from './summary.js';
import { type BodyPart, writeFacing, writeParts, writeStacked } from './write-parts.js';
import { type Charts, type Writing, writeParagraph, writePicture, writeRuns } from './write-runs.js';

/** What `Packer` packs: the parts by name. Mending would unpack them at once. */
const { compiler } = Packer as unknown as {
  readonly compiler: { compile(document: DocxDocument): ReadonlyMap<string, Uint8Array | string> };
};

/**
 * @param charts by `<chartId>.<language>`: the PNG of each chart, or what it says, for a native one
 * @returns the docx file; the same model and charts give the same bytes
 * @throws {RangeError} for a chart that is not among `charts`
 */
export async function writeSummary(model: Summary, charts: Charts): Promise<Uint8Array> {
  return writeSummaryFile(model, charts).bytes;
}

/** As `writeSummary`, with the trees for the linter. */
export function writeSummaryFile(model: Summary, charts: Charts): WrittenFile {
  const { theme, languages, properties } = model;
  const [language] = languages as readonly [string];
  const scripts = languages.map(scriptOf);
  const geometry = geometryFor(model.columns);
  const chapters = chaptersOf(model).map(({ front, parts, language: own }, voice) =>
    writeChapter(front, parts, { theme, language: own, charts, voice: voice === 0 ? 0 : 1 }, geometry),
  );
  const document = new DocxDocument({
    title: properties.title,
    creator: properties.creator,
    styles: stylesFor(theme, scripts, model.columns),
    numbering: numberingFor(model.parts, theme),
    compatibility: { version: 15 },
    hyphenation: hyphenationFor(languages),
    footnotes: Object.fromEntries(
      model.footnotes.map((note, index) => [
        index + 1,
        { children: [writeNote(note, { theme, language: note.language, charts, voice: 0 })] },
      ]),
    ),
    sections: chapters,
  });
  const embedded = embeddedFor(theme.fonts.latin);
  const written = { parts: compiler.compile(document) };
  return mendDocxFile(written, {
    date: properties.date,
    language,
    title: properties.title,
    author: properties.creator,
    company: properties.creator,
    fonts: theme.fonts,
    colors: theme.colors,
    fontChoices: fontChoices(theme),
    embedded: embedded && { name: theme.fonts.latin, ...embedded },
    typography: { undivided: undividedStyles(scripts, model.columns) },
    properties: packRecord(recordWithCharts(model, charts)),
    charts: nativeCharts(model, charts),
  });
}

interface Chapter {
  readonly front: Front;
  readonly parts: readonly BodyPart[];
  readonly language: string;
}

/** The whole file, or each of the languages that follow each other. */
function chaptersOf(model: Summary): Chapter[] {
  const chapters: (Chapter & { parts: BodyPart[] })[] = [
    { front: model, parts: [], language: model.languages[0] ?? '' },
  ];
  for (const part of model.parts) {
    if (part.kind === 'front')
      chapters.push({ front: part, parts: [], language: part.title[0]?.language ?? '' });
    else chapters.at(-1)?.parts.push(part);
  }
  return chapters;
}

/** A section of Word's: pages with margins, running heads and a grid. */
function writeChapter(
  front: Front,
  parts: readonly BodyPart[],
  writing: Writing,
  geometry: Geometry,
): ISectionOptions {
  const margins = marginWriter(writing, geometry);
  const { page, margin, header, footer } = geometry;
  const { top, bottom, side } = margin;
  return {
    properties: {
      titlePage: true,
      page: { size: page, margin: { top, bottom, left: side, right: side, header, footer } },
      grid: { type: DocumentGridType.LINES, linePitch: twips(gridFor(front.title.length).pitch) },
    },
    headers: {
      default: new Header({ children: margins(front.header, styleIds.header) }),
      // The title says what the header would.
      first: new Header({
        children: [
          front.logo
            ? writePicture(front.logo, writing, { alignment: AlignmentType.RIGHT })
            : new DocxParagraph({ style: styleIds.header }),
        ],
      }),
    },
    footers: {
      default: new Footer({ children: margins(front.footer, styleIds.footer) }),
      first: new Footer({ children: margins(front.footer, styleIds.footer) }),
    },
    children: [
      writeStacked(front.title, styleIds.title, sizes.titleSecond, writing),
      ...writeFacing([front.imprint], writing, geometry),
      ...writeParts(parts, writing, geometry),
    ],
  };
}

/**
 * Words of Latin languages may be divided where more than 4 mm would be left of a ragged line, on three lines in a row at
 * most, as long as no styles or paragraphs say otherwise.
 */
function hyphenationFor(languages: readonly string[]) {
  if (languages.every((language) => scriptOf(language) === 'han')) return {};
  return {
    autoHyphenation: true,
    hyphenationZone: 227,
    consecutiveHyphenLimit: 3,
    doNotHyphenateCaps: true,
  };
}

/** The number, then the text at a hanging indent. */
function writeNote(note: Paragraph, writing: Writing): DocxParagraph {
  return writeParagraph({ ...note, runs: [{ kind: 'tab' }, ...note.runs] }, writing);
}

function marginWriter(writing: Writing, geometry: Geometry) {
  return (lines: readonly MarginLine[], style: string): DocxParagraph[] =>
    lines.map(
      ({ left, right }) =>
        new DocxParagraph({
          style,
          tabStops: [{ type: TabStopType.RIGHT, position: geometry.textWidth }],
          run: scriptProperties(writing.language, writing.theme),
          children: writeRuns([...left, { kind: 'tab' }, ...right], writing),
        }),
    );
}
