/** What stands behind the figures of the fixtures: made by hand, after two published texts. */
import type { Citation, SourceEntry } from '../../src/document/document.js';

export type FixtureLanguage = 'zh-CN' | 'en' | 'de';
type Three = Readonly<Record<FixtureLanguage, string>>;

interface FixtureFact {
  readonly label: Three;
  readonly text: Three;
  readonly stated: string;
  readonly source: 'news' | 'wire';
  readonly place: readonly [section: number, paragraph: number];
  readonly derivation?: Three;
  readonly parts?: readonly string[];
  readonly time?: Three;
}

const three = (zh: string, en: string, de: string): Three => ({ 'zh-CN': zh, en, de });

export const facts: Readonly<Record<string, FixtureFact>> = {
  'circuits.share': {
    label: three(
      '集成电路产值占全市比重',
      "Share of Chongqing's circuit output",
      'Anteil an der Schaltkreisproduktion Chongqings',
    ),
    text: three('42.5%', '42.5%', '42,5\u00A0%'),
    stated: '42.5%',
    source: 'news',
    place: [1, 2],
    time: three('2024年', '2024', '2024'),
  },
  'circuits.growth': {
    label: three(
      '集成电路工业投资增速',
      'Growth of industrial investment in circuits',
      'Wachstum der Industrieinvestitionen in Schaltkreise',
    ),
    text: three('78.6%', '78.6%', '78,6\u00A0%'),
    stated: '78.6%',
    source: 'news',
    place: [1, 2],
    time: three('2024年', '2024', '2024'),
  },
  'circuits.companies': {
    label: three('产业链重点企业', 'Key companies along the chain', 'Wichtige Unternehmen der Kette'),
    text: three('50余家企业', 'more than 50 companies', 'mehr als 50 Unternehmen'),
    stated: '50余家',
    source: 'news',
    place: [1, 2],
  },
  'platforms.research': {
    label: three(
      '市级以上研发平台',
      'R&D platforms at municipal level or above',
      'F&E-Plattformen auf Stadtebene oder höher',
    ),
    text: three('383个研发平台', '383 R&D platforms', '383 F&E-Plattformen'),
    stated: '383个',
    source: 'news',
    place: [1, 3],
  },
  'clusters.it': {
    label: three(
      '新一代信息技术',
      'Next-generation information technology',
      'Informationstechnik der nächsten Generation',
    ),
    text: three('千亿级', 'RMB 100 billion class', '100-Milliarden-RMB-Klasse'),
    stated: '千亿级',
    source: 'news',
    place: [1, 4],
  },
  'clusters.manufacturing': {
    label: three('先进制造', 'Advanced manufacturing', 'Hochwertige Fertigung'),
    text: three('五百亿级', 'RMB 50 billion class', '50-Milliarden-RMB-Klasse'),
    stated: '五百亿级',
    source: 'news',
    place: [1, 4],
  },
  'clusters.health': {
    label: three('大健康', 'Health', 'Gesundheit'),
    text: three('百亿级', 'RMB 10 billion class', '10-Milliarden-RMB-Klasse'),
    stated: '百亿级',
    source: 'news',
    place: [1, 4],
  },
  'biobank.participants': {
    label: three('生物资源库样本采集人群', 'Participants of the biobank', 'Teilnehmende der Biobank'),
    text: three('近17万人', 'nearly 170,000 people', 'knapp 170.000 Menschen'),
    stated: '近17万人',
    source: 'news',
    place: [3, 2],
  },
  'laboratory.teams': {
    label: three('金凤实验室科研团队', 'Teams at Jinfeng Laboratory', 'Teams im Jinfeng-Labor'),
    text: three('19个科研团队', '19 research teams', '19 Forschungsteams'),
    stated: '19个',
    source: 'news',
    place: [3, 3],
  },
  'laboratory.researchers': {
    label: three('金凤实验室科研人员', 'Researchers at Jinfeng Laboratory', 'Forschende im Jinfeng-Labor'),
    text: three('近200人', 'nearly 200 researchers', 'knapp 200 Forschende'),
    stated: '近200人',
    source: 'news',
    place: [3, 3],
  },
  'cooperation.projects': {
    label: three(
      '校地院地合作项目',
      'Projects with universities and institutes',
      'Projekte mit Hochschulen und Instituten',
    ),
    text: three('44个合作项目', '44 cooperation projects', '44 Kooperationsprojekte'),
    stated: '44个',
    source: 'news',
    place: [3, 4],
  },
  'institutes.in-use': {
    label: three('投用科研院所平台', 'Research institutes in use', 'Forschungsinstitute in Betrieb'),
    text: three('31个平台', '31 institutes', '31 Institute'),
    stated: '31个',
    source: 'news',
    place: [3, 4],
  },
  'finance.banks': {
    label: three('合作银行机构', 'Partner banks', 'Partnerbanken'),
    text: three('15家银行', '15 banks', '15 Banken'),
    stated: '15家',
    source: 'news',
    place: [4, 2],
  },
  'funds.number': {
    label: three('基金数量', 'Number of funds', 'Zahl der Fonds'),
    text: three('24只基金', '24 funds', '24 Fonds'),
    stated: '24只',
    source: 'news',
    place: [4, 3],
  },
  'funds.committed': {
    label: three('总认缴规模', 'Committed capital', 'Zugesagtes Kapital'),
    text: three('286.6亿元', 'RMB 28.66 billion', '28,66 Milliarden RMB'),
    stated: '286.6亿元',
    source: 'news',
    place: [4, 3],
  },
  'funds.paid-in': {
    label: three('实缴资金', 'Paid-in capital', 'Eingezahltes Kapital'),
    text: three('188.3亿元', 'RMB 18.83 billion', '18,83 Milliarden RMB'),
    stated: '188.3亿元',
    source: 'news',
    place: [4, 3],
  },
  'funds.uncalled': {
    label: three('未缴资金', 'Uncalled capital', 'Nicht abgerufenes Kapital'),
    text: three('98.3亿元', 'RMB 9.83 billion', '9,83 Milliarden RMB'),
    stated: '',
    source: 'news',
    place: [4, 3],
    derivation: three(
      '总认缴规模 − 实缴资金',
      'committed capital − paid-in capital',
      'zugesagtes Kapital − eingezahltes Kapital',
    ),
    parts: ['funds.committed', 'funds.paid-in'],
  },
  'funds.paid-in-ratio': {
    label: three('实缴比例', 'Paid-in ratio', 'Einzahlungsquote'),
    text: three('65.7%', '65.7%', '65,7\u00A0%'),
    stated: '',
    source: 'news',
    place: [4, 3],
    derivation: three(
      '实缴资金 ÷ 总认缴规模',
      'paid-in capital ÷ committed capital',
      'eingezahltes Kapital ÷ zugesagtes Kapital',
    ),
    parts: ['funds.paid-in', 'funds.committed'],
  },
  'talent.growth': {
    label: three(
      '人才总量年均增速',
      'Average annual growth of the talent pool',
      'Mittleres jährliches Wachstum des Talentpools',
    ),
    text: three('超15%', 'more than 15%', 'mehr als 15\u00A0%'),
    stated: 'mehr als 15 %',
    source: 'wire',
    place: [0, 5],
  },
};

