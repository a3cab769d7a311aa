import { beforeAll, describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/build/briefing.js';
import { buildZone } from '../../src/build/build.js';
import { makeZone } from '../../src/build/make.js';
import { chartsFile } from '../../src/charts/definition.js';
import type { Fact } from '../../src/facts/fact.js';
import { readYaml } from '../../src/facts/yaml.js';
import { readPackage } from '../../src/ooxml/package.js';
import { traceFigures } from '../../src/trace/trace.js';
import { nodeWorld } from '../../src/world.js';
import { expectValid } from '../ooxml/validator.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { repository, sampleDecks, sampleZone } from '../support/sample.js';

const partsOf = (bytes: Uint8Array, pattern: RegExp): [string, Uint8Array][] =>
  [...readPackage(bytes).parts].filter(([name]) => pattern.test(name));
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the decks of the sample with native charts', () => {
  const decks = new Map<string, Uint8Array>();
  const make = () => makeZone(nodeWorld(), { root: repository, zone: sampleZone, charts: 'native' });
  let facts: ReadonlyMap<string, Fact>;
  beforeAll(async () => {
    const made = await make();
    expect(made.diagnostics).toEqual([]);
    for (const { name, content } of made.outputs) if (name.endsWith('.pptx')) decks.set(name, content);
    ({ facts } = await loadFacts(`${repository}/data/${sampleZone}`));
  }, 60_000);

  it.each(sampleDecks)(
    '%s is valid for Office 2019 and Microsoft 365, workbooks included',
    async (name) => {
      await expectValid(decks.get(name) as Uint8Array, 'pptx');
    },
    60_000,
  );

  it.each(sampleDecks)("%s holds the facts' own amounts in its workbooks", async (name) => {
    const world = nodeWorld();
    const file = `${repository}/templates/investor-briefing/charts.yaml`;
    const charts = readYaml(file, await world.readText(file), chartsFile).value ?? {};
    const numbers = partsOf(decks.get(name) as Uint8Array, /\.xlsx$/).map(([, book]) => {
      const sheet = text(readPackage(book).parts.get('xl/worksheets/sheet1.xml') as Uint8Array);
      return [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value);
    });
    expect(numbers).toHaveLength(Object.keys(charts).length);
    for (const chart of Object.values(charts)) {
      if (chart.type === 'classes') continue;
      const ids =
        chart.type === 'bars'
          ? chart.facts
          : chart.type === 'share'
            ? [chart.part]
            : [...chart.parts, chart.whole, chart.centre];
      const amounts = ids.map((id) => facts.get(id)?.quantity?.amount);
      expect(numbers.some((sheet) => amounts.every((amount) => sheet.includes(amount)))).toBe(true);
    }
  });

  it.each(sampleDecks)('%s traces every figure of its charts as made, from their descriptions', (name) => {
    const { figures } = traceFigures(decks.get(name) as Uint8Array);
    const inCharts = figures.filter(({ place }) => place.in === 'alt');
    expect(inCharts.length).toBeGreaterThan(10);
    expect(figures.filter(({ status }) => status !== 'as-made')).toEqual([]);
  });

  it('come out the same again', async () => {
    for (const { name, content } of (await make()).outputs) {
      const first = decks.get(name);
      if (first) expect(Buffer.compare(first, content), name).toBe(0);
    }
  }, 60_000);

  it('hold no picture of a chart, and Chinese in a Chinese font', () => {
    const deck = decks.get('briefing.zh-CN.pptx') as Uint8Array;
    expect(partsOf(deck, /^ppt\/media\//)).toEqual([]);
    const drawings = partsOf(deck, /^ppt\/drawings\//);
    expect(drawings.length).toBeGreaterThan(3);
    for (const [, drawing] of drawings) {
      expect(text(drawing)).toContain('lang="zh-CN"');
      expect(text(drawing)).toContain('<a:ea typeface="Microsoft YaHei"/>');
    }
  });
});

describe('the form of a chart', () => {
  const deckPath = '/templates/starter-briefing/deck.en.md.hbs';
  const outputOf = async (charts?: 'image' | 'native', edit = (template: string) => template) => {
    const world = exampleWorld();
    const template = text(world.files.get(deckPath) as Uint8Array);
    const edited = edit(template);
    world.files.set(deckPath, new TextEncoder().encode(edited));
    const report = await buildZone(world, {
      root: '/',
      zone: exampleZone,
      languages: ['en'],
      summaries: [],
      ...(charts && { charts }),
    });
    const file = (name: string) => world.files.get(`/out/${exampleZone}/${name}`) as Uint8Array;
    return { report, file };
  };
  const natives = (deck: Uint8Array): number => partsOf(deck, /^ppt\/charts\/chart\d+\.xml$/).length;
  const as = (form: string) => (template: string) =>
    template.replace(/\{\{chart "([^"]+)"\}\}/, `{{chart "$1" as="${form}"}}`);

  it('is a picture unless a build or the template says otherwise, and nothing else tells', async () => {
    const [left, said] = [await outputOf(), await outputOf('image')];
    expect(natives(left.file('briefing.en.pptx'))).toBe(0);
    expect(text(left.file('manifest.json'))).toBe(text(said.file('manifest.json')));
    expect(JSON.parse(text(left.file('manifest.json')))).not.toHaveProperty('charts');
  });

  it('is native where the build asks for it, and the manifest says so', async () => {
    const { file } = await outputOf('native');
    expect(natives(file('briefing.en.pptx'))).toBeGreaterThan(0);
    expect(JSON.parse(text(file('manifest.json')))).toMatchObject({ charts: 'native' });
  });

  it('is what the template says of one chart, before what the build asks for', async () => {
    expect(natives((await outputOf('image', as('native'))).file('briefing.en.pptx'))).toBe(1);
    const all = natives((await outputOf('native')).file('briefing.en.pptx'));
    expect(natives((await outputOf('native', as('image'))).file('briefing.en.pptx'))).toBe(all - 1);
  });

  it('that there is not is a finding at its place', async () => {
    const { report } = await outputOf('image', as('nativ'));
    expect(report.ok).toBe(false);
    expect(report.diagnostics[0]).toMatchObject({
      message: expect.stringContaining('"nativ"'),
      expected: 'one of image, native',
      hint: 'did you mean "native"?',
      at: { file: deckPath },
    });
  });
});
