/** Layer 2. The texts of a presentation, whoever saved it last: slides in the order shown, each with its notes. */
import type { OfficeFile } from '../ooxml/lint/file.js';
import { identityOf, placeholderOf } from '../ooxml/mend/shapes.js';
import { elements, type XmlElement } from '../ooxml/xml.js';
import { paragraphText } from './drawing-text.js';
import type { FoundText } from './found-text.js';
import { chartTextsIn } from './read-charts.js';
import type { TextPart } from './record.js';

export function readPptxTexts(file: OfficeFile): FoundText[] {
  return file.slides.flatMap((slide, index) => {
    const section = index + 1;
    const notes = file.related(slide.part, 'notesSlide').flatMap((part) => {
      const root = file.tree(part);
      return root ? shapesIn(root).filter(isNotesBody) : [];
    });
    return [
      ...shapesIn(slide.root).flatMap((shape) => textsOf(shape, section, 'text')),
      ...shapesIn(slide.root).flatMap((shape) =>
        chartTextsIn(file, slide.part, shape).map((found, index) => ({
          ...found,
          in: 'chart' as const,
          section,
          shape: nameOf(shape),
          paragraph: index + 1,
        })),
      ),
      ...numbered(notes.flatMap(paragraphsIn), { in: 'notes', section }),
    ];
  });
}

/** Shapes, also those in groups, in the order of the tree. Of alternatives the first, which is the richer one. */
function shapesIn(page: XmlElement): XmlElement[] {
  return elements(page).flatMap((element): XmlElement[] => {
    if (/^p:(sp|pic|graphicFrame|cxnSp)$/.test(element.name)) return [element];
    return element.name === 'mc:Fallback' ? [] : shapesIn(element);
  });
}

function isNotesBody(shape: XmlElement): boolean {
  const placeholder = placeholderOf(shape);
  // A text box that somebody drew on the notes page counts; its header, date and number do not.
  return !placeholder || (placeholder.attributes.get('type') ?? 'body') === 'body';
}

const nameOf = (shape: XmlElement): string => identityOf(shape)?.attributes.get('name') ?? '';

function textsOf(shape: XmlElement, section: number, part: TextPart): FoundText[] {
  const identity = identityOf(shape);
  const place = { section, shape: nameOf(shape) };
  const alt = identity?.attributes.get('descr') ?? '';
  const rows = descendantsNamed(shape, 'a:tr');
  const texts =
    rows.length === 0
      ? numbered(paragraphsIn(shape), { ...place, in: part })
      : rows.flatMap((row, y) =>
          elements(row, 'a:tc').flatMap((cell, x) =>
            numbered(paragraphsIn(cell), { ...place, in: part, cell: [y + 1, x + 1] }),
          ),
        );
  return [...texts, ...numbered([alt], { ...place, in: 'alt' })];
}

function numbered(texts: readonly string[], place: Omit<FoundText, 'text' | 'paragraph'>): FoundText[] {
  return texts
    .filter((text) => text.trim() !== '')
    .map((text, index) => ({ ...place, text, paragraph: index + 1 }));
}

const paragraphsIn = (element: XmlElement): string[] => descendantsNamed(element, 'a:p').map(paragraphText);

function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  return elements(element).flatMap((each): XmlElement[] => {
    if (each.name === name) return [each];
    return each.name === 'mc:Fallback' ? [] : descendantsNamed(each, name);
  });
}
