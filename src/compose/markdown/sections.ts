/** Layer 3. The whole of a template → sections: `::slide{#id}` begins one, `---` may stand between. */
import type { Root, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Block, Section } from '../../document/document.js';
import { didYouMean } from '../suggest.js';
import { plainText } from '../token.js';
import { checkContainer, readBlocks } from './blocks.js';
import { isUnderlined } from './heading.js';
import { readInlines } from './inlines.js';
import { placeOfNode, type Reading, report, sourceOf } from './reading.js';

/** Layouts of slides. Left out, the layout follows from the content. */
export const layouts = [
  'cover',
  'section',
  'key-figures',
  'statement',
  'quote',
  'text',
  'chart',
  'two-charts',
  'table',
  'process',
  'timeline',
  'columns',
  'sources',
] as const;

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export function readSections(reading: Reading, root: Root): Section[] {
  const word = reading.kind === 'deck' ? 'slide' : 'section';
  const sections: Section[] = [];
  const ids = new Map<string, number>();
  let strayed = false;
  for (const { start, nodes } of split(reading, root)) {
    if (start) {
      const section = readSection(reading, start, nodes, ids);
      if (section) sections.push(section);
    } else if (!strayed) {
      strayed = true;
      report(reading, nodes[0]!, 'before-first-section', `this stands before the first ${word}`, {
        expected: `::${word}{#id} on a line of its own, then # and the headline`,
        hint: otherWord(nodes[0]!, word),
      });
    }
  }
  if (sections.length === 0 && !reading.findings.failed) {
    report(reading, 0, 'no-sections', `the template has no ${word}`, {
      expected: `::${word}{#id} on a line of its own, then # and the headline`,
    });
  }
  return sections;
}

function otherWord(node: RootContent, word: string): string | undefined {
  const other = word === 'slide' ? 'section' : 'slide';
  if (node.type !== 'leafDirective') return undefined;
  return node.name === other
    ? `this is a ${word === 'slide' ? 'deck' : 'summary'}: write ::${word}`
    : didYouMean(node.name, [word]);
}

interface Part {
  readonly start?: LeafDirective;
  readonly nodes: RootContent[];
}

function split(reading: Reading, root: Root): Part[] {
  const word = reading.kind === 'deck' ? 'slide' : 'section';
  const parts: Part[] = [];
  root.children.forEach((node, index) => {
    if (node.type === 'leafDirective' && node.name === word) {
      parts.push({ start: node, nodes: [] });
      return;
    }
    const next = root.children[index + 1];
    const separates = next === undefined || (next.type === 'leafDirective' && next.name === word);
    if (node.type === 'thematicBreak' && separates) return;
    const part = parts.at(-1);
    if (part) part.nodes.push(node);
    else parts.push({ nodes: [node] });
  });
  return parts;
}

function readSection(
  reading: Reading,
  start: LeafDirective,
  nodes: readonly RootContent[],
  ids: Map<string, number>,
): Section | undefined {
  const attributes = readAttributes(reading, start, ids);
  const [headline, ...rest] = nodes;
  const body: RootContent[] = [];
  const notes: Block[] = [];
  const hasHeadline =
    headline?.type === 'heading' && (headline.depth === 1 || !/^[ \t]*#/.test(sourceOf(reading, headline)));
  for (const node of hasHeadline ? rest : nodes) {
    if (node.type === 'containerDirective' && node.name === 'notes') {
      if (checkContainer(reading, node)) notes.push(...readBlocks(reading, node.children, 'notes'));
    } else body.push(node);
  }
  if (!hasHeadline) {
    const late = nodes.some((node) => node.type === 'heading' && node.depth === 1);
    report(
      reading,
      headline ?? start,
      'headline-missing',
      `${start.name} "${attributes.id}" ${late ? 'has something before its headline' : 'has no headline'}`,
      {
        expected: '# and the headline, right after the line that begins it',
      },
    );
  }
  const title =
    hasHeadline && headline.type === 'heading' && !isUnderlined(reading, headline)
      ? readInlines(reading, headline.children)
      : [];
  if (hasHeadline && headline.type === 'heading' && headline.children.length === 0) {
    report(reading, headline, 'headline-missing', 'the headline is empty', {
      expected: '# and the headline',
    });
  }
  const blocks = readBlocks(reading, late(body, hasHeadline), 'section');
  return { ...attributes, title, blocks, notes, at: placeOfNode(reading, start) };
}

/** Without the headline that stands too late and is reported for that. */
function late(body: readonly RootContent[], hasHeadline: boolean): readonly RootContent[] {
  if (hasHeadline) return body;
  const index = body.findIndex((node) => node.type === 'heading' && node.depth === 1);
  return index < 0 ? body : body.toSpliced(index, 1);
}

function readAttributes(
  reading: Reading,
  start: LeafDirective,
  ids: Map<string, number>,
): { id: string; layout?: string } {
  const { tokens } = reading.rendered;
  const { id: writtenId, layout: writtenLayout, ...unknown } = start.attributes ?? {};
  const example = `::${start.name}{#funds${start.name === 'slide' ? ' layout=chart' : ''}}`;
  const id = plainText(writtenId ?? '', tokens);
  if (id === '') {
    report(reading, start, 'section-id', `the ${start.name} has no id`, {
      expected: example,
      hint: 'the id pairs it with the same one in the other languages',
    });
  } else if (!kebab.test(id)) {
    report(reading, start, 'section-id', `"${id}" is no id`, {
      expected: 'lower-case letters, digits and hyphens: fund-structure',
    });
  } else if (ids.has(id)) {
    const line = reading.rendered.positionAt(ids.get(id)!).line;
    report(reading, start, 'section-id', `the id "${id}" is used twice`, {
      expected: 'an id of its own for each',
      hint: `the first stands in line ${line}`,
    });
  }
  if (!ids.has(id)) ids.set(id, start.position?.start.offset ?? 0);
  for (const name of Object.keys(unknown)) {
    report(
      reading,
      start,
      'unknown-attribute',
      `${start.name} has no attribute "${plainText(name, tokens)}"`,
      {
        expected: example,
        hint: start.name === 'slide' ? didYouMean(name, ['layout']) : undefined,
      },
    );
  }
  if (start.children.length > 0) {
    report(reading, start, 'unknown-attribute', `${start.name} takes no text in brackets`, {
      expected: example,
    });
  }
  if (writtenLayout === undefined || writtenLayout === null) return { id };
  const layout = plainText(writtenLayout, tokens);
  if (start.name === 'section') {
    report(reading, start, 'unknown-attribute', 'sections of a summary have no layout', {
      expected: example,
    });
    return { id };
  }
  if (!(layouts as readonly string[]).includes(layout)) {
    report(reading, start, 'unknown-layout', `there is no layout "${layout}"`, {
      expected: `one of ${layouts.join(', ')}`,
      hint: didYouMean(layout, layouts),
    });
  }
  return { id, layout };
}
