/**
 * Layer 2. Where things stand on a slide: by themselves, or as a theme's layout has them. What the layout says is followed
 * as far as a slide can be read with it; the rest is a fault, and stands as it does by itself. Inches of the sheet.
 */
import type { ThemeLayout } from '../../document/theme.js';
import { type FootPlaces, footPlaces } from './foot.js';
import { clearOf, type Ground, groundsOf } from './grounds.js';
import { type Box, type Fault, isSlideSize, onSheet, overlap, type Sheet, sheetOf, widths } from './sheet.js';
import { bears, lowestTitle, placedTitle, type TitlePlace, titleOf } from './title.js';

export interface Places extends FootPlaces {
  readonly sheet: Sheet;
  /** From left to right, what columns share out. */
  readonly sides: { readonly x: number; readonly w: number };
  readonly title: TitlePlace;
  /** A line above the title; none in a brand that says where titles stand. */
  readonly rule?: Box | undefined;
  readonly content: Box;
  readonly sources: Box;
  readonly footerRule?: Box | undefined;
  readonly logo?: Box | undefined;
  readonly grounds: readonly Ground[];
}

export interface LayoutFault {
  /** Below `layout` in the theme; empty: the whole. */
  readonly path: readonly (string | number)[];
  readonly said: string;
  readonly expected: string;
}

/** Inches from the slide's edges where the theme says nothing. */
const margin = 0.6;
const sourcesHeight = 0.36;
/** A content area smaller than this has no room for a chart beside its text. */
export const leastContent = { w: 6.4, h: 2.6 } as const;

/**
 * @param lines of the longest title
 * @returns places in which nothing overlaps but text and the ground it stands on; with what was not followed
 */
export function placesOf(
  layout: ThemeLayout | undefined,
  lines: 1 | 2,
): { readonly places: Places; readonly faults: readonly LayoutFault[] } {
  const faults: LayoutFault[] = [];
  const fault: Fault = (path, said, expected) => {
    faults.push({ path, said, expected });
    return undefined;
  };
  const sheet = sheetOf(layout);
  if (layout?.slide && !isSlideSize(layout.slide))
    fault(
      ['slide'],
      `slides of ${layout.slide.w} by ${layout.slide.h} in cannot be laid out`,
      `${widths.least} to ${widths.most} in wide, and 1.2 to 2.4 times as wide as high`,
    );
  const asked = layout?.slide && !isSlideSize(layout.slide) ? undefined : layout;
  const places = arranged(asked, sheet, lines, fault);
  const { content } = places;
  if (content.w >= leastContent.w && content.h >= leastContent.h) return { places, faults };
  const inches = (value: number): string => (value * sheet.scale).toFixed(2);
  fault(
    [],
    `it leaves ${inches(content.w)} by ${inches(Math.max(0, content.h))} in for the content of a slide`,
    `at least ${inches(leastContent.w)} by ${inches(leastContent.h)} in between the title and the source line, which stands above the footer`,
  );
  return { places: arranged(undefined, sheet, lines, () => undefined), faults };
}

