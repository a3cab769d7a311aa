/** Layer 3. What is reported about a deck: titles, evidence, text that does not fit. */
import type { Findings } from '../diagnostic.js';
import type { Document, Section } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import type { Grid } from './grid.js';
import { plainText } from './inline.js';
import type { Overflow } from './piece.js';
import { pointsPerInch } from './text.js';

/**
 * Text that does not fit at its smallest size: an error, since PowerPoint would let it run off the slide.
 *
 * @param grid whose sheet the overflow was measured on
 */
export function reportOverflow(
  section: Section,
  overflow: Overflow,
  { bands, roomier }: Pick<Grid, 'bands' | 'roomier'>,
  findings: Findings,
): void {
  const { shape, direction } = overflow;
  const { scale } = bands.sheet;
  const inches = (value: number): string => (value * scale).toFixed(2);
  const surplus = overflow.surplus * scale;
  const { w, h } = bands.content;
  // A brand's places may be what leaves too little room.
  const tight = roomier
    ? `; or give the theme a larger layout.body, which leaves ${inches(w)} by ${inches(h)} in for content`
    : '';
  const points = (size: number): string => `${Math.floor(size * scale * 2) / 2} pt`;
  const amount = `${surplus.toFixed(2)} in (${Math.ceil(surplus * pointsPerInch)} pt)`;
  findings.error(
    'deck/overflow',
    direction === 'height'
      ? `slide "${section.id}" is too full: at the smallest sizes, "${shape}" ends ${amount} below its place`
      : `slide "${section.id}": a word in "${shape}" is ${amount} wider than its box`,
    {
      at: section.at,
      expected: `text that fits at ${points(12)}, labels at ${points(11)}, tables at ${points(10.5)}`,
      hint:
        direction === 'height'
          ? `shorten it: lists, tables and text go on over further slides, but no row, tile, cover or headline does${tight}`
          : `choose a shorter word, or fewer boxes side by side${tight}`,
    },
  );
}

/** What stands at the foot of all slides; said once, at the first that has it. */
export function reportFoot(
  section: Section,
  overflows: readonly Overflow[],
  scale: number,
  findings: Findings,
): void {
  for (const { shape, surplus } of overflows)
    findings.error(
      'deck/foot-too-long',
      `the ${shape.toLowerCase()} of slides is ${(surplus * scale).toFixed(2)} in wider than its place`,
      {
        at: section.at,
        expected: 'one line, at the smallest size of a footer',
        hint: `show less there (footer: { show: [issuer] } in the theme), or give layout.${shape.toLowerCase()} of the theme more room`,
      },
    );
}

/** Every slide has a title, and no two the same. */
export function checkTitles(document: Document, findings: Findings): void {
  const first = new Map<string, string>();
  for (const section of document.sections) {
    const title = plainText(section.title).trim();
    const other = first.get(title);
    if (title === '') {
      findings.error('deck/no-title', `slide "${section.id}" has no title`, {
        at: section.at,
        expected: 'a headline that states the finding',
        hint: 'begin the slide with a line "# …"',
      });
    } else if (other !== undefined) {
      findings.error(
        'deck/duplicate-title',
        `slides "${other}" and "${section.id}" both have the title "${title}"`,
        {
          at: section.at,
          expected:
            'a title of its own for every slide: the outline and screen readers tell slides apart by it',
          hint: 'say in the title what this slide adds',
        },
      );
    } else first.set(title, section.id);
  }
}

/** Every fact on a slide has a citation, and every source it names is listed. @param known ids of the sources */
export function checkCitations(
  section: Section,
  facts: readonly FactId[],
  document: Document,
  known: ReadonlySet<string>,
  findings: Findings,
): void {
  for (const fact of facts) {
    const citation = document.citations.get(fact);
    const missing = citation?.statements.find(({ source }) => !known.has(source));
    if (citation && !missing) continue;
    findings.error(
      'deck/missing-evidence',
      missing
        ? `slide "${section.id}" shows the fact "${fact}", whose source "${missing.source}" is not in the list of sources`
        : `slide "${section.id}" shows the fact "${fact}", which has no citation`,
      {
        at: section.at,
        expected: 'evidence for every figure',
        hint: "state the evidence in the fact's YAML file",
      },
    );
  }
}
