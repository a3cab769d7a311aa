import { describe, expect, it, vi } from 'vitest';
import { writeDeckFile } from '../../src/deck/output.js';
import { layoutDeck, setOutDeck } from '../../src/deck/presentation.js';
import type { Document, Section } from '../../src/document/document.js';
import { lintWritten } from '../../src/ooxml/lint.js';
import { Parts } from '../../src/ooxml/parts.js';
import { counted, growth } from '../support/counted.js';
import { documents, theme } from './fixtures.js';
import { pictures } from './pictures.js';

/** All slides of the fixture again and again, the list of sources at the end. */
function deckOf(times: number): Document {
  const { sections } = documents.en;
  const [last, ...others] = sections.toReversed() as [Section, ...Section[]];
  const again = Array.from({ length: times }, (_, round) =>
    others.toReversed().map(
      (section): Section => ({
        ...structuredClone(section),
        id: `${section.id}-${round}`,
        title: [...section.title, { kind: 'text', value: ` ${round}` }],
      }),
    ),
  );
  return { ...documents.en, sections: [...again.flat(), last] };
}

/** A slide among five times as many costs no more than this many times as much. */
const most = 1.02;

describe('a slide that is asked for', () => {
  it('is finished then, before the next', () => {
    const { slides, record } = setOutDeck(documents.en, theme);
    const ids = () => [...new Set(record().texts.map(({ section }) => section))];
    expect(ids()).toEqual([]);
    const asked: string[] = [];
    for (const { slide } of slides) {
      asked.push(slide.id);
      expect(ids()).toEqual(asked);
    }
    expect(asked.length).toBeGreaterThan(3);
  });
});

describe('the work that a slide takes does not grow with the deck', () => {
  it('when it is laid out', async () => {
    const cost = async (times: number) => {
      const { data, reads } = counted(deckOf(times));
      layoutDeck(data, theme);
      return reads();
    };
    expect(await growth(1, cost)).toBeLessThan(most);
  });

  it('when it is written and linted', async () => {
    const cost = async (times: number) => {
      const laid = layoutDeck(deckOf(times), theme).presentation;
      const { data, reads } = counted({ slides: laid.slides, texts: laid.record.texts });
      const record = { ...laid.record, texts: data.texts };
      const parts = vi.spyOn(Parts.prototype, 'xml');
      lintWritten(await writeDeckFile({ ...laid, slides: data.slides, record }, pictures));
      const asked = parts.mock.calls.length;
      parts.mockRestore();
      return reads() + asked;
    };
    expect(await growth(1, cost)).toBeLessThan(most);
  });
});
