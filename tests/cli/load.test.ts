import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Script } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CodeIndex, loaderWith, readCode, release } from '../../src/cli/load.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zonebrief-test-'));
  write('./one.js', "exports.twice = (n) => 2 * n; exports.other = require('./two.js');");
  write('./two.js', "exports.name = 'two'; exports.one = () => require('./one.js').twice(21);");
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

interface One {
  readonly twice: (n: number) => number;
  readonly other: { readonly name: string; readonly one: () => number };
}

/** Loads ./one.js, and tells of each file whether V8 took the code it was offered. */
function loadOne(code: ReturnType<typeof readCode>) {
  const taken: Record<string, boolean> = {};
  const scripts = new Map<string, { sum: number; script: Script }>();
  const load = loaderWith(folder, code ?? (() => undefined), (name, sum, script) => {
    taken[name] = script.cachedDataRejected === false;
    scripts.set(name, { sum, script });
  });
  const one = load('./one.js') as One;
  return { one, load, taken, scripts };
}

/** As scripts/code-cache.mjs writes it. */
function cacheOf(scripts: ReturnType<typeof loadOne>['scripts'], made = release): Buffer {
  const entries: Record<string, [number, number, number]> = {};
  const parts: Buffer[] = [];
  let end = 0;
  for (const [name, { sum, script }] of scripts) {
    const code = script.createCachedData();
    entries[name] = [sum, end, end + code.length];
    parts.push(code);
    end += code.length;
  }
  const index = Buffer.from(JSON.stringify({ made, entries } satisfies CodeIndex));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  return Buffer.concat([length, index, ...parts]);
}

const file = () => join(folder, 'code-cache.bin');

describe('the loader of the bundle', () => {
  it('loads each module once, though they ask for each other', () => {
    const { one, load, taken } = loadOne(undefined);
    expect(one.other.name).toBe('two');
    expect(one.other.one()).toBe(42);
    expect(load('./one.js')).toBe(one);
    expect(load('./two.js')).toBe(one.other);
    expect(taken).toEqual({ './one.js': false, './two.js': false });
  });

  it('takes the code that was compiled before, and does the same', () => {
    write('./code-cache.bin', cacheOf(loadOne(undefined).scripts));
    const { one, taken } = loadOne(readCode(file()));
    expect(taken).toEqual({ './one.js': true, './two.js': true });
    expect(one.twice(4)).toBe(8);
    expect(one.other.one()).toBe(42);
  });

  it('takes none for a file that was changed since, though it is as long as it was', () => {
    write('./code-cache.bin', cacheOf(loadOne(undefined).scripts));
    write('./two.js', "exports.name = 'six'; exports.one = () => require('./one.js').twice(21);");
    const { one, taken } = loadOne(readCode(file()));
    expect(one.other.name).toBe('six');
    expect(taken).toEqual({ './one.js': true, './two.js': false });
  });

  it('takes none of another release', () => {
    write('./code-cache.bin', cacheOf(loadOne(undefined).scripts, 'v20.15.0 riscv64'));
    expect(readCode(file())).toBeUndefined();
  });

  it('does without where the file is missing, empty, or cut off anywhere', () => {
    expect(readCode(file())).toBeUndefined();
    const whole = cacheOf(loadOne(undefined).scripts);
    for (const length of [0, 3, 4, 20, whole.length - 1000, whole.length - 1]) {
      write('./code-cache.bin', whole.subarray(0, length));
      expect(loadOne(readCode(file())).one.other.one()).toBe(42);
    }
  });

  it('does without where the file goes while it runs: the bundle is being made anew', () => {
    write('./code-cache.bin', cacheOf(loadOne(undefined).scripts));
    const code = readCode(file());
    rmSync(file());
    expect(loadOne(code).one.other.one()).toBe(42);
  });

  it('says that a module is not there as require says it', () => {
    write('./one.js', "require('./gone.js')");
    expect(() => loadOne(undefined)).toThrow(expect.objectContaining({ code: 'MODULE_NOT_FOUND' }));
  });
});
