/** What holds for every native chart, whatever it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartParts } from '../../src/charts/native/embed.js';
import { layoutLive, nativeChart } from '../../src/charts/native/native-chart.js';
import { textsOf } from '../../src/charts/native/texts.js';
import { type ChartFormat, type ChartSpec, sizeOf } from '../../src/document/chart.js';
import { OfficeFile } from '../../src/ooxml/lint/file.js';
import { addChartParts, chartReference } from '../../src/ooxml/mend/chart-package.js';
import { Parts } from '../../src/ooxml/parts.js';
import { el, type XmlElement } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { serializeXml } from '../../src/ooxml/xml-writer.js';
import { chartTextsIn } from '../../src/trace/read-charts.js';
import { anyChart, anyFormat } from './any-chart.js';
import { theme } from './samples.js';
import { cachedAndHeld } from './workbook-cells.js';

const at = { width: 300, date: '2026-01-19' };
const page = 'word/document.xml';

/** The chart in a package, written and read again. */
function inFile(spec: ChartSpec, into: ChartFormat): { file: OfficeFile; frame: XmlElement } {
  const parts = new Parts({ parts: new Map() });
  parts.set('[Content_Types].xml', el('Types'));
  const frame = chartReference(
    parts,
    page,
    addChartParts(parts, 'word', chartParts(spec, theme, into, at), 1),
  );
  return { file: new OfficeFile(new Parts(parts.toPackage())), frame: el('w:drawing', {}, [frame]) };
}

/** Where lines end makes no difference. */
const essenceOf = (texts: readonly { readonly text: string; readonly cell?: unknown }[]) =>
  texts.map(({ text, cell }) => ({ text: text.replace(/\s/g, ''), cell })).filter(({ text }) => text !== '');

describe('every native chart', () => {
  it('shows what its workbook holds', () => {
    fc.assert(
      fc.property(anyChart, anyFormat, (spec, into) => {
        for (const { cached, held } of cachedAndHeld(chartParts(spec, theme, into, at)))
          expect(cached).toEqual(held.map((value) => value ?? ''));
      }),
      { numRuns: 40 },
    );
  });

  it('is well-formed, and says what is recorded of it, text by text', () => {
    fc.assert(
      fc.property(anyChart, anyFormat, (spec, into) => {
        const { file, frame } = inFile(spec, into);
        const read = chartTextsIn(file, page, frame);
        const said = textsOf(spec, theme, into).map(({ pieces, cell }) => ({
          text: pieces.map(({ text }) => text).join(''),
          cell,
        }));
        expect(essenceOf(read)).toEqual(essenceOf(said));
      }),
      { numRuns: 40 },
    );
  });

  it('has its marks within itself, and its texts where they fit', () => {
    fc.assert(
      fc.property(anyChart, anyFormat, (spec, into) => {
        const { width, height } = sizeOf(into);
        const { plot, texts } = nativeChart(spec, theme, into);
        if (!layoutLive(spec, theme, into).fits) return;
        for (const { x, y, width: w, height: h } of [plot, ...texts]) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.01);
          expect(x + w).toBeLessThanOrEqual(width + 0.01);
          expect(y + h).toBeLessThanOrEqual(height + 0.01);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('comes out the same again', () => {
    fc.assert(
      fc.property(anyChart, anyFormat, (spec, into) => {
        const [one, other] = [chartParts(spec, theme, into, at), chartParts(spec, theme, into, at)];
        expect(serializeXml(one.space)).toBe(serializeXml(other.space));
        expect(Buffer.compare(one.workbook, other.workbook)).toBe(0);
        expect(parseXml(serializeXml(one.space)).name).toBe('c:chartSpace');
      }),
      { numRuns: 20 },
    );
  });
});
