/** Layer 1. One form for the same content, so that it can be compared and hashed as text. */

/** A JSON value with the keys of every object sorted, and without those whose value is undefined. Lists keep their order. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, inner]) => [key, inOrder(inner)]),
  );
}
