import { describe, expect, it } from 'vitest';
import type { Draw } from '../../src/build/draw.js';
import { type Made, makeZone } from '../../src/build/make.js';
import { drawHere } from '../../src/build/pictures.js';
import { Memory } from '../../src/memory.js';
import { nodeWorld, type World } from '../../src/world.js';
import { sampleZone } from '../support/sample.js';
import { sampleWorld } from '../support/sample-world.js';
import { edit } from '../support/zone-edits.js';

const template = '/templates/investor-briefing';
const zone = `/data/${sampleZone}`;

/** Both makers draw a chart once: what is compared is what stands around the pictures. */
function drawOnce(world: World): Draw {
  const drawn = new Map<string, Promise<Uint8Array>>();
  const draw = drawHere(world);
  return (...asked) => {
    const key = JSON.stringify(asked);
    const picture = drawn.get(key) ?? draw(...asked);
    drawn.set(key, picture);
    return picture;
  };
}

type Edit = readonly [path: string, from: string, to: string];

/** What an editor changes between two builds, one kind of input after the other. */
const edits: Readonly<Record<string, readonly Edit[]>> = {
  'a figure': [
    [`${zone}/facts/funds.yaml`, '28660000000', '28760000000'],
    [`${zone}/facts/funds.yaml`, '286.6亿元', '287.6亿元'],
  ],
  words: [
    [`${zone}/facts/funds.yaml`, 'Committed capital', 'Capital committed'],
    [`${zone}/sources.yaml`, 'GlobeNewswire', 'GlobeNewswire (dpa)'],
    [`${template}/deck.en.md.hbs`, '# A chip hub', '# A hub of chips'],
    [`${template}/summary.zh-CN.md.hbs`, '。', '。此外，'],
  ],
  'a colour': [[`${template}/theme.yaml`, '"#0B3C5D"', '"#0B4C3D"']],
  'a font': [[`${template}/theme.yaml`, 'latin: Arial', 'latin: Verdana']],
};

/** Both languages' prose, slides, and a summary, in as few files as show them. */
const files = { languages: ['en'], summaries: [['zh-CN', 'en']] } as const;

describe('a maker with a memory', () => {
  it('makes what one without makes, whatever is edited between', { timeout: 120_000 }, async () => {
    const world = sampleWorld();
    const options = { root: '/', zone: sampleZone, beside: { draw: drawOnce(nodeWorld()) }, ...files };
    const memory = new Memory();
    const same = async (what: string) => {
      const [remembering, anew] = [
        await makeZone(world, { ...options, memory }),
        await makeZone(world, options),
      ];
      expect(anew.ok, JSON.stringify(anew.diagnostics)).toBe(true);
      expect(told(remembering), what).toEqual(told(anew));
    };
    await same('at first');
    for (const [what, changes] of Object.entries(edits)) {
      for (const [path, from, to] of changes) await edit(world, path, (text) => text.replaceAll(from, to));
      await same(what);
    }
    for (const [path, from, to] of Object.values(edits).flat().toReversed())
      await edit(world, path, (text) => text.replaceAll(to, from));
    await same('taken back');
  });
});

function told({ outputs, diagnostics, ok }: Made) {
  const files = outputs.map(({ content, ...output }) => ({
    ...output,
    content: Buffer.from(content).toString('base64'),
  }));
  return { files, diagnostics, ok };
}
