/** Layer 5. zonebrief check: facts, templates, parity, layout and packages; writes nothing. */
import type { Verb } from '../verb.js';
import { describeBuild, runBuild } from './build.js';

export const check: Verb = {
  summary: 'find what is wrong in facts, templates and layout; write nothing',
  describe: describeBuild,
  run: (terminal, command) => runBuild(terminal, command, false),
};
