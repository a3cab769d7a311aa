/**
 * Layer 1. Mends what docx 9.15 leaves out or leaves to chance: languages and fonts of both scripts in settings and
 * styles, the document's language, captions of tables; dates, random ids and counters, so that the same input gives
 * the same bytes.
 */
import { writeCustomProperties } from './custom-properties.js';
import { type Mending, type MendOptions, type MendPptxOptions, mendingOf } from './mend/options.js';
import { mendContentTypes, mendCoreProperties, mendWordProperties } from './mend/properties.js';
import { mendTheme } from './mend/theme.js';
import { type EmbeddedFont, embedFont } from './mend/word-embedding.js';
import { type FontChoices, mendFontTable } from './mend/word-fonts.js';
import { renumberWordIds, stableRelationshipIds } from './mend/word-ids.js';
import {
  hintEastAsianRuns,
  mendWordDefaults,
  mendWordFonts,
  mendWordTables,
  nameDrawings,
} from './mend/word-text.js';
import { mendWordTypography, type WordTypography } from './mend/word-typography.js';
import { eastAsianLanguage, latinLanguage, officeLanguage } from './office-language.js';
import { type LoosePackage, readPackage } from './package.js';
import { Parts } from './parts.js';
import { type WrittenFile, writeParts } from './written.js';
import { el, putInOrder, removeChildren, type XmlElement } from './xml.js';

/** What stands around the text: styles, lists, settings, colours and fonts. */
export interface MendAroundOptions {
  /** Given: the file's colour scheme becomes the brand's. */
  readonly colors?: MendPptxOptions['colors'];
  /** Of the Chinese text in the document; zh-CN where left out. */
  readonly eastAsianLanguage?: string | undefined;
  /** For machines without the fonts; left out: the table of fonts stays as the library wrote it. */
  readonly fontChoices?: FontChoices | undefined;
  /** One of `fontChoices` that the file brings with it; left out: none. */
  readonly embedded?: EmbeddedFont | undefined;
  /** Given: Chinese and Latin text are set by the rules of print. */
  readonly typography?: WordTypography | undefined;
}

export interface MendDocxOptions extends MendOptions, MendAroundOptions {}

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

/**
 * @param written what `Packer.toBuffer` gave, or the parts before they are packed
 * @returns the mended file; same input and options, same bytes
 * @throws {FindingsError} where the bytes are no package or a part is not well-formed
 */
export const mendDocx = (written: Uint8Array | LoosePackage, options: MendDocxOptions): Uint8Array =>
  mendDocxFile(written, options).bytes;

/** As `mendDocx`, with the trees for the linter. */
export function mendDocxFile(written: Uint8Array | LoosePackage, options: MendDocxOptions): WrittenFile {
  const mending = mendingOf(options);
  const parts = new Parts(written instanceof Uint8Array ? readPackage(written) : written, {
    forgiving: true,
  });
  const { main } = parts;
  const texts = [
    main,
    ...['header', 'footer', 'footnotes', 'endnotes'].flatMap((kind) => parts.related(main, kind)),
  ];
  for (const part of texts) {
    stableRelationshipIds(parts, part);
    const root = parts.xml(part);
    mendWordFonts(root, mending);
    hintEastAsianRuns(root);
    mendWordTables(root);
    nameDrawings(root);
  }
  renumberWordIds(texts.map((part) => parts.xml(part)));
  mendAround(parts, mending, options);
  writeCustomProperties(parts, options.properties ?? new Map());
  mendCoreProperties(parts, mending, mending.title);
  mendContentTypes(parts);
  return writeParts(parts, mending.date);
}

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
