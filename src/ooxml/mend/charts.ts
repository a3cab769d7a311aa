/** Layer 1. Chart parts (ECMA-376 part 1, 21.2): the languages and fonts of their file. */
import { type Parts, sortedByNumber } from '../parts.js';
import { child, el, elements, putInOrder, type XmlElement } from '../xml.js';
import type { Mending } from './options.js';
import { mendText } from './text.js';

const chartSpaceOrder = [
  'c:date1904',
  'c:lang',
  'c:roundedCorners',
  'mc:AlternateContent',
  'c:style',
  'c:clrMapOvr',
  'c:pivotSource',
  'c:protection',
  'c:chart',
  'c:spPr',
  'c:txPr',
  'c:externalData',
  'c:printSettings',
  'c:userShapes',
  'c:extLst',
];

/** Languages, and fonts for what names none. */
export function mendChart(space: XmlElement, mending: Mending): void {
  mendText(space, mending);
  putInOrder(space, el('c:lang', { val: mending.officeLanguage }), chartSpaceOrder);
  if (!child(space, 'c:txPr')) putInOrder(space, textDefaults(mending), chartSpaceOrder);
}

/** Legend and labels that say nothing of their own take the fonts and the language from here. */
function textDefaults(mending: Mending): XmlElement {
  const { latin, eastAsian } = mending.fonts;
  return el('c:txPr', {}, [
    el('a:bodyPr'),
    el('a:lstStyle'),
    el('a:p', {}, [
      el('a:pPr', {}, [
        el('a:defRPr', {}, [
          el('a:latin', { typeface: latin }),
          el('a:ea', { typeface: eastAsian }),
          el('a:cs', { typeface: latin }),
        ]),
      ]),
      el('a:endParaRPr', { lang: mending.officeLanguage }),
    ]),
  ]);
}

/** Overrides of charts stand in the order of their old numbers, those of parts that were added at the end. */
export function orderOverrides(parts: Parts): void {
  const types = parts.xml('[Content_Types].xml');
  const name = (element: XmlElement): string => element.attributes.get('PartName') ?? '';
  const overrides = sortedByNumber(elements(types, 'Override'), name);
  types.children.splice(0, types.children.length, ...elements(types, 'Default'), ...overrides);
}
