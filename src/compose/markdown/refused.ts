/** Layer 3. Kinds of Markdown nodes that a template may not use, each with what to write instead. */
import type { Nodes } from 'mdast';
import { type Reading, report, sourceOf } from './reading.js';

const refused: Readonly<Record<string, readonly [what: string, instead: string]>> = {
  html: ['HTML', 'write Markdown; for a less-than sign that is text, \\<'],
  code: ['a code block', 'write a paragraph or a list'],
  inlineCode: ['code between backticks', 'write plain text; for a backtick that is text, \\`'],
  delete: ['struck-out text', 'delete it; for tildes that are text, \\~'],
  footnoteReference: [
    'a footnote',
    'footnotes are made from the evidence of facts; write {{note "…"}} for a caveat',
  ],
  footnoteDefinition: [
    'a footnote',
    'footnotes are made from the evidence of facts; write {{note "…"}} for a caveat',
  ],
  definition: ['a link definition', 'write the address where it is used: [text](https://…)'],
  linkReference: ['a link by reference', 'write the address where it is used: [text](https://…)'],
  imageReference: ['an image by reference', 'write the path where it is used: ![what it shows](picture.png)'],
  image: ['an image within text', 'put it in a paragraph of its own: ![what it shows](picture.png)'],
  textDirective: ['a directive', 'only :lit[…] may stand in text'],
};

export function refuse(reading: Reading, node: Nodes): void {
  const [what, instead] = refused[node.type] ?? [
    `Markdown of kind "${node.type}"`,
    'write it as a paragraph or a list',
  ];
  const indented = node.type === 'code' && !/^[ \t]*[`~]{3}/.test(sourceOf(reading, node));
  report(
    reading,
    node,
    'unsupported-markdown',
    `${indented ? 'a code block (four blanks at the start of a line)' : what} is not supported`,
    {
      hint: indented ? 'take the blanks away' : instead,
    },
  );
}
