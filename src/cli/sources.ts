/** Layer 6. What is told of the copies of sources: which were read, and what they say that no fact uses. */
import { relative } from 'node:path';
import type { SourceReport } from '../build/evidence.js';
import type { BuildReport } from '../build/report.js';
import { count } from './report.js';
import type { Terminal } from './terminal.js';

const foundBy = {
  file: 'named by sources.yaml',
  id: 'named after the source',
  phrases: 'which holds its phrases',
} as const;

/** A line for each copy, with the figures left out below it where coverage was asked for. */
export function printSources(terminal: Terminal, { sources, zone }: BuildReport, coverage: boolean): void {
  if (sources.length === 0 && coverage)
    terminal.out(
      `${zone}: no copy of a source is at hand: name one with "file:" in sources.yaml, or give --sources\n`,
    );
  for (const source of sources) {
    const file = relative(terminal.cwd, source.file);
    const path = file.startsWith('..') ? source.file : file;
    const found = `${count(source.found, 'phrase') || 'no phrase'} found in it`;
    terminal.out(`${terminal.paint('bold', source.id)}: ${path}, ${foundBy[source.by]}: ${found}\n`);
    if (source.unused) printUnused(terminal, source.unused);
  }
}

function printUnused(terminal: Terminal, unused: NonNullable<SourceReport['unused']>): void {
  if (unused.length === 0) terminal.out('  every figure in it is used by a fact\n');
  else terminal.out(`  ${count(unused.length, 'figure')} no fact uses:\n`);
  for (const { locator, phrase, before, after, sameAs } of unused) {
    const section = locator.section === undefined ? '' : `section ${locator.section}, `;
    const place = `${section}${locator.paragraph === undefined ? 'heading' : `paragraph ${locator.paragraph}`}`;
    const same = sameAs.length > 0 ? terminal.paint('dim', `  (the same as ${sameAs.join(', ')})`) : '';
    terminal.out(`  ${place}: ${before}${terminal.paint('bold', `[${phrase}]`)}${after}${same}\n`);
  }
}
