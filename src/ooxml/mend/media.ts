/** Layer 1. One picture, one part: the library writes a logo anew for every layout that shows it. */
import type { Parts } from '../parts.js';
import { ownerOf, relativeTarget, resolveTarget } from '../relationships.js';
import { elements } from '../xml.js';

/** @returns which part stands for which that is gone */
export function shareMedia(parts: Parts): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  const bySize = new Map<number, string[]>();
  for (const name of parts.names(/^ppt\/media\//)) {
    const bytes = parts.bytes(name);
    const alike = bySize.get(bytes.length) ?? [];
    bySize.set(bytes.length, [...alike, name]);
    const first = alike.find((other) => Buffer.compare(parts.bytes(other), bytes) === 0);
    if (first !== undefined) kept.set(name, first);
  }
  if (kept.size === 0) return kept;
  for (const part of parts.names(/\.rels$/)) {
    const owner = ownerOf(part) as string;
    for (const element of elements(parts.xml(part))) {
      if (element.attributes.get('TargetMode') === 'External') continue;
      const shared = kept.get(resolveTarget(owner, element.attributes.get('Target') ?? ''));
      if (shared !== undefined) element.attributes.set('Target', relativeTarget(owner, shared));
    }
  }
  for (const name of kept.keys()) parts.delete(name);
  return kept;
}
