/**
 * Layer 3. Plain Markdown → mdast, in a tenth of the time that a parser of all Markdown takes: headings, paragraphs, lists
 * of one line an item, tables, directives and the lines between slides, as nearly all templates are written. A text that
 * holds anything else, or anything that may mean something else, is not read here at all. What is read is what remark
 * makes of it, node for node and place for place (plain.test.ts).
 */
import type {
  AlignType,
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Root,
  RootContent,
  Table,
} from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Point, Position } from 'unist';
import { marked, readPlainLine } from './plain-line.js';

const heading = /^(#{1,6}) (?![\s#])(?:.*[^\s#])$/;
const separator = /^-{3,}$/;
const leaf = /^::([a-z]+)(?:\{#([a-z0-9]+(?:-[a-z0-9]+)*)((?: [a-z]+=[a-z0-9]+(?:-[a-z0-9]+)*)*)\})?$/;
const container = /^:::([a-z]+)$/;
const item = /^(?:-|(\d{1,9})\.) (?=\S)/;
/** Begins an item of any list, or may go on with the item of one. */
const anyItem = /^(?:[-*+]|\d{1,9}[.)])(?: |$)/;
const delimiters = /^\|(?: *:?-+:? *\|)+$/;
/** A line that is nothing but text, as far as its beginning tells. */
const plainStart = /^(?!\d{1,9}[.)](?: |$))(?:\*\*(?=[^\s*])|:lit\[|[^\s#>\-+*=|:])/;

/** @returns undefined where the text is more than plain */
export function readPlain(text: string): Root | undefined {
  if (marked.test(text)) return undefined;
  const reader = new Reader(text);
  const children = reader.blocks(0, reader.lines.length);
  if (!children) return undefined;
  return { type: 'root', children, position: reader.position(0, text.length) };
}

class Reader {
  readonly lines: readonly string[];
  readonly #text: string;
  readonly #starts: number[] = [];
  /** The line of the place asked for last: places are asked for from top to bottom, more or less. */
  #line = 0;

  constructor(text: string) {
    this.#text = text;
    this.lines = text.split('\n');
    let offset = 0;
    for (const line of this.lines) {
      this.#starts.push(offset);
      offset += line.length + 1;
    }
  }

  position(start: number, end: number): Position {
    return { start: this.#point(start), end: this.#point(end) };
  }

  readonly #point = (offset: number): Point => {
    const starts = this.#starts;
    while (starts[this.#line]! > offset) this.#line -= 1;
    while (this.#line + 1 < starts.length && starts[this.#line + 1]! <= offset) this.#line += 1;
    return { line: this.#line + 1, column: offset - starts[this.#line]! + 1, offset };
  };

  #start = (line: number): number => this.#starts[line]!;
  #end = (line: number): number => this.#starts[line]! + this.lines[line]!.length;

  /** The blocks of some lines; undefined where one of them is more than plain. */
  blocks(from: number, to: number): RootContent[] | undefined {
    const blocks: RootContent[] = [];
    for (let line = from; line < to; ) {
      if (/^ *$/.test(this.lines[line]!)) {
        line += 1;
        continue;
      }
      const read = this.#block(line, to);
      if (!read) return undefined;
      blocks.push(read.block);
      line = read.next;
    }
    return blocks;
  }

  #block(line: number, to: number): { block: RootContent; next: number } | undefined {
    const written = this.lines[line]!;
    if (written.endsWith(' ')) return undefined;
    const position = this.position(this.#start(line), this.#end(line));
    if (separator.test(written)) return { block: { type: 'thematicBreak', position }, next: line + 1 };
    const hashes = heading.exec(written)?.[1]?.length;
    if (hashes !== undefined) {
      const children = this.#content(this.#start(line) + hashes + 1, this.#end(line));
      const depth = hashes as 1 | 2 | 3 | 4 | 5 | 6;
      return children && { block: { type: 'heading', depth, children, position }, next: line + 1 };
    }
    const directive = leaf.exec(written);
    if (directive) {
      const block = leafOf(directive, position);
      return block && { block, next: line + 1 };
    }
    const opened = container.exec(written);
    if (opened) return this.#container(opened[1]!, line, to);
    if (item.test(written)) return this.#list(line, to);
    if (written.startsWith('|')) return this.#table(line, to);
    return this.#paragraph(line, to);
  }

  #content = (start: number, end: number) => readPlainLine(this.#text, start, end, this.#point);

  #container(
    name: string,
    line: number,
    to: number,
  ): { block: ContainerDirective; next: number } | undefined {
    let last = line + 1;
    while (last < to && !this.lines[last]!.startsWith(':::')) last += 1;
    if (last === to || this.lines[last] !== ':::') return undefined;
    const children = this.blocks(line + 1, last) as (BlockContent | DefinitionContent)[] | undefined;
    const position = this.position(this.#start(line), this.#end(last));
    return (
      children && {
        block: { type: 'containerDirective', name, attributes: {}, children, position },
        next: last + 1,
      }
    );
  }

  #paragraph(line: number, to: number): { block: RootContent; next: number } | undefined {
    const next = this.#linesWhile(line, to, (written) => plainStart.test(written));
    const children = next === undefined ? undefined : this.#content(this.#start(line), this.#end(next - 1));
    if (next === undefined || !children) return undefined;
    const position = this.position(this.#start(line), this.#end(next - 1));
    return { block: { type: 'paragraph', children, position }, next };
  }

  /** Of one line an item, and no other list right behind it. */
  #list(line: number, to: number): { block: List; next: number } | undefined {
    const ordered = /^\d/.test(this.lines[line]!);
    const isItem = (written: string): boolean =>
      item.test(written) && /^\d/.test(written) === ordered && plainStart.test(written.replace(item, ''));
    const next = this.#linesWhile(line, to, isItem);
    if (next === undefined) return undefined;
    let behind = next;
    while (behind < to && /^ *$/.test(this.lines[behind]!)) behind += 1;
    const follows = behind < to ? this.lines[behind]! : '';
    if (anyItem.test(follows) || follows.startsWith(' ')) return undefined;
    const children: ListItem[] = [];
    for (let each = line; each < next; each += 1) {
      const [start, end] = [this.#start(each), this.#end(each)];
      const from = start + item.exec(this.lines[each]!)![0].length;
      const content = this.#content(from, end);
      if (!content) return undefined;
      children.push({
        type: 'listItem',
        spread: false,
        checked: null,
        children: [{ type: 'paragraph', children: content, position: this.position(from, end) }],
        position: this.position(start, end),
      });
    }
    const start = ordered ? Number.parseInt(this.lines[line]!, 10) : null;
    const position = this.position(this.#start(line), this.#end(next - 1));
    return { block: { type: 'list', ordered, start, spread: false, children, position }, next };
  }

  #table(line: number, to: number): { block: Table; next: number } | undefined {
    const delimiter = this.lines[line + 1];
    if (line + 1 >= to || delimiter === undefined || !delimiters.test(delimiter)) return undefined;
    const next = this.#linesWhile(line, to, (written) => /^\|.*\|$/.test(written));
    if (next === undefined) return undefined;
    const align = delimiter.slice(1, -1).split('|').map(alignOf);
    const children: Table['children'] = [];
    for (let row = line; row < next; row += 1) {
      if (row === line + 1) continue;
      const cells = this.#cells(row);
      if (!cells || (row === line && cells.length !== align.length)) return undefined;
      const position = this.position(this.#start(row), this.#end(row));
      children.push({ type: 'tableRow', children: cells, position });
    }
    const position = this.position(this.#start(line), this.#end(next - 1));
    return { block: { type: 'table', align, children, position }, next };
  }

  /** Each from the bar before it to the one behind it; the last one has both. */
  #cells(row: number): Table['children'][number]['children'] | undefined {
    const written = this.lines[row]!;
    const cells: Table['children'][number]['children'] = [];
    const offset = this.#start(row);
    for (let bar = 0; bar < written.length - 1; ) {
      const following = written.indexOf('|', bar + 1);
      const [, blanks = '', inside = ''] = /^( *)(.*?) *$/.exec(written.slice(bar + 1, following)) ?? [];
      const from = offset + bar + 1 + blanks.length;
      const children = this.#content(from, from + inside.length);
      if (!children) return undefined;
      const end = following === written.length - 1 ? written.length : following;
      cells.push({ type: 'tableCell', children, position: this.position(offset + bar, offset + end) });
      bar = following;
    }
    return cells;
  }

  /**
   * Where the lines of a block end: at an empty one or at the end.
   * @returns undefined where one of them does not belong to it
   */
  #linesWhile(line: number, to: number, belongs: (written: string) => boolean): number | undefined {
    let next = line;
    while (next < to && !/^ *$/.test(this.lines[next]!)) {
      const written = this.lines[next]!;
      if (!belongs(written) || written.endsWith(' ')) return undefined;
      next += 1;
    }
    return next;
  }
}

function leafOf(directive: RegExpExecArray, position: Position): LeafDirective | undefined {
  const [, name = '', id, rest = ''] = directive;
  const pairs = rest
    .split(' ')
    .filter(Boolean)
    .map((pair) => pair.split('=') as [string, string]);
  const attributes = id === undefined ? {} : Object.fromEntries([['id', id], ...pairs]);
  const plain = id === undefined || Object.keys(attributes).length === pairs.length + 1;
  return plain && !('class' in attributes)
    ? { type: 'leafDirective', name, attributes, children: [], position }
    : undefined;
}

function alignOf(cell: string): AlignType {
  const [left, right] = [cell.trim().startsWith(':'), cell.trim().endsWith(':')];
  if (left) return right ? 'center' : 'left';
  return right ? 'right' : null;
}
