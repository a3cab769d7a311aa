import { beforeAll, describe, expect, it } from 'vitest';
import { type RuleCode, rules } from '../../src/ooxml/lint/rules.js';
import { lintPackage } from '../../src/ooxml/lint.js';
import { readPackage, writePackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import { child, removeChildren } from '../../src/ooxml/xml.js';
import { damaging } from './damaging.js';
import { type Break, encode, first } from './lint/breaks.js';
import { chartContrast } from './lint/chart-contrast.js';
import { chartData } from './lint/chart-data.js';
import { contentRules } from './lint/content-rules.js';
import { packageRules } from './lint/package-rules.js';
import { propertiesRules } from './lint/properties-rules.js';
import { readingRules } from './lint/reading-rules.js';
import { slideContrast } from './lint/slide-contrast.js';
import { slideRules } from './lint/slide-rules.js';
import { textRules } from './lint/text-rules.js';
import { wordContrast } from './lint/word-contrast.js';
import { wordRules } from './lint/word-rules.js';
import { presentation, richDeck, slides } from './sample-deck.js';
import { richDocument } from './samples.js';

let deck: Uint8Array;
let document: Uint8Array;
/** One slide with a link, a table, a picture, a native chart and notes. */
let small: Uint8Array;
beforeAll(async () => {
  deck = (await richDeck()).bytes;
  document = (await richDocument()).bytes;
  const [chart] = slides.charts.shapes;
  const slide = { ...slides.text, shapes: [...slides.text.shapes.slice(3), ...(chart ? [chart] : [])] };
  small = (await richDeck({ slides: [slide], masters: presentation.masters.slice(1) })).bytes;
});

/** By rule. Every rule must be here. */
const broken: { readonly [code in RuleCode]: readonly Break[] } = {
  ...packageRules,
  ...propertiesRules,
  ...slideRules,
  ...readingRules,
  ...slideContrast,
  ...contentRules,
  ...chartData,
  ...chartContrast,
  ...textRules,
  ...wordRules,
  ...wordContrast,
};

describe('a good file', () => {
  it('gives no finding', () => {
    expect(lintPackage(deck)).toEqual([]);
    expect(lintPackage(document)).toEqual([]);
  });
});

describe.each(Object.entries(broken))('%s', (code, fixtures) => {
  it.each(fixtures)('finds $name, and nothing else', ({ file, breaks, part, says }) => {
    const parts = new Parts(readPackage(file === 'deck' ? deck : document));
    breaks(parts);
    const findings = lintPackage(writePackage(parts.toPackage(), { date: '2026-01-19' }));
    expect([...new Set(findings.map((finding) => finding.code))]).toEqual([code]);
    expect(findings.map(({ at }) => at?.file)).toContain(part);
    expect(findings.map(({ message }) => message).join('\n')).toContain(says);
    for (const finding of findings) expect(finding.expected && finding.hint).toBeTruthy();
  });
});

describe('a table that faces two languages', () => {
  it('needs no header row where its look says it has none', () => {
    const parts = new Parts(readPackage(document));
    removeChildren(first(parts, 'word/document.xml', 'w:trPr'), ({ name }) => name === 'w:tblHeader');
    const properties = first(parts, 'word/document.xml', 'w:tblPr');
    removeChildren(properties, ({ name }) => name === 'w:tblCaption');
    child(properties, 'w:tblLook')?.attributes.set('w:firstRow', 'false');
    expect(lintPackage(writePackage(parts.toPackage(), { date: '2026-01-19' }))).toEqual([]);
  });
});

describe('bytes that are no package', () => {
  it('are a finding', () => {
    expect(lintPackage(encode('hello')).map(({ code }) => code)).toEqual(['ooxml/not-a-zip']);
  });

  it('and damaged packages give findings, whatever part is missing or broken, without a crash', () => {
    for (const file of [small, document]) {
      const damage = damaging(file);
      for (const name of damage.names) {
        lintPackage(damage.without(name));
        for (const text of ['<a><b></a>', '<a/>']) {
          const codes = lintPackage(damage.replacing(name, encode(text))).map(({ code }) => code);
          if (text !== '<a/>' && /\.(xml|rels)$/.test(name)) expect(codes).toContain('ooxml/not-well-formed');
        }
      }
    }
  }, 20_000);

  it('and a package without anything in it is too, without a crash', () => {
    const codes = lintPackage(writePackage({ parts: new Map() }, { date: '2026-01-19' })).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['ooxml/content-type', 'ooxml/document-title']);
    expect(Object.keys(rules)).toContain('ooxml/content-type');
  });
});
