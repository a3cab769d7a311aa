/** Layer 3. The block of YAML between two lines of --- with which a template begins: title and subtitle. */
import * as z from 'zod';
import type { Diagnostic } from '../diagnostic.js';
import { readYaml } from '../facts/yaml.js';
import type { Rendered } from './rendered.js';
import { type Position, placeOf } from './source-file.js';
import { plainText } from './token.js';

const text = z.string().min(1).max(400);
const frontMatter = z.strictObject({
  title: text.describe('Title of the document, as its properties and cover show it'),
  subtitle: text.optional().describe('Subtitle'),
});

export interface FrontMatter {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Where the value of a key begins in the template. */
  positionOf(key: 'title' | 'subtitle'): Position;
}

/**
 * Reads the front matter after Handlebars has run, so that helpers work in it.
 *
 * @returns what stands in it, and the rest with the front matter blanked out, so that all offsets stay
 */
export function splitFrontMatter(rendered: Rendered): {
  frontMatter?: FrontMatter;
  body: Rendered;
  diagnostics: Diagnostic[];
} {
  const block = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/.exec(rendered.text);
  if (!block) {
    const open = /^---[ \t]*\n/.test(rendered.text);
    const at = rendered.placeAt(0);
    const message = open ? 'the front matter is never closed' : 'the template has no front matter';
    const expected = 'at the very start: a line of ---, title: and subtitle:, a line of ---';
    return {
      body: rendered,
      diagnostics: [{ code: 'template/front-matter', severity: 'error', message, at, expected }],
    };
  }
  const [all, yaml = ''] = block;
  const body = { ...rendered, text: all.replace(/[^\n]/g, ' ') + rendered.text.slice(all.length) };
  const lineStarts = [0];
  for (const match of all.matchAll(/\n/g)) lineStarts.push(match.index + 1);
  const { file } = rendered.positionAt(0);
  const read = readYaml(file.path, yaml, frontMatter, { firstLine: 2 });
  // YAML counts lines and columns of what Handlebars wrote; tokens are longer or shorter than what stands for them.
  const positionOf = (line = 2, column = 1): Position =>
    rendered.positionAt((lineStarts[line - 1] ?? 0) + column - 1);
  const diagnostics = read.diagnostics.map(
    (diagnostic): Diagnostic => ({
      ...diagnostic,
      message: plainText(diagnostic.message, rendered.tokens),
      at: placeOf(positionOf(diagnostic.at?.line, diagnostic.at?.column)),
    }),
  );
  if (!read.value) return { body, diagnostics };
  return {
    frontMatter: {
      ...read.value,
      positionOf(key) {
        const { line, column } = read.placeOf([key]);
        return positionOf(line, column);
      },
    },
    body,
    diagnostics,
  };
}
