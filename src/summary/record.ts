/** Layer 3. What a summary's file tells of its figures when it is traced: every text with the facts behind it. */
import type { Document } from '../document/document.js';
import { cutAtFigures, Recorder, type TraceRecord, type WrittenText } from '../trace/record.js';
import type { Content, Front, HeadingSide, MarginLine, Paragraph, Part, Run, Summary } from './summary.js';

export function recordOf(model: Omit<Summary, 'record'>, documents: readonly Document[]): TraceRecord {
  const recording = new Recording();
  recording.front(model);
  for (const part of model.parts) recording.part(part);
  for (const note of model.footnotes) recording.paragraph(note, { in: 'footnote', section: '' });
  const fronts = [model, ...model.parts.filter((part) => part.kind === 'front')];
  for (const margin of ['header', 'footer'] as const)
    for (const line of fronts.flatMap((front) => front[margin])) recording.margin(line, margin);
  return recording.recorder.record(documents, documents[0]?.editionDate ?? '');
}

class Recording {
  readonly recorder = new Recorder();
  #section = '';

  front({ title, imprint }: Front): void {
    this.headings(title);
    for (const content of imprint.cells.flat()) this.content(content);
  }

  part(part: Part): void {
    switch (part.kind) {
      case 'front':
        this.front(part);
        break;
      case 'heading':
        this.#section = part.section ?? this.#section;
        this.headings(part.sides);
        break;
      case 'facing':
        for (const content of part.rows.flatMap(({ cells }) => cells.flat())) this.content(content);
        break;
      case 'table':
        for (const [row, cells] of [part.header, ...part.rows].entries()) {
          for (const [column, paragraphs] of cells.entries())
            for (const paragraph of paragraphs) this.paragraph(paragraph, { cell: [row + 1, column + 1] });
        }
        break;
      case 'strip':
        for (const paragraph of part.rows.flat(2)) this.paragraph(paragraph);
        break;
      case 'full':
        for (const content of part.content) this.content(content);
        break;
    }
  }

  content(content: Content): void {
    if (content.kind === 'paragraph') this.paragraph(content);
    else {
      const { alt, altFigures = [], language } = content;
      this.recorder.add({ section: this.#section, in: 'alt' }, cutAtFigures(alt, altFigures, language));
    }
  }

  paragraph({ runs, language }: Paragraph, at: Partial<Parameters<Recorder['add']>[0]> = {}): void {
    this.recorder.add({ section: this.#section, in: 'text', ...at }, written(runs, language));
  }

  /** Both languages stand in one paragraph of the file. */
  headings(sides: readonly HeadingSide[]): void {
    const runs = sides.flatMap(({ runs: side, language }) => [
      ...written(side, language),
      { text: '\n', language },
    ]);
    this.recorder.add({ section: this.#section, in: 'text' }, runs);
  }

  margin({ left, right }: MarginLine, margin: 'header' | 'footer'): void {
    this.recorder.add({ section: '', in: margin }, written([...left, { kind: 'tab' }, ...right], ''));
  }
}

/** Footnote numbers, captions' and pages' are Word's to count. A figure is in the language of its sentence. */
function written(runs: readonly Run[], language: string): WrittenText[] {
  return runs.flatMap((run): WrittenText[] => {
    if (run.kind === 'text') return [{ text: run.text, fact: run.fact, language }];
    return run.kind === 'break' || run.kind === 'tab' ? [{ text: '\n', language }] : [];
  });
}
