/** What the rules of src/ooxml/lint/package-rules.ts find. */
import { el, elements, type XmlElement } from '../../../src/ooxml/xml.js';
import { type Break, type Breaks, encode, first, replace, slide2 } from './breaks.js';

export const packageRules: Breaks<
  | 'ooxml/not-well-formed'
  | 'ooxml/phantom-override'
  | 'ooxml/content-type'
  | 'ooxml/dangling-relationship'
  | 'ooxml/external-target'
> = {
  'ooxml/not-well-formed': [
    {
      name: 'an unescaped ampersand',
      file: 'deck',
      breaks: (parts) => replace(parts, 'ppt/viewProps.xml', '</p:viewPr>', ' & </p:viewPr>'),
      part: 'ppt/viewProps.xml',
      says: '"&" is no character reference',
    },
    {
      name: 'a prefix that nobody declared',
      file: 'document',
      breaks: (parts) => {
        const settings = parts.xml('word/settings.xml');
        settings.children.push(el('w99:new'));
      },
      part: 'word/settings.xml',
      says: 'w99:new',
    },
  ],
  'ooxml/phantom-override': [
    {
      name: 'an Override for a master that is not there',
      file: 'deck',
      breaks: (parts) =>
        parts
          .xml('[Content_Types].xml')
          .children.push(
            el('Override', { PartName: '/ppt/slideMasters/slideMaster2.xml', ContentType: 'x/y' }),
          ),
      part: '[Content_Types].xml',
      says: '/ppt/slideMasters/slideMaster2.xml',
    },
  ],
  'ooxml/content-type': [
    {
      name: 'a part of an unknown kind',
      file: 'deck',
      breaks: (parts) => parts.set('ppt/media/sound.ogg', encode('OggS')),
      part: 'ppt/media/sound.ogg',
      says: 'no content type',
    },
    {
      name: 'the type image/jpg',
      file: 'document',
      breaks: (parts) => {
        parts.set('word/media/photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
        parts
          .xml('[Content_Types].xml')
          .children.unshift(el('Default', { Extension: 'jpg', ContentType: 'image/jpg' }));
      },
      part: 'word/media/photo.jpg',
      says: 'image/jpg',
    },
  ],
  'ooxml/dangling-relationship': [
    {
      name: 'a relationship to a part that is gone',
      file: 'document',
      breaks: (parts) => parts.delete('word/media/image1.png'),
      part: 'word/_rels/document.xml.rels',
      says: 'word/media/image1.png',
    },
    {
      name: 'a relationship id that the part does not have',
      file: 'deck',
      breaks: (parts) => first(parts, slide2, 'a:hlinkClick').attributes.set('r:id', 'rId99'),
      part: slide2,
      says: 'rId99',
    },
    {
      name: 'a relationship id given twice',
      file: 'deck',
      breaks: (parts) => {
        const list = parts.xml('ppt/slides/_rels/slide1.xml.rels');
        list.children.push(structuredClone(list.children[0] as XmlElement));
      },
      part: 'ppt/slides/_rels/slide1.xml.rels',
      says: 'twice',
    },
  ],
  'ooxml/external-target': [
    ...[
      'javascript:alert(1)',
      'file:///etc/passwd',
      'http://example.com',
      '\\\\server\\share',
      'ms-word:ofe|u|x',
    ].map(
      (target): Break => ({
        name: `a link to ${target}`,
        file: 'document',
        breaks: (parts) => {
          const link = elements(parts.xml('word/_rels/document.xml.rels')).find((element) =>
            element.attributes.get('Target')?.startsWith('https://example.org'),
          );
          link?.attributes.set('Target', target);
        },
        part: 'word/_rels/document.xml.rels',
        says: JSON.stringify(target),
      }),
    ),
  ],
};
