/** Layer 1. Colours and fonts, read from `templates/<name>/theme.yaml`. Charts, deck and summary share one theme. */
import { z } from 'zod';

const colour = z
  .string()
  .regex(/^#[0-9A-Fa-f]{6}$/)
  .describe('#RRGGBB');
const family = z
  .string()
  .regex(/^[\p{L}\p{N} ._-]{1,60}$/u)
  .describe('Font family name');

export const themeFile = z.strictObject({
  colors: z.strictObject({
    paper: colour.describe('Background of slides'),
    surface: colour.describe('Background of tiles and table headers'),
    ink: colour.describe('Text'),
    muted: colour.describe('Secondary text: labels, sources'),
    line: colour.describe('Rules and borders'),
    primary: colour.describe('Brand colour: cover, figures, first series'),
    onPrimary: colour.describe('Text on primary'),
    accent: colour.describe('Emphasis; second series'),
    series: z.array(colour).min(4).describe('Chart colours, told apart by the colour-blind and in grey'),
  }),
  fonts: z.strictObject({
    latin: family.describe('Present with every Office: Arial'),
    eastAsian: family.describe('Present with every Office: Microsoft YaHei'),
  }),
});

export type Theme = z.infer<typeof themeFile>;
