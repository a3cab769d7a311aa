/** A native chart beside its workbook. */
import type { ChartParts } from '../../src/ooxml/chart-parts.js';
import { readPackage } from '../../src/ooxml/package.js';
import { child, descendants, elements, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';

/** The cells of the only sheet by their address, as Excel reads them. */
export function cellsOf(workbook: Uint8Array): Map<string, string> {
  const sheet = readPackage(workbook).parts.get('xl/worksheets/sheet1.xml');
  const root = parseXml(new TextDecoder().decode(sheet));
  return new Map(
    descendants(root, 'c').map((cell) => [
      cell.attributes.get('r') as string,
      textOf(child(cell, 'v') ?? (child(cell, 'is') as XmlElement)),
    ]),
  );
}

/** The cells that a reference such as Sheet1!$B$2:$B$5 names. */
function at1(cells: Map<string, string>, reference: string): (string | undefined)[] {
  const [, column, first, last] = /^Sheet1!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?$/.exec(
    reference,
  ) as never as [string, string, string, string | undefined];
  const rows = Number(last ?? first) - Number(first) + 1;
  return Array.from({ length: rows }, (_, row) => cells.get(`${column}${Number(first) + row}`));
}

const pointsOf = (cache: XmlElement): string[] =>
  descendants(cache, 'c:pt').map((point) => textOf(child(point, 'c:v') as XmlElement));

/** For each reference to cells: what the chart has cached of them, and what they hold. */
export function cachedAndHeld({ space, workbook }: ChartParts): { cached: string[]; held: unknown[] }[] {
  const cells = cellsOf(workbook);
  return descendants(space).flatMap((parent) => {
    const reference = child(parent, 'c:f') ?? child(parent, 'c15:f');
    const cache = elements(parent).find(({ name }) => /Cache$/.test(name));
    return reference && cache ? [{ cached: pointsOf(cache), held: at1(cells, textOf(reference)) }] : [];
  });
}
