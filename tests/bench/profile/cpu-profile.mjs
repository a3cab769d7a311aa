/** A CPU profile of V8, summed by what its functions belong to. */
import { loading } from './steps.mjs';

/** What takes time beside all files. */
const outside = {
  '(idle)': 'waiting',
  '(garbage collector)': 'collecting garbage',
  '(program)': 'native, of no function',
};
export const otherNames = [loading, 'files', ...Object.values(outside), 'else'];

/**
 * What a profile tells of a time within it, which was that of some builds alike: divided by their number.
 * @param {number} from microseconds of V8's clock
 * @param {number} to
 */
export function profileBetween({ nodes, samples, timeDeltas, startTime }, from, to, builds) {
  let at = startTime;
  const ends = timeDeltas.map((delta) => (at += delta));
  const first = ends.findIndex((end) => end >= from);
  const after = ends.findIndex((end) => end > to);
  const cut = (all) => (first === -1 ? [] : all.slice(first, after === -1 ? undefined : after));
  return { nodes, samples: cut(samples), timeDeltas: cut(timeDeltas).map((delta) => delta / builds) };
}

/**
 * Each sample counts for the first function, from the innermost outwards, whose file belongs to something: a library's
 * work counts for what called it. What belongs to nothing is told apart by what Node was doing.
 *
 * @param {{ nodes: object[], samples: number[], timeDeltas: number[] }} profile
 * @param {(url: string, line: number) => string | undefined} sourceOf a frame's file, from the root
 * @param {(file: string) => string | undefined} ownerOf what a file belongs to; its path is that under src/
 * @returns {Map<string, number>} milliseconds by owner
 */
export function timesBy({ nodes, samples, timeDeltas }, sourceOf, ownerOf) {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const known = new Map();

  const ownerAt = (id) => {
    if (id === undefined) return undefined;
    if (!known.has(id)) {
      const { functionName, url, lineNumber } = byId.get(id).callFrame;
      const file = /^src\/(.+)$/.exec(sourceOf(url, lineNumber) ?? '')?.[1];
      // What stands in a module outside of functions runs when it is loaded.
      const isModule = functionName === '' && lineNumber === 0 && /\/dist\//.test(url);
      known.set(id, isModule ? loading : ((file && ownerOf(file)) ?? ownerAt(parents.get(id))));
    }
    return known.get(id);
  };
  const otherAt = (id) => {
    const frames = [];
    for (let at = id; at !== undefined; at = parents.get(at)) frames.push(byId.get(at).callFrame);
    const own = outside[frames[0].functionName];
    if (own) return own;
    const urls = frames.map(({ url }) => url);
    if (urls.some((url) => /^node:internal\/(modules|bootstrap|process|main)/.test(url))) return loading;
    return urls.some((url) => /^node:(internal\/)?fs/.test(url)) ? 'files' : 'else';
  };

  const times = new Map();
  samples.forEach((id, index) => {
    const owner = ownerAt(id) ?? otherAt(id);
    // The time until the sample after it was taken.
    const ms = Math.max(0, timeDeltas[index + 1] ?? 0) / 1000;
    times.set(owner, (times.get(owner) ?? 0) + ms);
  });
  return times;
}
