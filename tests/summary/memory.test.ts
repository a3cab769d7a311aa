import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import type { Arrangement } from '../../src/facts/schema.js';
import { Memory } from '../../src/memory.js';
import { lintWritten } from '../../src/ooxml/lint.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummaryFile } from '../../src/summary/output.js';
import { briefing } from './briefing.js';
import type { FixtureLanguage } from './fixture-facts.js';
import { plainPictures, plainPng, theme } from './fixtures.js';
import { longBriefing } from './long.js';

interface Edition {
  readonly documents: readonly Document[];
  readonly arrangement?: Arrangement;
  readonly theme?: typeof theme;
  readonly charts?: ReturnType<typeof plainPictures>;
}

const both: readonly FixtureLanguage[] = ['zh-CN', 'en'];
const pair = both.map(briefing);
/** With a section taken out, so that notes, pictures, links and lists behind it count anew. */
const without = (id: string): Document[] =>
  pair.map((document) => ({ ...document, sections: document.sections.filter((one) => one.id !== id) }));
const [, second] = pair.map(({ sections }) => sections[1]?.id ?? '');
const green = { ...theme, colors: { ...theme.colors, primary: '#004D00' } };
const repainted = new Map(
  [...plainPictures(pair)].map(([name]) => [name, plainPng(320, 200, [9, 99, 199])] as const),
);

/** As a process sees them that builds again and again. */
const editions: readonly Edition[] = [
  { documents: pair },
  { documents: without(second ?? '') },
  { documents: pair, theme: green },
  { documents: pair, charts: repainted },
  { documents: pair, arrangement: 'sequential' },
  { documents: both.map((language) => longBriefing(language, 3)) },
  { documents: pair.toReversed() },
  { documents: pair.slice(0, 1) },
  { documents: pair },
];

function written({ documents, arrangement, charts, ...edition }: Edition, memory?: Memory) {
  const { model } = modelSummary(documents, edition.theme ?? theme, arrangement);
  return writeSummaryFile(model, charts ?? plainPictures(documents), memory);
}

describe('a process that remembers what it wrote', () => {
  it('writes the same bytes as one that does not, edition after edition, and they lint as well', () => {
    const memory = new Memory();
    for (const edition of editions) {
      const remembering = written(edition, memory);
      expect(Buffer.compare(remembering.bytes, written(edition).bytes)).toBe(0);
      expect(lintWritten(remembering)).toEqual([]);
    }
  });
});
