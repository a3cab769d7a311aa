/** Layer 3. What a summary begins with, and what stands above and below its pages: titles, issuer, date, logo. */
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { LanguageTag } from '../facts/schema.js';
import { languageFor } from '../language/registry.js';
import { geometryFor, twipsPerPoint } from './geometry.js';
import { lineWidth } from './line-width.js';
import { runsOf, textOf } from './runs.js';
import { sizes } from './sizes.js';
import type {
  FacingRow,
  Front,
  MarginLine,
  Paragraph,
  ParagraphRole,
  Picture,
  Run,
  TextRun,
} from './summary.js';

type Brand = Pick<Theme, 'logo' | 'footer'>;

/** @param documents those that face each other, or one */
export function frontOf(documents: readonly Document[], brand: Brand): Front {
  const width = geometryFor(documents.length).textWidth / twipsPerPoint;
  return {
    title: documents.map(({ title, language }) => ({ language, runs: runsOf(title, language) })),
    imprint: imprint(documents),
    logo: logoOf(documents, brand),
    header: documents.map(header),
    footer: documents.map((document) => footer(document, brand, width)),
  };
}

/** Points: as large as the margin above the first page's title has room for. */
const logoRoom = { width: 140, height: 22 } as const;

/** Named after the issuer, whose it is. It stands on paper, as on the deck's slides. */
function logoOf(documents: readonly Document[], { logo }: Brand): Picture | undefined {
  const [document] = documents;
  if (!logo || !document) return undefined;
  const { image } = logo;
  const scale = Math.min(logoRoom.width / image.width, logoRoom.height / image.height);
  return {
    kind: 'picture',
    content: { image },
    alt: document.issuer,
    language: document.language,
    width: image.width * scale,
    height: image.height * scale,
    spaceBelow: 0,
  };
}

function imprint(documents: readonly Document[]): FacingRow {
  const subtitled = documents.some(({ subtitle }) => subtitle.length > 0);
  const cells = documents.map(({ subtitle, issuer, editionDate, language }, index): Paragraph[] => {
    const side = index === 0 ? 0 : 1;
    const lines = (role: ParagraphRole, runs: readonly Run[]): Paragraph => ({
      kind: 'paragraph',
      role,
      side,
      language,
      runs,
    });
    return [
      ...(subtitled ? [lines('subtitle', runsOf(subtitle, language))] : []),
      lines('imprint', [
        text(issuer, language),
        { kind: 'break' },
        text(languageFor(language).writeDate(editionDate), language),
      ]),
    ];
  });
  return { cells, keepNext: false };
}

/** The zone and what this is about it; where the title is the zone's name, the subtitle says what. */
function header(document: Document): MarginLine {
  const { language, zoneName } = document;
  const title = runsOf(document.title, language);
  const repeats = textOf(title) === zoneName && document.subtitle.length > 0;
  return { left: [text(zoneName, language)], right: repeats ? runsOf(document.subtitle, language) : title };
}

/** Stands for the fields while the language arranges "Page 1 of 5". */
const page = '\uE000';
const pages = '\uE001';

/** Points that the page's number takes at the right of the footer, with some space. */
const numberWidth = 90;

/** The issuer, or what the theme wants its footers to say; the longest choice that keeps to its line. */
function footer(document: Document, { footer: asked }: Brand, width: number): MarginLine {
  const { issuer, language } = document;
  const date = languageFor(language).writeDate(document.editionDate);
  const names = { zone: document.zoneName, issuer, date };
  const own = asked?.text?.[language];
  const written = (show: readonly (keyof typeof names)[]): string =>
    [...show.map((name) => names[name]), ...(own === undefined ? [] : [own])].join('  ·  ');
  const choices = [written(asked?.show ?? ['issuer']), written(['issuer']), issuer];
  const fits = (line: string): boolean => lineWidth(line, sizes.margin, false) <= width - numberWidth;
  const left = choices.find(fits) ?? issuer;
  const words = languageFor(language).words.page(page, pages);
  const right = words.split(/([\uE000\uE001])/).flatMap((piece): Run[] => {
    if (piece === '') return [];
    if (piece === page) return [{ kind: 'page', language }];
    if (piece === pages) return [{ kind: 'pages', language }];
    return [text(piece, language)];
  });
  return { left: left === '' ? [] : [text(left, language)], right };
}

function text(value: string, language: LanguageTag): TextRun {
  return { kind: 'text', text: value, language };
}
