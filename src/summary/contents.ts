/**
 * Layer 3. The contents list of a long summary: each section with the page it begins on. The numbers must be right as the
 * file is written, since Word would ask at opening before it works them out. So the pages are worked out here, and where
 * another program's lines could come out otherwise, the page break before the section is said.
 */
import { languageFor } from '../language/registry.js';
import { Flow } from './flow.js';
import { type Geometry, twipsPerPoint } from './geometry.js';
import { type Block, paginate } from './paginate.js';
import type { ContentsList, HeadingSide, Paragraph, Part, Run, Summary } from './summary.js';

/** A summary of more pages has a contents list. */
const shortest = 6;
/**
 * Of a page's height. A section whose heading, with what has to stand beside it, comes lower begins on a new page: a line
 * more above it in another program, and it would do so there.
 */
const lowest = 0.94;
/** Points: the rule above the footnotes, and the space around it. */
const noteRule = 12;

type HeadingPart = Extract<Part, { readonly kind: 'heading' }>;
type Whole = Omit<Summary, 'record'>;

/** @returns the parts with their lists, one for each front; of a short summary, the same parts */
export function withContents(model: Whole, geometry: Geometry): readonly Part[] {
  const pages = new Pages(model, geometry);
  if (pages.of(model.parts).count <= shortest) return model.parts;
  let parts = addLists(model, geometry);
  // A page break moves what follows it, so they are set one by one, from the front.
  for (;;) {
    const { begins, unsure } = pages.of(parts);
    if (unsure === undefined) return parts.map((part) => numbered(part, begins));
    parts = parts.map((part, index) =>
      index === unsure ? { ...(part as HeadingPart), breakBefore: true } : part,
    );
  }
}

class Pages {
  readonly #flow: Flow;
  readonly #notes: readonly number[];
  readonly #blocks = new Map<Part, Block[]>();

  constructor(
    readonly model: Whole,
    readonly geometry: Geometry,
  ) {
    const { columns, languages } = model;
    this.#flow = new Flow({ geometry, columns, languages });
    this.#notes = model.footnotes.map((note) => this.#flow.note(note));
  }

  /** The page on which each bookmark stands, and the first section that may begin on another page elsewhere. */
  of(parts: readonly Part[]): { begins: Map<string, number>; count: number; unsure: number | undefined } {
    const { page, margin } = this.geometry;
    const groups = [this.#flow.front(this.model), ...parts.map((part) => this.#blocksOf(part))];
    const blocks = groups.flat();
    const { placed, count } = paginate(blocks, {
      height: (page.height - margin.top - margin.bottom) / twipsPerPoint,
      noteHeight: (note) => this.#notes[note - 1] ?? 0,
      noteRule,
    });
    const begins = new Map<string, number>();
    let unsure: number | undefined;
    let at = (groups[0] as Block[]).length;
    for (const [index, part] of parts.entries()) {
      const place = placed[at];
      at += (groups[index + 1] as Block[]).length;
      if (part.kind !== 'heading' || part.bookmark === undefined || !place) continue;
      begins.set(part.bookmark, place.page);
      // At the head of a page it may be because nothing more fitted on the one before.
      if (!part.breakBefore && (place.needed > lowest || (place.filled === 0 && place.page > 1)))
        unsure ??= index;
    }
    return { begins, count, unsure };
  }

  /** Most parts stay the same while page breaks are found. */
  #blocksOf(part: Part): Block[] {
    const known = this.#blocks.get(part) ?? this.#flow.part(part);
    this.#blocks.set(part, known);
    return known;
  }
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
