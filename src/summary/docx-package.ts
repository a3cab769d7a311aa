/** Layer 3. The package of a summary as docx makes it: styles, lists, pages, all but the text. */
import {
  DocumentGridType,
  Document as DocxDocument,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
} from 'docx';
import { geometryFor } from './geometry.js';
import { gridFor } from './grid.js';
import { numberingFor } from './numbering.js';
import { scriptOf } from './scripts.js';
import { stylesFor, twips } from './styles.js';
import type { Summary } from './summary.js';

/** What `Packer` packs: the parts by name. Mending would unpack them at once. */
const { compiler } = Packer as unknown as {
  readonly compiler: { compile(document: DocxDocument): ReadonlyMap<string, Uint8Array | string> };
};

export interface DocxPackage {
  readonly parts: ReadonlyMap<string, Uint8Array | string>;
  /** By reference of a list: its number. */
  readonly lists: ReadonlyMap<string, number>;
}

/**
 * @param lists references, from `listsIn`
 * @param chapters how many there are, each a section of Word's: pages with margins, running heads and a grid
 */
export function makePackage(
  { theme, languages, columns, properties }: Summary,
  lists: readonly string[],
  chapters: number,
): DocxPackage {
  const document = new DocxDocument({
    title: properties.title,
    creator: properties.creator,
    styles: stylesFor(theme, languages.map(scriptOf), columns),
    numbering: numberingFor(lists, theme),
    compatibility: { version: 15 },
    hyphenation: hyphenationFor(languages),
    sections: Array.from({ length: chapters }, () => sectionOf(columns)),
  });
  // docx numbers a list when it comes upon a paragraph of it.
  for (const reference of lists) document.Numbering.createConcreteNumberingInstance(reference, 0);
  const numbers = document.Numbering.ConcreteNumbering.map(
    ({ reference, numId }) => [reference, numId] as const,
  );
  return { parts: compiler.compile(document), lists: new Map(numbers) };
}

function sectionOf(columns: 1 | 2): ISectionOptions {
  const { page, margin, header, footer } = geometryFor(columns);
  const { top, bottom, side } = margin;
  const margins = { top, bottom, left: side, right: side, header, footer };
  return {
    properties: {
      titlePage: true,
      page: { size: page, margin: margins },
      grid: { type: DocumentGridType.LINES, linePitch: twips(gridFor(columns).pitch) },
    },
    headers: { default: new Header({ children: [] }), first: new Header({ children: [] }) },
    footers: { default: new Footer({ children: [] }), first: new Footer({ children: [] }) },
    children: [],
  };
}

/**
 * Words of Latin languages may be divided where more than 4 mm would be left of a ragged line, on three lines in a row at
 * most, as long as no styles or paragraphs say otherwise.
 */
function hyphenationFor(languages: readonly string[]) {
  if (languages.every((language) => scriptOf(language) === 'han')) return {};
  return {
    autoHyphenation: true,
    hyphenationZone: 227,
    consecutiveHyphenLimit: 3,
    doNotHyphenateCaps: true,
  };
}
