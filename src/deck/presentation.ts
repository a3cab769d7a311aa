/** Layer 3. From a Document to a presentation: layout chosen, text fitted, every shape placed. Pure. */
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { Document, Section } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { FactId } from '../facts/fact.js';
import type { Language } from '../language/language.js';
import { languageFor } from '../language/registry.js';
import { type Memory, recall } from '../memory.js';
import type { TraceRecord } from '../trace/record.js';
import { placeCharts } from './charts.js';
import { checkCitations, checkTitles, reportFoot, reportOverflow } from './checks.js';
import { citationsBehind, factsOnSlide, listsSources, sourceLines } from './citations.js';
import { type Page, pagesOf } from './continuation/sections.js';
import { dividedIn, divideWords } from './divisions.js';
import { gridFor } from './grid.js';
import { paragraph, plainText, textRun } from './inline.js';
import { keyOf, shortKeyOf } from './key.js';
import { type LayoutContext, layoutContext } from './layout.js';
import { chooseLayout, isLayoutName, type LayoutName, layoutNames, layouts } from './layouts.js';
import { mastersFor } from './masters.js';
import {
  type Colour,
  type Extent,
  type Master,
  noInsets,
  type Paragraph,
  type Presentation,
  type Shape,
  type Slide,
  type Surroundings,
} from './model.js';
import { notesOf } from './notes.js';
import type { Overflow } from './piece.js';
import { deckRecorder } from './record.js';
import { scaledMaster, scaledSlide } from './scaling.js';
import { styles } from './style.js';
import { roomFor } from './text.js';
import { fitTitle, settleTitles } from './titles.js';
import { withMarks } from './word-marks.js';
import { noteLines } from './xml/notes.js';

