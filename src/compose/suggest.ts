/** Layer 3. Hints for unknown names. */
import { nearest } from '../facts/spelling.js';

/** A hint for an unknown name: the nearest known one, else `otherwise`. */
export function didYouMean(name: string, known: Iterable<string>, otherwise?: string): string | undefined {
  const found = nearest(name, known);
  return found === undefined ? otherwise : `did you mean "${found}"?`;
}

/** A few names for an `expected` line: all where they are few, else the first with the number of the rest. */
export function some(names: Iterable<string>, most = 12): string {
  const all = [...names];
  if (all.length === 0) return 'none so far';
  const shown = all.slice(0, most).join(', ');
  return all.length > most ? `${shown} … (${all.length} in all)` : shown;
}
