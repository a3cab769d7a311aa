/**
 * Layer 1. Fonts inside a Word file (ECMA-376 part 1, 17.8.3): TrueType with its first 32 bytes obfuscated, by a key
 * that stands beside it, so that nobody takes the part for a font to install.
 */
import type { Parts } from '../parts.js';
import { addRelationship, officeRelationship, relationshipsPartOf } from '../relationships.js';
import { uuidOf } from '../uuid.js';
import { el, elements } from '../xml.js';
import { addOverride } from './properties.js';

export interface EmbeddedFont {
  /** As the file's texts name it. */
  readonly name: string;
  /** TrueType files that a program without this font is to take. */
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

const contentType = 'application/vnd.openxmlformats-officedocument.obfuscatedFont';
const obfuscated = 32;

/** Puts the font into the file, beside its entry in the table of fonts, which has to be there. */
export function embedFont(parts: Parts, table: string, { name, regular, bold }: EmbeddedFont): void {
  const root = parts.xml(table);
  const entry = elements(root, 'w:font').find(({ attributes }) => attributes.get('w:name') === name);
  if (!entry) return;
  root.attributes.set('xmlns:r', officeRelationship.replace(/\/$/, ''));
  const relationshipsPart = relationshipsPartOf(table);
  if (!parts.has(relationshipsPart))
    parts.set(
      relationshipsPart,
      el('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' }),
    );
  const folder = table.slice(0, table.lastIndexOf('/') + 1);
  for (const [index, { style, font }] of [
    { style: 'Regular', font: regular },
    { style: 'Bold', font: bold },
  ].entries()) {
    const part = `${folder}fonts/font${index + 1}.odttf`;
    const key = uuidOf(`${name} ${style}`);
    parts.set(part, obfuscate(font, key));
    addOverride(parts, part, contentType);
    const id = addRelationship(table, parts.xml(relationshipsPart), 'font', part);
    entry.children.push(el(`w:embed${style}`, { 'r:id': id, 'w:fontKey': key }));
  }
}

/** The key's digits from the last to the first, twice, over the first bytes (17.8.1). Done again, it undoes itself. */
export function obfuscate(font: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replace(/[{}-]/g, ''), 'hex').reverse();
  const result = Uint8Array.from(font);
  for (let index = 0; index < obfuscated; index += 1)
    result[index] = (font[index] as number) ^ (bytes[index % bytes.length] as number);
  return result;
}
