/**
 * Layer 3. Sections set on pages one after the other: where each begins, and which of the places that a chart may have
 * leaves the least white at the feet of pages. A choice shows its price only pages later, so the best few are followed.
 */
import { placements } from './floats.js';
import { Flow } from './flow.js';
import { type Geometry, twipsPerPoint } from './geometry.js';
import { parted } from './grid.js';
import { type Block, closedUp, Filling, type Paper } from './paginate.js';
import type { Part, Summary } from './summary.js';

/**
 * Of a page's height: how far down a section's heading reaches, with what has to stand beside it. Up to the one it stands
 * on this page in every program, from the other on it begins the next. What is between begins a new page by order: a line
 * more above it in another program, or one less, and it would stand elsewhere there.
 */
const sure = { here: 0.94, next: 1.06 } as const;
/** Points: the rule above the footnotes, and the space around it. */
const noteRule = 12;
/** How many ways are followed. */
const followed = 8;
/** Of a section with many charts not every way is tried. */
const mostWays = 72;
/** What weighs as much as the square of this much white: a chart that stands elsewhere than the template has it. */
const moved = 0.03 ** 2;
/** And what a page more weighs. */
const pageMore = 0.05 ** 2;

export interface SetOut {
  readonly parts: readonly Part[];
  /** The page of each bookmark. */
  readonly begins: ReadonlyMap<string, number>;
  readonly count: number;
}

/** A way to have gone so far. */
interface Way {
  readonly filling: Filling;
  readonly price: number;
  readonly before?: Way | undefined;
  /** The last section. */
  readonly parts: readonly Part[];
  readonly page: number;
  /** What stands last. */
  readonly last: Block | undefined;
}

export class Pages {
  readonly flow: Flow;
  readonly #paper: Paper;
  readonly #blocks = new Map<Part, readonly Block[]>();
  readonly #choices = new Map<Part, readonly Part[]>();

  constructor(
    readonly model: Omit<Summary, 'record'>,
    { page, margin, ...rest }: Geometry,
  ) {
    const { columns, languages, footnotes } = model;
    this.flow = new Flow({ geometry: { page, margin, ...rest }, columns, languages });
    const notes = footnotes.map((note) => this.flow.note(note));
    this.#paper = {
      height: (page.height - margin.top - margin.bottom) / twipsPerPoint,
      noteHeight: (note) => notes[note - 1] ?? 0,
      noteRule,
    };
  }

  /** @param parts those of the model, or these with contents lists: then sections begin on pages that other programs agree on */
  setOut(parts: readonly Part[]): SetOut {
    const filling = new Filling(this.#paper);
    const front = this.flow.front(this.model);
    filling.put(closedUp(front, undefined));
    let ways: Way[] = [{ filling, price: 0, parts: [], page: 1, last: front.at(-1) }];
    for (const section of sectionsOf(parts)) {
      const choices = this.#waysOf(section);
      ways = best(
        ways.flatMap((way) =>
          choices.map((choice, index) => this.#follow(way, choice, index > 0 ? moved : 0)),
        ),
      );
    }
    for (const { filling: last } of ways) last.close();
    const [chosen] = best(ways) as [Way];
    const way: Way[] = [];
    for (let step: Way | undefined = chosen; step; step = step.before) way.unshift(step);
    const begins = way.flatMap(({ parts: [first], page }) =>
      first?.kind === 'heading' && first.bookmark !== undefined ? [[first.bookmark, page] as const] : [],
    );
    return {
      parts: way.flatMap((step) => step.parts),
      begins: new Map(begins),
      count: chosen.filling.page,
    };
  }

  #follow(before: Way, section: readonly Part[], price: number): Way {
    const apart = section.flatMap((part) => {
      const gap: Block[] = parted(part) ? [{ height: this.flow.grid.half, notes: [] }] : [];
      return [...this.#blocksOf(part), ...gap];
    });
    const blocks = closedUp(apart, before.last);
    const [first] = section;
    let parts = section;
    let filling = before.filling.copy();
    let [place] = filling.put(blocks);
    if (first?.kind === 'heading' && first.bookmark !== undefined && !first.breakBefore) {
      const [title, ...rest] = blocks as [Block, ...Block[]];
      // LibreOffice parts longer chains of what keeps to the next.
      const shortest = [title, ...rest.slice(0, 1).map((block) => ({ ...block, keepNext: false }))];
      if (before.filling.reach(blocks) > sure.here && before.filling.reach(shortest) < sure.next) {
        filling = before.filling.copy();
        [place] = filling.put([{ ...title, breakBefore: true }, ...rest]);
        parts = [{ ...first, breakBefore: true }, ...section.slice(1)];
      }
    }
    const page = place?.page ?? filling.page;
    return { filling, price: before.price + price, before, parts, page, last: apart.at(-1) };
  }

  /** The section in each of the ways in which its charts may stand. */
  #waysOf(section: readonly Part[]): readonly (readonly Part[])[] {
    return section.reduce<readonly (readonly Part[])[]>(
      (ways, part) => {
        const choices = this.#choicesOf(part);
        const tried = ways.length * choices.length > mostWays ? choices.slice(0, 1) : choices;
        return tried.flatMap((choice) => ways.map((way) => [...way, choice]));
      },
      [[]],
    );
  }

  #choicesOf(part: Part): readonly Part[] {
    if (part.kind !== 'facing') return [part];
    const { flow, model } = this;
    const { grid, textWidth, columnWidth } = flow;
    const known =
      this.#choices.get(part) ??
      placements(part, {
        columns: model.columns,
        grid,
        textWidth,
        columnWidth,
        heightOf: (contents, width) => flow.heightOf(contents, width),
      }).map((rows): Part => ({ ...part, rows }));
    this.#choices.set(part, known);
    return known;
  }

  #blocksOf(part: Part): readonly Block[] {
    const known = this.#blocks.get(part) ?? this.flow.part(part);
    this.#blocks.set(part, known);
    return known;
  }
}

/** What stands before the first section goes with nothing; so does the front of a language. */
function sectionsOf(parts: readonly Part[]): Part[][] {
  const sections: Part[][] = [];
  for (const part of parts) {
    const begins = part.kind === 'front' || (part.kind === 'heading' && part.section !== undefined);
    const last = sections.at(-1);
    if (begins || !last) sections.push([part]);
    else last.push(part);
  }
  return sections;
}

/** The best, each at another height of the page. */
function best(ways: readonly Way[]): Way[] {
  const worth = ({ filling, price }: Way): number =>
    price + filling.waste + (filling.page + filling.filled) * pageMore;
  const found = new Map<string, Way>();
  for (const { way } of ways
    .map((way) => ({ way, worth: worth(way) }))
    .toSorted((one, other) => one.worth - other.worth)) {
    const place = `${way.filling.page} ${way.filling.filled.toFixed(3)}`;
    if (found.size < followed && !found.has(place)) found.set(place, way);
  }
  return [...found.values()];
}
