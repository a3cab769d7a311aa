import { beforeAll, describe, expect, it } from 'vitest';
import { lintPackage, lintWritten } from '../../src/ooxml/lint.js';
import { readPackage } from '../../src/ooxml/package.js';
import { Parts } from '../../src/ooxml/parts.js';
import { type WrittenFile, writeParts } from '../../src/ooxml/written.js';
import { descendants, el, type XmlElement } from '../../src/ooxml/xml.js';
import { richDeck } from './sample-deck.js';
import { options, richDocument } from './samples.js';

const xmlParts = /\.(xml|rels)$/;
const read = ({ bytes }: WrittenFile): Parts => new Parts(readPackage(bytes));
const first = (parts: Parts, part: string, name: string): XmlElement =>
  descendants(parts.xml(part), name)[0] as XmlElement;

/** The file with something broken in it, as a writer's fault would leave it. */
function broken(file: WrittenFile, part: RegExp, how: (root: XmlElement) => void): WrittenFile {
  const parts = read(file);
  how(parts.xml(parts.names(part)[0] as string));
  return writeParts(parts, options.date);
}

const deck: { file: WrittenFile } = {} as never;
const document: { file: WrittenFile } = {} as never;
beforeAll(async () => {
  deck.file = await richDeck();
  document.file = await richDocument();
});

describe.each([
  ['deck', deck],
  ['Word file', document],
])('a %s that was just written', (_, made) => {
  it('has the trees that reading its bytes gives', () => {
    const again = read(made.file);
    expect(made.file.parts.names()).toEqual(again.names());
    for (const name of again.names(xmlParts))
      expect(made.file.parts.xml(name), name).toEqual(again.xml(name));
    for (const name of again.names())
      expect(Buffer.compare(made.file.parts.bytes(name), again.bytes(name)), name).toBe(0);
  });

  it('is linted as its bytes are', () => {
    expect(lintWritten(made.file)).toEqual(lintPackage(made.file.bytes));
  });
});

const faults: [what: string, of: typeof deck, part: RegExp, code: string, how: (root: XmlElement) => void][] =
  [
    [
      'a run without language',
      deck,
      /slide1\.xml$/,
      'ooxml/run-language',
      (root) => {
        for (const run of descendants(root, 'a:rPr')) run.attributes.delete('lang');
      },
    ],
    [
      'a relationship that leads nowhere',
      deck,
      /slide1\.xml\.rels$/,
      'ooxml/dangling-relationship',
      (root) => {
        (root.children[0] as XmlElement).attributes.set('Target', '../gone.xml');
      },
    ],
    [
      'a prefix that nothing declares',
      deck,
      /slide1\.xml$/,
      'ooxml/not-well-formed',
      (root) => {
        root.children.push(el('zz:unknown'));
      },
    ],
    [
      'a character that XML does not have',
      deck,
      /slide1\.xml$/,
      'ooxml/not-well-formed',
      (root) => {
        (descendants(root, 'a:t')[0] as XmlElement).children.push('\u0001');
      },
    ],
    [
      'an id that is there twice',
      document,
      /document\.xml$/,
      'ooxml/word-id',
      (root) => {
        const [one] = descendants(root, 'wp:docPr');
        root.children.push(el('w:p', {}, [el('wp:docPr', { id: one?.attributes.get('id') })]));
      },
    ],
  ];

describe('the linter finds in a file that was just written', () => {
  it.each(faults)('%s, as in its bytes', (_, of, part, code, how) => {
    const file = broken(of.file, part, how);
    const found = lintWritten(file);
    expect(found.map((finding) => finding.code)).toContain(code);
    expect(found).toEqual(lintPackage(file.bytes));
  });

  it('a byte that is not what was to be written', () => {
    const bytes = deck.file.bytes.slice();
    const name = 'ppt/slides/slide1.xml';
    const at = Buffer.from(bytes).indexOf(name) + name.length + 5;
    bytes[at] = (bytes[at] as number) ^ 0xff;
    expect(lintWritten({ ...deck.file, bytes })[0]?.code).toMatch(/^ooxml\/zip-corrupt$/);
  });

  it('whatever the bytes say, where they are not those of the trees', () => {
    const other = broken(deck.file, /slide1\.xml$/, (root) => {
      (descendants(root, 'a:t')[0] as XmlElement).children.splice(0, 1, '中文');
      for (const run of descendants(root, 'a:rPr')) run.attributes.delete('lang');
    });
    expect(lintWritten({ ...deck.file, bytes: other.bytes })).toEqual(lintPackage(other.bytes));
  });
});

describe('trees that mending left otherwise than reading gives them', () => {
  it('are settled when they are written', () => {
    const parts = read(deck.file);
    const [part] = parts.names(/slide1\.xml$/) as [string];
    first(parts, part, 'a:t').children.splice(0, 1, 'a', '', 'b');
    first(parts, part, 'a:p').children.unshift(' ', '\n');
    const file = writeParts(parts, options.date);
    expect(file.parts.xml(part)).toEqual(read(file).xml(part));
    expect(first(file.parts, part, 'a:t').children).toEqual(['ab']);
  });

  it('write a text that cannot be told from a reference as text', () => {
    const parts = read(deck.file);
    const [part] = parts.names(/slide1\.xml$/) as [string];
    first(parts, part, 'a:t').children.splice(0, 1, '&amp; <b> &#1; 😀\r');
    const file = writeParts(parts, options.date);
    expect(file.parts.xml(part)).toEqual(read(file).xml(part));
  });
});
