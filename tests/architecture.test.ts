import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** The table of ARCHITECTURE.md. A module imports from lower layers and its own folder, and from the peers in `also`. */
const layers: Readonly<Record<string, { layer: number; also?: readonly string[] }>> = {
  'diagnostic.ts': { layer: 0 },
  'world/': { layer: 0 },
  'world.ts': { layer: 0, also: ['world/'] },
  'contrast.ts': { layer: 0 },
  'memory.ts': { layer: 0 },
  'facts/': { layer: 1 },
  'document/': { layer: 1, also: ['facts/'] },
  'ooxml/': { layer: 1 },
  'fonts/': { layer: 1 },
  'pictures/': { layer: 1, also: ['document/'] },
  'language/': { layer: 2 },
  'sources/': { layer: 2 },
  'charts/': { layer: 2 },
  'themes/': { layer: 2, also: ['charts/'] },
  'trace/': { layer: 2 },
  'compose/': { layer: 3 },
  'deck/': { layer: 3 },
  'summary/': { layer: 3 },
  'build/': { layer: 4 },
  'regenerate/': { layer: 5 },
  'cli/': { layer: 6 },
  'index.ts': { layer: 7 },
  'cli.ts': { layer: 7 },
};

/** Each ban with its reason. */
const bans: readonly { pattern: RegExp; reason: string; except: readonly string[] }[] = [
  {
    pattern: /['"](node:)?fs(\/promises)?['"]/,
    reason: 'files go through World',
    except: ['world.ts', 'world/', 'cli/'],
  },
  { pattern: /\bDate\.now\b/, reason: 'same input, same bytes', except: ['world.ts', 'cli/'] },
  { pattern: /\bnew Date\(\s*\)/, reason: 'same input, same bytes', except: ['world.ts', 'cli/'] },
  { pattern: /\bMath\.random\b|\brandomUUID\b/, reason: 'same input, same bytes', except: [] },
  { pattern: /\bprocess\.env\b/, reason: 'the environment goes through World', except: ['world.ts', 'cli/'] },
];

function sourceFiles(folder = src): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return entry.name.endsWith('.ts') ? [relative(src, path).replaceAll('\\', '/')] : [];
  });
}

/** The row of the table a file belongs to: its folder directly under src, or the file itself. */
const rowOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/') + 1) : file);

/** Without comments, so that prose about a ban is none. Strings stay; `://` begins no comment. */
const code = new Map(
  sourceFiles().map((file) => [
    file,
    readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\\w/])\/\/.*$/gm, ''),
  ]),
);

/** Relative imports, static and dynamic, of types too. */
function importsOf(file: string): string[] {
  const specifiers = (code.get(file) as string).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g);
  return [...specifiers].map(([, specifier]) =>
    join(dirname(file), specifier as string)
      .replaceAll('\\', '/')
      .replace(/\.js$/, '.ts'),
  );
}

describe('the architecture', () => {
  it('has a place in the table for every folder and file directly under src', () => {
    const there = readdirSync(src)
      .filter((name) => name !== 'ARCHITECTURE.md')
      .map((name) => (statSync(join(src, name)).isDirectory() ? `${name}/` : name))
      .filter((name) => !name.endsWith('/') || sourceFiles(join(src, name)).length > 0);
    expect(there.filter((name) => !(name in layers))).toEqual([]);
    expect(Object.keys(layers).filter((name) => !there.includes(name))).toEqual([]);
  });

  it('is the one that ARCHITECTURE.md describes', () => {
    const text = readFileSync(join(src, 'ARCHITECTURE.md'), 'utf8');
    const table = new Map<string, number>();
    for (const [, layer, names] of text.matchAll(/^\| (\d) \| ([^|]+) \|/gm)) {
      for (const [, name] of (names as string).matchAll(/`([^`]+)`/g))
        table.set(name as string, Number(layer));
    }
    expect(Object.fromEntries(table)).toEqual(
      Object.fromEntries(Object.entries(layers).map(([name, { layer }]) => [name, layer])),
    );
  });

  it('names no file in ARCHITECTURE.md that is not there', () => {
    const text = readFileSync(join(src, 'ARCHITECTURE.md'), 'utf8');
    const named = [...text.matchAll(/^ {4}([a-z]+\/[a-z-]+\.ts) /gm)].map(([, file]) => file as string);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((file) => !code.has(file))).toEqual([]);
  });

  it('has imports from lower layers and the own folder only', () => {
    const forbidden: string[] = [];
    for (const file of code.keys()) {
      const from = layers[rowOf(file)];
      for (const target of importsOf(file)) {
        const [own, other] = [rowOf(file), rowOf(target)];
        const to = layers[other];
        if (own === other || (from && to && (to.layer < from.layer || from.also?.includes(other)))) continue;
        forbidden.push(`${file} imports ${target}`);
      }
    }
    expect(forbidden).toEqual([]);
  });

  it('has no cycle', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file) && code.has(file)) {
        for (const target of importsOf(file)) visit(target, [...path, file]);
        done.add(file);
      }
    };
    for (const file of code.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('has no barrel: only index.ts does nothing but export', () => {
    const barrels = [...code].filter(
      ([file, text]) =>
        file !== 'index.ts' &&
        /^export .* from /m.test(text) &&
        !/^(const|function|class|export (const|function|class|async|interface|type \w+ =))/m.test(text),
    );
    expect(barrels.map(([file]) => file)).toEqual([]);
  });

  it.each(bans)('keeps $pattern out: $reason', ({ pattern, except }) => {
    const found = [...code].filter(
      ([file, text]) => !except.some((place) => file.startsWith(place)) && pattern.test(text),
    );
    expect(found.map(([file]) => file)).toEqual([]);
  });
});
