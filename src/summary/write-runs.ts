/** Layer 3. Runs and paragraphs of the Summary as Word's. */
import { hasEastAsian } from '../ooxml/office-language.js';
import { chartFrame, pictureFrame } from '../ooxml/word/drawing.js';
import * as word from '../ooxml/word/text.js';
import type { XmlElement } from '../ooxml/xml.js';
import { twipsPerPoint } from './geometry.js';
import { listReference } from './numbering.js';
import { textOf } from './runs.js';
import { scriptOf } from './scripts.js';
import { styleIds, styleOf, twips } from './styles.js';
import type { ContentsList, HeadingSide, Paragraph, Picture, Run, TextRun } from './summary.js';
import { type Own, refer, type Writing } from './writing.js';

/** @param extra properties beyond what the run itself says: the size of a heading's second language */
export function writeRuns(runs: readonly Run[], writing: Writing, extra: Own = {}): XmlElement[] {
  return runs.flatMap((run) => writeRun(run, writing, extra));
}

function writeRun(run: Run, writing: Writing, extra: Own): XmlElement | XmlElement[] {
  const look = (own: Own = extra): XmlElement =>
    writing.looks.run('language' in run ? run.language : writing.language, own, false);
  switch (run.kind) {
    case 'text':
      return writeText(run, writing, extra);
    case 'break':
      return word.run(look(), word.lineBreak);
    case 'tab':
      return word.run(look(), word.tab);
    case 'note':
      return word.run(look({ style: styleIds.noteReference }), word.noteReference(run.number));
    case 'sequence':
      return writeSequence(run, look({ bold: true, ...extra }), writing);
    case 'figureOf':
      return word.field(look(), `REF ${run.bookmark} \\h`, String(run.number));
    case 'page':
      return word.field(look(), 'PAGE', '1');
    case 'pageOf':
      return word.field(look(), `PAGEREF ${run.bookmark} \\h`, String(run.page));
    case 'pages':
      return word.field(look(), 'NUMPAGES', '1');
  }
}

function writeSequence(
  { name, number, bookmark }: Extract<Run, { readonly kind: 'sequence' }>,
  look: XmlElement,
  { counts }: Writing,
): XmlElement[] {
  const field = word.field(look, `SEQ ${name} \\* ARABIC`, String(number));
  if (bookmark === undefined) return field;
  counts.bookmarks += 1;
  return word.bookmarked(counts.bookmarks, bookmark, field);
}

function writeText(
  { text, language, strong, emphasis, url }: TextRun,
  writing: Writing,
  extra: Own,
): XmlElement {
  const han = scriptOf(language) === 'han';
  const own: Own = {
    ...(strong ? { bold: true } : {}),
    // Chinese is not slanted: emphasis is a dot below each character.
    ...(emphasis ? (han ? { dotted: true } : { italics: true }) : {}),
    ...extra,
    ...(url === undefined ? {} : { style: styleIds.link }),
  };
  const run = word.run(writing.looks.run(language, own, !han && hasEastAsian(text)), word.text(text));
  return url === undefined ? run : writeLink(url, run, writing);
}

/** Word keeps a place on the page apart from its address, as long as that has no more characters than this. */
const longestPlace = 255;

function writeLink(url: string, run: XmlElement, writing: Writing): XmlElement {
  const at = url.indexOf('#');
  const place = url.slice(at + 1);
  const parted = at > 0 && place !== '' && place.length <= longestPlace;
  const relationship = refer(writing, { kind: 'hyperlink', target: parted ? url.slice(0, at) : url });
  return word.hyperlink({ anchor: parted ? place : undefined, relationship }, [run]);
}

/**
 * @param look over what the paragraph's role says: the alignment of a table's column, say
 */
