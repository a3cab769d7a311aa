/** Layer 4. A value's hash by what it says: the same for equal values, whatever the lines its parts were read from. */
import { createHash } from 'node:crypto';

/**
 * JSON with the keys of objects sorted and `at` (places in files) left out; maps keep their order, bytes stand as their
 * hash. undefined counts as absent.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(plain(value));
}

/** SHA-256 over `canonical(value)`, hexadecimal. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return { sha256: createHash('sha256').update(value).digest('hex') };
  if (value instanceof Map) return [...value].map(([key, of]) => [key, plain(of)]);
  if (Array.isArray(value)) return value.map(plain);
  const said = Object.entries(value).filter(([key, of]) => key !== 'at' && of !== undefined);
  return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => [key, plain(of)]));
}
