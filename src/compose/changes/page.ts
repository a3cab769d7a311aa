/** Layer 3. changes.md: what an edition says otherwise than the one before, in each language of the zone. */
import type { Inline, SourceEntry } from '../../document/document.js';
import { newsOf } from '../../facts/changes.js';
import type { Ledger } from '../../facts/fact.js';
import { languagesOf } from '../../facts/schema.js';
import type { SourceSnapshot } from '../../facts/snapshot.js';
import type { Language } from '../../language/language.js';
import { languageFor } from '../../language/registry.js';
import { sourceEntries } from '../citations.js';
import { type Edition, editionInWords } from '../edition.js';
import type { Setting } from '../fact-text.js';
import { citeChanges } from './citations.js';
import { type Comparison, compareEditions } from './comparison.js';
import { earlierSources } from './earlier.js';
import { sourceChanges } from './sources.js';
import { changesTable, toldChanges } from './table.js';

/**
 * A page in Markdown, a section per language: the table of all changes, the facts that stand as they were on other
 * evidence, the sources that came, went or changed, and those that the table names by number.
 *
 * @param edition with all changes against the edition before
 * @returns undefined for a first edition
 */
export function writeChanges(ledger: Ledger, edition: Edition): string | undefined {
  const { name, languages: ofDecks, summaries } = ledger.zone;
  const languages = [...new Set([...ofDecks, ...summaries.flatMap(languagesOf)])];
  const sections = languages.flatMap((tag) => {
    const setting: Setting = { ledger, language: languageFor(tag), charts: undefined, edition };
    const comparison = compareEditions(setting, edition);
    return comparison ? [sectionOf(comparison, edition)] : [];
  });
  if (sections.length === 0) return undefined;
  const title = [...new Set(languages.map((tag) => name[tag] ?? ledger.zoneId))].map(escaped).join(' · ');
  return `# ${title}\n\n${sections.join('\n\n')}\n`;
}

function sectionOf(comparison: Comparison, edition: Edition): string {
  const { now, since, changes } = comparison;
  const { language, ledger } = now;
  const { words } = language;
  const told = toldChanges(comparison, undefined);
  const citations = citeChanges(comparison, told);
  const cited = new Set(
    [...citations.values()].flatMap(({ statements }) => statements.map(({ source }) => source)),
  );
  const sources = [...sourceEntries(ledger, language), ...earlierSources(now, since, cited)];
  const table = changesTable(comparison, told, sources, { file: '' });
  const numbers = new Set(table.rows.flatMap((row) => literalsIn(row.at(-1) ?? [])));
  const own = editionInWords(language, { date: ledger.editionDate, number: edition.number });
  const unchanged = changes
    .filter((change) => newsOf(change).kind === 'backing')
    .map(({ fact }) => ledger.facts.get(fact)?.label[language.tag] ?? fact);
  const named = sources.filter(({ number }) => numbers.has(`[${number}]`));
  const { joined, left, changed } = sourceChanges(comparison);
  const { changes: said } = words;
  return [
    `## ${escaped(`${own}${language.punctuation.colon}${said.heading(editionInWords(language, since))}`)}`,
    ...(changes.length === 0 ? [said.sameFigures] : []),
    ...(told.length > 0 ? [markdownTable(table.header, table.rows)] : []),
    ...(unchanged.length > 0 ? [escaped(said.unchanged(language.joinList(unchanged)))] : []),
    ...sourceList(said.sources.joined, joined, language),
    ...sourceList(said.sources.left, left, language),
    ...sourceList(said.sources.changed, changed, language),
    ...listOf(
      words.sources,
      named.map((entry) => sourceLine(`[${entry.number}] `, entry, language)),
      language,
    ),
  ].join('\n\n');
}

const sourceList = (head: string, sources: readonly SourceSnapshot[], language: Language): string[] =>
  listOf(
    head,
    sources.map((source) => {
      const issued = language.writeDate(source.issued);
      return sourceLine('', { ...source, issued }, language);
    }),
    language,
  );

/** A list under its head; nothing of none. */
function listOf(head: string, lines: readonly string[], { punctuation }: Language): string[] {
  if (lines.length === 0) return [];
  return [`${head}${punctuation.colon.trimEnd()}`, lines.map((line) => `- ${line}`).join('\n')];
}

/** @param source with its date as the language writes it */
function sourceLine(
  number: string,
  { publisher, title, issued, url }: Pick<SourceEntry, 'publisher' | 'title' | 'issued' | 'url'>,
  { punctuation }: Language,
): string {
  const { comma, colon } = punctuation;
  const line = escaped(`${number}${publisher}${colon}${title}${comma}${issued}`);
  return url === undefined ? line : `${line} <${url}>`;
}

type Cell = readonly Inline[];

function markdownTable(header: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const written = (row: readonly Cell[]): string => line(row.map((cell) => escaped(plain(cell))));
  return [written(header), line(header.map(() => '---')), ...rows.map(written)].join('\n');
}

const plain = (cell: Cell): string => cell.map((node) => ('value' in node ? node.value : '')).join('');
const literalsIn = (cell: Cell): string[] =>
  cell.flatMap((node) => (node.kind === 'literal' ? [node.value] : []));

/** What Markdown would take for markup. Numbers of sources stay readable: no link is defined for them. */
function escaped(text: string): string {
  return text.replace(/[\\`*_<>|#~]/g, '\\$&');
}
