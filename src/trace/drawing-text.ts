/** Layer 2. The text of a paragraph of DrawingML: on slides and in charts. */
import { child, elements, textOf, type XmlElement } from '../ooxml/xml.js';

/** Fields count pages and tell dates: they are no text of anybody's. */
export function paragraphText(paragraph: XmlElement): string {
  return elements(paragraph)
    .map((run) => {
      if (run.name === 'a:br') return '\n';
      return run.name === 'a:r' ? textOf(child(run, 'a:t') ?? run) : '';
    })
    .join('');
}
