/**
 * Layer 1. Paragraphs and runs of a Word file as trees (ECMA-376 part 1, 17.3). docx makes the package with its styles and
 * lists; of what stands in it, there are thousands of runs and a few dozen looks. So each look is written once and shared,
 * where docx would make, write and read again an object for each property of each run.
 */
import { el, type XmlElement, type XmlNode } from '../xml.js';
import { finish } from '../xml-writer.js';

export interface RunLook {
  /** Id of a character style. */
  readonly style?: string | undefined;
  /** By script; the hint gives characters that both scripts have to the Chinese font. */
  readonly font: {
    readonly ascii: string;
    readonly cs: string;
    readonly eastAsia: string;
    readonly hAnsi: string;
    readonly hint?: string | undefined;
  };
  readonly bold?: boolean | undefined;
  readonly italics?: boolean | undefined;
  /** Half points. */
  readonly size?: number | undefined;
  /** A dot at each character. */
  readonly dotted?: boolean | undefined;
  readonly language: { readonly value: string; readonly eastAsia: string };
}

/** Lengths in twips. */
export interface ParagraphLook {
  readonly style: string;
  readonly keepNext?: boolean | undefined;
  readonly pageBreakBefore?: boolean | undefined;
  readonly widowControl?: boolean | undefined;
  readonly list?: { readonly number: number; readonly level: number } | undefined;
  readonly tabs?:
    | readonly {
        readonly type: 'left' | 'right';
        readonly position: number;
        readonly leader?: 'dot' | undefined;
      }[]
    | undefined;
  readonly spaceAfter?: number | undefined;
  /** From line to line, exactly. */
  readonly pitch?: number | undefined;
  readonly indent?: { readonly left: number; readonly hanging?: number | undefined } | undefined;
  readonly align?: 'left' | 'right' | 'center' | 'both' | undefined;
  /** Of the mark at its end. */
  readonly run?: RunLook | undefined;
}

/** Of the many elements without attributes, and of those whose text keeps its spaces: nobody adds to these. */
const none = new Map<string, string>();
const preserved = new Map([['xml:space', 'preserve']]);

/** An element without attributes. */
export const element = (name: string, children: XmlNode[]): XmlElement => ({
  name,
  attributes: none,
  children,
});

/** Word counts in whole ones. */
export const twips = (length: number): string => String(Math.floor(length));
const value = (name: string, val: string | number): XmlElement => el(name, { 'w:val': String(val) });
const given = <T>(one: T | undefined, write: (one: T) => XmlElement): XmlElement[] =>
  one === undefined ? [] : [write(one)];
/** A property that is on, or expressly off. */
const onOff = (name: string, on: boolean | undefined): XmlElement[] =>
  on === undefined ? [] : [on ? el(name) : value(name, 'false')];

/** CT_RPr, in the order of 17.3.2.28. To be shared by all runs that look so. */
export function runProperties(look: RunLook): XmlElement {
  const { style, font, bold, italics, size, dotted, language } = look;
  return finish(
    el('w:rPr', {}, [
      ...given(style, (id) => value('w:rStyle', id)),
      el('w:rFonts', {
        'w:ascii': font.ascii,
        'w:cs': font.cs,
        'w:eastAsia': font.eastAsia,
        'w:hAnsi': font.hAnsi,
        'w:hint': font.hint,
      }),
      ...onOff('w:b', bold),
      ...onOff('w:bCs', bold),
      ...onOff('w:i', italics),
      ...onOff('w:iCs', italics),
      ...given(size, (half) => value('w:sz', half)),
      ...given(size, (half) => value('w:szCs', half)),
      ...(dotted ? [value('w:em', 'dot')] : []),
      el('w:lang', { 'w:val': language.value, 'w:eastAsia': language.eastAsia }),
    ]),
  );
}

