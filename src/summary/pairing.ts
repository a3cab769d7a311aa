/**
 * Layer 3. Two Documents walked in step. Facing columns need the same blocks at the same places; where they differ,
 * the finding names both places, since either language may be the wrong one.
 */
import type { Diagnostic, Findings, Place } from '../diagnostic.js';
import type { Block, Document, Section } from '../document/document.js';

type BlockOf<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;

/** The same block in each language, first language first. */
export type PairedBlock = {
  [K in Block['kind']]: { readonly kind: K; readonly sides: readonly BlockOf<K>[] };
}[Block['kind']];

export interface PairedSection {
  readonly sides: readonly Section[];
  readonly blocks: readonly PairedBlock[];
}

/** The sections of one or two documents, by place; ids must agree. Stops at the first that does not. */
export function pairSections(documents: readonly Document[], findings: Findings): PairedSection[] {
  const [first, second] = documents as readonly [Document, Document?];
  const paired: PairedSection[] = [];
  for (const [index, left] of first.sections.entries()) {
    const right = second?.sections[index];
    if (second && right?.id !== left.id) {
      findings.all.push(
        unpaired(
          `section "${left.id}"`,
          left.at,
          right ? `section "${right.id}"` : 'nothing',
          right?.at,
          second,
        ),
      );
      return paired;
    }
    const sides = right ? [left, right] : [left];
    paired.push({
      sides,
      blocks: pairBlocks(
        sides.map((side) => side.blocks),
        left.at,
        findings,
      ),
    });
  }
  const extra = second?.sections[first.sections.length];
  if (extra) findings.all.push(unpaired(`section "${extra.id}"`, extra.at, 'nothing', undefined, first));
  return paired;
}

/**
 * Blocks of one or two languages, by place. Stops at the first pair that differs in kind or shape: all that follows
 * would differ too.
 * @param around where the blocks stand, for a side that ends early
 */
export function pairBlocks(
  sides: readonly (readonly Block[])[],
  around: Place,
  findings: Findings,
): PairedBlock[] {
  const [left, right] = sides as readonly [readonly Block[], (readonly Block[])?];
  const paired: PairedBlock[] = [];
  for (let index = 0; index < Math.max(left.length, right?.length ?? 0); index += 1) {
    const blocks = sides.map((side) => side[index]);
    const [one, other] = blocks;
    if (right && (!one || !other || shapeOf(one) !== shapeOf(other))) {
      const missing = (block: Block | undefined, side: readonly Block[]) =>
        block?.at ?? side.at(-1)?.at ?? around;
      findings.all.push(
        unpaired(
          one ? shapeOf(one) : 'nothing',
          missing(one, left),
          other ? shapeOf(other) : 'nothing',
          missing(other, right),
        ),
      );
      return paired;
    }
    paired.push({ kind: (one as Block).kind, sides: blocks } as PairedBlock);
  }
  return paired;
}

/** What must agree between the languages, in words for the message. */
function shapeOf(block: Block): string {
  switch (block.kind) {
    case 'list':
      return `${block.ordered ? 'numbered' : 'bulleted'} list of ${block.items.length}`;
    case 'table':
      return `table of ${block.header.length} columns and ${block.rows.length} rows`;
    case 'tiles':
      return `${block.tiles.length} tiles`;
    case 'process':
      return `process of ${block.steps.length} steps`;
    case 'timeline':
      return `timeline of ${block.steps.length} events`;
    case 'columns':
      return `${block.columns.length} columns`;
    case 'chart':
      return `chart "${block.chart.id}"`;
    case 'heading':
      return `heading of level ${block.level}`;
    default:
      return block.kind;
  }
}

function unpaired(
  left: string,
  at: Place,
  right: string,
  rightAt: Place | undefined,
  rightDocument?: Document,
): Diagnostic {
  const place = rightAt
    ? [rightAt.file, rightAt.line, rightAt.column].filter((part) => part !== undefined).join(':')
    : `the "${rightDocument?.language ?? ''}" document`;
  return {
    code: 'summary/unpaired',
    severity: 'error',
    message: `the two languages do not pair: ${left} here, ${right} at ${place}`,
    at,
    expected: 'the same sections and blocks in the same order in both languages',
    hint: 'bring the two templates to the same structure',
  };
}