function arranged(layout: ThemeLayout | undefined, sheet: Sheet, lines: 1 | 2, fault: Fault): Places {
  const page: Box = { x: 0, y: 0, w: sheet.w, h: sheet.h };
  /** A box of the theme, on the sheet; what reaches a little beyond the slide is cut off. */
  const given = <T extends Box>(name: string, box: T | undefined): T | undefined => {
    if (!box) return undefined;
    const kept = within(onSheet(box, sheet), page);
    return kept ?? fault([name], 'it lies off the slide', 'a place on the slide');
  };
  const body = bodyOf(given('body', layout?.body), sheet, fault);
  const sides = body ? { x: body.x, w: body.w } : { x: margin, w: sheet.w - 2 * margin };
  const asked = titleOf(given('title', layout?.title), body, sheet, fault);
  const all = groundsOf(layout, page, fault);
  const grounds = all.filter(
    (ground) =>
      bears(ground, asked, sides, lines) ||
      fault(
        ['grounds', ground.index],
        'titles would stand on a part of it',
        'an area that holds the title with both its lines, or is clear of it',
      ),
  );
  const title = placedTitle(asked, sides, grounds, lines);
  const foot = footPlaces(
    {
      footer: given('footer', layout?.footer),
      date: given('date', layout?.date),
      number: given('number', layout?.number),
    },
    { sheet, sides, grounds, clear: [title, ...(body ? [shortened(body)] : [])] },
    fault,
  );
  const logo = logoOf(
    given('logo', layout?.logo),
    [title, foot.footer, foot.date, foot.number],
    sheet,
    fault,
  );
  const top = body ? Math.max(body.y, title.y + title.h + 0.12) : title.y + title.h + gapBelow(lines);
  const feet = [foot.footer, foot.date, foot.number, logo].filter(
    (each) => each !== undefined && each.y > sheet.h / 2,
  ) as Box[];
  const ownFoot = sheet.h - 0.52;
  const floor = Math.min(ownFoot, ...feet.map(({ y }) => y));
  const under = floor - 0.12 - sourcesHeight;
  const sourcesTop = body ? Math.min(body.y + body.h + 0.1, under) : under;
  const room: Box = { ...sides, y: top, h: sourcesTop + sourcesHeight - top };
  const heads = [foot.footer, foot.date, foot.number, logo].filter(
    (each) => each !== undefined && each.y <= sheet.h / 2,
  ) as Box[];
  const free = clearOf(room, [...grounds, ...heads], title);
  const sources = { ...free, y: free.y + free.h - sourcesHeight, h: sourcesHeight };
  const content = { ...free, h: free.h - sourcesHeight - 0.1 };
  const asIs = [layout?.footer, layout?.date, layout?.number, layout?.logo].every(
    (each) => each === undefined,
  );
  const own =
    asIs && grounds.every((ground) => !overlap(ground, { x: 0, y: sheet.h - 0.8, w: sheet.w, h: 0.8 }));
  return {
    sheet,
    sides: { x: free.x, w: free.w },
    title,
    rule: asked ? undefined : { ...sides, y: title.y - 0.14, h: 0 },
    content,
    sources,
    footerRule: own ? { ...sides, y: ownFoot, h: 0 } : undefined,
    ...foot,
    logo,
    grounds,
  };
}

const gapBelow = (lines: 1 | 2): number => (lines === 1 ? 0.36 : 0.29);

/** Of a body no more than its upper part: footers may begin before it ends, and then cut it. */
const shortened = (body: Box): Box => ({ ...body, h: body.h * 0.6 });

/** The part of a box that is on the page; undefined where most of it is not. */
function within<T extends Box>(box: T, page: Box): T | undefined {
  const x = Math.max(box.x, page.x);
  const y = Math.max(box.y, page.y);
  const w = Math.min(box.x + box.w, page.w) - x;
  const h = Math.min(box.y + box.h, page.h) - y;
  return w > 0 && h > 0 && w * h >= box.w * box.h * 0.6 ? { ...box, x, y, w, h } : undefined;
}

function bodyOf(body: Box | undefined, sheet: Sheet, fault: Fault): Box | undefined {
  if (!body) return undefined;
  if (body.w < leastContent.w || body.h < leastContent.h)
    return fault(
      ['body'],
      `a content area of ${size(body, sheet)} has no room for slides`,
      `at least ${size(leastContent, sheet)}`,
    );
  if (body.y > sheet.h / 2)
    return fault(['body'], 'it begins in the lower half', 'a content area below the title');
  return body;
}

const size = ({ w, h }: { w: number; h: number }, { scale }: Sheet): string =>
  `${(w * scale).toFixed(2)} by ${(h * scale).toFixed(2)} in`;

function logoOf(
  logo: Box | undefined,
  others: readonly (Box | undefined)[],
  sheet: Sheet,
  fault: Fault,
): Box | undefined {
  if (!logo) return undefined;
  const at = logo.y + logo.h / 2;
  if (at > sheet.h * lowestTitle && at < sheet.h * 0.8)
    return fault(['logo'], 'it stands beside the content', 'a logo at the head or foot of slides');
  if (logo.w > sheet.w / 2 || logo.h > sheet.h / 5)
    return fault(
      ['logo'],
      `a logo of ${size(logo, sheet)} takes the content's room`,
      'at most half as wide and a fifth as high as the slide',
    );
  if (others.some((other) => other && overlap(other, logo)))
    return fault(['logo'], 'it overlaps the title or the foot of slides', 'a place of its own');
  return logo;
}
