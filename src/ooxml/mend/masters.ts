/** Layer 1. Slide master and layouts: what a slide added by hand in PowerPoint will look like. */
import type { Parts } from '../parts.js';
import { relationshipsPartOf } from '../relationships.js';
import { child, clone, descendants, el, elements, removeChildren, textOf, type XmlElement } from '../xml.js';
import type { Mending } from './options.js';
import { isTitle, placeholderOf } from './shapes.js';

/** Sizes of the body's levels in points, where the library has 32, 28, 24, 20 pt for all decks. */
const bodySizes = [18, 16, 14, 12, 12, 12, 12, 12, 12];
const titleSize = '2800';

/** Fields hold a text until they are computed; the library leaves "null" and its inner slide number. */
const fieldText = '‹#›';

/** The library always writes an empty layout DEFAULT, which no slide uses: dropped where there is any other. */
export function dropDefaultLayout(parts: Parts, master: string): void {
  const layouts = parts.related(master, 'slideLayout');
  const unused = layouts.find(
    (layout) => child(parts.xml(layout), 'p:cSld')?.attributes.get('name') === 'DEFAULT',
  );
  if (unused === undefined || layouts.length === 1) return;
  const id = parts.relationships(master).find((relationship) => relationship.target === unused)?.id;
  removeChildren(parts.xml(relationshipsPartOf(master)), (node) => node.attributes.get('Id') === id);
  for (const list of elements(parts.xml(master), 'p:sldLayoutIdLst'))
    removeChildren(list, (node) => node.attributes.get('r:id') === id);
  parts.delete(unused);
}

/** Placeholders of layouts: PowerPoint's own prompt, in the user's language, where the layout gives none. */
export function mendLayout(layout: XmlElement): void {
  setFields(layout);
  for (const shape of descendants(layout, 'p:sp')) {
    const placeholder = placeholderOf(shape);
    const body = child(shape, 'p:txBody');
    if (placeholder && (!body || textOf(body).trim() === ''))
      placeholder.attributes.delete('hasCustomPrompt');
  }
}

function setFields(root: XmlElement): void {
  for (const field of descendants(root, 'a:fld')) {
    const text = child(field, 'a:t');
    if (text && field.attributes.get('type') === 'slidenum')
      text.children.splice(0, text.children.length, fieldText);
  }
}

/**
 * Text styles of a sane size, a background, and the title and body placeholders that layouts inherit from, where the
 * master has none: at the place and size that most layouts share.
 *
 * @param scale of type, 1 on slides of 13.333 by 7.5 inches
 */
export function mendMaster(
  master: XmlElement,
  layouts: readonly XmlElement[],
  mending: Mending,
  scale = 1,
): void {
  setFields(master);
  const slide = child(master, 'p:cSld');
  const tree = child(slide, 'p:spTree');
  if (!slide || !tree) return;
  if (!child(slide, 'p:bg')) slide.children.unshift(paper());
  const shapes = layouts.flatMap((layout) => descendants(layout, 'p:sp'));
  const isBody = (shape: XmlElement): boolean => placeholderOf(shape)?.attributes.get('type') === 'body';
  const title = commonest(shapes.filter(isTitle));
  const body = commonest(shapes.filter(isBody));
  const own = elements(tree, 'p:sp');
  const prompts = promptsOf(mending.language);
  const added: XmlElement[] = [];
  if (title && !own.some(isTitle)) added.push(masterPlaceholder('title', title, [prompts.title], mending));
  if (body && !own.some(isBody)) added.push(masterPlaceholder('body', body, prompts.levels, mending));
  const after = tree.children.findIndex((node) => typeof node !== 'string' && node.name === 'p:grpSpPr');
  tree.children.splice(after + 1, 0, ...added);

  const titleLevel = child(master, 'p:txStyles', 'p:titleStyle', 'a:lvl1pPr');
  titleLevel?.attributes.set('algn', 'l');
  child(titleLevel, 'a:defRPr')?.attributes.set('sz', sizeOf(title) ?? titleSize);
  for (const [index, size] of bodySizes.entries())
    child(master, 'p:txStyles', 'p:bodyStyle', `a:lvl${index + 1}pPr`, 'a:defRPr')?.attributes.set(
      'sz',
      // Half points, as people set them.
      String(Math.max(1, Math.round(size * scale * 2)) * 50),
    );
}

/** The shape whose place and size of text most others share: not the cover's, but that of the slides in between. */
function commonest(shapes: readonly XmlElement[]): XmlElement | undefined {
  const counts = new Map<string, { shape: XmlElement; count: number }>();
  for (const shape of shapes) {
    const place = child(shape, 'p:spPr', 'a:xfrm');
    const key = `${place ? elements(place).map(({ attributes }) => [...attributes].join()) : ''} ${sizeOf(shape)}`;
    const known = counts.get(key);
    counts.set(key, { shape: known?.shape ?? shape, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.shape;
}

const paper = (): XmlElement =>
  el('p:bg', {}, [
    el('p:bgPr', {}, [el('a:solidFill', {}, [el('a:schemeClr', { val: 'bg1' })]), el('a:effectLst')]),
  ]);

const sizeOf = (shape: XmlElement | undefined): string | undefined =>
  child(shape, 'p:txBody', 'a:lstStyle', 'a:lvl1pPr', 'a:defRPr')?.attributes.get('sz');

function masterPlaceholder(
  type: 'title' | 'body',
  like: XmlElement,
  levels: readonly string[],
  mending: Mending,
): XmlElement {
  const place = child(like, 'p:spPr', 'a:xfrm');
  return el('p:sp', {}, [
    el('p:nvSpPr', {}, [
      el('p:cNvPr', { id: '0', name: type === 'title' ? 'Title' : 'Body' }),
      el('p:cNvSpPr', {}, [el('a:spLocks', { noGrp: '1' })]),
      el('p:nvPr', {}, [el('p:ph', { type, idx: type === 'body' ? '1' : undefined })]),
    ]),
    el('p:spPr', {}, [...(place ? [clone(place)] : []), el('a:prstGeom', { prst: 'rect' }, [el('a:avLst')])]),
    el('p:txBody', {}, [
      el('a:bodyPr', { wrap: 'square', rtlCol: '0' }),
      el('a:lstStyle'),
      ...levels.map((text, level) =>
        el('a:p', {}, [
          ...(level > 0 ? [el('a:pPr', { lvl: String(level) })] : []),
          el('a:r', {}, [el('a:rPr', { lang: mending.officeLanguage }), el('a:t', {}, [text])]),
        ]),
      ),
    ]),
  ]);
}

interface Prompts {
  readonly title: string;
  readonly levels: readonly string[];
}

/** As PowerPoint itself words them; a language that is not here gets English. */
function promptsOf(language: string): Prompts {
  const known: Readonly<Record<string, Prompts>> = {
    zh: { title: '单击此处编辑母版标题样式', levels: ['单击此处编辑母版文本样式', '第二级', '第三级'] },
    de: {
      title: 'Mastertitelformat bearbeiten',
      levels: ['Mastertextformat bearbeiten', 'Zweite Ebene', 'Dritte Ebene'],
    },
    en: {
      title: 'Click to edit Master title style',
      levels: ['Click to edit Master text styles', 'Second level', 'Third level'],
    },
  };
  return known[language.split('-')[0] as string] ?? (known.en as Prompts);
}
