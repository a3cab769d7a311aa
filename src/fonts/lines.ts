/** Layer 1. Where the lines of a paragraph end, once its pieces are measured. Widths in em. */

/** Within a word, with a hyphen: at a syllable, or at the joint of a compound; or behind a no-break space, without. */
export type Division = 'syllable' | 'joint' | 'blank';

/** A text as line breaking sees it. */
export interface Analysis {
  /** Clusters, whose concatenation is the text. */
  readonly pieces: readonly string[];
  readonly widths: readonly number[];
  /** Before which pieces a line may end. */
  readonly chances: readonly boolean[];
  /** Before which pieces a line may end, if there is no other way. */
  readonly divisions: readonly (Division | undefined)[];
  readonly blanks: readonly boolean[];
  readonly width: number;
}

/** Rounding of sums of floats must not push a text that fits exactly onto a second line. */
const tolerance = 1e-6;
/** A joint is taken before a later syllable, unless the line would be emptier than this. */
const leastUpToJoint = 1 / 3;

export interface LineEnd {
  /** Offset in the text, behind the line and what hangs over its edge, a line break included. */
  readonly at: number;
  /** Whether a hyphen is set there. */
  readonly divided: boolean;
}

/** Where in the text the lines end, the last one at its length. */
export function paragraphEnds(analysis: Analysis, room: number, hyphen: number): LineEnd[] {
  const { pieces, widths, chances, blanks } = analysis;
  if (analysis.width <= room + tolerance) return [{ at: lengthOf(pieces), divided: false }];
  const ends: { piece: number; divided: boolean }[] = [];
  let start = 0;
  /** The last piece before which this line may end. */
  let chance = -1;
  let used = 0;
  for (let index = 0; index < widths.length; index += 1) {
    if (index > start && chances[index]) chance = index;
    used += widths[index] as number;
    // Blanks at the end of a line hang over its edge.
    if (used <= room + tolerance || blanks[index]) continue;
    while (used > room + tolerance && index > start) {
      const division = divisionFor(analysis, { start, chance, index, room, hyphen });
      const end = division ?? (chance > start ? chance : index);
      ends.push({ piece: end, divided: division !== undefined && analysis.divisions[division] !== 'blank' });
      start = end;
      used = 0;
      for (let next = start; next <= index; next += 1) used += widths[next] as number;
    }
  }
  ends.push({ piece: pieces.length, divided: false });
  let piece = 0;
  let at = 0;
  return ends.map(({ piece: end, divided }) => {
    for (; piece < end; piece += 1) at += (pieces[piece] as string).length;
    return { at, divided };
  });
}

function lengthOf(pieces: readonly string[]): number {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return length;
}

interface Line {
  readonly start: number;
  readonly chance: number;
  /** The first piece that is too much. */
  readonly index: number;
  readonly room: number;
  readonly hyphen: number;
}

/** The piece before which a word wider than its line is divided; undefined where the line may end before the word, or nothing fits. */
function divisionFor({ widths, divisions }: Analysis, line: Line): number | undefined {
  const { start, chance, index, room, hyphen } = line;
  if (chance > start) return undefined;
  let blank: number | undefined;
  let syllable: number | undefined;
  let joint: number | undefined;
  let used = 0;
  for (let piece = start; piece <= index; piece += 1) {
    const kind = piece > start ? divisions[piece] : undefined;
    if (kind === 'blank') {
      if (used <= room + tolerance) blank = piece;
    } else if (kind && used + hyphen <= room + tolerance) {
      syllable = piece;
      if (kind === 'joint' && used >= room * leastUpToJoint) joint = piece;
    }
    used += widths[piece] as number;
  }
  return blank ?? joint ?? syllable;
}
