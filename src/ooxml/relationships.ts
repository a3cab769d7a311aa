/** Layer 1. Relationships between parts (ECMA-376 part 2, clause 9) and the content types that name them. */
import { el, elements, type XmlElement } from './xml.js';

export interface Relationship {
  readonly id: string;
  /** The last step of the type's URI: `slide`, `notesMaster`, `hyperlink`. */
  readonly kind: string;
  readonly external: boolean;
  /** Of an internal one the part's name; of an external one the URI as it stands. */
  readonly target: string;
}

export const officeRelationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** `ppt/slides/slide1.xml` → `ppt/slides/_rels/slide1.xml.rels`; the package itself (`''`) → `_rels/.rels`. */
export function relationshipsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The part whose relationships a `.rels` part holds; undefined for any other part. */
export function ownerOf(relationshipsPart: string): string | undefined {
  const found = /^(.*?)_rels\/([^/]*)\.rels$/.exec(relationshipsPart);
  return found ? `${found[1]}${found[2]}` : undefined;
}

/** A target as written, seen from its part: `../media/a.png` from `ppt/slides/slide1.xml` → `ppt/media/a.png`. */
export function resolveTarget(part: string, target: string): string {
  const steps = target.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The shortest relative target from a part to another. */
export function relativeTarget(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const goal = to.split('/');
  let shared = 0;
  while (shared < base.length && shared < goal.length - 1 && base[shared] === goal[shared]) shared += 1;
  return [...base.slice(shared).map(() => '..'), ...goal.slice(shared)].join('/');
}

export function relationshipOf(part: string, element: XmlElement): Relationship {
  const external = element.attributes.get('TargetMode') === 'External';
  const target = element.attributes.get('Target') ?? '';
  return {
    id: element.attributes.get('Id') ?? '',
    kind: (element.attributes.get('Type') ?? '').split('/').at(-1) as string,
    external,
    target: external ? target : resolveTarget(part, target),
  };
}

/** Adds a relationship with the first free `rIdN`. @returns its id */
export function addRelationship(part: string, root: XmlElement, kind: string, target: string): string {
  const taken = new Set(elements(root).map((element) => element.attributes.get('Id')));
  let number = 1;
  while (taken.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  root.children.push(
    el('Relationship', {
      Id: id,
      Type: `${officeRelationship}${kind}`,
      Target: relativeTarget(part, target),
    }),
  );
  return id;
}
