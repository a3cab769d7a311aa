#!/usr/bin/env node
/** Layer 7. The command's entry. A build with nothing to do ends here; all else is loaded when it is needed. */
import { answerUnchanged } from './cli/unchanged.js';

type Command = typeof import('./cli/command.js');

const words = process.argv.slice(2);
if (!answerUnchanged(words, process.cwd()))
  void import('./cli/load.js').then(({ load }) => (load('./command.js') as Command).command(words));
