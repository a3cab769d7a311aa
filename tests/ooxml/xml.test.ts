import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clone,
  descendants,
  el,
  elements,
  putInOrder,
  textOf,
  type XmlElement,
} from '../../src/ooxml/xml.js';
import { parseXml, withoutIllegalCharacters, XmlError } from '../../src/ooxml/xml-reader.js';
import { finish, isFinished, serializeXml } from '../../src/ooxml/xml-writer.js';

type Plain = [name: string, attributes: [string, string][], children: (Plain | string)[]];

const plain = (element: XmlElement): Plain => [
  element.name,
  [...element.attributes],
  element.children.map((node) => (typeof node === 'string' ? node : plain(node))),
];

const plainDom = (element: Element): Plain => [
  element.tagName,
  Array.from(element.attributes, ({ name, value }): [string, string] => [name, value]),
  Array.from(element.childNodes as Iterable<Node>).map((node) =>
    node.nodeType === 1 ? plainDom(node as Element) : (node.nodeValue ?? ''),
  ),
];

const dom = (text: string): Plain =>
  plainDom(new DOMParser().parseFromString(text, 'text/xml').documentElement as Element);

const names = fc.constantFrom('a:p', 'a:r', 'p:sp', 'w_x', '表');
const texts = fc
  .string({
    unit: fc.constantFrom('a', ' ', '&', '<', '>', '"', "'", '中', '😀', '\n', '\t', ']]>', 'é'),
    maxLength: 8,
  })
  .filter((text) => text.trim() !== '');
