/** Layer 1. Document properties: `docProps/core.xml` (ECMA-376 part 2, clause 11) and `docProps/app.xml`. */
import type { Parts } from '../parts.js';
import { child, el, elements, textOf, type XmlElement } from '../xml.js';
import type { Mending } from './options.js';

const core = 'docProps/core.xml';
/** Names that the libraries put where a person's should stand, and texts of theirs. */
const byLibrary = /^(pptxgenjs( presentation)?|un-?named)$/i;

/** Title, language, author and both dates; what the writer set besides stays. */
export function mendCoreProperties(parts: Parts, mending: Mending, title: string): void {
  const old = parts.xml(core);
  const kept = (name: string): string | undefined => {
    const element = child(old, name);
    const text = element ? textOf(element) : '';
    return text === '' || byLibrary.test(text) ? undefined : text;
  };
  const author = mending.author ?? kept('dc:creator') ?? mending.company;
  const values: readonly (readonly [string, string | undefined])[] = [
    ['dc:title', title],
    ['dc:subject', kept('dc:subject')],
    ['dc:creator', author],
    ['cp:keywords', kept('cp:keywords')],
    ['dc:description', kept('dc:description')],
    ['cp:lastModifiedBy', kept('cp:lastModifiedBy') ?? author],
    ['cp:revision', '1'],
    ['dc:language', mending.officeLanguage],
  ];
  const date = (name: string): XmlElement => el(name, { 'xsi:type': 'dcterms:W3CDTF' }, [mending.instant]);
  parts.set(
    core,
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      [
        ...values.flatMap(([name, value]) => (value === undefined ? [] : [el(name, {}, [value])])),
        date('dcterms:created'),
        date('dcterms:modified'),
      ],
    ),
  );
}

/** Counts and titles as they are; the library writes zero words and "Slide 1". */
export function mendSlideProperties(
  parts: Parts,
  mending: Mending,
  counts: {
    readonly titles: readonly string[];
    readonly notes: number;
    readonly words: number;
    readonly paragraphs: number;
    readonly themes: readonly string[];
    readonly wide: boolean;
  },
): void {
  const part = 'docProps/app.xml';
  if (!parts.has(part)) return;
  const fonts = [mending.fonts.latin, mending.fonts.eastAsian];
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['Fonts Used', fonts],
    ['Theme', counts.themes],
    ['Slide Titles', counts.titles],
  ];
  const string = (text: string): XmlElement => el('vt:lpstr', {}, [text]);
  const variant = (value: XmlElement): XmlElement => el('vt:variant', {}, [value]);
  const all = groups.flatMap(([, names]) => names);
  const text = (name: string, value: string | number): XmlElement => el(name, {}, [String(value)]);
  parts.set(
    part,
    el(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
      },
      [
        text('TotalTime', 0),
        text('Words', counts.words),
        text('Application', 'Microsoft Office PowerPoint'),
        text('PresentationFormat', counts.wide ? 'Widescreen' : 'Custom'),
        text('Paragraphs', counts.paragraphs),
        text('Slides', counts.titles.length),
        text('Notes', counts.notes),
        text('HiddenSlides', 0),
        text('MMClips', 0),
        text('ScaleCrop', 'false'),
        el('HeadingPairs', {}, [
          el(
            'vt:vector',
            { size: String(groups.length * 2), baseType: 'variant' },
            groups.flatMap(([name, names]) => [
              variant(string(name)),
              variant(el('vt:i4', {}, [String(names.length)])),
            ]),
          ),
        ]),
        el('TitlesOfParts', {}, [
          el('vt:vector', { size: String(all.length), baseType: 'lpstr' }, all.map(string)),
        ]),
        ...(mending.company === undefined ? [] : [text('Company', mending.company)]),
        text('LinksUpToDate', 'false'),
        text('SharedDoc', 'false'),
        text('HyperlinksChanged', 'false'),
        text('AppVersion', '16.0000'),
      ],
    ),
  );
}

/** A Word file's counts are Word's to compute at the next save; who made it and for whom is known. */
export function mendWordProperties(parts: Parts, mending: Mending): void {
  const part = 'docProps/app.xml';
  if (!parts.has(part)) return;
  const properties = parts.xml(part);
  const kept = elements(properties).filter(
    ({ name }) => !['Application', 'Company', 'AppVersion'].includes(name),
  );
  properties.children.splice(
    0,
    properties.children.length,
    ...kept,
    el('Application', {}, ['Microsoft Office Word']),
    ...(mending.company === undefined ? [] : [el('Company', {}, [mending.company])]),
    el('AppVersion', {}, ['16.0000']),
  );
}

/** Only the parts that are there, and only the extensions that occur; a JPEG's type is image/jpeg. */
export function mendContentTypes(parts: Parts): void {
  const types = parts.xml('[Content_Types].xml');
  const extensions = new Set(parts.names().map((name) => name.split('.').at(-1)?.toLowerCase()));
  const seen = new Set<string>();
  const kept = elements(types).filter((element) => {
    const key = element.attributes.get('PartName') ?? element.attributes.get('Extension') ?? '';
    if (seen.has(key)) return false;
    seen.add(key);
    if (element.attributes.get('ContentType') === 'image/jpg')
      element.attributes.set('ContentType', 'image/jpeg');
    return element.name === 'Override' ? parts.has(key.slice(1)) : extensions.has(key.toLowerCase());
  });
  types.children.splice(0, types.children.length, ...kept);
}

/** Adds a content type for a part of its own. */
export function addOverride(parts: Parts, part: string, contentType: string): void {
  const types = parts.xml('[Content_Types].xml');
  types.children.push(el('Override', { PartName: `/${part}`, ContentType: contentType }));
}
