/** Layer 3. Type sizes in points: the model measures with them, the output sets them. */
export const sizes = {
  text: 9.5,
  textBesideHan: 9,
  textAlone: 10,
  footnote: 7.5,
  caption: 8.5,
  contents: 8.5,
  cell: 9,
  /** The second language where both share a cell or a heading. */
  cellSecond: 8,
  /** Of the annex, which is looked up rather than read; the second language is as large, but lighter. */
  annex: 7.5,
  title: 20,
  titleSecond: 13,
  subtitle: 11,
  heading: [12.5, 10.5, 9.5],
  headingSecond: [10, 9.5, 9],
  tileValue: 15,
  tileValueSecond: 10,
  tileLabel: 8.5,
  tileLabelSecond: 8,
  margin: 7.5,
} as const;

/**
 * Distance of base lines in points: the same for both scripts, so that facing lines stand level. Captions and lists have
 * that of the text (`grid.ts`).
 */
export const pitches = {
  text: 12.5,
  textAlone: 14,
  footnote: 8.8,
  cell: 11,
  cellSecond: 9.5,
  annex: 8.5,
} as const;

/** Points above the rule of a section's heading, and of the rule with what is between it and the heading. */
export const headingSpace = { before: 7, rule: 1.5 } as const;

/** Points above and below a picture; with them it takes whole half lines. Its line is a little higher than it is. */
export const pictureSpace = { before: 0, after: 0.75, line: 0.25 } as const;

/**
 * Points of running text. Beside Chinese, which says the same in less room, Arial is set smaller, and still looks as
 * large; one column is wider, and its lines want larger type.
 */
export function textSize(scripts: readonly ('latin' | 'han')[], columns: 1 | 2, side: 0 | 1): number {
  if (columns === 1) return sizes.textAlone;
  return scripts[side] === 'latin' && scripts.includes('han') ? sizes.textBesideHan : sizes.text;
}

/** Points of the rules of a table: between its rows, and above and below all of them. */
export const rules = { between: 0.5, around: 1 } as const;

/** Of a line's pitch, where it is set exactly: from its top to its base line. */
const aboveBase = 0.8;

/** Points of a cell's padding: at one side, above and below. */
export interface CellPadding {
  readonly side: number;
  readonly above: number;
  readonly below: number;
}

/**
 * In tables of data the first base line of a cell falls on the grid, since rows begin there.
 * @param pitch of running text
 */
export function cellPadding(look: 'table' | 'dense' | 'strip', pitch: number): CellPadding {
  switch (look) {
    case 'table':
      return { side: 5, above: aboveBase * (pitch - pitches.cell) - rules.between, below: 0.6 };
    case 'dense':
      // Two lines in a line and a half of facing text; with one language there is more room.
      return { side: 3, above: pitch > pitches.text ? 1.3 : 0.6, below: 0.6 };
    case 'strip':
      return { side: 6, above: 5, below: 5 };
  }
}
