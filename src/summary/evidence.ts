/** Layer 3. The words of a footnote: what a figure is, how the source puts it, which source, where in it. */
import type { Citation, Document, Statement } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import { languageFor } from '../language/registry.js';
import type { TextRun } from './summary.js';

/** Marks of a sentence. Chinese marks are as wide as a character and stand without blanks. */
interface Marks {
  readonly blank: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly open: string;
  readonly close: string;
  readonly stop: string;
  /** Between a label and the formula: "Ratio: computed as ", "比例，计算方式：". */
  derived(separator: string, derivedAs: string): string;
}

const marks: Readonly<Record<'han' | 'latin', Marks>> = {
  han: {
    blank: '',
    comma: '，',
    semicolon: '；',
    open: '（',
    close: '）',
    stop: '。',
    derived: (separator, derivedAs) => `，${derivedAs}${separator}`,
  },
  latin: {
    blank: ' ',
    comma: ', ',
    semicolon: '; ',
    open: ' (',
    close: ')',
    stop: '.',
    derived: (separator, derivedAs) => `${separator}${derivedAs} `,
  },
};

export function marksOf(language: LanguageTag): Marks {
  return marks[languageFor(language).script];
}

interface Clause {
  readonly fact: FactId;
  readonly statement: Statement;
}

/**
 * The footnote of one fact or, for a chart, of several:
 *
 *     Committed capital: stated as “286.6亿元”, PEdaily, 19 January 2026, section 04, paragraph 3.
 *     Paid-in ratio: computed as paid-in capital ÷ committed capital (“188.3亿元”, “286.6亿元”, PEdaily, …).
 *
 * A fact without a citation is left out; `modelSummary` has reported it.
 */
export function evidenceRuns(document: Document, facts: readonly FactId[]): TextRun[] {
  const mark = marksOf(document.language);
  const runs: TextRun[] = [];
  for (const citation of facts.flatMap((fact) => document.citations.get(fact) ?? [])) {
    if (runs.length > 0) runs.push(own(document, mark.semicolon));
    runs.push(...oneFact(document, citation));
  }
  if (runs.length > 0) runs.push(own(document, mark.stop));
  return joined(runs);
}

function oneFact(document: Document, citation: Citation): TextRun[] {
  const { words } = languageFor(document.language);
  const mark = marksOf(document.language);
  const name = `${citation.label}${timeBeside(document, citation)}`;
  const runs: TextRun[] = [];
  if (citation.derivation === undefined) {
    runs.push(own(document, `${name}${words.labelSeparator}${words.statedAs}${mark.blank}`));
    runs.push(...statements(document, clausesOf(document, citation.fact), false));
  } else {
    runs.push(
      own(document, `${name}${mark.derived(words.labelSeparator, words.derivedAs)}${citation.derivation}`),
    );
    // The formula names its parts in their order; of deeper ones the labels are needed.
    const nested = (citation.parts ?? []).some(
      (part) => document.citations.get(part)?.derivation !== undefined,
    );
    runs.push(own(document, mark.open));
    runs.push(...statements(document, clausesOf(document, citation.fact), nested));
    runs.push(own(document, mark.close));
  }
  if (citation.note) runs.push(own(document, `${mark.semicolon}${citation.note.replace(/[.。]$/, '')}`));
  return runs;
}

/** The statements behind a fact; of a derived one those of its parts, each once, however deep. */
function clausesOf(document: Document, fact: FactId, seen = new Set<FactId>()): Clause[] {
  const citation = document.citations.get(fact);
  if (!citation || seen.has(fact)) return [];
  seen.add(fact);
  if (citation.derivation !== undefined) {
    return (citation.parts ?? []).flatMap((part) => clausesOf(document, part, seen));
  }
  return citation.statements.map((statement) => ({ fact, statement }));
}

/** Neighbours from the same place of the same source name it once, after the last. */
function statements(document: Document, clauses: readonly Clause[], labelled: boolean): TextRun[] {
  const mark = marksOf(document.language);
  const runs: TextRun[] = [];
  for (const [index, { fact, statement }] of clauses.entries()) {
    const next = clauses[index + 1]?.statement;
    const label = labelled ? `${document.citations.get(fact)?.label ?? ''}${mark.blank}` : '';
    runs.push(...quoted(document, statement, label));
    if (next?.source === statement.source && next.locator === statement.locator) {
      runs.push(own(document, mark.comma));
      continue;
    }
    runs.push(...sourceOf(document, statement));
    if (next) runs.push(own(document, mark.semicolon));
  }
  return runs;
}

function quoted(document: Document, statement: Statement, before: string): TextRun[] {
  const text = languageFor(document.language).quote(statement.stated);
  const start = text.indexOf(statement.stated);
  return [
    own(document, before + text.slice(0, start)),
    { kind: 'text', text: statement.stated, language: statement.language },
    own(document, text.slice(start + statement.stated.length)),
  ];
}

function sourceOf(document: Document, statement: Statement): TextRun[] {
  const mark = marksOf(document.language);
  const source = document.sources.find((entry) => entry.id === statement.source);
  const place = statement.locator ? `${mark.comma}${statement.locator}` : '';
  if (!source) return [own(document, place)];
  return [
    own(document, mark.comma),
    { kind: 'text', text: source.publisher, language: source.language },
    own(document, `${mark.comma}${source.issued}${place}`),
  ];
}

/** The period a figure covers, unless the source's own date says it already. */
function timeBeside(document: Document, citation: Citation): string {
  const { time } = citation;
  if (!time) return '';
  const said = citation.statements.some(({ source }) => {
    const issued = document.sources.find((entry) => entry.id === source)?.issued;
    return issued !== undefined && time.includes(issued);
  });
  if (said || citation.derivation !== undefined) return '';
  const mark = marksOf(document.language);
  return `${mark.open}${time}${mark.close}`;
}

function own(document: Document, text: string): TextRun {
  return { kind: 'text', text, language: document.language };
}

/** Neighbouring runs that look alike become one; empty ones go. */
function joined(runs: readonly TextRun[]): TextRun[] {
  const result: TextRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.text === '') continue;
    if (last && last.language === run.language)
      result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}
