/** Layer 1. The slides of a deck listed: in the presentation, among its relationships, by content type. */
import type { Parts } from '../parts.js';
import { officeRelationship, relationshipsPartOf } from '../relationships.js';
import { child, el, elements, visit } from '../xml.js';
import { addOverride } from './properties.js';

const office = 'application/vnd.openxmlformats-officedocument.presentationml';
const firstId = 256;

/**
 * Lists so many slides in the place of the one that the library wrote. It would write as many, but several parts of each,
 * which all are thrown away.
 * @param count at least 1
 */
export function listSlides(parts: Parts, count: number): void {
  const { main } = parts;
  const relationships = parts.xml(relationshipsPartOf(main));
  const all = elements(relationships);
  const at = all.findIndex(({ attributes }) => attributes.get('Type') === `${officeRelationship}slide`);
  const first = Number(all[at]?.attributes.get('Id')?.slice('rId'.length));
  /** Ids behind the slide's make room. */
  const moved = (id: string): string => {
    const number = Number(id.slice('rId'.length));
    return number > first ? `rId${number + count - 1}` : id;
  };
  for (const { attributes } of all) attributes.set('Id', moved(attributes.get('Id') ?? ''));
  const listed = Array.from({ length: count }, (_, index) =>
    el('Relationship', {
      Id: `rId${first + index}`,
      Type: `${officeRelationship}slide`,
      Target: `slides/slide${index + 1}.xml`,
    }),
  );
  relationships.children.splice(0, Infinity, ...all.slice(0, at), ...listed, ...all.slice(at + 1));

  const presentation = parts.xml(main);
  visit(presentation, ({ attributes }) => {
    const id = attributes.get('r:id');
    if (id !== undefined) attributes.set('r:id', moved(id));
  });
  const ids = child(presentation, 'p:sldIdLst');
  ids?.children.splice(
    0,
    Infinity,
    ...listed.map((_, index) =>
      el('p:sldId', { id: String(firstId + index), 'r:id': `rId${first + index}` }),
    ),
  );
  for (let number = 2; number <= count; number += 1) {
    addOverride(parts, `ppt/slides/slide${number}.xml`, `${office}.slide+xml`);
    addOverride(parts, `ppt/notesSlides/notesSlide${number}.xml`, `${office}.notesSlide+xml`);
  }
}
