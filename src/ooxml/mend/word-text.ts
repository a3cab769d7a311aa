/** Layer 1. Runs, tables and drawings of Word files: fonts and languages per script, names for those who listen. */
import { readAnnotation, readTableAnnotation } from '../annotation.js';
import { hasEastAsian, latinLanguage, officeLanguage } from '../office-language.js';
import {
  child,
  descendants,
  el,
  elements,
  putInOrder,
  removeChildren,
  textOf,
  type XmlElement,
} from '../xml.js';
import type { Mending } from './options.js';
import { decorativeMark } from './shapes.js';

/** The beginning of CT_RPr (ECMA-376 part 1, 17.3.2.28), and what may follow it. */
const runPropertiesOrder = [
  'w:rStyle',
  'w:rFonts',
  'w:b',
  'w:bCs',
  'w:i',
  'w:iCs',
  'w:caps',
  'w:smallCaps',
  'w:strike',
  'w:dstrike',
  'w:outline',
  'w:shadow',
  'w:emboss',
  'w:imprint',
  'w:noProof',
  'w:snapToGrid',
  'w:vanish',
  'w:webHidden',
  'w:color',
  'w:spacing',
  'w:w',
  'w:kern',
  'w:position',
  'w:sz',
  'w:szCs',
  'w:highlight',
  'w:u',
  'w:effect',
  'w:bdr',
  'w:shd',
  'w:fitText',
  'w:vertAlign',
  'w:rtl',
  'w:cs',
  'w:em',
  'w:lang',
  'w:eastAsianLayout',
  'w:specVanish',
  'w:oMath',
];

/** CT_TblPr, ECMA-376 part 1, 17.4.59. */
const tablePropertiesOrder = [
  'w:tblStyle',
  'w:tblpPr',
  'w:tblOverlap',
  'w:bidiVisual',
  'w:tblStyleRowBandSize',
  'w:tblStyleColBandSize',
  'w:tblW',
  'w:jc',
  'w:tblCellSpacing',
  'w:tblInd',
  'w:tblBorders',
  'w:shd',
  'w:tblLayout',
  'w:tblCellMar',
  'w:tblLook',
  'w:tblCaption',
  'w:tblDescription',
  'w:tblPrChange',
];

/** Languages with their regions, and an East Asian font where one Latin name was given for all scripts. */
export function mendWordFonts(root: XmlElement, mending: Mending): void {
  for (const element of descendants(root)) {
    if (element.name === 'w:lang') {
      for (const [key, value] of element.attributes) element.attributes.set(key, officeLanguage(value));
    }
    if (element.name === 'w:rFonts') {
      const latin = element.attributes.get('w:ascii');
      if (latin !== undefined && element.attributes.get('w:eastAsia') === latin)
        element.attributes.set('w:eastAsia', mending.fonts.eastAsian);
    }
  }
}

/** What applies where a run says nothing: fonts and languages of both scripts. */
export function mendWordDefaults(styles: XmlElement, mending: Mending, eastAsianLanguage: string): void {
  let defaults = child(styles, 'w:docDefaults');
  if (!defaults) {
    defaults = el('w:docDefaults');
    styles.children.unshift(defaults);
  }
  const inside = (parent: XmlElement, name: string, atFront: boolean): XmlElement => {
    const found = child(parent, name);
    if (found) return found;
    const added = el(name);
    if (atFront) parent.children.unshift(added);
    else parent.children.push(added);
    return added;
  };
  const properties = inside(inside(defaults, 'w:rPrDefault', true), 'w:rPr', true);
  const fonts = child(properties, 'w:rFonts') ?? el('w:rFonts');
  const { latin, eastAsian } = mending.fonts;
  for (const [key, font] of [
    ['w:ascii', latin],
    ['w:hAnsi', latin],
    ['w:eastAsia', eastAsian],
    ['w:cs', latin],
  ] as const) {
    if (!fonts.attributes.has(key) && !fonts.attributes.has(`${key}Theme`)) fonts.attributes.set(key, font);
  }
  putInOrder(properties, fonts, runPropertiesOrder);
  const language = child(properties, 'w:lang') ?? el('w:lang');
  if (!language.attributes.has('w:val'))
    language.attributes.set('w:val', latinLanguage(mending.officeLanguage));
  if (!language.attributes.has('w:eastAsia')) language.attributes.set('w:eastAsia', eastAsianLanguage);
  putInOrder(properties, language, runPropertiesOrder);
}

/**
 * Runs with Chinese characters say so: quotation marks, dashes and ellipses, which both scripts have, then come from
 * the Chinese font too.
 */
export function hintEastAsianRuns(root: XmlElement): void {
  for (const run of descendants(root, 'w:r')) {
    if (!elements(run, 'w:t').some((text) => hasEastAsian(textOf(text)))) continue;
    let properties = child(run, 'w:rPr');
    if (!properties) {
      properties = el('w:rPr');
      run.children.unshift(properties);
    }
    const fonts = child(properties, 'w:rFonts') ?? el('w:rFonts');
    fonts.attributes.set('w:hint', 'eastAsia');
    putInOrder(properties, fonts, runPropertiesOrder);
  }
}

/** Captions and descriptions out of the annotations; what the table's look says about its first row. */
export function mendWordTables(root: XmlElement): void {
  for (const table of descendants(root, 'w:tbl')) {
    const properties = child(table, 'w:tblPr');
    const [firstRow] = elements(table, 'w:tr');
    if (!properties || !firstRow) continue;
    // Without a header row the look is left unsaid: saying "no first row" marks a table as a mere layout.
    if (!child(properties, 'w:tblLook') && child(firstRow, 'w:trPr', 'w:tblHeader')) {
      const look = {
        'w:val': '0620',
        'w:firstRow': '1',
        'w:lastRow': '0',
        'w:firstColumn': '0',
        'w:lastColumn': '0',
        'w:noHBand': '1',
        'w:noVBand': '1',
      };
      putInOrder(properties, el('w:tblLook', look), tablePropertiesOrder);
    }
    const paragraph = child(firstRow, 'w:tc', 'w:p');
    const run =
      paragraph && elements(paragraph, 'w:r').find((candidate) => readTableAnnotation(textOf(candidate)));
    const annotation = run && readTableAnnotation(textOf(run));
    if (!paragraph || !annotation) continue;
    removeChildren(paragraph, (node) => node === run);
    putInOrder(properties, el('w:tblCaption', { 'w:val': annotation.caption }), tablePropertiesOrder);
    putInOrder(properties, el('w:tblDescription', { 'w:val': annotation.description }), tablePropertiesOrder);
  }
}

/** Names of drawings may carry the same annotations as those of shapes on slides. */
export function nameDrawings(root: XmlElement): void {
  for (const properties of descendants(root, 'wp:docPr')) {
    const { name, decorative, alt } = readAnnotation(properties.attributes.get('name') ?? '');
    properties.attributes.set('name', name);
    if (alt !== undefined) properties.attributes.set('descr', alt);
    if (decorative) {
      properties.attributes.set('descr', '');
      properties.children.push(decorativeMark());
    }
  }
}
