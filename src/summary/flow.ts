/** Layer 3. How high the parts of a summary are: blocks for `paginate.ts`, which tell on which page a section begins. */
import { countLines, textWidth } from '../fonts/measure.js';
import { isBeside } from './floats.js';
import { type Geometry, twipsPerPoint } from './geometry.js';
import { type Grid, gridFor, hairHeight, onGrid } from './grid.js';
import { keepsNext } from './keeping.js';
import { seamWidth } from './line-width.js';
import type { Block } from './paginate.js';
import { scriptOf } from './scripts.js';
import { cellPadding, headingSpace, pictureSpace, pitches, rules, sizes, textSize } from './sizes.js';
import type { Content, FacingRow, Front, HeadingSide, Paragraph, Part, Run } from './summary.js';

/** What heights depend on. */
export interface Setting {
  readonly geometry: Geometry;
  readonly columns: 1 | 2;
  readonly languages: readonly string[];
}

interface Metrics {
  readonly size: number;
  readonly pitch: number;
  readonly before: number;
  readonly after: number;
  readonly bold?: boolean | undefined;
  /** What it is narrower than its place. */
  readonly indent: number;
}

type PartOf<K extends Part['kind']> = Extract<Part, { readonly kind: K }>;

/** Points, as `styles.ts` sets them. */
export class Flow {
  readonly grid: Grid;
  /** Points. */
  readonly textWidth: number;
  readonly columnWidth: number;

  constructor(readonly setting: Setting) {
    const { geometry, columns } = setting;
    this.grid = gridFor(columns);
    this.textWidth = geometry.textWidth / twipsPerPoint;
    this.columnWidth = geometry.columnWidth / twipsPerPoint;
  }

  front({ title, imprint }: Front): Block[] {
    const { pitch } = this.grid;
    const size = this.setting.columns === 1 ? sizes.title + 2 : sizes.title;
    const lines = this.#headingLines(title, size, sizes.titleSecond, this.textWidth);
    const height = lines * pitch * 2 + pitch;
    return [{ height, notes: [], keepNext: true, breakBefore: 'chapter' }, ...this.#row(imprint)];
  }

  part(part: Part): Block[] {
    switch (part.kind) {
      case 'front':
        return this.front(part);
      case 'heading':
        return [this.#heading(part)];
      case 'facing':
        return part.rows.flatMap((row) => this.#row(row));
      case 'table':
        return this.#table(part);
      case 'strip':
        return this.#heights(part).map((height, row) => ({
          height: height + (row < part.rows.length - 1 ? this.grid.half : 0),
          notes: (part.rows[row] ?? []).flat().flatMap(notesIn),
        }));
      case 'full':
        return part.content.flatMap((content, index) => {
          const [block] = this.#contents([content], this.textWidth);
          return block ? [{ ...block, keepNext: keepsNext(part, index) }] : [];
        });
    }
  }

  /** @returns points of contents below each other */
  heightOf(contents: readonly Content[], width: number): number {
    return contents.reduce((sum, content) => sum + this.#height(content, width), 0);
  }

  /** @returns points of a footnote */
  note(note: Paragraph): number {
    return this.#lines(note, this.textWidth - 12, sizes.footnote) * pitches.footnote;
  }

  #heading({ level, sides, facing, breakBefore }: PartOf<'heading'>): Block {
    const { pitch, half } = this.grid;
    const size = sizes.heading[level - 1] as number;
    const second = sizes.headingSecond[level - 1] as number;
    const lines = facing
      ? Math.max(
          ...sides.map((side, index) =>
            this.#headingLines([side], index ? second : size, 0, this.columnWidth),
          ),
        )
      : this.#headingLines(sides, size, second, this.textWidth);
    // The space before it, the rule and the space after it, and the pitch of its lines: see `styles.ts`.
    const [around, each] = { 1: [pitch, pitch * 1.5], 2: [pitch, pitch], 3: [half, pitch] }[level];
    const height = (around ?? 0) + lines * (each ?? 0);
    const before = level === 1 ? headingSpace.before : around;
    const after = level === 1 ? pitch - headingSpace.before - headingSpace.rule : 0;
    return { height, before, after, notes: [], keepNext: true, breakBefore };
  }

