/** Layer 1. The master of speaker notes: dropped where there are none, with a theme of its own. */
import type { Parts } from '../parts.js';
import { relationshipsPartOf, relativeTarget } from '../relationships.js';
import { child, clone, descendants, elements, removeChildren, type XmlElement } from '../xml.js';
import { slideSize } from './presentation.js';
import { addOverride } from './properties.js';
import { placeholderOf } from './shapes.js';

const themeType = 'application/vnd.openxmlformats-officedocument.theme+xml';

/** The library always writes one, with a theme that it shares with the slides. */
export function dropNotesMaster(parts: Parts, presentation: string): void {
  for (const master of parts.related(presentation, 'notesMaster')) parts.delete(master);
  dropRelationships(parts, presentation, 'notesMaster');
  removeChildren(parts.xml(presentation), (node) => node.name === 'p:notesMasterIdLst');
}

function dropRelationships(parts: Parts, part: string, kind: string): void {
  removeChildren(parts.xml(relationshipsPartOf(part)), (node) =>
    (node.attributes.get('Type') ?? '').endsWith(`/${kind}`),
  );
}

/** PowerPoint wants a theme part per master; the library lets the notes master share the slides'. */
export function giveNotesMasterATheme(parts: Parts, presentation: string): void {
  for (const master of parts.related(presentation, 'notesMaster')) {
    const own = parts.related(master, 'theme')[0];
    const shared = parts
      .related(presentation, 'slideMaster')
      .some((slideMaster) => own !== undefined && parts.related(slideMaster, 'theme').includes(own));
    if (own === undefined || !shared) continue;
    let number = 2;
    while (parts.has(`ppt/theme/theme${number}.xml`)) number += 1;
    const theme = `ppt/theme/theme${number}.xml`;
    parts.set(theme, clone(parts.xml(own)));
    addOverride(parts, theme, themeType);
    for (const element of elements(parts.xml(relationshipsPartOf(master)))) {
      if ((element.attributes.get('Type') ?? '').endsWith('/theme'))
        element.attributes.set('Target', relativeTarget(master, theme));
    }
  }
}

/** The library frames the slide on pages of notes as 16:9; the frame keeps its middle and takes the slide's proportions. */
export function fitSlideImage(notesMaster: XmlElement, presentation: XmlElement): void {
  const { cx, cy } = slideSize(presentation);
  const image = descendants(notesMaster, 'p:sp').find(
    (shape) => placeholderOf(shape)?.attributes.get('type') === 'sldImg',
  );
  const place = child(image, 'p:spPr', 'a:xfrm');
  const [offset, extent] = [child(place, 'a:off'), child(place, 'a:ext')];
  if (!offset || !extent) return;
  const number = (element: XmlElement, name: string): number => Number(element.attributes.get(name));
  const [width, height] = [number(extent, 'cx'), number(extent, 'cy')];
  const scale = Math.min(width / cx, height / cy);
  const shrunk = (size: number): number => Math.round(size * scale);
  if (Math.abs(shrunk(cx) - width) <= 1 && Math.abs(shrunk(cy) - height) <= 1) return;
  offset.attributes.set('x', String(Math.round(number(offset, 'x') + (width - shrunk(cx)) / 2)));
  offset.attributes.set('y', String(Math.round(number(offset, 'y') + (height - shrunk(cy)) / 2)));
  extent.attributes.set('cx', String(shrunk(cx)));
  extent.attributes.set('cy', String(shrunk(cy)));
}
