/** Layer 1. Rules about the document's properties. */
import { child, textOf } from '../xml.js';
import type { Rule } from './file.js';

/** The document has a title, which windows and screen readers announce in place of the file's name. */
export const documentTitle: Rule = function* (file) {
  const core = file.tree('docProps/core.xml');
  const title = core && child(core, 'dc:title');
  if (title && textOf(title).trim() && !/^PptxGenJS/i.test(textOf(title))) return;
  yield {
    part: 'docProps/core.xml',
    message: `the document has ${title ? `${JSON.stringify(textOf(title))} as its title` : 'no title'}`,
    expected: 'a title in docProps/core.xml',
    hint: 'give the document’s title when mending',
  };
};
