/** The contents list of a finished summary, and where its headings are in the text of its pages. */
import { readPackage } from '../../src/ooxml/package.js';
import { child, descendants, elements, textOf } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { squeeze } from '../support/office-text.js';

export interface Entry {
  /** Words of the heading that it leads to, in the first language. */
  readonly heading: string;
  readonly page: number;
}

/** In the order of the file. */
export function contentsOf(docx: Uint8Array): Entry[] {
  const root = parseXml(new TextDecoder().decode(readPackage(docx).parts.get('word/document.xml')));
  const paragraphs = descendants(root, 'w:p');
  const headings = new Map(
    paragraphs.flatMap((paragraph) => {
      const mark = child(paragraph, 'w:bookmarkStart')?.attributes.get('w:name');
      const runs = elements(paragraph, 'w:r').flatMap((r) => elements(r));
      const end = runs.findIndex(({ name }) => name === 'w:tab' || name === 'w:br');
      const words = runs.slice(0, end === -1 ? undefined : end).filter(({ name }) => name === 'w:t');
      return mark === undefined ? [] : [[mark, words.map(textOf).join('')] as const];
    }),
  );
  return paragraphs.flatMap((paragraph) => {
    const target = child(paragraph, 'w:hyperlink')?.attributes.get('w:anchor');
    if (target === undefined) return [];
    const page = descendants(paragraph, 'w:t').at(-1);
    return [{ heading: headings.get(target) ?? '', page: Number(page && textOf(page)) }];
  });
}

/**
 * What is wrong in a contents list.
 * @param text of the pages, as `pdftotext -raw` gives it
 */
export function wrongEntries(entries: readonly Entry[], text: string): string[] {
  const pages = text.split('\f').slice(0, -1).map(squeeze);
  // A list stands before all that it lists.
  return entries.flatMap(({ heading, page }) => {
    const stands = pages.findLastIndex((content) => content.includes(squeeze(heading))) + 1;
    return stands === page ? [] : [`${heading}: on page ${stands}, not ${page}`];
  });
}
