import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputFolder } from '../../src/build/paths.js';
import { UsageError } from '../../src/diagnostic.js';

const root = resolve('/office');

describe('the output folder', () => {
  it('is out/ in the root, or where it is asked for', () => {
    expect(outputFolder(root, { zone: 'park' })).toBe(join(root, 'out', 'park'));
    expect(outputFolder(root, { zone: 'park', out: root })).toBe(join(root, 'park'));
    expect(outputFolder(root, { zone: 'park', out: join(root, 'database') })).toBe(
      join(root, 'database', 'park'),
    );
  });

  it.each(['', '.', '..', '../park', 'a/b', 'a\\b', 'a\u0000b', 'a\nb'])('is not that of zone %j', (zone) => {
    expect(() => outputFolder(root, { zone })).toThrow(UsageError);
  });

  it.each(['data', 'templates', 'data/park/deep', 'out/../data'])('is not %s, where inputs lie', (out) => {
    const attempt = () => outputFolder(root, { zone: 'park', out: join(root, out) });
    expect(attempt).toThrow(UsageError);
    expect(attempt).toThrow(/are kept/);
  });
});
