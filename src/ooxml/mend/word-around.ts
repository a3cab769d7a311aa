/**
 * Layer 1. Mends what docx 9.15 leaves out or leaves to chance around a text: languages and fonts of both scripts in
 * settings and styles, the brand's colours, fonts for machines without them.
 */
import { eastAsianLanguage, latinLanguage, officeLanguage } from '../office-language.js';
import type { Parts } from '../parts.js';
import { el, putInOrder, removeChildren, type XmlElement } from '../xml.js';
import type { Mending, MendOptions } from './options.js';
import { mendWordProperties } from './properties.js';
import { mendTheme } from './theme.js';
import { mendWordDefaults, mendWordFonts } from './word-defaults.js';
import { type EmbeddedFont, embedFont } from './word-embedding.js';
import { type FontChoices, mendFontTable } from './word-fonts.js';
import { mendWordTypography, type WordTypography } from './word-typography.js';

/** What stands around the text: styles, lists, settings, colours and fonts. */
export interface MendAroundOptions {
  /** Given: the file's colour scheme becomes the brand's. */
  readonly colors?: MendOptions['colors'];
  /** Of the Chinese text in the document; zh-CN where left out. */
  readonly eastAsianLanguage?: string | undefined;
  /** For machines without the fonts; left out: the table of fonts stays as the library wrote it. */
  readonly fontChoices?: FontChoices | undefined;
  /** One of `fontChoices` that the file brings with it; left out: none. */
  readonly embedded?: EmbeddedFont | undefined;
  /** Given: Chinese and Latin text are set by the rules of print. */
  readonly typography?: WordTypography | undefined;
}

/** CT_Settings (ECMA-376 part 1, 17.15.1.78): what docx writes, what is added, and the neighbours between. */
const settingsOrder = [
  'w:writeProtection',
  'w:view',
  'w:zoom',
  'w:displayBackgroundShape',
  'w:embedTrueTypeFonts',
  'w:saveSubsetFonts',
  'w:mirrorMargins',
  'w:trackRevisions',
  'w:documentProtection',
  'w:defaultTabStop',
  'w:autoHyphenation',
  'w:consecutiveHyphenLimit',
  'w:hyphenationZone',
  'w:doNotHyphenateCaps',
  'w:evenAndOddHeaders',
  'w:characterSpacingControl',
  'w:updateFields',
  'w:footnotePr',
  'w:endnotePr',
  'w:compat',
  'w:docVars',
  'w:rsids',
  'm:mathPr',
  'w:themeFontLang',
  'w:clrSchemeMapping',
  'w:decimalSymbol',
  'w:listSeparator',
];

/** All but text, titles and what lists the parts. */
export function mendAround(parts: Parts, mending: Mending, options: MendAroundOptions): void {
  const { main } = parts;
  const eastAsian = officeLanguage(options.eastAsianLanguage ?? eastAsianLanguage);
  for (const styles of parts.related(main, 'styles')) {
    mendWordFonts(parts.xml(styles), mending);
    mendWordDefaults(parts.xml(styles), mending, eastAsian);
    if (options.typography) mendWordTypography(parts.xml(styles), options.typography);
  }
  for (const numbering of parts.related(main, 'numbering')) mendWordFonts(parts.xml(numbering), mending);
  for (const settings of parts.related(main, 'settings'))
    mendSettings(parts.xml(settings), mending, eastAsian);
  for (const theme of parts.related(main, 'theme'))
    mendTheme(parts.xml(theme), mending, mending.company ?? mending.title);
  for (const table of parts.related(main, 'fontTable')) {
    if (options.fontChoices) mendFontTable(parts, table, options.fontChoices);
    if (options.embedded) embedFont(parts, table, options.embedded);
  }
  mendWordProperties(parts, mending);
}

function mendSettings(settings: XmlElement, mending: Mending, eastAsian: string): void {
  // Asks at opening whether fields that may refer to other files are to be updated.
  removeChildren(settings, (node) => node.name === 'w:updateFields');
  const add = (element: XmlElement): void => putInOrder(settings, element, settingsOrder);
  add(el('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }));
  add(el('w:themeFontLang', { 'w:val': latinLanguage(mending.officeLanguage), 'w:eastAsia': eastAsian }));
}
