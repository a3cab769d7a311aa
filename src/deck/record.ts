/** Layer 3. What a deck's file tells of its figures when it is traced: every text with the facts behind it. */
import type { Document } from '../document/document.js';
import { cutAtFigures, Recorder, type TraceRecord, type WrittenText } from '../trace/record.js';
import type { Paragraph, Shape, Slide } from './model.js';

/** @returns what takes the slides one by one, and then gives the record */
export function deckRecorder(document: Document) {
  const { language } = document;
  const recorder = new Recorder();
  const written = ({ runs, divided = [] }: Paragraph): WrittenText[] => {
    recorder.divided(divided);
    return runs
      .map(({ text, breakBefore, said = text, fact }) => ({
        text: breakBefore && said !== '' ? `\n${said}` : said,
        fact,
        language,
      }))
      .filter(({ text }) => text !== '');
  };
  const addShape = (section: string, shape: Shape): void => {
    const at = { section, in: 'text', shape: shape.name } as const;
    switch (shape.kind) {
      case 'text':
        for (const paragraph of shape.paragraphs) recorder.add(at, written(paragraph));
        break;
      case 'table':
        for (const [row, { cells }] of shape.rows.entries()) {
          for (const [column, { paragraph }] of cells.entries())
            recorder.add({ ...at, cell: [row + 1, column + 1] }, written(paragraph));
        }
        recorder.add({ ...at, in: 'alt' }, [{ text: shape.alt, language }]);
        break;
      case 'picture':
        recorder.add({ ...at, in: 'alt' }, cutAtFigures(shape.alt, shape.altFigures ?? [], language));
        break;
      case 'ornament':
      case 'line':
        break;
    }
  };
  return {
    add({ id, title, shapes, notes }: Slide): void {
      recorder.add({ section: id, in: 'text', shape: 'Title' }, written(title));
      for (const shape of shapes) addShape(id, shape);
      for (const line of notes)
        recorder.add(
          { section: id, in: 'notes' },
          line.map((run) => ({ ...run, language })),
        );
    },
    record: (): TraceRecord => recorder.record([document], document.editionDate),
  };
}
