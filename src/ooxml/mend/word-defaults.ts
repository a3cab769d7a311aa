/** Layer 1. Fonts and languages per script in a Word file's styles, and where a run says nothing. */
import { latinLanguage, officeLanguage } from '../office-language.js';
import { child, descendants, el, putInOrder, type XmlElement } from '../xml.js';
import type { Mending } from './options.js';

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
