/** Layer 3. Paragraphs as DrawingML. */
import { el, type XmlElement } from '../../ooxml/xml.js';
import type { Bullet, Paragraph, Run } from '../model.js';
import type { Relationships } from './relationships.js';
import { legal, pointsToEmu, type Writing } from './writing.js';

const hundredths = (points: number): string => String(Math.round(points * 100));
const spacing = (name: 'a:lnSpc' | 'a:spcBef', points: number): XmlElement =>
  el(name, {}, [el('a:spcPts', { val: hundredths(points) })]);

const alignments = { left: 'l', right: 'r', center: 'ctr' } as const;
export const alignment = (align: Paragraph['align']): string => alignments[align];

const noBullet = el('a:buNone');
const bulletSize = el('a:buSzPct', { val: '100000' });
const dot = el('a:buChar', { char: '•' });
const bulletFont = el('a:buFont', { typeface: '+mj-lt' });

const bulletOf = ({ number }: Bullet): XmlElement[] =>
  number === undefined
    ? [bulletSize, dot]
    : // 1 where a list should begin with nothing.
      [bulletSize, bulletFont, el('a:buAutoNum', { type: 'arabicPeriod', startAt: String(number || 1) })];

function paragraphProperties(paragraph: Paragraph, writing: Writing): XmlElement {
  const { align, leading, spaceBefore, bullet } = paragraph;
  const mark = bullet && `${bullet.level} ${bullet.indent} ${bullet.number}`;
  return writing.once(`paragraph ${align} ${leading} ${spaceBefore} ${mark}`, () => propertiesOf(paragraph));
}

function propertiesOf({ align, leading, spaceBefore, bullet }: Paragraph): XmlElement {
  const indent = bullet && pointsToEmu(bullet.indent);
  return el(
    'a:pPr',
    {
      algn: alignment(align),
      ...(bullet && indent !== undefined
        ? {
            lvl: bullet.level > 0 ? String(bullet.level) : undefined,
            marL: String(indent * (bullet.level + 1)),
            indent: `-${indent}`,
          }
        : { indent: '0', marL: '0' }),
    },
    [
      spacing('a:lnSpc', leading),
      ...(spaceBefore > 0 ? [spacing('a:spcBef', spaceBefore)] : []),
      ...(bullet ? bulletOf(bullet) : [noBullet]),
    ],
  );
}

/** A link keeps the colour of its text. */
const linkOf = (id: string): XmlElement =>
  el('a:hlinkClick', { 'r:id': id, history: '1' }, [
    el('a:extLst', {}, [
      el('a:ext', { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' }, [
        el('ahyp:hlinkClr', {
          'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor',
          val: 'tx',
        }),
      ]),
    ]),
  ]);

function runOf(run: Run, size: number, writing: Writing, relationships: Relationships): XmlElement[] {
  const link = run.url ? linkOf(relationships.link(run.url)) : undefined;
  if (run.text === '') return [];
  const text = legal(run.text);
  const look = { sz: hundredths(size), b: run.bold, i: run.italic } as const;
  return [
    el('a:r', {}, [
      writing.runProperties(text, look, run.colour, link),
      el('a:t', {}, text === '' ? [] : [text]),
    ]),
  ];
}

const endOf = (writing: Writing, size: number | undefined): XmlElement =>
  writing.once(`end ${size}`, () =>
    el('a:endParaRPr', {
      lang: writing.language,
      sz: size === undefined ? undefined : hundredths(size),
      dirty: '0',
    }),
  );

/**
 * A text's paragraphs; one without runs is left out.
 * @param endSize points, of what is typed behind a paragraph; left out: that of the first one
 */
export function paragraphsOf(
  paragraphs: readonly Paragraph[],
  writing: Writing,
  relationships: Relationships,
  endSize?: number,
): XmlElement[] {
  const filled = paragraphs.filter(({ runs }) => runs.length > 0);
  const end = endOf(writing, endSize ?? filled[0]?.size);
  return filled.map((paragraph) =>
    el('a:p', {}, [
      paragraphProperties(paragraph, writing),
      ...paragraph.runs.flatMap((run, index) => [
        ...(index > 0 && run.breakBefore ? [el('a:br', {}, [el('a:rPr', { lang: writing.language })])] : []),
        ...runOf(run, paragraph.size, writing, relationships),
      ]),
      end,
    ]),
  );
}
