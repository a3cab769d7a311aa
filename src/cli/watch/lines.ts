/** Layer 6. What is told of each rebuild under watch: a line for people, or one of JSON. */
import { relative, sep } from 'node:path';
import type { BuildReport } from '../../build/report.js';
import { type Diagnostic, printable } from '../../diagnostic.js';
import type { FactChange } from '../../facts/changes.js';
import { languageFor } from '../../language/registry.js';
import { changeLine } from '../../regenerate/notify/mail-text.js';
import type { Rebuild } from '../../regenerate/watch/watch.js';
import { count, findingsIn, fromHere, seconds } from '../report.js';
import type { Terminal } from '../terminal.js';
import type { ZoneAnswer } from '../threads/zone-build.js';

/** What a build came to, and notices of it that did not arrive. */
export interface Outcome extends Pick<ZoneAnswer, 'report' | 'fault'> {
  readonly undelivered: readonly Diagnostic[];
}

/** Files and changes named in a line; of the rest, how many they are. */
const most = 3;

/** "10:31:02 zone: edition 2026-01-19.2 made in 0.31 s · facts/funds.yaml · Committed capital: … → …" */
export function rebuildLine(terminal: Terminal, root: string, rebuild: Rebuild<Outcome>): string {
  const { zone, changed, took, result } = rebuild;
  const { report, undelivered } = result;
  const time = terminal.world.now().toTimeString().slice(0, 8);
  const findings = [...(report?.diagnostics ?? []), ...undelivered];
  const parts = [
    `${outcomeIn(terminal, result)} in ${seconds(took)}`,
    some(changed.map((path) => shortPath(root, zone, path))),
    report && some(changesIn(report).map(inWords)),
    findingsIn(findings),
  ].filter(Boolean);
  return `${terminal.paint('dim', time)} ${terminal.paint('bold', zone)}: ${parts.map((part) => printable(part ?? '')).join(' · ')}\n`;
}

/** Documented in ARCHITECTURE.md, under "Watch". */
export function rebuildJson(terminal: Terminal, root: string, rebuild: Rebuild<Outcome>): string {
  const { zone, changed, took, first, result } = rebuild;
  const { report, fault, undelivered } = result;
  return `${JSON.stringify({
    time: terminal.world.now().toISOString(),
    zone,
    outcome: report?.outcome ?? 'failed',
    first,
    edition: report?.edition?.id,
    changed: changed.map((path) => fromRoot(root, path)),
    changes: report ? changesIn(report) : [],
    files: report?.outputs.filter((file) => file.changed).map(({ name }) => name) ?? [],
    findings: fromHere(terminal, [...(report?.diagnostics ?? fault?.diagnostics ?? []), ...undelivered]),
    held: report?.held,
    ...(fault && { error: { message: fault.message, hint: fault.hint } }),
    seconds: Math.round(took) / 1000,
  })}\n`;
}

function outcomeIn(terminal: Terminal, { report, fault }: Outcome): string {
  if (!report) return `${terminal.paint('red', 'failed')}: ${fault?.message ?? ''}`;
  const id = report.edition?.id;
  const files = count(report.outputs.filter(({ changed }) => changed).length, 'file');
  if (report.outcome === 'held')
    return `${terminal.paint('red', 'held back')}${id === undefined ? '' : `, edition ${id} stays,`}`;
  if (report.outcome === 'unchanged') return `edition ${id} stays, nothing to make,`;
  return report.outcome === 'made' ? `edition ${id} made, ${files},` : `edition ${id}, ${files} made again`;
}

const changesIn = ({ changes = [] }: BuildReport): readonly FactChange[] => changes;

/** In English where the zone has it, else in the language that its labels begin with. */
function inWords(change: FactChange): string {
  const { label } = change.after ?? change.before ?? { label: {} };
  const tag = 'en' in label ? 'en' : Object.keys(label)[0];
  return tag === undefined ? change.fact : changeLine(change, languageFor(tag));
}

function some(texts: readonly string[]): string {
  const more = texts.length - most;
  return [...texts.slice(0, most), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** As an editor of the zone calls it: "facts/funds.yaml", "templates/…/deck.en.md.hbs". */
function shortPath(root: string, zone: string, path: string): string {
  const name = fromRoot(root, path);
  const own = `data/${zone}/`;
  return name.startsWith(own) ? name.slice(own.length) : name;
}

function fromRoot(root: string, path: string): string {
  const name = relative(root, path);
  return name === '' ? '.' : name.startsWith('..') ? path : name.split(sep).join('/');
}
