/** Layer 2. Whether titles and feet of slides can be read on the areas of colour that a layout puts behind them. */
import { contrastOf } from '../contrast.js';
import type { Theme } from '../document/theme.js';
import { type ColourName, groundColour, inkOn, leastContrast } from './contrast.js';
import { type Ground, groundBehind } from './layout/grounds.js';
import { type Places, placesOf } from './layout/places.js';
import type { Box } from './layout/sheet.js';

export interface FaintOnGround {
  readonly ground: Ground;
  /** That which comes nearest to being read there. */
  readonly text: ColourName;
  /** What stands there. */
  readonly what: string;
  readonly contrast: number;
}

const textsOf = ({
  title,
  footer,
  date,
  number,
}: Places): readonly (readonly [box: Box | undefined, own: 'primary' | 'muted', what: string])[] => [
  [title, 'primary', 'titles'],
  [footer, 'muted', 'footers'],
  [date, 'muted', 'dates'],
  [number, 'muted', 'numbers of slides'],
];

/** Texts of which no colour of the theme can be read on their ground, each once. */
export function faintOnGrounds({ layout, colors }: Pick<Theme, 'layout' | 'colors'>): FaintOnGround[] {
  const found = new Map<string, FaintOnGround>();
  for (const lines of [1, 2] as const) {
    const { places } = placesOf(layout, lines);
    for (const [box, own, what] of textsOf(places)) {
      const ground = box && groundBehind(box, places.grounds);
      if (!ground) continue;
      const text = inkOn(colors, ground.color, own);
      const contrast = contrastOf(colors[text], groundColour(colors, ground.color));
      if (contrast < leastContrast) found.set(`${ground.index} ${what}`, { ground, text, what, contrast });
    }
  }
  return [...found.values()];
}
