import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestProperty } from '../../src/ooxml/custom-properties.js';
import { packRecord, unpackRecord } from '../../src/trace/carrier.js';
import type { TraceRecord } from '../../src/trace/record.js';

const record: TraceRecord = {
  kind: 'deck',
  edition: '2026-01-19',
  languages: {
    en: {
      citations: {
        'funds.committed': {
          fact: 'funds.committed',
          kind: 'quantity',
          label: 'Committed capital',
          text: 'RMB 28.66 billion',
          statements: [
            { stated: '286.6亿元', language: 'zh-CN', source: 'pedaily', locator: 'section 04, paragraph 3' },
          ],
        },
      },
      sources: { pedaily: { publisher: '投资界', title: '西部「重庆」科学城', issued: '19 January 2026' } },
    },
  },
  texts: Array.from({ length: 60 }, (_, index) => ({
    section: `slide-${index}`,
    in: 'text' as const,
    shape: 'Title',
    pieces: [
      `${index * 7919} of `,
      { fact: 'funds.committed', text: `RMB ${index}.66 billion`, language: 'en' },
    ],
  })),
};

describe('the record as properties', () => {
  it('comes back as it was', () => {
    expect(unpackRecord(packRecord(record))).toEqual(record);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const any = { ...record, texts: [{ section: 'x', in: 'notes' as const, pieces: texts }] };
        expect(unpackRecord(packRecord(any))).toEqual(any);
      }),
    );
  });

  it('comes back whatever the order of the properties, and among others', () => {
    const shuffled = new Map([['Client', 'somebody'], ...[...packRecord(record)].reverse()]);
    expect(unpackRecord(shuffled)).toEqual(record);
  });

  it('is cut into texts that every program keeps', () => {
    const properties = [...packRecord(record)];
    expect(properties.length).toBeGreaterThan(3);
    for (const [name, value] of properties) {
      expect(name).toMatch(/^zonebrief\.trace(\.\d+)?$/);
      expect(value).toMatch(/^[\w -]+$/);
      expect(value.length).toBeLessThan(longestProperty);
    }
  });

  it('is the same for the same record', () => {
    expect([...packRecord(structuredClone(record))]).toEqual([...packRecord(record)]);
  });

  it('is told apart from none', () => {
    expect(unpackRecord(new Map([['Client', 'somebody']]))).toBeUndefined();
  });
});

describe('a damaged record', () => {
  const changed = (change: (properties: Map<string, string>) => void) => {
    const properties = packRecord(record);
    change(properties);
    return () => unpackRecord(properties);
  };
  const sealed = (bytes: Uint8Array): (() => unknown) => {
    const packed = Buffer.from(bytes).toString('base64url');
    const sum = createHash('sha256').update(packed).digest('hex').slice(0, 16);
    return () =>
      unpackRecord(
        new Map([
          ['zonebrief.trace', `1 1 ${sum}`],
          ['zonebrief.trace.1', packed],
        ]),
      );
  };

  it.each<[string, () => unknown, RegExp]>([
    [
      'a piece is missing',
      changed((properties) => properties.delete('zonebrief.trace.2')),
      /piece 2 of \d+ is missing/,
    ],
    ['a piece was edited', changed((properties) => properties.set('zonebrief.trace.1', 'AAAA')), /checksum/],
    [
      'a piece was cut',
      changed((properties) =>
        properties.set('zonebrief.trace.2', properties.get('zonebrief.trace.2')?.slice(1) ?? ''),
      ),
      /checksum/,
    ],
    [
      'the count is nonsense',
      changed((properties) => properties.set('zonebrief.trace', '1 many 0')),
      /many pieces/,
    ],
    [
      'the count is endless',
      changed((properties) => properties.set('zonebrief.trace', '1 1e9 0')),
      /1e9 pieces/,
    ],
    ['the head is empty', changed((properties) => properties.set('zonebrief.trace', '')), /format/],
    [
      'its format is a later one',
      changed((properties) => properties.set('zonebrief.trace', '2 1 0')),
      /format "2"/,
    ],
    ['it is not packed', sealed(Buffer.from('{}')), /cannot be unpacked/],
    ['it is no JSON', sealed(brotliCompressSync('[')), /cannot be unpacked/],
    ['it is of another form', sealed(brotliCompressSync('{"kind":"deck"}')), /form/],
    [
      'it would fill the memory',
      sealed(brotliCompressSync(Buffer.alloc(64 * 2 ** 20))),
      /cannot be unpacked/,
    ],
  ])('is said to be so when %s', (_, unpack, message) => {
    expect(unpack).toThrow(message);
    expect(unpack).toThrow(
      expect.objectContaining({ name: 'UsageError', hint: expect.stringMatching(/make|trace/) }),
    );
  });
});
