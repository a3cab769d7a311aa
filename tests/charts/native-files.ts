/** The sample's files with native charts, and what their workbooks must hold: the amounts of the facts themselves. */
import { loadFacts } from '../../src/build/briefing.js';
import { type MakeOptions, makeZone } from '../../src/build/make.js';
import { chartsFile } from '../../src/charts/definition.js';
import { readYaml } from '../../src/facts/yaml.js';
import { readPackage } from '../../src/ooxml/package.js';
import { byNumber } from '../../src/ooxml/parts.js';
import { child, descendants, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { nodeWorld } from '../../src/world.js';
import { repository, sampleZone } from '../support/sample.js';

/** All parts of a file whose names match. */
export const partsOf = (bytes: Uint8Array, pattern: RegExp): [string, Uint8Array][] =>
  [...readPackage(bytes).parts].filter(([name]) => pattern.test(name));
export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/**
 * The decks and summaries by name.
 * @param asked over what zone.yaml says: other languages, say
 * @throws where the zone gives findings
 */
export async function nativeFiles(asked: Partial<MakeOptions> = {}): Promise<Map<string, Uint8Array>> {
  const options = { root: repository, zone: sampleZone, charts: 'native' as const, ...asked };
  const made = await makeZone(nodeWorld(), options);
  if (made.diagnostics.length > 0) throw new Error(JSON.stringify(made.diagnostics, undefined, 2));
  return new Map(
    made.outputs.flatMap(({ name, content }) => (/\.(pptx|docx)$/.test(name) ? [[name, content]] : [])),
  );
}

export interface StatedAmounts {
  readonly id: string;
  /** In the chart's order: of its marks first. */
  readonly amounts: readonly string[];
  readonly ofMarks: readonly string[];
}

/** What the facts of each chart of the template state, but for those of classes, which have no amounts. */
export async function statedAmounts(): Promise<StatedAmounts[]> {
  const { facts } = await loadFacts(`${repository}/data/${sampleZone}`);
  const file = `${repository}/templates/investor-briefing/charts.yaml`;
  const charts = readYaml(file, await nodeWorld().readText(file), chartsFile).value ?? {};
  return Object.entries(charts).flatMap(([id, chart]) => {
    if (chart.type === 'classes') return [];
    const marks = chart.type === 'bars' ? chart.facts : chart.type === 'share' ? [chart.part] : chart.parts;
    const others = chart.type === 'parts' ? [chart.whole, chart.centre] : [];
    const [ofMarks = [], ofOthers = []] = [marks, others].map((ids) =>
      ids.map((fact) => facts.get(fact)?.quantity?.amount ?? `no amount of ${fact}`),
    );
    return [{ id, amounts: [...ofMarks, ...ofOthers], ofMarks }];
  });
}

/** The numbers in each workbook of a file. */
export const numbersInWorkbooks = (bytes: Uint8Array): string[][] =>
  partsOf(bytes, /\.xlsx$/).map(([, book]) => {
    const sheet = text(readPackage(book).parts.get('xl/worksheets/sheet1.xml') as Uint8Array);
    return [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value as string);
  });

const sorted = <T>(parts: readonly [string, T][]): [string, T][] =>
  [...parts].sort(([a], [b]) => byNumber(a, b));

/** The numbers that each native chart of a file shows, in the order of the charts. */
export const numbersInCharts = (bytes: Uint8Array): string[][] =>
  sorted(partsOf(bytes, /\/charts\/chart\d+\.xml$/)).map(([, part]) =>
    descendants(parseXml(text(part)), 'c:numCache').flatMap((cache) =>
      descendants(cache, 'c:pt').map((point) => textOf(child(point, 'c:v') as XmlElement)),
    ),
  );
