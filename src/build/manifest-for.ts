/** Layer 4. The manifest of the edition that was made. */
import { basename } from 'node:path';
import type { ChartForm } from '../document/chart.js';
import { canonical } from './canonical.js';
import type { EditionPlan } from './edition.js';
import { engine } from './engine.js';
import { type InputFile, pathUnder, sha256 } from './inputs.js';
import type { Made } from './make.js';
import type { Manifest, OutputEntry } from './manifest.js';
import type { KeptOutput, Output } from './output.js';
import { producerOf } from './pdf-bytes.js';
import type { Plan } from './plan.js';
import { version } from './version.js';

export interface ManifestParts {
  readonly zone: string;
  readonly root: string;
  readonly edition: EditionPlan;
  readonly plan: Plan;
  readonly made: Pick<Made, 'outputs' | 'kept' | 'editions' | 'changes'>;
  readonly inputs: readonly InputFile[];
  readonly theme?: string | undefined;
  readonly charts?: ChartForm | undefined;
}

export function manifestFor(parts: ManifestParts): Manifest {
  const { zone, root, edition, plan, made, theme } = parts;
  const { id, date, number, content, since, snapshot, before } = edition;
  const entry = (file: Output | KeptOutput): OutputEntry => ({
    path: file.name,
    sha256: hashOf(file),
    ...(file.key !== undefined && { key: file.key }),
    edition: (file.kind && made.editions[file.kind]?.edition) ?? id,
    facts: [...file.facts].sort(),
    inputs: [...file.inputs],
    ...(file.warnings?.length && {
      warnings: file.warnings.map(({ at, ...said }) => ({ ...said, ...(at && { at: { file: at.file } }) })),
    }),
  });
  const files = [...made.outputs, ...made.kept].sort((a, b) => (a.name < b.name ? -1 : 1));
  const pdf = made.outputs.find(({ name }) => name.endsWith('.pdf'));
  const producer = pdf
    ? producerOf(pdf.content)
    : files.some(({ name }) => name.endsWith('.pdf'))
      ? before?.pdf
      : undefined;
  return {
    zonebrief: version,
    format: 2,
    engine,
    zone,
    edition: { id, date, number, content, ...(since !== undefined && { since }) },
    options: {
      languages: [...plan.decks],
      summaries: plan.summaries.map((pair) => [...pair]),
      ...(theme !== undefined && { theme: pathUnder(root, theme) ?? basename(theme) }),
    },
    inputs: [...parts.inputs],
    outputs: files.map(entry),
    kinds: { ...made.editions },
    ...(made.changes && { changes: made.changes }),
    ...(producer !== undefined && { pdf: producer }),
    ...(parts.charts === 'native' && { charts: 'native' }),
    ...snapshot,
  };
}

const hashOf = (file: Output | KeptOutput): string =>
  'content' in file ? sha256(file.content) : file.sha256;

/** Whether two manifests speak of the same files and say the same: what these were read from is no matter. */
export function saysTheSame(one: Manifest, other: Manifest): boolean {
  return canonical({ ...one, inputs: [] }) === canonical({ ...other, inputs: [] });
}
