/** The text of Office files and of their renderings, for comparing the two. */
import { unzipSync } from 'fflate';

const decode = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '');

const plain = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(x?)([0-9a-fA-F]+);/g, (_, hex, digits) =>
      String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&amp;/g, '&');

/** Stands for a footnote's number, which a rendering prints in the midst of the text. */
const mark = '\uE000';

/** Paragraphs of one part, in pieces between footnote numbers; what fields show (page numbers) is left out. */
function paragraphs(xml: string, prefix: 'a' | 'w'): string[] {
  return [...xml.matchAll(new RegExp(`<${prefix}:p[ >][\\s\\S]*?</${prefix}:p>`, 'g'))]
    .map(([paragraph]) => paragraph.replace(/<a:fld[\s\S]*?<\/a:fld>/g, ''))
    .map((paragraph) => paragraph.replace(/<w:footnoteReference[^>]*\/>/g, `<w:t>${mark}</w:t>`))
    .map((paragraph) =>
      [...paragraph.matchAll(new RegExp(`<${prefix}:t(?: [^>]*)?>([^<]*)</${prefix}:t>`, 'g'))]
        .map(([, text]) => plain(text as string))
        .join(''),
    )
    .flatMap((text) => text.split(mark))
    .filter((text) => text.trim() !== '');
}

/** For each slide, in order, its paragraphs. */
export function slideTexts(pptx: Uint8Array): string[][] {
  const parts = unzipSync(pptx, { filter: ({ name }) => /^ppt\/slides\/slide\d+\.xml$/.test(name) });
  const number = (name: string): number => Number(/\d+/.exec(name)?.[0]);
  return Object.keys(parts)
    .sort((a, b) => number(a) - number(b))
    .map((name) => paragraphs(decode(parts[name]), 'a'));
}

/** Paragraphs of the body and of the footnotes. */
export function documentTexts(docx: Uint8Array): string[] {
  const parts = unzipSync(docx, { filter: ({ name }) => /^word\/(document|footnotes)\.xml$/.test(name) });
  return ['word/document.xml', 'word/footnotes.xml'].flatMap((name) => paragraphs(decode(parts[name]), 'w'));
}

/** Without blanks and ligatures, since a rendering breaks lines where it likes. */
export const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad\u200b]+/g, '');

/** Whether a paragraph stands in a rendering: as a whole, or in two pieces where a page ends in its midst. */
export function stands(paragraph: string, rendering: string): boolean {
  const text = squeeze(paragraph);
  if (rendering.includes(text)) return true;
  for (let cut = 1; cut < text.length; cut += 1) {
    if (rendering.includes(text.slice(0, cut)) && rendering.includes(text.slice(cut))) return true;
  }
  return false;
}

/** Every text a reader can come upon in a file: paragraphs of all its parts, alternative texts, properties. */
export function everyText(file: Uint8Array): { part: string; text: string }[] {
  const parts = unzipSync(file, {
    filter: ({ name }) =>
      /^(ppt|word|docProps)\/.*\.xml$/.test(name) && !/(theme|custom)\d*\.xml$/.test(name),
  });
  return Object.entries(parts).flatMap(([part, bytes]) => {
    // Page numbers, of a contents list too, are fields, whose last result stands between the marks.
    const field = /<w:fldChar [^>]*"separate"[\s\S]*?<w:fldChar [^>]*"end"/g;
    const contents = /PAGEREF _[\s\S]*?<w:fldChar [^>]*"end"/g;
    const xml = /(head|foot)er\d*\.xml$/.test(part)
      ? decode(bytes).replace(field, '<w:x')
      : decode(bytes).replace(contents, '</w:instrText><w:x');
    const named = [...xml.matchAll(/<(?:p:cNvPr|wp:docPr|pic:cNvPr)\b[^>]*?\b(?:descr|title)="([^"]*)"/g)];
    const properties = /^docProps\//.test(part)
      ? [...xml.matchAll(/<(?:dc|cp):(?:title|subject|description|creator|keywords)>([^<]*)</g)]
      : [];
    const texts = [
      ...paragraphs(xml, 'a'),
      ...paragraphs(xml, 'w'),
      ...[...named, ...properties].map(([, text]) => plain(text as string)),
    ];
    return texts.map((text) => ({ part, text }));
  });
}
