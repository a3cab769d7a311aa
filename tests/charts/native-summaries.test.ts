import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint.js';
import { readPackage } from '../../src/ooxml/package.js';
import { child, descendants, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { traceFigures } from '../../src/trace/trace.js';
import { expectValid } from '../ooxml/validator.js';
import { sampleSummaries } from '../support/sample.js';
import { edit } from '../trace/office-edits.js';
import { nativeFiles, numbersInWorkbooks, partsOf, statedAmounts, text } from './native-files.js';

const bilingual = 'summary.zh-CN-en.docx';
const charts = /^word\/charts\/chart\d+\.xml$/;

describe('the summaries of the sample with native charts', () => {
  let files = new Map<string, Uint8Array>();
  const file = (name: string): Uint8Array => files.get(name) as Uint8Array;
  beforeAll(async () => {
    files = await nativeFiles();
  }, 60_000);

  it.each(sampleSummaries)(
    '%s is valid for Office 2019 and Microsoft 365',
    async (name) => {
      await expectValid(file(name), 'docx');
    },
    60_000,
  );

  it.each(sampleSummaries)(
    "%s holds the facts' own amounts in its workbooks, once a language",
    async (name) => {
      const numbers = numbersInWorkbooks(file(name));
      for (const { id, amounts } of await statedAmounts()) {
        const sheets = numbers.filter((sheet) => amounts.every((amount) => sheet.includes(amount)));
        expect(sheets, id).toHaveLength(2);
      }
      expect(partsOf(file(name), charts)).toHaveLength(numbers.length);
      expect(partsOf(file(name), /^word\/media\//)).toEqual([]);
    },
  );

  it('describe each chart in its own language', () => {
    const document = parseXml(
      text(readPackage(file(bilingual)).parts.get('word/document.xml') as Uint8Array),
    );
    const described = descendants(document, 'wp:inline').map((frame) => {
      const properties = child(frame, 'wp:docPr') as XmlElement;
      return ['name', 'descr'].map((key) => properties.attributes.get(key) ?? '');
    });
    expect(described.length).toBeGreaterThan(5);
    for (const [name, alt] of described) {
      const isChinese = /\.zh-CN$/.test(name as string);
      expect(/\p{sc=Han}/u.test(alt as string), name).toBe(isChinese);
      expect(alt?.length).toBeGreaterThan(20);
    }
  });

  it('are set in the language and the fonts of each chart, with sharp corners', () => {
    const spaces = partsOf(file(bilingual), charts).map(([, part]) => parseXml(text(part)));
    const val = (space: XmlElement, name: string) => child(space, name)?.attributes.get('val');
    expect(new Set(spaces.map((space) => val(space, 'c:lang')))).toEqual(new Set(['zh-CN', 'en-US']));
    for (const space of spaces) expect(val(space, 'c:roundedCorners')).toBe('0');
    for (const [, drawing] of partsOf(file(bilingual), /^word\/drawings\//)) {
      for (const run of descendants(parseXml(text(drawing)), 'a:r')) {
        const properties = child(run, 'a:rPr');
        const chinese = /\p{sc=Han}/u.test(textOf(run));
        if (chinese) expect(properties?.attributes.get('lang')).toBe('zh-CN');
        expect(child(properties, 'a:ea')?.attributes.get('typeface')).toBe('Microsoft YaHei');
      }
    }
  });

  it('trace every figure of the charts as made, in their descriptions and in themselves', () => {
    for (const name of sampleSummaries) {
      const { asMade, figures } = traceFigures(file(name));
      expect(asMade, name).toBe(true);
      for (const part of ['alt', 'chart'])
        expect(figures.filter(({ place }) => place.in === part).length).toBeGreaterThan(20);
    }
  });

  it('come out the same again', async () => {
    const again = await nativeFiles();
    for (const name of sampleSummaries)
      expect(Buffer.compare(file(name), again.get(name) as Uint8Array), name).toBe(0);
  }, 60_000);

  const first = /^word\/charts\/chart1\.xml$/;
  it.each([
    [
      'a value that its workbook does not hold',
      first,
      /(<c:numCache>.*?<c:v>)[^<]*/,
      '$170',
      'ooxml/chart-data',
    ],
    ['a value that is no number', first, /(<c:numCache>.*?<c:v>)[^<]*/, '$1many', 'ooxml/chart-cache'],
    ['no workbook', first, /<c:externalData.*<\/c:externalData>/, '', 'ooxml/chart-data'],
    [
      'a relationship that leads nowhere',
      /^word\/charts\/_rels\/chart1\.xml\.rels$/,
      'Worksheet1.xlsx',
      'Worksheet100.xlsx',
      'ooxml/dangling-relationship',
    ],
    [
      'grey text over it',
      /^word\/drawings\/drawing1\.xml$/,
      /srgbClr val="\w+"/g,
      'srgbClr val="C0C0C0"',
      'ooxml/chart-contrast',
    ],
    [
      'a dark patch below it all',
      /^word\/drawings\/drawing1\.xml$/,
      /<cdr:from>.*?<\/cdr:to>(.*?name="Key \d+".*?srgbClr val=")\w+/,
      '<cdr:from><cdr:x>0</cdr:x><cdr:y>0</cdr:y></cdr:from><cdr:to><cdr:x>1</cdr:x><cdr:y>1</cdr:y></cdr:to>$117212B',
      'ooxml/chart-contrast',
    ],
    ['text without a language', /^word\/drawings\/drawing1\.xml$/, / lang="zh-CN"/, '', 'ooxml/run-language'],
    ['no description', /^word\/document\.xml$/, / descr="[^"]+"/, '', 'ooxml/word-alt-text'],
  ])('fail the linter with %s', (_, part, from, to, code) => {
    const broken = edit(file(bilingual), part, (xml) => xml.replace(from, to));
    expect([...new Set(lintPackage(broken).map((finding) => finding.code))]).toEqual([code]);
  });
});

describe.each([
  ['one language', { summaries: [['de']] }, 5],
  ['two, one after the other', { summaries: [['en', 'zh-CN']], arrangement: 'sequential' as const }, 10],
])('a summary in %s', (_, asked, count) => {
  it('has its charts in their places, valid and traced', async () => {
    const [file] = [...(await nativeFiles({ languages: [], ...asked })).values()] as [Uint8Array];
    expect(partsOf(file, charts)).toHaveLength(count);
    expect(traceFigures(file).asMade).toBe(true);
    const document = parseXml(text(readPackage(file).parts.get('word/document.xml') as Uint8Array));
    const names = descendants(document, 'wp:inline').map((frame) =>
      child(frame, 'wp:docPr')?.attributes.get('name'),
    );
    expect(new Set(names).size).toBe(count);
    // The n-th chart is that of the n-th frame, in its language.
    const languages = partsOf(file, charts).map(([name, part]) => [
      Number(/\d+/.exec(name)),
      child(parseXml(text(part)), 'c:lang')?.attributes.get('val'),
    ]);
    for (const [number, language] of languages) {
      const tag = /\.([\w-]+)$/.exec(names[(number as number) - 1] as string)?.[1] as string;
      expect((language as string).startsWith(tag)).toBe(true);
    }
    await expectValid(file, 'docx');
  }, 60_000);
});
