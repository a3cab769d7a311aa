/** Layer 3. A paragraph with its hyphens, its bound figures, and breaks before these: what `divisions.ts` says of it. */
import { divisionMark, noBreakSpace } from '../fonts/line-breaks.js';
import { type LineEnd, lineEnds, textWidth } from '../fonts/measure.js';
import type { Paragraph, Run } from './model.js';
import { lineStyle, roomOfLine, textOf } from './text.js';

/**
 * @param width inches of the box between its insets
 * @param spare lines that it may take beyond those measured
 * @returns with how many of these it may take in a substitute's letters
 */
export function divideParagraph(
  paragraph: Paragraph,
  width: number,
  spare: number,
): { readonly paragraph: Paragraph; readonly begun: number } {
  const text = textOf(paragraph);
  const hasMarks = text.includes(divisionMark) || text.includes(noBreakSpace);
  if (!hasMarks && !paragraph.runs.some(mayBeParted)) return { paragraph, begun: 0 };
  const division = new Division(paragraph, text, width);
  division.divideWide();
  division.loosenNumbers();
  const begun = division.beginLinesWithFigures(spare);
  return { paragraph: division.written(), begun };
}

/** Letters and width, of one another: what the text may be set in. */
const settings = [
  { face: 'arial', part: 1 },
  { face: 'arial', part: 1.04 },
  { face: 'arial', part: 0.96 },
  { face: 'substitute', part: 1 },
] as const;
type Setting = (typeof settings)[number];
const inSubstitute = settings[3];

/** A figure that programs part before its hanzi, 286.6|亿元, where no space can keep it together; or at such a space. */
export const mayBeParted = ({ fact, text }: Run): boolean => fact !== undefined && number.test(text);
const number = /^\P{Nd}{0,3}\p{Nd}[\p{Nd}.,]*(?=\p{sc=Han}|\u00A0)/u;

const inArial = settings.filter(({ face }) => face === 'arial');

/** What becomes of a mark: a hyphen, or a hyphen and a line break; else nothing. By its offset in the text. */
type Hyphens = ReadonlyMap<number, 'hyphen' | 'break'>;
const signs = { hyphen: '-', break: '-\n' } as const;

class Division {
  #hyphens: Hyphens = new Map();
  /** Offsets of no-break spaces in whose place a blank stands. */
  #parted: ReadonlySet<number> = new Set();
  /** Where figures begin a line by a break. */
  #begun: readonly number[] = [];

  constructor(
    readonly paragraph: Paragraph,
    readonly text: string,
    readonly width: number,
  ) {}

  /** Words that are too wide for a line, if only in the widest letters. Where others set the hyphen amid a line, a break follows. */
  divideWide(): void {
    const ends = this.#ends(inSubstitute, true);
    this.#parted = new Set(ends.map(({ at }) => at - 1).filter((at) => this.text[at] === noBreakSpace));
    this.#hyphens = this.#added(ends);
    for (;;) {
      const loose = [...this.#hyphens.keys()].filter(
        (mark) =>
          this.#hyphens.get(mark) === 'hyphen' && !settings.every((each) => this.#endsLine(mark, each)),
      );
      if (loose.length === 0) return;
      this.#hyphens = new Map([...this.#hyphens, ...loose.map((mark) => [mark, 'break'] as const)]);
    }
  }