const sourceTexts = {
  news: {
    publisher: '投资界',
    title: '西部「重庆」科学城：「人才」+「资本」聚势赋能，打造电子信息产业新高地',
    language: 'zh-CN',
  },
  wire: {
    publisher: 'GLOBE NEWSWIRE',
    title:
      'Hightech-Industrieentwicklungszone Chongqing: Tech-Finanzierung für die Städte Chongqing und Chengdu',
    language: 'de',
  },
} as const;

const issued = {
  news: three('2026年1月19日', '19 January 2026', '19. Januar 2026'),
  wire: three('2025年12月22日', '22 December 2025', '22. Dezember 2025'),
};

export function sourcesIn(language: FixtureLanguage): SourceEntry[] {
  return (['news', 'wire'] as const).map((id, index) => ({
    id,
    number: index + 1,
    ...sourceTexts[id],
    issued: issued[id][language],
    ...(id === 'wire' ? { url: 'https://www.globenewswire.com/' } : {}),
  }));
}

export function citationsIn(language: FixtureLanguage): Map<string, Citation> {
  const locator = ([section, paragraph]: readonly [number, number]): string =>
    section === 0
      ? three(`第${paragraph}段`, `paragraph ${paragraph}`, `Absatz ${paragraph}`)[language]
      : three(
          `第0${section}节第${paragraph}段`,
          `section 0${section}, paragraph ${paragraph}`,
          `Abschnitt 0${section}, Absatz ${paragraph}`,
        )[language];
  return new Map(
    Object.entries(facts).map(([fact, { label, text, stated, source, place, derivation, parts, time }]) => [
      fact,
      {
        fact,
        kind: 'quantity' as const,
        label: label[language],
        text: text[language],
        statements: derivation
          ? []
          : [{ stated, language: sourceTexts[source].language, source, locator: locator(place) }],
        ...(time ? { time: time[language] } : {}),
        ...(derivation && parts ? { derivation: derivation[language], parts } : {}),
      },
    ]),
  );
}
