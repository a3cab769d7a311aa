/** Documents made by hand, in three languages: what composition would give for a deck about a high-tech zone. */
import type { ChartSpec, Datum } from '../../src/document/chart.js';
import type { Block, Citation, Document, Inline, Section, SourceEntry } from '../../src/document/document.js';
import type { Theme } from '../../src/document/theme.js';
import { chinese, english, german } from './fixture-texts.js';

export const theme: Theme = {
  colors: {
    paper: '#FFFFFF',
    surface: '#F3F6F8',
    ink: '#17212B',
    muted: '#5B6B7A',
    line: '#D5DDE3',
    primary: '#0B3C5D',
    onPrimary: '#FFFFFF',
    accent: '#C8102E',
    series: ['#0B3C5D', '#3A7CA5', '#C98B2B', '#8FA9BA', '#7A3E48'],
  },
  fonts: { latin: 'Arial', eastAsian: 'Microsoft YaHei' },
};

export const at = { file: 'deck.md.hbs', line: 1 };

/** "Grew by {id} in *one year*": figures in braces, strong text between asterisks, links as [text](url). */
export function inlines(text: string, figures: Readonly<Record<string, string>> = {}): Inline[] {
  const found: Inline[] = [];
  const pattern = /\{([^}]+)\}|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)|([^{*[]+)/g;
  for (const [, fact, strong, label, url, plain] of text.matchAll(pattern)) {
    if (fact !== undefined) found.push({ kind: 'figure', value: figures[fact] ?? fact, fact });
    else if (strong !== undefined) found.push({ kind: 'strong', children: inlines(strong, figures) });
    else if (url !== undefined && label !== undefined)
      found.push({ kind: 'link', url, children: inlines(label, figures) });
    else if (plain !== undefined) found.push({ kind: 'text', value: plain });
  }
  return found;
}

export const paragraphBlock = (text: string, figures = {}): Block => ({
  kind: 'paragraph',
  content: inlines(text, figures),
  at,
});
export const listBlock = (items: readonly string[], figures = {}, ordered = false): Block => ({
  kind: 'list',
  ordered,
  items: items.map((item) => [paragraphBlock(item, figures)]),
  at,
});

/** Slide texts of one language. A fact is [label, text]; "a | b" parts a tile, a step, a cell, a column's title. */
export interface Texts {
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly zoneName: string;
  readonly issuer: string;
  readonly facts: Readonly<Record<string, readonly [label: string, text: string]>>;
  readonly locator: (section: number, paragraph: number) => string;
  readonly asOf: string;
  readonly sources: readonly [publisher: string, title: string, issued: string][];
  readonly ratio: string;
  readonly chartSource: string;
  readonly chart: Readonly<Record<'share' | 'tiers' | 'funds', readonly string[]>>;
  readonly slides: readonly SlideText[];
}
export interface SlideText {
  readonly id: string;
  readonly layout?: string;
  readonly title: string;
  readonly blocks: readonly (
    | string
    | { readonly list: readonly string[] }
    | { readonly tiles: readonly string[] }
    | { readonly process: readonly string[] }
    | { readonly timeline: readonly string[] }
    | { readonly quote: string }
    | { readonly columns: readonly (readonly [string, ...string[]])[] }
    | { readonly table: readonly string[] }
    | { readonly chart: 'share' | 'tiers' | 'funds' }
    | { readonly sources: true }
  )[];
  readonly notes?: readonly string[];
}

/** What the sources print, with section and paragraph. */
const stated: Readonly<Record<string, readonly [string, 'pedaily' | 'globenewswire', number, number]>> = {
  'circuits.share': ['42.5%', 'pedaily', 1, 2],
  'circuits.growth': ['同比增长78.6%', 'pedaily', 1, 2],
  'circuits.companies': ['50余家', 'pedaily', 1, 2],
  'platforms.research': ['383个', 'pedaily', 1, 3],
  'clusters.it': ['千亿级', 'pedaily', 1, 4],
  'clusters.manufacturing': ['五百亿级', 'pedaily', 1, 4],
  'clusters.health': ['百亿级', 'pedaily', 1, 4],
  'clusters.services': ['百亿级', 'pedaily', 1, 4],
  'facilities.biobank': ['近17万人', 'pedaily', 3, 2],
  'laboratory.teams': ['19个', 'pedaily', 3, 3],
  'laboratory.researchers': ['近200人', 'pedaily', 3, 3],
  'cooperation.projects': ['44个', 'pedaily', 3, 4],
  'cooperation.institutes': ['31个', 'pedaily', 3, 4],
  'finance.banks': ['15家', 'pedaily', 4, 2],
  'funds.number': ['24只', 'pedaily', 4, 3],
  'funds.committed': ['286.6亿元', 'pedaily', 4, 3],
  'funds.paid-in': ['188.3亿元', 'pedaily', 4, 3],
  'funds.headline': ['近300亿', 'pedaily', 4, 0],
  'talent.growth': ['mehr als 15 %', 'globenewswire', 1, 5],
  'academy.date': ['11月16日', 'pedaily', 2, 1],
};

function citationsOf(texts: Texts): Map<string, Citation> {
  const citations = new Map<string, Citation>();
  for (const [fact, [label, text]] of Object.entries(texts.facts)) {
    const evidence = stated[fact];
    citations.set(fact, {
      fact,
      kind: 'quantity',
      label,
      text,
      statements: evidence
        ? [
            {
              stated: evidence[0],
              language: evidence[1] === 'pedaily' ? 'zh-CN' : 'de',
              source: evidence[1],
              locator: texts.locator(evidence[2], evidence[3]),
            },
          ]
        : [],
      ...(!evidence && { derivation: texts.ratio, parts: ['funds.paid-in', 'funds.committed'] }),
    });
  }
  return citations;
}

function chartOf(texts: Texts, id: 'share' | 'tiers' | 'funds'): ChartSpec {
  const [title = '', unit = '', alt = '', ...more] = texts.chart[id];
  const datum = (fact: string, value: number): Datum => {
    const [label, text] = texts.facts[fact] ?? ['', ''];
    return { fact, label, value, text, qualifier: id === 'tiers' ? 'tier' : 'exact' };
  };
  const source = texts.chartSource;
  const base = { id: `chart-${id}`, language: texts.language, title, unit, source, asOf: texts.asOf, alt };
  switch (id) {
    case 'share':
      return { ...base, type: 'share', part: datum('circuits.share', 42.5), restLabel: more[0] ?? '' };
    case 'funds':
      return {
        ...base,
        type: 'parts',
        parts: [datum('funds.paid-in', 188.3), datum('funds.uncalled', 98.3)],
        whole: datum('funds.committed', 286.6),
        centre: datum('funds.ratio', 65.7),
      };
    case 'tiers':
      return {
        ...base,
        type: 'classes',
        note: more[0],
        steps: more.slice(1),
        items: [
          { ...datum('clusters.it', 100), step: 2 },
          { ...datum('clusters.manufacturing', 50), step: 1 },
          { ...datum('clusters.health', 10), step: 0 },
          { ...datum('clusters.services', 10), step: 0 },
        ],
      };
  }
}

function sourcesOf(texts: Texts): SourceEntry[] {
  return texts.sources.map(([publisher, title, issued], index) => ({
    id: index === 0 ? 'pedaily' : 'globenewswire',
    number: index + 1,
    publisher,
    title,
    language: index === 0 ? 'zh-CN' : 'de',
    issued,
    url: index === 0 ? 'https://www.example.com/news?id=1&lang=zh' : 'https://www.example.org/release',
  }));
}

function blockOf(block: SlideText['blocks'][number], texts: Texts, figures: Record<string, string>): Block {
  const read = (text: string): Inline[] => inlines(text, figures);
  const parted = (text: string): Inline[][] => text.split(' | ').map(read);
  if (typeof block === 'string') return paragraphBlock(block, figures);
  if ('list' in block) return listBlock(block.list, figures);
  if ('tiles' in block)
    return {
      kind: 'tiles',
      tiles: block.tiles.map(parted).map(([value = [], label = []]) => ({ value, label })),
      at,
    };
  if ('quote' in block) return { kind: 'quote', blocks: [paragraphBlock(block.quote, figures)], at };
  if ('timeline' in block || 'process' in block)
    return {
      kind: 'timeline' in block ? 'timeline' : 'process',
      steps: ('timeline' in block ? block.timeline : block.process)
        .map(parted)
        .map(([title = [], body = []]) => ({ title, body })),
      at,
    };
  if ('columns' in block)
    return {
      kind: 'columns',
      columns: block.columns.map(([title, ...items]) => ({
        title: read(title),
        blocks:
          items.length === 1 ? [paragraphBlock(items[0] as string, figures)] : [listBlock(items, figures)],
      })),
      at,
    };
  if ('table' in block) {
    const [header = [], ...rows] = block.table.map(parted);
    return {
      kind: 'table',
      align: header.map((_, index) => (index === 1 ? 'right' : 'left')),
      header,
      rows,
      at,
    };
  }
  if ('chart' in block) return { kind: 'chart', chart: chartOf(texts, block.chart), at };
  return { kind: 'sources', sources: sourcesOf(texts), at };
}

export function documentOf(texts: Texts): Document {
  const figures = Object.fromEntries(Object.entries(texts.facts).map(([fact, [, text]]) => [fact, text]));
  return {
    kind: 'deck',
    language: texts.language,
    title: inlines(texts.title),
    subtitle: inlines(texts.subtitle),
    zoneName: texts.zoneName,
    issuer: texts.issuer,
    editionDate: '2026-01-19',
    sections: texts.slides.map(
      (slide): Section => ({
        id: slide.id,
        ...(slide.layout && { layout: slide.layout }),
        title: inlines(slide.title, figures),
        blocks: slide.blocks.map((block) => blockOf(block, texts, figures)),
        notes: (slide.notes ?? []).map((note) => paragraphBlock(note, figures)),
        at,
      }),
    ),
    citations: citationsOf(texts),
    sources: sourcesOf(texts),
  };
}

export const documents = {
  en: documentOf(english),
  'zh-CN': documentOf(chinese),
  de: documentOf(german),
} as const;

/** A document with one slide of given blocks, and the citations of the English one. */
export function oneSlide(blocks: readonly Block[], rest: Partial<Section> = {}): Document {
  const section: Section = { id: 'only', title: inlines('A finding'), blocks, notes: [], at, ...rest };
  return { ...documents.en, sections: [section] };
}
