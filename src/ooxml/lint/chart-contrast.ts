/**
 * Layer 1. Contrast of text in native charts: of titles, legends and names on axes with the chart's ground, of labels
 * with what they stand on, of the boxes over a chart with the patches below them.
 */
import { contrastOf } from '../../contrast.js';
import { child, descendants, elements, textOf, type XmlElement } from '../xml.js';
import { colourOf, leastContrast, type Scheme } from './colours.js';
import { type ChartPage, type OfficeFile, quote, type Rule } from './file.js';
import { fillOf, type Ground, groundBehind, inheritanceOf } from './slide-contrast.js';

interface Passage {
  /** For the message: the text, or what it is. */
  readonly text: string;
  /** Character properties from the nearest outwards. */
  readonly properties: readonly (XmlElement | undefined)[];
  /** All that lies behind it. */
  readonly grounds: readonly Ground[];
}

/** Text in native charts stands out from what lies behind it. */
export const chartContrast: Rule = function* (file) {
  for (const chart of file.charts) {
    const scheme =
      chart.frame.name === 'p:graphicFrame' ? inheritanceOf(file, chart.page).scheme : wordScheme(file);
    const said = new Set<string>();
    for (const { text, properties, grounds } of passagesOf(file, chart, scheme)) {
      const first = (key: string) =>
        properties.map((found) => found?.attributes.get(key)).find((value) => value !== undefined);
      const fills = properties.map((found) => fillOf(found, scheme));
      const colour = fills.find((fill) => fill !== undefined) ?? scheme('tx1');
      const least = leastContrast(Number(first('sz') ?? 1000) / 100, first('b') === '1');
      for (const ground of grounds) {
        if (!isColour(colour) || !isColour(ground)) continue;
        const contrast = contrastOf(colour, ground);
        const pairing = `${colour} on ${ground}`;
        // All labels of a chart look alike.
        if (contrast >= least || said.has(`${pairing} ${least}`)) continue;
        said.add(`${pairing} ${least}`);
        yield {
          part: chart.part,
          message: `${chart.label}, ${text}: a contrast of ${contrast.toFixed(2)}, ${pairing}`,
          expected: `at least ${least}${least === 3 ? ', for large text' : ''}`,
          hint: 'change the theme’s colours',
        };
      }
    }
  }
};

const isColour = (ground: Ground | 'none'): ground is string =>
  ground !== undefined && /^#[0-9A-F]{6}$/.test(ground);

/** A Word file's own names for the colours of its theme. */
function wordScheme(file: OfficeFile): Scheme {
  const theme = file.tree(file.related(file.main ?? '', 'theme')[0] ?? '');
  const colours = child(theme, 'a:themeElements', 'a:clrScheme');
  const names: Readonly<Record<string, string>> = { tx1: 'dk1', bg1: 'lt1', tx2: 'dk2', bg2: 'lt2' };
  return (name) => {
    const entry = child(colours, `a:${names[name] ?? name}`);
    const [colour] = entry ? elements(entry) : [];
    return colour && colourOf(colour, () => undefined);
  };
}

function* passagesOf(file: OfficeFile, chart: ChartPage, scheme: Scheme): Iterable<Passage> {
  const { root } = chart;
  const space = painted(child(root, 'c:spPr'), scheme) ?? behind(file, chart);
  const plot = child(root, 'c:chart', 'c:plotArea');
  const area = painted(child(plot, 'c:spPr'), scheme) ?? space;
  const common = defaultsOf(root);
  for (const element of descendants(root)) {
    if (element.name === 'c:title' || element.name === 'c:legend')
      yield* textsIn(element, element.name === 'c:title' ? 'the title' : 'the legend', common, [space]);
    if (/^c:(cat|val|date|ser)Ax$/.test(element.name) && isShown(element))
      yield* textsIn(element, 'the names on the axis', common, [space], ['c:title']);
  }
  for (const plotted of plot ? elements(plot).filter(({ name }) => /^c:\w+Chart$/.test(name)) : [])
    yield* labelsIn(plotted, common, area, scheme);
  for (const { root: boxes } of file.boxesOver(chart)) yield* boxTexts(boxes, common, space, scheme);
}

const painted = (properties: XmlElement | undefined, scheme: Scheme): Ground => {
  const fill = fillOf(properties, scheme);
  return fill === 'none' ? undefined : fill;
};

/** Paper in Word; on a slide what lies behind the frame. */
function behind(file: OfficeFile, { frame, page }: ChartPage): Ground {
  return frame.name === 'p:graphicFrame' ? groundBehind(frame, inheritanceOf(file, page)) : '#FFFFFF';
}

const defaultsOf = (element: XmlElement): XmlElement | undefined => {
  const text = child(element, 'c:txPr');
  return text && descendants(text, 'a:defRPr')[0];
};

