/** The sample's texts as plain data, for the hand-written script: node tests/bench/make-content.mjs */

import { composeAll } from '../../src/build/compose-all.js';
import { layOut } from '../../src/build/files.js';
import { chartsOf } from '../../src/build/pictures.js';
import { planFor } from '../../src/build/plan.js';
import { wantedFrom } from '../../src/build/wanted.js';
import { loadTemplate } from '../../src/compose/template.js';
import { Findings } from '../../src/diagnostic.js';
import type { ChartSpec } from '../../src/document/chart.js';
import type { Block, Inline } from '../../src/document/document.js';
import { loadLedger } from '../../src/facts/load.js';
import type { Content, Run } from '../../src/summary/summary.js';
import { nodeWorld } from '../../src/world.js';

const zone = 'chongqing-hitech-zone';

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
  const documents = await composeAll(world, template, ledger, plan, findings, () => {});
  const look = { theme: template.theme, date: ledger.editionDate, charts: 'image' as const };
  const wanted = wantedFrom(documents, plan, look, () => []);
  const { decks, summaries } = await layOut(wanted, template.theme, ledger.editionDate, findings);
  findings.throwIfFailed();
  const charts = [...documents.decks.values(), ...documents.summaries.values()].flatMap(chartsOf);
  return {
    decks: decks.map(({ document, presentation }) => ({
      language: document.language,
      title: presentation.title,
      slides: document.sections.map((section, index) => ({
        title: text(section.title),
        blocks: blocks(section.blocks),
        foot: index > 0 ? `${document.zoneName} · ${document.issuer}` : '',
        notes: presentation.slides[index]?.notes ?? [],
      })),
    })),
    summaries: summaries.map(({ model }) => ({
      languages: model.languages,
      title: model.properties.title,
      footnotes: model.footnotes.map(({ runs, language }) => ({ text: runText(runs), language })),
      parts: model.parts.map((part) => {
        if (part.kind === 'heading') {
          const cells = part.sides.map(({ runs, language }) => [
            { text: runText(runs), language, role: 'heading', notes: [] },
          ]);
          return { kind: 'facing', rows: [cells] };
        }
        if (part.kind === 'facing')
          return { kind: 'facing', rows: part.rows.map(({ cells }) => cells.map(contents)) };
        if (part.kind === 'table')
          return { kind: 'table', rows: [part.header, ...part.rows].map((row) => row.map(contents)) };
        if (part.kind === 'strip') return { kind: 'strip', rows: part.rows.map((row) => row.map(contents)) };
        return { kind: 'facing', rows: 'content' in part ? [[contents(part.content)]] : [] };
      }),
    })),
    charts: [
      ...new Map(charts.map(({ chart }) => [`${chart.id}.${chart.language}`, plainChart(chart)])).values(),
    ],
  };
}

const text = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => ('value' in inline ? inline.value : 'children' in inline ? text(inline.children) : '\n'))
    .join('');

const items = (all: readonly Block[]): string[] =>
  all.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [text(block.content)];
    return block.kind === 'list' ? block.items.flatMap(items) : [];
  });

const blocks = (all: readonly Block[]): unknown[] =>
  all.map((block) => {
    switch (block.kind) {
      case 'chart':
        return { kind: 'chart', id: block.chart.id, alt: block.chart.alt };
      case 'tiles':
        return {
          kind: 'tiles',
          tiles: block.tiles.map(({ value, label }) => ({ value: text(value), label: text(label) })),
        };
      case 'process':
      case 'timeline':
        return {
          kind: 'process',
          steps: block.steps.map(({ title, body }) => ({ title: text(title), body: text(body) })),
        };
      case 'columns':
        return {
          kind: 'columns',
          columns: block.columns.map(({ title, blocks: inner }) => ({
            title: text(title),
            items: items(inner),
          })),
        };
      case 'table':
        return { kind: 'table', rows: [block.header, ...block.rows].map((row) => row.map(text)) };
      case 'sources':
        return {
          kind: 'text',
          items: block.sources.map(
            ({ number, publisher, title, issued, url }) =>
              `[${number}] ${publisher}: ${title}, ${issued} ${url ?? ''}`,
          ),
        };
      default:
        return { kind: 'text', items: items([block]) };
    }
  });

const runText = (runs: readonly Run[]): string =>
  runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'sequence' ? String(run.number) : ' '))
    .join('');

const contents = (all: readonly Content[]): unknown[] =>
  all.map((item) => {
    if (item.kind === 'picture') {
      if (!('chart' in item.content)) throw new Error('the sample has pictures of charts only');
      return {
        kind: 'picture',
        chart: item.content.chart.replace(/\.[^.]+$/, ''),
        language: item.language,
        alt: item.alt,
      };
    }
    const strong =
      item.role === 'lead' ||
      item.role === 'tileValue' ||
      item.role === 'stepTitle' ||
      item.role === 'columnHead';
    return {
      text: runText(item.runs),
      language: item.language,
      role: item.role === 'item' ? 'item' : strong ? 'strong' : 'text',
      notes: item.runs.flatMap((run) => (run.kind === 'note' ? [run.number] : [])),
    };
  });

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
