/** What several hedges on one figure say together. */
import type { Qualifier } from '../facts/schema.js';

/** From the most specific on: "nearly" says less-than and more. */
const downward: readonly Qualifier[] = ['nearly', 'less-than', 'at-most'];
const upward: readonly Qualifier[] = ['more-than', 'at-least'];

/**
 * 超过10亿元以上 is more-than, 约50余家 too: the more specific one is meant. Hedges in opposite directions, or a hedge on
 * a range or class, cannot be kept as one qualifier.
 *
 * @returns undefined when they contradict each other
 */
export function combineHedges(
  hedges: readonly Qualifier[],
  shape: 'figure' | 'range' | 'tier',
): Qualifier | undefined {
  const down = downward.find((hedge) => hedges.includes(hedge));
  const up = upward.find((hedge) => hedges.includes(hedge));
  if (down && up) return undefined;
  const direction = down ?? up;
  if (shape !== 'figure') return hedges.length > 0 ? undefined : shape;
  return direction ?? (hedges.includes('about') ? 'about' : 'exact');
}
