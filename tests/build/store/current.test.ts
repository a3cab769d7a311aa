import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/build/inputs.js';
import { currentManifest, outputState } from '../../../src/build/store/current.js';
import { writePackage } from '../../../src/ooxml/package.js';
import { memoryWorld } from '../../../src/world.js';
import { repository } from '../../support/sample.js';

const text = (value: string) => new TextEncoder().encode(value);
const officeFile = (part: string, content = 'x'.repeat(500)) =>
  writePackage(
    {
      parts: new Map([
        ['[Content_Types].xml', text('<Types/>')],
        [part, text(content)],
      ]),
    },
    { date: '2026-01-19' },
  );
const pdf = (content: string) => text(`%PDF-1.7\n${content}\nstartxref\n0\n%%EOF\n`);
const golden = (name: string) => readFileSync(join(repository, 'tests', 'gallery', 'goldens', name));

const kinds: readonly [name: string, made: Uint8Array, edited: Uint8Array][] = [
  ['briefing.en.pptx', officeFile('ppt/presentation.xml'), officeFile('ppt/presentation.xml', 'edited')],
  ['summary.en.docx', officeFile('word/document.xml'), officeFile('word/document.xml', 'edited')],
  ['briefing.en.pdf', pdf('made'), pdf('edited')],
  ['charts/a.en.png', golden('chart.en.png'), golden('chart.de.png')],
];

const stateOf = (name: string, content: Uint8Array | undefined, made: Uint8Array) =>
  outputState(memoryWorld(content && { [`/${name}`]: content }), `/${name}`, sha256(made));

describe.each(kinds)('%s', (name, made, edited) => {
  it('is intact, edited or missing', async () => {
    expect(await stateOf(name, made, made)).toBe('intact');
    expect(await stateOf(name, edited, made)).toBe('edited');
    expect(await stateOf(name, undefined, made)).toBe('missing');
  });

  it('is damaged when it is cut off anywhere, empty, zeros, or another kind of file', async () => {
    const cut = fc.asyncProperty(fc.nat({ max: made.length - 8 }), async (length) => {
      expect(await stateOf(name, made.subarray(0, length), made)).toBe('damaged');
    });
    await fc.assert(cut);
    expect(await stateOf(name, new Uint8Array(made.length), made)).toBe('damaged');
    expect(await stateOf(name, text('a text'), made)).toBe('damaged');
    for (const [other, content] of kinds)
      if (other !== name) expect(await stateOf(name, content, made)).toBe('damaged');
  });
});

describe('a deck that somebody gave a password', () => {
  it('is edited, though nobody can look into it', async () => {
    const locked = Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex');
    expect(await stateOf('briefing.en.pptx', locked, officeFile('ppt/presentation.xml'))).toBe('edited');
  });
});

describe('a picture', () => {
  it('is damaged when a byte in its midst is another', async () => {
    const made = golden('chart.en.png');
    const broken = Uint8Array.from(made);
    broken[made.length >> 1] = (made[made.length >> 1] as number) ^ 1;
    expect(await stateOf('a.png', broken, made)).toBe('damaged');
  });
});

describe('a text', () => {
  it('is edited where it holds anything', async () => {
    expect(await stateOf('changes.md', text('edited'), text('made'))).toBe('edited');
    expect(await stateOf('changes.md', text(''), text('made'))).toBe('damaged');
  });
});

describe('a folder in the place of a file', () => {
  it('counts as missing', async () => {
    const world = memoryWorld({ '/a.md/mine.txt': 'x' });
    expect(await outputState(world, '/a.md', sha256(text('made')))).toBe('missing');
  });
});

describe('the manifest that stands', () => {
  const store = { zone: 'zone', folder: '/out/zone', backstage: '/out/.zonebrief/zone' };
  const read = (content?: string) =>
    currentManifest(
      memoryWorld(content === undefined ? {} : { '/out/zone/manifest.json': content }),
      store,
      (all) => {
        const { zone } = JSON.parse(all);
        if (typeof zone !== 'string') throw new Error('a long report of a schema');
        return zone as string;
      },
    );

  it('is read, or said to be damaged, and where and why', async () => {
    expect(await read()).toEqual({});
    expect(await read('{"zone": "a"}')).toEqual({ manifest: 'a' });
    expect(await read('{"zone": 1}')).toEqual({
      fault: '/out/zone/manifest.json cannot be understood: it is not as zonebrief writes it',
    });
    expect((await read('{"zone": ')).fault).toMatch(
      /^\/out\/zone\/manifest\.json cannot be understood: .*JSON/,
    );
  });
});
