/** Layer 6. zonebrief build: makes the files, all of them or none. */
import { relative } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BuildReport } from '../../build/report.js';
import { chartFolder } from '../../build/state.js';
import { storeOf } from '../../build/store/store.js';
import { exitCodes } from '../../diagnostic.js';
import { chartForms } from '../../document/chart.js';
import { arrangements } from '../../facts/schema.js';
import type { World } from '../../world.js';
import { type BuildFlags, decidingOptions } from '../build-options.js';
import { libreOffice } from '../libreoffice.js';
import { count, failure, fromHere, Progress, printFindings, size } from '../report.js';
import { printSources } from '../sources.js';
import type { Terminal } from '../terminal.js';
import { type BesideThread, threadBeside } from '../threads/beside.js';
import { unchangedLine } from '../unchanged-line.js';
import { jsonOption, listOf, pairsOf, pathFrom, printJson, rootOption, type Verb } from '../verb.js';
import { chooseZones } from '../zones.js';

function jobs(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Expected a whole number from 1 to 99.');
  return Number(text);
}

/** What `build` and `check` have in common. */
export function describeBuild(command: Command): void {
  command
    .argument('[zone...]', 'folders under data/ (default: all of them)')
    .option(
      '--languages <list>',
      'languages of the decks, such as en,de (default: as zone.yaml says)',
      listOf,
    )
    .option(
      '--summaries <list>',
      'languages of the summaries, such as zh-CN-en,de (default: as zone.yaml says)',
      pairsOf,
    )
    .addOption(
      new Option(
        '--arrangement <kind>',
        'two languages of a summary: facing, in columns, or sequential, one after the other (default: as zone.yaml says, or facing)',
      ).choices(arrangements),
    )
    .option('--sources <dir>', 'folder with copies of the sources, in which the evidence is looked up')
    .option('--theme <name>', 'quiet, bold, another name under templates/themes/, or a .yaml file')
    .option('--strict', 'let warnings fail too')
    .option('--quiet', 'print findings only');
  jsonOption(rootOption(command));
}

/** Runs each zone, findings of all of them together. @returns the exit code */
export async function runBuild(terminal: Terminal, command: Command, write: boolean): Promise<number> {
  const flags = command.opts<BuildFlags>();
  const root = pathFrom(terminal, flags.root);
  const zones = await chooseZones(terminal.world, root, command.args);
  if (write && zones.length > 1) {
    const { runMany } = await import('../many/run-many.js');
    return runMany(terminal, zones, { ...flags, root });
  }
  const thread = await threadBeside(terminal.world);
  try {
    const { reports, undelivered } = await makeAll(terminal, zones, { ...flags, root, write }, thread);
    const ok = reports.every((report) => report.ok) && undelivered === 0;
    if (flags.json) printJson(terminal, { ok, zones: reports });
    else for (const report of reports) print(terminal, report, { ...flags, write });
    return ok ? exitCodes.fine : exitCodes.findings;
  } finally {
    await thread?.end();
  }
}

async function makeAll(
  terminal: Terminal,
  zones: readonly string[],
  { root, write, ...flags }: BuildFlags & { root: string; write: boolean },
  thread: BesideThread | undefined,
): Promise<{ reports: BuildReport[]; undelivered: number }> {
  const { world } = terminal;
  const out = pathFrom(terminal, flags.out ?? `${root}/out`);
  // Its libraries are loaded while the facts are read, where there are charts to draw for sure.
  if (thread && (!write || flags.force || (await haveNoCharts(world, out, zones)))) thread.start?.();
  const pdf = flags.pdf ? await libreOffice(world, terminal.run) : undefined;
  const { buildZone, checkZone } = await import('../../build/build.js');
  const progress = new Progress(terminal, flags.quiet || flags.json);
  const reports: BuildReport[] = [];
  let undelivered = 0;
  const tellers = flags.notify ? await import('../notifying.js') : undefined;
  for (const zone of zones) {
    const options = {
      root,
      out,
      zone,
      ...decidingOptions(flags, terminal.cwd),
      ...(thread && { beside: thread }),
      ...(pdf && { pdf }),
      onStep: (step: string) => progress.step(`${zone}: ${step}`),
    };
    const make = (): Promise<BuildReport> =>
      write
        ? buildZone(world, {
            ...options,
            force: flags.force,
            overwrite: flags.overwrite,
            onWait: ({ pid, host, here }) =>
              terminal.err(
                `${zone}: waiting for another build of it (process ${pid}${here ? '' : ` on ${host}`}) …\n`,
              ),
          })
        : checkZone(world, options);
    const { report, undelivered: faults } = tellers
      ? await tellers.builtAndTold(terminal, options, make)
      : { report: await make(), undelivered: [] };
    undelivered += faults.length;
    reports.push({ ...report, diagnostics: fromHere(terminal, [...report.diagnostics, ...faults]) });
    progress.done();
  }
  return { reports, undelivered };
}

