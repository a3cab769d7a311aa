import { beforeAll, describe, expect, it } from 'vitest';
import { libraryParts } from '../../src/deck/library.js';
import type { Master, PictureShape, Presentation } from '../../src/deck/model.js';
import { lintPackage } from '../../src/ooxml/lint.js';
import { readPackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import { child, descendants, elements, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { presentation, richDeck, slides } from './sample-deck.js';
import { expectValid } from './validator.js';

const attribute = (element: XmlElement | undefined, key: string): string | undefined =>
  element?.attributes.get(key);
const read = (bytes: Uint8Array): Parts => new Parts(readPackage(bytes));
/** One slide without notes, pictures, charts or tables, in whatever is given. */
const plainDeck = async (given: Partial<Presentation> = {}): Promise<Uint8Array> =>
  (await richDeck({ slides: [slides.plain], ...given })).bytes;

let library: Uint8Array;
let deck: Uint8Array;
let before: Parts;
let after: Parts;
let german: Parts;
beforeAll(async () => {
  library = (await libraryParts(presentation)) as Uint8Array;
  deck = (await richDeck()).bytes;
  before = new Parts(readPackage(library), { forgiving: true });
  after = read(deck);
  german = read(await plainDeck({ language: 'de' }));
});

const slide = (number: number): XmlElement => after.xml(`ppt/slides/slide${number}.xml`);
const chart = (number: number): XmlElement => after.xml(`ppt/charts/chart${number}.xml`);
const layoutPages = /^ppt\/slideLayouts\/[^/]+\.xml$/;
const runWith = (root: XmlElement, text: string): XmlElement => {
  const run = descendants(root, 'a:r').find((candidate) => textOf(candidate).includes(text));
  if (!run) throw new Error(`no run with ${text}`);
  return run;
};

describe('a deck', () => {
  it('passes the validator and the linter, which what the library writes around its slides does not', async () => {
    expect(lintPackage(library)).not.toEqual([]);
    await expectValid(deck, 'pptx');
  }, 30_000);

  it('passes both without notes, charts and pictures, too', async () => {
    await expectValid(await plainDeck(), 'pptx');
  }, 30_000);

  it('names what is wrong with a date', async () => {
    await expect(richDeck({ editionDate: 'today' })).rejects.toThrow(/"today" is no ISO 8601 date/);
  });
});

describe('the package', () => {
  it('declares content types for the parts that are there, and no others', () => {
    const types = after.xml('[Content_Types].xml');
    const overrides = elements(types, 'Override').map((element) => attribute(element, 'PartName')?.slice(1));
    expect(overrides.every((part) => after.has(part ?? ''))).toBe(true);
    expect(
      elements(types, 'Default')
        .map((element) => attribute(element, 'Extension'))
        .sort(),
    ).toEqual(['png', 'rels', 'xlsx', 'xml']);
  });

  it('gives a JPEG its type', async () => {
    const bytes = Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////2Q==', 'base64');
    const photo: PictureShape = {
      ...{ kind: 'picture', name: 'Photo', box: { x: 1, y: 5, w: 1, h: 1 }, alt: 'A photo' },
      picture: { image: { bytes, type: 'jpeg', width: 1, height: 1 } },
    };
    const [, master] = presentation.masters as [Master, Master];
    for (const given of [
      { slides: [{ ...slides.plain, shapes: [photo] }] },
      { masters: [{ ...master, shapes: [photo] }] },
    ]) {
      const parts = read(await plainDeck(given));
      const jpeg = elements(parts.xml('[Content_Types].xml'), 'Default').filter((element) =>
        /^jpe?g$/.test(attribute(element, 'Extension') ?? ''),
      );
      expect(jpeg.map((each) => attribute(each, 'ContentType'))).toEqual(['image/jpeg']);
    }
  });

  it('drops the empty layout that no slide uses', () => {
    const names = (parts: Parts) =>
      parts.names(layoutPages).map((part) => attribute(child(parts.xml(part), 'p:cSld'), 'name'));
    expect(names(before).sort()).toEqual(['COVER', 'DEFAULT', 'TEXT']);
    expect(names(after).sort()).toEqual(['COVER', 'TEXT']);
  });

  it('gives the notes master a theme of its own', () => {
    const [notesMaster] = after.related(after.main, 'notesMaster');
    const [master] = after.related(after.main, 'slideMaster');
    expect(after.related(notesMaster as string, 'theme')).toEqual(['ppt/theme/theme2.xml']);
    expect(after.related(master as string, 'theme')).toEqual(['ppt/theme/theme1.xml']);
  });

  it('has neither notes pages nor a notes master where no slide has notes', async () => {
    const parts = read(await plainDeck());
    expect(parts.names(/notes/i)).toEqual([]);
    expect(parts.text('ppt/presentation.xml')).not.toContain('notesMaster');
    expect(parts.names(/theme/)).toEqual(['ppt/theme/theme1.xml']);
  });

  it('writes the dates of the edition, the title, the language and the company', () => {
    const core = after.xml('docProps/core.xml');
    const text = (name: string): string | undefined => {
      const element = child(core, name);
      return element && textOf(element);
    };
    expect(text('dcterms:created')).toBe('2026-01-19T00:00:00Z');
    expect(text('dcterms:modified')).toBe('2026-01-19T00:00:00Z');
    expect(text('dc:title')).toBe('Zone & <briefing>');
    expect(text('dc:language')).toBe('en-US');
    expect(text('dc:creator')).toBe('Zone office');
    expect(text('dc:subject')).toBe('Investor briefing');
    const app = after.xml('docProps/app.xml');
    expect(descendants(app, 'vt:lpstr').map(textOf)).toContain('Circuits: 42.5% of output');
    expect(textOf(child(app, 'Notes') as XmlElement)).toBe('2');
    expect(Number(textOf(child(app, 'Words') as XmlElement))).toBeGreaterThan(20);
  });
});

describe('the presentation part', () => {
  it('lists the notes master before the slides, and sizes notes as their master is laid out', () => {
    const root = after.xml(after.main);
    const names = elements(root).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:sldIdLst']);
    expect(attribute(child(root, 'p:notesSz'), 'cy')).toBe('9144000');
  });

  it('names the language of text added by hand', () => {
    const style = child(after.xml(after.main), 'p:defaultTextStyle', 'a:defPPr', 'a:defRPr');
    expect(attribute(style, 'lang')).toBe('en-US');
  });
});

describe('layouts and masters', () => {
  it('number shapes in document order, as slides do', () => {
    for (const part of after.names(/^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/)) {
      const ids = descendants(after.xml(part), 'p:cNvPr').map((identity) => attribute(identity, 'id'));
      expect(ids).toEqual(ids.map((_, index) => String(index + 1)));
    }
  });

  it('prompt in PowerPoint’s own words where the layout gives none, and leave the number to be counted', () => {
    const prompts = (parts: Parts) =>
      parts
        .names(layoutPages)
        .flatMap((part) => descendants(parts.xml(part), 'p:ph'))
        .filter((placeholder) => placeholder.attributes.has('hasCustomPrompt'));
    expect(prompts(before)).not.toEqual([]);
    expect(prompts(after)).toEqual([]);
    const fields = after.names(layoutPages).flatMap((part) => descendants(after.xml(part), 'a:fld'));
    expect(fields.map(textOf)).toEqual(['‹#›']);
  });

  it('put the title first, but for what lies below it, and mark what decorates them as their names said', () => {
    const page = after.xml('ppt/slideLayouts/slideLayout3.xml');
    const named = new Map(
      descendants(page, 'p:cNvPr').map((identity) => [attribute(identity, 'name'), identity]),
    );
    expect([...named.keys()].slice(0, 3)).toEqual(['', 'Title', 'Rule']);
    const plate = descendants(after.xml('ppt/slideLayouts/slideLayout2.xml'), 'p:cNvPr');
    expect(plate.map((identity) => attribute(identity, 'name'))).toEqual(['', 'Plate', 'Title']);
    for (const name of ['Rule', 'Mark', 'Logo'])
      expect(descendants(named.get(name) as XmlElement, 'adec:decorative'), name).toHaveLength(1);
    expect(descendants(named.get('Footer') as XmlElement, 'adec:decorative')).toEqual([]);
  });

  it('have no empty line property and no background without effects', () => {
    const pages = after
      .names(/^ppt\/(slideLayouts|slideMasters)\/[^/]+\.xml$/)
      .map((part) => after.xml(part));
    for (const page of pages) {
      expect(descendants(page, 'a:ln').filter((line) => line.children.length === 0)).toEqual([]);
      for (const background of descendants(page, 'p:bgPr'))
        expect(child(background, 'a:effectLst')).toBeDefined();
    }
  });

  it('give Chinese runs zh-CN and a Chinese font, all others the language of the deck', () => {
    const properties = (parts: Parts) =>
      child(runWith(parts.xml(parts.names(layoutPages).at(-1) as string), '高新区'), 'a:rPr');
    expect(attribute(properties(after), 'lang')).toBe('zh-CN');
    expect(attribute(properties(after), 'altLang')).toBe('en-US');
    expect(attribute(properties(german), 'altLang')).toBe('de-DE');
    expect(attribute(child(properties(after), 'a:ea'), 'typeface')).toBe('Microsoft YaHei');
  });

  it('have text styles of a sane size and prompts in the language of the deck', () => {
    const master = german.xml('ppt/slideMasters/slideMaster1.xml');
    const size = (style: string): string | undefined =>
      attribute(child(master, 'p:txStyles', style, 'a:lvl1pPr', 'a:defRPr'), 'sz');
    expect(size('p:bodyStyle')).toBe('1800');
    const title = descendants(master, 'p:sp').find(
      (shape) => textOf(shape) === 'Mastertitelformat bearbeiten',
    );
    expect(title).toBeDefined();
    expect(descendants(master, 'a:t').map(textOf)).not.toContain('null');
  });

  it('take their title after most layouts, not after the cover, which comes first', async () => {
    const [cover, text] = presentation.masters as [Master, Master];
    const parts = read(await plainDeck({ masters: [cover, text, { ...text, name: 'AGAIN' }] }));
    const master = parts.xml('ppt/slideMasters/slideMaster1.xml');
    const style = child(master, 'p:txStyles', 'p:titleStyle', 'a:lvl1pPr', 'a:defRPr');
    expect(attribute(style, 'sz')).toBe('2600');
    const [title] = descendants(master, 'p:sp');
    expect(attribute(child(title, 'p:spPr', 'a:xfrm', 'a:off'), 'y')).toBe('365760');
  });
});

describe('the theme', () => {
  it('has the brand’s fonts and colours, and colours of the deck refer to them', () => {
    const theme = after.xml('ppt/theme/theme1.xml');
    const scheme = child(theme, 'a:themeElements', 'a:clrScheme');
    expect(attribute(scheme, 'name')).toBe('Zone office');
    expect(attribute(child(scheme, 'a:accent1', 'a:srgbClr'), 'val')).toBe('0B3D91');
    expect(attribute(child(scheme, 'a:dk1', 'a:srgbClr'), 'val')).toBe('1A2330');
    for (const family of ['a:majorFont', 'a:minorFont']) {
      const fonts = child(theme, 'a:themeElements', 'a:fontScheme', family) as XmlElement;
      expect(attribute(child(fonts, 'a:ea'), 'typeface')).toBe('Microsoft YaHei');
      const hans = elements(fonts, 'a:font').find((font) => attribute(font, 'script') === 'Hans');
      expect(attribute(hans, 'typeface')).toBe('Microsoft YaHei');
    }
    const ground = descendants(after.xml('ppt/slideLayouts/slideLayout2.xml'), 'p:bgPr')[0];
    expect(attribute(child(ground, 'a:solidFill', 'a:schemeClr'), 'val')).toBe('accent1');
    const tile = child(runWith(slide(2), 'A tile'), 'a:rPr', 'a:solidFill', 'a:schemeClr');
    expect(attribute(tile, 'val')).toBe('accent1');
  });
});

describe('charts', () => {
  it('name the language and fonts of both scripts', () => {
    for (const number of [1, 2]) {
      expect(attribute(child(chart(number), 'c:lang'), 'val')).toBe('en-US');
      const latin = descendants(chart(number), 'a:latin').map((font) => attribute(font, 'typeface'));
      const eastAsian = descendants(chart(number), 'a:ea').map((font) => attribute(font, 'typeface'));
      expect(new Set(latin)).toEqual(new Set(['Arial']));
      expect(eastAsian).toEqual(latin.map(() => 'Microsoft YaHei'));
    }
  });

  it('refer to the brand’s colours', () => {
    const fill = child(descendants(chart(2), 'c:ser')[0], 'c:spPr', 'a:solidFill', 'a:schemeClr');
    expect(attribute(fill, 'val')).toBe('accent1');
  });
});
