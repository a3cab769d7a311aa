/** The sample's texts as plain data, for the hand-written script: node tests/bench/floor/make-content.mjs */

import { composeAll } from '../../../src/build/compose-all.js';
import { chartsOf } from '../../../src/build/pictures.js';
import { planFor } from '../../../src/build/plan.js';
import { wantedFrom } from '../../../src/build/wanted.js';
import { loadTemplate } from '../../../src/compose/template.js';
import { usualFormat } from '../../../src/deck/chart-format.js';
import { layoutDeck } from '../../../src/deck/presentation.js';
import { Findings } from '../../../src/diagnostic.js';
import { type ChartFormat, type ChartSpec, sizeOf } from '../../../src/document/chart.js';
import { loadLedger } from '../../../src/facts/load.js';
import { modelSummary } from '../../../src/summary/model.js';
import { nodeWorld } from '../../../src/world.js';
import { deckContent } from './deck-content.js';
import { summaryContent } from './summary-content.js';

const zone = 'chongqing-hitech-zone';

/**
 * What the sample says, and how large its charts are, in pixels that are drawn at twice as many.
 * @param root of the repository
 */
export async function content(root: string): Promise<unknown> {
  const world = nodeWorld();
  const findings = new Findings();
  const { ledger, diagnostics } = await loadLedger(world, `${root}/data/${zone}`);
  findings.add(diagnostics);
  findings.throwIfFailed();
  if (!ledger) throw new Error('no ledger');
  const { template } = await loadTemplate(world, `${root}/templates/${ledger.zone.template}`);
  if (!template) throw new Error('no template');
  const plan = planFor(ledger.zone, {});
  const documents = await composeAll(world, template, ledger, plan, findings);
  const look = { theme: template.theme, date: ledger.editionDate, charts: 'image' as const };
  const wanted = wantedFrom(documents, plan, look, () => []);
  const { theme } = template;
  const decks = [...documents.decks.values()].map((document) => ({
    document,
    ...layoutDeck(document, theme),
  }));
  const summaries = wanted.summaries.map((file) => modelSummary(file.documents, theme, file.arrangement));
  for (const laidOut of [...decks, ...summaries]) findings.add(laidOut.diagnostics);
  findings.throwIfFailed();
  const charts = [...documents.decks.values(), ...documents.summaries.values()].flatMap(chartsOf);
  const size = (format: ChartFormat) => [sizeOf(format).width, sizeOf(format).height];
  return {
    sizes: { slide: size(usualFormat(template.theme)), column: size('column') },
    decks: decks.map(({ document, presentation }) => deckContent(document, presentation)),
    summaries: summaries.map(({ model }) => summaryContent(model)),
    charts: [
      ...new Map(charts.map(({ chart }) => [`${chart.id}.${chart.language}`, plainChart(chart)])).values(),
    ],
  };
}

function plainChart(chart: ChartSpec): unknown {
  const { id, language, type, title, unit, source } = chart;
  const base = { id, language, type, title, unit, source };
  if (chart.type === 'share') {
    const { part, restLabel } = chart;
    return {
      ...base,
      labels: [part.label, restLabel],
      values: [part.value, 100 - part.value],
      texts: [part.text, ''],
    };
  }
  const data = chart.type === 'parts' ? chart.parts : chart.items;
  return {
    ...base,
    labels: data.map(({ label }) => label),
    values:
      chart.type === 'classes' ? chart.items.map(({ step }) => step + 1) : data.map(({ value }) => value),
    texts: data.map(({ text: written }) => written),
  };
}