async function haveNoCharts(world: World, out: string, zones: readonly string[]): Promise<boolean> {
  for (const zone of zones) {
    const { backstage } = await storeOf(world, out, zone);
    if ((await world.list(chartFolder(backstage))).length > 0) return false;
  }
  return true;
}

function print(
  terminal: Terminal,
  report: BuildReport,
  { write, quiet, sources, coverage = false }: BuildFlags & { write: boolean },
): void {
  printFindings(terminal, report.diagnostics);
  if (coverage || (sources !== undefined && !quiet)) printSources(terminal, report, coverage);
  if (!report.ok) terminal.err(`${report.zone}: ${failure(terminal, report, write)}\n`);
  if (!report.ok || quiet) return;
  if (report.outcome === 'unchanged') {
    terminal.out(unchangedLine(report));
    return;
  }
  const facts = count(report.facts, 'fact');
  const zone = terminal.paint('bold', report.zone);
  if (!write) {
    const files = count(report.outputs.length, 'file');
    terminal.out(
      `${zone}, edition of ${report.editionDate}: ${terminal.paint('green', 'fine')}: ${facts} in ${files}\n`,
    );
    return;
  }
  // Of a new edition: which is one for its sources, too, though every fact says what it said.
  const news = report.changes && (count(report.changes.length, 'change') || 'other sources');
  const since = news ? `, ${news} since ${report.edition?.since}` : '';
  const again = report.outcome === 'rebuilt' ? ' made again' : '';
  terminal.out(`${zone}, edition ${report.edition?.id}${again}, ${facts}${since}\n`);
  const paths = report.outputs.map(({ name, path }) => relative(terminal.cwd, path ?? name));
  const width = Math.max(...paths.map((path) => path.length));
  report.outputs.forEach(({ bytes, changed, copy }, index) => {
    const remark = copy === undefined ? (changed ? '' : 'unchanged') : `what stood there is kept as ${copy}`;
    const note = remark && terminal.paint('dim', `  ${remark}`);
    terminal.out(`  ${(paths[index] as string).padEnd(width)}  ${size(bytes).padStart(7)}${note}\n`);
  });
  if (report.gone) terminal.out(`  no longer made, and taken away: ${report.gone.join(', ')}\n`);
}

export const build: Verb = {
  summary: 'make what changed of decks, summaries and charts; nothing when there are findings',
  describe(command) {
    describeBuild(command);
    command
      .option('-o, --out <dir>', 'output folder; each zone gets a folder in it (default: out/ in the root)')
      .option('--pdf', 'a PDF of each deck and summary too, made by LibreOffice (found by SOFFICE or PATH)')
      .addOption(
        new Option(
          '--charts <form>',
          'charts of decks and summaries: pictures, or native ones to edit in PowerPoint and Word',
        )
          .choices(chartForms)
          .default('image'),
      )
      .option('--jobs <number>', 'of several zones, how many at a time (default: as many as cores)', jobs)
      .option('--force', 'make every file anew, though nothing changed')
      .option(
        '--overwrite',
        'replace files that were edited by hand; the edited one is kept beside the new one',
      )
      .option('--notify', 'tell whom zone.yaml names under notify: of a new edition, or of one held back')
      .addHelpText(
        'after',
        '\nExample:\n  zonebrief build chongqing-hitech-zone --languages en,de --summaries zh-CN-de',
      );
  },
  run: (terminal, command) => runBuild(terminal, command, true),
};
