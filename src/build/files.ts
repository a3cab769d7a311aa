/** Layer 4. From documents to the files' bytes: laid out first, for the findings, then drawn, written and linted. */
import type { Presentation } from '../deck/model.js';
import { layoutDeck } from '../deck/presentation.js';
import type { Diagnostic, Findings } from '../diagnostic.js';
import { type ChartForm, type ChartSpec, factsOf } from '../document/chart.js';
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import { ofContent } from '../ooxml/lint/rules.js';
import { lintPackage } from '../ooxml/lint.js';
import { modelSummary } from '../summary/model.js';
import type { Summary } from '../summary/summary.js';
import type { Documents } from './compose-all.js';
import type { Output } from './manifest.js';
import { chartsOf, checkCharts, type Pictures } from './pictures.js';
import type { Plan } from './plan.js';

/** Laid out, not yet written. */
export interface Layouts {
  readonly decks: readonly {
    readonly name: string;
    readonly document: Document;
    readonly presentation: Presentation;
  }[];
  readonly summaries: readonly {
    readonly name: string;
    readonly documents: readonly Document[];
    readonly model: Summary;
  }[];
}

/**
 * Lays out every deck, and every summary whose languages were all composed.
 * @param date of the files, ISO 8601
 */
export function layOut(
  documents: Documents,
  plan: Plan,
  theme: Theme,
  date: string,
  findings: Findings,
): Layouts {
  const decks = [...documents.decks].map(([language, document]) => {
    const { presentation, diagnostics } = layoutDeck(document, theme);
    findings.add([...diagnostics, ...checkCharts(document, theme)]);
    return {
      name: `briefing.${language}.pptx`,
      document,
      presentation: { ...presentation, editionDate: date },
    };
  });
  for (const document of documents.summaries.values()) findings.add(checkCharts(document, theme));
  const summaries = plan.summaries.flatMap((pair) => {
    const facing = pair
      .map((language) => documents.summaries.get(language))
      .filter((document) => document !== undefined);
    if (facing.length < pair.length) return [];
    const { model, diagnostics } = modelSummary(facing, theme);
    findings.add(diagnostics);
    const dated = { ...model, properties: { ...model.properties, date } };
    return [{ name: `summary.${pair.join('-')}.docx`, documents: facing, model: dated }];
  });
  return { decks, summaries };
}

/**
 * The bytes of all files. What the linter finds in them is a fault of this program, but for links and colours, which come
 * from template and theme: these are warnings.
 */
export async function writeFiles(
  { decks, summaries }: Layouts,
  pictures: Pictures,
  findings: Findings,
  step: (what: string) => void,
  form: ChartForm = 'image',
): Promise<Output[]> {
  const shown = [
    ...decks.map(({ document }) => document),
    ...summaries.flatMap(({ documents }) => documents),
  ];
  if (!pictures.begun) {
    step('drawing the charts');
    await pictures.drawAll(shown);
  }
  const outputs: Output[] = [];
  // Linted one by one: where charts are drawn elsewhere, that fills the time until the next are there.
  const add = (output: Output): void => {
    outputs.push(output);
    findings.add(lintPackage(output.content).map((diagnostic) => inFile(output.name, diagnostic)));
  };

  step('writing the decks');
  const { writeDeck } = await import('../deck/output.js');
  for (const { name, document, presentation } of decks) {
    const charts = new Map<string, Uint8Array | ChartSpec>();
    for (const { chart } of chartsOf(document)) {
      const native = (chart.as ?? form) === 'native';
      charts.set(chart.id, native ? chart : await pictures.draw(chart, 'slide'));
    }
    const content = await writeDeck(presentation, charts);
    add({ name, content, facts: factsIn([document]), language: document.language });
  }

  step('writing the summaries');
  const { writeSummary } = await import('../summary/output.js');
  for (const { name, documents, model } of summaries) {
    const charts = new Map<string, Uint8Array | ChartSpec>();
    for (const { chart } of documents.flatMap(chartsOf)) {
      const native = (chart.as ?? form) === 'native';
      charts.set(`${chart.id}.${chart.language}`, native ? chart : await pictures.draw(chart, 'column'));
    }
    const content = await writeSummary(model, charts);
    add({ name, content, facts: factsIn(documents), language: documents[0]?.language });
  }
  outputs.push(...(await chartFiles(pictures, shown)));
  return outputs.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A picture file per chart and language: as large as on a slide, even of a chart that the summary alone shows. */
async function chartFiles(pictures: Pictures, documents: readonly Document[]): Promise<Output[]> {
  const files = new Map<string, Output>();
  for (const { chart } of documents.flatMap(chartsOf)) {
    const name = `charts/${chart.id}.${chart.language}.png`;
    if (!files.has(name))
      files.set(name, { name, content: await pictures.draw(chart, 'slide'), facts: factsOf(chart) });
  }
  return [...files.values()];
}

const factsIn = (documents: readonly Document[]) => [
  ...new Set(documents.flatMap(({ citations }) => [...citations.keys()])),
];

function inFile(name: string, diagnostic: Diagnostic): Diagnostic {
  if (ofContent.has(diagnostic.code))
    return {
      ...diagnostic,
      code: diagnostic.code.replace('ooxml/', 'accessibility/'),
      severity: 'warning',
      at: { file: name },
    };
  return {
    ...diagnostic,
    code: `internal/${diagnostic.code.replace('/', '-')}`,
    message: `${name} would not open cleanly: ${diagnostic.message}`,
    hint: 'a fault of zonebrief: please report it with the zone and template at hand',
  };
}
