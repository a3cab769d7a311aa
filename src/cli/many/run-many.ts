/** Layer 6. zonebrief build for several zones: progress, findings and the table. */
import { resolve } from 'node:path';
import { exitCodes, printable } from '../../diagnostic.js';
import type { BuildFlags } from '../build-options.js';
import type { Fault } from '../fault.js';
import { failure, fromHere, printFindings, seconds } from '../report.js';
import { printSources } from '../sources.js';
import type { Terminal } from '../terminal.js';

import { unchangedLine } from '../unchanged-line.js';
import { pathFrom, printJson } from '../verb.js';
import { buildMany } from './build-many.js';
import { exitCodeOf, outcomeOf, resultsJson, summaryTable } from './table.js';

/** Several zones: whatever becomes of one, the others are built. @returns the exit code, the worst of all */
export async function runMany(
  terminal: Terminal,
  zones: readonly string[],
  flags: BuildFlags & { readonly root: string },
): Promise<number> {
  const out = resolve(pathFrom(terminal, flags.out ?? `${flags.root}/out`));
  const began = performance.now();
  const { results, jobs } = await buildMany(terminal, zones, {
    root: resolve(flags.root),
    out,
    flags,
    onDone(result, done) {
      if (flags.quiet || flags.json) return;
      const line = `[${done}/${zones.length}] ${result.zone}: ${outcomeOf(result)}, ${seconds(result.milliseconds)}`;
      terminal.err(`${terminal.paint('dim', line)}\n`);
    },
  });
  if (flags.json) printJson(terminal, resultsJson(results));
  else {
    for (const { zone, report, fault } of results) {
      if (report) {
        printFindings(terminal, report.diagnostics);
        if (flags.sources !== undefined && !flags.quiet) printSources(terminal, report, false);
        if (!report.ok) terminal.err(`${zone}: ${failure(terminal, report, true)}\n`);
      }
      if (fault) printFault(terminal, zone, fault);
    }
    const fine = exitCodeOf(results) === exitCodes.fine;
    // As it is said where that is known before anything is loaded.
    if (results.every(({ report }) => report?.outcome === 'unchanged' && report.ok)) {
      if (!flags.quiet) for (const { report } of results) terminal.out(report ? unchangedLine(report) : '');
      return exitCodes.fine;
    }
    if (!flags.quiet || !fine)
      terminal.out(summaryTable(terminal, results, { milliseconds: performance.now() - began, jobs }));
  }
  return exitCodeOf(results);
}

function printFault(terminal: Terminal, zone: string, { message, hint, diagnostics, usage }: Fault): void {
  if (diagnostics) printFindings(terminal, fromHere(terminal, diagnostics));
  if (diagnostics) return;
  const kind = usage ? '' : 'unexpected error: ';
  terminal.err(`${terminal.paint('red', `${zone}:`)} ${kind}${printable(message)}\n`);
  if (hint !== undefined) terminal.err(`  hint: ${printable(hint)}\n`);
}
