import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { libraryParts } from '../../src/deck/library.js';
import { frameDeck } from '../../src/ooxml/assemble-deck.js';
import { frameDocument } from '../../src/ooxml/assemble-document.js';
import { type LoosePackage, readPackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import PartsCollector from '../../src/ooxml/parts-collector.js';
import { presentation, richDeck } from './sample-deck.js';
import { documentLibrary, options } from './samples.js';

describe('parts that are not packed before mending', () => {
  it('are kept as they were handed over', async () => {
    const collector = new PartsCollector();
    collector.folder().folder();
    collector.file('a.xml', '<a>重庆</a>').file('b.png', 'AAEC/w==', { base64: true });
    const collected = await collector.generateAsync({ type: 'uint8array' });
    expect(typeof collected !== 'string' && [...collected.parts]).toEqual([
      ['a.xml', '<a>重庆</a>'],
      ['b.png', Buffer.from([0, 1, 2, 255])],
    ]);
  });

  it('lose of a lone surrogate what packing would lose', () => {
    const loose = new Parts({ parts: new Map([['a.xml', '<a>x\ud83dy</a>']]) });
    const packed = new Parts({ parts: new Map([['a.xml', loose.bytes('a.xml')]]) });
    expect(loose.text('a.xml')).toBe('<a>x\ufffdy</a>');
    expect(packed.text('a.xml')).toBe(loose.text('a.xml'));
  });

  it('are mended into the file that their zip is mended into', async () => {
    const decoder = new TextDecoder();
    const textsOf = ({ parts }: LoosePackage) =>
      new Map(
        [...parts].map(([name, part]) => [
          name,
          /\.(xml|rels)$/.test(name) && typeof part !== 'string' ? decoder.decode(part) : part,
        ]),
      );
    const zip = (await libraryParts(presentation)) as Uint8Array;
    const framed = (library: LoosePackage | Uint8Array) => {
      const { entries, lists } = frameDeck(library, { ...options, slides: 4, notes: true });
      return { entries, lists };
    };
    expect(framed({ parts: textsOf(readPackage(zip)) })).toEqual(framed(zip));
    const library = await documentLibrary();
    const text = { parts: textsOf(library) };
    expect(frameDocument(text, options).entries).toEqual(frameDocument(library, options).entries);
  });

  it('are what pptxgenjs gives where the collector stands in for JSZip', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zonebrief-collector-'));
    try {
      const outfile = join(folder, 'collected.cjs');
      const here = fileURLToPath(new URL('.', import.meta.url));
      await build({
        stdin: {
          contents: `
            import { libraryParts } from '../../src/deck/library.ts';
            import { presentation, richDeck } from './sample-deck.ts';
            Promise.all([libraryParts(presentation), richDeck()]).then(([library, deck]) => console.log(
              JSON.stringify({
                packed: library instanceof Uint8Array,
                deck: Buffer.from(deck.bytes).toString('base64'),
              })));`,
          resolveDir: here,
        },
        bundle: true,
        platform: 'node',
        format: 'cjs',
        alias: { jszip: join(here, '..', '..', 'src', 'ooxml', 'parts-collector.ts') },
        outfile,
        logLevel: 'error',
      });
      const out = execFileSync(process.execPath, [outfile], { encoding: 'utf8', maxBuffer: 2 ** 24 });
      const { packed, deck } = JSON.parse(out);
      expect(packed).toBe(false);
      expect(deck).toBe(Buffer.from((await richDeck()).bytes).toString('base64'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 30_000);
});
