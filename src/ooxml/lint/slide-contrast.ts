/**
 * Layer 1. Contrast of text on slides: its colour and what lies behind it, through shape, placeholder, layout, master and
 * theme. Where the ground is a picture, a gradient or see-through it cannot be known from the file, and nothing is said.
 */
import { contrastOf } from '../../contrast.js';
import { isTitle, overlap, placeholderOf, type Rectangle, rectangleOf } from '../mend/shapes.js';
import { child, descendants, elements, textOf, type XmlElement } from '../xml.js';
import { colourOf, leastContrast, type Scheme, schemeOf } from './colours.js';
import { type OfficeFile, type Page, quote, type Rule, shapeLabel } from './file.js';
import { keptWith } from './walk.js';

/** `unknown`: there is something, and its colour cannot be told. Undefined: there is nothing. */
export type Ground = string | 'unknown' | undefined;

/** A slide with what it inherits from: itself, layout, master. Or a layout, with its master. */
export interface Inheritance {
  readonly layers: readonly XmlElement[];
  readonly scheme: Scheme;
  readonly defaults: XmlElement | undefined;
  /** Of the page's shapes, as far as they were asked for: every shape above them asks. */
  readonly lineages: Map<XmlElement, readonly XmlElement[]>;
}

export function inheritanceOf(file: OfficeFile, page: Page): Inheritance {
  const [layout = page.part] = file.related(page.part, 'slideLayout');
  const above = (): Omit<Inheritance, 'lineages'> => {
    const parts = [...new Set([layout, ...file.related(layout, 'slideMaster').slice(0, 1)])];
    return {
      layers: parts.flatMap((part) => file.tree(part) ?? []),
      scheme: schemeOf(file, [page.part, ...parts]),
      defaults: child(file.tree(file.main ?? ''), 'p:defaultTextStyle'),
    };
  };
  const hasOwnColours = child(page.root, 'p:clrMapOvr', 'a:overrideClrMapping') !== undefined;
  const inherited =
    hasOwnColours || layout === page.part ? above() : file.remember(`inheritance of ${layout}`, above);
  const layers = layout === page.part ? inherited.layers : [page.root, ...inherited.layers];
  return { ...inherited, layers, lineages: new Map() };
}

const onPage = Symbol('on the page');

/** What stands on a page, in its order. */
const treeOf = (page: XmlElement): readonly XmlElement[] =>
  keptWith(page, onPage, () => {
    const tree = child(page, 'p:cSld', 'p:spTree');
    return tree ? elements(tree).filter(({ name }) => !/^p:(nv)?grpSpPr$/i.test(name)) : [];
  });

const kinds: Readonly<Record<string, string>> = { ctrTitle: 'title', subTitle: 'body', obj: 'body' };
const kindOf = (placeholder: XmlElement): string => {
  const type = placeholder.attributes.get('type') ?? 'body';
  return kinds[type] ?? type;
};

/** The shape, then what its placeholder takes after: on the layout by index, on the master by kind. */
function ancestry(shape: XmlElement, { layers, lineages }: Inheritance): readonly XmlElement[] {
  const known = lineages.get(shape);
  if (known) return known;
  const found = lineageOf(shape, layers);
  lineages.set(shape, found);
  return found;
}

function lineageOf(shape: XmlElement, layers: readonly XmlElement[]): XmlElement[] {
  const own = placeholderOf(shape);
  if (!own) return [shape];
  const index = own.attributes.get('idx');
  const inherited = layers.slice(1).flatMap((layer, depth) => {
    const offered = treeOf(layer).filter((candidate) => placeholderOf(candidate));
    const same = (matches: (placeholder: XmlElement) => boolean) =>
      offered.find((candidate) => matches(placeholderOf(candidate) as XmlElement));
    const byIndex =
      depth === 0 && index !== undefined && same((other) => other.attributes.get('idx') === index);
    return byIndex || same((other) => kindOf(other) === kindOf(own)) || [];
  });
  return [shape, ...inherited];
}

/** Character properties around the runs of a level, from the shape outwards; the first that says something counts. */
function inheritedProperties(
  level: number,
  lineage: readonly XmlElement[],
  { layers, defaults }: Inheritance,
): XmlElement[] {
  const name = `a:lvl${level}pPr`;
  const [shape] = lineage;
  const master = layers.find(({ name: root }) => root === 'p:sldMaster');
  const placeholder = shape && placeholderOf(shape);
  const style = !placeholder
    ? 'p:otherStyle'
    : isTitle(shape)
      ? 'p:titleStyle'
      : kindOf(placeholder) === 'body'
        ? 'p:bodyStyle'
        : 'p:otherStyle';
  return [
    ...lineage.map((ancestor) => child(ancestor, 'p:txBody', 'a:lstStyle', name, 'a:defRPr')),
    child(master, 'p:txStyles', style, name, 'a:defRPr'),
    child(defaults, name, 'a:defRPr'),
  ].filter((properties) => properties !== undefined);
}

