/** Layer 1. One walk through a tree for all rules that ask for elements by name. */
import { elements, textOf, type XmlElement } from '../xml.js';
import { isFinished } from '../xml-writer.js';

const none: readonly XmlElement[] = [];

/**
 * What was found out about a tree that does not change any more. It is kept with the root: of a WeakMap, V8 takes the
 * values for held until all memory is looked through, and with them the trees of slides that were written long ago.
 */
export function keptWith<T>(root: XmlElement, what: symbol, find: () => T): T {
  const kept = root as unknown as Record<symbol, T | undefined>;
  const known = kept[what];
  if (known !== undefined) return known;
  const found = find();
  Object.defineProperty(root, what, { value: found });
  return found;
}

const byName = Symbol('elements by name');

/** As `visit`, but what stands in several places is visited at the first of them only, with all that is below it. */
export function visitOnce(
  parent: XmlElement,
  callback: (element: XmlElement) => void,
  seen: Set<XmlElement> = new Set(),
): void {
  for (const node of parent.children) {
    if (typeof node === 'string') continue;
    if (isFinished(node)) {
      if (seen.has(node)) continue;
      seen.add(node);
    }
    callback(node);
    if (node.children.length > 0) visitOnce(node, callback, seen);
  }
}

/** The elements of that name below a page's root, in document order. The tree does not change any more. */
export function named(root: XmlElement, name: string): readonly XmlElement[] {
  return allByName(root).get(name) ?? none;
}

/** All elements below a page's root, by name; one that stands in several places is there once. */
export function allByName(root: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
  return keptWith(root, byName, () => {
    const found = new Map<string, XmlElement[]>();
    visitOnce(root, (element) => {
      const same = found.get(element.name);
      if (same) same.push(element);
      else found.set(element.name, [element]);
    });
    return found;
  });
}

/** The text of a run of WordprocessingML. */
export function textOfRun(run: XmlElement): string {
  const [first, ...more] = elements(run, 'w:t');
  if (!first) return '';
  return more.length === 0 ? textOf(first) : [first, ...more].map(textOf).join('');
}
