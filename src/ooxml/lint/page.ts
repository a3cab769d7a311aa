/** Layer 1. Slides looked through one by one while they are written, so that no two of them need be in memory. */
import type { Parts } from '../parts.js';
import { type CodedFinding, OfficeFile, type PageTitle, titleOf } from './file.js';
import { type RuleCode, rules } from './rules.js';

/** Rules about the package as a whole. */
const ofPackage: ReadonlySet<string> = new Set<RuleCode>([
  'ooxml/phantom-override',
  'ooxml/content-type',
  'ooxml/document-title',
]);
/** Rules about texts of Word, of which a deck has none. */
const ofWord: ReadonlySet<string> = new Set<RuleCode>([
  'ooxml/update-fields',
  'ooxml/heading-level',
  'ooxml/word-table-header',
  'ooxml/word-merged-cells',
  'ooxml/word-contrast',
  'ooxml/word-id',
  'ooxml/word-alt-text',
]);
const pageRules = (Object.keys(rules) as RuleCode[]).filter(
  (code) => !ofPackage.has(code) && !ofWord.has(code),
);
const allRules = Object.keys(rules) as RuleCode[];

/**
 * What rules find in a slide, its notes and its charts.
 * @param parts of the slide and of its notes, and behind them those that slides share
 * @param shared what was found out about those before
 */
export function lintSlide(
  parts: Parts,
  part: string,
  index: number,
  shared: OfficeFile,
): { readonly title: PageTitle; readonly findings: CodedFinding[] } {
  const root = parts.xml(part);
  const label = `slide ${index + 1}`;
  const file = new OfficeFile(parts, { slides: [{ part, label, root }], behind: shared });
  return { title: { part, label, title: titleOf(root) }, findings: findingsOf(file, pageRules) };
}

/** What rules find in those parts, of which none is a slide. */
export function lintPages(parts: Parts, pattern: RegExp): CodedFinding[] {
  const others = new Set(parts.names().filter((name) => !pattern.test(name)));
  const linted = { parts: others, titles: [], findings: [] };
  return findingsOf(new OfficeFile(parts, { linted }), pageRules);
}

/** @param codes of the rules to go by; left out: all */
export function findingsOf(file: OfficeFile, codes: readonly RuleCode[] = allRules): CodedFinding[] {
  const findings: CodedFinding[] = [];
  for (const code of codes) for (const finding of rules[code](file)) findings.push({ code, ...finding });
  return findings;
}
