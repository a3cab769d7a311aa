import { describe, expect, it } from 'vitest';
import { noteText } from '../../src/deck/notes.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Document, Statement } from '../../src/document/document.js';
import { at, documents, oneSlide, paragraphBlock, theme } from './fixtures.js';
import { paragraphsOf, textOf } from './inspect.js';

const slideOf = (document: (typeof documents)['en'], id: string) => {
  const slide = layoutDeck(document, theme).presentation.slides.find((each) => each.id === id);
  if (!slide) throw new Error(`no slide ${id}`);
  return slide;
};
const notesOf = (document: (typeof documents)['en'], id: string): string[] =>
  slideOf(document, id).notes.map(noteText);
const sourceLineOf = (document: (typeof documents)['en'], id: string): string | undefined =>
  slideOf(document, id)
    .shapes.filter(({ name }) => name === 'Source')
    .flatMap(paragraphsOf)
    .map(textOf)[0];

describe('the source line', () => {
  it('lists the sources of the slide’s figures, each once, in their order', () => {
    expect(sourceLineOf(documents.en, 'key-figures')).toBe(
      'Sources: PEdaily, 19 January 2026; GlobeNewswire, 22 December 2025',
    );
    expect(sourceLineOf(documents.en, 'talent')).toBe('Source: GlobeNewswire, 22 December 2025');
  });

  it('is punctuated as the language is', () => {
    expect(sourceLineOf(documents['zh-CN'], 'key-figures')).toBe(
      '资料来源：投资界，2026年1月19日；GlobeNewswire，2025年12月22日',
    );
    expect(sourceLineOf(documents.de, 'circuits')).toBe('Quelle: PEdaily, 19. Januar 2026');
  });

  it('counts the figures of a chart', () => {
    const funds = documents.en.sections.find(({ id }) => id === 'funds');
    const chart = funds?.blocks.filter(({ kind }) => kind === 'chart') ?? [];
    expect(sourceLineOf(oneSlide(chart), 'only')).toBe('Source: PEdaily, 19 January 2026');
  });

  it('is left out where nothing is cited: on the cover, among sources, beside text without figures', () => {
    expect(sourceLineOf(documents.en, 'cover')).toBeUndefined();
    expect(sourceLineOf(documents.en, 'sources')).toBeUndefined();
    expect(sourceLineOf(documents.en, 'alliance')).toBeUndefined();
  });
});

describe('the source line of a slide with many sources', () => {
  const publishers = [
    'National Bureau of Statistics, Department of Industrial Surveys',
    'Chongqing Municipal Bureau of Economy and Information Technology',
    'Administrative Committee of the Western Science City',
    'Ministry of Science and Technology, Torch High Technology Centre',
    'Sichuan and Chongqing Joint Office for Regional Cooperation',
    'Chamber of Industry and Commerce of the Upper Yangtze Region',
    'Association of Semiconductor Equipment Manufacturers',
  ];
  /** A slide with a figure of each source, in a deck with or without a list of them. */
  const crowded = (language: keyof typeof documents, listed: boolean, count = publishers.length) => {
    const document = documents[language];
    const [citation] = [...document.citations.values()];
    const [entry] = document.sources;
    if (!citation || !entry) throw new Error('nothing is cited');
    const sources = publishers
      .slice(0, count)
      .map((publisher, index) => ({ ...entry, id: `s${index}`, number: index + 1, publisher }));
    const statements = sources.map(({ id }) => ({ ...citation.statements[0], source: id }) as Statement);
    const text = paragraphBlock('{f}', { f: '42.5%' });
    const sections = oneSlide([text]).sections.map((each) => ({ ...each, layout: 'text' }));
    const list = { ...sections[0], id: 'sources', layout: 'sources', title: [{ kind: 'text', value: 'S' }] };
    return layoutDeck(
      {
        ...document,
        sources,
        citations: new Map([['f', { ...citation, fact: 'f', statements }]]),
        sections: [...sections, ...(listed ? [{ ...list, blocks: [{ kind: 'sources', sources, at }] }] : [])],
      } as Document,
      theme,
    );
  };
  const lineOf = ({ presentation }: ReturnType<typeof crowded>): string | undefined =>
    presentation.slides[0]?.shapes
      .filter(({ name }) => name === 'Source')
      .flatMap(paragraphsOf)
      .map(textOf)[0];

  it('leaves out the days before it leaves out a publisher', () => {
    const laid = crowded('en', true, 6);
    expect(laid.diagnostics).toEqual([]);
    expect(lineOf(laid)).toBe(`Sources: ${publishers.slice(0, 6).join('; ')}`);
  });

  it.each([
    ['en', /^Sources: National .* and others \[1\]–\[7\]$/],
    ['de', /^Quellen: National .* u\.\u00A0a\. \[1\]–\[7\]$/],
    ['zh-CN', /^资料来源：National .*等\[1\]–\[7\]$/],
  ] as const)('names the first in %s, and numbers all as the list of sources does', (language, expected) => {
    const laid = crowded(language, true);
    expect(laid.diagnostics).toEqual([]);
    expect(lineOf(laid)).toMatch(expected);
  });

  it('is a finding where the deck has no list that the numbers could be found in', () => {
    expect(crowded('en', false).diagnostics.map(({ code }) => code)).toEqual(['deck/overflow']);
  });
});

