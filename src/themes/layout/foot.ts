/** Layer 2. Footer, date and number of slides: where the theme has them, each clear of the others. */
import type { ThemeLayout } from '../../document/theme.js';
import { type Ground, groundBehind } from './grounds.js';
import { type Align, type AlignedBox, type Box, contains, type Fault, overlap, type Sheet } from './sheet.js';

export interface FootPlaces {
  readonly footer?: AlignedBox | undefined;
  /** None where the theme has no place for it. */
  readonly date?: AlignedBox | undefined;
  readonly number?: AlignedBox | undefined;
}

type Asked = Pick<ThemeLayout, 'footer' | 'date' | 'number'>;
type Name = keyof Asked;

interface Around {
  readonly sheet: Sheet;
  readonly sides: { readonly x: number; readonly w: number };
  readonly grounds: readonly Ground[];
  /** What they must not touch: title and body. */
  readonly clear: readonly Box[];
}

/** One line of type. */
const height = 0.22;
const least: Readonly<Record<Name, number>> = { footer: 2.2, date: 0.8, number: 0.3 };
const most: Readonly<Record<Name, number>> = { footer: Infinity, date: 1.7, number: 0.9 };
const between = 0.15;
/** The number takes two columns of twelve by itself. */
const numberPart = 0.15;

export function footPlaces(asked: Asked, around: Around, fault: Fault): FootPlaces {
  const { sheet, sides } = around;
  const taken: AlignedBox[] = [];
  const placed: { -readonly [name in Name]?: AlignedBox } = {};
  const take = (name: Name, box: AlignedBox | undefined): void => {
    if (!box) return;
    placed[name] = box;
    taken.push(box);
  };
  for (const name of ['number', 'date', 'footer'] as const) {
    const box = asked[name];
    if (!box) continue;
    const line = onItsGround(lineOf(box, name), around.grounds);
    const middle = line.y + height / 2;
    const atEdge = middle > sheet.h * 0.8 || middle < sheet.h * 0.2;
    if (!atEdge || around.clear.some((other) => overlap(other, line)))
      fault([name], 'it stands among the content', 'a place at the foot of slides, or above their title');
    else {
      const free = freePart(line, [...taken, ...edgesOf(line, around.grounds)]);
      if (free && free.w >= least[name]) take(name, free);
      else fault([name], 'it has no room of its own', `${least[name]} in beside date and number`);
    }
  }
  const y = sheet.h - 0.46;
  const own = (name: Name, x: number, w: number, align: Align): void => {
    if (asked[name] && placed[name]) return;
    const line = onItsGround({ x, y, w, h: height, align }, around.grounds);
    const free = freePart(line, [...taken, ...edgesOf(line, around.grounds)]);
    if (free && free.w >= least[name]) take(name, free);
  };
  const number = sides.w * numberPart;
  own('number', sides.x + sides.w - number, number, 'right');
  own('footer', sides.x, sides.w - number - between, 'left');
  return { ...placed, ...(placed.footer && { footer: widened(placed.footer, taken, sides, around) }) };
}

/** One line, in the middle of the place that the master has; what a date or number does not need is the footer's. */
function lineOf(box: NonNullable<Asked[Name]>, name: Name): AlignedBox {
  const align = box.align ?? (name === 'number' ? 'right' : name === 'footer' ? 'center' : 'left');
  const w = Math.min(box.w, most[name]);
  const x = box.x + (box.w - w) * { left: 0, center: 0.5, right: 1 }[align];
  return { x, w, y: box.y + box.h / 2 - height / 2, h: height, align };
}

/** Within its ground where it stands on one: letters beside it could not be read. */
function onItsGround(line: AlignedBox, grounds: readonly Ground[]): AlignedBox {
  const ground = groundBehind(line, grounds);
  if (!ground || ground.h < line.h) return line;
  const x = Math.max(line.x, ground.x);
  const y = Math.min(Math.max(line.y, ground.y), ground.y + ground.h - line.h);
  return { ...line, x, y, w: Math.min(line.x + line.w, ground.x + ground.w) - x };
}

/** Areas that a line would stand on with a part of it only, of those that are not hidden by the one behind it. */
function edgesOf(line: Box, grounds: readonly Ground[]): Ground[] {
  const behind = grounds.findLastIndex((ground) => contains(ground, line));
  return grounds.slice(behind + 1).filter((ground) => overlap(ground, line));
}

const sameRow = (a: Box, b: Box): boolean => a.y < b.y + b.h && b.y < a.y + a.h;

/** The widest part of a line that nothing else stands on. */
function freePart(line: AlignedBox, taken: readonly Box[]): AlignedBox | undefined {
  let parts = [{ from: line.x, to: line.x + line.w }];
  for (const other of taken.filter((each) => sameRow(each, line)))
    parts = parts.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, other.x - between) },
        { from: Math.max(from, other.x + other.w + between), to },
      ].filter((part) => part.to > part.from),
    );
  const [widest] = parts.sort((a, b) => b.to - b.from - (a.to - a.from));
  return widest && { ...line, x: widest.from, w: widest.to - widest.from };
}

/** What an issuer is called may be longer than the place that a master has for it: it may take the room beside it. */
function widened(
  footer: AlignedBox,
  taken: readonly Box[],
  sides: { readonly x: number; readonly w: number },
  { grounds, sheet }: Around,
): AlignedBox {
  const wide = { ...footer, x: 0, w: sheet.w };
  const others = [...taken, ...edgesOf(wide, grounds)].filter(
    (each) => each !== footer && sameRow(each, footer) && !contains(each, footer),
  );
  const ground = groundBehind(footer, grounds);
  const [left, right] = [footer.x, footer.x + footer.w];
  const from = Math.max(
    Math.min(left, Math.max(sides.x, ground?.x ?? 0)),
    ...others.filter(({ x }) => x < left).map(({ x, w }) => x + w + between),
  );
  const to = Math.min(
    Math.max(right, Math.min(sides.x + sides.w, ground ? ground.x + ground.w : Infinity)),
    ...others.filter(({ x }) => x >= right).map(({ x }) => x - between),
  );
  if (footer.align === 'left') return { ...footer, w: Math.max(right, to) - left };
  if (footer.align === 'right')
    return { ...footer, x: Math.min(left, from), w: right - Math.min(left, from) };
  const more = Math.max(0, Math.min(left - from, to - right));
  return { ...footer, x: left - more, w: footer.w + 2 * more };
}
