import { describe, expect, it } from 'vitest';
import { Parts } from '../../src/ooxml/parts.js';
import {
  ownerOf,
  relationshipsPartOf,
  relativeTarget,
  resolveTarget,
} from '../../src/ooxml/relationships.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`;
const relationships = (...all: string[]): Uint8Array =>
  encode(`<Relationships>${all.join('')}</Relationships>`);

const sample = (): Parts =>
  new Parts({
    parts: new Map([
      [
        '[Content_Types].xml',
        encode(
          '<Types><Override PartName="/p/c9.xml" ContentType="c"/><Override PartName="/p/c1.xml" ContentType="c"/></Types>',
        ),
      ],
      ['_rels/.rels', relationships(relationship('rId1', 'officeDocument', 'p/main.xml'))],
      ['p/main.xml', encode('<main/>')],
      [
        'p/_rels/main.xml.rels',
        relationships(relationship('rId1', 'chart', 'c9.xml'), relationship('rId2', 'chart', '/p/c1.xml')),
      ],
      ['p/c1.xml', encode('<one/>')],
      ['p/c9.xml', encode('<nine/>')],
      ['p/_rels/c9.xml.rels', relationships(relationship('rId1', 'image', '../media/a.png'))],
      ['media/a.png', encode('png')],
    ]),
  });

describe('names and targets', () => {
  it.each([
    ['', '_rels/.rels'],
    ['a.xml', '_rels/a.xml.rels'],
    ['ppt/slides/slide1.xml', 'ppt/slides/_rels/slide1.xml.rels'],
  ])('the relationships of %j are in %j, and back', (part, expected) => {
    expect(relationshipsPartOf(part)).toBe(expected);
    expect(ownerOf(expected)).toBe(part);
  });

  it.each([
    ['ppt/slides/slide1.xml', '../media/a.png', 'ppt/media/a.png'],
    ['ppt/presentation.xml', 'slides/slide1.xml', 'ppt/slides/slide1.xml'],
    ['', 'word/document.xml', 'word/document.xml'],
  ])('from %j, %j is %j, and back', (part, target, resolved) => {
    expect(resolveTarget(part, target)).toBe(resolved);
    expect(relativeTarget(part, resolved)).toBe(target);
  });

  it('reads absolute targets', () => {
    expect(resolveTarget('ppt/slides/slide1.xml', '/ppt/media/a.png')).toBe('ppt/media/a.png');
  });
});

describe('parts', () => {
  it('go with their relationships and content types', () => {
    const parts = sample();
    parts.delete('p/c9.xml');
    expect(parts.names()).not.toContain('p/_rels/c9.xml.rels');
    expect(new Parts(parts.toPackage()).text('[Content_Types].xml')).not.toContain('c9');
  });

  it('that nobody looked into stay byte for byte', () => {
    const parts = sample();
    parts.xml('p/c1.xml');
    expect(new TextDecoder().decode(parts.toPackage().parts.get('p/c9.xml'))).toBe('<nine/>');
  });

  it('are sorted with numbers by value', () => {
    const parts = new Parts({ parts: new Map(['s10', 's9', 's1'].map((name) => [name, encode('')])) });
    expect(parts.names()).toEqual(['s1', 's9', 's10']);
  });

  it('say which part and where it is not well-formed, unless they are forgiving', () => {
    const broken = { parts: new Map([['a.xml', encode('<a>\n<b t="1 & 2\u0001"/></a>')]]) };
    expect(() => new Parts(broken).xml('a.xml')).toThrow(/a\.xml:2:\d+ error ooxml\/not-well-formed/);
    expect(new Parts(broken, { forgiving: true }).xml('a.xml').children).toMatchObject([{ name: 'b' }]);
  });

  it('say so where a part is missing', () => {
    expect(() => sample().xml('nowhere.xml')).toThrow(/ooxml\/missing-part: nowhere\.xml/);
    expect(() => new Parts({ parts: new Map() }).main).toThrow(/no main part/);
  });
});
