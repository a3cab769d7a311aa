/** Invented sources and facts about them, and the real reader. */
import type { Fact, FactKind, Ledger } from '../../src/facts/fact.js';
import type { EvidenceEntry, Qualifier, Quantity, Source } from '../../src/facts/schema.js';
import { readFigure, readFigures } from '../../src/language/read.js';
import { languageTags } from '../../src/language/registry.js';
import type { Copy } from '../../src/sources/copies.js';
import { extentOf } from '../../src/sources/copies.js';
import { type Block, makeDocument } from '../../src/sources/document.js';
import { textBlocks } from '../../src/sources/formats/text.js';
import type { FigureReader } from '../../src/sources/reader.js';

export const reader: FigureReader = {
  knows: (language) => languageTags().includes(language),
  readOne: readFigure,
  readAll: readFigures,
};

export const source = (id: string, language: string, rest: Partial<Source> = {}): Source => ({
  id,
  publisher: 'Somebody',
  title: 'Something',
  language,
  issued: '2026-01-01',
  ...rest,
});

export const evidence = (
  stated: string,
  locator: EvidenceEntry['locator'] = { paragraph: 1 },
  id = 'paper',
): EvidenceEntry => ({ source: id, locator, stated });

/** Line of a fact's evidence: 10 for the first entry, 11 for the second. */
const at = (line: number) => ({ file: 'facts.yaml', line, column: 1 });

export function fact(id: string, entries: readonly EvidenceEntry[], rest: Partial<Fact> = {}): Fact {
  return {
    id,
    topic: 'test',
    kind: 'statement',
    label: { en: id },
    evidence: entries,
    evidenceAt: entries.map((_, index) => ({ stated: at(10 + index), locator: at(20 + index) })),
    at: at(1),
    ...rest,
  };
}

export const figure = (
  id: string,
  quantity: Quantity,
  qualifier: Qualifier,
  entries: readonly EvidenceEntry[],
  kind: FactKind = qualifier === 'tier' ? 'tier' : 'quantity',
): Fact => fact(id, entries, { kind, quantity, qualifier });

export function ledger(facts: readonly Fact[], sources: readonly Source[]): Ledger {
  const texts = { en: 'Zone' };
  return {
    zoneId: 'zone',
    zone: { name: texts, issuer: texts, template: 'x', languages: ['en'], summaries: [] },
    sources: new Map(sources.map((one) => [one.id, one])),
    facts: new Map(facts.map((one) => [one.id, one])),
    editionDate: '2026-01-01',
  };
}

export function copyOf(one: Source, blocks: readonly Block[]): Copy {
  return {
    source: one,
    path: 'paper.txt',
    by: 'file',
    document: makeDocument(blocks, extentOf(one)).document,
  };
}

/** An invented press text in the form in which such texts are kept. */
export const chinesePaper = `新闻中心 > 正文

2026-01-01 阅读量:8123

这里是引言，园区全年引进人才近3万人。

01 产业:规模突破900亿元

园区集聚50余家企业，另有15家银行。

集群包括千亿级、五百亿级、2个百亿级产业集群，另有2个平台。

02 基金:规模近300亿

基金24只，总认缴规模286.6亿元，同比增长 12.5 %。西部创投 中心已经揭牌。

免责声明：本文转载。

为您推荐：五款新品，售价99元`;

export const paper = (rest: Partial<Source> = {}): Copy =>
  copyOf(source('paper', 'zh-CN', rest), textBlocks(chinesePaper));
