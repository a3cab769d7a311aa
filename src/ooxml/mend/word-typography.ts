/**
 * Layer 1. How Word sets paragraphs, where docx has no word for it: the rules of Chinese line breaking, spaces between
 * scripts, widows, and styles whose words are not divided.
 */
import { child, el, elements, putInOrder, type XmlElement } from '../xml.js';

/** CT_PPrBase, ECMA-376 part 1, 17.3.1.26. */
const paragraphPropertiesOrder = [
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:pageBreakBefore',
  'w:framePr',
  'w:widowControl',
  'w:numPr',
  'w:suppressLineNumbers',
  'w:pBdr',
  'w:shd',
  'w:tabs',
  'w:suppressAutoHyphens',
  'w:kinsoku',
  'w:wordWrap',
  'w:overflowPunct',
  'w:topLinePunct',
  'w:autoSpaceDE',
  'w:autoSpaceDN',
  'w:bidi',
  'w:adjustRightInd',
  'w:snapToGrid',
  'w:spacing',
  'w:ind',
  'w:contextualSpacing',
  'w:mirrorIndents',
  'w:suppressOverlap',
  'w:jc',
  'w:textDirection',
  'w:textAlignment',
  'w:textboxTightWrap',
  'w:outlineLvl',
  'w:divId',
  'w:cnfStyle',
];

export interface WordTypography {
  /** Ids of the paragraph styles in which no word is divided: headings, say, and Chinese text with its foreign names. */
  readonly undivided: ReadonlySet<string>;
}

/**
 * What every paragraph goes by: no line alone on a page; no line that begins with a closing mark or ends with an opening
 * one, but a mark may stand outside the margin; a quarter of an em between Chinese and Latin letters or digits. Word
 * takes that for granted, others do not.
 *
 * Line pitches are exact, in the measure of the document's grid; snapping to it as well makes LibreOffice give two lines
 * to a font whose own pitch is larger.
 */
export function mendWordTypography(styles: XmlElement, { undivided }: WordTypography): void {
  const defaults = child(styles, 'w:docDefaults');
  if (defaults) {
    const properties = inside(inside(defaults, 'w:pPrDefault'), 'w:pPr');
    for (const name of [
      'w:widowControl',
      'w:kinsoku',
      'w:wordWrap',
      'w:overflowPunct',
      'w:autoSpaceDE',
      'w:autoSpaceDN',
    ])
      if (!child(properties, name)) putInOrder(properties, el(name), paragraphPropertiesOrder);
    putInOrder(properties, el('w:snapToGrid', { 'w:val': '0' }), paragraphPropertiesOrder);
  }
  for (const style of elements(styles, 'w:style')) {
    if (!undivided.has(style.attributes.get('w:styleId') ?? '')) continue;
    putInOrder(paragraphProperties(style), el('w:suppressAutoHyphens'), paragraphPropertiesOrder);
  }
}

function inside(parent: XmlElement, name: string): XmlElement {
  const found = child(parent, name);
  if (found) return found;
  const added = el(name);
  parent.children.push(added);
  return added;
}

/** A style's paragraph properties stand before those of its runs. */
function paragraphProperties(style: XmlElement): XmlElement {
  const found = child(style, 'w:pPr');
  if (found) return found;
  const added = el('w:pPr');
  const runs = style.children.findIndex((node) => typeof node !== 'string' && node.name === 'w:rPr');
  style.children.splice(runs === -1 ? style.children.length : runs, 0, added);
  return added;
}
