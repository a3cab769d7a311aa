import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.js';
import { loadTemplate } from '../../src/compose/template.js';
import { checkTypedFigures } from '../../src/compose/typed-figures.js';
import { loadLedger } from '../../src/facts/load.js';
import { Memory } from '../../src/memory.js';
import type { MemoryWorld } from '../../src/world.js';
import { sampleZone } from '../support/sample.js';
import { sampleWorld } from '../support/sample-world.js';
import { edit } from '../support/zone-edits.js';

const template = '/templates/investor-briefing';
const zone = `/data/${sampleZone}`;

/** Whoever changes what is remembered is told so at once. */
class FrozenMemory extends Memory {
  override recall<V>(kind: string, key: string, make: () => V, times?: number): V {
    return super.recall(kind, key, () => frozen(make()), times);
  }
}

function frozen<V>(value: V): V {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value))
    return value;
  Object.freeze(value);
  for (const each of value instanceof Map ? value.values() : Object.values(value)) frozen(each);
  return value;
}

async function composed(world: MemoryWorld, memory: Memory | undefined) {
  const { ledger, diagnostics, texts } = await loadLedger(world, zone, { memory });
  const loaded = await loadTemplate(world, template, undefined, memory);
  const findings = [...diagnostics, ...loaded.diagnostics];
  const documents = [];
  if (ledger && loaded.template) {
    findings.push(...checkTypedFigures(ledger, texts, memory));
    for (const kind of ['deck', 'summary'] as const)
      for (const language of ['en', 'zh-CN']) {
        const made = await compose(world, loaded.template, ledger, kind, language, { memory });
        documents.push(made.document, made.inputs);
        findings.push(...made.diagnostics);
      }
  }
  return { facts: ledger?.facts, documents, findings, theme: loaded.template?.theme };
}

/** One kind of input after the other; what is broken is mended by the next. */
const edits: readonly (readonly [what: string, path: string, from: string, to: string])[] = [
  ['a figure', `${zone}/facts/funds.yaml`, '28660000000', '28760000000'],
  ['its evidence', `${zone}/facts/funds.yaml`, '286.6亿元', '287.6亿元'],
  ['a label', `${zone}/facts/funds.yaml`, 'Committed capital', 'Capital committed for 20 years'],
  ['the label mended', `${zone}/facts/funds.yaml`, 'Capital committed for 20 years', 'Capital committed'],
  ['a line more before all facts', `${zone}/facts/funds.yaml`, 'topic:', '# a comment\ntopic:'],
  ['broken facts', `${zone}/facts/funds.yaml`, 'facts:', 'facts: ['],
  ['facts mended', `${zone}/facts/funds.yaml`, 'facts: [', 'facts:'],
  ['a source', `${zone}/sources.yaml`, 'GlobeNewswire', 'GlobeNewswire (dpa)'],
  [
    'a headline with a figure',
    `${template}/deck.en.md.hbs`,
    '# A chip hub',
    '# A hub of two thirds of chips',
  ],
  ['the headline mended', `${template}/deck.en.md.hbs`, 'A hub of two thirds', 'A hub'],
  ['a block never closed', `${template}/deck.zh-CN.md.hbs`, ':::tiles', ':::tile'],
  ['the block mended', `${template}/deck.zh-CN.md.hbs`, ':::tile\n', ':::tiles\n'],
  ['a partial', `${template}/partials/key-figures.hbs`, 'circuits.companies', 'funds.number'],
  ['a chart', `${template}/charts.yaml`, 'Committed fund capital', 'Fund capital'],
  ['a colour', `${template}/theme.yaml`, '"#0B3C5D"', '"#0B4C3D"'],
];

describe('composing with a memory', () => {
  it('gives what composing without gives, findings in the same order, and changes nothing remembered', {
    timeout: 120_000,
  }, async () => {
    const world = sampleWorld();
    const memory = new FrozenMemory();
    const same = async (what: string) => {
      const anew = await composed(world, undefined);
      expect(await composed(world, memory), what).toEqual(anew);
      return JSON.stringify(anew, (_, value) => (value instanceof Map ? [...value] : value));
    };
    const seen = [await same('at first')];
    for (const [what, path, from, to] of edits) {
      await edit(world, path, (text) => text.replaceAll(from, to));
      seen.push(await same(what));
    }
    const silent = edits.filter((_, index) => seen[index + 1] === seen[index]).map(([what]) => what);
    expect(silent, 'each edit tells').toEqual([]);
  });

  it('gives one and the same chart to the deck and the summary that show it, from one build to the next', async () => {
    const world = sampleWorld();
    const memory = new Memory();
    const charts = async () => {
      const { documents } = await composed(world, memory);
      return documents
        .flatMap((made) => (made && 'sections' in made ? made.sections : []))
        .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])));
    };
    const first = await charts();
    expect(first.length).toBeGreaterThan(new Set(first).size);
    await edit(world, `${template}/deck.en.md.hbs`, (text) =>
      text.replace('# A chip hub', '# A hub of chips'),
    );
    expect(new Set([...first, ...(await charts())]).size).toBe(new Set(first).size);
  });
});