export function writeParagraph(
  paragraph: Paragraph,
  writing: Writing,
  look: Partial<word.ParagraphLook> = {},
  before: readonly XmlElement[] = [],
): XmlElement {
  const { role, side, language, list, indent, size, tabs } = paragraph;
  const runs = writeRuns(paragraph.runs, writing, size === undefined ? {} : { size: size * 2 });
  const properties = writing.looks.paragraph(
    {
      style: styleOf(role, side, writing.voice),
      widowControl: true,
      ...(isSetFull(paragraph) ? { align: 'both' } : {}),
      ...(list
        ? { list: { number: writing.lists.get(listReference(role, list)) ?? 0, level: list.level } }
        : {}),
      ...(indent ? { indent: { left: indent * 11 * twipsPerPoint } } : {}),
      ...(tabs ? atTabs(tabs, role) : {}),
      ...look,
    },
    language,
  );
  return word.paragraph(properties, [...before, ...contentsEntry(paragraph, runs, writing)]);
}

/**
 * Dots lead to what ends at the last tab of an entry. What does not fit on the line goes on below, in the column of the
 * second language.
 */
function atTabs(tabs: readonly number[], role: Paragraph['role']): Partial<word.ParagraphLook> {
  const [column = 0] = tabs.length > 1 ? tabs : [];
  return {
    indent: { left: column, hanging: column },
    tabs: tabs.map((position, index) =>
      role === 'contents' && index === tabs.length - 1
        ? { type: 'right', position, leader: 'dot' }
        : { type: 'left', position },
    ),
  };
}

/** Of an entry: its link, and the beginning or the end of the field that the list is. Of any other paragraph: the runs. */
function contentsEntry(
  { target, entryOf, language }: Paragraph,
  runs: XmlElement[],
  writing: Writing,
): XmlElement[] {
  if (target === undefined) return runs;
  const look = writing.looks.run(language, {}, false);
  return [
    ...(entryOf?.first
      ? word.fieldBegin(look, `TOC ${entryOf.list ? `\\f ${entryOf.list}` : '\\o "1-1"'} \\h \\z`)
      : []),
    word.hyperlink({ anchor: target }, runs),
    ...(entryOf?.last ? [word.fieldMark(look, 'end')] : []),
  ];
}

/** What a contents list says of a heading, for when Word makes the list anew: a field that shows nothing. */
export function listedAs(side: HeadingSide, list: ContentsList, writing: Writing): XmlElement[] {
  const look = writing.looks.run(side.language, {}, false);
  const text = textOf(side.runs).replace(/["“”\\]/g, '\\$&');
  return [
    ...word.fieldBegin(look, `TC "${text}" \\f ${list} \\l 1`).slice(0, 2),
    word.fieldMark(look, 'end'),
  ];
}

/**
 * Chinese text is set full: its characters leave no ragged edge to speak of. Latin text in narrow columns is not, nor what
 * quotes and names foreign texts, whose words do not break: a line before a long one would be spread wide.
 */
function isSetFull({ role, language }: Paragraph): boolean {
  return scriptOf(language) === 'han' && ['text', 'item', 'quote'].includes(role);
}

/** @throws {RangeError} for a chart that was not handed over */
export function writePicture(
  picture: Picture,
  writing: Writing,
  look: Partial<word.ParagraphLook> = {},
): XmlElement {
  const { content, alt, width, height, language } = picture;
  const data = 'chart' in content ? writing.charts.get(content.chart) : content.image.bytes;
  const name = 'chart' in content ? content.chart : 'image';
  if (!data) throw new RangeError(`no picture "${name}" was given to the summary`);
  writing.counts.drawings += 1;
  const relationship = refer(writing, { kind: 'picture', picture });
  const frame = { id: writing.counts.drawings, name, alt, width, height, relationship };
  return word.paragraph(
    writing.looks.paragraph(
      { style: styleIds.picture, spaceAfter: twips(picture.spaceBelow), ...look },
      language,
    ),
    [
      word.run(
        writing.looks.run(language, {}, false),
        data instanceof Uint8Array ? pictureFrame(frame) : chartFrame(frame),
      ),
    ],
  );
}
