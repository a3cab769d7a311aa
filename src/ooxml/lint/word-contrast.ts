/** Layer 1. Contrast of text in Word files: its colour and the shading behind it, through styles. */
import { contrastOf } from '../../contrast.js';
import { child, descendants, elements, type XmlElement } from '../xml.js';
import { leastContrast } from './colours.js';
import { type OfficeFile, quote, type Rule } from './file.js';
import { textOfRun } from './walk.js';

/** A style and those it is based on, nearest first. */
function styleChains(file: OfficeFile): (id: string | undefined) => readonly XmlElement[] {
  const styles = file.tree('word/styles.xml');
  const byId = new Map<string, XmlElement>();
  const defaults = new Map<string, string>();
  for (const style of styles ? elements(styles, 'w:style') : []) {
    const id = style.attributes.get('w:styleId') ?? '';
    byId.set(id, style);
    if (/^(1|true|on)$/.test(style.attributes.get('w:default') ?? ''))
      defaults.set(style.attributes.get('w:type') ?? '', id);
  }
  const chains = new Map<string | undefined, XmlElement[]>();
  return (id = defaults.get('paragraph')) => {
    const known = chains.get(id);
    if (known) return known;
    const chain: XmlElement[] = [];
    for (let style = byId.get(id ?? ''); style && !chain.includes(style); ) {
      chain.push(style);
      style = byId.get(child(style, 'w:basedOn')?.attributes.get('w:val') ?? '');
    }
    chains.set(id, chain);
    return chain;
  };
}

const hex = (value: string | undefined): string | undefined =>
  value !== undefined && /^[0-9A-Fa-f]{6}$/.test(value) ? `#${value.toUpperCase()}` : undefined;

/** The colour behind a text: of a plain shading, its fill. */
const shadingOf = (properties: XmlElement | undefined): string | undefined =>
  hex(child(properties, 'w:shd')?.attributes.get('w:fill'));

/** Each paragraph with the shading of the cells around it. */
function* paragraphsOf(
  parent: XmlElement,
  ground: string,
): Iterable<{ paragraph: XmlElement; ground: string }> {
  for (const element of elements(parent)) {
    if (element.name === 'w:p') yield { paragraph: element, ground };
    else {
      const properties = child(element, `${element.name}Pr`);
      yield* paragraphsOf(element, shadingOf(properties) ?? ground);
    }
  }
}

interface Look {
  readonly pairing: string;
  readonly contrast: number;
  readonly least: number;
}

/** What colour a run has, and on what. Paragraphs and runs that look alike may share their properties: asked for once. */
function looks(file: OfficeFile) {
  const chainOf = styleChains(file);
  const defaults = child(file.tree('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
  const known = new Map<unknown, Map<unknown, Map<string, Look>>>();
  return (paragraph: XmlElement | undefined, run: XmlElement | undefined, ground: string): Look => {
    const byGround = within(within(known, paragraph), run);
    const look = byGround.get(ground) ?? lookOf(paragraph, run, ground);
    byGround.set(ground, look);
    return look;
  };

  function lookOf(paragraph: XmlElement | undefined, run: XmlElement | undefined, ground: string): Look {
    const paragraphStyles = chainOf(child(paragraph, 'w:pStyle')?.attributes.get('w:val'));
    const behind =
      [paragraph, ...paragraphStyles.map((found) => child(found, 'w:pPr'))].map(shadingOf).find(Boolean) ??
      ground;
    const named = child(run, 'w:rStyle')?.attributes.get('w:val');
    const properties = [
      run,
      ...(named === undefined ? [] : chainOf(named)).map((found) => child(found, 'w:rPr')),
      ...paragraphStyles.map((found) => child(found, 'w:rPr')),
      defaults,
    ];
    const first = (name: string): XmlElement | undefined =>
      properties.map((found) => child(found, name)).find(Boolean);
    const colour = hex(first('w:color')?.attributes.get('w:val'));
    const bold = first('w:b');
    const isBold = bold !== undefined && !/^(0|false|off)$/.test(bold.attributes.get('w:val') ?? 'true');
    const sizePt = Number(first('w:sz')?.attributes.get('w:val') ?? 20) / 2;
    const own = properties.map(shadingOf).find(Boolean) ?? behind;
    const least = leastContrast(sizePt, isBold);
    // Where the colour is automatic, Word sees to it.
    const contrast = colour === undefined ? Number.POSITIVE_INFINITY : contrastOf(colour, own);
    return { pairing: `${colour} on ${own}`, contrast, least };
  }
}

function within<V>(map: Map<unknown, Map<unknown, V>>, key: unknown): Map<unknown, V> {
  const found = map.get(key) ?? new Map<unknown, V>();
  map.set(key, found);
  return found;
}

/** Text in Word stands out from what lies behind it. */
export const wordContrast: Rule = function* (file) {
  const lookOf = looks(file);
  const document = file.tree('word/document.xml');
  const page = hex(child(document, 'w:background')?.attributes.get('w:color')) ?? '#FFFFFF';
  for (const { part, root } of file.texts) {
    const found = new Map<
      string,
      { pairing: string; text: string; runs: number; contrast: number; least: number }
    >();
    for (const { paragraph, ground } of paragraphsOf(root, page)) {
      const properties = child(paragraph, 'w:pPr');
      for (const run of descendants(paragraph, 'w:r')) {
        const text = textOfRun(run);
        if (!text.trim()) continue;
        const { pairing, contrast, least } = lookOf(properties, child(run, 'w:rPr'), ground);
        if (contrast >= least) continue;
        const known = found.get(`${pairing} ${least}`);
        if (known) known.runs += 1;
        else found.set(`${pairing} ${least}`, { pairing, text, runs: 1, contrast, least });
      }
    }
    // A colour of the theme stands in hundreds of runs.
    for (const { pairing, text, runs, contrast, least } of found.values())
      yield {
        part,
        message: `${part}: the run ${quote(text)}${runs > 1 ? `, as ${runs - 1} more,` : ''} has a contrast of ${contrast.toFixed(2)}, ${pairing}`,
        expected: `at least ${least}${least === 3 ? ', for large text' : ''}`,
        hint: 'change the theme’s colours',
      };
  }
};
