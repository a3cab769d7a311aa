/** Layer 3. Which of the paragraphs over the full width stay on the page of the one after them. */
import type { Part } from './summary.js';

/** A short list, of sources, stays together; a contents list may go on on the next page, but for two entries at each end. */
export function keepsNext({ content }: Extract<Part, { readonly kind: 'full' }>, index: number): boolean {
  if (index === content.length - 1) return false;
  const contents = content.some((one) => one.kind === 'paragraph' && one.role === 'contents');
  return !contents || index < 2 || index === content.length - 2;
}
