import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint.js';
import { mendDocx } from '../../src/ooxml/mend-docx.js';
import { readPackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import { child, descendants, elements, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { options, richDocument } from './samples.js';
import { expectValid } from './validator.js';

let raw: Uint8Array;
let mended: Uint8Array;
let after: Parts;
beforeAll(async () => {
  raw = await richDocument();
  mended = mendDocx(raw, options);
  after = new Parts(readPackage(mended));
});

const body = (): XmlElement => after.xml('word/document.xml');
const attribute = (element: XmlElement | undefined, key: string): string | undefined =>
  element?.attributes.get(key);

describe('a Word file', () => {
  it('fails the linter before mending, and passes it and the validator after', async () => {
    expect(lintPackage(raw).map(({ code }) => code)).toContain('ooxml/update-fields');
    await expectValid(mended, 'docx');
  }, 30_000);

  it('does not ask to update fields, and names the languages and spacing of its scripts', () => {
    const settings = after.xml('word/settings.xml');
    expect(child(settings, 'w:updateFields')).toBeUndefined();
    expect(Object.fromEntries(child(settings, 'w:themeFontLang')?.attributes ?? [])).toEqual({
      'w:val': 'en-US',
      'w:eastAsia': 'zh-CN',
    });
    expect(attribute(child(settings, 'w:characterSpacingControl'), 'w:val')).toBe('compressPunctuation');
  });

  it('names a Latin language beside Chinese in a Chinese file, as Word does', () => {
    const chinese = new Parts(readPackage(mendDocx(raw, { ...options, language: 'zh-CN' })));
    const languages = child(chinese.xml('word/settings.xml'), 'w:themeFontLang');
    expect([attribute(languages, 'w:val'), attribute(languages, 'w:eastAsia')]).toEqual(['en-US', 'zh-CN']);
    expect(textOf(child(chinese.xml('docProps/core.xml'), 'dc:language') as XmlElement)).toBe('zh-CN');
  });

  it('has the brand’s fonts and colours in its theme', () => {
    const theme = child(after.xml('word/theme/theme1.xml'), 'a:themeElements');
    expect(attribute(child(theme, 'a:fontScheme', 'a:minorFont', 'a:ea'), 'typeface')).toBe(
      'Microsoft YaHei',
    );
    expect(attribute(child(theme, 'a:clrScheme', 'a:accent1', 'a:srgbClr'), 'val')).toBe('0B3D91');
  });

  it('has fonts and languages of both scripts by default', () => {
    const defaults = child(after.xml('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
    expect(attribute(child(defaults, 'w:rFonts'), 'w:ascii')).toBe('Arial');
    expect(attribute(child(defaults, 'w:rFonts'), 'w:eastAsia')).toBe('Microsoft YaHei');
    expect(Object.fromEntries(child(defaults, 'w:lang')?.attributes ?? [])).toMatchObject({
      'w:val': 'en-US',
      'w:eastAsia': 'zh-CN',
    });
    const heading = elements(after.xml('word/styles.xml'), 'w:style').find(
      (style) => attribute(style, 'w:styleId') === 'Heading1',
    );
    expect(attribute(child(heading, 'w:rPr', 'w:rFonts'), 'w:eastAsia')).toBe('Microsoft YaHei');
  });

  it('keeps the language that a run names, with its region', () => {
    const run = descendants(body(), 'w:r').find((candidate) => textOf(candidate) === 'Umsatz ');
    expect(attribute(child(run, 'w:rPr', 'w:lang'), 'w:val')).toBe('de-DE');
  });

  it('sets the quotation marks of Chinese runs in the Chinese font', () => {
    const hints = (part: string): (string | undefined)[] =>
      descendants(after.xml(part), 'w:r')
        .filter((run) => /\p{sc=Han}/u.test(textOf(run)))
        .map((run) => attribute(child(run, 'w:rPr', 'w:rFonts'), 'w:hint'));
    for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/header1.xml']) {
      expect(hints(part).length).toBeGreaterThan(0);
      expect(new Set(hints(part))).toEqual(new Set(['eastAsia']));
    }
  });

  it('gives a table the caption and description that its annotation said, and takes the annotation out', () => {
    const [table] = descendants(body(), 'w:tbl');
    expect(attribute(child(table, 'w:tblPr', 'w:tblCaption'), 'w:val')).toBe('Key figures');
    expect(attribute(child(table, 'w:tblPr', 'w:tblDescription'), 'w:val')).toBe('All of them');
    expect(attribute(child(table, 'w:tblPr', 'w:tblLook'), 'w:firstRow')).toBe('1');
    expect(textOf(table as XmlElement)).toBe('A乙12');
  });

  it('marks decorative pictures and numbers all from 1', () => {
    const drawings = descendants(body(), 'wp:docPr');
    expect(drawings.map((drawing) => [attribute(drawing, 'id'), attribute(drawing, 'name')])).toEqual([
      ['1', 'dot'],
      ['2', 'rule'],
    ]);
    expect(descendants(drawings[1] as XmlElement, 'adec:decorative')).toHaveLength(1);
  });

  it('has stable ids for links and bookmarks, and links still lead where they did', () => {
    const targets = new Map(after.relationships('word/document.xml').map(({ id, target }) => [id, target]));
    expect([...targets.keys()].every((id) => /^rId\d+$/.test(id))).toBe(true);
    const links = descendants(body(), 'w:hyperlink').map((link) => [
      textOf(link),
      targets.get(attribute(link, 'r:id') ?? '') ?? attribute(link, 'w:anchor'),
    ]);
    expect(links).toEqual([
      ['the source', 'https://example.com/?a=1&b=2'],
      ['see above', '_Toc000000001'],
      ['another source', 'https://example.org'],
    ]);
    const [bookmark] = descendants(body(), 'w:bookmarkStart');
    expect(attribute(bookmark, 'w:name')).toBe('_Toc000000001');
    expect(attribute(descendants(body(), 'w:bookmarkEnd')[0], 'w:id')).toBe(attribute(bookmark, 'w:id'));
  });

  it('names title, language and dates, and drops properties that hold nothing', () => {
    const core = after.xml('docProps/core.xml');
    expect(elements(core).map((element) => [element.name, textOf(element)])).toEqual([
      ['dc:title', 'Zone & <briefing>'],
      ['dc:creator', 'Zone office'],
      ['cp:lastModifiedBy', 'Zone office'],
      ['cp:revision', '1'],
      ['dc:language', 'en-US'],
      ['dcterms:created', '2026-01-19T00:00:00Z'],
      ['dcterms:modified', '2026-01-19T00:00:00Z'],
    ]);
    expect(after.names()).not.toContain('docProps/custom.xml');
  });
});
