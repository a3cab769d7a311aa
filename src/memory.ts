/**
 * Layer 0. What a process that builds again and again remembers of what it worked out before: parsed templates, slides laid
 * out, parts written. One that builds once has none, and works everything out.
 *
 * Only what follows from its key alone is remembered, and whoever gets it does not change it. So a build that remembers and
 * one that does not make the same bytes (tests/build/memory.test.ts).
 */

/** Text of keys, in characters, that is kept at most in each of the two ages; what is worked out weighs some times as much. */
const room = 16_000_000;

/** Things asked for lately are kept; those that were not asked for while an age filled up are forgotten. */
export class Memory {
  readonly #room: number;
  readonly #without: ReadonlySet<string>;
  #young = new Map<string, unknown>();
  #old = new Map<string, unknown>();
  #weight = 0;

  /**
   * @param most characters of keys in one age
   * @param without kinds that are worked out each time
   */
  constructor(most = room, without: Iterable<string> = []) {
    this.#room = most;
    this.#without = new Set(without);
  }

  /** Whether things of this kind are remembered. */
  keeps(kind: string): boolean {
    return !this.#without.has(kind);
  }

  /**
   * @param kind what is worked out, by which function: `markdown`, `slide`
   * @param key all that decides it, as text
   * @param make is asked once for a key, as long as that is remembered; what it throws is not
   * @param times how many times its key it counts for: a tree of nodes takes far more room than the text it was read from
   */
  recall<V>(kind: string, key: string, make: () => V, times = 1): V {
    const name = `${kind}\0${key}`;
    if (this.#young.has(name)) return this.#young.get(name) as V;
    const value = this.#old.has(name) ? (this.#old.get(name) as V) : make();
    this.#keep(name, value, name.length * times);
    return value;
  }

  #keep(name: string, value: unknown, weight: number): void {
    if (this.#weight + weight > this.#room && this.#young.size > 0) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    this.#young.set(name, value);
    this.#weight += weight;
  }
}

/** `recall` for those who may have been given no memory: the key is worked out only where there is one that keeps this kind. */
export function recall<V>(
  memory: Memory | undefined,
  kind: string,
  key: () => string,
  make: () => V,
  times = 1,
): V {
  return memory?.keeps(kind) ? memory.recall(kind, key(), make, times) : make();
}
