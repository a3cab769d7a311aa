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
