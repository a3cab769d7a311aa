/**
 * Layer 6. Loads the bundle's modules for the command and its threads, with the code that V8 compiled for them when the
 * bundle was made (scripts/code-cache.mjs): to compile them anew takes a tenth of a first build. V8 takes such code from the
 * very same release with the same flags only; for any other, Node loads the modules, and keeps compiled code itself from
 * Node 22 on.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { v8Flags } from './v8-flags.js';

/** Of one file: the checksum of the source it was compiled from, and where the code stands after the index. */
type Entry = readonly [sourceSum: number, from: number, to: number];

/** The beginning of code-cache.bin, as JSON after its length in 4 bytes. */
export interface CodeIndex {
  readonly made: string;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** Releases differ in what code they take. */
export const release = `${process.version} ${process.arch}`;

// Before anything is compiled, since V8 takes no code that was compiled under other flags. For all threads at once.
if (isMainThread) for (const flag of v8Flags(process.versions.node)) setFlagsFromString(flag);

/** What was compiled before from a file whose source has this checksum. */
type CodeOf = (name: string, sourceSum: number) => Uint8Array | undefined;

/**
 * Loads CommonJS modules of a folder, by names such as ./command.js.
 * @param onCompiled told of every file, once
 */
export function loaderWith(
  folder: string,
  codeOf: CodeOf,
  onCompiled: (name: string, sourceSum: number, script: Script) => void = () => {},
): (name: string) => unknown {
  const modules = new Map<string, { exports: unknown }>();
  const load = (name: string): unknown => {
    const known = modules.get(name);
    if (known) return known.exports;
    const filename = join(folder, name);
    const bytes = bytesOf(filename);
    const sum = crc32(bytes);
    const code = codeOf(name, sum);
    const source = `(function (exports, require, module, __filename, __dirname) {${bytes}\n})`;
    const script = new Script(source, { filename, ...(code && { cachedData: code }) });
    onCompiled(name, sum, script);
    const made = { exports: {} };
    modules.set(name, made);
    script.runInThisContext()(made.exports, requireHere, made, filename, folder);
    return made.exports;
  };
  const requireHere = Object.assign((name: string) => (name.startsWith('./') ? load(name) : require(name)), {
    cache: require.cache,
    resolve: require.resolve,
  });
  return load;
}

function bytesOf(filename: string): Buffer {
  try {
    return readFileSync(filename);
  } catch (error) {
    // As `require` would say it: the program was replaced while it ran.
    throw Object.assign(error as Error, { code: 'MODULE_NOT_FOUND' });
  }
}

function loaderHere(): (name: string) => unknown {
  const code = readCode(join(__dirname, 'code-cache.bin'));
  if (code) return loaderWith(__dirname, code);
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  return require;
}

/** undefined where there is none for this release, or none that can be read: it saves time and nothing else. */
export function readCode(path: string): CodeOf | undefined {
  try {
    const start = 4 + readPart(path, 0, 4).readUInt32LE(0);
    const { made, entries }: CodeIndex = JSON.parse(readPart(path, 4, start).toString('utf8'));
    if (made !== release) return undefined;
    // Part by part, since all of it would lie in memory for good, in every thread.
    return (name, sum) => {
      const entry = entries[name];
      return entry?.[0] === sum ? readPart(path, start + entry[1], start + entry[2]) : undefined;
    };
  } catch {
    return undefined;
  }
}

/** @returns less where the file ends before, nothing where it is gone: V8 takes no half of such code */
function readPart(path: string, from: number, to: number): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.allocUnsafeSlow(to - from);
    return bytes.subarray(0, readSync(file, bytes, { position: from }));
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** @param name of a file beside this one in the bundle: ./command.js */
export const load = loaderHere();
