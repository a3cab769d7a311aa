/** Layer 2. What native bars and blocks have in common: their look, and their names beside or above them. */
import type { Theme } from '../../document/theme.js';
import type { ChartLayout } from '../layout.js';
import type { PlacedText } from '../placed-text.js';

export function ofBars(theme: Theme, { frame, taken }: ChartLayout) {
  return {
    thickness: taken[0]?.height ?? frame.style.step,
    names: frame.style.names,
    nameSize: frame.style.label.size,
    ink: theme.colors.ink,
    paper: theme.colors.paper,
    bothSides: false,
    open: [],
    aside: [],
  };
}

/** What the axis writes; names above the bars are text boxes. */
export const onAxis = ({ frame }: ChartLayout): PlacedText['role'][] =>
  frame.style.names === 'beside' ? ['label'] : [];

/**
 * The names in the sheet; for the axis beside the bars broken into lines as the layout did, since programs differ in how
 * wide they let names run.
 * @param names what each is made of
 */
export function namesOf({ texts, frame }: ChartLayout, names: readonly (readonly string[])[]): string[] {
  if (frame.style.names === 'above') return names.map((parts) => parts.join('\n'));
  const set = texts.filter(({ role }) => role === 'label').map(({ lines }) => lines.join('\n'));
  return names.map(({ length }) => set.splice(0, length).join('\n'));
}
