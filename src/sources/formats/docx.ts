/**
 * Layer 2. Word documents: paragraphs with their outline levels. Deleted text of tracked changes, field codes, notes,
 * headers and footers are left out.
 */
import { readPackage } from '../../ooxml/package.js';
import { Parts } from '../../ooxml/parts.js';
import { child, descendants, elements, type XmlElement } from '../../ooxml/xml.js';
import type { Block } from '../document.js';

/** @throws {FindingsError} where the bytes are no package, or a part is not well-formed */
export function docxBlocks(bytes: Uint8Array): Block[] {
  const parts = new Parts(readPackage(bytes), { forgiving: true });
  const { main } = parts;
  const [styles] = parts.related(main, 'styles');
  const levels = styles !== undefined && parts.has(styles) ? headingStyles(parts.xml(styles)) : new Map();
  const blocks: Block[] = [];
  collect(child(parts.xml(main), 'w:body') ?? parts.xml(main), levels, blocks);
  return blocks;
}

/** The level of what is no text: entries of a table of contents repeat the headings, with page numbers. */
const contents = 0;

/** A row of a table is one paragraph, unless its cells hold several. */
function collect(parent: XmlElement, levels: ReadonlyMap<string, number>, blocks: Block[]): void {
  for (const element of elements(parent)) {
    if (element.name === 'w:p') {
      const level = levelOf(element, levels);
      if (level !== contents) blocks.push({ text: textOf(element), level });
    } else if (element.name === 'w:tr' && isPlainRow(element))
      blocks.push({ text: elements(element, 'w:tc').map(textOf).join('\t') });
    else if (!skipped.has(element.name)) collect(element, levels, blocks);
  }
}

const isPlainRow = (row: XmlElement): boolean =>
  elements(row, 'w:tc').every((cell) => descendants(cell, 'w:p').length <= 1);

/** Properties, removed text, and the copy of a text box for readers older than 2010. */
const skipped = new Set([
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:sectPr',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'wp:docPr',
  'a:graphic',
]);

function textOf(element: XmlElement): string {
  let text = '';
  for (const node of element.children) {
    if (typeof node === 'string') {
      if (element.name === 'w:t') text += node;
    } else if (node.name === 'w:tab') text += '\t';
    else if (node.name === 'w:br' || node.name === 'w:cr') text += '\n';
    else if (node.name === 'w:noBreakHyphen') text += '-';
    else if (!skipped.has(node.name)) text += textOf(node);
  }
  return text;
}

/** 9 is body text (ECMA-376, 17.3.1.20). */
function outlineLevel(properties: XmlElement | undefined): number | undefined {
  const value = child(properties, 'w:outlineLvl')?.attributes.get('w:val');
  const level = Number(value);
  return value !== undefined && level >= 0 && level < 9 ? level + 1 : undefined;
}

function levelOf(paragraph: XmlElement, levels: ReadonlyMap<string, number>): number | undefined {
  const properties = child(paragraph, 'w:pPr');
  const style = child(properties, 'w:pStyle')?.attributes.get('w:val');
  return outlineLevel(properties) ?? (style === undefined ? undefined : levels.get(style));
}

/** Levels by style id: outline levels, those that a style is based on, and the names that Word itself gives. */
function headingStyles(root: XmlElement): ReadonlyMap<string, number> {
  const styles = new Map(
    elements(root, 'w:style').map((style) => [style.attributes.get('w:styleId'), style]),
  );
  const levels = new Map<string, number>();
  for (const id of styles.keys()) {
    if (id === undefined) continue;
    const seen = new Set<string | undefined>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const style = styles.get(at);
      const name = child(style, 'w:name')?.attributes.get('w:val') ?? '';
      const named = /^heading (\d)$/i.exec(name)?.[1];
      const inContents = /^toc \d$/i.test(name) ? contents : undefined;
      const level = inContents ?? outlineLevel(child(style, 'w:pPr')) ?? (named ? Number(named) : undefined);
      if (level !== undefined) {
        levels.set(id, level);
        break;
      }
      at = child(style, 'w:basedOn')?.attributes.get('w:val');
    }
  }
  return levels;
}