  /** Blanks again around numbers, wherever no letters would end a line there: a reader who searches types blanks. */
  loosenNumbers(): void {
    const own = this.#ownNoBreakSpaces().filter((at) => !this.#parted.has(at));
    let tight = new Set<number>();
    for (let before = -1; before < tight.size; ) {
      before = tight.size;
      const loose = own.filter((at) => !tight.has(at));
      this.#parted = new Set([...this.#parted, ...own].filter((at) => !tight.has(at)));
      tight = new Set([...tight, ...loose.filter((at) => settings.some((each) => this.#endsLine(at, each)))]);
    }
  }

  /**
   * A line break before a figure that would be parted, where in Arial a line ends before it anyway as it is kept whole.
   * Where that takes a line more in a substitute, one of those that the box has to spare.
   *
   * @returns how many of these
   */
  beginLinesWithFigures(spare: number): number {
    let taken = 0;
    let offset = 0;
    for (const [index, run] of this.paragraph.runs.entries()) {
      if (run.breakBefore) offset += 1;
      const start = offset;
      offset += run.text.length;
      const [head] = number.exec(run.text) ?? [];
      if (index === 0 || run.breakBefore || head === undefined || !mayBeParted(run)) continue;
      const blanks = [...this.#parted].filter((at) => at >= start && at < offset);
      if (run.text[head.length] === noBreakSpace && blanks.length === 0) continue;
      const parted = this.#parted;
      this.#parted = new Set([...parted].filter((at) => !blanks.includes(at)));
      const begins =
        inArial.every((setting) => this.#endsAt(start, setting)) &&
        inArial.some((setting) => this.#holds(start, head, setting));
      this.#parted = parted;
      if (!begins) continue;
      const [lines, before] = [this.#ends(inSubstitute).length, this.#begun];
      this.#begun = [...before, start];
      const more = this.#ends(inSubstitute).length - lines;
      const whole = blanks.every((at) => !inArial.some((setting) => this.#endsAt(at + 1, setting)));
      if (!whole || taken + more > spare) this.#begun = before;
      else taken += Math.max(0, more);
    }
    return taken;
  }

  /** Whether the line that ends at an offset has room for the head of what follows. */
  #holds(start: number, head: string, setting: Setting): boolean {
    const { paragraph, width } = this;
    const room = roomOfLine(paragraph, width) * setting.part;
    const at = this.#written(start);
    const before = Math.max(
      0,
      ...this.#ends(setting)
        .filter((end) => end.at < at)
        .map((end) => end.at),
    );
    const line = this.#text().slice(before, at) + head;
    return textWidth(line, paragraph.size, lineStyle(paragraph, setting.face)) <= room;
  }

  /** Those that the deck has put in place of blanks. */
  #ownNoBreakSpaces(): number[] {
    const found: number[] = [];
    let offset = 0;
    for (const { text, said, breakBefore } of this.paragraph.runs) {
      if (breakBefore) offset += 1;
      for (let at = 0; said !== undefined && at < text.length; at += 1)
        if (text[at] === noBreakSpace && said[at] === ' ') found.push(offset + at);
      offset += text.length;
    }
    return found;
  }

  written(): Paragraph {
    let offset = 0;
    const runs = this.paragraph.runs.flatMap((own): Run[] => {
      if (own.breakBefore) offset += 1;
      const run = this.#begun.includes(offset) ? { ...own, breakBefore: true } : own;
      const unmarked = run.text.replaceAll(divisionMark, '');
      const said = run.said?.replaceAll(divisionMark, '') ?? unmarked;
      const [first = '', ...others] = this.#replace(run.text, offset).split('\n');
      offset += run.text.length;
      // The first part says it all to the record, so that a figure's neighbours stay as they were composed.
      return [
        withSaid(run, first, said),
        ...others.map((text) => ({ ...run, text, said: '', breakBefore: true })),
      ];
    });
    const divided = this.#words();
    return { ...this.paragraph, runs, ...(divided.length > 0 && { divided }) };
  }

  /** The divided words, as written and as composed. */
  #words(): [string, string][] {
    return [...this.text.matchAll(/\S+/gu)].flatMap(({ 0: word, index }): [string, string][] => {
      const said = word.replaceAll(divisionMark, '');
      const written = this.#replace(word, index);
      return written === said ? [] : [[written, said]];
    });
  }

  /** Offsets of lines' ends in the text as it stands now, with marks that are no hyphens where they may divide. */
  #ends({ face, part }: Setting, dividing = false): readonly LineEnd[] {
    const { paragraph, width } = this;
    const room = roomOfLine(paragraph, width) * part;
    const text = this.#text(dividing ? divisionMark : '');
    return lineEnds(text, room, paragraph.size, lineStyle(paragraph, face));
  }

  /** As it stands now. */
  #text(otherwise = ''): string {
    let text = '';
    let from = 0;
    for (const start of this.#begun) {
      text += `${this.#replace(this.text.slice(from, start), from, otherwise)}\n`;
      from = start;
    }
    return text + this.#replace(this.text.slice(from), from, otherwise);
  }

  /** The hyphens there are, and those of lines that end at marks. */
  #added(ends: readonly LineEnd[]): Hyphens {
    const at = new Set(ends.filter(({ divided }) => divided).map((end) => end.at));
    const added = new Map(this.#hyphens);
    for (const { index } of this.text.matchAll(marks)) {
      const behind = this.#replace(this.text.slice(0, index + 1), 0, divisionMark).length;
      if (!added.has(index) && at.has(behind)) added.set(index, 'hyphen');
    }
    return added;
  }

  #endsLine(mark: number, setting: Setting): boolean {
    return this.#endsAt(mark + 1, setting);
  }

  #endsAt(offset: number, setting: Setting): boolean {
    const behind = this.#written(offset);
    return this.#ends(setting).some(({ at }) => at === behind);
  }

  /** An offset in the text as it stands now. */
  #written = (offset: number): number =>
    this.#replace(this.text.slice(0, offset), 0).length +
    this.#begun.filter((start) => start < offset).length;

  /**
   * A piece of the text with its hyphens, and with blanks for no-break spaces that no line has room for.
   * @param offset of the piece in the text
   * @param otherwise in place of a mark that is no hyphen
   */
  #replace(piece: string, offset: number, otherwise = ''): string {
    return piece.replace(replaced, (sign, at: number) => {
      if (sign === noBreakSpace) return this.#parted.has(offset + at) ? ' ' : sign;
      const hyphen = this.#hyphens.get(offset + at);
      return hyphen === undefined ? otherwise : signs[hyphen];
    });
  }
}

const replaced = new RegExp(`[${divisionMark}${noBreakSpace}]`, 'g');
/** A run with a text, and with what was said where that is something else. */
function withSaid({ said: _, ...run }: Run, text: string, said: string): Run {
  return text === said ? { ...run, text } : { ...run, text, said };
}

const marks = new RegExp(divisionMark, 'g');