const trees = fc.letrec<{ node: XmlElement }>((tie) => ({
  node: fc
    .record({
      name: names,
      attributes: fc.dictionary(fc.constantFrom('val', 'r:id', 'lang'), texts),
      children: fc.oneof(
        { maxDepth: 4 },
        fc.array(texts, { maxLength: 1 }),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
    })
    .map(({ name, attributes, children }) => el(name, attributes, children as XmlElement[])),
}));
const namespaces = 'xmlns:a="a" xmlns:p="p" xmlns:r="r"';

describe('reading XML', () => {
  it('gives back every tree that was written', () => {
    fc.assert(
      fc.property(trees.node, (tree) => {
        expect(plain(parseXml(serializeXml(tree)))).toEqual(plain(tree));
      }),
    );
  });

  it('reads what a general DOM reads', () => {
    fc.assert(
      fc.property(trees.node, (tree) => {
        const text = `<root ${namespaces}>${serializeXml(tree).replace(/^.*\n/, '')}</root>`;
        expect(plain(parseXml(text))).toEqual(dom(text));
      }),
    );
  });

  it.each([
    '<a><![CDATA[<b> & ]] >]]></a>',
    '<?xml version="1.0"?>\n<!-- c --><a b=\'1"2\'/>\n<!-- d -->',
    '<a b="&#x4e2d;&#20013;&amp;&lt;&quot;&apos;">&gt;&#10;</a>',
    '<a   b = "1"\n\tc="2"  ></a  >',
  ])('reads %s as a general DOM does', (text) => {
    expect(plain(parseXml(text))).toEqual(dom(text));
  });

  it('drops comments and processing instructions', () => {
    expect(plain(parseXml('<a>x<!-- note -->y<?go on?><b/></a>'))).toEqual(['a', [], ['xy', ['b', [], []]]]);
  });

  it('keeps white space alone in an element, and drops it between elements', () => {
    expect(plain(parseXml('<p>\n  <t> </t>\n  <t/>\n</p>'))).toEqual([
      'p',
      [],
      [
        ['t', [], [' ']],
        ['t', [], []],
      ],
    ]);
  });

  it('takes line breaks and tabs in attributes for spaces, but keeps their references', () => {
    expect(parseXml('<a b="1\n2&#10;3"/>').attributes.get('b')).toBe('1 2\n3');
    expect(parseXml(serializeXml(el('a', { b: '1\n2' }))).attributes.get('b')).toBe('1\n2');
  });

  it.each([
    ['', 'no root element', 1, 1],
    ['<a>', '"a" is not closed', 1, 4],
    ['<a></b>', '"a" is closed by "b"', 1, 4],
    ['<a/><b/>', 'second root', 1, 5],
    ['<a>\n  <b c=1/>\n</a>', 'not quoted', 2, 8],
    ['<a b="1" b="2"/>', 'twice', 1, 13],
    ['<a b="1"c="2"/>', 'white space was expected', 1, 9],
    ['<a b="<"/>', '"<" stands in', 1, 7],
    ['<a>Q & A</a>', '"&" is no', 1, 6],
    ['<a>&nbsp;</a>', '"&nbsp;" is no', 1, 4],
    ['<a>&#0;</a>', '"&#0;" is no', 1, 4],
    ['<a>&__proto__;</a>', 'is no character reference', 1, 4],
    ['<a>\u0007</a>', 'U+0007', 1, 4],
    ['<a>]]></a>', '"]]>"', 1, 4],
    ['x<a/>', 'outside the root', 1, 1],
    ['<a/></a>', 'without a start tag', 1, 5],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'document type', 1, 1],
    ['<a><?xml version="1.0"?></a>', 'declaration', 1, 6],
    ['<a><!-- x -- y --></a>', 'comment', 1, 4],
    ['<1a/>', 'a name was expected', 1, 2],
    ['<a', 'the tag is not closed', 1, 3],
    ['<'.repeat(3), 'a name was expected', 1, 2],
  ])('refuses %j and says where', (text, problem, line, column) => {
    try {
      parseXml(text);
      expect.unreachable('it was accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(XmlError);
      expect((error as XmlError).message).toContain(problem);
      expect({ line: (error as XmlError).line }).toEqual({ line });
      expect({ column: (error as XmlError).column }).toEqual({ column });
    }
  });

  it('refuses elements nested so deep that walking them would overflow', () => {
    expect(() => parseXml('<a>'.repeat(100_000))).toThrow(/nested/);
  });

  it('never fails but with its own error', () => {
    const soup = fc.string({
      unit: fc.constantFrom('<', '>', '/', 'a', ' ', '"', '=', '&', ';', '!', '-', '?', '[', ']'),
    });
    fc.assert(
      fc.property(soup, (text) => {
        try {
          parseXml(text);
        } catch (error) {
          expect(error).toBeInstanceOf(XmlError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('helpers', () => {
  it('removes what XML cannot carry and nothing else', () => {
    expect(withoutIllegalCharacters('a\u0000\u0008\ud800b\ufffe😀\t\n\r中')).toBe('ab😀\t\n\r中');
  });

  it('finds elements at every depth in document order', () => {
    const tree = parseXml('<a><b i="1"><b i="2"/></b><c/><b i="3">x</b></a>');
    expect(descendants(tree, 'b').map((element) => element.attributes.get('i'))).toEqual(['1', '2', '3']);
    expect(elements(tree, 'b')).toHaveLength(2);
    expect(textOf(tree)).toBe('x');
  });

  it('puts an element where the sequence wants it, in place of one of its name', () => {
    const order = ['a', 'b', 'c'];
    const tree = parseXml('<r><a/><c/></r>');
    putInOrder(tree, el('b', { v: '1' }), order);
    putInOrder(tree, el('b', { v: '2' }), order);
    expect(serializeXml(tree)).toContain('<r><a/><b v="2"/><c/></r>');
    expect(() => putInOrder(tree, el('x'), order)).toThrow(RangeError);
  });

  it('writes what is finished as it was then, wherever it stands', () => {
    const shared = finish(el('p', { v: '<' }, ['a', '', 'b', el('q')]));
    const tree = el('r', {}, [el('x', {}, [shared]), el('y', {}, [shared, shared])]);
    const apart = el('r', {}, [el('x', {}, [clone(shared)]), el('y', {}, [clone(shared), clone(shared)])]);
    expect(serializeXml(tree)).toBe(serializeXml(apart));
    expect(parseXml(serializeXml(tree))).toEqual(tree);
    expect([isFinished(shared), isFinished(clone(shared))]).toEqual([true, false]);
  });
});
