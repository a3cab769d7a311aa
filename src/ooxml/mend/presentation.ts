/** Layer 1. The presentation part: order of its lists, page size of notes, ids of sections. */
import { uuidOf } from '../uuid.js';
import { child, descendants, el, putInOrder, type XmlElement } from '../xml.js';
import type { Mending } from './options.js';

/** CT_Presentation, ECMA-376 part 1, 19.2.1.26. */
const presentationOrder = [
  'p:sldMasterIdLst',
  'p:notesMasterIdLst',
  'p:handoutMasterIdLst',
  'p:sldIdLst',
  'p:sldSz',
  'p:notesSz',
  'p:smartTags',
  'p:embeddedFontLst',
  'p:custShowLst',
  'p:photoAlbum',
  'p:custDataLst',
  'p:kinsoku',
  'p:defaultTextStyle',
  'p:modifyVerifier',
  'p:extLst',
];

export function mendPresentation(presentation: XmlElement, mending: Mending): void {
  const notesMasters = child(presentation, 'p:notesMasterIdLst');
  if (notesMasters) putInOrder(presentation, notesMasters, presentationOrder);
  // The library turns the slide's size round; its notes master is laid out for a sheet of 7.5 × 10 inches.
  const notesSize = child(presentation, 'p:notesSz');
  notesSize?.attributes.set('cx', '6858000');
  notesSize?.attributes.set('cy', '9144000');
  // What text added by hand is taken to be written in.
  const textStyle = child(presentation, 'p:defaultTextStyle');
  if (textStyle && !child(textStyle, 'a:defPPr'))
    textStyle.children.unshift(el('a:defPPr', {}, [el('a:defRPr', { lang: mending.officeLanguage })]));
  for (const [index, section] of descendants(presentation, 'p14:section').entries()) {
    const name = section.attributes.get('name') ?? '';
    section.attributes.set('id', uuidOf(`${mending.title}\n${index}\n${name}`));
  }
}
