/** Layer 1. Ids in Word files: relationships with random ids, counters that go on from document to document. */
import type { Parts } from '../parts.js';
import { relationshipsPartOf } from '../relationships.js';
import { descendants, elements, type XmlElement } from '../xml.js';

/** Gives relationships with random ids (hyperlinks) the next free `rIdN`, in the order they are listed. */
export function stableRelationshipIds(parts: Parts, part: string): void {
  const relationships = relationshipsPartOf(part);
  if (!parts.has(relationships)) return;
  const list = elements(parts.xml(relationships));
  const taken = new Set(
    list.map((element) => element.attributes.get('Id') ?? '').filter((id) => /^rId\d+$/.test(id)),
  );
  const renamed = new Map<string, string>();
  let next = 1;
  for (const element of list) {
    const id = element.attributes.get('Id') ?? '';
    if (taken.has(id)) continue;
    while (taken.has(`rId${next}`)) next += 1;
    renamed.set(id, `rId${next}`);
    taken.add(`rId${next}`);
    element.attributes.set('Id', `rId${next}`);
  }
  if (renamed.size === 0) return;
  for (const element of descendants(parts.xml(part))) {
    for (const [key, value] of element.attributes) {
      const id = key.startsWith('r:') ? renamed.get(value) : undefined;
      if (id !== undefined) element.attributes.set(key, id);
    }
  }
}

/** Numbers drawings from 1 over all parts in the order given, and bookmarks from 1 within each. */
export function renumberWordIds(roots: readonly XmlElement[]): void {
  let drawing = 1;
  for (const root of roots) {
    for (const properties of descendants(root, 'wp:docPr')) {
      properties.attributes.set('id', String(drawing));
      drawing += 1;
    }
    renumberBookmarks(root);
  }
  renameGeneratedBookmarks(roots);
}

/** Ids pair a bookmark's start with its end; of equal ids the innermost open one is meant. */
function renumberBookmarks(root: XmlElement): void {
  const open = new Map<string, string[]>();
  let next = 1;
  for (const element of descendants(root)) {
    if (element.name !== 'w:bookmarkStart' && element.name !== 'w:bookmarkEnd') continue;
    const old = element.attributes.get('w:id') ?? '';
    const pending = open.get(old) ?? [];
    open.set(old, pending);
    if (element.name === 'w:bookmarkStart') {
      pending.push(String(next));
      element.attributes.set('w:id', String(next));
      next += 1;
    } else element.attributes.set('w:id', pending.pop() ?? old);
  }
}

/** Names from a counter (`_Toc17`) are counted anew, with the links and field codes that name them. */
function renameGeneratedBookmarks(roots: readonly XmlElement[]): void {
  const renamed = new Map<string, string>();
  const all = roots.flatMap((root) => descendants(root));
  for (const element of all) {
    const name = element.name === 'w:bookmarkStart' ? (element.attributes.get('w:name') ?? '') : '';
    const prefix = /^(_[A-Za-z]+)\d+$/.exec(name)?.[1];
    if (prefix === undefined || renamed.has(name)) continue;
    renamed.set(name, `${prefix}${String(renamed.size + 1).padStart(9, '0')}`);
  }
  if (renamed.size === 0) return;
  const anew = (name: string): string => renamed.get(name) ?? name;
  for (const element of all) {
    for (const key of ['w:name', 'w:anchor']) {
      const value = element.attributes.get(key);
      if (value !== undefined) element.attributes.set(key, anew(value));
    }
    if (element.name === 'w:instrText') {
      for (const [index, node] of element.children.entries())
        if (typeof node === 'string') element.children[index] = node.replace(/_[A-Za-z]+\d+/g, anew);
    }
  }
}
