/**
 * Layer 3. Where text comes before its chart, it names it: "… in use (Figure 3)." The number is a field that Word keeps
 * in step with the caption's.
 */
import { languageFor } from '../language/registry.js';
import type { Content, FacingRow, Paragraph, Run } from './summary.js';

type Sequence = Extract<Run, { readonly kind: 'sequence' }>;

/**
 * @param text rows before the chart's; one at least
 * @param chart with a caption in each of its cells
 * @returns the same rows, the first of the text with a reference in each language, the captions with what it refers to
 */
export function referring(text: readonly FacingRow[], chart: FacingRow): FacingRow[] {
  // The chart stood right above it in the template: of that it speaks.
  const first = Math.max(
    text.findIndex(({ keepNext }) => !keepNext),
    0,
  );
  const captions = chart.cells.map((cell) => marked(cell));
  const cells = text[first]?.cells.map((cell, side) => {
    const mark = captions[side]?.mark;
    const paragraph = cell.at(-1);
    if (mark === undefined || paragraph?.kind !== 'paragraph') return cell;
    return [...cell.slice(0, -1), withReference(paragraph, mark)];
  });
  const rows = text.map((row, index) => (index === first && cells ? { ...row, cells } : row));
  return [...rows, { ...chart, cells: captions.map(({ cell }) => cell) }];
}

/** A caption, its number being one that a reference may name. */
function marked(cell: readonly Content[]): { cell: readonly Content[]; mark?: Sequence } {
  let mark: Sequence | undefined;
  const withMark = (run: Run): Run => {
    if (run.kind !== 'sequence') return run;
    // Word hides names of this kind from its list of bookmarks.
    mark = { ...run, bookmark: `_RefFigure${run.number}${run.language.replace(/\W/g, '')}` };
    return mark;
  };
  const content = cell.map((one) =>
    one.kind === 'paragraph' && one.role === 'caption' ? { ...one, runs: one.runs.map(withMark) } : one,
  );
  return { cell: content, ...(mark && { mark }) };
}

/** Before the stop of its last sentence, or at its end where there is none. */
function withReference(paragraph: Paragraph, { bookmark = '', number, language }: Sequence): Paragraph {
  const { words, punctuation } = languageFor(language);
  const { open, close, beforeCaptionNumber } = punctuation;
  const reference: readonly Run[] = [
    // No line begins with it.
    { kind: 'text', text: `${open.replace(' ', '\u00a0')}${words.figure}${beforeCaptionNumber}`, language },
    { kind: 'figureOf', bookmark, number, language },
    { kind: 'text', text: close.trimEnd(), language },
  ];
  const { runs } = paragraph;
  const at = runs.findLastIndex(({ kind }) => kind === 'text');
  const run = runs[at];
  const before = runs.slice(0, at);
  if (run?.kind !== 'text' || run.fact !== undefined || run.url !== undefined || !/[.。]$/.test(run.text))
    return { ...paragraph, runs: [...runs, ...reference] };
  const rest = run.text.slice(0, -1);
  const said: readonly Run[] = rest === '' ? [] : [{ ...run, text: rest }];
  const stop: Run = { ...run, text: run.text.slice(-1) };
  return { ...paragraph, runs: [...before, ...said, ...reference, stop, ...runs.slice(at + 1)] };
}
