/** Layer 6. zonebrief watch: builds, and builds again whenever what was read changes. */
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { printable } from '../../diagnostic.js';
import { chartForms } from '../../document/chart.js';
import { type BuildFlags, decidingOptions } from '../build-options.js';
import { printFindings } from '../report.js';
import type { Terminal } from '../terminal.js';
import { pathFrom, type Verb } from '../verb.js';
import { chooseZones, zonesIn } from '../zones.js';
import { describeBuild } from './build.js';

interface Flags extends BuildFlags {
  readonly poll?: number | true;
}

/** "500" */
function milliseconds(text: string): number {
  if (!/^\d{2,6}$/.test(text)) throw new InvalidArgumentError('Expected milliseconds, from 10.');
  return Number(text);
}

export const watch: Verb = {
  summary: 'build, and build again whenever facts, templates or anything else that was read changes',
  describe(command) {
    describeBuild(command);
    command
      .option('-o, --out <dir>', 'output folder (default: out/ in the root)')
      .option('--pdf', 'as for build')
      .addOption(new Option('--charts <form>', 'as for build').choices(chartForms).default('image'))
      .option('--overwrite', 'as for build')
      .option('--notify', 'as for build, at every rebuild')
      .option(
        '--poll [ms]',
        'look at intervals (default: 500), where the file system tells of no changes: network drives, some containers',
        milliseconds,
      )
      .addHelpText(
        'after',
        '\nCtrl-C ends it. With --json it prints a line of JSON for each rebuild.\nExample:\n  zonebrief watch chongqing-hitech-zone',
      );
  },
  run,
};

async function run(terminal: Terminal, command: Command): Promise<number> {
  const flags = command.opts<Flags>();
  const { world } = terminal;
  const root = resolve(pathFrom(terminal, flags.root));
  const out = resolve(pathFrom(terminal, flags.out ?? join(root, 'out')));
  // Wrong names and an empty root are wrong use now; later on they may come and go.
  const named = await chooseZones(world, root, command.args);
  const zones = async (): Promise<readonly string[]> => {
    const there = await zonesIn(world, root);
    return command.args.length === 0 ? there : named.filter((zone) => there.includes(zone));
  };
  const { folderWatching, withoutEvents } = await import('../watch/folder-watcher.js');
  const { rebuildJson, rebuildLine } = await import('../watch/lines.js');
  const { serve } = await import('../watch/serve.js');
  const say = (text: string): void => {
    if (!flags.quiet) terminal.err(`${terminal.paint('dim', printable(text))}\n`);
  };
  const { pdf, overwrite } = flags;
  const asked = { root, out, pdf, overwrite, ...decidingOptions(flags, terminal.cwd) };
  say(`watching ${named.join(', ')}; Ctrl-C ends it`);
  return serve(terminal, {
    root,
    out,
    zones,
    request: (zone) => ({ ...asked, zone }),
    notify: flags.notify ?? false,
    watch: folderWatching({
      poll: flags.poll === true ? withoutEvents : flags.poll,
      onTrouble: (code) =>
        say(`the system watches no more folders (${code}): looking every half second instead`),
    }),
    gone: (zone) =>
      say(`${zone}: data/${zone} is gone; what was made stays, and it is built again when it is back`),
    onWait: (zone, pid) => say(`${zone}: waiting for another build of it (process ${pid}) …`),
    told(rebuild) {
      const { report, fault, undelivered } = rebuild.result;
      if (flags.json) return terminal.out(rebuildJson(terminal, root, rebuild));
      printFindings(terminal, [...(report?.diagnostics ?? fault?.diagnostics ?? []), ...undelivered]);
      const fine = report?.ok && undelivered.length === 0;
      if (!flags.quiet || !fine) terminal.out(rebuildLine(terminal, root, rebuild));
      if (fault?.hint !== undefined) terminal.err(`  hint: ${printable(fault.hint)}\n`);
    },
  });
}
