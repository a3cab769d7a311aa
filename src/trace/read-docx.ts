/** Layer 2. The texts of a Word file, whoever saved it last: body with tables, pictures' descriptions, notes, margins. */
import type { OfficeFile } from '../ooxml/lint/file.js';
import { child, elements, textOf, type XmlElement } from '../ooxml/xml.js';
import type { FoundText } from './found-text.js';
import { type ChartText, chartTextsIn } from './read-charts.js';
import type { TextPart } from './record.js';

export function readDocxTexts(file: OfficeFile): FoundText[] {
  const { main } = file;
  const root = main === undefined ? undefined : file.tree(main);
  const body = child(root, 'w:body');
  if (main === undefined || !body) return [];
  const texts = new Reader(file, main).body(body);
  for (const kind of ['footnotes', 'endnotes']) {
    for (const part of file.related(main, kind)) {
      const tree = file.tree(part);
      const notes = (tree ? elements(tree) : []).filter(({ attributes }) => !attributes.has('w:type'));
      for (const [index, note] of notes.entries()) texts.push(...marginal(note, 'footnote', index + 1));
    }
  }
  for (const kind of ['header', 'footer'] as const) {
    for (const part of file.related(main, kind)) {
      const tree = file.tree(part);
      if (tree) texts.push(...marginal(tree, kind));
    }
  }
  return texts;
}

function marginal(element: XmlElement, part: TextPart, footnote?: number): FoundText[] {
  return paragraphsIn(element)
    .map(paragraphText)
    .filter((text) => text.trim() !== '')
    .map((text, index) => ({ in: part, text, section: 0, paragraph: index + 1, footnote }));
}

/** Walks the body, counting sections at the headings of the first level. */
class Reader {
  readonly #headings: ReadonlySet<string>;
  readonly #contents: ReadonlySet<string>;
  readonly #file: OfficeFile;
  readonly #main: string;
  readonly #texts: FoundText[] = [];
  readonly #inCharts: FoundText[] = [];
  #section = 0;
  #heading: string | undefined;
  #paragraph = 0;

  constructor(file: OfficeFile, main: string) {
    this.#file = file;
    this.#main = main;
    const named = (name: RegExp) =>
      new Set(file.related(main, 'styles').flatMap((part) => stylesNamed(name, file.tree(part))));
    this.#headings = named(/^heading 1$/i);
    this.#contents = named(/^toc \d$/i);
  }

  body(body: XmlElement): FoundText[] {
    this.#walk(body, undefined);
    return [...this.#texts, ...this.#inCharts];
  }

  #walk(element: XmlElement, cell: readonly [number, number] | undefined): void {
    for (const each of elements(element)) {
      if (each.name === 'w:p') this.#read(each, cell);
      else if (each.name === 'w:tbl') this.#table(each);
      else if (/^(w:sdt|w:sdtContent|w:ins|w:smartTag|w:customXml)$/.test(each.name)) this.#walk(each, cell);
    }
  }

