/** Layer 6. zonebrief trace: reads a finished file back, each printed figure with its fact and its evidence. */
import type { FileTrace } from '../../build/trace.js';
import { exitCodes, printable, UsageError } from '../../diagnostic.js';
import type { Evidence } from '../../trace/evidence.js';
import type { TracedFigure, TracedPlace } from '../../trace/trace.js';
import { count } from '../report.js';
import type { Terminal } from '../terminal.js';
import { jsonOption, pathFrom, printJson, type Verb } from '../verb.js';

interface Flags {
  readonly json?: boolean;
  readonly all?: boolean;
}

export const trace: Verb = {
  summary: 'read a finished .pptx or .docx back: each printed figure with its fact, phrase and source',
  describe(command) {
    jsonOption(
      command
        .argument('<file>', 'a .pptx or .docx that zonebrief made, edited since or not')
        .option('--all', 'list names and sentences that facts gave, too'),
    ).addHelpText(
      'after',
      '\nExit code 1 when a figure was changed, deleted or typed in since the file was made.\n' +
        'Example:\n  zonebrief trace out/chongqing-hitech-zone/briefing.en.pptx',
    );
  },
  async run(terminal, command) {
    const [file, ...more] = command.args;
    if (file === undefined || more.length > 0)
      throw new UsageError('trace reads one file at a time', 'zonebrief trace briefing.en.pptx');
    const flags = command.opts<Flags>();
    const { traceFile } = await import('../../build/trace.js');
    const traced = await traceFile(pathFrom(terminal, file), { world: terminal.world });
    if (flags.json) printJson(terminal, { ...traced, file });
    else print(terminal, { ...traced, file }, flags.all ?? false);
    return traced.asMade ? exitCodes.fine : exitCodes.findings;
  },
};

function print(terminal: Terminal, traced: FileTrace, all: boolean): void {
  const { figures } = traced;
  const dim = (line: string): string => terminal.paint('dim', `  ${printable(line)}`);
  let group = '';
  /** What was said of a fact on the same slide need not be said again. */
  let told = new Set<string>();
  for (const figure of figures) {
    if (!all && figure.kind === 'words' && figure.status === 'as-made') continue;
    const heading = groupOf(figure);
    if (heading !== group) {
      terminal.out(`${group === '' ? '' : '\n'}${terminal.paint('bold', printable(heading))}\n`);
      told = new Set();
    }
    group = heading;
    const key = `${figure.fact} ${figure.earlier?.role} ${figure.language}`;
    const lines = [...headOf(terminal, figure), ...(told.has(key) ? [] : evidenceLines(figure).map(dim))];
    for (const line of lines) terminal.out(`  ${line}\n`);
    told.add(key);
  }
  const tally = (status: TracedFigure['status']): number =>
    figures.filter((figure) => figure.status === status).length;
  const words = figures.filter(({ kind }) => kind === 'words').length;
  const numbers = count(figures.length - words, 'figure') || 'no figures';
  const edited = (['changed', 'missing', 'unrecorded'] as const)
    .filter((status) => tally(status) > 0)
    .map((status) => `${tally(status)} ${status}`)
    .join(', ');
  terminal.out(
    `\n${printable(traced.file)}: ${traced.kind}, edition of ${traced.edition}: ${numbers}, ${count(words, 'name') || 'no names'}: ` +
      `${terminal.paint(edited ? 'red' : 'green', edited || 'all as made')}\n`,
  );
}

function groupOf({ status, place }: TracedFigure): string {
  const { slide, section, id, heading } = place;
  if (status === 'missing') return 'Missing';
  if (slide !== undefined) return `Slide ${slide}${id ? ` (${id})` : ''}`;
  if (section !== undefined) return `Section ${section}${id ? ` (${id})` : ''}: ${heading ?? ''}`;
  return (
    { footnote: 'Footnotes', header: 'Header', footer: 'Footer' }[place.in as 'header'] ?? 'Head of the file'
  );
}

function headOf(terminal: Terminal, figure: TracedFigure): string[] {
  const { status, text, made, fact, earlier, context } = figure;
  const what = [
    ...(status === 'as-made' ? [] : [terminal.paint('red', status)]),
    terminal.paint('bold', printable(text.replace(/\s+/g, ' '))),
    ...(made === undefined ? [] : [`made as ${printable(made)}`]),
    ...(fact === undefined ? [] : [printable(fact)]),
    ...(earlier === undefined ? [] : [`${earlierWords[earlier.role]} ${printable(earlier.edition)}`]),
    terminal.paint('dim', printable(placeOf(figure))),
  ];
  return [
    what.join('  '),
    ...(context === undefined ? [] : [terminal.paint('dim', `  in: ${printable(context)}`)]),
  ];
}

function placeOf({ status, place }: TracedFigure): string {
  const { shape, cell, footnote, paragraph, id } = place;
  return [
    status === 'missing' ? (id ?? '') : '',
    shape ?? '',
    cell ? `row ${cell[0]}, column ${cell[1]}` : '',
    footnote === undefined ? '' : `footnote ${footnote}`,
    partNames[place.in],
    paragraph === undefined ? '' : `paragraph ${paragraph}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const earlierWords = { before: 'as in edition', difference: 'change since edition' } as const;

const partNames: Readonly<Record<TracedPlace['in'], string>> = {
  text: '',
  notes: 'notes',
  alt: 'description',
  chart: 'inside the chart',
  footnote: '',
  header: '',
  footer: '',
};

function evidenceLines({
  stated = [],
  derivation,
  parts = [],
}: Pick<Evidence, 'derivation' | 'parts'> & Partial<Evidence>): string[] {
  return [
    ...(derivation === undefined ? [] : [`computed as ${derivation}`]),
    ...stated.map((each) => `${each.stated} – ${each.publisher}, ${each.issued}, ${each.locator}`),
    ...parts.flatMap((part) => evidenceLines(part).map((line) => `  ${part.label}: ${line}`)),
  ];
}
