/** What a summary of the sample says, as plain data: rows of cells of paragraphs and pictures; `full`: without a table. */
import type { Content, HeadingSide, Part, Run, Summary } from '../../../src/summary/summary.js';

export const summaryContent = (model: Summary): unknown => ({
  languages: model.languages,
  title: model.properties.title,
  footnotes: model.footnotes.map(({ runs, language }) => ({ text: runText(runs), language })),
  parts: [
    headline(model.title, 'title'),
    { kind: 'facing', rows: [model.imprint.cells.map(contents)] },
    ...model.parts.map(part),
  ],
});

/** Both languages on a line. */
const headline = (sides: readonly HeadingSide[], role: 'title' | 'heading'): unknown => {
  const text = sides.map(({ runs }) => runText(runs)).join('\t');
  return full([{ text, language: sides[0]?.language, role, notes: [] }]);
};

const full = (items: readonly unknown[]): unknown => ({ kind: 'full', rows: [[items]] });

function part(one: Part): unknown {
  switch (one.kind) {
    case 'heading':
      return headline(one.sides, 'heading');
    case 'facing':
      return { kind: 'facing', rows: one.rows.map(({ cells }) => cells.map(contents)) };
    case 'table':
      return { kind: 'table', rows: [one.header, ...one.rows].map((row) => row.map(contents)) };
    case 'strip':
      return { kind: 'strip', rows: one.rows.map((row) => row.map(contents)) };
    case 'full':
      return full(contents(one.content));
    case 'front':
      throw new Error('the sample has no languages one after the other');
  }
}

/** References to footnotes are told apart from the text: `notes`. */
function runText(runs: readonly Run[]): string {
  const one = (run: Run): string => {
    if (run.kind === 'text') return run.text;
    if (run.kind === 'sequence' || run.kind === 'figureOf') return String(run.number);
    if (run.kind === 'pageOf') return String(run.page);
    return { break: ' ', tab: '\t', note: '', page: '', pages: '' }[run.kind];
  };
  return runs.map(one).join('');
}

const contents = (all: readonly Content[]): unknown[] =>
  all.map((item) => {
    if (item.kind === 'picture') {
      if (!('chart' in item.content)) throw new Error('the sample has pictures of charts only');
      return {
        kind: 'picture',
        chart: item.content.chart.replace(/\.[^.]+$/, ''),
        language: item.language,
        alt: item.alt,
      };
    }
    const strong =
      item.role === 'lead' ||
      item.role === 'tileValue' ||
      item.role === 'stepTitle' ||
      item.role === 'columnHead';
    return {
      text: runText(item.runs),
      language: item.language,
      role: item.role === 'item' ? 'item' : strong ? 'strong' : 'text',
      notes: item.runs.flatMap((run) => (run.kind === 'note' ? [run.number] : [])),
    };
  });
