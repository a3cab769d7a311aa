/** Layer 1. A text with its lines, so that an offset can be told as a place. */
import type { Place } from '../diagnostic.js';

/** Long lines are cut, so that a minified file does not flood the terminal. */
const excerptLength = 200;

/** Control characters would move the cursor of whoever reads the message; they are shown as a replacement. */
const unprintable = /[^\P{Cc}\t]/gu;

export class SourceText {
  readonly #starts: number[] = [0];

  /**
   * @param file as messages name it
   * @param firstLine line of the file on which `text` begins (from 1), for a part such as front matter
   */
  constructor(
    readonly file: string,
    readonly text: string,
    readonly firstLine = 1,
  ) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** The place of the character at `offset` (UTF-16, from 0); beyond the end: the end. */
  at(offset: number): Place {
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= wanted) low = middle;
      else high = middle - 1;
    }
    const start = this.#starts[low]!;
    const end = Math.min(this.#starts[low + 1] ?? this.text.length, start + excerptLength + 2);
    const excerpt = this.text
      .slice(start, end)
      .replace(/\r?\n?$/, '')
      .slice(0, excerptLength);
    return {
      file: this.file,
      line: this.firstLine + low,
      column: wanted - start + 1,
      excerpt: excerpt.replace(unprintable, '\uFFFD'),
    };
  }
}
