/** Layer 1. A native chart shows what its workbook holds: else "Edit data" would change it, or not open at all. */
import { FindingsError } from '../../diagnostic.js';
import { readPackage } from '../package.js';
import { Parts } from '../parts.js';
import { child, descendants, elements, textOf, type XmlElement } from '../xml.js';
import { type ChartPage, type Finding, OfficeFile, quote, type Rule } from './file.js';

/** Every native chart has a workbook, whose cells hold the values and texts that the chart shows. */
export const chartData: Rule = function* (file) {
  for (const chart of file.charts) {
    const id = child(chart.root, 'c:externalData')?.attributes.get('r:id');
    const workbook = file.relationships(chart.part).find((found) => found.id === id);
    if (id === undefined || workbook?.kind !== 'package')
      yield {
        ...findingIn(chart, 'it has no workbook, so that nobody can edit its data'),
        expected: 'c:externalData with the relationship to an embedded .xlsx',
      };
    else if (file.parts.has(workbook.target)) yield* differences(chart, file.parts.bytes(workbook.target));
  }
};

const findingIn = ({ part, label }: ChartPage, message: string): Finding => ({
  part,
  message: `${label}: ${message}`,
  expected: 'what the cell holds, so that opening the data changes nothing',
  hint: 'make the chart again',
});

function* differences(chart: ChartPage, bytes: Uint8Array): Iterable<Finding> {
  const cells = cellsOf(bytes);
  if (!cells) return;
  for (const parent of descendants(chart.root)) {
    const reference = child(parent, 'c:f') ?? child(parent, 'c15:f');
    const cache = elements(parent).find(({ name }) => /^(c:(str|num)Cache|c15:dlblRangeCache)$/.test(name));
    const range = reference && columnOf(textOf(reference));
    if (!cache || !range) continue;
    for (const point of elements(cache, 'c:pt')) {
      const address = `${range.column}${range.first + Number(point.attributes.get('idx'))}`;
      const [shown, held] = [textOf(child(point, 'c:v') ?? point), cells(range.sheet, address)];
      if (held === undefined || same(shown, held, cache.name === 'c:numCache')) continue;
      yield findingIn(
        chart,
        `it shows ${quote(shown)}, but cell ${address} of its workbook holds ${quote(held)}`,
      );
    }
  }
}

/** What is no number, where one should stand, is a finding of another rule. */
const same = (shown: string, held: string, isNumber: boolean): boolean =>
  shown === held ||
  (isNumber && (Number(shown) === Number(held) || !Number.isFinite(Number(shown || 'none'))));

/** `Sheet1!$B$2:$B$5`, `'My data'!$B$1`: cells below each other. */
function columnOf(reference: string): { sheet: string; column: string; first: number } | undefined {
  const found =
    /^(?:'(?<quoted>[^']+)'|(?<plain>\w+))!\$(?<column>[A-Z]+)\$(?<first>\d+)(?::\$\k<column>\$\d+)?$/.exec(
      reference,
    )?.groups;
  if (!found) return undefined;
  const { quoted, plain, column = '', first } = found;
  return { sheet: quoted ?? plain ?? '', column, first: Number(first) };
}

type Cells = (sheet: string, address: string) => string | undefined;

/** What the cells of a workbook hold, an empty one ''; undefined where it cannot be read, which has a rule of its own. */
function cellsOf(bytes: Uint8Array): Cells | undefined {
  try {
    const workbook = new OfficeFile(new Parts(readPackage(bytes)));
    const { main = '' } = workbook;
    const targets = new Map(workbook.relationships(main).map(({ id, target }) => [id, target]));
    const shared = workbook
      .related(main, 'sharedStrings')
      .flatMap((part) => elements(workbook.tree(part) ?? emptySheet, 'si').map(stringOf));
    const sheets = new Map<string, Map<string, string>>();
    for (const sheet of descendants(workbook.tree(main) ?? emptySheet, 'sheet')) {
      const tree = workbook.tree(targets.get(sheet.attributes.get('r:id') ?? '') ?? '');
      if (!tree) return undefined;
      const held = descendants(tree, 'c').map((cell) => {
        const value = textOf(child(cell, 'v') ?? emptySheet);
        const type = cell.attributes.get('t');
        const inline = child(cell, 'is');
        const text = inline ? stringOf(inline) : type === 's' ? (shared[Number(value)] ?? '') : value;
        return [cell.attributes.get('r') ?? '', text] as const;
      });
      sheets.set(sheet.attributes.get('name') ?? '', new Map(held));
    }
    return (sheet, address) => {
      const cells = sheets.get(sheet);
      return cells && (cells.get(address) ?? '');
    };
  } catch (error) {
    if (error instanceof FindingsError) return undefined;
    throw error;
  }
}

const emptySheet: XmlElement = { name: '', attributes: new Map(), children: [] };

/** Without what is there for reading Japanese aloud. */
const stringOf = (item: XmlElement): string =>
  elements(item)
    .flatMap((each) => (each.name === 't' ? [each] : each.name === 'r' ? elements(each, 't') : []))
    .map(textOf)
    .join('');
