/** Layer 3. Summary → docx: decides nothing about content. docx makes the package, the text is written into it. */
import { chartParts } from '../charts/native/embed.js';
import type { Memory } from '../memory.js';
import { assembleDocument } from '../ooxml/assemble-document.js';
import type { Reference, SectionText, Story } from '../ooxml/word/place.js';
import { ownNumber, paragraph, run } from '../ooxml/word/text.js';
import type { WrittenFile } from '../ooxml/written.js';
import type { XmlElement } from '../ooxml/xml.js';
import { el } from '../ooxml/xml.js';
import { packRecord } from '../trace/carrier.js';
import { type FrameLook, frameFor } from './frame.js';
import { type Geometry, geometryFor } from './geometry.js';
import { gridFor } from './grid.js';
import { recordWithCharts } from './native-charts.js';
import { listsIn } from './numbering.js';
import { scriptOf } from './scripts.js';
import { sizes } from './sizes.js';
import { styleIds } from './styles.js';
import type { Footnote, Front, MarginLine, Summary } from './summary.js';
import { type BodyPart, writeFacing, writeParts, writeStacked } from './write-parts.js';
import { writeParagraph, writePicture, writeRuns } from './write-runs.js';
import { type Charts, Looks, type SummaryReference, settingOf, type Writing, written } from './writing.js';

/**
 * @param charts by `<chartId>.<language>`: the PNG of each chart, or what it says, for a native one
 * @returns the docx file; the same model and charts give the same bytes
 * @throws {RangeError} for a chart that is not among `charts`
 */
export async function writeSummary(model: Summary, charts: Charts): Promise<Uint8Array> {
  return writeSummaryFile(model, charts).bytes;
}

/**
 * As `writeSummary`, with the trees for the linter.
 * @param memory of earlier builds: what is as it was is not written anew
 */
export function writeSummaryFile(model: Summary, charts: Charts, memory?: Memory): WrittenFile {
  const { theme, languages, columns, properties } = model;
  const [language] = languages as readonly [string];
  const chapters = chaptersOf(model);
  const look: FrameLook = {
    fonts: theme.fonts,
    colors: theme.colors,
    scripts: languages.map(scriptOf),
    language,
    columns,
    lists: listsIn(model.parts),
    chapters: chapters.length,
    creator: properties.creator,
  };
  const frame = frameFor(look);
  const writing: Writing = {
    theme,
    language,
    voice: 0,
    charts,
    grid: gridFor(columns),
    lists: frame.numbers,
    looks: new Looks(theme),
    references: [],
    counts: { references: 0, drawings: 0, bookmarks: 0 },
    ...(memory && { memory, setting: settingOf(look, charts) }),
  };
  return assembleDocument(frame.document, {
    date: properties.date,
    title: properties.title,
    text: writeText(model, chapters, writing),
    properties: packRecord(recordWithCharts(model, charts)),
  });
}

interface Chapter {
  readonly front: Front;
  readonly parts: readonly BodyPart[];
  readonly language: string;
}

/** The whole file, or each of the languages that follow each other: a section of Word's. */
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

function writeText(model: Summary, chapters: readonly Chapter[], writing: Writing) {
  const geometry = geometryFor(model.columns);
  const story = (own: Writing, write: (writing: Writing) => XmlElement[]): Story => {
    const references: SummaryReference[] = [];
    const content = write({ ...own, references });
    return { content, references: references.map((reference) => resolved(reference, model, own.charts)) };
  };
  const settings = chapters.map(
    ({ language }, voice): Writing => ({ ...writing, language, voice: voice === 0 ? 0 : 1 }),
  );
  const bodies = chapters.map(({ front, parts }, index) =>
    story(settings[index] as Writing, (own) => [
      writeStacked(front.title, styleIds.title, sizes.titleSecond, own),
      ...writeFacing([front.imprint], own, geometry),
      ...writeParts(parts, own, geometry),
    ]),
  );
  const sections = chapters.map(({ front }, index): SectionText => {
    const own = settings[index] as Writing;
    const margin = (lines: readonly MarginLine[], style: string): Story =>
      story(own, (within) => lines.map((line) => writeMargin(line, style, within, geometry)));
    // The title says what the header would.
    const first = story(own, (within) => [
      front.logo
        ? writePicture(front.logo, within, { align: 'right' })
        : paragraph(within.looks.paragraph({ style: styleIds.header }), []),
    ]);
    return {
      body: bodies[index] as Story,
      headers: { default: margin(front.header, styleIds.header), first },
      footers: {
        default: margin(front.footer, styleIds.footer),
        first: margin(front.footer, styleIds.footer),
      },
    };
  });
  const footnotes = story(writing, (own) =>
    model.footnotes.flatMap((note, index) =>
      written([index, note], own, (within) => [writeNote(note, index, within)]),
    ),
  );
  return { sections, footnotes };
}

/** With what the text refers to at hand. */
function resolved(reference: SummaryReference, { theme, properties }: Summary, charts: Charts): Reference {
  if (reference.kind === 'hyperlink') return reference;
  const { id, picture } = reference;
  const { content } = picture;
  if ('image' in content)
    return {
      id,
      kind: 'image',
      bytes: content.image.bytes,
      type: content.image.type === 'jpeg' ? 'jpg' : 'png',
    };
  const chart = charts.get(content.chart);
  if (!chart) throw new RangeError(`no picture "${content.chart}" was given to the summary`);
  if (chart instanceof Uint8Array) return { id, kind: 'image', bytes: chart, type: 'png' };
  const parts = chartParts(chart, theme, 'column', { width: picture.width, date: properties.date });
  return { id, kind: 'chart', chart: { ...parts, language: chart.language } };
}

/** The number, then the text at a hanging indent. */
function writeNote(note: Footnote, index: number, writing: Writing): XmlElement {
  const own = { ...writing, language: note.language };
  const number = run(el('w:rPr', {}, [el('w:rStyle', { 'w:val': styleIds.noteReference })]), ownNumber);
  const text = writeParagraph({ ...note, runs: [{ kind: 'tab' }, ...note.runs] }, own, {}, [number]);
  return el('w:footnote', { 'w:id': String(index + 1) }, [text]);
}

function writeMargin(
  { left, right }: MarginLine,
  style: string,
  writing: Writing,
  geometry: Geometry,
): XmlElement {
  const look = { style, tabs: [{ type: 'right', position: geometry.textWidth }] } as const;
  return paragraph(
    writing.looks.paragraph(look, writing.language),
    writeRuns([...left, { kind: 'tab' }, ...right], writing),
  );
}
