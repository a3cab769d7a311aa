import { beforeAll, describe, expect, it } from 'vitest';
import { buildZone } from '../../src/build/build.js';
import { traceFigures } from '../../src/trace/trace.js';
import { expectValid } from '../ooxml/validator.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { sampleDecks } from '../support/sample.js';
import { nativeFiles, numbersInWorkbooks, partsOf, statedAmounts, text } from './native-files.js';

describe('the decks of the sample with native charts', () => {
  let decks = new Map<string, Uint8Array>();
  beforeAll(async () => {
    decks = await nativeFiles();
  }, 60_000);

  it.each(sampleDecks)(
    '%s is valid for Office 2019 and Microsoft 365, workbooks included',
    async (name) => {
      await expectValid(decks.get(name) as Uint8Array, 'pptx');
    },
    60_000,
  );

  it.each(sampleDecks)("%s holds the facts' own amounts in its workbooks", async (name) => {
    const numbers = numbersInWorkbooks(decks.get(name) as Uint8Array);
    const stated = await statedAmounts();
    expect(stated.length).toBeGreaterThan(3);
    for (const { id, amounts } of stated)
      expect(
        numbers.filter((sheet) => amounts.every((amount) => sheet.includes(amount))),
        id,
      ).not.toEqual([]);
  });

  it.each(sampleDecks)(
    '%s traces every figure of its charts as made, in their descriptions and in themselves',
    (name) => {
      const { figures } = traceFigures(decks.get(name) as Uint8Array);
      for (const part of ['alt', 'chart'])
        expect(figures.filter(({ place }) => place.in === part).length).toBeGreaterThan(10);
      expect(figures.filter(({ status }) => status !== 'as-made')).toEqual([]);
    },
  );

  it('come out the same again', async () => {
    for (const [name, content] of await nativeFiles())
      expect(Buffer.compare(decks.get(name) as Uint8Array, content), name).toBe(0);
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
