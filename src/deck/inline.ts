/** Layer 3. From the Document's inlines to runs, and to plain text. */
import type { Inline } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import { divisionMark, noBreakSpace } from '../fonts/line-breaks.js';
import type { Colour, NoteRun, Paragraph, Run } from './model.js';
import { type StyleName, sizeAt, styles, type TextStyle } from './style.js';

/**
 * Characters that XML 1.0 forbids, and line ends, which pptxgenjs takes for paragraphs. Composition refuses them in
 * templates and facts; this is the last door before the file.
 */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]+/gu;
const clean = (text: string): string => text.replace(unprintable, ' ');
/** Marks where words may be divided are for paragraphs only, see `divisions.ts`. */
const unmarked = (text: string): string => clean(text).replaceAll(divisionMark, '');

/** What the inlines say, without their looks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return ' ';
      return 'children' in inline ? plainText(inline.children) : unmarked(inline.value);
    })
    .join('');
}

/** What the inlines say, figures apart. */
export function noteRuns(inlines: readonly Inline[]): NoteRun[] {
  return inlines.flatMap((inline): NoteRun[] => {
    if (inline.kind === 'figure') return [{ text: clean(inline.value), fact: inline.fact }];
    return 'children' in inline ? noteRuns(inline.children) : [{ text: plainText([inline]) }];
  });
}

/** The facts that inlines show, in the order of the text, repeats included. */
export function factsIn(inlines: readonly Inline[]): FactId[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'figure') return [inline.fact];
    return 'children' in inline ? factsIn(inline.children) : [];
  });
}

interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: Colour;
  readonly url?: string;
}

/** A name or a sentence that a helper wrote stays plain: only short phrases with a digit stand out. */
const standsOut = (value: string): boolean => /\p{Nd}/u.test(value) && value.length <= 28;

/** A figure this short is never parted. */
const shortFigure = 18;

/**
 * Of a longer figure, the number keeps to its noun and to the sign of its currency, but not to a hedge: the whole of
 * "mehr als 8.400 Beschäftigte" would be wider than many a box.
 */
const ties = /(?<=\p{Nd}\.?) |(?<=\p{Lu}) (?=\p{Nd})/gu;

/** With no-break spaces in the figure: 28,66 Mrd. RMB. Programs honour them everywhere, unlike joiners without width. */
function keptTogether(value: string): string {
  if (!standsOut(value)) return value;
  if (value.length <= shortFigure) return value.replaceAll(' ', noBreakSpace);
  return value.replace(ties, noBreakSpace);
}

/**
 * Blanks within what is no figure of a fact: between a day and its month, an ordinal and what it counts (14. Plan), a
 * name and its number (Abb. 2, version 3), and in an abbreviation of several words (z. B.).
 */
const boundBlanks = [
  /(?<=(?<![\p{L}\p{Nd}.,])(?:\p{Nd}{1,2}|\p{Nd}{1,3}\.)) (?=\p{Lu})/gu,
  /(?<=\p{L}) (?=\p{Nd}{1,3}(?![\p{L}\p{Nd}%]|\.?[ \u00A0]\p{L}|[.,]\p{Nd}))/gu,
  /(?<=(?<!\p{L})(?:Nr|No|Abb|Fig|Tab|Vol|Bd|n°|№)\.?) (?=\p{Nd})/gu,
  /(?<=(?<!\p{L})\p{L}\.) (?=\p{L}\.(?!\p{L}))/gu,
];

/** Without either, none of these is there: they take far longer to tell. */
const mayBind = /\p{Nd}|\p{L}\. \p{L}\./u;

/** Plain text in which no line ends between a number and what it belongs to. */
function withBoundNumbers(run: Run): Run {
  const { text, said = text } = run;
  if (run.fact || !text.includes(' ')) return run;
  if (!mayBind.test(text)) return run;
  const bound = boundBlanks.reduce((whole, blank) => whole.replace(blank, noBreakSpace), text);
  return bound === text ? run : { ...run, text: bound, said };
}

function runsOf(inlines: readonly Inline[], look: Look, style: TextStyle): Run[] {
  const runs: Run[] = [];
  let breakBefore = false;
  const push = (run: Run): void => {
    if (run.text === '') return;
    runs.push(breakBefore ? { ...run, breakBefore } : run);
    breakBefore = false;
  };
  for (const inline of inlines) {
    switch (inline.kind) {
      case 'break':
        breakBefore = runs.length > 0;
        break;
      case 'text':
      case 'literal':
        push({ text: clean(inline.value), ...look });
        break;
      case 'figure': {
        const bold = look.bold || (style.boldFigures && standsOut(inline.value));
        const colour = (bold && style.figure) || look.colour;
        const said = clean(inline.value);
        const text = keptTogether(said);
        push({ text, ...look, bold, colour, fact: inline.fact, ...(text !== said && { said }) });
        break;
      }
      case 'strong':
        for (const run of runsOf(inline.children, { ...look, bold: true }, style)) push(run);
        break;
      case 'emphasis':
        for (const run of runsOf(inline.children, { ...look, italic: true }, style)) push(run);
        break;
      case 'link': {
        const colour = look.colour === 'onPrimary' ? 'onPrimary' : 'primary';
        for (const run of runsOf(inline.children, { ...look, url: inline.url, colour }, style)) push(run);
        break;
      }
    }
  }
  return runs;
}

/**
 * By the inlines themselves, which nobody changes, as long as there are any: fitting asks for the same ones at every
 * scale, and what is known of a list of runs (`text.ts`) need not be found out anew either.
 */
const runsIn = new WeakMap<readonly Inline[], { [name in StyleName]?: readonly Run[] }>();

/** Inlines as runs in a style's look. Neighbours of one look are joined; a figure stays by itself. */
export function toRuns(inlines: readonly Inline[], name: StyleName): readonly Run[] {
  let known = runsIn.get(inlines);
  if (!known) {
    known = {};
    runsIn.set(inlines, known);
  }
  known[name] ??= joinedRuns(inlines, styles[name]);
  return known[name];
}

function joinedRuns(inlines: readonly Inline[], style: TextStyle): Run[] {
  const joined: Run[] = [];
  for (const run of runsOf(inlines, { bold: style.bold, italic: false, colour: style.colour }, style)) {
    const last = joined.at(-1);
    const alike =
      last &&
      !run.breakBefore &&
      !run.fact &&
      !last.fact &&
      last.bold === run.bold &&
      last.italic === run.italic;
    if (alike && last.colour === run.colour && last.url === run.url) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined.map(withBoundNumbers);
}

/** A run of plain text in a style's look. */
export function textRun(text: string, name: StyleName, look: Partial<Run> = {}): Run {
  const style: TextStyle = styles[name];
  return withBoundNumbers({
    text: clean(text),
    bold: style.bold,
    italic: false,
    colour: style.colour,
    ...look,
  });
}

/** A paragraph in a style at a scale, without space above. */
export function paragraph(
  runs: readonly Run[],
  name: StyleName,
  scale: number,
  look: Partial<Omit<Paragraph, 'runs'>> = {},
): Paragraph {
  const size = look.size ?? sizeAt(name, scale);
  const leading = Math.round(size * styles[name].leading * 2) / 2;
  return { runs, size, leading, spaceBefore: 0, align: 'left', ...look };
}
