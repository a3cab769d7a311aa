/** Layer 3. Widths of columns for a table of many rows: those at which it takes the least height. */

/** The lines' natural widths in a cell, in points: one for each paragraph. */
export type CellWidths = readonly number[];

/** Of a line's room, when words do not break where it ends. */
const filled = 0.92;
/** A large one gets over a wide word that a small one would stop at. */
const steps = [48, 24, 12, 6, 3];

/**
 * Begins with even columns and moves a little width from one to another as long as that saves lines. Where moves save
 * as much, the first one counts, so the same rows give the same widths.
 * @param rows points
 * @param total points to share out
 * @param padding points that a cell takes besides its text
 * @param least points that a column keeps
 * @returns points, adding up to the total
 */
export function lowestWidths(
  rows: readonly (readonly CellWidths[])[],
  total: number,
  padding: number,
  least = 40,
): number[] {
  const count = rows[0]?.length ?? 0;
  let widths = Array.from({ length: count }, () => total / count);
  const linesOf = (cell: CellWidths, width: number): number => {
    const room = width - padding;
    return cell.reduce((sum, line) => sum + (line <= room ? 1 : Math.ceil(line / (room * filled))), 0);
  };
  // A column is tried at few widths, with many of the others.
  const known = Array.from({ length: count }, () => new Map<number, readonly number[]>());
  const linesIn = (column: number, width: number): readonly number[] => {
    const lines = known[column]?.get(width) ?? rows.map((row) => linesOf(row[column] ?? [], width));
    known[column]?.set(width, lines);
    return lines;
  };
  // Besides whole lines, how full they are: or no small step would ever seem to help.
  const height = (tried: readonly number[]): number => {
    const columns = tried.map((width, column) => linesIn(column, width));
    let sum = 0;
    for (const row of rows.keys()) {
      let most = 0;
      for (const lines of columns) most = Math.max(most, lines[row] ?? 0);
      sum += most;
    }
    return sum;
  };
  const cells = rows.flat();
  const strain = (tried: readonly number[]): number =>
    cells.reduce((sum, cell, index) => {
      const room = (tried[index % count] ?? 0) - padding;
      return sum + cell.reduce((over, line) => over + Math.max(0, line / room - 1), 0);
    }, 0);
  let best = { height: height(widths), strain: strain(widths) };
  for (let moved = true; moved; ) {
    moved = false;
    let better: { widths: number[]; height: number; strain: number } | undefined;
    for (let from = 0; from < count; from += 1) {
      for (let to = 0; to < count; to += 1) {
        for (const step of steps) {
          if (from === to || (widths[from] as number) - step < least) continue;
          const tried = widths.map((width, column) =>
            column === from ? width - step : column === to ? width + step : width,
          );
          const than = better ?? best;
          const high = height(tried);
          if (high > than.height) continue;
          const strained = strain(tried);
          if (high < than.height || strained < than.strain - 1e-9)
            better = { widths: tried, height: high, strain: strained };
        }
      }
    }
    if (better) {
      widths = better.widths;
      best = better;
      moved = true;
    }
  }
  return widths;
}
