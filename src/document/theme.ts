/** Layer 1. Colours and fonts, read from `templates/<name>/theme.yaml`. Charts, deck and summary share one theme. */
import { z } from 'zod';

const colour = (purpose: string) =>
  z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/)
    .describe(`${purpose}. A colour as "#0B3C5D", in quotes`);
const family = (example: string) =>
  z
    .string()
    .regex(/^[\p{L}\p{N} ._-]{1,60}$/u)
    .describe(`Name of a font that every Office has, such as ${example}`);

export const themeFile = z.strictObject({
  colors: z.strictObject({
    paper: colour('Background of slides'),
    surface: colour('Background of tiles and table headers'),
    ink: colour('Text'),
    muted: colour('Secondary text: labels, sources'),
    line: colour('Rules and borders'),
    primary: colour('Brand colour: cover, figures, first series'),
    onPrimary: colour('Text on primary'),
    accent: colour('Emphasis; second series'),
    series: z
      .array(colour('One of the chart colours'))
      .min(4)
      .describe('Chart colours, told apart by the colour-blind and in grey'),
  }),
  fonts: z.strictObject({
    latin: family('Arial'),
    eastAsian: family('Microsoft YaHei'),
  }),
});

export type Theme = z.infer<typeof themeFile>;