function textColour(properties: readonly XmlElement[], shape: XmlElement, { scheme }: Inheritance): Ground {
  const [run] = properties;
  if (run?.name === 'a:rPr' && child(run, 'a:hlinkClick')) return scheme('hlink') ?? 'unknown';
  for (const candidate of properties) {
    const ground = fillOf(candidate, scheme);
    if (ground !== undefined) return ground;
    // What a shape's style says of its font stands above the master's.
    const font = candidate.name === 'a:rPr' && child(shape, 'p:style', 'a:fontRef');
    const [colour] = font ? elements(font) : [];
    if (colour) return colourOf(colour, scheme) ?? 'unknown';
  }
  return scheme('tx1') ?? 'unknown';
}

/** The fill among an element's children. */
export function fillOf(properties: XmlElement | undefined, scheme: Scheme): Ground | 'none' {
  const fill = properties && elements(properties).find(({ name }) => /^a:\w*[fF]ill$/.test(name));
  if (!fill) return undefined;
  if (fill.name === 'a:noFill') return 'none';
  const [colour] = fill.name === 'a:solidFill' ? elements(fill) : [];
  return (colour && colourOf(colour, scheme)) ?? 'unknown';
}

/** What a shape paints over its area. */
function paintOf(shape: XmlElement, inheritance: Inheritance): Ground {
  if (shape.name === 'p:cxnSp') return undefined;
  if (shape.name !== 'p:sp') return 'unknown';
  for (const ancestor of ancestry(shape, inheritance)) {
    const fill = fillOf(child(ancestor, 'p:spPr'), inheritance.scheme);
    if (fill !== undefined) return fill === 'none' ? undefined : fill;
  }
  const style = child(shape, 'p:style', 'a:fillRef');
  return style && style.attributes.get('idx') !== '0' ? 'unknown' : undefined;
}

const holds = (outer: Rectangle, inner: Rectangle, slack = 12_700): boolean =>
  outer.x <= inner.x + slack &&
  outer.y <= inner.y + slack &&
  outer.right >= inner.right - slack &&
  outer.bottom >= inner.bottom - slack;

const areaOf = (shape: XmlElement, inheritance: Inheritance): Rectangle | undefined =>
  ancestry(shape, inheritance).map(rectangleOf).find(Boolean);

interface Painted {
  readonly place: Rectangle;
  readonly paint: Exclude<Ground, undefined>;
}
const paintedBy = new WeakMap<Scheme, Map<XmlElement, readonly Painted[]>>();

/** What a layout or master prints on each slide, the topmost first. Many slides ask. */
function paintedOn(layer: XmlElement, inheritance: Inheritance): readonly Painted[] {
  const known = paintedBy.get(inheritance.scheme) ?? new Map<XmlElement, readonly Painted[]>();
  paintedBy.set(inheritance.scheme, known);
  let painted = known.get(layer);
  if (!painted) {
    painted = treeOf(layer)
      .filter((other) => !placeholderOf(other))
      .reverse()
      .flatMap((other) => {
        const place = areaOf(other, inheritance);
        const paint = paintOf(other, inheritance);
        return place && paint !== undefined ? [{ place, paint }] : [];
      });
    known.set(layer, painted);
  }
  return painted;
}

/** What lies behind an area: shapes below it from the topmost down, then the page's background. */
export function groundBehind(shape: XmlElement, inheritance: Inheritance): Ground {
  const area = areaOf(shape, inheritance);
  if (!area) return 'unknown';
  const [page, ...above] = inheritance.layers;
  const own = page ? treeOf(page) : [];
  for (const other of own.slice(0, own.indexOf(shape)).reverse()) {
    const place = areaOf(other, inheritance);
    if (!place || !overlap(place, area)) continue;
    const paint = paintOf(other, inheritance);
    if (paint !== undefined) return holds(place, area) ? paint : 'unknown';
  }
  for (const { place, paint } of above.flatMap((layer) => paintedOn(layer, inheritance)))
    if (overlap(place, area)) return holds(place, area) ? paint : 'unknown';
  for (const layer of inheritance.layers) {
    const background = child(layer, 'p:cSld', 'p:bg');
    if (!background) continue;
    const reference = child(background, 'p:bgRef');
    // 1001 is the theme's plain fill, which takes the colour given here.
    const [colour] = reference?.attributes.get('idx') === '1001' ? elements(reference) : [];
    if (colour) return colourOf(colour, inheritance.scheme) ?? 'unknown';
    const fill = fillOf(child(background, 'p:bgPr'), inheritance.scheme);
    return fill === undefined || fill === 'none' ? 'unknown' : fill;
  }
  return inheritance.scheme('bg1') ?? 'unknown';
}

