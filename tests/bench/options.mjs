/** What the bench is asked for on its command line. */
import { parseArgs } from 'node:util';

const usageOf = (parts, kinds) => `npm run bench [-- [RUNS] [--only PART,…] [--short | --profile [--files]]]

  RUNS        fresh processes of which the median is taken (default: 7; of builds with a profile, 3)
  --short     smaller sizes, in less than half a minute
  --profile   where the time of a build goes, by step and thread; with --files, by file of the source, too
  --only      some parts only, separated by commas: ${parts.join(', ')};
              with --profile: ${kinds.join(', ')}`;

const options = {
  short: { type: 'boolean', default: false },
  profile: { type: 'boolean', default: false },
  files: { type: 'boolean', default: false },
  only: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
};

/**
 * @param {readonly string[]} words
 * @param {readonly string[]} parts names of the bench's
 * @param {readonly string[]} kinds names of the builds that have a profile
 * @returns {{ runs?: number, short: boolean, profile: boolean, files: boolean, only: readonly string[], help?: string }} `runs`: where
 * it was said; `help`: to be printed, and nothing else done
 * @throws {Error} that says what is wrong with the words
 */
export function readOptions(words, parts, kinds) {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const { short, profile, files, help } = values;
  if (help) return { short, profile, files, only: [], help: usageOf(parts, kinds) };
  const [said, ...more] = positionals;
  const runs = said === undefined ? undefined : Number(said);
  if (runs !== undefined && !(Number.isInteger(runs) && runs > 0))
    throw new Error(`the number of runs is "${said}"; expected a whole number from 1`);
  if (more.length > 0)
    throw new Error(`"${more[0]}" is one word too many; expected at most a number of runs`);
  const all = profile ? kinds : parts;
  const only = values.only?.split(',') ?? all;
  const unknown = only.find((part) => !all.includes(part));
  if (unknown !== undefined) throw new Error(`there is no part "${unknown}"; expected: ${all.join(', ')}`);
  return { ...(runs !== undefined && { runs }), short, profile, files, only };
}
