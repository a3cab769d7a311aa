/**
 * Layer 3. The contents list of a long summary: each section with the page it begins on. The numbers must be right as the
 * file is written, since Word would ask at opening before it works them out. So the pages are worked out (`pages.ts`), and
 * where another program's lines could come out otherwise, the page break before the section is said.
 */
import { languageFor } from '../language/registry.js';
import type { Geometry } from './geometry.js';
import { Pages } from './pages.js';
import type { ContentsList, HeadingSide, Paragraph, Part, Run, Summary } from './summary.js';

/** A summary of more pages has a contents list. */
const shortest = 6;

type HeadingPart = Extract<Part, { readonly kind: 'heading' }>;
type Whole = Omit<Summary, 'record'>;

/** @returns the parts set on pages: each chart at its place, and with their lists, one for each front, if there are many */
export function setOnPages(model: Whole, geometry: Geometry): readonly Part[] {
  const pages = new Pages(model, geometry);
  const short = pages.setOut(model.parts);
  if (short.count <= shortest) return short.parts;
  const { parts, begins } = pages.setOut(addLists(model, geometry));
  return parts.map((part) => numbered(part, begins));
}

/** A list at each front of the headings that follow it; these get a bookmark each. */
function addLists(model: Whole, geometry: Geometry): Part[] {
  const several = model.parts.some(({ kind }) => kind === 'front');
  let list: ContentsList | undefined = several ? 'a' : undefined;
  let sections = 0;
  const marked = model.parts.map((part): Part => {
    if (part.kind === 'front') list = 'b';
    if (part.kind !== 'heading' || part.section === undefined) return part;
    sections += 1;
    return { ...part, bookmark: `_Toc${String(sections).padStart(9, '0')}`, list };
  });
  const fronts = [-1, ...marked.flatMap((part, index) => (part.kind === 'front' ? [index] : []))];
  return fronts.flatMap((front, index) => {
    const own = marked.slice(front + 1, fronts[index + 1]);
    const headings = own.filter((part) => part.kind === 'heading' && part.bookmark !== undefined);
    return [
      ...marked.slice(Math.max(front, 0), front + 1),
      ...(headings.length > 0 ? [listOf(headings as HeadingPart[], model.columns, geometry)] : []),
      ...own,
    ];
  });
}

/** An entry is what Word makes of the heading when it makes the list anew: both languages, at a tab or on two lines. */
function listOf(headings: readonly HeadingPart[], columns: 1 | 2, { textWidth, gutter }: Geometry): Part {
  const [{ sides, facing }] = headings as readonly [HeadingPart];
  const language = sides[0]?.language ?? '';
  const common = { kind: 'paragraph', side: 0, language } as const;
  const tabs = columns === 2 && facing ? [(textWidth + gutter) / 2, textWidth] : [textWidth];
  const between: Run = { kind: facing ? 'tab' : 'break' };
  const besides = (all: readonly HeadingSide[]): Run[] =>
    all.flatMap(({ runs }, side) => (side === 0 ? runs : [between, ...runs]));
  const words = sides.map(({ language: own }): HeadingSide => {
    const text = languageFor(own).words.contents;
    return { language: own, runs: [{ kind: 'text', text, language: own }] };
  });
  return {
    kind: 'full',
    content: [
      { ...common, role: 'contentsHead', runs: besides(words), tabs },
      ...headings.map(
        ({ sides: titles, bookmark = '', list }, index): Paragraph => ({
          ...common,
          role: 'contents',
          runs: [...besides(titles), { kind: 'tab' }, { kind: 'pageOf', bookmark, page: 0, language }],
          target: bookmark,
          entryOf: { list, first: index === 0, last: index === headings.length - 1 },
          tabs,
        }),
      ),
    ],
  };
}

/** With the numbers of the pages. */
function numbered(part: Part, begins: ReadonlyMap<string, number>): Part {
  if (part.kind !== 'full') return part;
  const withPages = (runs: readonly Run[]) =>
    runs.map((run) => (run.kind === 'pageOf' ? { ...run, page: begins.get(run.bookmark) ?? 0 } : run));
  return {
    ...part,
    content: part.content.map((content) =>
      content.kind === 'paragraph' && content.role === 'contents'
        ? { ...content, runs: withPages(content.runs) }
        : content,
    ),
  };
}
