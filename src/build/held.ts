/** Layer 4. held.md: why the edition that would follow is held back, for whoever opens the folder. */
import { relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';

/**
 * Without times, so that the same findings give the same text; and with paths from the root, so that it may be passed on.
 * @param stays id of the edition that stands; undefined where there is none
 */
export function heldText(
  diagnostics: readonly Diagnostic[],
  {
    zone,
    root,
    stays,
  }: { readonly zone: string; readonly root: string; readonly stays?: string | undefined },
): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const remains =
    stays === undefined
      ? 'No edition that can be read stands in this folder, and nothing in it was touched.'
      : `What stands in this folder is still edition ${stays}, whole; nothing in it was touched.`;
  const lines = [
    `# ${inText(zone)}: the next edition is held back`,
    '',
    `${remains} This file goes as soon as a build finds nothing wrong any more.`,
    '',
  ];
  for (const [title, found] of [
    ['What is wrong', errors],
    ['Warnings', warnings],
  ] as const) {
    if (found.length === 0) continue;
    lines.push(`## ${title}`, '');
    for (const diagnostic of found) lines.push(...entry(diagnostic, root));
    lines.push('');
  }
  lines.push(`Correct the files and run \`zonebrief build ${zone}\` again.`, '');
  return lines.join('\n');
}

function entry({ code, message, at, expected, hint }: Diagnostic, root: string): string[] {
  const near = (text: string): string => text.replaceAll(root.endsWith(sep) ? root : `${root}${sep}`, '');
  const place = at && [fileFrom(root, at.file), at.line, at.column].filter((part) => part !== undefined);
  return [
    `- ${place ? `\`${place.join(':')}\` ` : ''}**${code}**: ${inText(near(message))}`,
    ...(expected ? [`  - expected: ${inText(near(expected))}`] : []),
    ...(hint ? [`  - what to do: ${inText(near(hint))}`] : []),
  ];
}

function fileFrom(root: string, file: string): string {
  const below = relative(root, file);
  return below.startsWith('..') ? file : below.split(sep).join('/');
}

/** One line, with what Markdown would take for its own escaped. */
const inText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);
