/** Layer 3. Type sizes in points: the model measures with them, the output sets them. */
export const sizes = {
  text: 9.5,
  /** One column is wider, and its lines want larger type. */
  textAlone: 10,
  footnote: 7.5,
  caption: 8.5,
  cell: 9,
  /** The second language where both share a cell or a heading. */
  cellSecond: 8,
  title: 21,
  titleSecond: 14,
  subtitle: 11,
  heading: [13, 11, 10],
  headingSecond: [10.5, 9.5, 9],
  tileValue: 15,
  tileValueSecond: 10,
  tileLabel: 8.5,
  tileLabelSecond: 8,
  margin: 7.5,
} as const;

/** Distance of base lines in points: the same for both scripts, so that facing lines stand level. */
export const pitches = {
  text: 14,
  textAlone: 15,
  footnote: 9.5,
  caption: 12,
  cell: 12.5,
  cellSecond: 10.5,
} as const;
