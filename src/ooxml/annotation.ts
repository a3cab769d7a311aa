/**
 * Layer 1. What the writers say about an object where pptxgenjs has no word for it, carried in the object's name and
 * taken out again by mending:
 *
 *     decorative: Panel                  marked as decorative: screen readers skip it
 */

export interface Annotation {
  readonly name: string;
  readonly decorative: boolean;
}

const decorativePrefix = 'decorative:';

/** The name to give to a decorative object (pptxgenjs `objectName`). */
export const decorativeName = (name: string): string => `${decorativePrefix} ${name}`;

export const readAnnotation = (name: string): Annotation =>
  name.startsWith(decorativePrefix)
    ? { name: name.slice(decorativePrefix.length).trim(), decorative: true }
    : { name, decorative: false };
