/** Layer 1. DrawingML text: paragraphs, runs, fonts and languages, in slides, notes, layouts and charts alike. */
import { eastAsianLanguage, hasEastAsian, latinLanguage } from '../office-language.js';
import { child, descendants, el, elements, putInOrder, textOf, type XmlElement } from '../xml.js';
import type { Mending } from './options.js';

/** CT_TextCharacterProperties, ECMA-376 part 1, 21.1.2.3.9. */
const runPropertiesOrder = [
  'a:ln',
  'a:noFill',
  'a:solidFill',
  'a:gradFill',
  'a:blipFill',
  'a:pattFill',
  'a:grpFill',
  'a:effectLst',
  'a:effectDag',
  'a:highlight',
  'a:uLnTx',
  'a:uLn',
  'a:uFillTx',
  'a:uFill',
  'a:latin',
  'a:ea',
  'a:cs',
  'a:sym',
  'a:hlinkClick',
  'a:hlinkMouseOver',
  'a:rtl',
  'a:extLst',
];

/** Mends all text below an element. */
export function mendText(root: XmlElement, mending: Mending): void {
  for (const element of descendants(root)) {
    switch (element.name) {
      case 'a:p':
        mendParagraph(element, mending);
        break;
      case 'a:rPr':
      case 'a:endParaRPr':
      case 'a:defRPr':
        mendFonts(element, mending);
        break;
    }
    // Of list styles and defaults: what a run added by hand will have.
    if (element.name === 'a:defRPr' && element.attributes.has('lang'))
      element.attributes.set('lang', mending.officeLanguage);
  }
}

function mendParagraph(paragraph: XmlElement, mending: Mending): void {
  for (const run of elements(paragraph)) {
    if (run.name === 'a:endParaRPr') run.attributes.set('lang', mending.officeLanguage);
    if (run.name !== 'a:r' && run.name !== 'a:fld' && run.name !== 'a:br') continue;
    let runProperties = child(run, 'a:rPr');
    if (!runProperties) {
      runProperties = el('a:rPr');
      run.children.unshift(runProperties);
    }
    setLanguage(runProperties, textOf(run), mending);
  }
}

/** zh-CN where there are Chinese characters, with the language of the Latin ones beside them; else the document's. */
function setLanguage(properties: XmlElement, text: string, mending: Mending): void {
  if (!hasEastAsian(text)) {
    properties.attributes.set('lang', mending.officeLanguage);
    return;
  }
  properties.attributes.set('lang', eastAsianLanguage);
  properties.attributes.set('altLang', latinLanguage(mending.officeLanguage));
  if (!child(properties, 'a:latin'))
    putInOrder(properties, el('a:ea', { typeface: mending.fonts.eastAsian }), runPropertiesOrder);
}

/** One name is written for Latin, East Asian and complex scripts; a Latin font has no Chinese glyphs. */
function mendFonts(properties: XmlElement, mending: Mending): void {
  const latin = child(properties, 'a:latin')?.attributes.get('typeface');
  if (latin === undefined || latin.startsWith('+')) return;
  putInOrder(properties, el('a:ea', { typeface: mending.fonts.eastAsian }), runPropertiesOrder);
  putInOrder(properties, el('a:cs', { typeface: latin }), runPropertiesOrder);
}
