/** What the rules of src/ooxml/lint/properties-rules.ts find. */
import { removeChildren } from '../../../src/ooxml/xml.js';
import type { Breaks } from './breaks.js';

export const propertiesRules: Breaks<'ooxml/document-title'> = {
  'ooxml/document-title': [
    {
      name: 'no title',
      file: 'deck',
      breaks: (parts) =>
        void removeChildren(parts.xml('docProps/core.xml'), ({ name }) => name === 'dc:title'),
      part: 'docProps/core.xml',
      says: 'no title',
    },
  ],
};
