/** Layer 3. What stands around the text of a summary: styles, lists, pages. docx makes it, once for summaries alike. */
import {
  DocumentGridType,
  Document as DocxDocument,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
} from 'docx';
import type { Theme } from '../document/theme.js';
import { embeddedFor } from '../fonts/embedded.js';
import { Memory } from '../memory.js';
import { type DocumentFrame, frameDocument } from '../ooxml/assemble-document.js';
import { geometryFor } from './geometry.js';
import { gridFor } from './grid.js';
import { numberingFor } from './numbering.js';
import { fontChoices, type Script } from './scripts.js';
import { stylesFor, twips, undividedStyles } from './styles.js';

/** All that decides it: plain data. */
export interface FrameLook {
  readonly fonts: Theme['fonts'];
  readonly colors: Theme['colors'];
  /** Of the languages; what has no run of its own is set in the first. */
  readonly scripts: readonly Script[];
  /** The first. */
  readonly language: string;
  readonly columns: 1 | 2;
  /** References, from `listsIn`. */
  readonly lists: readonly string[];
  /** How many there are, each a section of Word's: pages with margins, running heads and a grid. */
  readonly chapters: number;
  readonly creator: string;
}

export interface Frame {
  readonly document: DocumentFrame;
  /** By reference of a list: its number. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** What `Packer` packs: the parts by name. Mending would unpack them at once. */
const { compiler } = Packer as unknown as {
  readonly compiler: { compile(document: DocxDocument): ReadonlyMap<string, Uint8Array | string> };
};

/** Of the last few: the summaries of a zone differ in their text alone. */
const frames = new Memory(10_000);

export const frameFor = (look: FrameLook): Frame =>
  frames.recall('frame', JSON.stringify(look), () => makeFrame(look));

function makeFrame(look: FrameLook): Frame {
  const { fonts, scripts, language, columns, lists, chapters, creator } = look;
  const document = new DocxDocument({
    styles: stylesFor(look, scripts, columns),
    numbering: numberingFor(lists, look),
    compatibility: { version: 15 },
    hyphenation: hyphenationFor(scripts),
    sections: Array.from({ length: chapters }, () => sectionOf(columns)),
  });
  // docx numbers a list when it comes upon a paragraph of it.
  for (const reference of lists) document.Numbering.createConcreteNumberingInstance(reference, 0);
  const numbers = document.Numbering.ConcreteNumbering.map(
    ({ reference, numId }) => [reference, numId] as const,
  );
  const embedded = embeddedFor(fonts.latin);
  return {
    document: frameDocument(
      { parts: compiler.compile(document) },
      {
        language,
        author: creator,
        company: creator,
        fonts,
        colors: look.colors,
        fontChoices: fontChoices(look),
        embedded: embedded && { name: fonts.latin, ...embedded },
        typography: { undivided: undividedStyles(scripts, columns) },
      },
    ),
    numbers: new Map(numbers),
  };
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
function hyphenationFor(scripts: readonly Script[]) {
  if (scripts.every((script) => script === 'han')) return {};
  return {
    autoHyphenation: true,
    hyphenationZone: 227,
    consecutiveHyphenLimit: 3,
    doNotHyphenateCaps: true,
  };
}
