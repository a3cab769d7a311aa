/** What the rules of src/ooxml/lint/word-contrast.ts find. */
import { descendants, el, textOf } from '../../../src/ooxml/xml.js';
import { type Breaks, wordRun } from './breaks.js';

export const wordContrast: Breaks<'ooxml/word-contrast'> = {
  'ooxml/word-contrast': [
    {
      name: 'grey on white',
      file: 'document',
      breaks: (parts) => wordRun(parts, 'Umsatz').children.push(el('w:color', { 'w:val': 'AAAAAA' })),
      part: 'word/document.xml',
      says: 'the run "Umsatz " has a contrast of 2.32, #AAAAAA on #FFFFFF',
    },
    {
      name: 'blue by its style, on a shaded paragraph',
      file: 'document',
      breaks: (parts) => {
        const link = descendants(parts.xml('word/document.xml'), 'w:p').find((candidate) =>
          textOf(candidate).includes('another source'),
        );
        link?.children.unshift(el('w:pPr', {}, [el('w:shd', { 'w:val': 'clear', 'w:fill': '404040' })]));
      },
      part: 'word/document.xml',
      says: 'the run "another source" has a contrast of',
    },
  ],
};
