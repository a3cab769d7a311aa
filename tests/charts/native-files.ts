/** The sample's files with native charts, and what their workbooks must hold: the amounts of the facts themselves. */
import { loadFacts } from '../../src/build/briefing.js';
import { makeZone } from '../../src/build/make.js';
import { chartsFile } from '../../src/charts/definition.js';
import { readYaml } from '../../src/facts/yaml.js';
import { readPackage } from '../../src/ooxml/package.js';
import { child, descendants, parseXml, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { nodeWorld } from '../../src/world.js';
import { repository, sampleZone } from '../support/sample.js';

/** All parts of a file whose names match. */
export const partsOf = (bytes: Uint8Array, pattern: RegExp): [string, Uint8Array][] =>
  [...readPackage(bytes).parts].filter(([name]) => pattern.test(name));
export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The decks and summaries by name. @throws where the zone gives findings */
export async function nativeFiles(): Promise<Map<string, Uint8Array>> {
  const made = await makeZone(nodeWorld(), { root: repository, zone: sampleZone, charts: 'native' });
  if (made.diagnostics.length > 0) throw new Error(JSON.stringify(made.diagnostics, undefined, 2));
  return new Map(
    made.outputs.flatMap(({ name, content }) => (/\.(pptx|docx)$/.test(name) ? [[name, content]] : [])),
  );
}

/** For each chart of the template but those of classes, which have no amounts: what its facts state, in its order. */
export async function statedAmounts(): Promise<{ id: string; amounts: string[] }[]> {
  const { facts } = await loadFacts(`${repository}/data/${sampleZone}`);
  const file = `${repository}/templates/investor-briefing/charts.yaml`;
  const charts = readYaml(file, await nodeWorld().readText(file), chartsFile).value ?? {};
  return Object.entries(charts).flatMap(([id, chart]) => {
    if (chart.type === 'classes') return [];
    const ids =
      chart.type === 'bars'
        ? chart.facts
        : chart.type === 'share'
          ? [chart.part]
          : [...chart.parts, chart.whole, chart.centre];
    return [{ id, amounts: ids.map((fact) => facts.get(fact)?.quantity?.amount ?? `no amount of ${fact}`) }];
  });
}

/** The numbers in each workbook of a file. */
export const numbersInWorkbooks = (bytes: Uint8Array): string[][] =>
  partsOf(bytes, /\.xlsx$/).map(([, book]) => {
    const sheet = text(readPackage(book).parts.get('xl/worksheets/sheet1.xml') as Uint8Array);
    return [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value as string);
  });

/** The numbers that each native chart of a file shows. */
export const numbersInCharts = (bytes: Uint8Array): string[][] =>
  partsOf(bytes, /\/charts\/chart\d+\.xml$/).map(([, part]) =>
    descendants(parseXml(text(part)), 'c:numCache').flatMap((cache) =>
      descendants(cache, 'c:pt').map((point) => textOf(child(point, 'c:v') as XmlElement)),
    ),
  );
