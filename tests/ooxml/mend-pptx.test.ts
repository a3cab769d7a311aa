import { beforeAll, describe, expect, it } from 'vitest';
import { FindingsError } from '../../src/diagnostic.js';
import { lintPackage } from '../../src/ooxml/lint.js';
import { mendPptx, slidesInOrder } from '../../src/ooxml/mend-pptx.js';
import { readPackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import { child, descendants, elements, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { damaging } from './damaging.js';
import { oddDeck, options, plainDeck, richDeck } from './samples.js';
import { expectValid, validatorErrors } from './validator.js';

const attribute = (element: XmlElement | undefined, key: string): string | undefined =>
  element?.attributes.get(key);

let raw: Uint8Array;
let mended: Uint8Array;
let before: Parts;
let after: Parts;
beforeAll(async () => {
  raw = await richDeck();
  mended = mendPptx(raw, options);
  before = new Parts(readPackage(raw), { forgiving: true });
  after = new Parts(readPackage(mended));
});

const slide = (number: number): XmlElement => after.xml(`ppt/slides/slide${number}.xml`);
const chart = (number: number): XmlElement => after.xml(`ppt/charts/chart${number}.xml`);
const runWith = (root: XmlElement, text: string): XmlElement => {
  const run = descendants(root, 'a:r').find((candidate) => textOf(candidate).includes(text));
  if (!run) throw new Error(`no run with ${text}`);
  return run;
};

describe('a deck', () => {
  it('fails the validator and the linter before mending, and passes both after', async () => {
    expect(lintPackage(raw)).not.toEqual([]);
    expect((await validatorErrors(raw, 'pptx')) ?? ['skipped']).not.toEqual([]);
    await expectValid(mendPptx(await richDeck({ mergedCells: false }), options), 'pptx');
    // Merged cells are for whoever made the table to split.
    expect((await validatorErrors(mended, 'pptx')) ?? []).toEqual([]);
    expect(lintPackage(mended).map(({ code }) => code)).toEqual(['ooxml/slide-merged-cells']);
  }, 30_000);

  it('fails and passes likewise when it is plain', async () => {
    const errors = await validatorErrors(await plainDeck(), 'pptx');
    expect(errors ?? ['skipped']).not.toEqual([]);
    await expectValid(mendPptx(await plainDeck(), options), 'pptx');
  }, 30_000);

  it('keeps every text', () => {
    const texts = (parts: Parts): string =>
      slidesInOrder(parts, parts.main)
        .flatMap((part) => descendants(parts.xml(part), 'a:r').map(textOf))
        .sort()
        .join('|');
    expect(texts(after)).toBe(texts(before));
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

  it('drops the empty layout that no slide uses', () => {
    const names = after
      .names(/^ppt\/slideLayouts\/[^/]+\.xml$/)
      .map((part) => attribute(child(after.xml(part), 'p:cSld'), 'name'));
    expect(names.sort()).toEqual(['COVER', 'PLAIN', 'TEXT']);
  });

  it('gives the notes master a theme of its own', () => {
    const [notesMaster] = after.related(after.main, 'notesMaster');
    const [master] = after.related(after.main, 'slideMaster');
    expect(after.related(notesMaster as string, 'theme')).toEqual(['ppt/theme/theme2.xml']);
    expect(after.related(master as string, 'theme')).toEqual(['ppt/theme/theme1.xml']);
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
    expect(text('dc:subject')).toBeUndefined();
    const app = after.xml('docProps/app.xml');
    expect(descendants(app, 'vt:lpstr').map(textOf)).toContain('Circuits: 42.5% of output');
    expect(textOf(child(app, 'Notes') as XmlElement)).toBe('2');
    expect(Number(textOf(child(app, 'Words') as XmlElement))).toBeGreaterThan(20);
  });
});

describe('the presentation part', () => {
  it('lists the notes master before the slides, and sizes notes as their master is laid out', () => {
    const presentation = after.xml(after.main);
    const names = elements(presentation).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:sldIdLst']);
    expect(attribute(child(presentation, 'p:notesSz'), 'cy')).toBe('9144000');
  });

  it('names the language of text added by hand', () => {
    const style = child(after.xml(after.main), 'p:defaultTextStyle', 'a:defPPr', 'a:defRPr');
    expect(attribute(style, 'lang')).toBe('en-US');
  });

  it('gives sections upper-case ids that follow from their names', () => {
    const ids = (parts: Parts): (string | undefined)[] =>
      descendants(parts.xml(parts.main), 'p14:section').map((section) => attribute(section, 'id'));
    expect(ids(after).every((id) => /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/.test(id ?? ''))).toBe(
      true,
    );
    expect(new Set(ids(after)).size).toBe(2);
    expect(ids(new Parts(readPackage(mendPptx(raw, options))))).toEqual(ids(after));
  });
});

describe('slides', () => {
  it('numbers shapes in document order', () => {
    for (const part of after.names(/^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/)) {
      const ids = descendants(after.xml(part), 'p:cNvPr').map((identity) => attribute(identity, 'id'));
      expect(ids).toEqual(ids.map((_, index) => String(index + 1)));
    }
  });

  it('keeps one set of paragraph properties, at the front', () => {
    const several = (root: XmlElement): number =>
      descendants(root, 'a:p').filter((paragraph) => elements(paragraph, 'a:pPr').length > 1).length;
    expect(several(before.xml('ppt/slides/slide2.xml'))).toBeGreaterThan(0);
    expect(several(slide(2))).toBe(0);
    const bullets = descendants(slide(2), 'a:p').find((paragraph) => textOf(paragraph) === 'One two');
    expect(child(bullets, 'a:pPr', 'a:buChar')).toBeDefined();
  });

  it('removes placeholders left empty but keeps the slide number', () => {
    const placeholders = descendants(slide(3), 'p:ph').map((placeholder) => attribute(placeholder, 'type'));
    expect(placeholders).toEqual(['title', 'sldNum']);
  });

  it('prompt in PowerPoint’s own words where the layout gives none, and on layouts only', () => {
    const prompts = (pattern: RegExp): (string | undefined)[] =>
      after
        .names(pattern)
        .flatMap((part) => descendants(after.xml(part), 'p:ph'))
        .filter((placeholder) => placeholder.attributes.has('hasCustomPrompt'))
        .map((placeholder) => attribute(placeholder, 'type'));
    expect(prompts(/^ppt\/slides\/[^/]+\.xml$/)).toEqual([]);
    // The layout's body says "Body", its titles say nothing.
    expect(prompts(/^ppt\/slideLayouts\/[^/]+\.xml$/)).toEqual(['body']);
    for (const part of after.names(/^ppt\/slideLayouts\/[^/]+\.xml$/))
      for (const field of descendants(after.xml(part), 'a:fld')) expect(textOf(field)).toBe('‹#›');
  });

  it('puts the title first, above the panel drawn below it', () => {
    const names = descendants(slide(2), 'p:cNvPr').map((identity) => attribute(identity, 'name'));
    expect(names.slice(0, 4)).toEqual(['', 'Panel', 'Title', 'Text 1']);
  });

  it('marks decorative shapes and describes tables as their names said', () => {
    const identity = (name: string): XmlElement | undefined =>
      descendants(slide(2), 'p:cNvPr').find((candidate) => attribute(candidate, 'name') === name);
    expect(descendants(identity('Panel') as XmlElement, 'adec:decorative')).toHaveLength(1);
    expect(attribute(identity('Key figures'), 'descr')).toBe('Three columns of figures');
  });

  it('completes rows and marks the first as header', () => {
    const [table] = descendants(slide(2), 'a:tbl');
    const rows = elements(table as XmlElement, 'a:tr').map((row) => elements(row, 'a:tc'));
    expect(rows.map((cells) => cells.length)).toEqual([3, 3, 3]);
    expect(rows[0]?.map((cell) => attribute(cell, 'hMerge'))).toEqual([undefined, undefined, '1']);
    expect(attribute(child(table, 'a:tblPr'), 'firstRow')).toBe('1');
  });

  it('leaves no empty line property and no background without effects', () => {
    const pages = after
      .names(/^ppt\/(slides|slideLayouts|slideMasters)\/[^/]+\.xml$/)
      .map((part) => after.xml(part));
    for (const page of pages) {
      expect(descendants(page, 'a:ln').filter((line) => line.children.length === 0)).toEqual([]);
      for (const background of descendants(page, 'p:bgPr'))
        expect(child(background, 'a:effectLst')).toBeDefined();
    }
  });

  it('drops the control character and keeps the text around it', () => {
    expect(textOf(runWith(slide(4), 'Body'))).toBe('Body 文字 with a bell');
  });
});

describe('languages and fonts', () => {
  it('gives Chinese runs zh-CN and a Chinese font, all others the language of the deck', () => {
    const chinese = child(runWith(slide(1), '重庆'), 'a:rPr');
    expect(attribute(chinese, 'lang')).toBe('zh-CN');
    expect(attribute(chinese, 'altLang')).toBe('en-US');
    expect(attribute(child(chinese, 'a:ea'), 'typeface')).toBe('Microsoft YaHei');
    expect(attribute(child(runWith(slide(2), '指标'), 'a:rPr'), 'lang')).toBe('zh-CN');
    const german = new Parts(readPackage(mendPptx(raw, { ...options, language: 'de' })));
    expect(attribute(child(runWith(german.xml('ppt/slides/slide2.xml'), '42.5%'), 'a:rPr'), 'lang')).toBe(
      'de-DE',
    );
  });

  it('sets one font per script where one name stood for all', () => {
    const properties = child(runWith(slide(2), '三'), 'a:rPr');
    const faces = ['a:latin', 'a:ea', 'a:cs'].map((name) => attribute(child(properties, name), 'typeface'));
    expect(faces).toEqual(['Arial', 'Microsoft YaHei', 'Arial']);
  });

  it('gives the theme the brand’s fonts and colours, and colours of the deck refer to them', () => {
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
    expect(attribute(child(runWith(slide(2), 'A tile'), 'a:rPr', 'a:solidFill', 'a:schemeClr'), 'val')).toBe(
      'accent1',
    );
  });

  it('gives notes the language of their text, and each line a paragraph', () => {
    const notes = after.xml('ppt/notesSlides/notesSlide1.xml');
    expect(attribute(child(runWith(notes, '备注'), 'a:rPr'), 'lang')).toBe('zh-CN');
    expect(descendants(notes, 'a:p').map(textOf).slice(0, 2)).toEqual(['备注 notes', 'second <line>']);
    expect(attribute(child(runWith(notes, 'second'), 'a:rPr'), 'lang')).toBe('en-US');
  });

  it('gives the master text styles of a sane size and prompts in the language of the deck', () => {
    const german = new Parts(readPackage(mendPptx(raw, { ...options, language: 'de' })));
    const master = german.xml('ppt/slideMasters/slideMaster1.xml');
    const size = (style: string): string | undefined =>
      attribute(child(master, 'p:txStyles', style, 'a:lvl1pPr', 'a:defRPr'), 'sz');
    // As on most layouts, not as on the cover, which comes first.
    expect(size('p:titleStyle')).toBe('2600');
    const title = descendants(master, 'p:sp').find(
      (shape) => textOf(shape) === 'Mastertitelformat bearbeiten',
    );
    expect(attribute(child(title, 'p:spPr', 'a:xfrm', 'a:off'), 'y')).toBe('365760');
    expect(size('p:bodyStyle')).toBe('1800');
    expect(descendants(master, 'a:t').map(textOf)).toContain('Mastertitelformat bearbeiten');
    expect(descendants(master, 'a:t').map(textOf)).not.toContain('null');
  });
});

describe('charts', () => {
  const plot = (number: number): XmlElement =>
    elements(child(chart(number), 'c:chart', 'c:plotArea') as XmlElement).find(({ name }) =>
      /Chart$/.test(name),
    ) as XmlElement;

  it('names the language and fonts of both scripts', () => {
    expect(attribute(child(chart(1), 'c:lang'), 'val')).toBe('en-US');
    for (const number of [1, 2, 3, 4]) {
      for (const latin of descendants(chart(number), 'a:latin'))
        expect(attribute(latin, 'typeface')).toBe('Arial');
      const fonts = descendants(chart(number), 'a:ea').map((font) => attribute(font, 'typeface'));
      expect(fonts).toHaveLength(descendants(chart(number), 'a:latin').length);
      expect(new Set(fonts)).toEqual(new Set(['Microsoft YaHei']));
    }
    expect(attribute(child(runWith(chart(1), '条形图'), 'a:rPr'), 'lang')).toBe('zh-CN');
  });

  it('refers to the brand’s colours', () => {
    const fill = child(elements(plot(1), 'c:ser')[0], 'c:spPr', 'a:solidFill', 'a:schemeClr');
    expect(attribute(fill, 'val')).toBe('accent1');
  });

  it('has two axes per plot', () => {
    expect(elements(plot(1), 'c:axId')).toHaveLength(2);
    expect(elements(plot(2), 'c:axId')).toHaveLength(2);
  });

  it('says the grouping of lines, and orders what a series says', () => {
    expect(plot(2).children[0]).toMatchObject({ name: 'c:grouping' });
    for (const series of elements(plot(2), 'c:ser')) {
      const names = elements(series).map(({ name }) => name);
      expect(names).not.toContain('c:invertIfNegative');
      expect(names.indexOf('c:marker')).toBeLessThan(names.indexOf('c:dLbls'));
    }
    expect(elements(elements(plot(1), 'c:ser')[0] as XmlElement).map(({ name }) => name)).toContain(
      'c:invertIfNegative',
    );
  });

  it('keeps category axes’ business out of value axes', () => {
    for (const axis of descendants(chart(4), 'c:valAx'))
      expect(elements(axis).filter(({ name }) => /c:(auto|lblAlgn|noMultiLvlLbl)/.test(name))).toEqual([]);
  });

  it('embeds workbooks that are valid themselves', async () => {
    for (const part of after.names(/\.xlsx$/)) {
      const workbook = new Parts(readPackage(after.bytes(part)));
      expect(workbook.names(/tables/)).toEqual([]);
      expect(workbook.text('docProps/core.xml')).toContain('2026-01-19T00:00:00Z');
    }
    expect(
      (await validatorErrors(after.bytes('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'), 'xlsx')) ?? [],
    ).toEqual([]);
  }, 30_000);
});

describe('a deck of odd things', () => {
  let odd: Parts;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = mendPptx(await oddDeck(), options);
    odd = new Parts(readPackage(bytes));
  });

  it('is valid after mending, but for the slide that has no title', async () => {
    expect((await validatorErrors(await oddDeck(), 'pptx')) ?? ['skipped']).not.toEqual([]);
    expect((await validatorErrors(bytes, 'pptx')) ?? []).toEqual([]);
    expect(lintPackage(bytes).map(({ message }) => message)).toEqual(['slide 2: no title placeholder']);
  }, 30_000);

  it('keeps the third axis of a chart in three dimensions, and only there', () => {
    const axes = [1, 2, 3, 4].map((number) => {
      const area = child(odd.xml(`ppt/charts/chart${number}.xml`), 'c:chart', 'c:plotArea') as XmlElement;
      return elements(area)
        .filter(({ name }) => /Chart$/.test(name))
        .map((plot) => [plot.name, elements(plot, 'c:axId').length]);
    });
    expect(axes).toEqual([
      [['c:areaChart', 2]],
      [['c:bar3DChart', 3]],
      [['c:radarChart', 2]],
      [['c:pieChart', 0]],
    ]);
  });

  it('gives a JPEG its type, and a link on a picture its ampersand', () => {
    const jpeg = elements(odd.xml('[Content_Types].xml'), 'Default').find((element) =>
      /^jpe?g$/.test(attribute(element, 'Extension') ?? ''),
    );
    expect(attribute(jpeg, 'ContentType')).toBe('image/jpeg');
    const links = odd.relationships('ppt/slides/slide1.xml').filter(({ kind }) => kind === 'hyperlink');
    expect(links.map(({ target }) => target)).toEqual(['https://example.com/?a=1&b=2']);
  });

  it('keeps the default layout where a slide uses it', () => {
    const [layout] = odd.related('ppt/slides/slide2.xml', 'slideLayout');
    expect(attribute(child(odd.xml(layout as string), 'p:cSld'), 'name')).toBe('DEFAULT');
  });
});

describe('damaged input', () => {
  it('is refused with a finding, whatever part is missing or broken', () => {
    const outcome = (damaged: Uint8Array): string => {
      try {
        return mendPptx(damaged, options).length > 0 ? 'mended' : 'empty';
      } catch (error) {
        if (error instanceof FindingsError) return error.diagnostics.map(({ code }) => code).join();
        throw error;
      }
    };
    const seen = new Set<string>();
    const damage = damaging(raw);
    for (const name of damage.names) {
      seen.add(outcome(damage.without(name)));
      seen.add(outcome(damage.replacing(name, new TextEncoder().encode('<a><b></a>'))));
      seen.add(outcome(damage.replacing(name, new TextEncoder().encode('<a/>'))));
    }
    expect([...seen].sort()).toEqual([
      'mended',
      'ooxml/missing-part',
      'ooxml/not-a-zip',
      'ooxml/not-well-formed',
    ]);
  }, 20_000);

  it('names what is wrong with a date', () => {
    expect(() => mendPptx(raw, { ...options, date: 'today' })).toThrow(/"today" is no ISO 8601 date/);
  });
});

describe('a deck without notes', () => {
  it('has neither notes pages nor a notes master', async () => {
    const parts = new Parts(readPackage(mendPptx(await plainDeck(), options)));
    expect(parts.names(/notes/i)).toEqual([]);
    expect(parts.text('ppt/presentation.xml')).not.toContain('notesMaster');
    expect(parts.names(/theme/)).toEqual(['ppt/theme/theme1.xml']);
  });
});
