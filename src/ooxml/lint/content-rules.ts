/** Layer 1. Rules about what is embedded: pictures, chart data, workbooks. */
import { FindingsError } from '../../diagnostic.js';
import { readPackage } from '../package.js';
import { Parts } from '../parts.js';
import { child, descendants, elements, textOf } from '../xml.js';
import { OfficeFile, quote, type Rule } from './file.js';

/** First bytes of the formats that Office shows. */
const magic: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  png: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  jpg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  jpeg: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]),
  gif: (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]),
  bmp: (bytes) => startsWith(bytes, [0x42, 0x4d]),
  svg: (bytes) => /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 1000))),
};

const startsWith = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte);

/** A picture's bytes are of the format its name says. */
export const pictures: Rule = function* (file) {
  for (const part of file.names(/\/media\/[^/]+$/)) {
    const extension = (part.split('.').at(-1) ?? '').toLowerCase();
    const fits = magic[extension];
    const bytes = file.parts.bytes(part);
    if (!fits || fits(bytes)) continue;
    yield {
      part,
      message: `${part} does not begin as ${extension.toUpperCase()} does, but with ${[...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ') || 'nothing'}`,
      expected: `a ${extension.toUpperCase()} picture`,
      hint: 'check the picture that the template names',
    };
  }
};

/** Cached chart values are numbers, and as many as are counted. */
export const chartCaches: Rule = function* (file) {
  for (const chart of file.charts) {
    for (const cache of descendants(chart.root, 'c:numCache')) {
      const count = Number(child(cache, 'c:ptCount')?.attributes.get('val') ?? Number.NaN);
      const points = elements(cache, 'c:pt');
      for (const point of points) {
        const value = textOf(child(point, 'c:v') ?? point).trim();
        if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value))
          yield {
            part: chart.part,
            message: `${chart.label}: value ${quote(value)} at point ${point.attributes.get('idx') ?? '?'} is no number`,
            expected: 'finite numbers',
            hint: 'leave out points that have no value',
          };
      }
      if (points.length > count)
        yield {
          part: chart.part,
          message: `${chart.label}: ${points.length} points where ${count} are counted`,
          expected: 'c:ptCount of at least the number of points',
          hint: 'give as many values as labels',
        };
    }
  }
};

/** Every embedded workbook opens and has a sheet. */
export const workbooks: Rule = function* (file) {
  for (const part of file.names(/\/embeddings\/[^/]+\.xlsx$/)) {
    const problem = workbookProblem(file.parts.bytes(part));
    if (problem)
      yield {
        part,
        message: `${part}: ${problem}`,
        expected: 'a workbook that Excel opens when a reader asks for the chart’s data',
        hint: 'make the chart again',
      };
  }
};

function workbookProblem(bytes: Uint8Array): string | undefined {
  try {
    const workbook = new OfficeFile(new Parts(readPackage(bytes)));
    for (const part of workbook.xmlParts) workbook.parts.xml(part);
    const { main } = workbook;
    if (main === undefined) return 'the embedded package has no workbook';
    return workbook.related(main, 'worksheet').length === 0 ? 'the workbook has no sheet' : undefined;
  } catch (error) {
    if (error instanceof FindingsError) return error.diagnostics.map(({ message }) => message).join('; ');
    throw error;
  }
}
