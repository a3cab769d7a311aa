import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from '../../src/document/theme.js';
import type { Arrangement } from '../../src/facts/schema.js';
import { obfuscate } from '../../src/ooxml/mend/word-embedding.js';
import { readPackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import { child, descendants, elements, type XmlElement } from '../../src/ooxml/xml.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { expectValid } from '../ooxml/validator.js';
import { repository } from '../support/sample.js';
import { briefing } from './briefing.js';
import type { FixtureLanguage } from './fixture-facts.js';
import { plainPictures, plainPng, theme } from './fixtures.js';

async function write(
  languages: readonly FixtureLanguage[],
  arrangement: Arrangement = 'facing',
  brand: Theme = theme,
): Promise<{ bytes: Uint8Array; parts: Parts }> {
  const documents = languages.map(briefing);
  const { model, diagnostics } = modelSummary(documents, brand, arrangement);
  expect(diagnostics).toEqual([]);
  const bytes = await writeSummary(model, plainPictures(documents));
  return { bytes, parts: new Parts(readPackage(bytes)) };
}

const styleOf = (parts: Parts, id: string): XmlElement =>
  elements(parts.xml('word/styles.xml'), 'w:style').find(
    ({ attributes }) => attributes.get('w:styleId') === id,
  ) as XmlElement;
const attribute = (element: XmlElement | undefined, name: string) => element?.attributes.get(name);

describe('a summary’s page', () => {
  let parts: Parts;
  beforeAll(async () => {
    ({ parts } = await write(['zh-CN', 'en']));
  });

  it('has a grid of lines, whose pitch the text has exactly', () => {
    const grid = descendants(parts.xml('word/document.xml'), 'w:docGrid');
    expect(grid.map((one) => [attribute(one, 'w:type'), attribute(one, 'w:linePitch')])).toEqual([
      ['lines', '250'],
    ]);
    for (const id of ['BodyText', 'BodyTextSecond', 'ListParagraph', 'Caption', 'Quote']) {
      const spacing = child(styleOf(parts, id), 'w:pPr', 'w:spacing');
      expect([attribute(spacing, 'w:line'), attribute(spacing, 'w:lineRule')]).toEqual(['250', 'exact']);
    }
  });

  it('follows Chinese print in marks, breaks, spaces and indents', () => {
    const settings = parts.xml('word/settings.xml');
    expect(attribute(child(settings, 'w:characterSpacingControl'), 'w:val')).toBe('compressPunctuation');
    const defaults = child(parts.xml('word/styles.xml'), 'w:docDefaults', 'w:pPrDefault', 'w:pPr');
    for (const name of ['w:kinsoku', 'w:overflowPunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:widowControl'])
      expect([name, child(defaults, name) !== undefined]).toEqual([name, true]);
    expect(attribute(child(styleOf(parts, 'BodyText'), 'w:pPr', 'w:ind'), 'w:firstLineChars')).toBe('200');
    expect(child(styleOf(parts, 'BodyTextSecond'), 'w:pPr', 'w:ind')).toBeUndefined();
  });

  it('kerns, and divides words of Latin languages, but not in headings nor in Chinese', () => {
    const defaults = child(parts.xml('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
    expect(Number(attribute(child(defaults, 'w:kern'), 'w:val'))).toBeGreaterThan(0);
    const settings = parts.xml('word/settings.xml');
    expect(child(settings, 'w:autoHyphenation')).toBeDefined();
    expect(attribute(child(settings, 'w:consecutiveHyphenLimit'), 'w:val')).toBe('3');
    const undivided = (id: string) =>
      child(styleOf(parts, id), 'w:pPr', 'w:suppressAutoHyphens') !== undefined;
    expect(['Title', 'Heading1', 'Heading2', 'BodyText', 'TableHead'].map(undivided)).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(['BodyTextSecond', 'TableTextSecond', 'FootnoteText'].map(undivided)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('divides nothing where it has no Latin language', async () => {
    const chinese = await write(['zh-CN']);
    expect(child(chinese.parts.xml('word/settings.xml'), 'w:autoHyphenation')).toBeUndefined();
  });
});

describe('two languages one after the other', () => {
  it('have a section of Word each, with running heads and styles of their own', async () => {
    const { bytes, parts } = await write(['en', 'zh-CN'], 'sequential');
    await expectValid(bytes, 'docx');
    const body = parts.xml('word/document.xml');
    const sections = descendants(body, 'w:sectPr');
    expect(sections).toHaveLength(2);
    const heads = sections.map((section) =>
      elements(section, 'w:headerReference').map((one) => attribute(one, 'r:id')),
    );
    expect(new Set(heads.flat()).size).toBe(4);
    const styles = descendants(body, 'w:pStyle').map((style) => attribute(style, 'w:val'));
    expect(styles.lastIndexOf('BodyText')).toBeLessThan(styles.indexOf('BodyTextSecond'));
    expect(styles.filter((style) => style === 'Title')).toHaveLength(2);
    // No column faces another: only text beside its chart stands in a table of one row.
    const indent = child(styleOf(parts, 'BodyTextSecond'), 'w:pPr', 'w:ind');
    expect(attribute(indent, 'w:firstLineChars')).toBe('200');
    expect(child(styleOf(parts, 'BodyText'), 'w:pPr', 'w:ind')).toBeUndefined();
  });

  it('say together what each of them says alone', () => {
    const alone = (['en', 'de'] as const).map((language) => modelSummary([briefing(language)], theme).model);
    const { model } = modelSummary([briefing('en'), briefing('de')], theme, 'sequential');
    // Together they are long enough for contents lists.
    const isList = (part: (typeof model.parts)[number]) =>
      part.kind === 'full' && part.content.some((one) => one.kind === 'paragraph' && one.role === 'contents');
    const kinds = (parts: typeof model.parts) =>
      parts.filter((part) => !isList(part)).map(({ kind }) => kind);
    expect(kinds(model.parts)).toEqual([
      ...kinds(alone[0]?.parts ?? []),
      'front',
      ...kinds(alone[1]?.parts ?? []),
    ]);
    expect(model.footnotes.map(({ runs }) => runs)).toEqual(
      alone.flatMap(({ footnotes }) => footnotes.map(({ runs }) => runs)),
    );
    expect(model.columns).toBe(1);
  });
});

describe('the fonts of a summary', () => {
  it('are listed with their kind, and with those to take in their place', async () => {
    const fonts = {
      ...theme.fonts,
      latin: 'Georgia',
      fallback: { latin: ['Gelasio'], eastAsian: ['SimSun'] },
    };
    const { bytes, parts } = await write(['zh-CN', 'en'], 'facing', { ...theme, fonts });
    await expectValid(bytes, 'docx');
    const table = elements(parts.xml('word/fontTable.xml'), 'w:font').map((font) => [
      attribute(font, 'w:name'),
      ...['w:altName', 'w:charset', 'w:family'].map((name) => attribute(child(font, name), 'w:val')),
    ]);
    expect(table).toEqual([
      ['Georgia', 'Gelasio', '00', 'roman'],
      ['Gelasio', undefined, '00', 'roman'],
      ['Microsoft YaHei', 'SimSun', '86', 'swiss'],
      ['SimSun', undefined, '86', 'roman'],
    ]);
    expect(parts.names(/odttf$/)).toEqual([]);
  });

  it('come with the file where it is set in Arial: as wide, in both weights, for machines without it', async () => {
    const { bytes, parts } = await write(['zh-CN', 'en']);
    await expectValid(bytes, 'docx');
    const table = 'word/fontTable.xml';
    const [arial] = elements(parts.xml(table), 'w:font');
    expect(attribute(arial, 'w:name')).toBe('Arial');
    const targets = new Map(parts.relationships(table).map(({ id, kind, target }) => [id, [kind, target]]));
    for (const weight of ['Regular', 'Bold'] as const) {
      const embedding = child(arial, `w:embed${weight}`);
      const [kind, part = ''] = targets.get(attribute(embedding, 'r:id') ?? '') ?? [];
      expect(kind).toBe('font');
      const font = obfuscate(parts.bytes(part), attribute(embedding, 'w:fontKey') ?? '');
      expect(
        Buffer.compare(font, readFileSync(join(repository, 'src', 'fonts', `Arimo-${weight}.ttf`))),
      ).toBe(0);
      // Nobody takes the part itself for a font.
      expect(Buffer.compare(parts.bytes(part), font)).not.toBe(0);
    }
  });
});

describe('a brand', () => {
  const logo = {
    image: { bytes: plainPng(240, 60, [11, 60, 93]), type: 'png' as const, width: 240, height: 60 },
    onPrimary: false,
  };

  it('has its logo above the title, named after the issuer, and its words in the footer', async () => {
    const footer = {
      show: ['zone' as const, 'date' as const],
      text: { en: 'For discussion only', 'zh-CN': '仅供讨论' },
    };
    const { bytes, parts } = await write(['zh-CN', 'en'], 'facing', { ...theme, logo, footer });
    await expectValid(bytes, 'docx');
    const margins = (kind: string) =>
      parts.names().filter((name) => new RegExp(`word/${kind}\\d\\.xml`).test(name));
    const pictures = margins('header').flatMap((part) => descendants(parts.xml(part), 'wp:docPr'));
    expect(pictures.map((picture) => attribute(picture, 'descr'))).toEqual([briefing('zh-CN').issuer]);
    const { model } = modelSummary([briefing('en')], { ...theme, footer });
    const [line] = model.footer;
    expect(line?.left).toEqual([
      expect.objectContaining({
        text: `${briefing('en').zoneName}  ·  19 January 2026  ·  For discussion only`,
      }),
    ]);
  });

  it('says less in a footer that its line does not hold', () => {
    const text = { en: 'For discussion only, '.repeat(6) };
    const { model } = modelSummary([briefing('en')], { ...theme, footer: { text } });
    expect(model.footer[0]?.left).toEqual([expect.objectContaining({ text: briefing('en').issuer })]);
  });
});
