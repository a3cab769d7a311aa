/** The builds whose time is told apart, each into a place of its own. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { buildSample, chartsOf, program, workingRoot, zone } from '../measure/checkout.mjs';
import { committedOf } from '../measure/figures.mjs';
import { manySlides } from '../measure/large.mjs';
import { freshPath, node } from '../measure/processes.mjs';
import { manyZones } from '../measure/zones.mjs';

/** How many zones: enough for threads to be warm most of the time. */
const zones = 30;

/** What `--only` may name, with `--profile`. */
export const kinds = {
  first: 'first build',
  cached: 'charts cached',
  changed: 'one fact changed',
  watch: 'watch, a fact saved, warm',
  slides: '1,000 slides',
  zones: `${zones} zones, charts drawn`,
};

/**
 * @param {string} root of what is measured
 * @returns {Record<Exclude<keyof typeof kinds, 'watch'>, () => () => string[]>} what makes a kind ready, and then words for node, one build
 * each
 */
export function builds(root) {
  const words = (own, out, ...more) => [
    program(root),
    'build',
    ...more,
    '--root',
    own,
    '--out',
    out,
    '--quiet',
  ];
  return {
    first: () => () => words(root, freshPath(), zone),
    cached() {
      const first = freshPath();
      buildSample(root, first);
      return () => {
        const out = freshPath();
        cpSync(join(first, chartsOf()), join(out, chartsOf()), { recursive: true });
        return words(root, out, zone);
      };
    },
    changed() {
      const own = workingRoot(root);
      const setCommitted = committedOf(own, zone);
      let turn = 0;
      return () => {
        const out = freshPath();
        setCommitted(undefined);
        node(words(own, out, zone));
        setCommitted(turn++);
        return words(own, out, zone);
      };
    },
    slides() {
      const own = manySlides(root, 1000);
      return () => words(own, freshPath(), zone, '--languages', 'en');
    },
    zones() {
      const { own } = manyZones(root, zones);
      return () => words(own, freshPath());
    },
  };
}
