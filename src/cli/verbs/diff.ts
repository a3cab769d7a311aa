/** Layer 6. zonebrief diff: what two editions, or files of them, say otherwise. */
import type { EditionDiff, FactDiff } from '../../build/diff.js';
import { exitCodes, printable, UsageError } from '../../diagnostic.js';
import type { Terminal } from '../terminal.js';
import { type CommonFlags, jsonOption, pathFrom, printJson, rootOption, type Verb } from '../verb.js';

interface Flags extends CommonFlags {
  readonly out?: string;
  readonly zone?: string;
  readonly language?: string;
  readonly exitCode?: boolean;
}

export const diff: Verb = {
  summary: 'compare two editions, or files of them: what changed, was added and removed',
  describe(command) {
    jsonOption(
      rootOption(
        command
          .argument(
            '<old>',
            'an edition (2026-01-19.1), a manifest.json, the folder of an edition, or a .pptx or .docx',
          )
          .argument('[new]', 'likewise (default: the edition that stands in the output folder)')
          .option('--zone <zone>', 'whose edition it is, where several zones have one of that name'),
      )
        .option('--out <dir>', 'folder that holds the editions (default: out/)')
        .option('--language <tag>', 'in which it is told (default: en, or the first that both have)')
        .option('--exit-code', 'end with 1 where the two differ'),
    ).addHelpText(
      'after',
      '\nFiles are compared as they were made, by the facts that they use; zonebrief trace tells what was edited since.\n' +
        'Examples:\n  zonebrief diff 2026-01-19.1\n  zonebrief diff old/briefing.en.pptx out/zone/briefing.en.pptx',
    );
  },
  async run(terminal, command) {
    const [old, next, ...more] = command.args;
    if (old === undefined || more.length > 0)
      throw new UsageError('diff compares two editions or files', 'zonebrief diff 2026-01-19.1 2026-04-10.1');
    const flags = command.opts<Flags>();
    const { diffEditions } = await import('../../build/diff.js');
    const compared = await diffEditions(terminal.world, {
      root: pathFrom(terminal, flags.root),
      cwd: terminal.cwd,
      out: flags.out === undefined ? undefined : pathFrom(terminal, flags.out),
      zone: flags.zone,
      language: flags.language,
      old,
      new: next,
    });
    if (flags.json) printJson(terminal, compared);
    else print(terminal, compared);
    return flags.exitCode && compared.changes.length > 0 ? exitCodes.findings : exitCodes.fine;
  },
};

const groups: readonly { readonly name: string; readonly holds: (change: FactDiff) => boolean }[] = [
  { name: 'Changed', holds: ({ kind, news }) => kind === 'changed' && news !== 'backing' },
  { name: 'Added', holds: ({ kind }) => kind === 'added' },
  { name: 'Removed', holds: ({ kind }) => kind === 'removed' },
  { name: 'Said as before, on other evidence or another day', holds: ({ news }) => news === 'backing' },
];

function print(terminal: Terminal, { old, new: next, changes }: EditionDiff): void {
  for (const { name, holds } of groups) {
    const held = changes.filter(holds);
    if (held.length === 0) continue;
    terminal.out(`${terminal.paint('bold', printable(`${name} (${held.length})`))}\n`);
    for (const change of held) for (const line of linesOf(terminal, change)) terminal.out(`  ${line}\n`);
    terminal.out('\n');
  }
  const zone = next.zone ?? old.zone;
  const sides = [old, next].map(({ kind, name, edition }) =>
    kind === 'edition' ? edition : `${name} (edition of ${edition})`,
  );
  const tally = groups
    .map(({ name, holds }) => [name, changes.filter(holds).length] as const)
    .filter(([, number]) => number > 0)
    .map(
      ([name, number]) => `${number} ${name.startsWith('Said') ? 'on other evidence' : name.toLowerCase()}`,
    );
  terminal.out(
    `${zone === undefined ? '' : `${printable(zone)}, `}${printable(sides.join(' → '))}: ${tally.join(', ') || 'no differences'}\n`,
  );
}

function linesOf(terminal: Terminal, change: FactDiff): string[] {
  const { fact, label, before, after } = change;
  const dim = (line: string): string => terminal.paint('dim', printable(line));
  const texts = [before?.text, after?.text].filter((text) => text !== undefined && text !== label);
  const same = texts.length === 2 && texts[0] === texts[1];
  const what = whatOf(change);
  const times = [before?.time, after?.time];
  return [
    `${terminal.paint('bold', printable(label))}  ${dim(fact)}`,
    ...(texts.length === 0
      ? []
      : [
          `  ${printable(same ? (texts[0] ?? '') : texts.join(' → '))}${what ? `  ${terminal.paint('green', printable(what))}` : ''}`,
        ]),
    ...(texts.length === 0 && what ? [`  ${printable(what)}`] : []),
    ...(before && after && times[0] !== times[1]
      ? [dim(`  ${times.map((time) => time ?? 'no date').join(' → ')}`)]
      : []),
    ...sourcesOf(change).map((line) => dim(`  ${line}`)),
  ];
}

const words: Partial<Record<FactDiff['news'], string>> = {
  measure: 'different measure',
  unit: 'different unit',
  basis: 'different basis',
  period: 'different period',
  class: 'different class',
  precision: 'different precision',
  inexact: 'not quantified',
};

function whatOf({ news, difference, joined = [], left = [] }: FactDiff): string {
  if (difference) return difference.text;
  if (news !== 'members') return words[news] ?? '';
  return [
    joined.length > 0 ? `joined: ${joined.join(', ')}` : '',
    left.length > 0 ? `left: ${left.join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** What the sources state now; of what is gone or on other evidence, what they stated before, too. */
function sourcesOf({ before, after, news }: FactDiff): string[] {
  const lines = (side: FactDiff['before'], mark: string): string[] =>
    (side?.statements ?? []).map(
      ({ stated, publisher, issued, locator }) =>
        `${mark}${stated} – ${[publisher, issued, locator].filter(Boolean).join(', ')}`,
    );
  if (!after) return lines(before, '');
  return news === 'backing' ? [...lines(before, 'before: '), ...lines(after, 'now: ')] : lines(after, '');
}
