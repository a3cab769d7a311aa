import { beforeAll, describe, expect, it } from 'vitest';
import { assembleDocument, frameDocument } from '../../src/ooxml/assemble-document.js';
import { lintPackage, lintWritten } from '../../src/ooxml/lint.js';
import { readPackage, writePackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import type { WordText } from '../../src/ooxml/word/place.js';
import type { WrittenFile } from '../../src/ooxml/written.js';
import { child, descendants, elements, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { documentLibrary, documentText, options, png, richDocument } from './samples.js';
import { expectValid } from './validator.js';

let file: WrittenFile;
let after: Parts;
beforeAll(async () => {
  file = await richDocument();
  after = new Parts(readPackage(file.bytes));
});

const body = (): XmlElement => after.xml('word/document.xml');
const attribute = (element: XmlElement | undefined, key: string): string | undefined =>
  element?.attributes.get(key);
const content = { date: options.date, title: options.title, properties: new Map<string, string>() };

describe('a Word file', () => {
  it('fails the linter as docx writes it, and passes it and the validator with its text', async () => {
    const parts = new Map(
      [...(await documentLibrary()).parts].map(([name, part]) => [name, Buffer.from(part)]),
    );
    const codes = lintPackage(writePackage({ parts }, options)).map(({ code }) => code);
    expect(codes).toContain('ooxml/update-fields');
    expect(lintWritten(file)).toEqual([]);
    await expectValid(file.bytes, 'docx');
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

  it('names a Latin language beside Chinese in a Chinese file, as Word does', async () => {
    const chinese = new Parts(readPackage((await richDocument({ language: 'zh-CN' })).bytes));
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

  it('has its text where it belongs: in body, margins and footnotes', () => {
    expect(textOf(body())).toMatch(/^简介 IntroductionUmsatz the source.*another source.*A乙12$/);
    expect(elements(child(body(), 'w:body') as XmlElement).at(-1)?.name).toBe('w:sectPr');
    expect(textOf(after.xml('word/header1.xml'))).toBe('Header 页眉');
    expect(textOf(after.xml('word/footer1.xml'))).toBe(' PAGE 1');
    expect(elements(after.xml('word/footnotes.xml')).map(textOf).slice(-2)).toEqual([
      '“引文” quoted',
      'Second',
    ]);
  });

  it('has links that lead where they should, and each picture once', () => {
    const targets = new Map(after.relationships('word/document.xml').map(({ id, target }) => [id, target]));
    const links = descendants(body(), 'w:hyperlink').map((link) => [
      textOf(link),
      targets.get(attribute(link, 'r:id') ?? '') ?? attribute(link, 'w:anchor'),
    ]);
    expect(links).toEqual([
      ['the source', 'https://example.com/?a=1&b=2'],
      ['see above', '_Toc000000001'],
      ['another source', 'https://example.org'],
    ]);
    const shown = descendants(body(), 'a:blip').map((blip) => targets.get(attribute(blip, 'r:embed') ?? ''));
    expect(shown).toEqual(['word/media/image1.png', 'word/media/image1.png']);
    expect(after.names(/media/)).toEqual(['word/media/image1.png']);
    expect(Buffer.compare(after.bytes('word/media/image1.png'), png)).toBe(0);
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

describe('what stands around a text', () => {
  it('serves many files, and none of them changes it', async () => {
    const library = await documentLibrary();
    const frame = frameDocument(library, options);
    const first = assembleDocument(frame, { ...content, text: documentText() });
    const other = assembleDocument(frame, { ...content, title: 'Another', text: documentText() });
    expect(Buffer.compare(other.bytes, first.bytes)).not.toBe(0);
    expect(textOf(child(other.parts.xml('docProps/core.xml'), 'dc:title') as XmlElement)).toBe('Another');
    const again = assembleDocument(frame, { ...content, text: documentText() });
    expect(Buffer.compare(again.bytes, first.bytes)).toBe(0);
    expect(Buffer.compare(file.bytes, first.bytes)).toBe(0);
    expect(lintWritten(again)).toEqual(lintPackage(again.bytes));
  });

  it('takes as many sections as docx was told of, and no others', async () => {
    const frame = frameDocument(await documentLibrary(), options);
    const text = documentText();
    const twice: WordText = { ...text, sections: [...text.sections, ...text.sections] };
    expect(() => assembleDocument(frame, { ...content, text: twice })).toThrow(
      'word/document.xml has 1 sections; given: 2',
    );
  });
});
