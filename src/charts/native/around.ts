/** Layer 2. What native charts of all kinds have in common. */
import { type ChartFormat, sizeOf } from '../../document/chart.js';
import type { ChartLayout } from '../layout.js';
import type { PlacedText } from '../placed-text.js';
import type { DataCell } from './model.js';

export const cell = (value: number): DataCell => ({ value: String(value) });

/** Texts but for what axis and labels say. */
export function around(layout: ChartLayout, format: ChartFormat, own: readonly PlacedText['role'][] = []) {
  const { texts, plot } = layout;
  return {
    ...sizeOf(format),
    plot,
    texts: [
      ...layout.frame.texts,
      ...texts.filter((text) => !layout.frame.texts.includes(text) && !own.includes(text.role)),
    ],
    keys: layout.keys ?? [],
  };
}
