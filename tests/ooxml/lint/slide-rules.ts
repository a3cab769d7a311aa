/** What the rules of src/ooxml/lint/slide-rules.ts find. */
import { child, descendants, el, removeChildren, type XmlElement } from '../../../src/ooxml/xml.js';
import { type Breaks, first, replace, shape, slide1, slide2 } from './breaks.js';

export const slideRules: Breaks<
  | 'ooxml/duplicate-shape-id'
  | 'ooxml/shared-theme'
  | 'ooxml/ragged-table'
  | 'ooxml/slide-table-header'
  | 'ooxml/background-effects'
  | 'ooxml/alt-text'
  | 'ooxml/slide-title'
  | 'ooxml/slide-merged-cells'
  | 'ooxml/empty-placeholder'
  | 'ooxml/autofit'
> = {
  'ooxml/duplicate-shape-id': [
    {
      name: 'two shapes of one id',
      file: 'deck',
      breaks: (parts) => descendants(parts.xml(slide2), 'p:cNvPr')[3]?.attributes.set('id', '2'),
      part: slide2,
      says: 'slide 2: shapes "Title" and "Panel" share id 2',
    },
    {
      name: 'two shapes of one id in a layout',
      file: 'deck',
      breaks: (parts) =>
        descendants(parts.xml('ppt/slideLayouts/slideLayout2.xml'), 'p:cNvPr')[1]?.attributes.set('id', '1'),
      part: 'ppt/slideLayouts/slideLayout2.xml',
      says: 'share id 1',
    },
  ],
  'ooxml/shared-theme': [
    {
      name: 'a notes master with the theme of the slides',
      file: 'deck',
      breaks: (parts) => {
        parts.delete('ppt/theme/theme2.xml');
        replace(parts, 'ppt/notesMasters/_rels/notesMaster1.xml.rels', 'theme2.xml', 'theme1.xml');
      },
      part: 'ppt/slideMasters/slideMaster1.xml',
      says: 'ppt/theme/theme1.xml',
    },
  ],
  'ooxml/ragged-table': [
    {
      name: 'a row with a cell too few',
      file: 'deck',
      breaks: (parts) => void descendants(parts.xml(slide2), 'a:tr')[1]?.children.shift(),
      part: slide2,
      says: 'slide 2, shape "Key figures" (id 6): row 2 has 2 cells',
    },
  ],
  'ooxml/slide-table-header': [
    {
      name: 'no header row',
      file: 'deck',
      breaks: (parts) => first(parts, slide2, 'a:tblPr').attributes.delete('firstRow'),
      part: slide2,
      says: 'slide 2, shape "Key figures"',
    },
  ],
  'ooxml/background-effects': [
    {
      name: 'a background without effects',
      file: 'deck',
      breaks: (parts) => {
        const background = first(parts, 'ppt/slideLayouts/slideLayout2.xml', 'p:bgPr');
        removeChildren(background, ({ name }) => name === 'a:effectLst');
      },
      part: 'ppt/slideLayouts/slideLayout2.xml',
      says: 'COVER',
    },
  ],
  'ooxml/alt-text': [
    {
      name: 'a picture that says nothing',
      file: 'deck',
      breaks: (parts) => {
        const picture = first(parts, slide2, 'p:pic');
        child(picture, 'p:nvPicPr', 'p:cNvPr')?.attributes.delete('descr');
      },
      part: slide2,
      says: 'slide 2, shape "Image 0"',
    },
    {
      name: 'a picture that gives its file’s name',
      file: 'deck',
      breaks: (parts) => {
        const picture = first(parts, slide2, 'p:pic');
        child(picture, 'p:nvPicPr', 'p:cNvPr')?.attributes.set('descr', '/pictures/logo.png');
      },
      part: slide2,
      says: 'a file’s name'.replace('’', "'"),
    },
    {
      name: 'a shape without text that is not marked as decorative',
      file: 'deck',
      breaks: (parts) => {
        const panel = descendants(parts.xml(slide2), 'p:cNvPr').find(
          (identity) => identity.attributes.get('name') === 'Panel',
        ) as XmlElement;
        panel.children.splice(0);
      },
      part: slide2,
      says: 'shape "Panel"',
    },
    {
      name: 'a chart that says nothing',
      file: 'deck',
      breaks: (parts) => {
        const frame = first(parts, 'ppt/slides/slide3.xml', 'p:graphicFrame');
        child(frame, 'p:nvGraphicFramePr', 'p:cNvPr')?.attributes.set('descr', ' ');
      },
      part: 'ppt/slides/slide3.xml',
      says: 'slide 3, shape "Chart 0"',
    },
  ],
  'ooxml/slide-title': [
    {
      name: 'no title',
      file: 'deck',
      breaks: (parts) => first(parts, slide1, 'p:ph').attributes.set('type', 'body'),
      part: slide1,
      says: 'slide 1: no title',
    },
    {
      name: 'the title of another slide',
      file: 'deck',
      breaks: (parts) => {
        const title = shape(parts, 'ppt/slides/slide4.xml', 'Plain');
        descendants(title, 'a:t')[0]?.children.splice(0, 1, 'Charts');
      },
      part: 'ppt/slides/slide4.xml',
      says: 'title "Charts" is that of slide 3 too',
    },
    {
      name: 'a title that is not read first',
      file: 'deck',
      breaks: (parts) => {
        const tree = first(parts, 'ppt/slides/slide4.xml', 'p:spTree');
        const title = shape(parts, 'ppt/slides/slide4.xml', 'Plain');
        tree.children.splice(tree.children.indexOf(title), 1);
        tree.children.push(title);
      },
      part: 'ppt/slides/slide4.xml',
      says: 'read before the title',
    },
  ],
  'ooxml/slide-merged-cells': [
    {
      name: 'a cell over two columns',
      file: 'deck',
      breaks: (parts) => {
        const [wide, covered] = descendants(parts.xml(slide2), 'a:tc');
        wide?.attributes.set('gridSpan', '2');
        covered?.attributes.set('hMerge', '1');
      },
      part: slide2,
      says: 'slide 2, shape "Key figures" (id 6): the cell "A" is merged',
    },
    {
      name: 'a cell over two rows',
      file: 'deck',
      breaks: (parts) => descendants(parts.xml(slide2), 'a:tc')[3]?.attributes.set('rowSpan', '2'),
      part: slide2,
      says: 'the cell "1" is merged',
    },
  ],
  'ooxml/empty-placeholder': [
    {
      name: 'a body left empty',
      file: 'deck',
      breaks: (parts) => {
        const body = shape(parts, 'ppt/slides/slide4.xml', 'Body');
        child(body, 'p:nvSpPr', 'p:nvPr')?.children.push(el('p:ph', { type: 'body', idx: '1' }));
        for (const text of descendants(body, 'a:t')) text.children.splice(0);
      },
      part: 'ppt/slides/slide4.xml',
      says: 'slide 4, shape',
    },
  ],
  'ooxml/autofit': [
    {
      name: 'text that is to shrink',
      file: 'deck',
      breaks: (parts) =>
        child(shape(parts, slide2, 'A tile'), 'p:txBody', 'a:bodyPr')?.children.push(el('a:normAutofit')),
      part: slide2,
      says: 'slide 2, shape "Text 1"',
    },
  ],
};
