/** Layer 2. Parts that make a whole, each with its figure; a ratio of theirs stands in the middle. */
import type { PartsChart } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { coloursFor } from '../colours.js';
import type { Drawing } from '../drawing.js';
import type { Frame } from '../frame.js';
import { layoutRing } from '../ring.js';

export function parts(spec: PartsChart, theme: Theme, frame: Frame): Drawing {
  const colours = coloursFor(theme.colors.series, spec.parts.length);
  return layoutRing(
    {
      centre: { text: spec.centre.text, label: spec.centre.label },
      entries: [
        ...spec.parts.map((part, index) => ({ ...part, colour: colours[index] })),
        { text: spec.whole.text, label: spec.whole.label },
      ],
      colours: theme.colors,
    },
    frame,
  );
}
