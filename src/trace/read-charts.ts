/** Layer 2. The texts of native charts, whoever saved them last: titles, boxes over the chart, and its data by rows. */
import { Decimal } from 'decimal.js';
import type { OfficeFile } from '../ooxml/lint/file.js';
import { child, descendants, elements, textOf, type XmlElement } from '../ooxml/xml.js';
import { paragraphText } from './drawing-text.js';

export interface ChartText {
  readonly text: string;
  /** Of the data: row and column in the sheet, from 1. */
  readonly cell?: readonly [number, number];
}

/** The texts of the charts that a page shows somewhere below an element; not those in other paragraphs inside it. */
export function chartTextsIn(file: OfficeFile, page: string, element: XmlElement): ChartText[] {
  const references = chartsIn(element);
  if (references.length === 0) return [];
  const targets = new Map(file.relationships(page).map(({ id, target }) => [id, target]));
  return references.flatMap((id) => {
    const part = targets.get(id) ?? '';
    const space = file.tree(part);
    return space ? textsOf(file, part, space) : [];
  });
}

function chartsIn(element: XmlElement): string[] {
  return elements(element).flatMap((each): string[] => {
    if (each.name === 'c:chart') return [each.attributes.get('r:id') ?? ''];
    return each.name === 'w:p' || each.name === 'mc:Fallback' ? [] : chartsIn(each);
  });
}

function textsOf(file: OfficeFile, part: string, space: XmlElement): ChartText[] {
  const boxes = file.related(part, 'chartUserShapes').flatMap((drawing) => file.tree(drawing) ?? []);
  const written = [...descendants(space, 'c:title'), ...boxes].flatMap((root) => descendants(root, 'a:p'));
  const plots = elements(child(space, 'c:chart', 'c:plotArea') ?? space).filter(({ name }) =>
    /^c:\w+Chart$/.test(name),
  );
  return [
    ...written.map((paragraph) => ({ text: paragraphText(paragraph) })),
    ...plots.flatMap(rowsOf),
  ].filter(({ text }) => text.trim() !== '');
}

/** What programs cache of cells (c:strCache, c:numCache, c15:dlblRangeCache), by the point's index. */
function pointsOf(parent: XmlElement | undefined): Map<number, string> {
  const points = parent ? descendants(parent, 'c:pt') : [];
  return new Map(
    points.map((point) => [Number(point.attributes.get('idx')), textOf(child(point, 'c:v') ?? point)]),
  );
}

/** The shortest number that is this one: some programs write 78.599999999999994 for 78.6. */
function plain(value: string): string {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? value : new Decimal(number).toFixed();
}

/** Labels as they are shown, by the point's index: what is typed into them, and the cells that their fields show. */
function labelsOf(series: XmlElement): Map<number, string>[] {
  const cells = descendants(series, 'c15:dlblRangeCache').map(pointsOf)[0] ?? new Map<number, string>();
  const shown = new Map(cells);
  for (const label of elements(child(series, 'c:dLbls') ?? series, 'c:dLbl')) {
    const row = Number(child(label, 'c:idx')?.attributes.get('val'));
    const written = child(label, 'c:tx', 'c:rich');
    if (!written) continue;
    const runs = descendants(written).filter(({ name }) => name === 'a:r' || name === 'a:fld');
    const texts = runs.map((run) =>
      run.attributes.get('type') === 'CELLRANGE' ? (cells.get(row) ?? '') : textOf(child(run, 'a:t') ?? run),
    );
    shown.set(row, texts.join(''));
  }
  return shown.size > 0 ? [shown] : [];
}

function rowsOf(plot: XmlElement): ChartText[] {
  const all = elements(plot, 'c:ser');
  const categories = all.map((series) => pointsOf(child(series, 'c:cat'))).find(({ size }) => size > 0);
  if (!categories) return [];
  const series = all.map((each) => ({
    name: [...pointsOf(child(each, 'c:tx')).values()].join(' '),
    values: pointsOf(child(each, 'c:val')),
  }));
  const labels = all.flatMap((each) => labelsOf(each));
  const stacked = child(plot, 'c:grouping')?.attributes.get('val') === 'stacked';
  const rows = [...categories];
  return [
    ...labels.flatMap((figures) =>
      rows.flatMap(([row, category]): ChartText[] => {
        const figure = figures.get(row);
        if (figure === undefined) return [];
        return [{ text: `${category}\n${figure}`, cell: [row + 2, all.length + 2] }];
      }),
    ),
    ...rows.map(([row, category]): ChartText => {
      const reached = series.slice(0, -1).findLast(({ values }) => Number(values.get(row)) >= 1);
      const numbers = series.flatMap(({ values }) => values.get(row) ?? []).map(plain);
      // Classes one behind the other: 1 where the row reaches one, and last how many are left.
      const said = stacked ? (reached ? [reached.name] : []) : numbers;
      return { text: [category, ...said].join('\n'), cell: [row + 2, 2] };
    }),
  ];
}