  #table(table: XmlElement): void {
    const rows = elements(table, 'w:tr');
    for (const [y, row] of rows.entries()) {
      const cells = elements(row).flatMap((each) =>
        each.name === 'w:sdt'
          ? elements(child(each, 'w:sdtContent') ?? each, 'w:tc')
          : each.name === 'w:tc'
            ? [each]
            : [],
      );
      // A table of one row sets text side by side; its cells have no addresses that anybody would look up.
      for (const [x, cell] of cells.entries()) this.#walk(cell, rows.length > 1 ? [y + 1, x + 1] : undefined);
    }
  }

  #read(paragraph: XmlElement, cell: readonly [number, number] | undefined): void {
    const style = child(paragraph, 'w:pPr', 'w:pStyle')?.attributes.get('w:val');
    const whole = paragraphText(paragraph);
    // LibreOffice saves the page numbers of a contents list as mere text.
    const text = this.#contents.has(style ?? '') ? whole.replace(/\t\d+\s*$/, '\t') : whole;
    if (style !== undefined && this.#headings.has(style) && text.trim() !== '') {
      this.#section += 1;
      this.#heading = text.replace(/\s+/g, ' ').trim();
      this.#paragraph = 0;
    }
    this.#add(text, 'text', cell);
    for (const alt of drawingsIn(paragraph)) this.#add(alt, 'alt', cell);
    for (const [index, found] of chartTextsIn(this.#file, this.#main, paragraph).entries())
      this.#addInChart(found, index + 1);
    // Text boxes hold paragraphs inside a paragraph.
    for (const inner of paragraphsIn(paragraph)) this.#read(inner, cell);
  }

  #addInChart(found: ChartText, paragraph: number): void {
    const { text, cell } = found;
    const [section, heading] = [this.#section, this.#heading];
    this.#inCharts.push({ in: 'chart', text, section, heading, cell, paragraph });
  }

  #add(text: string, part: TextPart, cell: readonly [number, number] | undefined): void {
    if (text.trim() === '') return;
    this.#paragraph += 1;
    this.#texts.push({
      in: part,
      text,
      section: this.#section,
      heading: this.#heading,
      cell,
      paragraph: this.#paragraph,
    });
  }
}

/** Ids of styles: these differ between programs and languages, the name does not. */
function stylesNamed(name: RegExp, styles: XmlElement | undefined): string[] {
  return (styles ? elements(styles, 'w:style') : [])
    .filter((style) => name.test(child(style, 'w:name')?.attributes.get('w:val') ?? ''))
    .map((style) => style.attributes.get('w:styleId') ?? '');
}

/** Outermost paragraphs below an element. */
function paragraphsIn(element: XmlElement): XmlElement[] {
  return elements(element).flatMap((each): XmlElement[] => {
    if (each.name === 'w:p') return [each];
    return each.name === 'mc:Fallback' || each.name === 'w:del' ? [] : paragraphsIn(each);
  });
}

/** Descriptions of the pictures in a paragraph. */
function drawingsIn(element: XmlElement): string[] {
  return elements(element).flatMap((each): string[] => {
    if (each.name === 'wp:docPr') return [each.attributes.get('descr') ?? ''];
    return each.name === 'w:p' || each.name === 'mc:Fallback' ? [] : drawingsIn(each);
  });
}

/** What counts pages, captions and dates is no text of anybody's. */
const counting = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SEQ|DATE|TIME|NOTEREF|PAGEREF|REF _Ref\w+)\b/i;

/** The text of a paragraph's runs, links and what was inserted under revision; without counting fields. */
function paragraphText(paragraph: XmlElement): string {
  let text = '';
  /** Open fields, innermost last: their instruction, and whether their result has begun. */
  const fields: { instruction: string; result: boolean }[] = [];
  const walk = (element: XmlElement): void => {
    for (const each of elements(element)) {
      const silent = fields.some(({ instruction, result }) => !result || counting.test(instruction));
      switch (each.name) {
        case 'w:t':
          if (!silent) text += textOf(each);
          break;
        case 'w:tab':
          // Also the name of a tab stop's definition, which stands in w:pPr and is not walked.
          text += '\t';
          break;
        case 'w:br':
        case 'w:cr':
          text += '\n';
          break;
        case 'w:noBreakHyphen':
          text += '-';
          break;
        case 'w:fldChar': {
          const type = each.attributes.get('w:fldCharType');
          const open = fields.at(-1);
          if (type === 'begin') fields.push({ instruction: '', result: false });
          else if (type === 'separate' && open) open.result = true;
          else if (type === 'end') fields.pop();
          break;
        }
        case 'w:instrText': {
          const open = fields.at(-1);
          if (open) open.instruction += textOf(each);
          break;
        }
        case 'w:fldSimple':
          if (!counting.test(each.attributes.get('w:instr') ?? '')) walk(each);
          break;
        case 'w:pPr':
        case 'w:rPr':
        case 'w:p':
        case 'w:del':
        case 'w:moveFrom':
        case 'mc:Fallback':
          break;
        default:
          walk(each);
      }
    }
  };
  walk(paragraph);
  return text;
}
