/** What the rules of src/ooxml/lint/reading-rules.ts find. */
import { descendants, elements, type XmlElement } from '../../../src/ooxml/xml.js';
import { type Break, type Breaks, first, run, shape, slide2 } from './breaks.js';

export const readingRules: Breaks<'ooxml/reading-order' | 'ooxml/link-text'> = {
  'ooxml/reading-order': [
    {
      name: 'a tile above the rest that is read last',
      file: 'deck',
      breaks: (parts) => {
        const tree = first(parts, slide2, 'p:spTree');
        const tile = shape(parts, slide2, 'A tile');
        tree.children.splice(tree.children.indexOf(tile), 1);
        tree.children.push(tile);
      },
      part: slide2,
      says: 'slide 2, shape "Text 1" (id 3): lies above shape "Image 0" (id 7) and is read after it',
    },
    {
      name: 'a row that is read from right to left',
      file: 'deck',
      breaks: (parts) => {
        const tree = first(parts, slide2, 'p:spTree');
        const list = shape(parts, slide2, '三');
        const picture = elements(tree, 'p:pic')[0] as XmlElement;
        tree.children.splice(tree.children.indexOf(picture), 1);
        tree.children.splice(tree.children.indexOf(list), 0, picture);
      },
      part: slide2,
      says: 'lies left of shape "Image 0"',
    },
  ],
  'ooxml/link-text': [
    ...['here', 'Hier klicken!', 'https://example.com/?a=1&b=2', '→'].map(
      (text): Break => ({
        name: `the words ${text} on a slide`,
        file: 'deck',
        breaks: (parts) =>
          descendants(run(parts, slide2, 'a:r', ' of output'), 'a:t')[0]?.children.splice(0, 1, text),
        part: slide2,
        says: `slide 2: the link ${JSON.stringify(text)}`,
      }),
    ),
    {
      name: '点击这里 in Word',
      file: 'document',
      breaks: (parts) =>
        descendants(run(parts, 'word/document.xml', 'w:r', 'the source'), 'w:t')[0]?.children.splice(
          0,
          1,
          '点击这里',
        ),
      part: 'word/document.xml',
      says: 'the link "点击这里" does not say where it leads',
    },
    {
      name: 'a bare address in Word',
      file: 'document',
      breaks: (parts) =>
        descendants(run(parts, 'word/document.xml', 'w:r', 'another source'), 'w:t')[0]?.children.splice(
          0,
          1,
          'www.example.org',
        ),
      part: 'word/document.xml',
      says: 'the link "www.example.org" is a bare address',
    },
  ],
};
