/** Layer 3. Runs and paragraphs as docx objects. */
import {
  AlignmentType,
  Paragraph as DocxParagraph,
  TextRun as DocxRun,
  EmphasisMarkType,
  ExternalHyperlink,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  type IRunPropertiesOptions,
  LeaderType,
  type ParagraphChild,
  TabStopType,
  XmlComponent,
} from 'docx';
import type { ChartSpec } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import { emptyChartFrame } from '../ooxml/mend/word-charts.js';
import type { XmlElement } from '../ooxml/xml.js';
import { twipsPerPoint } from './geometry.js';
import { listReference } from './numbering.js';
import { textOf } from './runs.js';
import { scriptOf, scriptProperties } from './scripts.js';
import { styleIds, styleOf, twips } from './styles.js';
import type { ContentsList, HeadingSide, Paragraph, Picture, Run, TextRun } from './summary.js';

/** What the writing functions share. */
export interface Writing {
  readonly theme: Theme;
  /** Of the first language that stands here: for marks that belong to none. */
  readonly language: string;
  /** 1: in the second of two languages that follow each other, whose running text has styles of its own. */
  readonly voice: 0 | 1;
  readonly charts: Charts;
}

/** By `<chartId>.<language>`: the PNG of a chart, or what it says, for a native one. */
export type Charts = ReadonlyMap<string, Uint8Array | ChartSpec>;

/** Properties beyond what the run itself says: the size of a heading's second language. */
export type Extra = IRunPropertiesOptions;

export function writeRuns(runs: readonly Run[], writing: Writing, extra: Extra = {}): ParagraphChild[] {
  return runs.flatMap((run) => writeRun(run, writing, extra));
}

function writeRun(run: Run, writing: Writing, extra: Extra): ParagraphChild[] {
  const write = (content: Xmlable, own: Extra = extra): ParagraphChild => plainRun(script, own, content);
  const script = scriptProperties('language' in run ? run.language : writing.language, writing.theme);
  switch (run.kind) {
    case 'text':
      return [writeText(run, writing, extra)];
    case 'break':
      return [write({ 'w:br': {} })];
    case 'tab':
      return [write({ 'w:tab': {} })];
    case 'note':
      return [
        write(
          { 'w:footnoteReference': { _attr: { 'w:id': run.number } } },
          { style: styleIds.noteReference },
        ),
      ];
    case 'sequence':
      return field(`SEQ ${run.name} \\* ARABIC`, String(run.number), script, { bold: true, ...extra });
    case 'page':
      return field('PAGE', '1', script, extra);
    case 'pageOf':
      return field(`PAGEREF ${run.bookmark} \\h`, String(run.page), script, extra);
    case 'pages':
      return field('NUMPAGES', '1', script, extra);
  }
}

function writeText(run: TextRun, { theme }: Writing, extra: Extra): ParagraphChild {
  const han = scriptOf(run.language) === 'han';
  const own = {
    ...(run.strong ? { bold: true } : {}),
    // Chinese is not slanted: emphasis is a dot below each character.
    ...(run.emphasis ? (han ? { emphasisMark: { type: EmphasisMarkType.DOT } } : { italics: true }) : {}),
    ...extra,
    ...(run.url === undefined ? {} : { style: styleIds.link }),
  };
  const plain = plainRun(scriptProperties(run.language, theme), own, textContent(run.text));
  return run.url === undefined ? plain : new ExternalHyperlink({ link: run.url, children: [plain] });
}

type Context = Parameters<XmlComponent['prepForXml']>[0];
/** As docx hands it to its XML writer. */
type Xmlable = NonNullable<ReturnType<XmlComponent['prepForXml']>>;
type Script = ReturnType<typeof scriptProperties>;

const preserved = { _attr: { 'xml:space': 'preserve' } };
const textContent = (text: string): Xmlable => ({ 'w:t': [preserved, text] });

/**
 * A run of one thing. There are thousands of runs and a few dozen looks, so docx writes the properties of each look once
 * for a file: its objects for each property of each run take longer than all else in a summary.
 */
class PlainRun extends XmlComponent {
  readonly #script: Script;
  readonly #own: Extra;
  readonly #content: Xmlable;

  constructor(script: Script, own: Extra, content: Xmlable) {
    super('w:r');
    this.#script = script;
    this.#own = own;
    this.#content = content;
  }

