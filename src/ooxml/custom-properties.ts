/**
 * Layer 1. Custom document properties, `docProps/custom.xml` (ECMA-376 part 1, 22.3): named texts that no reader sees
 * and that PowerPoint, Word and LibreOffice keep when they save the file.
 */
import { addOverride } from './mend/properties.js';
import type { Parts } from './parts.js';
import { addRelationship, relationshipsPartOf } from './relationships.js';
import { child, el, elements, removeChildren, textOf } from './xml.js';

const part = 'docProps/custom.xml';
const kind = 'custom-properties';
/** Of every property that a person or a program names (MS-OLEPS, FMTID_UserDefinedProperties). */
const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
/** 0 and 1 are reserved. */
const firstId = 2;
/** Office's dialogs take no longer text, and other programs cut there. */
export const longestProperty = 255;

/** All properties that are texts, by name. @throws {FindingsError} where the part is not well-formed */
export function readCustomProperties(parts: Parts): Map<string, string> {
  const properties = new Map<string, string>();
  for (const found of parts.related('', kind).filter((name) => parts.has(name))) {
    for (const property of elements(parts.xml(found), 'property')) {
      const value = child(property, 'vt:lpwstr');
      if (value) properties.set(property.attributes.get('name') ?? '', textOf(value));
    }
  }
  return properties;
}

/**
 * Gives the package these properties, and no others.
 * @param properties without any, the part goes
 * @throws {RangeError} for a text that is too long to be kept
 */
export function writeCustomProperties(parts: Parts, properties: ReadonlyMap<string, string>): void {
  for (const old of parts.related('', kind)) parts.delete(old);
  const relationships = parts.xml(relationshipsPartOf(''));
  removeChildren(relationships, (node) => (node.attributes.get('Type') ?? '').endsWith(`/${kind}`));
  if (properties.size === 0) return;
  const entries = [...properties].map(([name, value], index) => {
    if (value.length > longestProperty)
      throw new RangeError(
        `property "${name}" has ${value.length} characters, at most ${longestProperty} last`,
      );
    const id = String(firstId + index);
    return el('property', { fmtid: userDefined, pid: id, name }, [el('vt:lpwstr', {}, [value])]);
  });
  parts.set(
    part,
    el(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
      },
      entries,
    ),
  );
  addOverride(parts, part, 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
  addRelationship('', relationships, kind, part);
}
