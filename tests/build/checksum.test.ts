import { describe, expect, it } from 'vitest';
import { checksum, checksumOfNames } from '../../src/build/checksum.js';

describe('the checksum of a file', () => {
  const bytes = Uint8Array.from({ length: 64 }, (_, index) => (index * 37) % 256);

  it('is another wherever one byte or four in a row are another', () => {
    const seen = new Set([checksum(bytes)]);
    let changes = 0;
    for (let at = 0; at < bytes.length; at += 1)
      for (const wide of [1, 4]) {
        if (at + wide > bytes.length) continue;
        for (const mask of [1, 0x80, 0xff]) {
          seen.add(
            checksum(bytes.map((byte, index) => (index >= at && index < at + wide ? byte ^ mask : byte))),
          );
          changes += 1;
        }
      }
    expect(seen.size).toBe(changes + 1);
  });

  it('is another for each length, of zeros, too', () => {
    const lengths = Array.from({ length: 300 }, (_, length) => checksum(new Uint8Array(length)));
    expect(new Set(lengths).size).toBe(300);
  });

  it('tells folders apart by their names', () => {
    expect(checksumOfNames(['a', 'b'])).not.toBe(checksumOfNames(['ab']));
    expect(checksumOfNames(['a', 'b'])).not.toBe(checksumOfNames(['a', 'c']));
  });
});
