/** Layer 2. Areas of colour on slides: what text stands on them, and where content is clear of them. */
import type { ThemeLayout } from '../../document/theme.js';
import { type Box, contains, type Fault, onSheet, overlap, sheetOf } from './sheet.js';

export interface Ground extends Box, Pick<NonNullable<ThemeLayout['grounds']>[number], 'color' | 'outline'> {
  /** In the theme's list. */
  readonly index: number;
}

/** Between grounds and the content. */
const distance = 0.18;
const middleOf = ({ x, y, w, h }: Box): readonly [number, number] => [x + w / 2, y + h / 2];
const holds = ({ x, y, w, h }: Box, [px, py]: readonly [number, number]): boolean =>
  x <= px && px <= x + w && y <= py && py <= y + h;

/** On which side of the content a ground lies; undefined: under it. */
function sideOf(ground: Box, page: Box): 'above' | 'below' | 'left' | 'right' | undefined {
  if (ground.y + ground.h <= page.h * 0.36) return 'above';
  if (ground.y >= page.h * 0.72) return 'below';
  if (ground.x + ground.w <= page.w * 0.3) return 'left';
  return ground.x >= page.w * 0.7 ? 'right' : undefined;
}

/** The grounds of a theme on its sheet, cut to the slide. */
export function groundsOf(layout: ThemeLayout | undefined, page: Box, fault: Fault): Ground[] {
  const sheet = sheetOf(layout);
  return (layout?.grounds ?? []).flatMap((asked, index): Ground[] => {
    const ground = onSheet(asked, sheet);
    const x = Math.max(0, ground.x);
    const y = Math.max(0, ground.y);
    const cut = {
      ...ground,
      index,
      x,
      y,
      w: Math.min(page.w, ground.x + ground.w) - x,
      h: Math.min(page.h, ground.y + ground.h) - y,
    };
    if (cut.w > 0 && cut.h > 0 && sideOf(cut, page)) return [cut];
    fault(
      ['grounds', index],
      cut.w > 0 && cut.h > 0 ? 'it lies under the content' : 'it lies off the slide',
      'an area at the head, the foot or a side of slides',
    );
    return [];
  });
}

/** The topmost ground behind the middle of a text. */
export const groundBehind = (box: Box, grounds: readonly Ground[]): Ground | undefined =>
  grounds.findLast((ground) => holds(ground, middleOf(box)));

/** The part of a room that is clear of areas around it. @param title its ground keeps more distance */
export function clearOf(room: Box, areas: readonly Box[], title: Box): Box {
  let [left, top, right, bottom] = [room.x, room.y, room.x + room.w, room.y + room.h];
  for (const area of areas) {
    if (!overlap(area, { x: left, y: top - distance, w: right - left, h: bottom - top + 2 * distance }))
      continue;
    const end = area.y + area.h + (contains(area, title) ? distance * 1.5 : distance);
    // The side on which least is lost.
    const losses = [
      { lost: (end - top) * (right - left), cut: () => (top = Math.max(top, end)) },
      {
        lost: (bottom - area.y + distance) * (right - left),
        cut: () => (bottom = Math.min(bottom, area.y - distance)),
      },
      {
        lost: (area.x + area.w + distance - left) * (bottom - top),
        cut: () => (left = Math.max(left, area.x + area.w + distance)),
      },
      {
        lost: (right - area.x + distance) * (bottom - top),
        cut: () => (right = Math.min(right, area.x - distance)),
      },
    ];
    losses.sort((a, b) => a.lost - b.lost)[0]?.cut();
  }
  return { x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top) };
}
