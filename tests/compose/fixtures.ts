/** A small invented zone and template in memory, and short ways to compose from them. */
import { compose } from '../../src/compose/compose.js';
import { loadTemplate } from '../../src/compose/template.js';
import type { Diagnostic } from '../../src/diagnostic.js';
import type { Block, Document, Inline } from '../../src/document/document.js';
import type { Fact, Ledger } from '../../src/facts/fact.js';
import type { Labels } from '../../src/facts/schema.js';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';

export const templateFolder = '/office/templates/briefing';
export const zoneFolder = '/office/data/harbour';

const labels = (en: string, zh = en, de = en): Labels => ({ en, 'zh-CN': zh, de });
const evidence = (stated: string, source = 'daily') => [
  { source, locator: { section: '2', paragraph: 3 }, stated },
];

type Sketch = Omit<Fact, 'topic' | 'at'>;

const sketches: readonly Sketch[] = [
  {
    id: 'funds.committed',
    kind: 'quantity',
    label: labels('Committed capital', '认缴规模', 'Zugesagtes Kapital'),
    note: labels('All funds together', '全部基金合计', 'Alle Fonds zusammen'),
    quantity: { amount: '28660000000', unit: 'CNY' },
    qualifier: 'exact',
    asOf: '2026-01-19',
    evidence: evidence('286.6亿元'),
  },
  {
    id: 'funds.paid-in',
    kind: 'quantity',
    label: labels('Paid-in capital', '实缴规模', 'Eingezahltes Kapital'),
    quantity: { amount: '18830000000', unit: 'CNY' },
    qualifier: 'exact',
    asOf: '2026-01-19',
    evidence: evidence('188.3亿元'),
  },
  {
    id: 'funds.uncalled',
    kind: 'quantity',
    label: labels('Uncalled capital', '尚未实缴', 'Nicht abgerufen'),
    quantity: { amount: '9830000000', unit: 'CNY' },
    qualifier: 'exact',
    evidence: evidence('286.6亿元'),
    derived: {
      formula: 'funds.committed - funds.paid-in',
      parts: ['funds.committed', 'funds.paid-in'],
    },
  },
  {
    id: 'funds.ratio',
    kind: 'share',
    label: labels('Paid in', '实缴率', 'Eingezahlt'),
    whole: labels('committed capital', '认缴规模', 'das zugesagte Kapital'),
    quantity: { amount: '65.7', unit: 'percent' },
    qualifier: 'exact',
    evidence: evidence('286.6亿元'),
    derived: {
      formula: 'funds.paid-in / funds.committed',
      parts: ['funds.paid-in', 'funds.committed'],
    },
  },
  {
    id: 'industry.share',
    kind: 'share',
    label: labels('Share of output', '产值占比', 'Anteil am Produktionswert'),
    whole: labels("the city's output", '全市产值', 'des Produktionswerts der Stadt'),
    quantity: { amount: '42.5', unit: 'percent' },
    qualifier: 'exact',
    period: '2024',
    evidence: evidence('42.5%', 'wire'),
  },
  {
    id: 'industry.growth',
    kind: 'growth',
    label: labels('Growth', '增速', 'Wachstum'),
    quantity: { amount: '15', unit: 'percent', basis: 'year-on-year' },
    qualifier: 'more-than',
    period: '2024',
    evidence: evidence('超15%', 'wire'),
  },
  {
    id: 'talent.growth',
    kind: 'growth',
    label: labels('Talent growth', '人才增速', 'Zuwachs an Fachkräften'),
    quantity: { amount: '8', unit: 'percent', basis: 'annual-average' },
    qualifier: 'exact',
    evidence: evidence('8%'),
  },
  {
    id: 'industry.chips',
    kind: 'tier',
    label: labels('Chips', '芯片', 'Chips'),
    quantity: { amount: '100000000000', unit: 'CNY' },
    qualifier: 'tier',
    asOf: '2026-01-19',
    evidence: evidence('千亿级'),
  },
  {
    id: 'industry.health',
    kind: 'tier',
    label: labels('Health', '大健康', 'Gesundheit'),
    quantity: { amount: '10000000000', unit: 'CNY' },
    qualifier: 'tier',
    asOf: '2026-01-19',
    evidence: evidence('百亿级'),
  },
  {
    id: 'talent.researchers',
    kind: 'quantity',
    label: labels('Researchers', '科研人员', 'Forschende'),
    quantity: { amount: '200', unit: 'people' },
    qualifier: 'nearly',
    counted: {
      en: { one: 'researcher', other: 'researchers' },
      'zh-CN': { other: '名科研人员' },
      de: { one: 'Forscher', other: 'Forscher', 'other.dative': 'Forschern' },
    },
    evidence: evidence('近200名'),
  },
  {
    id: 'talent.rank',
    kind: 'ranking',
    label: labels('Service centre', '服务中心', 'Servicezentrum'),
    rank: 1,
    among: labels('in the west', '西部', 'im Westen'),
    evidence: evidence('首个'),
  },
  {
    id: 'talent.conference',
    kind: 'event',
    label: labels('Conference', '大会', 'Konferenz'),
    date: '2025-11-16',
    evidence: evidence('11月16日'),
  },
  {
    id: 'talent.opening',
    kind: 'event',
    label: labels('Opening', '开业', 'Eröffnung'),
    evidence: evidence('近日'),
  },
  {
    id: 'industry.companies',
    kind: 'roster',
    label: labels('Companies', '企业', 'Unternehmen'),
    members: [
      { id: 'north', label: labels('North Semi', '北方半导体', 'North Semi') },
      { id: 'south', label: labels('South Fab', '南方晶圆', 'South Fab') },
    ],
    evidence: evidence('北方半导体'),
  },
  {
    id: 'industry.service',
    kind: 'statement',
    label: labels('Platform', '平台', 'Plattform'),
    text: labels('one desk for all', '一站式', 'alles an einem Ort'),
    evidence: evidence('一站式'),
  },
];

