/** Layer 3. changes.md: what an edition says otherwise than the one before, in each language of the zone. */
import type { Inline, SourceEntry } from '../../document/document.js';
import { newsOf } from '../../facts/changes.js';
import type { Ledger } from '../../facts/fact.js';
import { languagesOf } from '../../facts/schema.js';
import type { Language } from '../../language/language.js';
import { languageFor } from '../../language/registry.js';
import { sourceEntries } from '../citations.js';
import { type Edition, editionInWords } from '../edition.js';
import type { Setting } from '../fact-text.js';
import { citeChanges } from './citations.js';
import { type Comparison, compareEditions } from './comparison.js';
import { earlierSources } from './earlier.js';
import { changesTable, toldChanges } from './table.js';

/**
 * A page in Markdown, a section per language: the table of all changes, the facts that stand as they were on other
 * evidence, and the sources that the table names by number.
 *
 * @param edition with all changes against the edition before
 * @returns undefined for a first edition, and where nothing changed
 */
export function writeChanges(ledger: Ledger, edition: Edition): string | undefined {
  const { name, languages: ofDecks, summaries } = ledger.zone;
  const languages = [...new Set([...ofDecks, ...summaries.flatMap(languagesOf)])];
  const sections = languages.flatMap((tag) => {
    const setting: Setting = { ledger, language: languageFor(tag), charts: undefined, edition };
    const comparison = compareEditions(setting, edition);
    return comparison && edition.changes.length > 0 ? [sectionOf(comparison, edition)] : [];
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
  const sourceLines = (): string =>
    sources
      .filter(({ number }) => numbers.has(`[${number}]`))
      .map((entry) => `- ${sourceLine(entry, language)}`)
      .join('\n');
  return [
    `## ${escaped(`${own}${language.punctuation.colon}${words.changes.heading(editionInWords(language, since))}`)}`,
    ...(told.length > 0 ? [markdownTable(table.header, table.rows)] : []),
    ...(unchanged.length > 0 ? [escaped(words.changes.unchanged(language.joinList(unchanged)))] : []),
    ...(numbers.size > 0 ? [`${words.sources}${language.punctuation.colon.trimEnd()}`, sourceLines()] : []),
  ].join('\n\n');
}

function sourceLine({ number, publisher, title, issued, url }: SourceEntry, language: Language): string {
  const { comma, colon } = language.punctuation;
  const line = `[${number}] ${publisher}${colon}${title}${comma}${issued}`;
  return url === undefined ? escaped(line) : `${escaped(line)} <${url}>`;
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
