/** Layer 1. Rules about how a file reads aloud: in which order, and what its links say. */
import {
  identityOf,
  isDecorative,
  isTitle,
  placeholderOf,
  type Rectangle,
  rectangleOf,
} from '../mend/shapes.js';
import { child, descendants, elements, textOf, type XmlElement } from '../xml.js';
import { type Finding, type OfficeFile, quote, type Rule, shapeLabel } from './file.js';
import { named } from './walk.js';

interface Placed extends Rectangle {
  readonly shape: XmlElement;
}

/** What a reader comes upon in the midst of a slide: not decoration, not what stands at the edge of every slide. */
function readShapes(slide: XmlElement): Placed[] {
  const tree = child(slide, 'p:cSld', 'p:spTree');
  return (tree ? elements(tree) : []).flatMap((shape) => {
    const identity = identityOf(shape);
    const area = rectangleOf(shape);
    if (!identity || !area || isDecorative(identity) || isTitle(shape)) return [];
    if (/^(sldNum|dt|ftr|hdr)$/.test(placeholderOf(shape)?.attributes.get('type') ?? '')) return [];
    return [{ shape, ...area }];
  });
}

/** A point: boxes that touch do not overlap. */
const slack = 12_700;
const sharesColumn = (a: Placed, b: Placed): boolean => a.x < b.right - slack && b.x < a.right - slack;
const sharesRow = (a: Placed, b: Placed): boolean => a.y < b.bottom - slack && b.y < a.bottom - slack;

/**
 * Below the title, shapes are read top to bottom, and left to right in a row: none comes after one that lies below it in
 * the same column, or right of it in the same row. Columns may be read one after the other.
 */
export const readingOrder: Rule = function* (file) {
  for (const slide of file.slides) {
    const shapes = readShapes(slide.root);
    for (const [index, later] of shapes.entries()) {
      const earlier = shapes
        .slice(0, index)
        .find(
          (other) =>
            (sharesColumn(other, later) && later.bottom <= other.y + slack) ||
            (sharesRow(other, later) && later.right <= other.x + slack),
        );
      if (!earlier) continue;
      const side = later.bottom <= earlier.y + slack ? 'above' : 'left of';
      yield {
        part: slide.part,
        message: `${slide.label}, ${shapeLabel(later.shape)}: lies ${side} ${shapeLabel(earlier.shape)} and is read after it`,
        expected: 'shapes in the order they are read: top to bottom, left to right',
        hint: 'draw them in that order',
      };
    }
  }
};

interface Link {
  readonly part: string;
  readonly label: string;
  readonly id: string;
  readonly text: string;
}

/** Links on text; neighbouring runs with the same target are one. */
function* linksOf(file: OfficeFile): Iterable<Link> {
  for (const { part, label, root } of file.slides) {
    if (named(root, 'a:hlinkClick').length === 0) continue;
    for (const paragraph of named(root, 'a:p')) {
      let open: Link | undefined;
      for (const run of elements(paragraph, 'a:r')) {
        const id = child(run, 'a:rPr', 'a:hlinkClick')?.attributes.get('r:id');
        const text = textOf(child(run, 'a:t') ?? run);
        if (open && open.id !== id) yield open;
        if (id === undefined || id === '') open = undefined;
        else open = { part, label, id, text: open?.id === id ? open.text + text : text };
      }
      if (open) yield open;
    }
  }
  for (const { part, root } of file.texts) {
    for (const link of named(root, 'w:hyperlink')) {
      const id = link.attributes.get('r:id');
      const text = descendants(link, 'w:t').map(textOf).join('');
      if (id !== undefined && text.trim()) yield { part, label: part, id, text };
    }
  }
}

/** Said alike of any link, so that a list of a page's links says nothing. */
const sayNothing = new Set(
  [
    'click here, click, here, link, this link, more, read more, learn more, more information, details, this page, website',
    'hier, hier klicken, klicken sie hier, klick, link, mehr, mehr dazu, mehr erfahren, weiterlesen, weitere informationen, details',
    '点击这里, 点击此处, 点击, 点此, 这里, 此处, 链接, 更多, 查看, 查看更多, 了解更多, 详情, 查看详情',
    'ici, cliquez ici, cliquer ici, lien, plus, en savoir plus, lire la suite, voir plus, détails',
  ]
    .join(', ')
    .split(', '),
);

/** A link's text says where it goes: no bare address, no "click here". */
export const linkTexts: Rule = function* (file) {
  for (const { part, label, text } of linksOf(file)) {
    const said = text.normalize('NFKC').trim();
    const words = said.replace(/[\p{P}\p{S}\s]+$/u, '').toLowerCase();
    const address = /^(https?:\/\/|www\.|mailto:)\S*$/i.test(said);
    if (!address && words !== '' && !sayNothing.has(words)) continue;
    yield {
      part,
      message: `${label}: the link ${quote(text)} ${address ? 'is a bare address' : 'does not say where it leads'}`,
      expected: 'words that say where the link leads, without what stands around it',
      hint: 'name the page: [Report of 19 January](https://…)',
    } satisfies Finding;
  }
};
