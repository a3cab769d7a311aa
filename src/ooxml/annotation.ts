/**
 * Layer 1. What the writers say about an object where their library has no word for it, carried in the object's name
 * and taken out again by mending:
 *
 *     decorative: Panel                  marked as decorative: screen readers skip it
 *     Key figures // alt: Table of …     alternative text, for tables and shapes too
 */

export interface Annotation {
  readonly name: string;
  readonly decorative: boolean;
  readonly alt?: string | undefined;
}

const decorativePrefix = 'decorative:';
const altMark = ' // alt: ';

/** The name to give to a decorative object (pptxgenjs `objectName`). */
export const decorativeName = (name: string): string => `${decorativePrefix} ${name}`;

/** The name to give to an object with alternative text (pptxgenjs `objectName`). */
export const describedName = (name: string, alt: string): string => `${name}${altMark}${alt}`;

export function readAnnotation(name: string): Annotation {
  if (name.startsWith(decorativePrefix))
    return { name: name.slice(decorativePrefix.length).trim(), decorative: true };
  const mark = name.indexOf(altMark);
  return mark < 0
    ? { name, decorative: false }
    : { name: name.slice(0, mark), decorative: false, alt: name.slice(mark + altMark.length) };
}

const tableMark = '\u2060table\u2060';

/**
 * The text of a run to put first into the first cell of a Word table; mending takes the run out and gives the table
 * this caption (its title) and description. Word joiners around it keep it from being taken for content.
 */
export const tableAnnotation = (caption: string, description: string): string =>
  `${tableMark}${caption}${tableMark}${description}${tableMark}`;

/** Undefined for any other text. */
export function readTableAnnotation(text: string): { caption: string; description: string } | undefined {
  if (!text.startsWith(tableMark) || !text.endsWith(tableMark)) return undefined;
  const parts = text.slice(tableMark.length, -tableMark.length).split(tableMark);
  return parts.length === 2 ? { caption: parts[0] as string, description: parts[1] as string } : undefined;
}
