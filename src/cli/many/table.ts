/** Layer 6. What became of several zones: a table for people, the same as JSON. */
import type { BuildReport } from '../../build/report.js';
import { exitCodes } from '../../diagnostic.js';
import { count, findingsIn, seconds } from '../report.js';
import type { Style, Terminal } from '../terminal.js';
import type { ZoneResult } from './build-many.js';

/** The worst of all. */
export function exitCodeOf(results: readonly ZoneResult[]): number {
  return Math.max(
    ...results.map(({ report, fault }) =>
      fault && !fault.diagnostics ? exitCodes.usage : report?.ok ? exitCodes.fine : exitCodes.findings,
    ),
  );
}

/** "made", "held back", …: of a zone that was not even begun, "failed". */
export function outcomeOf({ report }: ZoneResult): string {
  if (!report) return 'failed';
  if (report.outcome === 'held') return 'held back';
  return report.outcome === 'rebuilt' ? 'made again' : (report.outcome ?? 'unchanged');
}

const changedIn = ({ outputs }: BuildReport): number => outputs.filter(({ changed }) => changed).length;

const styles: Readonly<Record<string, Style>> = { failed: 'red', 'held back': 'red', unchanged: 'dim' };

/** One line for each zone, in their order, and one for all. */
export function summaryTable(
  terminal: Terminal,
  results: readonly ZoneResult[],
  took: { readonly milliseconds: number; readonly jobs: number },
): string {
  const head = ['zone', 'outcome', 'edition', 'files changed', 'findings', 'time'];
  const rows = results.map((result) => {
    const { zone, report, fault, milliseconds } = result;
    const findings = report?.diagnostics ?? fault?.diagnostics ?? [];
    return [
      zone,
      outcomeOf(result),
      report?.edition?.id ?? '–',
      report ? String(changedIn(report)) : '–',
      findingsIn(findings) || (report ? '–' : '1 fault'),
      seconds(milliseconds),
    ];
  });
  const widths = head.map((name, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? name).length)),
  );
  const numbers = new Set([3, 5]);
  const line = (row: readonly string[], paint: (text: string, column: number) => string): string =>
    row
      .map((text, column) => {
        const width = widths[column] as number;
        const padded = numbers.has(column) ? text.padStart(width) : text.padEnd(width);
        return paint(padded, column);
      })
      .join('  ')
      .trimEnd();
  const outcomes = new Map<string, number>();
  for (const result of results) outcomes.set(outcomeOf(result), (outcomes.get(outcomeOf(result)) ?? 0) + 1);
  const tally = [...outcomes].map(([outcome, number]) => `${number} ${outcome}`).join(', ');
  const threads = took.jobs > 1 ? ` in ${took.jobs} threads` : '';
  return [
    line(head, (text) => terminal.paint('dim', text)),
    ...rows.map((row) =>
      line(row, (text, column) => {
        const style = column === 1 ? styles[row[1] as string] : undefined;
        return style ? terminal.paint(style, text) : text;
      }),
    ),
    `${count(results.length, 'zone')}: ${tally}; ${seconds(took.milliseconds)}${threads}`,
    '',
  ].join('\n');
}

/** As `build --json` prints it: each report, or what went wrong, with the seconds that it took to make something. */
export function resultsJson(results: readonly ZoneResult[]): unknown {
  return {
    ok: exitCodeOf(results) === exitCodes.fine,
    zones: results.map(({ zone, report, fault, milliseconds }) => ({
      ...(report ?? {
        ok: false,
        zone,
        outcome: 'failed',
        error: { message: fault?.message, ...(fault?.hint !== undefined && { hint: fault.hint }) },
        diagnostics: fault?.diagnostics ?? [],
      }),
      // Where nothing changed, the answer is the one that takes no build.
      ...(report?.outcome !== 'unchanged' && { seconds: Math.round(milliseconds) / 1000 }),
    })),
  };
}