describe('speaker notes', () => {
  it('begin with what the template says, then give the evidence of each figure', () => {
    const notes = notesOf(documents.en, 'key-figures');
    expect(notes[0]).toBe('Open with the share: it is the figure that investors remember.');
    expect(notes[1]).toBe('');
    expect(notes[2]).toBe('Evidence');
    expect(notes[3]).toBe(
      'Share of Chongqing’s integrated-circuit output: 42.5% – stated as “42.5%”, PEdaily, section 01, paragraph 2',
    );
  });

  it('name a thing that is its own text once', () => {
    const document = documents.en;
    const [fact, citation] = [...document.citations].find(([id]) => id === 'circuits.share')!;
    const citations = new Map([...document.citations, [fact, { ...citation, text: citation.label }]]);
    const notes = notesOf({ ...document, citations }, 'key-figures');
    expect(notes).toContain(`${citation.label} – stated as “42.5%”, PEdaily, section 01, paragraph 2`);
  });

  it('keep the phrase in the language of its source', () => {
    expect(notesOf(documents.en, 'funds').join('\n')).toContain('stated as “286.6亿元”');
    expect(notesOf(documents['zh-CN'], 'talent').join('\n')).toContain('mehr als 15 %');
    expect(notesOf(documents.de, 'laboratory').join('\n')).toContain('im Wortlaut „近200人“');
  });

  it('give a derived figure’s formula, and the evidence of its parts below it', () => {
    const notes = notesOf(oneSlide([paragraphBlock('{funds.ratio}', { 'funds.ratio': '65.7%' })]), 'only');
    expect(notes).toEqual([
      'Evidence',
      'Paid-in ratio: 65.7% – computed as paid-in capital ÷ committed capital',
      '  – Paid-in capital: RMB 18.83 billion – stated as “188.3亿元”, PEdaily, section 04, paragraph 3',
      '  – Committed capital: RMB 28.66 billion – stated as “286.6亿元”, PEdaily, section 04, paragraph 3',
    ]);
  });

  it('list the figures of a chart, each once', () => {
    const notes = notesOf(documents.en, 'clusters');
    expect(notes.filter((note) => note.includes('五百亿级'))).toHaveLength(1);
    expect(notes.filter((note) => note.includes('百亿级')).length).toBeGreaterThanOrEqual(3);
  });

  it('are punctuated in Chinese', () => {
    expect(notesOf(documents['zh-CN'], 'talent')).toEqual([
      '依据',
      expect.stringMatching(
        /^人才年均增速：超过15%——原文为[「“]mehr als 15 %[」”]，GlobeNewswire，第01节第5段$/,
      ),
    ]);
  });

  it('tell caveats and times', () => {
    const base = oneSlide([
      paragraphBlock('{funds.headline}', { 'funds.headline': 'nearly RMB 30 billion' }),
    ]);
    const citation = base.citations.get('funds.headline');
    if (!citation) throw new Error('citation missing');
    const citations = new Map([
      ['funds.headline', { ...citation, time: '2024', note: 'rounded by the source' }],
    ]);
    expect(notesOf({ ...base, citations }, 'only')[1]).toBe(
      'Funds under management: nearly RMB 30 billion (2024) – stated as “近300亿”, PEdaily, section 04, paragraph 0; Note: rounded by the source',
    );
  });
});

describe('missing evidence', () => {
  it('is an error for a figure without a citation', () => {
    const { diagnostics } = layoutDeck(oneSlide([paragraphBlock('{nothing.known}', {})]), theme);
    expect(diagnostics.map(({ code }) => code)).toEqual(['deck/missing-evidence']);
    expect(diagnostics[0]?.message).toContain('"nothing.known"');
  });

  it('is an error for a source that is not listed', () => {
    const document = oneSlide([paragraphBlock('{circuits.share}', { 'circuits.share': '42.5%' })]);
    const { diagnostics } = layoutDeck({ ...document, sources: document.sources.slice(1) }, theme);
    expect(diagnostics.map(({ code }) => code)).toEqual(['deck/missing-evidence']);
    expect(diagnostics[0]?.message).toContain('"pedaily"');
  });
});
