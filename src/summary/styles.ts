/** Layer 3. Word's styles for everything the Summary holds: who restyles the file in Word does it there, once. */
import { type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { Theme } from '../document/theme.js';
import { twipsPerPoint } from './geometry.js';
import { gridFor, hairHeight } from './grid.js';
import { fontsOf, type Script } from './scripts.js';
import { headingSpace, pictureSpace, pitches, sizes, textSize } from './sizes.js';
import type { ParagraphRole } from './summary.js';

/** What styles take of a theme. */
type Look = Pick<Theme, 'fonts' | 'colors'>;
type Rule = Omit<IParagraphStyleOptions, 'id'>;

/** Running text has a style for each language, as its script wants it. */
const running: ReadonlySet<ParagraphRole> = new Set(['text', 'item', 'quote', 'lead']);
/** Roles with a style for each language: where both share a place, the second is set lighter there. */
const twofold: ReadonlySet<ParagraphRole> = new Set([
  ...running,
  'columnHead',
  'cell',
  'annexHead',
  'annexCell',
  'tileValue',
  'tileLabel',
  'stepTitle',
  'stepBody',
]);

const ids: Readonly<Record<ParagraphRole, string>> = {
  subtitle: 'Subtitle',
  imprint: 'Imprint',
  contentsHead: 'TOCHeading',
  contents: 'TOC1',
  text: 'BodyText',
  item: 'ListParagraph',
  quote: 'Quote',
  lead: 'Lead',
  caption: 'Caption',
  source: 'SourceEntry',
  footnote: 'FootnoteText',
  columnHead: 'TableHead',
  cell: 'TableText',
  annexHead: 'AnnexHead',
  annexCell: 'AnnexText',
  tileValue: 'TileValue',
  tileLabel: 'TileLabel',
  stepTitle: 'StepTitle',
  stepBody: 'StepBody',
};

/** Points between the rule above a section's heading and its line; the rule takes the rest of `headingSpace.rule`. */
const ruleSpace = 1;

/**
 * Id of the style of a paragraph.
 * @param voice 1: in the second of two languages that follow each other, where `side` is 0
 */
export function styleOf(role: ParagraphRole, side: 0 | 1, voice: 0 | 1 = 0): string {
  const second = (side === 1 && twofold.has(role)) || (voice === 1 && running.has(role));
  return second ? `${ids[role]}Second` : ids[role];
}

/** Ids of styles that belong to no role. */
export const styleIds = {
  title: 'Title',
  headings: ['Heading1', 'Heading2', 'Heading3'],
  headingSecond: 'HeadingSecond',
  picture: 'Picture',
  spacer: 'Spacer',
  hair: 'Hair',
  header: 'Header',
  footer: 'Footer',
  noteReference: 'FootnoteReference',
  link: 'Hyperlink',
} as const;

/** Styles in which no word is divided: what is read at a glance, and Chinese text, foreign names in it too. */
export function undividedStyles(scripts: readonly Script[], columns: 1 | 2): ReadonlySet<string> {
  const sides = scripts.map((_, side) => (side === 0 ? 0 : 1));
  const han = sides.filter((side) => scripts[side] === 'han');
  const own = (roles: Iterable<ParagraphRole>, of: readonly (0 | 1)[]) =>
    [...roles].flatMap((role) => of.map((side) => styleOf(role, side)));
  const heads: readonly ParagraphRole[] = [
    'subtitle',
    'contentsHead',
    'contents',
    'lead',
    'columnHead',
    'tileValue',
    'stepTitle',
  ];
  return new Set([
    styleIds.title,
    ...styleIds.headings,
    styleIds.header,
    styleIds.footer,
    ...own(heads, sides),
    // One after the other, languages share all styles but those of running text.
    ...own(columns === scripts.length ? twofold : running, han),
  ]);
}

export const bare = (colour: string): string => colour.slice(1);
export const twips = (points: number): number => Math.round(points * twipsPerPoint);

/** Exact line pitch: the two scripts' fonts ask for different ones, and facing lines would drift apart. */
function lines(pitch: number, before: number, after: number) {
  return { line: twips(pitch), lineRule: LineRuleType.EXACT, before: twips(before), after: twips(after) };
}

/**
 * @param scripts of the languages; what has no run of its own is set in the first
 * @param columns of running text; with one, two languages follow each other
 */
export function stylesFor(theme: Look, scripts: readonly Script[], columns: 1 | 2): IStylesOptions {
  const { ink, muted, primary, line, accent } = theme.colors;
  const script = scripts[0] ?? 'latin';
  const alone = columns === 1;
  const text = textSize(scripts, columns, 0);
  const { pitch, half } = gridFor(columns);
  // Facing paragraphs stand in tables, with a hair between them.
  const after = alone ? half : half - hairHeight;
  const style = (
    id: string,
    name: string,
    size: number,
    colour: string,
    rest: Rule = {},
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...rest,
    run: { size: size * 2, color: bare(colour), ...rest.run },
    paragraph: { ...rest.paragraph },
  });
  /** Spaces, rule and line add up to whole half lines. @param height of its line */
  const heading = (
    level: 1 | 2 | 3,
    height: number,
    before: number,
    space: number,
  ): IParagraphStyleOptions => {
    const size = sizes.heading[level - 1] as number;
    return style(`Heading${level}`, `heading ${level}`, size, level === 3 ? ink : primary, {
      next: 'BodyText',
      run: { bold: true },
      paragraph: {
        keepNext: true,
        keepLines: true,
        outlineLevel: level - 1,
        spacing: lines(height, before, space),
        ...(level === 1
          ? {
              border: {
                top: {
                  style: 'single',
                  size: (headingSpace.rule - ruleSpace) * 8,
                  space: ruleSpace,
                  color: bare(line),
                },
              },
            }
          : {}),
      },
    });
  };
  type Both = readonly [first: number, second: number];
  /** Head and text of a table, of both languages. */
  const table = (name: 'Table' | 'Annex', [size, second]: Both, [pitch, secondPitch]: Both) => [
    style(`${name}Head`, `${name} Head`, size, primary, {
      run: { bold: true },
      paragraph: { keepNext: true, spacing: lines(pitch, 0, 0) },
    }),
    style(`${name}HeadSecond`, `${name} Head Second`, second, muted, {
      paragraph: { keepNext: true, spacing: lines(secondPitch, 0, 0) },
    }),
    style(`${name}Text`, `${name} Text`, size, ink, { paragraph: { spacing: lines(pitch, 0, 0) } }),
    style(`${name}TextSecond`, `${name} Text Second`, second, muted, {
      paragraph: { spacing: lines(secondPitch, 0, 0) },
    }),
  ];
  /** Running text of one language. */
  const voiceOf = (side: 0 | 1): IParagraphStyleOptions[] => {
    const size = textSize(scripts, columns, side);
    const named = (role: ParagraphRole, name: string, rest: Rule, colour = ink) =>
      style(styleOf(role, side), side === 0 ? name : `${name} Second`, size, colour, rest);
    return [
      named('text', 'Body Text', {
        paragraph: {
          spacing: lines(pitch, 0, after),
          // Chinese paragraphs begin two characters in; Latin ones are told by the space between them.
          ...(scripts[side] === 'han' ? { indent: { firstLine: twips(size * 2), firstLineChars: 200 } } : {}),
        },
      }),
      named('item', 'List Paragraph', { paragraph: { spacing: lines(pitch, 0, after) } }),
      named('quote', 'Quote', {
        paragraph: {
          spacing: lines(pitch, 0, after),
          indent: { left: twips(10) },
          border: { left: { style: 'single', size: 12, space: 6, color: bare(accent) } },
        },
      }),
      named(
        'lead',
        'Lead',
        {
          run: { bold: true },
          paragraph: { keepNext: true, spacing: lines(pitch, after, 0) },
        },
        primary,
      ),
    ];
  };
  return {
    default: {
      document: {
        // Pairs such as "AV" are drawn together at every size that is used.
        run: { ...fontsOf(script, theme), size: text * 2, color: bare(ink), kern: 2 },
        paragraph: { spacing: lines(pitch, 0, 0) },
      },
      footnoteReference: { run: { superScript: true, color: bare(primary) } },
      hyperlink: { run: { color: bare(primary), underline: { type: 'single', color: bare(line) } } },
    },
    paragraphStyles: [
      style('Title', 'Title', alone ? sizes.title + 2 : sizes.title, primary, {
        next: 'Subtitle',
        run: { bold: true },
        paragraph: { keepNext: true, spacing: lines(pitch * 2, 0, pitch) },
      }),
      style('Subtitle', 'Subtitle', sizes.subtitle, ink, {
        paragraph: { keepNext: true, spacing: lines(pitch * 1.5, 0, 0) },
      }),
      style('Imprint', 'Imprint', sizes.caption, muted, { paragraph: { spacing: lines(pitch, 0, after) } }),
      style('TOCHeading', 'TOC Heading', sizes.contents, primary, {
        run: { bold: true },
        paragraph: { keepNext: true, spacing: lines(pitch, half, 0) },
      }),
      style('TOC1', 'toc 1', sizes.contents, ink, {
        paragraph: { spacing: lines(pitch, 0, 0) },
      }),
      heading(1, pitch * 1.5, headingSpace.before, pitch - headingSpace.before - headingSpace.rule),
      heading(2, pitch, pitch, 0),
      heading(3, pitch, half, 0),
      ...voiceOf(0),
      ...(scripts.length > 1 ? voiceOf(1) : []),
      // A line as high as the picture; of the letters' own size next to nothing comes to it.
      style('Picture', 'Picture', 1, ink, {
        paragraph: {
          spacing: {
            line: 240,
            lineRule: LineRuleType.AUTO,
            before: twips(pictureSpace.before),
            after: twips(pictureSpace.after),
          },
        },
      }),
      style('Caption', 'caption', sizes.caption, muted, {
        paragraph: { spacing: lines(pitch, 0, after) },
      }),
      ...table('Table', [sizes.cell, sizes.cellSecond], [pitches.cell, pitches.cellSecond]),
      ...table('Annex', [sizes.annex, sizes.annex], [pitches.annex, pitches.annex]),
      style('TileValue', 'Tile Value', sizes.tileValue, primary, {
        run: { bold: true },
        paragraph: { spacing: lines(20, 0, 1) },
      }),
      style('TileValueSecond', 'Tile Value Second', sizes.tileValueSecond, ink, {
        run: { bold: true },
        paragraph: { spacing: lines(13, 4, 0) },
      }),
      style('TileLabel', 'Tile Label', sizes.tileLabel, ink, { paragraph: { spacing: lines(11.5, 0, 0) } }),
      style('TileLabelSecond', 'Tile Label Second', sizes.tileLabelSecond, muted, {
        paragraph: { spacing: lines(10.5, 0, 0) },
      }),
      style('StepTitle', 'Step Title', sizes.cell, primary, {
        run: { bold: true },
        paragraph: { spacing: lines(12.5, 0, 1) },
      }),
      style('StepTitleSecond', 'Step Title Second', sizes.tileLabel, ink, {
        run: { bold: true },
        paragraph: { spacing: lines(11.5, 4, 0) },
      }),
      style('StepBody', 'Step Body', sizes.tileLabel, ink, { paragraph: { spacing: lines(11.5, 0, 0) } }),
      style('StepBodySecond', 'Step Body Second', sizes.tileLabelSecond, muted, {
        paragraph: { spacing: lines(10.5, 0, 0) },
      }),
      style('SourceEntry', 'Source Entry', sizes.cell, ink, {
        paragraph: { spacing: lines(pitch, 0, half) },
      }),
      style('FootnoteText', 'footnote text', sizes.footnote, ink, {
        paragraph: {
          spacing: lines(pitches.footnote, 0, 0),
          indent: { left: twips(12), hanging: twips(12) },
        },
      }),
      style('Header', 'header', sizes.margin, muted, { paragraph: { spacing: lines(10, 0, 0) } }),
      style('Footer', 'footer', sizes.margin, muted, { paragraph: { spacing: lines(10, 0, 0) } }),
      // Between tables: a small gap, and one that nobody sees.
      style('Spacer', 'Spacer', 2, ink, { paragraph: { spacing: lines(half, 0, 0) } }),
      style('Hair', 'Hair', 1, ink, { paragraph: { spacing: lines(hairHeight, 0, 0) } }),
    ],
    characterStyles: [
      {
        id: 'HeadingSecond',
        name: 'Heading Second',
        quickFormat: true,
        run: { bold: false, color: bare(muted) },
      },
    ],
  };
}
