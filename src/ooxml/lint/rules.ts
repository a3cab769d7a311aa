/** Layer 1. All rules by code. A new rule is a function in one of the files here and a line in this table. */
import { chartContrast } from './chart-contrast.js';
import { chartData } from './chart-data.js';
import { chartCaches, pictures, workbooks } from './content-rules.js';
import type { Rule } from './file.js';
import {
  externalTargets,
  overridesHaveParts,
  partsHaveContentTypes,
  relationshipsResolve,
  wellFormed,
} from './package-rules.js';
import { documentTitle } from './properties-rules.js';
import { linkTexts, readingOrder } from './reading-rules.js';
import { slideContrast } from './slide-contrast.js';
import {
  altTexts,
  autofit,
  backgrounds,
  emptyPlaceholders,
  masterThemes,
  shapeIds,
  slideMergedCells,
  slideTableHeaders,
  slideTitles,
  tableRows,
} from './slide-rules.js';
import { eastAsianFonts, languagesAreValid, runLanguages } from './text-rules.js';
import { wordContrast } from './word-contrast.js';
import {
  headings,
  updateFields,
  wordAltTexts,
  wordIds,
  wordMergedCells,
  wordTableHeaders,
} from './word-rules.js';

export const rules = {
  'ooxml/not-well-formed': wellFormed,
  'ooxml/phantom-override': overridesHaveParts,
  'ooxml/content-type': partsHaveContentTypes,
  'ooxml/dangling-relationship': relationshipsResolve,
  'ooxml/external-target': externalTargets,
  'ooxml/document-title': documentTitle,
  'ooxml/duplicate-shape-id': shapeIds,
  'ooxml/shared-theme': masterThemes,
  'ooxml/ragged-table': tableRows,
  'ooxml/slide-table-header': slideTableHeaders,
  'ooxml/slide-merged-cells': slideMergedCells,
  'ooxml/background-effects': backgrounds,
  'ooxml/alt-text': altTexts,
  'ooxml/slide-title': slideTitles,
  'ooxml/reading-order': readingOrder,
  'ooxml/slide-contrast': slideContrast,
  'ooxml/link-text': linkTexts,
  'ooxml/empty-placeholder': emptyPlaceholders,
  'ooxml/autofit': autofit,
  'ooxml/picture-bytes': pictures,
  'ooxml/chart-cache': chartCaches,
  'ooxml/chart-data': chartData,
  'ooxml/chart-contrast': chartContrast,
  'ooxml/embedded-workbook': workbooks,
  'ooxml/invalid-language': languagesAreValid,
  'ooxml/run-language': runLanguages,
  'ooxml/east-asian-font': eastAsianFonts,
  'ooxml/update-fields': updateFields,
  'ooxml/heading-level': headings,
  'ooxml/word-table-header': wordTableHeaders,
  'ooxml/word-merged-cells': wordMergedCells,
  'ooxml/word-contrast': wordContrast,
  'ooxml/word-id': wordIds,
  'ooxml/word-alt-text': wordAltTexts,
} as const satisfies Readonly<Record<`ooxml/${string}`, Rule>>;

export type RuleCode = keyof typeof rules;

/** What template and theme decide, and not the program that writes the file. */
export const ofContent: ReadonlySet<string> = new Set<RuleCode>([
  'ooxml/link-text',
  'ooxml/slide-contrast',
  'ooxml/chart-contrast',
  'ooxml/word-contrast',
]);
