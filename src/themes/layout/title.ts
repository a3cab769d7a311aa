/** Layer 2. Where titles stand: as the theme has them, as high as their lines, wholly on an area of colour or beside it. */
import type { ThemeLayout } from '../../document/theme.js';
import { type Ground, groundBehind } from './grounds.js';
import { type AlignedBox, type Box, contains, type Fault, overlap, type Sheet } from './sheet.js';

export type TitlePlace = AlignedBox & { readonly anchor: 'top' | 'middle' | 'bottom' };

/** Height of titles of one and of two lines, at their style's size. */
const titleHeight = { 1: 0.6, 2: 1.02 } as const;
/** The middle of a title is at most as low as this part of the slide. */
export const lowestTitle = 0.36;
const leastTitle = 4.5;

type Title = NonNullable<ThemeLayout['title']>;

/** What the theme says of titles, where slides can be laid out with it. */
export function titleOf(
  title: Title | undefined,
  body: Box | undefined,
  sheet: Sheet,
  fault: Fault,
): Title | undefined {
  if (!title) return undefined;
  const middle = title.y + title.h / 2;
  if (title.w < leastTitle)
    return fault(
      ['title'],
      `titles are ${(title.w * sheet.scale).toFixed(2)} in wide`,
      `at least ${(leastTitle * sheet.scale).toFixed(2)} in`,
    );
  if (middle > sheet.h * lowestTitle || (body && middle > body.y))
    return fault(['title'], 'titles stand within the content or below it', 'titles above the content area');
  return title;
}

/** At least as high as its lines, around the middle that the theme gives it; on its ground where it has one. */
export function placedTitle(
  asked: Title | undefined,
  sides: { x: number; w: number },
  grounds: readonly Ground[],
  lines: 1 | 2,
): TitlePlace {
  const needed = titleHeight[lines];
  const { x, w, y, h, align = 'left' } = asked ?? { ...sides, y: 0.64, h: needed };
  const anchor = asked?.anchor ?? (asked ? 'middle' : 'top');
  const high = Math.max(h, needed);
  const top = Math.max(0.1, anchor === 'top' ? y : anchor === 'bottom' ? y + h - high : y + (h - high) / 2);
  const box = { x, w, y: top, h: high, align, anchor };
  const ground = groundBehind(box, grounds);
  if (!ground) return box;
  // Wholly on its ground: white letters must not stand beside it.
  const [from, to] = [Math.max(box.y, ground.y + 0.04), Math.min(box.y + box.h, ground.y + ground.h - 0.04)];
  const [left, right] = [Math.max(box.x, ground.x + 0.1), Math.min(box.x + box.w, ground.x + ground.w - 0.1)];
  return { ...box, x: left, w: right - left, y: from, h: to - from };
}

/** Whether an area holds the title or is clear of it: its letters have one colour. */
export function bears(
  ground: Ground,
  asked: Title | undefined,
  sides: { readonly x: number; readonly w: number },
  lines: 1 | 2,
): boolean {
  const title = placedTitle(asked, sides, [ground], lines);
  if (!overlap(ground, title)) return true;
  return contains(ground, title) && title.h >= titleHeight[1] && title.w >= leastTitle;
}
