/** Layer 5. Subject and text of a mail, in each of its languages one after the other. */
import { isAbsolute, relative } from 'node:path';
import { type Diagnostic, formatDiagnostic } from '../../diagnostic.js';
import type { FactChange } from '../../facts/changes.js';
import type { Zone } from '../../facts/schema.js';
import type { FactSnapshot } from '../../facts/snapshot.js';
import type { Language } from '../../language/language.js';
import { languageFor } from '../../language/registry.js';
import { type EditionName, type RunReport, reasonsOf } from './report.js';

/** Changes and findings named in a mail; beyond, it says how many they are. */
const most = 20;

export interface MailTextOptions {
  readonly zone: Zone;
  /** Tags, those of the mail. */
  readonly languages: readonly string[];
  /** Places in findings are written from here. */
  readonly root: string;
  /** Names of files that go with the mail, and of those that are too large to. */
  readonly attached: readonly string[];
  readonly left: readonly string[];
}

/** Text is plain, lines end with \n. Findings stand once, at the end: they are in English. */
export function mailText(
  report: RunReport,
  { zone, languages, root, attached, left }: MailTextOptions,
): { subject: string; text: string } {
  const spoken = languages.map(languageFor);
  const subjects = spoken.map((language) => subjectOf(report, zone, language));
  const parts = spoken.map((language) => {
    const { notices } = language.words;
    return [
      firstSentences(report, zone, language),
      changeList(report, language),
      fileList(notices.attached, attached),
      fileList(notices.notAttached, left),
    ]
      .filter((block) => block !== '')
      .join('\n\n');
  });
  const findings = isBad(report) ? findingList(report.findings, spoken, root) : '';
  const end = spoken.map(({ words }) => words.notices.automatic).join('\n');
  return {
    subject: [...new Set(subjects)].join(' · '),
    text: `${[...parts, findings, end].filter((part) => part !== '').join('\n\n* * *\n\n')}\n`,
  };
}

const isBad = ({ outcome }: RunReport): boolean => outcome === 'held' || outcome === 'failed';

export function editionInWords({ date, number }: EditionName, language: Language): string {
  const day = language.writeDate(date);
  return number > 1 ? language.words.changes.edition(day, String(number)) : day;
}

const nameOf = ({ name, shortName }: Zone, { tag }: Language): string =>
  shortName?.[tag] ?? name[tag] ?? (Object.values(name)[0] as string);

function subjectOf({ outcome, edition, zone: id }: RunReport, zone: Zone, language: Language): string {
  const { subject } = language.words.notices;
  const name = nameOf(zone, language);
  if (outcome === 'held' || outcome === 'failed') return subject[outcome](name);
  return subject[outcome](name, edition ? editionInWords(edition, language) : id);
}

function firstSentences({ outcome, edition, zone: id }: RunReport, zone: Zone, language: Language): string {
  const { words, punctuation } = language;
  const name = nameOf(zone, language);
  const stands = edition && editionInWords(edition, language);
  if (outcome === 'made' || outcome === 'rebuilt') return words.notices[outcome](name, stands ?? id);
  const stays = stands === undefined ? words.notices.noneYet : words.notices.stays(stands);
  return `${words.notices[outcome](name)}${punctuation.space}${stays}`;
}

function changeList({ outcome, changes, since }: RunReport, language: Language): string {
  if (outcome !== 'made' || changes.length === 0 || !since) return '';
  const { words, punctuation } = language;
  const lines = changes.slice(0, most).map((change) => `- ${changeLine(change, language)}`);
  if (changes.length > most) lines.push(`- ${words.notices.more(String(changes.length - most))}`);
  const head = words.changes.heading(editionInWords(since, language));
  return [`${head}${punctuation.colon.trimEnd()}`, ...lines].join('\n');
}

/** "Committed capital: RMB 28.66 billion → RMB 30 billion" */
export function changeLine({ fact, before, after }: FactChange, language: Language): string {
  const { words, punctuation } = language;
  const label = (after ?? before)?.label[language.tag] ?? fact;
  const [was, is] = [before && statement(before, language), after && statement(after, language)];
  const remark = (text: string): string => `${punctuation.open}${text}${punctuation.close}`;
  const said =
    was === undefined
      ? `${is}${remark(words.changes.added)}`
      : is === undefined
        ? `${was}${remark(words.changes.removed)}`
        : was === is
          ? `${is}${remark(words.changes.backing)}`
          : `${was} → ${is}`;
  return `${label}${punctuation.colon}${said}`;
}

/** What a fact says, in prose. */
function statement(fact: FactSnapshot, language: Language): string {
  const { quantity, qualifier, counted, rank, date, members, text } = fact;
  if (quantity && qualifier)
    return language.writeQuantity(quantity, qualifier, { style: 'prose', ...(counted && { counted }) });
  if (rank !== undefined) return language.writeRank(rank);
  if (members) return language.joinList(members.map(({ id, label }) => label[language.tag] ?? id));
  if (text) return text[language.tag] ?? language.words.changes.none;
  return date === undefined ? language.words.changes.none : language.writeDate(date);
}

const fileList = (head: string, names: readonly string[]): string =>
  names.length === 0 ? '' : [head, ...names.map((name) => `- ${name}`)].join('\n');

function findingList(findings: readonly Diagnostic[], languages: readonly Language[], root: string): string {
  const reasons = reasonsOf(findings);
  const head = languages.map(({ words }) => words.notices.findings).join(' · ');
  const texts = reasons.slice(0, most).map((finding) => formatDiagnostic(fromRoot(finding, root)));
  if (reasons.length > most)
    texts.push(languages.map(({ words }) => words.notices.more(String(reasons.length - most))).join(' · '));
  return [head, ...texts].join('\n\n');
}

/** Whoever gets the mail need not know where on which machine the root lies. */
function fromRoot(finding: Diagnostic, root: string): Diagnostic {
  const { at } = finding;
  if (!at || !isAbsolute(at.file)) return finding;
  const near = relative(root, at.file);
  return near.startsWith('..') ? finding : { ...finding, at: { ...at, file: near } };
}
