/** Layer 1. Pictures and native charts in the line of a Word file's text, as trees (ECMA-376 part 1, 20.4.2.8). */
import { chartUri } from '../mend/chart-package.js';
import { officeRelationship } from '../relationships.js';
import { el, type XmlElement } from '../xml.js';

export interface Frame {
  /** Unique among the drawings of the file. */
  readonly id: number;
  readonly name: string;
  /** What screen readers say. */
  readonly alt: string;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Id of the relationship to the picture or chart. */
  readonly relationship: string;
}

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const emuPerPoint = 12700;
const emu = (points: number): string => String(Math.round(points * emuPerPoint));

function inline(
  { id, name, alt, width, height }: Frame,
  locks: XmlElement[],
  graphic: XmlElement,
): XmlElement {
  return el('w:drawing', {}, [
    el('wp:inline', { distT: '0', distB: '0', distL: '0', distR: '0' }, [
      el('wp:extent', { cx: emu(width), cy: emu(height) }),
      el('wp:effectExtent', { t: '0', r: '0', b: '0', l: '0' }),
      el('wp:docPr', { id: String(id), name, descr: alt }),
      el('wp:cNvGraphicFramePr', {}, locks),
      el('a:graphic', { 'xmlns:a': main }, [graphic]),
    ]),
  ]);
}

export function pictureFrame(frame: Frame): XmlElement {
  const size = { cx: emu(frame.width), cy: emu(frame.height) };
  const content = el('pic:pic', { 'xmlns:pic': picture }, [
    el('pic:nvPicPr', {}, [
      el('pic:cNvPr', { id: '0', name: '', descr: '' }),
      el('pic:cNvPicPr', {}, [el('a:picLocks', { noChangeAspect: '1', noChangeArrowheads: '1' })]),
    ]),
    el('pic:blipFill', {}, [
      el('a:blip', { 'r:embed': frame.relationship, cstate: 'none' }),
      el('a:srcRect'),
      el('a:stretch', {}, [el('a:fillRect')]),
    ]),
    el('pic:spPr', { bwMode: 'auto' }, [
      el('a:xfrm', {}, [el('a:off', { x: '0', y: '0' }), el('a:ext', size)]),
      el('a:prstGeom', { prst: 'rect' }, [el('a:avLst')]),
    ]),
  ]);
  const locks = [el('a:graphicFrameLocks', { 'xmlns:a': main, noChangeAspect: '1' })];
  return inline(frame, locks, el('a:graphicData', { uri: picture }, [content]));
}

export function chartFrame(frame: Frame): XmlElement {
  const chart = el('c:chart', {
    'xmlns:c': chartUri,
    'xmlns:r': officeRelationship.slice(0, -1),
    'r:id': frame.relationship,
  });
  return inline(frame, [], el('a:graphicData', { uri: chartUri }, [chart]));
}
