#!/usr/bin/env node
/**
 * Layer 7. The command's entry: CommonJS in the bundle, which Node starts sooner. A build with nothing to do ends here; all
 * else is loaded when it is needed, after the compile cache has been turned on.
 */
import module from 'node:module';
import { answerUnchanged } from './cli/unchanged.js';

const words = process.argv.slice(2);
if (!answerUnchanged(words, process.cwd())) {
  // From Node 22: compiled code is kept between runs.
  (module as { enableCompileCache?: () => void }).enableCompileCache?.();
  void import('./cli/command.js').then(({ command }) => command(words));
}
