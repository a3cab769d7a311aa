/**
 * Layer 1. Colours, fonts, logo and footer, read from `templates/<name>/theme.yaml` or a theme that a zone names. Charts,
 * deck and summary share one theme.
 */
import * as z from 'zod';
import { branchByKey } from '../facts/branch.js';
import { labels, themeChoice } from '../facts/schema.js';
import type { EmbeddedImage } from './document.js';

const colour = (purpose: string) =>
  z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/)
    .describe(`${purpose}. A colour as "#0B3C5D", in quotes`);
const family = (purpose: string) =>
  z
    .string()
    .regex(/^[\p{L}\p{N} ._-]{1,60}$/u)
    .describe(purpose);

const colors = z.strictObject({
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
});

const latin = 'Name of a font for Latin letters that every Office has, such as Arial';
const eastAsian = 'Name of a font for Chinese that every Office has, such as Microsoft YaHei';
const fallback = z
  .strictObject({
    latin: z.array(family(latin)).max(8).optional(),
    eastAsian: z.array(family(eastAsian)).max(8).optional(),
  })
  .describe('Fonts to take where a machine lacks the first; left out: the usual ones');
const fonts = z.strictObject({
  latin: family(latin),
  eastAsian: family(eastAsian),
  fallback: fallback.optional(),
});

const logo = z
  .strictObject({
    file: z.string().min(1).max(240).describe('A .png or .jpg beside this file or below its folder'),
    onPrimary: z
      .boolean()
      .optional()
      .describe(
        'The logo can be seen on the primary colour of the cover as it is; left out: it gets a plate of paper there',
      ),
  })
  .describe(
    'Stands by the footer of every slide, or where the layout has it, and on the cover; in a summary above its title',
  );

const backdrop = z
  .strictObject({
    file: z.string().min(1).max(240).describe('A .png or .jpg beside this file or below its folder'),
  })
  .describe('A picture behind slides with content; text must be readable on all of it');

const footer = z
  .strictObject({
    show: z
      .array(z.enum(['zone', 'issuer', 'date']))
      .max(3)
      .optional()
      .describe(
        'What the foot of slides and of pages says, in this order; left out: on slides zone, issuer, and the date where the layout has a place for it; in summaries the issuer',
      ),
    text: labels
      .refine((texts) => Object.values(texts).every((text) => !/\p{N}/u.test(text)), {
        message: 'digits are not allowed: a figure needs a fact',
      })
      .optional()
      .describe('Words after that, a text per language: {en: For discussion only, zh-CN: 仅供讨论}'),
  })
  .describe('The line at the foot of slides and of the pages of a summary');

const inches = z.number().min(-100).max(100);
const side = z.number().min(0).max(100);
const box = z.strictObject({ x: inches, y: inches, w: side, h: side });
const align = z.enum(['left', 'center', 'right']).optional();
/** Colours that areas of a master may have: all that a text can be held against. */
const groundColour = z.enum(['primary', 'accent', 'surface', 'line', 'ink', 'second']);
const layout = z
  .strictObject({
    slide: z
      .strictObject({ w: side, h: side })
      .optional()
      .describe('Size of slides; left out: 13.333 by 7.5, which is 16:9. All sizes of type follow it'),
    title: box
      .extend({ align, anchor: z.enum(['top', 'middle', 'bottom']).optional() })
      .optional()
      .describe('Where titles stand'),
    body: box.optional().describe('The content area'),
    footer: box.extend({ align }).optional().describe('The line at the foot'),
    date: box.extend({ align }).optional().describe('The date of the edition; left out: none'),
    number: box.extend({ align }).optional().describe('The number of the slide'),
    logo: box.optional().describe('Left out: the logo stands beside the footer'),
    grounds: z
      .array(box.extend({ color: groundColour, outline: z.enum(['rect', 'ellipse']).optional() }))
      .max(16)
      .optional()
      .describe(
        'Areas of colour on every slide, the lowest first: bands behind titles or footers, bars, dots',
      ),
  })
  .describe("Inches from the top left corner, as a brand's master has them");

const rest = {
  logo: logo.optional(),
  backdrop: backdrop.optional(),
  footer: footer.optional(),
  layout: layout.optional(),
};

const wholeTheme = z.strictObject({ colors, fonts, ...rest });
const extendingTheme = z.strictObject({
  extends: themeChoice,
  colors: colors.partial().optional(),
  fonts: fonts.partial().optional(),
  ...rest,
});

/** theme.yaml: all of a theme, or what differs from another. */
export const themeFile = z
  .union([extendingTheme, wholeTheme])
  .register(branchByKey, { key: 'extends', present: 0, absent: 1 });

export type ThemeFile = z.infer<typeof themeFile>;
export type ThemeLayout = z.infer<typeof layout>;

export interface Theme extends Omit<z.infer<typeof wholeTheme>, 'logo' | 'backdrop'> {
  readonly backdrop?: EmbeddedImage | undefined;
  readonly logo?: { readonly image: EmbeddedImage; readonly onPrimary: boolean } | undefined;
}
