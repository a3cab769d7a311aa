/** Layer 4. A value's hash by what it says: the same for equal values, whatever the lines its parts were read from. */
import { createHash } from 'node:crypto';

/**
 * JSON with the keys of objects sorted and `at` (places in files) left out; maps keep their order, bytes stand as their
 * hash. undefined counts as absent.
 */
export function canonical(value: unknown): string {
  return JSON.stringify(
    value,
    function (this: Readonly<Record<string, unknown>>, name: string, each: unknown) {
      if (each === null || typeof each !== 'object' || Array.isArray(each)) return each;
      // Not `each`, which of a Buffer is a list of numbers already.
      const own = this[name];
      if (own instanceof Uint8Array) return { sha256: createHash('sha256').update(own).digest('hex') };
      return each instanceof Map ? [...each] : sorted(each as Readonly<Record<string, unknown>>);
    },
  );
}

/** SHA-256 over `canonical(value)`, hexadecimal. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function sorted(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const keys = Object.keys(value);
  // As nearly all texts of a document are.
  if (keys.every((key, index) => key !== 'at' && (index === 0 || (keys[index - 1] as string) < key)))
    return value;
  // Without a prototype, so that any name is a key like others.
  const ordered: Record<string, unknown> = Object.create(null);
  for (const key of keys.sort()) if (key !== 'at') ordered[key] = value[key];
  return ordered;
}
