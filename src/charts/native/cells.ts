/**
 * Layer 2. Where the parts of a native chart's data stand in its sheet. Columns and rows of the data from 0; the names
 * of the series stand above them.
 */

export const sheetName = 'Sheet1';

export const letter = (column: number): string => String.fromCharCode(65 + column);

/** `Sheet1!$B$2:$B$5` */
export const rangeOf = (column: number, rows: number): string =>
  `${sheetName}!$${letter(column)}$2:$${letter(column)}$${rows + 1}`;

/** `Sheet1!$B$1` */
export const headerOf = (column: number): string => `${sheetName}!$${letter(column)}$1`;

/** Cells side by side, as a formula in the sheet names them: `B2:D2`. */
export const cellsOf = (first: number, last: number, row: number): string =>
  `${letter(first)}${row + 2}:${letter(last)}${row + 2}`;

/** The column of the figures as written, behind those of the series. */
export const figuresColumn = ({ series }: { readonly series: readonly unknown[] }): number =>
  series.length + 1;
