/** Layer 6. zonebrief schedule: zones built again when their schedules say so; units for other schedulers. */
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { exitCodes } from '../../diagnostic.js';
import { chartForms } from '../../document/chart.js';
import { arrangements } from '../../facts/schema.js';
import type { RunOptions } from '../../regenerate/run.js';
import { printFindings } from '../report.js';
import { checkFlags, healthAddress, kinds, numberUpTo, type ScheduleFlags } from '../schedule/flags.js';
import type { Terminal } from '../terminal.js';
import { jsonOption, listOf, pairsOf, pathFrom, rootOption, type Verb } from '../verb.js';
import { chooseZones, zonesIn } from '../zones.js';

export const schedule: Verb = {
  summary: 'build zones again when the schedule in zone.yaml says so, as a service in the foreground',
  describe(command) {
    command
      .argument('[zone...]', 'folders under data/ (default: all that have a schedule)')
      .option('-o, --out <dir>', 'output folder (default: out/ in the root)')
      .option('--once', 'build each zone once, whatever the time, and end with the exit code of the build')
      .option('--due', 'with --once: only zones of which a run fell due since the last one')
      .option('--list', 'print the next runs')
      .option('--count <number>', 'runs of each zone that --list prints', numberUpTo(100), 3)
      .addOption(new Option('--print <kind>', 'print a unit that calls --once').choices(kinds))
      .option('--to <dir>', 'with --print: write its files into this folder')
      .option('--health <[host:]port>', 'answer GET /health with 200 or 503 (host: 127.0.0.1)', healthAddress)
      .option('--patience <seconds>', 'how long the end waits for what is being built', numberUpTo(3600), 60)
      .option('--languages <list>', 'as for build', listOf)
      .option('--summaries <list>', 'as for build', pairsOf)
      .addOption(new Option('--arrangement <kind>', 'as for build').choices(arrangements))
      .option('--strict', 'let warnings hold an edition back, too')
      .option('--theme <name>', 'as for build')
      .option('--sources <dir>', 'as for build')
      .option('--pdf', 'as for build')
      .addOption(new Option('--charts <form>', 'as for build').choices(chartForms))
      .addHelpText(
        'after',
        '\nExamples:\n  zonebrief schedule --list\n  zonebrief schedule --health 8080\n  zonebrief schedule --print systemd --to ~/.config/systemd/user',
      );
    jsonOption(rootOption(command));
  },
  async run(terminal, command) {
    const flags = command.opts<ScheduleFlags>();
    const root = resolve(pathFrom(terminal, flags.root));
    const out = resolve(pathFrom(terminal, flags.out ?? join(root, 'out')));
    checkFlags(flags);
    const zones = await chooseZones(terminal.world, root, command.args);
    if (flags.list || flags.print) {
      const { scheduledZones } = await import('../schedule/zones.js');
      const settings = await scheduledZones(terminal.world, root, zones, command.args.length > 0);
      if (flags.list) (await import('../schedule/list.js')).listRuns(terminal, settings, flags);
      if (flags.print) {
        const { printUnits } = await import('../schedule/print.js');
        await printUnits(terminal, settings, { kind: flags.print, root, out, flags });
      }
      return exitCodes.fine;
    }
    const { runOptions } = await import('../schedule/run-options.js');
    const options = runOptions(terminal, flags, root, out);
    return flags.once
      ? once(terminal, options, command, zones, flags.due ?? false)
      : foreground(terminal, options, command, zones, flags);
  },
};

async function once(
  terminal: Terminal,
  options: RunOptions,
  command: Command,
  zones: readonly string[],
  due: boolean,
): Promise<number> {
  const { runOnce } = await import('../../regenerate/schedule/once.js');
  const { withSchedule } = await import('../schedule/zones.js');
  // Zones that are named are run with or without a schedule.
  const all = command.args.length > 0 ? zones : await withSchedule(terminal.world, options, zones);
  const { code, diagnostics } = await runOnce(options, all, due);
  printFindings(terminal, diagnostics);
  return code;
}

async function foreground(
  terminal: Terminal,
  options: RunOptions,
  { args }: Command,
  zones: readonly string[],
  { health, patience }: ScheduleFlags,
): Promise<number> {
  const { world } = terminal;
  const { scheduledZones, withSchedule } = await import('../schedule/zones.js');
  if (args.length > 0) await scheduledZones(world, options.root, zones, true);
  else await withSchedule(world, options, zones);
  const { serve } = await import('../schedule/serve.js');
  const names = async (): Promise<readonly string[]> =>
    args.length > 0 ? zones : zonesIn(world, options.root);
  return serve({ ...options, zones: names, patience }, health);
}