/** Table styles that paint nothing: "no style, no grid" and "no style, table grid". */
const plainTables = /^\{(2D5ABB26-0587-4C30-8999-92F81FD0307C|5940675A-B579-460E-94D1-54222C63F5DA)\}$/i;

interface Passage {
  readonly paragraphs: readonly XmlElement[];
  readonly ground: Ground;
}

/** A shape's texts, each with what lies behind it. */
function* passagesOf(shape: XmlElement, inheritance: Inheritance): Iterable<Passage> {
  if (shape.name === 'p:sp') {
    const body = child(shape, 'p:txBody');
    if (!body || !textOf(body).trim()) return;
    const ground = paintOf(shape, inheritance) ?? groundBehind(shape, inheritance);
    yield { paragraphs: elements(body, 'a:p'), ground };
  }
  for (const table of shape.name === 'p:graphicFrame' ? descendants(shape, 'a:tbl') : []) {
    const style = child(table, 'a:tblPr', 'a:tableStyleId');
    const behind = style && !plainTables.test(textOf(style)) ? 'unknown' : groundBehind(shape, inheritance);
    for (const cell of descendants(table, 'a:tc')) {
      const fill = fillOf(child(cell, 'a:tcPr'), inheritance.scheme);
      const body = child(cell, 'a:txBody');
      if (body)
        yield {
          paragraphs: elements(body, 'a:p'),
          ground: fill === undefined || fill === 'none' ? behind : fill,
        };
    }
  }
}

/** Text on slides stands out from what lies behind it; so does what layouts print on them (footers, say). */
export const slideContrast: Rule = function* (file) {
  const layouts = file.masters.filter(({ root }) => root.name === 'p:sldLayout');
  const contrasts = file.remember('contrasts', () => new Map<string, number>());
  for (const page of [...file.slides, ...layouts]) {
    const inheritance = inheritanceOf(file, page);
    for (const shape of treeOf(page.root)) {
      // On a layout a placeholder's text is a prompt, which no slide prints.
      if (page.root.name === 'p:sldLayout' && placeholderOf(shape)) continue;
      const lineage = ancestry(shape, inheritance);
      const said = new Set<string>();
      const around = new Map<number, XmlElement[]>();
      for (const { paragraphs, ground } of passagesOf(shape, inheritance)) {
        if (ground === undefined || ground === 'unknown') continue;
        for (const paragraph of paragraphs) {
          const level = Number(child(paragraph, 'a:pPr')?.attributes.get('lvl') ?? 0) + 1;
          const inheritedHere = around.get(level) ?? inheritedProperties(level, lineage, inheritance);
          around.set(level, inheritedHere);
          for (const run of elements(paragraph).filter(({ name }) => name === 'a:r' || name === 'a:fld')) {
            const text = textOf(child(run, 'a:t') ?? run);
            const own = child(run, 'a:rPr');
            const properties = own ? [own, ...inheritedHere] : inheritedHere;
            const colour = textColour(properties, shape, inheritance);
            if (!text.trim() || colour === undefined || !/^#[0-9A-F]{6}$/.test(colour)) continue;
            const inherited = (key: string) =>
              properties.map(({ attributes }) => attributes.get(key)).find((value) => value !== undefined);
            const least = leastContrast(Number(inherited('sz') ?? 1800) / 100, inherited('b') === '1');
            const pair = `${colour} ${ground}`;
            const contrast = contrasts.get(pair) ?? contrastOf(colour, ground);
            contrasts.set(pair, contrast);
            // A paragraph of many runs is one finding.
            if (contrast >= least || said.has(`${colour} ${ground} ${least}`)) continue;
            said.add(`${colour} ${ground} ${least}`);
            yield {
              part: page.part,
              message: `${page.label}, ${shapeLabel(shape)}: ${quote(text)} has a contrast of ${contrast.toFixed(2)}, ${colour} on ${ground}`,
              expected: `at least ${least}${least === 3 ? ', for large text' : ''}`,
              hint: 'change the theme’s colours',
            };
          }
        }
      }
    }
  }
};