export function ledger(changes: readonly (Partial<Fact> & { id: string })[] = []): Ledger {
  const facts = new Map<string, Fact>();
  for (const [index, sketch] of sketches.entries()) {
    const at = { file: `${zoneFolder}/facts/all.yaml`, line: index + 1 };
    facts.set(sketch.id, { ...sketch, topic: sketch.id.split('.')[0]!, at });
  }
  for (const change of changes) {
    const base = facts.get(change.id) ?? { ...sketches[0]!, topic: 'other', at: { file: 'x' } };
    facts.set(change.id, { ...base, ...change });
  }
  return {
    zoneId: 'harbour',
    zone: {
      name: labels('Harbour Innovation Zone', '海港创新区', 'Innovationszone Hafen'),
      shortName: labels('Harbour Zone', '海港区', 'Hafenzone'),
      issuer: labels('Harbour Office', '海港办公室', 'Hafenbüro'),
      template: 'briefing',
      languages: ['en', 'zh-CN', 'de'],
      summaries: [['zh-CN', 'en']],
    },
    sources: new Map(
      [
        {
          id: 'daily',
          publisher: 'The Daily',
          title: 'Capital',
          language: 'zh-CN',
          issued: '2026-01-19',
          url: 'https://daily.example/1',
        },
        { id: 'wire', publisher: 'The Wire', title: 'Output', language: 'zh-CN', issued: '2025-12-22' },
      ].map((source) => [source.id, source]),
    ),
    facts,
    editionDate: '2026-01-19',
  };
}

const theme = `
colors:
  paper: "#FFFFFF"
  surface: "#F0F0F0"
  ink: "#111111"
  muted: "#666666"
  line: "#CCCCCC"
  primary: "#003366"
  onPrimary: "#FFFFFF"
  accent: "#CC6600"
  series: ["#003366", "#3A7CA5", "#C98B2B", "#8FA9BA"]
fonts: { latin: Arial, eastAsian: Microsoft YaHei }
`;

export const charts = `
scale:
  type: classes
  title: { en: Clusters by class, zh-CN: 产业量级, de: Cluster nach Klasse }
  unit: { en: Class in RMB, zh-CN: 量级, de: Klasse in RMB }
  facts: [industry.chips, industry.health]
share:
  type: share
  title: { en: Share of output, zh-CN: 产值占比, de: Anteil }
  unit: { en: "%", zh-CN: "%", de: "%" }
  part: industry.share
  rest: { en: Rest of the city, zh-CN: 其他, de: Übrige Stadt }
structure:
  type: parts
  title: { en: Fund capital, zh-CN: 基金构成, de: Fondskapital }
  unit: { en: RMB, zh-CN: 人民币, de: RMB }
  parts: [funds.paid-in, funds.uncalled]
  whole: funds.committed
  centre: funds.ratio
growth:
  type: bars
  title: { en: Growth, zh-CN: 增速, de: Wachstum }
  unit: { en: "%", zh-CN: "%", de: "%" }
  note: { en: Different bases, zh-CN: 口径不同, de: Verschiedene Basis }
  facts: [industry.growth, talent.growth]
`;

/** Front matter and a first slide, so that a test writes only what it is about. */
export const opening = '---\ntitle: Briefing\n---\n';
export const slide = `${opening}::slide{#one}\n# Headline\n\n`;
/** Lines of `slide`. */
export const slideLines = 6;

/** A world with one template; `files` are relative to its folder, or absolute. */
export function world(files: Readonly<Record<string, string | Uint8Array>>): MemoryWorld {
  const content: Record<string, string | Uint8Array> = {
    [`${templateFolder}/theme.yaml`]: theme,
    [`${templateFolder}/charts.yaml`]: charts,
    [`${zoneFolder}/zone.yaml`]: '',
  };
  for (const [name, text] of Object.entries(files)) {
    content[name.startsWith('/') ? name : `${templateFolder}/${name}`] = text;
  }
  return memoryWorld(content);
}

export interface Composed {
  readonly document: Document | undefined;
  /** Of loading and composing. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function composeFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: { kind?: Document['kind']; language?: string; ledger?: Ledger } = {},
): Promise<Composed> {
  const { kind = 'deck', language = 'en' } = options;
  const made = world(files);
  const loaded = await loadTemplate(made, templateFolder);
  const composed = await compose(made, loaded.template!, options.ledger ?? ledger(), kind, language);
  return {
    document: composed.document,
    diagnostics: [...loaded.diagnostics, ...composed.diagnostics],
  };
}

/** A deck with one slide holding this Markdown. */
export async function composeSlide(
  markdown: string,
  options: Parameters<typeof composeFiles>[1] & {
    files?: Readonly<Record<string, string | Uint8Array>>;
  } = {},
): Promise<Composed & { blocks: readonly Block[] }> {
  const name = `deck.${options.language ?? 'en'}.md.hbs`;
  const composed = await composeFiles({ ...options.files, [name]: slide + markdown }, options);
  return { ...composed, blocks: composed.document?.sections[0]?.blocks ?? [] };
}

/** The inlines of a slide that is one paragraph; fails where there were findings. */
export async function composeInlines(
  markdown: string,
  options: Parameters<typeof composeSlide>[1] = {},
): Promise<readonly Inline[]> {
  const { blocks, diagnostics } = await composeSlide(markdown, options);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, undefined, 1));
  const [block] = blocks;
  return block?.kind === 'paragraph' ? block.content : [];
}

/** "code line:column", or "code line" with `places: 'lines'`. */
export function summary(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);
}

export function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => code);
}