  #headingLines(sides: readonly HeadingSide[], size: number, second: number, width: number): number {
    return sides.reduce(
      (sum, { runs }, index) => sum + linesOf(runs, width, index === 0 ? size : second, index === 0),
      0,
    );
  }

  #row(row: FacingRow): Block[] {
    const { cells, keepNext, splits } = row;
    if (cells.length < 2)
      return this.#contents(cells[0] ?? [], this.textWidth).map((block, index, all) => ({
        ...block,
        keepNext: keepNext || index < all.length - 1,
      }));
    const height =
      Math.max(...cells.map((cell) => this.heightOf(cell, this.columnWidth))) +
      (isBeside(row) ? this.grid.half : hairHeight);
    const notes = cells.flat().flatMap(notesIn);
    if (!splits) return [{ height, notes, keepNext }];
    const { pitch } = this.grid;
    const places = cells.flat().flatMap((content) => this.#notePlaces(content, this.columnWidth));
    const count = Math.floor(height / pitch);
    return [{ height, notes, keepNext, lines: { count, pitch, notesAt: places } }];
  }

  /** Contents below each other, over the width. */
  #contents(contents: readonly Content[], width: number): Block[] {
    return contents.map((content) => {
      const height = this.#height(content, width);
      const notes = notesIn(content);
      if (content.kind === 'picture') return { height, notes };
      const { pitch, before, after } = this.#metrics(content);
      if (content.role !== 'text') return { height, before, after, notes };
      const count = Math.floor((height - before - after) / pitch + 1e-6);
      const notesAt = this.#notePlaces(content, width);
      return { height, before, after, notes, lines: { count, pitch, notesAt } };
    });
  }

  #table(part: PartOf<'table'>): Block[] {
    const [head = 0, ...heights] = this.#heights(part);
    return [
      { height: head, notes: [], keepNext: true },
      ...heights.map((height, row) => ({
        height,
        notes: (part.rows[row] ?? []).flat().flatMap(notesIn),
        header: head,
      })),
    ];
  }

  /** The part with heights of its rows at which all that follows stands on the grid. */
  levelled<P extends PartOf<'table' | 'strip'>>(part: P): P {
    return { ...part, heights: this.#heights(part) };
  }

  #heights(part: PartOf<'table' | 'strip'>): readonly number[] {
    if (part.heights) return part.heights;
    const look = part.kind === 'strip' ? 'strip' : part.dense ? 'dense' : 'table';
    const { side, above, below } = cellPadding(look, this.grid.pitch);
    const rows = part.kind === 'strip' ? part.rows : [part.header, ...part.rows];
    const width = (column: number, count: number): number =>
      part.kind === 'strip' ? this.textWidth / count : (part.widths[column] ?? 0) / twipsPerPoint;
    return rows.map((row, index) => {
      const rule = part.kind === 'strip' || index === 0 ? rules.around : rules.between;
      const cells = row.map((cell, column) => this.heightOf(cell, width(column, row.length) - 2 * side));
      return onGrid(Math.max(0, ...cells) + above + below + rule, this.grid);
    });
  }

  #height(content: Content, width: number): number {
    if (content.kind === 'picture')
      return pictureSpace.before + content.height + pictureSpace.line + content.spaceBelow;
    const { size, pitch, before, after, indent } = this.#metrics(content);
    return before + this.#lines(content, width - indent, size) * pitch + after;
  }

  #lines({ runs, role, language, size: fitted }: Paragraph, width: number, size: number): number {
    const { bold } = this.#metrics({ role, side: 0, language });
    // Chinese paragraphs begin two characters in.
    const indented = role === 'text' && scriptOf(language) === 'han' ? '\u3000\u3000' : '';
    return linesOf(runs, width, fitted ?? size, bold === true, indented);
  }

  /** On which line each reference stands, about: by what of the text stands before it. */
  #notePlaces(content: Content, width: number): number[] {
    if (content.kind === 'picture') return [];
    const { size } = this.#metrics(content);
    const lines = this.#lines(content, width, size);
    const length = textLength(content.runs);
    let before = 0;
    return content.runs.flatMap((run) => {
      if (run.kind === 'text') before += run.text.length;
      return run.kind === 'note' ? [Math.min(lines - 1, Math.floor((before / (length + 1)) * lines))] : [];
    });
  }

  #metrics({
    role,
    side,
    list,
    indent = 0,
  }: Pick<Paragraph, 'role' | 'side' | 'language' | 'list' | 'indent'>): Metrics {
    const { pitch, half } = this.grid;
    const { columns, languages } = this.setting;
    const gap = columns === 1 ? half : half - hairHeight;
    const text = textSize(languages.map(scriptOf), columns, side);
    const of = (size: number, own: number, before: number, after: number, bold = false): Metrics => ({
      size,
      pitch: own,
      before,
      after,
      bold,
      indent: indent * 11,
    });
    const second = side === 1;
    switch (role) {
      case 'text':
        return of(text, pitch, 0, gap);
      case 'item':
        return { ...of(text, pitch, 0, gap), indent: 11 * ((list?.level ?? 0) + 1) };
      case 'quote':
        return { ...of(text, pitch, 0, gap), indent: 11 * Math.max(1, indent) };
      case 'lead':
        return of(text, pitch, gap, 0, true);
      case 'contentsHead':
        return of(sizes.contents, pitch, half, 0, true);
      case 'contents':
        return of(sizes.contents, pitch, 0, 0);
      case 'caption':
        return of(sizes.caption, pitch, 0, gap);
      case 'source':
        return { ...of(sizes.cell, pitch, 0, half), indent: 18 };
      case 'subtitle':
        return of(sizes.subtitle, pitch * 1.5, 0, 0);
      case 'imprint':
        return of(sizes.caption, pitch, 0, gap);
      case 'footnote':
        return of(sizes.footnote, pitches.footnote, 0, 0);
      case 'columnHead':
      case 'cell':
        return second
          ? of(sizes.cellSecond, pitches.cellSecond, 0, 0)
          : of(sizes.cell, pitches.cell, 0, 0, role === 'columnHead');
      case 'annexHead':
      case 'annexCell':
        return of(sizes.annex, pitches.annex, 0, 0, role === 'annexHead' && !second);
      case 'tileValue':
        return second ? of(sizes.tileValueSecond, 13, 4, 0, true) : of(sizes.tileValue, 20, 0, 1, true);
      case 'tileLabel':
        return second ? of(sizes.tileLabelSecond, 10.5, 0, 0) : of(sizes.tileLabel, 11.5, 0, 0);
      case 'stepTitle':
        return second ? of(sizes.tileLabel, 11.5, 4, 0, true) : of(sizes.cell, 12.5, 0, 1, true);
      case 'stepBody':
        return second ? of(sizes.tileLabelSecond, 10.5, 0, 0) : of(sizes.tileLabel, 11.5, 0, 0);
    }
  }
}

/** Lines of a paragraph; references are as wide as small digits. */
function linesOf(runs: readonly Run[], width: number, size: number, bold: boolean, before = ''): number {
  const text = runs
    .map((run) =>
      run.kind === 'text'
        ? run.text
        : run.kind === 'break'
          ? '\n'
          : run.kind === 'note' || run.kind === 'figureOf'
            ? '1'
            : '',
    )
    .join('');
  const whole = before + text;
  const plain = textWidth(whole, size, { bold, face: 'arial' });
  const seams = seamWidth(whole, size);
  const room = plain + seams === 0 ? width : width * (plain / (plain + seams));
  return countLines(whole, Math.max(room, size), size, { bold, face: 'arial' });
}

const textLength = (runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + (run.kind === 'text' ? run.text.length : 0), 0);

const notesIn = (content: Content): number[] =>
  content.kind === 'picture' ? [] : content.runs.flatMap((run) => (run.kind === 'note' ? [run.number] : []));
