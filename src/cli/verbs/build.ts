/** Layer 6. zonebrief build: makes the files, all of them or none. */
import { relative } from 'node:path';
import { type Command, Option } from 'commander';
import type { Draw } from '../../build/pictures.js';
import type { BuildReport } from '../../build/report.js';
import { exitCodes } from '../../diagnostic.js';
import { type ChartForm, chartForms } from '../../document/chart.js';
import { type Arrangement, arrangements } from '../../facts/schema.js';
import { drawingThread } from '../drawing.js';
import { libreOffice } from '../libreoffice.js';
import { count, fromHere, Progress, printFindings, size } from '../report.js';
import { printSources } from '../sources.js';
import type { Terminal } from '../terminal.js';
import {
  type CommonFlags,
  jsonOption,
  listOf,
  pairsOf,
  pathFrom,
  printJson,
  rootOption,
  type Verb,
} from '../verb.js';
import { chooseZones } from '../zones.js';

export interface BuildFlags extends CommonFlags {
  readonly out?: string;
  readonly languages?: string[];
  readonly summaries?: string[][];
  readonly arrangement?: Arrangement;
  readonly quiet?: boolean;
  readonly strict?: boolean;
  readonly sources?: string;
  readonly coverage?: boolean;
  readonly theme?: string;
  readonly pdf?: boolean;
  readonly charts?: ChartForm;
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
  const thread = await drawingThread(terminal.world);
  try {
    const reports = await makeAll(terminal, zones, { ...flags, root, write }, thread?.draw);
    if (flags.json) printJson(terminal, { ok: reports.every(({ ok }) => ok), zones: reports });
    else for (const report of reports) print(terminal, report, { ...flags, write });
    return reports.every(({ ok }) => ok) ? exitCodes.fine : exitCodes.findings;
  } finally {
    await thread?.end();
  }
}

async function makeAll(
  terminal: Terminal,
  zones: readonly string[],
  { root, write, ...flags }: BuildFlags & { root: string; write: boolean },
  draw: Draw | undefined,
): Promise<BuildReport[]> {
  const pdf = flags.pdf ? await libreOffice(terminal.world, terminal.run) : undefined;
  const { buildZone, checkZone } = await import('../../build/build.js');
  const { isThemeName } = await import('../../themes/load.js');
  const progress = new Progress(terminal, flags.quiet || flags.json);
  const reports: BuildReport[] = [];
  for (const zone of zones) {
    const options = {
      root,
      zone,
      ...(flags.languages && { languages: flags.languages }),
      ...(flags.summaries && { summaries: flags.summaries }),
      ...(flags.arrangement && { arrangement: flags.arrangement }),
      ...(flags.strict && { strict: true }),
      ...(flags.theme !== undefined && {
        theme: isThemeName(flags.theme) ? flags.theme : pathFrom(terminal, flags.theme),
      }),
      ...(flags.sources !== undefined && { sources: pathFrom(terminal, flags.sources) }),
      ...(flags.coverage && { coverage: true }),
      ...(draw && { draw }),
      ...(pdf && { pdf }),
      ...(flags.charts && { charts: flags.charts }),
      onStep: (step: string) => progress.step(`${zone}: ${step}`),
    };
    const out = pathFrom(terminal, flags.out ?? `${root}/out`);
    const { world } = terminal;
    const report = write ? await buildZone(world, { ...options, out }) : await checkZone(world, options);
    reports.push({ ...report, diagnostics: fromHere(terminal, report.diagnostics) });
    progress.done();
  }
  return reports;
}

function print(
  terminal: Terminal,
  report: BuildReport,
  { write, quiet, sources, coverage = false }: BuildFlags & { write: boolean },
): void {
  printFindings(terminal, report.diagnostics);
  if (coverage || (sources !== undefined && !quiet)) printSources(terminal, report, coverage);
  if (!report.ok) {
    const outcome = write ? 'not built; what stood in the output folder is untouched' : 'would not be built';
    terminal.err(`${report.zone}: ${terminal.paint('red', outcome)}\n`);
    return;
  }
  if (quiet) return;
  const facts = count(report.facts, 'fact');
  const edition = `${terminal.paint('bold', report.zone)}, edition of ${report.editionDate}`;
  if (!write) {
    terminal.out(
      `${edition}: ${terminal.paint('green', 'fine')}: ${facts} in ${count(report.outputs.length, 'file')}\n`,
    );
    return;
  }
  terminal.out(`${edition}, ${facts}\n`);
  const paths = report.outputs.map(({ name, path }) => relative(terminal.cwd, path ?? name));
  const width = Math.max(...paths.map((path) => path.length));
  report.outputs.forEach(({ bytes, changed }, index) => {
    const note = changed ? '' : terminal.paint('dim', '  unchanged');
    terminal.out(`  ${(paths[index] as string).padEnd(width)}  ${size(bytes).padStart(7)}${note}\n`);
  });
}

export const build: Verb = {
  summary: 'make decks, summaries and charts: all of them, or none when there are findings',
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
      .addHelpText(
        'after',
        '\nExample:\n  zonebrief build chongqing-hitech-zone --languages en,de --summaries zh-CN-de',
      );
  },
  run: (terminal, command) => runBuild(terminal, command, true),
};