/** CT_PPr, in the order of 17.3.1.26. To be shared by all paragraphs that look so. */
export function paragraphProperties(look: ParagraphLook): XmlElement {
  const {
    style,
    keepNext,
    pageBreakBefore,
    widowControl,
    list,
    tabs,
    spaceAfter,
    pitch,
    indent,
    align,
    run,
  } = look;
  return finish(
    el('w:pPr', {}, [
      value('w:pStyle', style),
      ...onOff('w:keepNext', keepNext),
      ...onOff('w:pageBreakBefore', pageBreakBefore),
      ...onOff('w:widowControl', widowControl),
      ...given(list, ({ number, level }) =>
        el('w:numPr', {}, [value('w:ilvl', level), value('w:numId', number)]),
      ),
      ...given(tabs, (stops) =>
        el(
          'w:tabs',
          {},
          stops.map(({ type, position, leader }) =>
            el('w:tab', { 'w:val': type, 'w:pos': twips(position), 'w:leader': leader }),
          ),
        ),
      ),
      ...(spaceAfter === undefined && pitch === undefined
        ? []
        : [
            el('w:spacing', {
              'w:after': spaceAfter === undefined ? undefined : twips(spaceAfter),
              'w:line': pitch === undefined ? undefined : twips(pitch),
              'w:lineRule': pitch === undefined ? undefined : 'exact',
            }),
          ]),
      ...given(indent, ({ left, hanging }) =>
        el('w:ind', {
          'w:left': twips(left),
          'w:hanging': hanging === undefined ? undefined : twips(hanging),
        }),
      ),
      ...given(align, (to) => value('w:jc', to)),
      ...given(run, runProperties),
    ]),
  );
}

/** @param properties from `paragraphProperties` */
export const paragraph = (properties: XmlElement, content: readonly XmlElement[]): XmlElement =>
  element('w:p', [properties, ...content]);

/** A run of one thing. @param properties from `runProperties` */
export const run = (properties: XmlElement, content: XmlElement): XmlElement =>
  element('w:r', [properties, content]);

const preservedText = (name: string, text: string): XmlElement => ({
  name,
  attributes: preserved,
  children: text === '' ? [] : [text],
});

export const text = (content: string): XmlElement => preservedText('w:t', content);
export const lineBreak = finish(el('w:br'));
export const tab = finish(el('w:tab'));
/** In a footnote: its own number. */
export const ownNumber = finish(el('w:footnoteRef'));
export const noteReference = (number: number): XmlElement =>
  el('w:footnoteReference', { 'w:id': String(number) });

const marks = {
  begin: finish(el('w:fldChar', { 'w:fldCharType': 'begin' })),
  separate: finish(el('w:fldChar', { 'w:fldCharType': 'separate' })),
  end: finish(el('w:fldChar', { 'w:fldCharType': 'end' })),
};

/** Beginning, middle or end of a field (17.16.18). */
export const fieldMark = (properties: XmlElement, type: keyof typeof marks): XmlElement =>
  run(properties, marks[type]);

/** A field up to where its result begins. */
export const fieldBegin = (properties: XmlElement, instruction: string): XmlElement[] => [
  fieldMark(properties, 'begin'),
  run(properties, preservedText('w:instrText', ` ${instruction} `)),
  fieldMark(properties, 'separate'),
];

/** A field with its result, so that nothing asks to be updated at opening. */
export const field = (properties: XmlElement, instruction: string, result: string): XmlElement[] => [
  ...fieldBegin(properties, instruction),
  run(properties, text(result)),
  fieldMark(properties, 'end'),
];

/** @param id unique among the bookmarks of the part */
export const bookmarked = (id: number, name: string, content: readonly XmlElement[]): XmlElement[] => [
  el('w:bookmarkStart', { 'w:name': name, 'w:id': String(id) }),
  ...content,
  el('w:bookmarkEnd', { 'w:id': String(id) }),
];

/** @param to a bookmark; or, of a link that leads out, the id of its relationship, and a place on the page there */
export const hyperlink = (
  to: { readonly anchor?: string | undefined; readonly relationship?: string | undefined },
  content: readonly XmlElement[],
): XmlElement =>
  el('w:hyperlink', { 'w:history': '1', 'w:anchor': to.anchor, 'r:id': to.relationship }, content);
