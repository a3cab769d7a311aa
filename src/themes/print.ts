/**
 * Layer 2. A theme for sheets of paper: Word pages are white whatever a brand's slides are. Colours of text that could
 * not be read there are moved to the nearest of their hue that can; a theme made for light slides stays as it is.
 */
import { mix } from '../charts/colours.js';
import { contrastOf } from '../contrast.js';
import type { Theme } from '../document/theme.js';
import { readableOn } from './contrast.js';

export const whitePage = '#FFFFFF';

/** Tints as strong as this still look like white paper. */
const mostTint = 1.35;

/** The theme itself where its colours can be read on a white page. */
export function forPrint(theme: Theme): Theme {
  const { colors } = theme;
  const texts = ['ink', 'muted', 'primary'] as const;
  const readable = (colour: string, surface: string): string =>
    readableOn(colour, [whitePage, surface]) ?? '#000000';
  const tinted = contrastOf(colors.surface, whitePage) <= mostTint;
  const surface = tinted ? colors.surface : mix(colors.primary, whitePage, 0.06).toUpperCase();
  if (texts.every((name) => readable(colors[name], surface) === colors[name]) && tinted) return theme;
  const [ink, muted, primary] = texts.map((name) => readable(colors[name], surface)) as [
    string,
    string,
    string,
  ];
  const onPrimary = readableOn(colors.onPrimary, [primary]) ?? whitePage;
  const line = mix(ink, whitePage, 0.18).toUpperCase();
  return { ...theme, colors: { ...colors, paper: whitePage, surface, ink, muted, line, primary, onPrimary } };
}
