/** Layer 2. One share of a whole. The rest has a name but no figure, since no fact states one. */
import type { ShareChart } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import type { Drawing } from '../drawing.js';
import type { Frame } from '../frame.js';
import { layoutRing } from '../ring.js';

export function share(spec: ShareChart, theme: Theme, frame: Frame): Drawing {
  const { part } = spec;
  return layoutRing(
    {
      centre: { text: part.text },
      entries: [
        { label: part.label, value: part.value, colour: theme.colors.series[0] },
        { label: spec.restLabel, value: 100 - part.value, colour: theme.colors.line },
      ],
      colours: theme.colors,
    },
    frame,
  );
}
