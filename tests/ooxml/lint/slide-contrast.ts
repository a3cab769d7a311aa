/** What the rules of src/ooxml/lint/slide-contrast.ts find. */
import { child, descendants, el, elements, removeChildren, type XmlElement } from '../../../src/ooxml/xml.js';
import { type Breaks, fill, first, paint, run, shape, slide1, slide2 } from './breaks.js';

export const slideContrast: Breaks<'ooxml/slide-contrast'> = {
  'ooxml/slide-contrast': [
    {
      name: 'grey on a white slide, by the run’s own colour',
      file: 'deck',
      breaks: (parts) => paint(run(parts, slide2, 'a:r', 'A tile'), el('a:srgbClr', { val: '999999' })),
      part: slide2,
      says: 'slide 2, shape "Text 1" (id 3): "A tile 42.5%" has a contrast of 2.85, #999999 on #FFFFFF',
    },
    {
      name: 'the theme’s ink on the layout’s blue, inherited from the master',
      file: 'deck',
      breaks: (parts) => {
        const own = child(run(parts, slide1, 'a:r', '重庆'), 'a:rPr') as XmlElement;
        const layout = descendants(parts.xml('ppt/slideLayouts/slideLayout2.xml'), 'a:defRPr');
        for (const properties of [own, ...layout])
          removeChildren(properties, ({ name }) => name === 'a:solidFill');
      },
      part: slide1,
      says: '#1A2330 on #0B3D91',
    },
    {
      name: 'a colour of the scheme made lighter',
      file: 'deck',
      breaks: (parts) =>
        paint(
          run(parts, slide2, 'a:r', 'A tile'),
          el('a:schemeClr', { val: 'accent1' }, [
            el('a:lumMod', { val: '40000' }),
            el('a:lumOff', { val: '60000' }),
          ]),
        ),
      part: slide2,
      says: '#7AA8F6 on #FFFFFF',
    },
    {
      name: 'a box of the same colour as its text',
      file: 'deck',
      breaks: (parts) => {
        const box = shape(parts, slide2, 'A tile');
        const properties = child(box, 'p:spPr') as XmlElement;
        removeChildren(properties, ({ name }) => name === 'a:noFill');
        const geometry = properties.children.findIndex((node) => (node as XmlElement).name === 'a:prstGeom');
        properties.children.splice(geometry + 1, 0, fill('0B3D91'));
      },
      part: slide2,
      says: 'has a contrast of 1.00',
    },
    {
      name: 'text on a panel drawn before it',
      file: 'deck',
      breaks: (parts) => {
        const panel = elements(first(parts, slide2, 'p:spTree'), 'p:sp').find(
          (candidate) => descendants(candidate, 'p:cNvPr')[0]?.attributes.get('name') === 'Panel',
        );
        const colour = child(panel, 'p:spPr', 'a:solidFill') as XmlElement;
        colour.children.splice(0, colour.children.length, el('a:srgbClr', { val: '22303F' }));
      },
      part: slide2,
      says: 'on #22303F',
    },
    {
      name: 'a footer that the layout prints',
      file: 'deck',
      breaks: (parts) => {
        const layout = 'ppt/slideLayouts/slideLayout3.xml';
        const footer = structuredClone(shape(parts, slide2, 'A tile'));
        child(footer, 'p:nvSpPr', 'p:cNvPr')?.attributes.set('id', '99');
        for (const text of descendants(footer, 'a:r')) paint(text, el('a:srgbClr', { val: 'AAAAAA' }));
        first(parts, layout, 'p:spTree').children.push(footer);
      },
      part: 'ppt/slideLayouts/slideLayout3.xml',
      says: 'slideLayout3.xml (TEXT), shape "Text 1" (id 99)',
    },
    {
      name: 'a dark cell',
      file: 'deck',
      breaks: (parts) => {
        const cell = child(descendants(parts.xml(slide2), 'a:tc')[4] as XmlElement, 'a:tcPr') as XmlElement;
        const borders = cell.children.filter((node) => /^a:ln/.test((node as XmlElement).name)).length;
        cell.children.splice(borders, 0, fill('303030'));
      },
      part: slide2,
      says: 'slide 2, shape "Key figures" (id 6): "2" has a contrast of',
    },
  ],
};
