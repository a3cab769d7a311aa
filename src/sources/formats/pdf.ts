/**
 * Layer 2. PDF by way of unpdf (pdf.js): lines from the places of the text, paragraphs from the gaps between lines,
 * headings from their size. What prints the same on most pages at the same height is a running head and left out.
 */
import { getDocumentProxy } from 'unpdf';
import type { Block } from '../document.js';

interface Line {
  text: string;
  readonly page: number;
  /** Of the baseline, from the bottom of the page, in points. */
  readonly y: number;
  readonly left: number;
  right: number;
  /** Of the largest type in it. */
  size: number;
}

const mostPages = 2000;

/** @throws where the file is damaged, needs a password, or has too many pages */
export async function pdfBlocks(bytes: Uint8Array): Promise<Block[]> {
  // A copy, since pdf.js takes the buffer over; verbosity 0 is errors only, so that it prints nothing of its own.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    if (document.numPages > mostPages)
      throw new Error(`it has ${document.numPages} pages; at most ${mostPages} are read`);
    const lines: Line[] = [];
    for (let page = 1; page <= document.numPages; page++) {
      const { items } = await (await document.getPage(page)).getTextContent();
      lines.push(...linesOf(items.filter((item) => 'str' in item) as Item[], page));
    }
    return paragraphs(withoutRunningHeads(lines, document.numPages));
  } finally {
    await document.destroy();
  }
}

interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Items come in the order of the text; one that stands clearly higher or lower begins a new line. */
function linesOf(items: readonly Item[], page: number): Line[] {
  const lines: Line[] = [];
  for (const { str, transform, width, height } of items) {
    if (str === '') continue;
    const [, , , , x = 0, y = 0] = transform;
    const line = lines.at(-1);
    if (line && Math.abs(line.y - y) < Math.max(line.size, height) / 2 && x >= line.left) {
      // The 1 of a footnote would make 241 of 24.
      const raised = y > line.y && height < line.size * 0.75;
      if (raised && /^\d{1,3}$/.test(str) && /\d$/.test(line.text)) continue;
      // A gap of a quarter of the type size is a blank.
      if (x - line.right > line.size / 4 && !/\s$/.test(line.text)) line.text += ' ';
      line.text += str;
      line.right = Math.max(line.right, x + width);
      line.size = Math.max(line.size, height);
    } else if (str.trim() !== '') lines.push({ text: str, page, y, left: x, right: x + width, size: height });
  }
  return lines;
}

function withoutRunningHeads(lines: readonly Line[], pages: number): Line[] {
  if (pages < 3) return [...lines];
  const key = ({ text, y }: Line): string => `${Math.round(y)} ${text.replace(/\d+/g, '#').trim()}`;
  const counts = new Map<string, Set<number>>();
  for (const line of lines) counts.set(key(line), (counts.get(key(line)) ?? new Set()).add(line.page));
  return lines.filter((line) => (counts.get(key(line))?.size ?? 0) <= pages / 2);
}

function paragraphs(lines: readonly Line[]): Block[] {
  const body = commonest(lines.map(({ size, text }) => [Math.round(size * 2) / 2, text.length]));
  const gaps = lines.flatMap((line, at): [number, number][] => {
    const next = lines[at + 1];
    return next && next.page === line.page && next.y < line.y ? [[Math.round(line.y - next.y), 1]] : [];
  });
  const leading = commonest(gaps) || body * 1.2;
  const widest = Math.max(0, ...lines.map(({ right }) => right));
  const sizes = [...new Set(lines.map(headingSize).filter((size) => size !== undefined))].sort(
    (a, b) => b - a,
  );
  const blocks: Block[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const size = headingSize(line);
    const level = size === undefined ? undefined : sizes.indexOf(size) + 1;
    const last = blocks.at(-1);
    if (last && before && last.level === level && goesOn(before, line))
      blocks[blocks.length - 1] = { text: joined(last.text, line.text), level };
    else blocks.push({ text: line.text.trim(), level });
    before = line;
  }
  return blocks;

  function headingSize({ size, text }: Line): number | undefined {
    return size > body * 1.12 && text.length < 200 ? Math.round(size) : undefined;
  }

  /** On the next page too, where the line before is full and ends no sentence. */
  function goesOn(above: Line, line: Line): boolean {
    if (above.page !== line.page)
      return above.right > widest * 0.85 && !/[.。!！?？:：]["”’」)）]?\s*$/.test(above.text);
    const gap = above.y - line.y;
    const indented = line.left - above.left > body;
    return gap > 0 && gap < Math.max(leading, line.size) * 1.35 && !(indented && above.right < widest * 0.97);
  }
}

/**
 * A word parted at the end of a line is one again, and Tech-⏎Finanzierung keeps its hyphen; between Chinese the line
 * end says nothing, as `fold` knows.
 */
function joined(above: string, below: string): string {
  if (!/\p{L}[-\u00AD\u2010]$/u.test(above) || /^(und|oder|bzw|and|or)\b/.test(below))
    return `${above}\n${below}`;
  if (/^\p{Lu}/u.test(below)) return `${above}${below}`;
  return /^\p{Ll}/u.test(below) ? `${above.slice(0, -1)}${below}` : `${above}\n${below}`;
}

/** The value with the most weight; 0 of nothing. */
function commonest(weighed: readonly (readonly [value: number, weight: number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
