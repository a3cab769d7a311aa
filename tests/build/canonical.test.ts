import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, contentHash } from '../../src/build/canonical.js';

describe('what a value says', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const said = canonical(value);
        expect(canonical(JSON.parse(said))).toBe(said);
        const again = JSON.stringify(value, (key, of) => (key === 'at' ? undefined : of));
        expect(JSON.parse(said)).toEqual(JSON.parse(again));
      }),
    );
  });

  it('does not depend on the order of keys, on places or on what is undefined', () => {
    const one = { b: [1, { at: { line: 3 }, c: 'x' }], a: undefined };
    expect(canonical(one)).toBe('{"b":[1,{"c":"x"}]}');
    expect(contentHash(one)).toBe(contentHash({ at: 'elsewhere', b: [1, { c: 'x', at: { line: 9 } }] }));
    expect(canonical({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
    expect(canonical(JSON.parse('{"a":1,"__proto__":{"b":2}}'))).toBe('{"__proto__":{"b":2},"a":1}');
  });

  it('holds the order of maps, and bytes as their hash', () => {
    expect(
      canonical(
        new Map([
          ['b', 1],
          ['a', { at: 1, z: null }],
        ] as [string, unknown][]),
      ),
    ).toBe('[["b",1],["a",{"z":null}]]');
    expect(canonical({ image: new Uint8Array([1, 2]) })).toBe(
      '{"image":{"sha256":"a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222"}}',
    );
    expect(contentHash(new Uint8Array([1, 2]))).not.toBe(contentHash(new Uint8Array([1, 3])));
  });
});
