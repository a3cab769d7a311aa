/** Layer 3. The list of all sources: number, publisher, linked title, day of issue. */
import type { SourceEntry } from '../../document/document.js';
import type { Words } from '../../language/language.js';
import type { Punctuation } from '../../language/punctuation.js';
import { paragraph, textRun } from '../inline.js';
import { noInsets, type Paragraph, type TextShape } from '../model.js';
import type { Piece } from '../piece.js';
import { sizeAt, styles } from '../style.js';
import { roomFor } from '../text.js';

/** Lines of text wider than this are hard to follow. */
const mostWidth = 10.5;

export function sources(entries: readonly SourceEntry[], words: Words, marks: Punctuation): Piece {
  const name = 'Sources';
  const set = (scale: number): Paragraph[] =>
    entries.map((entry, index) => {
      const size = sizeAt('source', scale);
      const runs = [
        textRun(entry.publisher, 'source', { bold: true }),
        textRun(`${marks.comma}${words.issued}${marks.space}${entry.issued}`, 'source', { colour: 'muted' }),
        textRun(entry.title, 'source', {
          breakBefore: true,
          ...(entry.url && { url: entry.url, colour: 'primary' }),
        }),
      ];
      const plain = paragraph(runs, 'source', scale, {
        bullet: { number: entry.number, level: 0, indent: Math.round(size * 2) },
      });
      return index === 0 ? plain : { ...plain, spaceBefore: Math.round(plain.leading * styles.source.space) };
    });
  return {
    name,
    space: 0.35,
    need(width, scale) {
      const { height, tooWide } = roomFor(set(scale), Math.min(width, mostWidth));
      return { height, most: height, tooWide };
    },
    place(box, scale): TextShape[] {
      const paragraphs = set(scale);
      if (paragraphs.length === 0) return [];
      const w = Math.min(box.w, mostWidth);
      return [
        {
          kind: 'text',
          name,
          box: { ...box, w },
          paragraphs,
          anchor: 'top',
          insets: noInsets,
          outline: 'rect',
        },
      ];
    },
  };
}
