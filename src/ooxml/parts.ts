/** Layer 1. A package being read or mended: parts as trees, parsed once and on demand, written back when done. */
import { FindingsError } from '../diagnostic.js';
import { contentTypesPart, type LoosePackage, type Package } from './package.js';
import { type Relationship, relationshipOf, relationshipsPartOf } from './relationships.js';
import { elements, type XmlElement } from './xml.js';
import { hasIllegalCharacters, parseXml, withoutIllegalCharacters, XmlError } from './xml-reader.js';
import { serializeXml, settle } from './xml-writer.js';
import { type CheckedEntry, unpackEntry } from './zip.js';

const surrogate = /[\ud800-\udfff]/;
const loneSurrogates = /\p{Surrogate}/gu;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

export interface PartsOptions {
  /** Removes what XML cannot carry and escapes a bare & before parsing, as the makers of the file should have. */
  readonly forgiving?: boolean;
  /** The rest of the package: read, where a part is not among these; not changed, and not listed. */
  readonly behind?: Parts;
}

type Content = Uint8Array | string | CheckedEntry;

export class Parts {
  readonly #contents: Map<string, Content>;
  readonly #trees = new Map<string, XmlElement>();
  readonly #forgiving: boolean;
  readonly #behind: Parts | undefined;
  /** Whether the trees may differ from the contents. */
  #changed = true;
  /** Every rule of the linter asks for names. */
  #sorted: readonly string[] | undefined;

  constructor(pkg: LoosePackage, options: PartsOptions = {}) {
    this.#contents = new Map(pkg.parts);
    this.#forgiving = options.forgiving ?? false;
    this.#behind = options.behind;
  }

  /** Sorted, numbers by value: slide2 before slide10. */
  names(pattern?: RegExp): string[] {
    this.#sorted ??= sortedByNumber([...this.#contents.keys()], (name) => name);
    return pattern ? this.#sorted.filter((name) => pattern.test(name)) : [...this.#sorted];
  }

  has(name: string): boolean {
    return this.#contents.has(name) || (this.#behind?.has(name) ?? false);
  }

  /** Whether the part is one of these, not of those behind. */
  owns(name: string): boolean {
    return this.#contents.has(name);
  }

  /** As read; changes to the tree do not show. */
  bytes(name: string): Uint8Array {
    const content = this.#content(name);
    return typeof content === 'string' ? encoder.encode(content) : content;
  }

  text(name: string): string {
    const content = this.#content(name);
    // Of a text, what has no place in UTF-8 is replaced as packing would have replaced it.
    return typeof content === 'string'
      ? surrogate.test(content)
        ? content.replace(loneSurrogates, '\ufffd')
        : content
      : decoder.decode(content);
  }

