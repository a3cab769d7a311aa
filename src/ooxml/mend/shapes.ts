/** Layer 1. The shape tree of slides, layouts, masters and notes: ids, names, alternative text, reading order. */
import { readAnnotation } from '../annotation.js';
import { child, descendants, el, elements, removeChildren, type XmlElement } from '../xml.js';

const decorativeExtension = '{C183D7F6-B498-43B3-948B-1728B52AA6E4}';
const decorativeNamespace = 'http://schemas.microsoft.com/office/drawing/2017/decorative';

/** The extension that marks an object as decorative (MS-ODRAWXML 2.20). */
export const decorativeMark = (): XmlElement =>
  el('a:extLst', { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main' }, [
    el('a:ext', { uri: decorativeExtension }, [
      el('adec:decorative', { 'xmlns:adec': decorativeNamespace, val: '1' }),
    ]),
  ]);

/** The `p:cNvPr` of a shape, picture, graphic frame, connector or group. */
export function identityOf(shape: XmlElement): XmlElement | undefined {
  for (const properties of elements(shape)) {
    const identity = child(properties, 'p:cNvPr');
    if (identity) return identity;
  }
  return undefined;
}

/** The `p:ph` of a shape that fills a placeholder. */
export function placeholderOf(shape: XmlElement): XmlElement | undefined {
  for (const node of shape.children) {
    const placeholder = typeof node === 'string' ? undefined : child(node, 'p:nvPr', 'p:ph');
    if (placeholder) return placeholder;
  }
  return undefined;
}

export function isTitle(shape: XmlElement): boolean {
  const type = placeholderOf(shape)?.attributes.get('type');
  return type === 'title' || type === 'ctrTitle';
}

export function isDecorative(identity: XmlElement): boolean {
  return descendants(identity, 'adec:decorative').some((mark) => mark.attributes.get('val') === '1');
}

/** Takes the annotations out of the names. */
export function nameShapes(tree: XmlElement): void {
  for (const shape of elements(tree)) {
    const identity = identityOf(shape);
    if (!identity || shape.name === 'p:nvGrpSpPr') continue;
    const { name, decorative } = readAnnotation(identity.attributes.get('name') ?? '');
    identity.attributes.set('name', name);
    if (!decorative) continue;
    identity.attributes.set('descr', '');
    identity.children.push(decorativeMark());
  }
}

/** In EMU. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a shape says it lies; undefined where it leaves that to its layout. */
export function rectangleOf(shape: XmlElement): Rectangle | undefined {
  const transform =
    child(shape, 'p:spPr', 'a:xfrm') ?? child(shape, 'p:xfrm') ?? child(shape, 'p:grpSpPr', 'a:xfrm');
  const offset = child(transform, 'a:off');
  const extent = child(transform, 'a:ext');
  if (!offset || !extent) return undefined;
  const number = (element: XmlElement, key: string): number => Number(element.attributes.get(key) ?? 0);
  const x = number(offset, 'x');
  const y = number(offset, 'y');
  return { x, y, right: x + number(extent, 'cx'), bottom: y + number(extent, 'cy') };
}

export const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom;

/**
 * Puts the title first in the tree, as it is read first. Decorative shapes drawn below the title stay before it: a
 * panel moved behind it in order would cover it, and screen readers skip them anyway.
 */
export function putTitleFirst(tree: XmlElement): void {
  const shapes = elements(tree);
  const title = shapes.find(isTitle);
  if (!title) return;
  const area = rectangleOf(title);
  const below = shapes.slice(0, shapes.indexOf(title)).filter((shape) => {
    const identity = identityOf(shape);
    const own = rectangleOf(shape);
    return identity && isDecorative(identity) && area && own && overlap(area, own);
  });
  const properties = shapes.filter((shape) => shape.name === 'p:nvGrpSpPr' || shape.name === 'p:grpSpPr');
  const first = new Set<XmlElement>([...properties, ...below, title]);
  tree.children.splice(0, tree.children.length, ...first, ...shapes.filter((shape) => !first.has(shape)));
}

/** Numbers all shapes in document order, from 1, the tree itself. */
export function renumberShapes(tree: XmlElement): void {
  for (const [index, identity] of descendants(tree, 'p:cNvPr').entries()) {
    identity.attributes.set('id', String(index + 1));
    // The library leaves layout of its own template inside.
    if (identity.children.length > 0)
      identity.children.splice(0, identity.children.length, ...elements(identity));
  }
}

/** Empty lines mean "as the theme has it", not "none"; a background wants its effects, if only that there are none. */
export function mendProperties(root: XmlElement): void {
  for (const element of descendants(root)) {
    if (element.name === 'p:spPr')
      removeChildren(
        element,
        (node) => node.name === 'a:ln' && node.children.length === 0 && node.attributes.size === 0,
      );
    if (element.name === 'p:bgPr' && !child(element, 'a:effectLst') && !child(element, 'a:effectDag')) {
      const fill = element.children.findIndex((node) => typeof node !== 'string' && /Fill$/.test(node.name));
      element.children.splice(fill + 1, 0, el('a:effectLst'));
    }
  }
}
