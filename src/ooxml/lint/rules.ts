/** Layer 1. All rules by code. A new rule is a function in one of the files here and a line in this table. */
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
import {
  altTexts,
  autofit,
  backgrounds,
  emptyPlaceholders,
  masterThemes,
  shapeIds,
  slideTableHeaders,
  slideTitles,
  tableRows,
} from './slide-rules.js';
import { eastAsianFonts, languagesAreValid, runLanguages } from './text-rules.js';
import { headings, updateFields, wordAltTexts, wordIds, wordTableHeaders } from './word-rules.js';

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
  'ooxml/background-effects': backgrounds,
  'ooxml/alt-text': altTexts,
  'ooxml/slide-title': slideTitles,
  'ooxml/empty-placeholder': emptyPlaceholders,
  'ooxml/autofit': autofit,
  'ooxml/picture-bytes': pictures,
  'ooxml/chart-cache': chartCaches,
  'ooxml/embedded-workbook': workbooks,
  'ooxml/invalid-language': languagesAreValid,
  'ooxml/run-language': runLanguages,
  'ooxml/east-asian-font': eastAsianFonts,
  'ooxml/update-fields': updateFields,
  'ooxml/heading-level': headings,
  'ooxml/word-table-header': wordTableHeaders,
  'ooxml/word-id': wordIds,
  'ooxml/word-alt-text': wordAltTexts,
} as const satisfies Readonly<Record<`ooxml/${string}`, Rule>>;

export type RuleCode = keyof typeof rules;
