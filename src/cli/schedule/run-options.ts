/** Layer 6. What each scheduled run needs: its build, and the outside for its notices. */
import type { BuildOptions } from '../../build/build.js';
import { jsonLog } from '../../regenerate/log.js';
import type { RunOptions } from '../../regenerate/run.js';
import { decidingOptions } from '../build-options.js';
import { nodeOutside } from '../outside.js';
import { builder } from '../rebuilding.js';
import type { Terminal } from '../terminal.js';
import type { ScheduleFlags } from './flags.js';

/** @param root absolute, as is `out` */
export function runOptions(terminal: Terminal, flags: ScheduleFlags, root: string, out: string): RunOptions {
  const { world } = terminal;
  // A program that a build starts is not to end the service: it ends by itself, or by its timeout.
  const run: Terminal['run'] = (program, words, options) =>
    terminal.run(program, words, { ...options, outlivesInterrupt: true });
  const optionsFor = async (zone: string): Promise<BuildOptions> => ({
    root,
    out,
    zone,
    ...decidingOptions(flags, terminal.cwd),
    ...(flags.pdf && { pdf: await (await import('../libreoffice.js')).libreOffice(world, run) }),
  });
  return {
    world,
    root,
    out,
    outside: nodeOutside(run),
    log: jsonLog(world, (line) => terminal.out(line)),
    build: builder(world, optionsFor),
  };
}