export interface LaidOut {
  readonly presentation: Presentation;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays out a deck. Whatever does not fit, names no known layout, or has no title is reported with its section's place;
 * the presentation is complete all the same, so that all findings come at once.
 *
 * @param memory of earlier builds: sections that are as they were are not laid out anew
 */
export function layoutDeck(document: Document, theme: Theme, memory?: Memory): LaidOut {
  const { around, diagnostics, slides, record } = setOutDeck(document, theme, memory);
  const laidOut = [...slides];
  return {
    presentation: { ...around, slides: laidOut.map(({ slide }) => slide), record: record() },
    diagnostics: [...diagnostics, ...laidOut.flatMap((each) => each.diagnostics)],
  };
}

/** A deck of which it is settled what goes on each slide. */
export interface SetOut {
  readonly around: Surroundings;
  readonly extent: Extent;
  /** Without those of the slides. */
  readonly diagnostics: readonly Diagnostic[];
  /** To be gone through once: each is finished when it is asked for, and not kept. */
  readonly slides: Iterable<LaidOutSlide>;
  /** What the slides say that were asked for so far. */
  readonly record: () => TraceRecord;
}

/** As `layoutDeck`, for those who need no more than some slides at a time. */
export function setOutDeck(given: Document, theme: Theme, memory?: Memory): SetOut {
  const document = withMarks(given);
  const language = languageFor(document.language);
  const findings = new Findings();
  checkTitles(document, findings);
  const names = document.sections.map((section, index) => layoutNameOf(section, index, findings));
  const known = new Set(document.sources.map(({ id }) => id));
  for (const section of document.sections)
    checkCitations(section, factsOnSlide(section), document, known, findings);
  const { titles, context, pages } = planPages({ document, names, language, theme, memory });
  const { sheet } = context.grid.bands;
  const { masters, overflows } = mastersFor(document, language, theme, context.grid, titles.size);
  const foot = document.sections.find((_, index) => layouts[names[index] as LayoutName].master === 'content');
  if (foot) reportFoot(foot, overflows, sheet.scale, findings);
  const deck: DeckContext = { document, context, masters, language, theme };
  const recorder = deckRecorder(document);
  return {
    around: {
      language: document.language,
      title: plainText(document.title),
      subject: plainText(document.subtitle) || document.zoneName,
      issuer: document.issuer,
      editionDate: document.editionDate,
      theme,
      slide: { w: sheet.w * sheet.scale, h: sheet.h * sheet.scale },
      masters: masters.map((master) => scaledMaster(master, sheet.scale)),
    },
    extent: {
      slides: pages.length,
      notes: pages.some(
        ({ page: { section } }) =>
          noteLines(notesOf(section, factsOnSlide(section), document, language)).length > 0,
      ),
    },
    diagnostics: findings.all,
    slides: finished(pages, deck, recorder, memory),
    record: recorder.record,
  };
}

/** The slides, one by one. Pages are let go, too: a large deck's take more room than its file. */
function* finished(
  pages: Planned[],
  deck: DeckContext,
  recorder: ReturnType<typeof deckRecorder>,
  memory: Memory | undefined,
): Generator<LaidOutSlide> {
  const common = memory?.keeps('slide') ? keyOfDeck(deck) : '';
  for (let planned = pages.shift(); planned; planned = pages.shift()) {
    const { page, key } = planned;
    const made = recall(
      memory,
      'slide',
      () => `${common} ${key} ${keyOf(citationsBehind(factsOnSlide(page.section), deck.document))}`,
      () => layoutSlide(page, deck),
      3,
    );
    recorder.add(made.slide);
    yield made;
  }
}

interface Planning {
  readonly document: Document;
  readonly names: readonly LayoutName[];
  readonly language: Language;
  readonly theme: Theme;
  readonly memory: Memory | undefined;
}

interface Planned {
  readonly page: Page;
  /** All that decides it; empty where nothing is remembered. */
  readonly key: string;
}

/**
 * What goes on each slide. Whether titles take one line or two decides on the room for content; and slides that go on
 * have longer titles. So where these turn out to need two lines, all is shared out once more.
 */
function planPages({ document, names, language, theme, memory }: Planning) {
  const plan = (lines: 1 | 2) => {
    const context = layoutContext(document, language, gridFor(theme.layout, lines));
    const isKept = memory?.keeps('pages');
    const common = isKept ? shortKeyOf([context.document, document.language, theme.layout, lines]) : '';
    const pages = document.sections.flatMap((section, index): Planned[] => {
      const name = names[index] as LayoutName;
      const key = isKept ? `${common} ${keyOf([name, section])}` : '';
      const found = recall(
        memory,
        'pages',
        () => key,
        () => pagesOf(section, name, context),
        5,
      );
      return found.map((page, number) => ({ page, key: `${number} ${key}` }));
    });
    const titled = pages.filter(({ page }) => layouts[page.layout].master === 'content');
    const { w } = context.grid.bands.title;
    return {
      context,
      pages,
      titles: settleTitles(
        titled.map(({ page }) => page.section),
        w,
      ),
    };
  };
  const titled = document.sections.filter(
    (_, index) => layouts[names[index] as LayoutName].master === 'content',
  );
  const { lines } = settleTitles(titled, gridFor(theme.layout, 1).bands.title.w);
  const first = plan(lines);
  return first.titles.lines === lines ? first : { ...plan(2), titles: first.titles };
}

interface DeckContext {
  readonly document: Document;
  readonly context: LayoutContext;
  readonly masters: readonly Master[];
  readonly language: Language;
  readonly theme: Theme;
}

/** All that slides are decided by, besides their pages and what is cited on them. */
const keyOfDeck = ({ document, masters, theme }: DeckContext): string =>
  shortKeyOf([document.language, document.sources, listsSources(document), masters, theme]);

const titleStyles = { content: 'title', section: 'sectionTitle', cover: 'coverTitle' } as const;

export interface LaidOutSlide {
  readonly slide: Slide;
  readonly diagnostics: readonly Diagnostic[];
}

function layoutSlide({ section, layout: name, arranged }: Page, deck: DeckContext): LaidOutSlide {
  const { document, context } = deck;
  const findings = new Findings();
  const layout = layouts[name];
  const { shapes, overflows } = arranged;
  const facts = factsOnSlide(section);
  const { drawn, cited } = withSources(shapes, layout.cites ? facts : [], deck);
  const master = deck.masters.find((each) => each.name === layout.title) as Master;
  const title = fitTitle(section, titleStyles[layout.master], master.title);
  for (const overflow of [...title.overflows, ...overflows, ...cited.overflows])
    reportOverflow(section, overflow, context.grid, findings);
  const slide: Slide = {
    id: section.id,
    layout: name,
    master: master.name,
    title: inColour(dividedIn(title.paragraph, title.box.w), master.title.colour),
    titleBox: title.box,
    shapes: withUniqueNames([...drawn, ...cited.shapes]).map(divideWords),
    notes: notesOf(section, facts, document, deck.language),
  };
  return { slide: scaledSlide(slide, context.grid.bands.sheet.scale), diagnostics: findings.all };
}

/** A title's style has a colour; the area that a brand has behind it asks for another. */
const inColour = (title: Paragraph, colour: Colour): Paragraph => ({
  ...title,
  runs: title.runs.map((run) => ({ ...run, colour })),
});

function layoutNameOf(section: Section, index: number, findings: Findings): LayoutName {
  const { layout } = section;
  if (layout === undefined) return chooseLayout(section, index);
  if (isLayoutName(layout)) return layout;
  findings.error(
    'deck/unknown-layout',
    `slide "${section.id}" asks for layout "${layout}", which there is not`,
    {
      at: section.at,
      expected: `one of ${layoutNames.join(', ')}`,
      hint: 'correct the name, or leave it out: the layout then follows from the content',
    },
  );
  return chooseLayout(section, index);
}

interface SourceLine {
  readonly shapes: Shape[];
  readonly overflows: Overflow[];
  /** Whether it names its sources in full. */
  readonly whole: boolean;
}

/** Sources are said once: at the foot, or in a chart whose sources are others than those of the rest. */
function withSources(shapes: readonly Shape[], facts: readonly FactId[], deck: DeckContext) {
  const { document } = deck;
  const foot = sourceShapes(facts, deck);
  const { shapes: drawn, sourced } = placeCharts(shapes, foot.whole ? facts : [], document, deck.theme);
  const cited =
    sourced.size === 0
      ? foot
      : sourceShapes(
          facts.filter((fact) => !sourced.has(fact)),
          deck,
        );
  return { drawn, cited };
}

function sourceShapes(facts: readonly FactId[], deck: DeckContext): SourceLine {
  const band = deck.context.grid.bands.sources;
  const { size, least } = styles.sourceLine;
  const lines = sourceLines(facts, deck.document, deck.language);
  const candidates = lines.flatMap((text) =>
    [size, least].map((each) => paragraph([textRun(text, 'sourceLine')], 'sourceLine', 1, { size: each })),
  );
  const fits = (candidate: Paragraph): boolean => roomFor([candidate], band.w).lines <= band.h;
  const line = candidates.find(fits) ?? candidates.at(-1);
  if (!line) return { shapes: [], overflows: [], whole: false };
  const surplus = roomFor([line], band.w).lines - band.h;
  return {
    shapes: [
      {
        kind: 'text',
        name: 'Source',
        box: band,
        paragraphs: [line],
        anchor: 'bottom',
        insets: noInsets,
        outline: 'rect',
      },
    ],
    overflows: surplus > 0 ? [{ shape: 'Source', surplus, direction: 'height' }] : [],
    whole: candidates.indexOf(line) < 2,
  };
}

/** Names tell shapes apart in the selection pane and for animations: a repeated one gets a number. */
function withUniqueNames(shapes: readonly Shape[]): Shape[] {
  const taken = new Set<string>(['Title']);
  return shapes.map((shape) => {
    let name = shape.name;
    for (let number = 2; taken.has(name); number += 1) name = `${shape.name} (${number})`;
    taken.add(name);
    return name === shape.name ? shape : { ...shape, name };
  });
}
