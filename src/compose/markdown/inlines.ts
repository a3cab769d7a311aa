/** Layer 3. Phrasing content of Markdown → Inline, by a table keyed with the kind of node. */
import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Inline } from '../../document/document.js';
import { placeOf } from '../source-file.js';
import { splitTokens, type Token } from '../token.js';
import { bareFigures, reportBareFigure } from './bare-figure.js';
import { checkLeftovers } from './leftovers.js';
import { checkLine } from './line.js';
import { readLink } from './link.js';
import { literalOf } from './literal.js';
import { type Reading, sourceOf, startOf } from './reading.js';
import { refuse } from './refused.js';
import { tidy } from './tidy.js';

type Handler<Kind extends PhrasingContent['type']> = (
  reading: Reading,
  node: Extract<PhrasingContent, { type: Kind }>,
) => Inline[];

const handlers: { readonly [Kind in PhrasingContent['type']]?: Handler<Kind> } = {
  text: (reading, node) => readText(reading, node.value, startOf(node), sourceOf(reading, node)),
  strong: (reading, node) => [{ kind: 'strong', children: readRaw(reading, node.children) }],
  emphasis: (reading, node) => [{ kind: 'emphasis', children: readRaw(reading, node.children) }],
  break: () => [{ kind: 'break' }],
  link: (reading, node) => readLink(reading, node, readRaw),
  textDirective: (reading, node) => readTextDirective(reading, node),
};

/** Reads the content of a paragraph, heading or cell: blanks tidied, lines joined, neighbouring texts merged. */
export function readInlines(reading: Reading, nodes: readonly PhrasingContent[]): Inline[] {
  const before = reading.findings.all.length;
  const inlines = tidy(readRaw(reading, nodes));
  // What stands in one piece was reported with its column; here is what only the whole line shows.
  const first = nodes[0];
  if (first && reading.findings.all.length === before)
    checkLine(reading, inlines, reading.rendered.positionAt(startOf(first)));
  return inlines;
}

function readRaw(reading: Reading, nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap((node) => {
    const handler = handlers[node.type] as Handler<typeof node.type> | undefined;
    if (handler) return handler(reading, node as never);
    refuse(reading, node);
    return [];
  });
}

/** Text of the template with tokens in it. `source` is the Markdown it was read from, for finding columns. */
function readText(reading: Reading, value: string, offset: number, source: string): Inline[] {
  checkLeftovers(reading, source, offset);
  let searched = 0;
  return splitTokens(value, reading.rendered.tokens).flatMap((part): Inline[] => {
    if (typeof part !== 'string') return readToken(reading, part);
    for (const figure of bareFigures(part, reading.language.tag, reading.memory)) {
      // Escapes and character references make source and value differ, so the figure is looked for.
      const index = source.indexOf(figure.text, searched);
      if (index >= 0) searched = index + figure.text.length;
      reportBareFigure(reading, figure.text, reading.rendered.positionAt(offset + Math.max(0, index)));
    }
    return [{ kind: 'text', value: part }];
  });
}

function readToken(reading: Reading, token: Token): Inline[] {
  if (token.kind !== 'inline') {
    const call = token.kind === 'chart' ? `{{chart "${token.id}"}}` : `{{${token.kind}}}`;
    reading.findings.error('template/not-alone', `${call} must stand alone in its paragraph`, {
      at: placeOf(token.at),
      expected: 'an empty line before and after it',
    });
    return [];
  }
  if (token.inline.kind === 'text') {
    for (const figure of bareFigures(token.inline.value, reading.language.tag, reading.memory))
      reportBareFigure(reading, figure.text, token.at);
  }
  return [token.inline];
}

/** `:lit[14th]`, or prose in which a colon stands before a letter ("Hinweis:siehe"), which Markdown takes for a directive. */
function readTextDirective(reading: Reading, node: TextDirective): Inline[] {
  const source = sourceOf(reading, node);
  if (source.length === node.name.length + 1 && node.name !== 'lit') {
    return readText(reading, source, startOf(node), source);
  }
  return literalOf(reading, node);
}
