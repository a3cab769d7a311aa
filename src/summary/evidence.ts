/** Layer 3. The words of a footnote: what a figure is, how the source puts it, which source, where in it. */
import type { Citation, Document, Statement } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import type { Punctuation } from '../language/punctuation.js';
import { languageFor } from '../language/registry.js';
import type { TextRun } from './summary.js';

/** What a source says at one place, or in the same words at several. */
interface Clause {
  readonly fact: FactId;
  readonly statements: readonly Statement[];
}

/**
 * The footnote of one fact, or of those of a sentence:
 *
 *     Committed capital: stated as “286.6亿元”, PEdaily, 19 January 2026, section 04, paragraph 3.
 *     Funds: stated as “24只”; banks: “15家”, PEdaily, 19 January 2026, section 04, paragraph 3.
 *     Paid-in ratio: computed as paid-in capital ÷ committed capital (“188.3亿元”, “286.6亿元”, PEdaily, …).
 *
 * Neighbours from the same place name it once, after the last. A fact without a citation is left out; `modelSummary`
 * has reported it.
 * @param named ids of the sources that earlier footnotes named in full: they are called by their number in the list of
 * sources, "[1]". Grows.
 */
export function evidenceRuns(document: Document, facts: readonly FactId[], named: Set<string>): TextRun[] {
  const citations = facts.flatMap((fact) => document.citations.get(fact) ?? []);
  if (citations.length === 0) return [];
  return new Footnote(document, citations, named).runs();
}

class Footnote {
  readonly #marks: Punctuation;
  readonly #runs: TextRun[] = [];
  /** Whether the document lists its sources by number. */
  readonly #listed: boolean;
  /** Facts whose wording stands somewhere in this footnote. */
  readonly #quoted: Set<FactId>;
  /** What is noted of several facts alike, or of the only one. */
  readonly #shared: ReadonlySet<string>;
  /** The source named last. */
  #source: string | undefined;