  override prepForXml(context: Context): Xmlable {
    return { 'w:r': [propertiesOf(this.#script, this.#own, context), this.#content] };
  }
}

// docx takes any component among a paragraph's children; its types name its own.
const plainRun = (script: Script, own: Extra, content: Xmlable): ParagraphChild =>
  new PlainRun(script, own, content) as XmlComponent as ParagraphChild;

/** By file and script: the properties of each look. */
const written = new WeakMap<object, Map<Script, Map<string, Xmlable>>>();

function propertiesOf(script: Script, own: Extra, context: Context): Xmlable {
  const ofFile = written.get(context.file) ?? new Map<Script, Map<string, Xmlable>>();
  written.set(context.file, ofFile);
  const looks = ofFile.get(script) ?? new Map<string, Xmlable>();
  ofFile.set(script, looks);
  const look = JSON.stringify(own);
  const known = looks.get(look);
  if (known) return known;
  const run = new DocxRun({ ...script, ...own }).prepForXml(context) as { 'w:r': [Xmlable] };
  const [properties] = run['w:r'];
  looks.set(look, properties);
  return properties;
}

/** A tree of ours as docx writes it. */
class Tree extends XmlComponent {
  constructor({ name, attributes, children }: XmlElement) {
    super(name);
    if (attributes.size > 0) this.root.push({ _attr: Object.fromEntries(attributes) });
    for (const node of children) this.root.push(typeof node === 'string' ? node : new Tree(node));
  }
}

/** A field with its result, so that nothing asks to be updated at opening. */
function field(instruction: string, result: string, script: Script, own: Extra): ParagraphChild[] {
  return [
    ...fieldBegin(instruction, script, own),
    plainRun(script, own, textContent(result)),
    fieldMark('end', script, own),
  ];
}

/** Up to where the result begins. */
function fieldBegin(instruction: string, script: Script, own: Extra = {}): ParagraphChild[] {
  return [
    fieldMark('begin', script, own),
    plainRun(script, own, { 'w:instrText': [preserved, ` ${instruction} `] }),
    fieldMark('separate', script, own),
  ];
}

const fieldMark = (type: 'begin' | 'separate' | 'end', script: Script, own: Extra = {}): ParagraphChild =>
  plainRun(script, own, { 'w:fldChar': { _attr: { 'w:fldCharType': type } } });

/**
 * @param options over what the paragraph's role says: the alignment of a table's column, say
 * @param before what stands before the runs
 */
export function writeParagraph(
  paragraph: Paragraph,
  writing: Writing,
  options: IParagraphOptions = {},
  before: readonly ParagraphChild[] = [],
): DocxParagraph {
  const { role, side, language, list, indent, size, tabs } = paragraph;
  const runs = writeRuns(paragraph.runs, writing, size === undefined ? {} : { size: size * 2 });
  return new DocxParagraph({
    style: styleOf(role, side, writing.voice),
    widowControl: true,
    ...(isSetFull(paragraph) ? { alignment: AlignmentType.BOTH } : {}),
    ...(list ? { numbering: { reference: listReference(role, list), level: list.level } } : {}),
    ...(indent ? { indent: { left: indent * 11 * twipsPerPoint } } : {}),
    ...(tabs ? atTabs(tabs, role) : {}),
    ...options,
    run: scriptProperties(language, writing.theme),
    children: [...before, ...contentsEntry(paragraph, runs, writing)],
  });
}

/**
 * Dots lead to what ends at the last tab of an entry. What does not fit on the line goes on below, in the column of the
 * second language.
 */
function atTabs(tabs: readonly number[], role: Paragraph['role']): IParagraphOptions {
  const [column = 0] = tabs.length > 1 ? tabs : [];
  return {
    indent: { left: column, hanging: column },
    tabStops: tabs.map((position, index) =>
      role === 'contents' && index === tabs.length - 1
        ? { type: TabStopType.RIGHT, position, leader: LeaderType.DOT }
        : { type: TabStopType.LEFT, position },
    ),
  };
}

/** Of an entry: its link, and the beginning or the end of the field that the list is. Of any other paragraph: the runs. */
function contentsEntry(
  { target, entryOf, language }: Paragraph,
  runs: ParagraphChild[],
  writing: Writing,
): ParagraphChild[] {
  if (target === undefined) return runs;
  const link = new InternalHyperlink({ anchor: target, children: runs });
  const script = scriptProperties(language, writing.theme);
  return [
    ...(entryOf?.first
      ? fieldBegin(`TOC ${entryOf.list ? `\\f ${entryOf.list}` : '\\o "1-1"'} \\h \\z`, script)
      : []),
    link,
    ...(entryOf?.last ? [fieldMark('end', script)] : []),
  ];
}

/** What a contents list says of a heading, for when Word makes the list anew: a field that shows nothing. */
export function listedAs(side: HeadingSide, list: ContentsList, writing: Writing): ParagraphChild[] {
  const script = scriptProperties(side.language, writing.theme);
  const text = textOf(side.runs).replace(/["“”\\]/g, '\\$&');
  return [...fieldBegin(`TC "${text}" \\f ${list} \\l 1`, script).slice(0, 2), fieldMark('end', script)];
}

/** Chinese text is set full: its characters leave no ragged edge to speak of. Latin text in narrow columns is not. */
function isSetFull({ role, language }: Paragraph): boolean {
  return scriptOf(language) === 'han' && ['text', 'item', 'quote', 'source', 'footnote'].includes(role);
}

/** @throws {RangeError} for a chart that was not handed over */
export function writePicture(
  picture: Picture,
  writing: Writing,
  options: IParagraphOptions = {},
): DocxParagraph {
  const run = scriptProperties(picture.language, writing.theme);
  return new DocxParagraph({
    style: styleIds.picture,
    spacing: { after: twips(picture.spaceBelow) },
    ...options,
    run,
    children: [pictureRun(picture, writing, run)],
  });
}

function pictureRun(
  { content, alt, width, height }: Picture,
  writing: Writing,
  run: IRunPropertiesOptions,
): ParagraphChild {
  const data = 'chart' in content ? writing.charts.get(content.chart) : content.image.bytes;
  const name = 'chart' in content ? content.chart : 'image';
  if (!data) throw new RangeError(`no picture "${name}" was given to the summary`);
  if (!(data instanceof Uint8Array))
    return new DocxRun({ ...run, children: [new Tree(emptyChartFrame({ name, alt, width, height }))] });
  const pixels = (points: number): number => (points * 96) / 72;
  return new ImageRun({
    type: 'image' in content && content.image.type === 'jpeg' ? 'jpg' : 'png',
    data,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name, description: alt, title: '' },
    run,
  });
}
