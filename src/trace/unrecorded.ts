/** Layer 2. Numbers in a file that the record does not account for. */
import type { Comparison } from './compare.js';
import type { FoundText } from './found-text.js';
import { isNumber, joins, type Token, tokensOf } from './tokens.js';

export interface Open {
  readonly tokens: readonly Token[];
  readonly covered: boolean[];
}

export class Unrecorded {
  readonly #texts: readonly FoundText[];
  readonly #open: readonly Open[];
  readonly #groups = new Map<string, number[]>();

  /** @param comparisons by the text's index; texts without one are new as a whole */
  constructor(
    texts: readonly FoundText[],
    comparisons: ReadonlyMap<number, Comparison>,
    groupOf: (text: FoundText) => string,
  ) {
    this.#texts = texts;
    this.#open = texts.map((text, index) => {
      const known = comparisons.get(index);
      if (known) return known;
      const tokens = tokensOf(text.text);
      return { tokens, covered: tokens.map(() => false) };
    });
    for (const [index, text] of texts.entries()) {
      const group = groupOf(text);
      this.#groups.set(group, [...(this.#groups.get(group) ?? []), index]);
    }
  }

  /** Takes the first place in a group where a figure is printed as it was made. @returns the text's index */
  claim(group: string, figure: string): number | undefined {
    const wanted = tokensOf(figure);
    if (wanted.length === 0) return undefined;
    for (const index of this.#groups.get(group) ?? []) {
      const { tokens, covered } = this.#open[index] as Open;
      for (let start = 0; start + wanted.length <= tokens.length; start += 1) {
        const fits = wanted.every(
          ({ value }, offset) => tokens[start + offset]?.value === value && !covered[start + offset],
        );
        if (!fits || joins(tokens[start - 1], tokens[start])) continue;
        covered.fill(true, start, start + wanted.length);
        return index;
      }
    }
    return undefined;
  }

  /** Numbers of recorded texts that are gone as such: where a group shows them elsewhere, they are not new. */
  forgive(group: string, texts: readonly string[]): void {
    for (const number of texts.flatMap(tokensOf).filter(isNumber)) this.claim(group, number.value);
  }

  /** A text's tokens, and whether the record accounts for each. */
  openIn(index: number): Open {
    return this.#open[index] as Open;
  }

  /** What is left in a text: each number with the sign or unit behind it, "31.5%", "24亿". */
  in(index: number): string[] {
    const { tokens, covered } = this.#open[index] as Open;
    const { text } = this.#texts[index] as FoundText;
    return tokens.flatMap((token, at) => {
      if (covered[at] || !isNumber(token)) return [];
      const next = tokens[at + 1];
      const unit = next && !covered[at + 1] && /^[%‰％十百千万亿]$/u.test(next.value) ? next : undefined;
      return [text.slice(token.start, (unit ?? token).end)];
    });
  }
}
