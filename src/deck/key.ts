/** Layer 3. Keys for what is remembered: all that decides it, as text. */
import { createHash } from 'node:crypto';

/** By the bytes themselves, which nobody changes. */
const digests = new WeakMap<Uint8Array, string>();

function digestOf(bytes: Uint8Array): string {
  let digest = digests.get(bytes);
  if (digest === undefined) {
    digest = createHash('sha256').update(bytes).digest('base64');
    digests.set(bytes, digest);
  }
  return digest;
}

/** Of plain data; bytes count by their digest, maps by their entries. */
export const keyOf = (value: unknown): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, name: string, each: unknown) {
    // Not `each`, which of a Buffer is a list of numbers already.
    const own = this[name];
    if (own instanceof Uint8Array) return digestOf(own);
    return own instanceof Map ? [...own] : each;
  });

/** A short one, to be part of others. */
export const shortKeyOf = (value: unknown): string =>
  createHash('sha256').update(keyOf(value)).digest('base64');
