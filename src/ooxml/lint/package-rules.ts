/** Layer 1. Rules about the package itself: parts, content types, relationships, well-formed XML. */
import { FindingsError } from '../../diagnostic.js';
import { contentTypesPart } from '../package.js';
import { ownerOf } from '../relationships.js';
import { elements, type XmlElement } from '../xml.js';
import { isFinished } from '../xml-writer.js';
import type { Finding, Rule } from './file.js';
import { visitOnce } from './walk.js';

/** Every XML part parses, and declares the prefixes it uses. */
export const wellFormed: Rule = function* (file) {
  for (const part of file.xmlParts) {
    try {
      const prefix = undeclaredPrefix(file.parts.xml(part));
      if (prefix)
        yield {
          part,
          message: `${part}: the prefix of "${prefix}" is not declared`,
          expected: 'an xmlns declaration for every prefix',
          hint: 'declare the namespace on the root element',
        };
    } catch (error) {
      if (!(error instanceof FindingsError)) throw error;
      for (const { message, at, expected, hint } of error.diagnostics)
        yield {
          part,
          message,
          expected: expected ?? '',
          hint: hint ?? '',
          line: at?.line,
          column: at?.column,
        };
    }
  }
};

/** Prefixes declared at a place in a tree, and names that were found to have one of them or none. */
interface Scope {
  readonly prefixes: ReadonlySet<string>;
  readonly names: Set<string>;
  /** What stands in several places. */
  readonly seen: Set<XmlElement>;
}

const scopeOf = (prefixes: Iterable<string>): Scope => ({
  prefixes: new Set(prefixes),
  names: new Set(),
  seen: new Set(),
});

function undeclaredPrefix(
  { name, attributes, children }: XmlElement,
  outer = scopeOf(['xml', 'xmlns']),
): string | undefined {
  let scope = outer;
  if (attributes.size > 0) {
    const added: string[] = [];
    for (const key of attributes.keys()) if (key.startsWith('xmlns:')) added.push(key.slice(6));
    if (added.length > 0) scope = scopeOf([...outer.prefixes, ...added]);
  }
  if (!isDeclared(name, scope)) return name;
  if (attributes.size > 0) {
    for (const key of attributes.keys()) if (!isDeclared(key, scope)) return key;
  }
  for (const node of children) {
    if (typeof node === 'string' || scope.seen.has(node)) continue;
    if (isFinished(node)) scope.seen.add(node);
    const found = undeclaredPrefix(node, scope);
    if (found) return found;
  }
  return undefined;
}

function isDeclared(name: string, { prefixes, names }: Scope): boolean {
  if (names.has(name)) return true;
  const colon = name.indexOf(':');
  if (colon > 0 && !prefixes.has(name.slice(0, colon))) return false;
  names.add(name);
  return true;
}

/** No Override names a part that is not there (pptxgenjs issue 1444). */
export const overridesHaveParts: Rule = function* (file) {
  const types = file.tree(contentTypesPart);
  for (const element of types ? elements(types, 'Override') : []) {
    const part = (element.attributes.get('PartName') ?? '').replace(/^\//, '');
    if (file.parts.has(part)) continue;
    yield {
      part: contentTypesPart,
      message: `a content type is declared for /${part}, which is not in the package`,
      expected: 'Overrides for existing parts only',
      hint: 'remove the Override',
    };
  }
};

/** Every part has a content type, and a picture the one of its format. */
export const partsHaveContentTypes: Rule = function* (file) {
  if (!file.parts.has(contentTypesPart))
    yield {
      part: contentTypesPart,
      message: 'the package has no [Content_Types].xml',
      expected: 'content types for all parts',
      hint: 'make the file again',
    };
  const contentTypeOf = file.contentTypes;
  for (const part of file.parts.names()) {
    if (part === contentTypesPart) continue;
    const type = contentTypeOf(part);
    if (type === undefined || type === 'image/jpg')
      yield {
        part,
        message:
          type === undefined
            ? `part ${part} has no content type`
            : `part ${part} has content type "image/jpg"`,
        expected: type === undefined ? 'a Default for its extension or an Override' : '"image/jpeg"',
        hint: 'mend the file before writing it',
      };
  }
};

/** Every internal relationship leads to a part, ids are unique, and every id used in a part is there. */
export const relationshipsResolve: Rule = function* (file) {
  for (const relationshipsPart of file.names(/\.rels$/)) {
    const owner = ownerOf(relationshipsPart) ?? '';
    const seen = new Set<string>();
    for (const { id, target, external } of file.relationships(owner)) {
      if (seen.has(id)) yield dangling(relationshipsPart, `relationship id "${id}" is there twice`);
      seen.add(id);
      if (!external && !file.parts.has(target))
        yield dangling(
          relationshipsPart,
          `relationship "${id}" leads to ${target}, which is not in the package`,
        );
    }
  }
  for (const part of file.xmlParts) {
    const tree = file.tree(part);
    if (!tree || part.endsWith('.rels')) continue;
    const known = new Set(file.relationships(part).map(({ id }) => id));
    const unknown: string[] = [];
    visitOnce(tree, ({ name, attributes }) => {
      if (attributes.size === 0) return;
      for (const key of attributes.keys()) {
        if (!key.startsWith('r:') || !relationshipAttributes.has(key)) continue;
        const id = attributes.get(key) as string;
        if (id !== '' && !known.has(id))
          unknown.push(`${name} uses relationship "${id}", which ${part} does not have`);
      }
    });
    for (const message of unknown) yield dangling(part, message);
  }
};

const relationshipAttributes = new Set([
  'r:id',
  'r:embed',
  'r:link',
  'r:pict',
  'r:dm',
  'r:lo',
  'r:qs',
  'r:cs',
]);

const dangling = (part: string, message: string): Finding => ({
  part,
  message,
  expected: 'relationships that lead to parts of the package',
  hint: 'remove the relationship with what uses it, or add the part',
});

/** Links lead to https or mailto only: javascript:, file:, UNC paths and the like are refused. */
export const externalTargets: Rule = function* (file) {
  for (const relationshipsPart of file.names(/\.rels$/)) {
    for (const { id, target, external } of file.relationships(ownerOf(relationshipsPart) ?? '')) {
      if (!external || isSafe(target)) continue;
      yield {
        part: relationshipsPart,
        message: `relationship "${id}" leads out of the file to ${JSON.stringify(target.slice(0, 120))}`,
        expected: 'https: or mailto:',
        hint: 'change the link in the template or in sources.yaml',
      };
    }
  }
};

function isSafe(target: string): boolean {
  try {
    return /^(https|mailto):$/.test(new URL(target).protocol);
  } catch {
    return false;
  }
}
