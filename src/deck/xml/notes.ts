/** Layer 3. A page of speaker notes as PresentationML. */
import { el, type XmlElement } from '../../ooxml/xml.js';
import { finish } from '../../ooxml/xml-writer.js';
import type { NoteLine } from '../model.js';
import { noteText } from '../notes.js';
import { identity } from './shapes.js';
import {
  legal,
  noBodyProperties,
  noListStyle,
  noShapeProperties,
  numberField,
  pageOf,
  type Writing,
} from './writing.js';

/** The lines of a slide's notes; none where they say nothing. */
export function noteLines(notes: readonly NoteLine[]): string[] {
  const text = legal(notes.map(noteText).join('\n'));
  return text.trim() === '' ? [] : text.split(/\r*\n|\r/);
}

/** Of a placeholder. */
const named = (
  id: number,
  name: string,
  locks: Readonly<Record<string, string>>,
  kind: Readonly<Record<string, string>>,
): XmlElement =>
  finish(
    el('p:nvSpPr', {}, [
      identity(id, name),
      el('p:cNvSpPr', {}, [el('a:spLocks', locks)]),
      el('p:nvPr', {}, [el('p:ph', kind)]),
    ]),
  );
const imageLocks = { noGrp: '1', noRot: '1', noChangeAspect: '1' };
const image = finish(
  el('p:sp', {}, [named(2, 'Slide Image Placeholder 1', imageLocks, { type: 'sldImg' }), noShapeProperties]),
);
const ofText = named(3, 'Notes Placeholder 2', { noGrp: '1' }, { type: 'body', idx: '1' });
const ofNumber = named(
  4,
  'Slide Number Placeholder 3',
  { noGrp: '1' },
  { type: 'sldNum', sz: 'quarter', idx: '10' },
);
const created = finish(
  el('p:extLst', {}, [
    el('p:ext', { uri: '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}' }, [
      el('p14:creationId', {
        'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main',
        val: '1024086991',
      }),
    ]),
  ]),
);

const placeholder = (name: XmlElement, body: readonly XmlElement[]): XmlElement =>
  el('p:sp', {}, [name, noShapeProperties, el('p:txBody', {}, [noBodyProperties, noListStyle, ...body])]);

/** @param index of the slide, from 0 */
export function notesPage(lines: readonly string[], index: number, writing: Writing): XmlElement {
  const { language } = writing;
  const end = lines.length === 1 ? [el('a:endParaRPr', { lang: language, dirty: '0' })] : [];
  const paragraphs = lines.map((line) =>
    el('a:p', {}, [
      ...(line === '' ? [] : [el('a:r', {}, [writing.runProperties(line, {}), el('a:t', {}, [line])])]),
      ...end,
    ]),
  );
  const number = el('a:p', {}, [
    numberField(index + 1, el('a:rPr', { lang: language })),
    el('a:endParaRPr', { lang: language }),
  ]);
  const shapes = [image, placeholder(ofText, paragraphs), placeholder(ofNumber, [number])];
  return pageOf('p:notes', undefined, shapes, [created]);
}
