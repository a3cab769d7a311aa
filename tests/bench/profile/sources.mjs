/** Which file of the source a line of the bundle comes from, by the comments that esbuild leaves before each. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param {string} text of a file of the bundle
 * @returns {(line: number) => string | undefined} path from the root of the file that a line, from 0, comes from
 */
export function sourcesIn(text) {
  const marks = text.split('\n').flatMap((line, index) => {
    const path = /^ *\/\/ ((?:\.\.\/)*(?:\S+\/)?(?:src|node_modules)\/\S+)$/.exec(line)?.[1];
    return path === undefined ? [] : [{ index, path }];
  });
  return (line) => marks.findLast(({ index }) => index < line)?.path;
}

/**
 * Looks up frames of a profile.
 * @returns {(url: string, line: number) => string | undefined}
 */
export function bundledSources() {
  const known = new Map();
  return (url, line) => {
    if (!/\/dist\/[^/]+\.m?js$/.test(url)) return undefined;
    if (!known.has(url)) {
      const text = readFileSync(url.startsWith('file:') ? fileURLToPath(url) : url, 'utf8');
      const sources = sourcesIn(text);
      if (sources(Number.POSITIVE_INFINITY) === undefined && text.length > 10_000)
        throw new Error(
          `${basename(url)} does not say which files it was made from: is the bundle minified? The profile needs esbuild's comments`,
        );
      known.set(url, sources);
    }
    return known.get(url)(line);
  };
}
