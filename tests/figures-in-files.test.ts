import { beforeAll, describe, expect, it } from 'vitest';
import { composeAll } from '../src/build/compose-all.js';
import { loadZone } from '../src/build/ledger.js';
import { makeZone } from '../src/build/make.js';
import type { Output } from '../src/build/output.js';
import { planFor } from '../src/build/plan.js';
import { loadTemplate } from '../src/compose/template.js';
import { Findings } from '../src/diagnostic.js';
import type { Document, Inline } from '../src/document/document.js';
import { languageFor } from '../src/language/registry.js';
import { nodeWorld } from '../src/world.js';
import { everyText } from './support/office-text.js';
import { repository, sampleDecks, sampleSummaries, sampleZone } from './support/sample.js';

/** What a document's composition took from facts, sources and marks: every text under which a digit may stand. */
function recorded(document: Document): string[] {
  const texts: string[] = [];
  const inline = (node: Inline): void => {
    if ('children' in node) node.children.forEach(inline);
    else if (node.kind === 'figure' || node.kind === 'literal') texts.push(node.value);
  };
  /** Inlines and charts, wherever they stand in a block. */
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      const { kind } = value as { kind?: string };
      if (kind === 'figure' || kind === 'literal') inline(value as Inline);
      // A chart is made of facts and of texts that were searched for figures, and its picture holds the rest.
      else if (kind === 'chart') texts.push(...chartTexts((value as { chart: object }).chart));
      else for (const inner of Object.values(value)) visit(inner);
    }
  };
  visit([document.title, document.subtitle, document.sections]);
  for (const { label, text, time, note, derivation, statements } of document.citations.values()) {
    texts.push(label, text, time ?? '', note ?? '', derivation ?? '');
    texts.push(...statements.flatMap(({ stated, locator }) => [stated, locator]));
  }
  texts.push(
    ...document.sources.flatMap(({ publisher, title, issued, url }) => [publisher, title, issued, url ?? '']),
  );
  texts.push(document.zoneName, document.issuer, document.editionDate);
  texts.push(languageFor(document.language).writeDate(document.editionDate));
  return texts;
}

/** The figures of a chart and its line of sources; title, unit and note may hold none. */
function chartTexts(chart: object): string[] {
  const { alt, source, asOf } = chart as { alt: string; source: string; asOf: string };
  const figures: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const { text, fact, label } = value as { text?: string; fact?: string; label?: string };
      if (typeof fact === 'string') figures.push(text ?? '', label ?? '');
      Object.values(value).forEach(visit);
    }
  };
  visit(chart);
  return [alt, source, asOf, ...figures];
}

/** Numbers the writers give themselves: of sources, figures, tables and pages. */
const own = /\[\d+\]|\b(?:Figure|Table|Abbildung|Tabelle) \d+|[图表] ?\d+/g;

/** Digits of a text that lie in none of the recorded texts. */
function unbacked(text: string, known: readonly string[]): string[] {
  let rest = text.replace(/\s+/g, ' ');
  for (const one of known) {
    const escaped = one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // Not the 24 of 124 or of 24.5.
    rest = rest.replace(new RegExp(`(?<!\\p{Nd}[.,]?)${escaped}(?![.,]?\\p{Nd})`, 'gu'), ' ');
  }
  return rest.replace(own, ' ').match(/[\p{Nd}]+/gu) ?? [];
}

describe('the finished files of the sample', () => {
  let outputs: readonly Output[] = [];
  let documents: Document[] = [];

  beforeAll(async () => {
    const world = nodeWorld();
    const options = { root: repository, zone: sampleZone };
    const { ledger } = await loadZone(world, `${repository}/data/${sampleZone}`);
    const { template } = await loadTemplate(world, `${repository}/templates/${ledger!.zone.template}`);
    const { decks, summaries } = await composeAll(
      world,
      template!,
      ledger!,
      planFor(ledger!.zone, {}),
      new Findings(),
      () => {},
    );
    documents = [...decks.values(), ...summaries.values()];
    ({ outputs } = await makeZone(world, options));
  }, 60_000);

  it.each([...sampleDecks, ...sampleSummaries])(
    'hold no digit in %s that composition did not record',
    (name) => {
      const [kind, languages = ''] = name.split('.');
      const made = documents.filter(
        (document) =>
          document.kind === (kind === 'briefing' ? 'deck' : 'summary') &&
          languages.includes(document.language),
      );
      const known = [...new Set(made.flatMap(recorded))]
        .map((text) => text.replace(/\s+/g, ' '))
        .filter((text) => /\p{Nd}/u.test(text))
        .sort((a, b) => b.length - a.length);
      const texts = everyText(outputs.find((output) => output.name === name)!.content);
      const found = texts.flatMap(({ part, text }) =>
        unbacked(text, known).map((digits) => `${part}: ${digits} in "${text}"`),
      );
      expect(texts.length).toBeGreaterThan(100);
      expect(texts.some(({ text }) => /\p{Nd}/u.test(text))).toBe(true);
      expect(found).toEqual([]);
    },
  );

  it('would show a digit that was typed in', () => {
    expect(unbacked('RMB 28.66 billion and 31 more [1]', ['RMB 28.66 billion'])).toEqual(['31']);
    expect(unbacked('24.5% of 124, 24', ['24'])).toEqual(['24', '5', '124']);
    expect(unbacked('RMB 128.66 billion', ['RMB 28.66 billion'])).toEqual(['128', '66']);
  });
});