  constructor(
    readonly document: Document,
    readonly citations: readonly Citation[],
    readonly named: Set<string>,
  ) {
    this.#marks = languageFor(document.language).punctuation;
    this.#quoted = new Set(citations.map(({ fact }) => fact));
    const notes = citations.flatMap(({ note }) => note || []);
    this.#shared = new Set(
      citations.length === 1 ? notes : notes.filter((note, index) => notes.indexOf(note) < index),
    );
    this.#listed = document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'sources'));
  }

  runs(): TextRun[] {
    const { document, citations } = this;
    const { words } = languageFor(document.language);
    let said = false;
    for (const [index, citation] of citations.entries()) {
      const next = citations[index + 1];
      if (index > 0) this.#say(this.#marks.semicolon);
      const name = `${citation.label}${timeBeside(document, citation)}`;
      if (citation.derivation !== undefined) {
        this.#say(
          `${name}${this.#marks.beforeComputed}${words.derivedAs}${this.#marks.beforeFormula}${citation.derivation}`,
        );
        this.#parts(citation);
        this.#noteOf(citation);
        continue;
      }
      const [clause] = this.#clauses(citation.fact);
      // A name that its source writes alike need not be said twice.
      if (!clause?.statements.some(({ stated }) => stated === name)) {
        this.#say(`${name}${this.#marks.colon}${said ? '' : `${words.statedAs}${this.#marks.space}`}`);
        said = true;
      }
      const [after] = next && next.derivation === undefined ? this.#clauses(next.fact) : [];
      if (clause) this.#clause(clause, after);
      this.#noteOf(citation);
    }
    for (const note of this.#shared) this.#say(`${this.#marks.semicolon}${unended(note)}`);
    this.#say(this.#marks.stop);
    return joined(this.#runs);
  }

  /** In brackets behind the fact that it is about; what is about several comes once, at the end. */
  #noteOf({ note }: Citation): void {
    if (note && !this.#shared.has(note)) this.#say(`${this.#marks.open}${unended(note)}${this.#marks.close}`);
  }

  /** What a formula's parts are stated as, unless this footnote says so anyway. */
  #parts(citation: Citation): void {
    const clauses = this.#clauses(citation.fact).filter(({ fact }) => !this.#quoted.has(fact));
    if (clauses.length === 0) return;
    // The formula names its parts in their order; of deeper ones, or of some, the labels are needed.
    const { citations } = this.document;
    const plain = (citation.parts ?? []).every(
      (part) => citations.get(part)?.derivation === undefined && !this.#quoted.has(part),
    );
    for (const { fact } of clauses) this.#quoted.add(fact);
    this.#say(this.#marks.open);
    for (const [index, clause] of clauses.entries()) {
      if (index > 0) this.#say(this.#marks.comma);
      if (!plain) this.#say(`${citations.get(clause.fact)?.label ?? ''}${this.#marks.space}`);
      this.#clause(clause, clauses[index + 1]);
    }
    this.#say(this.#marks.close);
  }

  /** The clauses of a fact; of a derived one those of its parts, each once, however deep. */
  #clauses(fact: FactId, seen = new Set<FactId>()): Clause[] {
    const citation = this.document.citations.get(fact);
    if (!citation || seen.has(fact)) return [];
    seen.add(fact);
    if (citation.derivation === undefined) return [{ fact, statements: citation.statements }];
    return (citation.parts ?? []).flatMap((part) => this.#clauses(part, seen));
  }

  #clause({ fact, statements }: Clause, next: Clause | undefined): void {
    for (const [index, group] of bySource(statements).entries()) {
      if (index > 0) this.#say(this.#marks.semicolon);
      const wordings = new Map(group.map((statement) => [statement.stated, statement]));
      for (const [place, statement] of [...wordings.values()].entries()) {
        if (place > 0) this.#say(this.#marks.comma);
        this.#quote(fact, statement);
      }
      const [first] = group;
      if (first && !samePlaces(statements, next?.statements)) this.#place(first.source, group);
    }
  }

  #quote(fact: FactId, { stated, language }: Statement): void {
    const text = languageFor(this.document.language).quote(stated);
    const start = text.indexOf(stated);
    this.#say(text.slice(0, start));
    this.#runs.push({ kind: 'text', text: stated, language, fact });
    this.#say(text.slice(start + stated.length));
  }

  /** In full at first, then by number; within a footnote not again before another source was named. */
  #place(id: string, statements: readonly Statement[]): void {
    const { comma, space } = this.#marks;
    const source = this.document.sources.find((entry) => entry.id === id);
    if (source && this.#source !== id) {
      if (this.named.has(id)) this.#say(`${comma}[${source.number}]`);
      else {
        this.#say(comma);
        this.#runs.push({ kind: 'text', text: source.publisher, language: source.language });
        this.#say(`${comma}${source.issued}${this.#listed ? `${space}[${source.number}]` : ''}`);
        if (this.#listed) this.named.add(id);
      }
    }
    this.#source = id;
    const places = new Set(statements.flatMap(({ locator }) => locator || []));
    for (const place of places) this.#say(`${comma}${place}`);
  }

  #say(text: string): void {
    this.#runs.push(own(this.document, text));
  }
}

/** Without the full stop, since the footnote goes on. */
const unended = (note: string): string => note.replace(/[.。]$/, '');

/** Statements of one source stand together, in the order in which the sources come up. */
function bySource(statements: readonly Statement[]): Statement[][] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const group = groups.get(statement.source);
    if (group) group.push(statement);
    else groups.set(statement.source, [statement]);
  }
  return [...groups.values()];
}

function samePlaces(one: readonly Statement[], other: readonly Statement[] | undefined): boolean {
  return (
    one.length === other?.length &&
    one.every(({ source, locator }, at) => source === other[at]?.source && locator === other[at]?.locator)
  );
}

/** The period a figure covers, unless the source's own date says it already. */
function timeBeside(document: Document, citation: Citation): string {
  const { time } = citation;
  if (!time || citation.derivation !== undefined) return '';
  const said = citation.statements.some(({ source }) => {
    const issued = document.sources.find((entry) => entry.id === source)?.issued;
    return issued !== undefined && time.includes(issued);
  });
  const { open, close } = languageFor(document.language).punctuation;
  return said ? '' : `${open}${time}${close}`;
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
    const alike = last?.language === run.language && last.fact === undefined && run.fact === undefined;
    if (last && alike) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}
