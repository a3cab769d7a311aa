/** Layer 1. The presentation part: order of its lists, page size of notes, language. */
import { child, el, putInOrder, type XmlElement } from '../xml.js';
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

/** Width and height of slides in EMU. */
export function slideSize(presentation: XmlElement): { readonly cx: number; readonly cy: number } {
  const size = child(presentation, 'p:sldSz');
  const side = (name: string, usual: number): number => Number(size?.attributes.get(name)) || usual;
  return { cx: side('cx', 12_192_000), cy: side('cy', 6_858_000) };
}

/** How large type is on slides of that size: in proportion to their area, so that it takes the same part of each. */
export function typeScale(presentation: XmlElement): number {
  const { cx, cy } = slideSize(presentation);
  return Math.sqrt((cx * cy) / (12_192_000 * 6_858_000));
}

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
}
