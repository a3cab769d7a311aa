/** Summaries of many pages: the sections of the briefing over and over, each time under other headings. */
import type { Block, Document } from '../../src/document/document.js';
import { briefing } from './briefing.js';
import type { FixtureLanguage } from './fixture-facts.js';

/** @param rounds of the briefing's six sections; the sources stand at the end */
export function longBriefing(language: FixtureLanguage, rounds: number): Document {
  const document = briefing(language);
  const body = document.sections.filter(({ id }) => id !== 'sources');
  const sections = Array.from({ length: rounds }, (_, round) =>
    body.map((section) => ({
      ...section,
      id: `${section.id}-${round}`,
      title: [...section.title, { kind: 'text' as const, value: ` ${String.fromCharCode(65 + round)}` }],
    })),
  ).flat();
  return { ...document, sections: [...sections, ...document.sections.filter(({ id }) => id === 'sources')] };
}

/** Every chart first in its section, as in the sample's templates. */
export function chartsFirst(document: Document): Document {
  const first = ({ kind }: Block) => (kind === 'chart' ? 0 : 1);
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.toSorted((one, other) => first(one) - first(other)),
    })),
  };
}