const isShown = (axis: XmlElement): boolean =>
  !/^(1|true)$/.test(child(axis, 'c:delete')?.attributes.get('val') ?? 'true') &&
  child(axis, 'c:tickLblPos')?.attributes.get('val') !== 'none';

/** Runs that an element writes out, or, where it writes none, what it says of those that programs write for it. */
function* textsIn(
  element: XmlElement,
  what: string,
  common: XmlElement | undefined,
  grounds: readonly Ground[],
  but: readonly string[] = [],
): Iterable<Passage> {
  const own = { ...element, children: elements(element).filter(({ name }) => !but.includes(name)) };
  const runs = descendants(own).filter(({ name }) => name === 'a:r' || name === 'a:fld');
  if (runs.length === 0) yield { text: what, properties: [defaultsOf(own), common], grounds };
  for (const run of runs) {
    const text = textOf(child(run, 'a:t') ?? run);
    if (text.trim())
      yield { text: quote(text), properties: [child(run, 'a:rPr'), defaultsOf(own), common], grounds };
  }
}

/** Labels of marks, point by point: outside them on the plot's ground, else on their colours. */
function* labelsIn(
  plot: XmlElement,
  common: XmlElement | undefined,
  area: Ground,
  scheme: Scheme,
): Iterable<Passage> {
  for (const series of elements(plot, 'c:ser')) {
    const labels = child(series, 'c:dLbls') ?? child(plot, 'c:dLbls');
    const values = child(series, 'c:val');
    if (!labels || !values) continue;
    const byIndex = (name: string, parent: XmlElement): Map<string, XmlElement> =>
      new Map(elements(parent, name).map((each) => [valOf(child(each, 'c:idx')) ?? '', each]));
    const [points, own] = [byIndex('c:dPt', series), byIndex('c:dLbl', labels)];
    for (const point of descendants(values, 'c:pt')) {
      const index = point.attributes.get('idx') ?? '';
      const label = own.get(index) ?? labels;
      if (!shows(label)) continue;
      const mark = [points.get(index), series]
        .map((each) => fillOf(child(each, 'c:spPr'), scheme))
        .find((fill) => fill !== undefined);
      const position = valOf(child(label, 'c:dLblPos') ?? child(labels, 'c:dLblPos'));
      const outside =
        position === undefined ? !isSolid(plot) : !/^(ctr|inEnd|inBase|bestFit)$/.test(position);
      const ground = outside ? area : mark === 'none' ? area : mark;
      yield* textsIn(label, 'the labels', defaultsOf(labels) ?? common, [ground], ['c:dLbl']);
    }
  }
}

/** Of these a label stands inside its mark, unless it says otherwise. */
const isSolid = ({ name }: XmlElement): boolean => /^c:(pie|doughnut|area|ofPie)/.test(name);

const valOf = (element: XmlElement | undefined): string | undefined => element?.attributes.get('val');

const shows = (label: XmlElement): boolean =>
  descendants({ ...label, children: elements(label).filter(({ name }) => name !== 'c:dLbl') }).some(
    (each) =>
      /^(c:show(Val|CatName|SerName|Percent)|c15:showDataLabelsRange)$/.test(each.name) &&
      /^(1|true)$/.test(valOf(each) ?? '1'),
  );

interface Box {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** Boxes over a chart; a patch below a text is its ground, and where it covers the text in part, one of them. */
function* boxTexts(
  boxes: XmlElement,
  common: XmlElement | undefined,
  space: Ground,
  scheme: Scheme,
): Iterable<Passage> {
  const patches: { box: Box; paint: Ground }[] = [];
  for (const anchor of elements(boxes)) {
    const shape = child(anchor, 'cdr:sp');
    const box = boxOf(anchor);
    if (!shape || !box) continue;
    const paint = painted(child(shape, 'cdr:spPr'), scheme);
    if (paint !== undefined) patches.push({ box, paint });
    const text = child(shape, 'cdr:txBody');
    const grounds: Ground[] = [];
    let covered = false;
    for (const patch of [...patches].reverse()) {
      if (covered || !overlap(patch.box, box)) continue;
      grounds.push(patch.paint);
      covered = holds(patch.box, box);
    }
    if (text && textOf(text).trim())
      yield* textsIn(text, 'a text', common, covered ? grounds : [...grounds, space]);
  }
}

function boxOf(anchor: XmlElement): Box | undefined {
  const at = (...path: readonly string[]): number => Number(textOf(child(anchor, ...path) ?? anchor));
  const [x, y] = [at('cdr:from', 'cdr:x'), at('cdr:from', 'cdr:y')];
  const [right, bottom] = [at('cdr:to', 'cdr:x'), at('cdr:to', 'cdr:y')];
  return [x, y, right, bottom].every(Number.isFinite) ? { x, y, right, bottom } : undefined;
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom;
const slack = 0.002;
const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x + slack &&
  outer.y <= inner.y + slack &&
  outer.right >= inner.right - slack &&
  outer.bottom >= inner.bottom - slack;