  #content(name: string): Uint8Array | string {
    const content = this.#contents.get(name);
    if (content === undefined) return this.#behind?.bytes(name) ?? fail(name, 'there is no such part');
    return typeof content === 'string' || content instanceof Uint8Array ? content : unpackEntry(content);
  }

  /** The part's tree; changes to it are kept. @throws {FindingsError} `ooxml/not-well-formed`, `ooxml/missing-part` */
  xml(name: string): XmlElement {
    const known = this.#trees.get(name);
    if (known) return known;
    if (this.#behind && !this.#contents.has(name)) return this.#behind.xml(name);
    let text = this.text(name);
    if (this.#forgiving)
      text = withoutIllegalCharacters(text).replace(/&(?!(?:#\d+|#x[0-9a-fA-F]+|\w+);)/g, '&amp;');
    try {
      const tree = parseXml(text);
      this.#trees.set(name, tree);
      return tree;
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      throw new FindingsError([
        {
          code: 'ooxml/not-well-formed',
          severity: 'error',
          message: `part ${name} is not well-formed XML: ${error.message}`,
          at: { file: name, line: error.line, column: error.column },
          expected: 'XML 1.0 without a document type',
          hint: 'text, font and language names must reach the file escaped and without control characters',
        },
      ]);
    }
  }

  /** @param tree of a part that is packed already: what it reads as, which does not change any more */
  set(name: string, content: XmlElement | Uint8Array | CheckedEntry, tree?: XmlElement): void {
    if (!this.#contents.has(name)) this.#sorted = undefined;
    if ('children' in content) {
      // The tree is written when the package is; until then the name must exist.
      if (!this.#contents.has(name)) this.#contents.set(name, '');
      this.#trees.set(name, content);
    } else {
      this.#contents.set(name, content);
      if (tree) this.#trees.set(name, tree);
      else this.#trees.delete(name);
    }
  }

  /** Takes over a part of another package, with its tree, which both then share. */
  share(name: string, from: Parts): void {
    const content = from.#contents.get(name);
    if (content === undefined) return;
    this.#contents.set(name, content);
    const tree = from.#trees.get(name);
    if (tree) this.#trees.set(name, tree);
    this.#sorted = undefined;
  }

  /** Removes a part with its relationships and its content type. References to it are the caller's. */
  delete(name: string): void {
    for (const part of [name, relationshipsPartOf(name)]) {
      this.#contents.delete(part);
      this.#trees.delete(part);
    }
    this.#sorted = undefined;
    const types = this.xml(contentTypesPart);
    const index = types.children.findIndex(
      (node) => typeof node !== 'string' && node.attributes.get('PartName') === `/${name}`,
    );
    if (index >= 0) types.children.splice(index, 1);
  }

  /** Relationships of a part (`''`: of the package), in the order written. */
  relationships(part: string): Relationship[] {
    const name = relationshipsPartOf(part);
    return this.has(name)
      ? elements(this.xml(name), 'Relationship').map((element) => relationshipOf(part, element))
      : [];
  }

  /** Parts that a part relates to by a kind: the slides of the presentation, say. */
  related(part: string, kind: string): string[] {
    return this.relationships(part)
      .filter((relationship) => relationship.kind === kind && !relationship.external)
      .map((relationship) => relationship.target);
  }

  /** The main part: `ppt/presentation.xml`, `word/document.xml`. */
  get main(): string {
    return this.related('', 'officeDocument')[0] ?? fail('_rels/.rels', 'the package names no main part');
  }

  /** Parsed parts are written anew, all others stay byte for byte. */
  toPackage(): Package {
    return { parts: new Map([...this.#contents.keys()].map((name) => [name, this.#written(name)])) };
  }

  #written(name: string): Uint8Array {
    const tree = this.#changed ? this.#trees.get(name) : undefined;
    return tree ? encoder.encode(serializeXml(tree)) : this.bytes(name);
  }

  /**
   * These parts as they are read from the package that they are written to. Parsed ones keep their trees, which the
   * two then share: nothing may be changed any more.
   */
  written(): Parts {
    const written = new Parts({ parts: new Map() });
    written.#changed = false;
    for (const [name, content] of this.#contents) {
      const tree = this.#trees.get(name);
      if (tree && this.packed(name)) {
        written.#contents.set(name, content);
        written.#trees.set(name, tree);
        continue;
      }
      if (!tree) {
        written.#contents.set(name, typeof content === 'string' ? encoder.encode(content) : content);
        continue;
      }
      const text = serializeXml(tree);
      written.#contents.set(name, encoder.encode(text));
      // With such characters the part is not well-formed, as parsing it will tell.
      if (hasIllegalCharacters(text)) continue;
      settle(tree);
      written.#trees.set(name, tree);
    }
    return written;
  }

  /** A part as it was set, packed already. */
  packed(name: string): CheckedEntry | undefined {
    const content = this.#contents.get(name);
    return content === undefined || typeof content === 'string' || content instanceof Uint8Array
      ? undefined
      : content;
  }
}

const sortKey = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In code-unit order of their names, but runs of digits by their value. */
export function sortedByNumber<T>(things: readonly T[], nameOf: (thing: T) => string): T[] {
  return things
    .map((thing) => ({ thing, key: sortKey(nameOf(thing)) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ thing }) => thing);
}

/** Code-unit order, but runs of digits by their value. */
export const byNumber = (a: string, b: string): number => compare(sortKey(a), sortKey(b));

function fail(part: string, problem: string): never {
  throw new FindingsError([
    {
      code: 'ooxml/missing-part',
      severity: 'error',
      message: `${part}: ${problem}`,
      at: { file: part },
      expected: 'a complete .pptx, .docx or .xlsx package',
      hint: 'make the file again',
    },
  ]);
}
