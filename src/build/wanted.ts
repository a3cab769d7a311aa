/** Layer 4. The files that an edition is to have: which of them stand there already, and what the others need. */
import { usualFormat } from '../deck/chart-format.js';
import { type ChartFormat, type ChartSpec, factsOf } from '../document/chart.js';
import type { Document } from '../document/document.js';
import { factsIn } from '../document/earlier.js';
import type { Arrangement } from '../facts/schema.js';
import type { Documents } from './compose-all.js';
import { fileKey, type Look, pictureKey } from './keys.js';
import type { Kind } from './manifest.js';
import { infoOf, type Keep, type KeptOutput, type OutputInfo } from './output.js';
import { chartsOf, type NeededChart } from './pictures.js';
import type { Plan } from './plan.js';

export interface WantedFile extends OutputInfo {
  readonly key: string;
  /** One, or the two of a summary. */
  readonly documents: readonly Document[];
  /** Of a summary. */
  readonly arrangement?: Arrangement | undefined;
}
export interface WantedPicture extends OutputInfo {
  readonly chart: ChartSpec;
  readonly format: ChartFormat;
}

export interface Wanted {
  readonly decks: readonly WantedFile[];
  readonly summaries: readonly WantedFile[];
  /** A picture per chart and language: as large as on a slide, even of a chart that the summary alone shows. */
  readonly pictures: readonly WantedPicture[];
}

/**
 * All files that the documents are to become; a summary where all of its languages were composed.
 * @param inputsOf a file that is composed from these: all that decide it, as the manifest names them
 */
export function wantedFrom(
  { decks, summaries, inputs }: Documents,
  plan: Plan,
  look: Look,
  inputsOf: (composedFrom: readonly string[]) => string[],
): Wanted {
  const file = (
    name: string,
    kind: Kind,
    documents: readonly Document[],
    arrangement?: Arrangement,
  ): WantedFile => ({
    name,
    kind,
    documents,
    arrangement,
    facts: [...new Set(documents.flatMap(factsIn))],
    language: documents[0]?.language,
    key: fileKey(documents, look, arrangement),
    inputs: inputsOf(documents.flatMap((document) => inputs.get(document) ?? [])),
  });
  const format = usualFormat(look.theme);
  const pictures = new Map<string, WantedPicture>();
  for (const document of [...decks.values(), ...summaries.values()]) {
    for (const { chart } of chartsOf(document)) {
      const name = `charts/${chart.id}.${chart.language}.png`;
      if (pictures.has(name)) continue;
      const key = pictureKey(chart, look.theme, format);
      const from = inputsOf(inputs.get(document) ?? []);
      const facts = factsOf(chart);
      pictures.set(name, { name, kind: document.kind, chart, format, facts, key, inputs: from });
    }
  }
  return {
    decks: [...decks].map(([language, document]) => file(`briefing.${language}.pptx`, 'deck', [document])),
    summaries: plan.summaries.flatMap((pair) => {
      const facing = pair.map((language) => summaries.get(language)).filter((one) => one !== undefined);
      if (facing.length < pair.length) return [];
      return [file(`summary.${pair.join('-')}.docx`, 'summary', facing, plan.arrangementOf(pair))];
    }),
    pictures: [...pictures.values()],
  };
}

/** Those that stand there already, and those that have to be made. */
export async function sortOut(
  { decks, summaries, pictures }: Wanted,
  keep: Keep,
): Promise<{ kept: KeptOutput[]; wanted: Wanted }> {
  const kept: KeptOutput[] = [];
  const missing = async <One extends OutputInfo>(all: readonly One[]): Promise<One[]> => {
    const rest: One[] = [];
    for (const one of all) {
      const there = one.key === undefined ? undefined : await keep(one.name, one.key);
      if (there) kept.push({ ...infoOf(one), ...there });
      else rest.push(one);
    }
    return rest;
  };
  const wanted = {
    decks: await missing(decks),
    summaries: await missing(summaries),
    pictures: await missing(pictures),
  };
  return { kept, wanted };
}

/**
 * The charts to be drawn for these files, each perhaps more than once; on slides in the format that most of them have,
 * since layout alone tells which have another.
 */
export function chartsNeeded(
  { decks, summaries, pictures }: Wanted,
  { theme, charts: form }: Look,
): NeededChart[] {
  const shown = (files: readonly WantedFile[], format: ChartFormat): NeededChart[] =>
    files
      .flatMap(({ documents }) => documents.flatMap(chartsOf))
      .filter(({ chart }) => (chart.as ?? form) === 'image')
      .map(({ chart }) => [chart, format]);
  const asFiles = pictures.map(({ chart, format }): NeededChart => [chart, format]);
  return [...shown(decks, usualFormat(theme)), ...shown(summaries, 'column'), ...asFiles];
}
