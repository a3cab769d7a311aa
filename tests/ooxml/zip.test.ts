import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FindingsError } from '../../src/diagnostic.js';
import { readPackage, writePackage } from '../../src/ooxml/package.js';
import { packChecked, packEntry, readZip, unpackEntry, writeZip } from '../../src/ooxml/zip.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const day = new Date('2026-01-19T10:20:30Z');
const zip = (entries: Record<string, string>): Uint8Array =>
  writeZip(
    Object.entries(entries).map(([name, text]) => [name, bytes(text)] as const),
    day,
  );

/** The code of the finding that reading gives. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof FindingsError) return error.diagnostics.map(({ code }) => code).join();
    throw error;
  }
  return 'accepted';
}

/** A copy with bytes changed at each place where a 32-bit or 16-bit little-endian signature stands. */
function patched(
  file: Uint8Array,
  signature: number,
  offset: number,
  value: number,
  size: 2 | 4,
): Uint8Array {
  const copy = new Uint8Array(file);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at += 1) {
    if (view.getUint32(at, true) !== signature) continue;
    if (size === 4) view.setUint32(at + offset, value, true);
    else view.setUint16(at + offset, value, true);
  }
  return copy;
}
const central = 0x02014b50;
const end = 0x06054b50;

describe('a part that was packed before', () => {
  it('is packed as it would be anew, whatever its name was', () => {
    const length = fc.constantFrom(0, 3, 400, 12_000, 12_001);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a.xml', 'b.rels', 'c.png'), fc.nat(3), length)),
        (parts) => {
          for (const [name, letter, count] of parts) {
            const content = bytes('abcd'.charAt(letter).repeat(count));
            const { sound, ...entry } = packChecked(name, content);
            expect(entry).toEqual(packEntry(name, content));
            expect([sound, Buffer.compare(unpackEntry(entry), content)]).toEqual([true, 0]);
          }
        },
      ),
    );
  });
});

describe('a zip', () => {
  it('gives back what was put in, in order', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z\u4e00-\u4e10][a-z0-9]{0,8}(\.png|\.xml)?$/), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        names,
        fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 8, maxLength: 8 }),
        (keys, contents) => {
          const entries = keys.map((key, index) => [key, contents[index] as Uint8Array] as const);
          const read = [...readZip(writeZip(entries, day))];
          expect(read.map(([name, content]) => [name, [...content]])).toEqual(
            entries.map(([name, content]) => [name, [...content]]),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('stores pictures and deflates XML', () => {
    const text = 'x'.repeat(1000);
    expect(zip({ 'a.png': text }).length).toBeGreaterThan(1000);
    expect(zip({ 'a.xml': text }).length).toBeLessThan(300);
  });

  it('is refused where it is none, or cut short', () => {
    expect(refusal(() => readZip(bytes('no zip at all')))).toBe('ooxml/not-a-zip');
    expect(refusal(() => readZip(new Uint8Array()))).toBe('ooxml/not-a-zip');
    const whole = zip({ 'a.xml': 'content', 'b.xml': 'more' });
    for (let length = 0; length < whole.length; length += 1)
      expect(refusal(() => readZip(whole.subarray(0, length)))).toMatch(/^ooxml\//);
  });

  it('is refused before unpacking where it would be too large', () => {
    const file = zip({ 'a.xml': 'x'.repeat(5000), 'b.xml': 'y'.repeat(5000) });
    const limits = { entries: 10, entryBytes: 6000, totalBytes: 20_000 };
    expect(readZip(file, limits).size).toBe(2);
    expect(refusal(() => readZip(file, { ...limits, entries: 1 }))).toBe('ooxml/zip-too-large');
    expect(refusal(() => readZip(file, { ...limits, entryBytes: 4999 }))).toBe('ooxml/zip-too-large');
    expect(refusal(() => readZip(file, { ...limits, totalBytes: 9999 }))).toBe('ooxml/zip-too-large');
  });

  it('is refused where its header understates a size, without unpacking the rest', () => {
    const bomb = zip({ 'a.xml': '0'.repeat(5_000_000) });
    expect(refusal(() => readZip(patched(bomb, central, 24, 10, 4)))).toBe('ooxml/zip-corrupt');
  });

  it.each([
    ['a checksum that fails', central, 16, 1, 4],
    ['an encrypted part', central, 8, 1, 2],
    ['an unknown method', central, 10, 99, 2],
    ['a local header elsewhere', central, 42, 7, 4],
    ['the 64-bit extension', end, 10, 0xffff, 2],
    ['a directory that is not there', end, 16, 3, 4],
  ] as const)('is refused for %s', (_, signature, offset, value, size) => {
    const file = zip({ 'a.xml': 'some content' });
    expect(refusal(() => readZip(file))).toBe('accepted');
    expect(refusal(() => readZip(patched(file, signature, offset, value, size)))).toBe('ooxml/zip-corrupt');
  });

  it.each(['../a.xml', '/a.xml', 'a\\b.xml', 'a/../../b', 'a\0b'])(
    'is refused for the part name %j',
    (name) => {
      expect(refusal(() => readZip(zip({ [name]: 'x' })))).toBe('ooxml/zip-corrupt');
    },
  );

  it('is refused for two parts of one name', () => {
    const twice = writeZip([['a.xml', bytes('1')] as const, ['a.xml', bytes('2')] as const], day);
    expect(refusal(() => readZip(twice))).toBe('ooxml/zip-corrupt');
  });
});

describe('a package', () => {
  it('begins with the content types and the root relationships, whatever the order it was filled in', () => {
    const parts = (names: string[]): Map<string, Uint8Array> =>
      new Map(names.map((name) => [name, bytes(name)]));
    const names = ['word/b.xml', '_rels/.rels', 'word/a.xml', '[Content_Types].xml', 'docProps/core.xml'];
    const first = writePackage({ parts: parts(names) }, { date: '2026-01-19' });
    const second = writePackage({ parts: parts(names.toReversed()) }, { date: '2026-01-19' });
    expect([...readPackage(first).parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'word/a.xml',
      'word/b.xml',
    ]);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('carries the date given as the time of every part', () => {
    const file = writePackage({ parts: new Map([['a.xml', bytes('x')]]) }, { date: '2026-01-19' });
    const view = new DataView(file.buffer, file.byteOffset);
    expect(view.getUint16(12, true)).toBe(((2026 - 1980) << 9) | (1 << 5) | 19);
    expect(() => writePackage({ parts: new Map() }, { date: 'soon' })).toThrow(RangeError);
  });
});
