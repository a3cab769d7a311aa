/** Layer 6. zonebrief check: facts, evidence, templates, parity, layout and packages; writes nothing. */
import type { Verb } from '../verb.js';
import { describeBuild, runBuild } from './build.js';

export const check: Verb = {
  summary: 'find what is wrong in facts, evidence, templates and layout; write nothing',
  describe(command) {
    describeBuild(command);
    command
      .option('--coverage', 'list the figures of the sources that no fact uses')
      .addHelpText(
        'after',
        '\nExample:\n  zonebrief check chongqing-hitech-zone --sources ~/press --coverage',
      );
  },
  run: (terminal, command) => runBuild(terminal, command, false),
};
