/** Layer 3. A slide's parts: its shapes, what they relate to, its notes. */
import type { SlideTrees } from '../../ooxml/assemble-deck.js';
import { relationshipsPartOf } from '../../ooxml/relationships.js';
import { el, type XmlElement } from '../../ooxml/xml.js';
import type { Master, PictureShape, Slide } from '../model.js';
import { noteLines, notesPage } from './notes.js';
import { Relationships } from './relationships.js';
import {
  chartFrame,
  identity,
  lineShape,
  numberShape,
  ornamentShape,
  pictureShape,
  textShape,
  titleShape,
} from './shapes.js';
import { tableFrame } from './table.js';
import { pageOf, type Writing } from './writing.js';

/** The part with a picture, or with a chart that PowerPoint draws. */
export type ShownPart =
  | { readonly kind: 'image'; readonly part: string /** Part of its height. */; readonly cut: number }
  | { readonly kind: 'chart'; readonly part: string };

export interface SlideSetting {
  /** From 0. */
  readonly index: number;
  readonly master: Master;
  /** Name of the part of its layout. */
  readonly layout: string;
  readonly shown: (shape: PictureShape) => ShownPart;
  readonly writing: Writing;
}

export const slidePart = (index: number): string => `ppt/slides/slide${index + 1}.xml`;
export const notesPart = (index: number): string => `ppt/notesSlides/notesSlide${index + 1}.xml`;

/** The slide, what it relates to, and its notes where it has any. */
export function writeSlide(slide: Slide, setting: SlideSetting): SlideTrees {
  const { index, master, writing } = setting;
  const relationships = new Relationships(slidePart(index));
  const shapes: XmlElement[] = [];
  const saysTitle = slide.title.runs.some(({ text }) => text.trim() !== '');
  if (saysTitle) shapes.push(titleShape(slide, master, writing, relationships));
  /** Numbered behind all other relationships. */
  const charts: { readonly at: number; readonly shape: PictureShape; readonly part: string }[] = [];
  /** Of the next shape: the tree itself has 1. */
  const nextId = (): number => shapes.length + 2;
  for (const shape of slide.shapes) {
    switch (shape.kind) {
      case 'text':
        shapes.push(textShape(shape, nextId(), writing, relationships));
        break;
      case 'ornament':
        shapes.push(ornamentShape(shape, nextId(), writing));
        break;
      case 'line':
        shapes.push(lineShape(shape, nextId(), writing));
        break;
      case 'table':
        shapes.push(tableFrame(shape, identity(nextId(), shape.name, shape.alt), writing, relationships));
        break;
      case 'picture': {
        const shown = setting.shown(shape);
        if (shown.kind === 'chart') {
          charts.push({ at: shapes.length, shape, part: shown.part });
          shapes.push(toCome);
        } else {
          const reference = relationships.picture(shown.part);
          shapes.push(pictureShape(shape, nextId(), reference, shown.cut));
        }
        break;
      }
    }
  }
  if (master.number) shapes.push(numberShape(master.number, nextId(), index, writing));
  relationships.add('slideLayout', setting.layout);
  const lines = noteLines(slide.notes);
  if (lines.length > 0) relationships.add('notesSlide', notesPart(index));
  for (const { at, shape, part } of charts)
    shapes[at] = chartFrame(shape, at + 2, relationships.add('chart', part));
  const part = slidePart(index);
  const notes = notesPart(index);
  return new Map([
    [part, pageOf('p:sld', `Slide ${index + 1}`, shapes)],
    [relationshipsPartOf(part), relationships.tree()],
    ...(lines.length > 0
      ? ([
          [notes, notesPage(lines, index, writing)],
          [relationshipsPartOf(notes), notesRelationships(index)],
        ] as const)
      : []),
  ]);
}

/** In the place of a chart. */
const toCome: XmlElement = el('p:graphicFrame');

function notesRelationships(index: number): XmlElement {
  const relationships = new Relationships(notesPart(index));
  relationships.add('notesMaster', 'ppt/notesMasters/notesMaster1.xml');
  relationships.add('slide', slidePart(index));
  return relationships.tree();
}

export const hasNotes = ({ notes }: Slide): boolean => noteLines(notes).length > 0;
