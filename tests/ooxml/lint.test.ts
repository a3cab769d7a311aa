import { beforeAll, describe, expect, it } from 'vitest';
import { type RuleCode, rules } from '../../src/ooxml/lint/rules.js';
import { lintPackage } from '../../src/ooxml/lint.js';
import { readPackage, writePackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import {
  child,
  descendants,
  el,
  elements,
  removeChildren,
  textOf,
  type XmlElement,
} from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { damaging } from './damaging.js';
import { presentation, richDeck, slides } from './sample-deck.js';
import { richDocument } from './samples.js';

let deck: Uint8Array;
let document: Uint8Array;
/** One slide with a link, a table, a picture, a native chart and notes. */
let small: Uint8Array;
beforeAll(async () => {
  deck = (await richDeck()).bytes;
  document = (await richDocument()).bytes;
  const [chart] = slides.charts.shapes;
  const slide = { ...slides.text, shapes: [...slides.text.shapes.slice(3), ...(chart ? [chart] : [])] };
  small = (await richDeck({ slides: [slide], masters: presentation.masters.slice(1) })).bytes;
});

const slide1 = 'ppt/slides/slide1.xml';
const slide2 = 'ppt/slides/slide2.xml';
const chart1 = 'ppt/charts/chart1.xml';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const first = (parts: Parts, part: string, name: string): XmlElement =>
  descendants(parts.xml(part), name)[0] as XmlElement;
const shape = (parts: Parts, part: string, text: string): XmlElement =>
  elements(first(parts, part, 'p:spTree')).find((candidate) =>
    textOf(candidate).includes(text),
  ) as XmlElement;
const run = (parts: Parts, part: string, kind: 'a:r' | 'w:r', text: string): XmlElement =>
  descendants(parts.xml(part), kind).find((candidate) => textOf(candidate).includes(text)) as XmlElement;
const replace = (parts: Parts, part: string, from: string | RegExp, to: string): void =>
  parts.set(part, encode(parts.text(part).replace(from, to)));

const fill = (colour: string): XmlElement => el('a:solidFill', {}, [el('a:srgbClr', { val: colour })]);
/** Gives a run of a slide another colour. */
const paint = (text: XmlElement, colour: XmlElement): void => {
  const properties = child(text, 'a:rPr') as XmlElement;
  removeChildren(properties, ({ name }) => name === 'a:solidFill');
  properties.children.unshift(el('a:solidFill', {}, [colour]));
};
/** The properties of a run in Word; it gets some where it has none. */
function wordRun(parts: Parts, text: string): XmlElement {
  const found = run(parts, 'word/document.xml', 'w:r', text);
  if (!child(found, 'w:rPr')) found.children.unshift(el('w:rPr'));
  return child(found, 'w:rPr') as XmlElement;
}

interface Break {
  readonly name: string;
  readonly file: 'deck' | 'document';
  readonly breaks: (parts: Parts) => void;
  /** Where the finding lies, and what its message says. */
  readonly part: string;
  readonly says: string;
}

/** How to break a good file so that the rule, and no other, has something to say. Every rule must be here. */
const broken: { readonly [code in RuleCode]: readonly Break[] } = {
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
  'ooxml/document-title': [
    {
      name: 'no title',
      file: 'deck',
      breaks: (parts) =>
        void removeChildren(parts.xml('docProps/core.xml'), ({ name }) => name === 'dc:title'),
      part: 'docProps/core.xml',
      says: 'no title',
    },
  ],
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
  'ooxml/picture-bytes': [
    {
      name: 'a password file as a picture',
      file: 'document',
      breaks: (parts) => parts.set('word/media/image1.png', encode('root:x:0:0')),
      part: 'word/media/image1.png',
      says: '72 6f 6f 74',
    },
  ],
  'ooxml/chart-cache': [
    ...['NaN', 'about 5', '', '1e999x'].map(
      (value): Break => ({
        name: `the value ${JSON.stringify(value)}`,
        file: 'deck',
        breaks: (parts) => {
          const cache = first(parts, chart1, 'c:numCache');
          descendants(cache, 'c:v')[0]?.children.splice(0, 1, value);
        },
        part: chart1,
        says: `chart of slide 3: value ${JSON.stringify(value)}`,
      }),
    ),
    {
      name: 'more points than are counted',
      file: 'deck',
      breaks: (parts) => child(first(parts, chart1, 'c:numCache'), 'c:ptCount')?.attributes.set('val', '1'),
      part: chart1,
      says: '4 points where 1 are counted',
    },
  ],
  'ooxml/chart-data': [
    {
      name: 'a value that is another in the workbook',
      file: 'deck',
      breaks: (parts) =>
        descendants(first(parts, chart1, 'c:numCache'), 'c:v')[0]?.children.splice(0, 1, '1234.5'),
      part: chart1,
      says: 'chart of slide 3: it shows "1234.5", but cell B2 of its workbook holds',
    },
    {
      name: 'a name that is another in the workbook',
      file: 'deck',
      breaks: (parts) => {
        const name = child(first(parts, chart1, 'c:ser'), 'c:tx') as XmlElement;
        descendants(name, 'c:v')[0]?.children.splice(0, 1, 'Elsewhere');
      },
      part: chart1,
      says: 'chart of slide 3: it shows "Elsewhere", but cell B1 of its workbook holds',
    },
    {
      name: 'a chart without a workbook',
      file: 'deck',
      breaks: (parts) => removeChildren(parts.xml(chart1), ({ name }) => name === 'c:externalData'),
      part: chart1,
      says: 'chart of slide 3: it has no workbook',
    },
  ],
  'ooxml/chart-contrast': [
    {
      name: 'grey names on an axis, on the slide’s white',
      file: 'deck',
      breaks: (parts) => {
        const properties = first(parts, chart1, 'c:catAx');
        const text = descendants(properties, 'a:defRPr')[0] as XmlElement;
        removeChildren(text, ({ name }) => name === 'a:solidFill');
        text.children.unshift(fill('BBBBBB'));
      },
      part: chart1,
      says: 'chart of slide 3, the names on the axis: a contrast of 1.9',
    },
    {
      name: 'a label of the colour that it stands on',
      file: 'deck',
      breaks: (parts) => {
        const ring = first(parts, 'ppt/charts/chart2.xml', 'c:ser');
        const look = el('c:txPr', {}, [
          el('a:bodyPr'),
          el('a:p', {}, [el('a:pPr', {}, [el('a:defRPr', {}, [fill('0B3D91')])])]),
        ]);
        const labels = el('c:dLbls', {}, [look, el('c:showVal', { val: '1' })]);
        ring.children.splice(
          elements(ring).findIndex(({ name }) => name === 'c:cat'),
          0,
          labels,
        );
      },
      part: 'ppt/charts/chart2.xml',
      says: 'chart of slide 3, the labels: a contrast of 1.00, #0B3D91 on #0B3D91',
    },
  ],
  'ooxml/embedded-workbook': [
    {
      name: 'a workbook that is no zip',
      file: 'deck',
      breaks: (parts) => parts.set('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx', encode('spreadsheet')),
      part: 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx',
      says: 'no zip file',
    },
    {
      name: 'a workbook without a sheet',
      file: 'deck',
      breaks: (parts) => {
        const name = 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx';
        const workbook = new Parts(readPackage(parts.bytes(name)));
        workbook.delete('xl/worksheets/sheet1.xml');
        parts.set(name, writePackage(workbook.toPackage(), { date: '2026-01-19' }));
      },
      part: 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx',
      says: 'no sheet',
    },
  ],
  'ooxml/invalid-language': [
    {
      name: 'a language that nobody speaks',
      file: 'deck',
      breaks: (parts) => child(run(parts, slide2, 'a:r', '42.5%'), 'a:rPr')?.attributes.set('lang', 'xx-XX'),
      part: slide2,
      says: '"xx-XX" is no language',
    },
    {
      name: 'a tag that is none',
      file: 'deck',
      breaks: (parts) => first(parts, chart1, 'c:lang').attributes.set('val', 'english'),
      part: chart1,
      says: '"english"',
    },
    {
      name: 'a wrong language in Word',
      file: 'document',
      breaks: (parts) =>
        first(parts, 'word/settings.xml', 'w:themeFontLang').attributes.set('w:eastAsia', 'zh_CN'),
      part: 'word/settings.xml',
      says: '"zh_CN"',
    },
  ],
  'ooxml/run-language': [
    {
      name: 'a run without',
      file: 'deck',
      breaks: (parts) => child(run(parts, slide2, 'a:r', '42.5%'), 'a:rPr')?.attributes.delete('lang'),
      part: slide2,
      says: 'slide 2: the run "42.5%" has no language',
    },
    {
      name: 'a Chinese run in English, in notes',
      file: 'deck',
      breaks: (parts) =>
        child(run(parts, 'ppt/notesSlides/notesSlide1.xml', 'a:r', '备注'), 'a:rPr')?.attributes.set(
          'lang',
          'en-US',
        ),
      part: 'ppt/notesSlides/notesSlide1.xml',
      says: 'notes of slide 1: the run "备注 notes" has language en-US',
    },
    {
      name: 'a Word file without default languages',
      file: 'document',
      breaks: (parts) =>
        void removeChildren(
          child(parts.xml('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr') as XmlElement,
          ({ name }) => name === 'w:lang',
        ),
      part: 'word/document.xml',
      says: 'the run "简介 Introduction" has no language',
    },
  ],
  'ooxml/east-asian-font': [
    {
      name: 'Arial for Chinese',
      file: 'deck',
      breaks: (parts) =>
        child(run(parts, slide1, 'a:r', '重庆'), 'a:rPr', 'a:ea')?.attributes.set('typeface', 'Arial'),
      part: slide1,
      says: '"Arial" as its East Asian font',
    },
    {
      name: 'a theme without, where the run has none either',
      file: 'deck',
      breaks: (parts) => {
        for (const theme of ['ppt/theme/theme1.xml', 'ppt/theme/theme2.xml'])
          for (const font of descendants(parts.xml(theme), 'a:ea')) font.attributes.set('typeface', '');
        const properties = child(run(parts, slide1, 'a:r', '重庆'), 'a:rPr') as XmlElement;
        removeChildren(properties, ({ name }) => name === 'a:ea');
      },
      part: slide1,
      says: 'no East Asian font',
    },
    {
      name: 'a Word file without one by default',
      file: 'document',
      breaks: (parts) =>
        child(
          parts.xml('word/styles.xml'),
          'w:docDefaults',
          'w:rPrDefault',
          'w:rPr',
          'w:rFonts',
        )?.attributes.delete('w:eastAsia'),
      part: 'word/document.xml',
      says: 'no East Asian font',
    },
  ],
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
  'ooxml/word-contrast': [
    {
      name: 'grey on white',
      file: 'document',
      breaks: (parts) => wordRun(parts, 'Umsatz').children.push(el('w:color', { 'w:val': 'AAAAAA' })),
      part: 'word/document.xml',
      says: 'the run "Umsatz " has a contrast of 2.32, #AAAAAA on #FFFFFF',
    },
    {
      name: 'blue by its style, on a shaded paragraph',
      file: 'document',
      breaks: (parts) => {
        const link = descendants(parts.xml('word/document.xml'), 'w:p').find((candidate) =>
          textOf(candidate).includes('another source'),
        );
        link?.children.unshift(el('w:pPr', {}, [el('w:shd', { 'w:val': 'clear', 'w:fill': '404040' })]));
      },
      part: 'word/document.xml',
      says: 'the run "another source" has a contrast of',
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

describe('a good file', () => {
  it('gives no finding', () => {
    expect(lintPackage(deck)).toEqual([]);
    expect(lintPackage(document)).toEqual([]);
  });
});

describe.each(Object.entries(broken))('%s', (code, fixtures) => {
  it.each(fixtures)('finds $name, and nothing else', ({ file, breaks, part, says }) => {
    const parts = new Parts(readPackage(file === 'deck' ? deck : document));
    breaks(parts);
    const findings = lintPackage(writePackage(parts.toPackage(), { date: '2026-01-19' }));
    expect([...new Set(findings.map((finding) => finding.code))]).toEqual([code]);
    expect(findings.map(({ at }) => at?.file)).toContain(part);
    expect(findings.map(({ message }) => message).join('\n')).toContain(says);
    for (const finding of findings) expect(finding.expected && finding.hint).toBeTruthy();
  });
});

describe('a table that faces two languages', () => {
  it('needs no header row where its look says it has none', () => {
    const parts = new Parts(readPackage(document));
    removeChildren(first(parts, 'word/document.xml', 'w:trPr'), ({ name }) => name === 'w:tblHeader');
    const properties = first(parts, 'word/document.xml', 'w:tblPr');
    removeChildren(properties, ({ name }) => name === 'w:tblCaption');
    child(properties, 'w:tblLook')?.attributes.set('w:firstRow', 'false');
    expect(lintPackage(writePackage(parts.toPackage(), { date: '2026-01-19' }))).toEqual([]);
  });
});

describe('bytes that are no package', () => {
  it('are a finding', () => {
    expect(lintPackage(encode('hello')).map(({ code }) => code)).toEqual(['ooxml/not-a-zip']);
  });

  it('and damaged packages give findings, whatever part is missing or broken, without a crash', () => {
    for (const file of [small, document]) {
      const damage = damaging(file);
      for (const name of damage.names) {
        lintPackage(damage.without(name));
        for (const text of ['<a><b></a>', '<a/>']) {
          const codes = lintPackage(damage.replacing(name, encode(text))).map(({ code }) => code);
          if (text !== '<a/>' && /\.(xml|rels)$/.test(name)) expect(codes).toContain('ooxml/not-well-formed');
        }
      }
    }
  }, 20_000);

  it('and a package without anything in it is too, without a crash', () => {
    const codes = lintPackage(writePackage({ parts: new Map() }, { date: '2026-01-19' })).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['ooxml/content-type', 'ooxml/document-title']);
    expect(Object.keys(rules)).toContain('ooxml/content-type');
  });
});
