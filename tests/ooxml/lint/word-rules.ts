/** What the rules of src/ooxml/lint/word-rules.ts find. */
import { descendants, el, elements, removeChildren, type XmlElement } from '../../../src/ooxml/xml.js';
import { parseXml } from '../../../src/ooxml/xml-reader.js';
import { type Breaks, first, run } from './breaks.js';

export const wordRules: Breaks<
  | 'ooxml/update-fields'
  | 'ooxml/heading-level'
  | 'ooxml/word-table-header'
  | 'ooxml/word-merged-cells'
  | 'ooxml/word-id'
  | 'ooxml/word-alt-text'
> = {
  'ooxml/update-fields': [
    {
      name: 'a prompt at opening',
      file: 'document',
      breaks: (parts) =>
        parts.set(
          'word/settings.xml',
          parseXml(
            '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:updateFields/></w:settings>',
          ),
        ),
      part: 'word/settings.xml',
      says: 'w:updateFields',
    },
    {
      name: 'a field that is out of date',
      file: 'document',
      breaks: (parts) =>
        run(parts, 'word/document.xml', 'w:r', 'the source').children.push(
          el('w:fldChar', { 'w:fldCharType': 'begin', 'w:dirty': 'true' }),
        ),
      part: 'word/document.xml',
      says: 'a field is marked as out of date',
    },
  ],
  'ooxml/heading-level': [
    {
      name: 'a level skipped',
      file: 'document',
      breaks: (parts) => {
        const paragraph = descendants(parts.xml('word/document.xml'), 'w:p')[2] as XmlElement;
        paragraph.children.unshift(el('w:pPr', {}, [el('w:pStyle', { 'w:val': 'Heading3' })]));
      },
      part: 'word/document.xml',
      says: 'of level 3 after one of level 1',
    },
    {
      name: 'a file that begins at level 2',
      file: 'document',
      breaks: (parts) => first(parts, 'word/document.xml', 'w:pStyle').attributes.set('w:val', 'Heading2'),
      part: 'word/document.xml',
      says: 'of level 2 after no heading',
    },
  ],
  'ooxml/word-table-header': [
    {
      name: 'no header row',
      file: 'document',
      breaks: (parts) =>
        void removeChildren(
          first(parts, 'word/document.xml', 'w:trPr'),
          ({ name }) => name === 'w:tblHeader',
        ),
      part: 'word/document.xml',
      says: 'table 1 ("A乙") has no header row',
    },
    {
      name: 'no header row, no caption and nothing that says it is a layout',
      file: 'document',
      breaks: (parts) => {
        const unsaid = new Set(['w:tblLook', 'w:tblCaption', 'w:tblHeader']);
        for (const properties of ['w:tblPr', 'w:trPr'])
          removeChildren(first(parts, 'word/document.xml', properties), ({ name }) => unsaid.has(name));
      },
      part: 'word/document.xml',
      says: 'table 1',
    },
  ],
  'ooxml/word-merged-cells': [
    {
      name: 'a cell over two columns',
      file: 'document',
      breaks: (parts) => {
        const row = descendants(parts.xml('word/document.xml'), 'w:tr')[1] as XmlElement;
        const [wide, covered] = elements(row, 'w:tc') as [XmlElement, XmlElement];
        row.children.splice(row.children.indexOf(covered), 1);
        wide.children.unshift(el('w:tcPr', {}, [el('w:gridSpan', { 'w:val': '2' })]));
      },
      part: 'word/document.xml',
      says: 'table 1 ("A乙"), row 2: the cell "1" is merged',
    },
  ],
  'ooxml/word-id': [
    {
      name: 'two drawings of one id',
      file: 'document',
      breaks: (parts) =>
        descendants(parts.xml('word/document.xml'), 'wp:docPr')[1]?.attributes.set('id', '1'),
      part: 'word/document.xml',
      says: 'two drawings share id 1',
    },
    {
      name: 'a bookmark with a name too long',
      file: 'document',
      breaks: (parts) =>
        first(parts, 'word/document.xml', 'w:bookmarkStart').attributes.set('w:name', 'x'.repeat(41)),
      part: 'word/document.xml',
      says: 'has 41 characters',
    },
    {
      name: 'two bookmarks of one name and id',
      file: 'document',
      breaks: (parts) => {
        const paragraph = first(parts, 'word/document.xml', 'w:p');
        const bookmark = elements(paragraph, 'w:bookmarkStart')[0] as XmlElement;
        paragraph.children.push(structuredClone(bookmark));
      },
      part: 'word/document.xml',
      says: 'two bookmarks share id 1',
    },
  ],
  'ooxml/word-alt-text': [
    {
      name: 'a picture that says nothing',
      file: 'document',
      breaks: (parts) => first(parts, 'word/document.xml', 'wp:docPr').attributes.set('descr', ''),
      part: 'word/document.xml',
      says: 'drawing "dot" (id 1)',
    },
  ],
};
