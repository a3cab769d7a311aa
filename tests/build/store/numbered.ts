/**
 * Publications in a row, as large as a small zone's: every second one is a new edition that archives the one before, the
 * others build its deck anew. Two of six files stay the same from one to the next.
 */
import { sha256 } from '../../../src/build/inputs.js';
import type { Outline } from '../../../src/build/store/outline.js';
import type { Publication } from '../../../src/build/store/publication.js';

const names = [
  'briefing.de.pptx',
  'briefing.en.pptx',
  'summary.en-de.docx',
  'charts/a.en.png',
  'charts/a.de.png',
];

/** Bytes that say which they are. */
function bytes(name: string, version: number, size: number): Uint8Array {
  const line = `${name} ${version}\n`;
  return new TextEncoder().encode(line.repeat(Math.ceil(size / line.length)));
}

/** From 1: publications 1 and 2 are of edition 1, 3 and 4 of edition 2. */
export const editionNumber = (number: number): number => (number + 1) >> 1;
export const editionId = (number: number): string => `2026-01-19.${editionNumber(number)}`;

/** How many there were, from what stands. */
export function numberOf(outline: Outline | undefined): number {
  if (!outline) return 0;
  const [, edition] = (outline.edition ?? '').split('.');
  const again = outline.outputs.some(({ path }) => path === 'changes.md');
  return Number(edition) * 2 - (again ? 0 : 1);
}

export function numbered(number: number): Publication {
  const edition = editionNumber(number);
  const isNew = number % 2 === 1;
  const outputs = names.map((name) => ({
    name,
    content: bytes(
      name,
      name === 'briefing.en.pptx' ? number : edition,
      name.endsWith('png') ? 40_000 : 90_000,
    ),
  }));
  outputs.push({ name: 'charts/same.en.png', content: bytes('same', 1, 40_000) });
  if (!isNew) outputs.push({ name: 'changes.md', content: bytes('changes.md', number, 2000) });
  const manifest = {
    zonebrief: '1.0.0',
    edition: { id: editionId(number) },
    outputs: outputs.map(({ name, content }) => ({ path: name, sha256: sha256(content) })),
  };
  return {
    outputs,
    manifest: JSON.stringify(manifest),
    archive: isNew && number > 1 ? editionId(number - 1) : undefined,
    retention: { keep: 3 },
  };
}
