/** Layer 3. From a Document to a presentation: layout chosen, text fitted, every shape placed. Pure. */
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { Document, Section } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { FactId } from '../facts/fact.js';
import type { Language } from '../language/language.js';
import { languageFor } from '../language/registry.js';
import { factsOnSlide, sourceLine } from './citations.js';
import { bands } from './grid.js';
import { paragraph, plainText, textRun, toRuns } from './inline.js';
import { type LayoutContext, layoutContext } from './layout.js';
import { chooseLayout, isLayoutName, type LayoutName, layoutNames, layouts } from './layouts.js';
import { mastersFor } from './masters.js';
import { type Master, noInsets, type Paragraph, type Presentation, type Shape, type Slide } from './model.js';
import { notesOf } from './notes.js';
import type { Overflow } from './piece.js';
import { styles } from './style.js';
import { linesOf, pointsPerInch, roomFor, widthOnOneLine } from './text.js';

export interface LaidOut {
  readonly presentation: Presentation;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lays out a deck. Whatever does not fit, names no known layout, or has no title is reported with its section's place;
 * the presentation is complete all the same, so that all findings come at once.
 */
export function layoutDeck(document: Document, theme: Theme): LaidOut {
  const language = languageFor(document.language);
  const findings = new Findings();
  const masters = mastersFor(document);
  const context = layoutContext(document, language);
  checkTitles(document, findings);
  const slides = document.sections.map((section, index) =>
    layoutSlide(section, index, { context, masters, language, findings }),
  );
  const presentation: Presentation = {
    language: document.language,
    title: plainText(document.title),
    subject: plainText(document.subtitle) || document.zoneName,
    issuer: document.issuer,
    editionDate: document.editionDate,
    theme,
    masters,
    slides,
  };
  return { presentation, diagnostics: findings.all };
}

interface DeckContext {
  readonly context: LayoutContext;
  readonly masters: readonly Master[];
  readonly language: Language;
  readonly findings: Findings;
}

function layoutSlide(section: Section, index: number, deck: DeckContext): Slide {
  const { document } = deck.context;
  const name = layoutNameOf(section, index, deck.findings);
  const layout = layouts[name];
  const { shapes, overflows } = layout.arrange(section, deck.context);
  const facts = factsOnSlide(section);
  checkCitations(section, facts, document, deck.findings);
  const cited = layout.cites ? sourceShapes(facts, deck) : { shapes: [], overflows: [] };
  const master = deck.masters.find((each) => each.name === layout.title) as Master;
  const title = fitTitle(section, name, master);
  for (const overflow of [...title.overflows, ...overflows, ...cited.overflows])
    reportOverflow(section, overflow, deck.findings);
  return {
    id: section.id,
    layout: name,
    master: master.name,
    title: title.paragraph,
    shapes: withUniqueNames([...shapes, ...cited.shapes]),
    notes: notesOf(section, facts, document, deck.language),
  };
}

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

/** The title at its style size, or smaller where that saves a line that holds only a word or two. */
function fitTitle(
  section: Section,
  name: LayoutName,
  master: Master,
): { paragraph: Paragraph; overflows: Overflow[] } {
  const style = name === 'cover' ? 'coverTitle' : 'title';
  const { box } = master.title;
  const runs = toRuns(section.title, style);
  const at = (size: number): Paragraph => paragraph(runs, style, 1, { size });
  const fits = (candidate: Paragraph): boolean => {
    const room = roomFor([candidate], box.w);
    return (
      room.lines <= box.h &&
      room.tooWide === 0 &&
      linesOf(candidate, box.w * 0.97).length === linesOf(candidate, box.w).length
    );
  };
  const { size: largest, least } = styles[style];
  const sizes = Array.from({ length: largest - least + 1 }, (_, index) => largest - index);
  const chosen = sizes.map(at).find(fits);
  if (!chosen) {
    const smallest = at(least);
    const room = roomFor([smallest], box.w);
    const overflow: Overflow =
      room.lines > box.h
        ? { shape: 'Title', surplus: room.lines - box.h, direction: 'height' }
        : { shape: 'Title', surplus: room.tooWide, direction: 'width' };
    return { paragraph: smallest, overflows: room.lines > box.h || room.tooWide > 0 ? [overflow] : [] };
  }
  const lines = linesOf(chosen, box.w);
  if (lines.length > 1) {
    const ending = widthOnOneLine({
      ...chosen,
      runs: [{ ...(runs[0] as (typeof runs)[0]), text: lines.at(-1) ?? '' }],
    });
    const shorter = sizes
      .filter((size) => size < chosen.size && size >= chosen.size - 3)
      .map(at)
      .find((candidate) => fits(candidate) && linesOf(candidate, box.w).length < lines.length);
    if (shorter && ending < box.w / 4) return { paragraph: shorter, overflows: [] };
  }
  return { paragraph: chosen, overflows: [] };
}

function sourceShapes(
  facts: readonly FactId[],
  deck: DeckContext,
): { shapes: Shape[]; overflows: Overflow[] } {
  const text = sourceLine(facts, deck.context.document, deck.language);
  if (text === undefined) return { shapes: [], overflows: [] };
  const at = (size: number): Paragraph => paragraph([textRun(text, 'sourceLine')], 'sourceLine', 1, { size });
  const { size, least } = styles.sourceLine;
  const line = roomFor([at(size)], bands.sources.w).lines <= bands.sources.h ? at(size) : at(least);
  const surplus = roomFor([line], bands.sources.w).lines - bands.sources.h;
  return {
    shapes: [
      {
        kind: 'text',
        name: 'Source',
        box: bands.sources,
        paragraphs: [line],
        anchor: 'bottom',
        insets: noInsets,
        outline: 'rect',
      },
    ],
    overflows: surplus > 0 ? [{ shape: 'Source', surplus, direction: 'height' }] : [],
  };
}

function reportOverflow(section: Section, overflow: Overflow, findings: Findings): void {
  const { shape, surplus, direction } = overflow;
  const amount = `${surplus.toFixed(2)} in (${Math.ceil(surplus * pointsPerInch)} pt)`;
  findings.error(
    'deck/overflow',
    direction === 'height'
      ? `slide "${section.id}" is too full: at the smallest sizes, "${shape}" ends ${amount} below its place`
      : `slide "${section.id}": a word in "${shape}" is ${amount} wider than its box`,
    {
      at: section.at,
      expected: 'text that fits at 12 pt, labels at 11 pt, tables at 10.5 pt',
      hint:
        direction === 'height'
          ? 'shorten the text, or split the slide'
          : 'choose a shorter word, or fewer boxes side by side',
    },
  );
}

function checkTitles(document: Document, findings: Findings): void {
  const first = new Map<string, string>();
  for (const section of document.sections) {
    const title = plainText(section.title).trim();
    const other = first.get(title);
    if (title === '') {
      findings.error('deck/no-title', `slide "${section.id}" has no title`, {
        at: section.at,
        expected: 'a headline that states the finding',
        hint: 'begin the slide with a line "# …"',
      });
    } else if (other !== undefined) {
      findings.error(
        'deck/duplicate-title',
        `slides "${other}" and "${section.id}" both have the title "${title}"`,
        {
          at: section.at,
          expected:
            'a title of its own for every slide: the outline and screen readers tell slides apart by it',
          hint: 'say in the title what this slide adds',
        },
      );
    } else first.set(title, section.id);
  }
}

function checkCitations(
  section: Section,
  facts: readonly FactId[],
  document: Document,
  findings: Findings,
): void {
  const known = new Set(document.sources.map(({ id }) => id));
  for (const fact of facts) {
    const citation = document.citations.get(fact);
    const missing = citation?.statements.find(({ source }) => !known.has(source));
    if (citation && !missing) continue;
    findings.error(
      'deck/missing-evidence',
      missing
        ? `slide "${section.id}" shows the fact "${fact}", whose source "${missing.source}" is not in the list of sources`
        : `slide "${section.id}" shows the fact "${fact}", which has no citation`,
      {
        at: section.at,
        expected: 'evidence for every figure',
        hint: "state the evidence in the fact's YAML file",
      },
    );
  }
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
