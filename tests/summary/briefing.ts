/** The whole summary of the fixtures: seven sections with every kind of block, in three languages. */
import type { Document } from '../../src/document/document.js';
import { type FixtureLanguage, facts } from './fixture-facts.js';
import { documentOf, inlines, writer } from './fixtures.js';

interface Texts {
  readonly title: string;
  readonly subtitle: string;
  readonly zone: string;
  readonly issuer: string;
  readonly sections: readonly string[];
  readonly overview: readonly string[];
  readonly tiles: readonly string[];
  readonly head: readonly [string, string, string];
  readonly latest: string;
  readonly circuits: readonly string[];
  readonly scale: readonly string[];
  readonly innovation: readonly string[];
  readonly columns: readonly (readonly [string, string])[];
  readonly capital: readonly string[];
  readonly steps: readonly (readonly [string, string])[];
  readonly measures: readonly string[];
  readonly limits: readonly string[];
  readonly charts: readonly string[];
}

const texts: Readonly<Record<FixtureLanguage, Texts>> = {
  'zh-CN': {
    title: '重庆高新区：投资者摘要',
    subtitle: '产业规模与基金结构',
    zone: '重庆高新技术产业开发区',
    issuer: '重庆高新区招商投资部门',
    sections: [
      '芯片产业集群，覆盖各阶段的资本支持',
      '关键数据',
      '集成电路撑起园区工业',
      '新一代信息技术规模居首',
      '科研设施为产业供给技术',
      '资金已认缴，多数已到位',
      '资料来源',
    ],
    overview: [
      '重庆高新区的集成电路产值占全市{circuits.share}，相关工业投资较上年增长{circuits.growth}。{platforms.research}提供技术来源，{funds.number}以{funds.committed}的认缴规模提供资金。',
      '本摘要整理自两篇公开报道。每个数字的原文表述、来源与位置见脚注；报道未说明之处，文末一并列出。',
    ],
    tiles: ['集成电路产值占全市', '市级以上研发平台', '基金总认缴规模', '人才总量年均增长'],
    head: ['指标', '数值', '时间'],
    latest: '截至2026年1月19日',
    circuits: [
      '从设计、制造到封装测试，完整链条都在园区之内。链上聚集{circuits.companies}，其中既有存储器厂商，也有功率器件与特种芯片企业。国家级双创基地为初创团队提供工艺与测试支持，_智能终端_则在此之外另成一条特色产业链。',
      '新增投资仍集中于这条产业链，说明已落户的企业正在扩产，而不只是在登记。',
    ],
    scale: [
      '{clusters.it}的新一代信息技术居首，先进制造为{clusters.manufacturing}，大健康与高技术服务同属{clusters.health}。',
      '量级只表示数量的等级，并非产值，也不能相加。',
    ],
    innovation: [
      '金凤实验室有{laboratory.teams}、{laboratory.researchers}。园区与高校院所滚动实施{cooperation.projects}，已投用{institutes.in-use}。',
      '大型设施中，自然人群生物资源库已招募{biobank.participants}参与采样，[十四五]期间的备选项目也在推进。',
    ],
    columns: [
      ['重大设施', '超瞬态实验装置进入国家备选项目，种质创制中心支撑育种创新。'],
      ['开放服务', '金凤未来科创园面向各类主体提供检验检测、孵化、知识产权与融资服务。'],
    ],
    capital: [
      '{funds.number}合计认缴{funds.committed}，其中{funds.paid-in}已经到位，实缴比例{funds.paid-in-ratio}；尚有{funds.uncalled}可供缴付。各类基金之间如何划分，报道没有说明。',
      '人才总量年均增长{talent.growth}，人才政策贯穿引进、培养与激励。',
    ],
    steps: [
      ['种子基金', '支持尚未成立公司的科研成果'],
      ['天使基金', '先投入研发，后取得股权'],
      ['产业发展基金', '支持扩产与落地'],
      ['并购基金', '整合产业链上下游'],
    ],
    measures: [
      '一站式金融服务平台与{finance.banks}合作。',
      '天使基金承担早期研发风险。',
      '联盟分支机构在园区揭牌，试点计划同时启动。',
    ],
    limits: ['量级不等于产值，各集群的产值未公布。', '各增速口径不同：投资为同比，人才为年均。'],
    charts: ['高新区集成电路产值占全市比重', '产业集群量级', '科创平台数量', '基金认缴资金构成'],
  },
  en: {
    title: 'Chongqing High-tech Zone: summary for investors',
    subtitle: 'Industry scale and fund structure',
    zone: 'Chongqing High-tech Industrial Development Zone',
    issuer: 'Investment Office, Chongqing High-tech Zone',
    sections: [
      'A chip cluster with capital for every stage',
      'Key figures',
      "Integrated circuits carry the zone's industry",
      'Information technology is the largest cluster',
      'Research facilities feed the industry',
      'Capital is committed, and most of it is paid in',
      'Sources',
    ],
    overview: [
      "The zone makes {circuits.share} of Chongqing's integrated-circuit output and saw industrial investment in circuits rise by {circuits.growth}. Its {platforms.research} supply the research; {funds.number} with commitments of {funds.committed} supply the capital.",
      'This summary restates two published texts. Footnotes give the wording of each figure, its source and its place; what the texts leave open is said at the end.',
    ],
    tiles: [
      "of Chongqing's circuit output",
      'at municipal level or above',
      'committed to funds',
      'average annual growth of talent',
    ],
    head: ['Indicator', 'Figure', 'Time'],
    latest: 'as of 19 January 2026',
    circuits: [
      'The whole chain is on site, from design and manufacturing to packaging and testing. It counts {circuits.companies}, makers of memory among them as well as makers of power devices and special chips. A national base for start-ups gives young teams access to processes and testing, and _smart terminals_ form a further specialised chain.',
      'New investment still goes into this chain: the companies that came are expanding, not merely registering.',
    ],
    scale: [
      'Next-generation information technology is put in the {clusters.it}, advanced manufacturing in the {clusters.manufacturing}; health and high-tech services share the {clusters.health}.',
      'A class states an order of magnitude, not an output, and classes cannot be added.',
    ],
    innovation: [
      'Jinfeng Laboratory houses {laboratory.teams} and {laboratory.researchers}. The zone runs {cooperation.projects} with universities and has {institutes.in-use} in use.',
      'Among the large facilities, the biobank has recruited {biobank.participants} for sampling, and a candidate project of the [14th] Five-Year Plan is under way.',
    ],
    columns: [
      [
        'Large facilities',
        'The ultra-transient facility is a national candidate project; the germplasm centre supports breeding.',
      ],
      [
        'Open services',
        'Jinfeng Future Park offers testing, incubation, intellectual property and finance to innovators of every kind.',
      ],
    ],
    capital: [
      'Of {funds.committed} committed to {funds.number}, {funds.paid-in} or {funds.paid-in-ratio} has been paid in, and {funds.uncalled} can still be called. How the capital divides among the kinds of fund is not published.',
      'The talent pool grows by {talent.growth} a year on average, and policy covers attracting, training and rewarding people.',
    ],
    steps: [
      ['Seed funds', 'Back results that are not yet a company'],
      ['Angel funds', 'Invest in research first, take equity later'],
      ['Industry funds', 'Pay for expansion and settlement'],
      ['M&A funds', 'Bring the links of the chain together'],
    ],
    measures: [
      'The one-stop finance platform works with {finance.banks}.',
      'Angel funds carry the risk of early research.',
      'A branch of the finance alliance opened in the zone, and a pilot programme was launched.',
    ],
    limits: [
      "Scale classes are not output; no cluster's output is published.",
      'Growth rates rest on different bases: year on year for investment, an annual average for talent.',
    ],
    charts: [
      "The zone's share of Chongqing's circuit output",
      'Industry clusters by scale class',
      'Research base in numbers',
      'Committed fund capital',
    ],
  },
  de: {
    title: 'Hightech-Zone Chongqing: Zusammenfassung für Investoren',
    subtitle: 'Industriegröße und Fondsstruktur',
    zone: 'Hightech-Industrieentwicklungszone Chongqing',
    issuer: 'Investitionsbüro der Hightech-Zone Chongqing',
    sections: [
      'Ein Chipcluster mit Kapital für jede Phase',
      'Kennzahlen',
      'Integrierte Schaltkreise tragen die Industrie der Zone',
      'Die Informationstechnik ist der größte Cluster',
      'Forschungseinrichtungen versorgen die Industrie',
      'Das Kapital ist zugesagt und größtenteils eingezahlt',
      'Quellen',
    ],
    overview: [
      'Die Zone erwirtschaftet {circuits.share} der Schaltkreisproduktion Chongqings; die Industrieinvestitionen in Schaltkreise stiegen um {circuits.growth}. {platforms.research} liefern die Forschung, {funds.number} mit Zusagen von {funds.committed} das Kapital.',
      'Diese Zusammenfassung gibt zwei veröffentlichte Texte wieder. Fußnoten nennen den Wortlaut jeder Zahl, ihre Quelle und Fundstelle; was die Texte offenlassen, steht am Ende.',
    ],
    tiles: [
      'der Schaltkreisproduktion Chongqings',
      'auf Stadtebene oder höher',
      'den Fonds zugesagt',
      'jährliches Wachstum des Talentpools',
    ],
    head: ['Kennzahl', 'Wert', 'Zeit'],
    latest: 'Stand 19. Januar 2026',
    circuits: [
      'Die gesamte Kette ist vor Ort, von Entwurf und Fertigung bis zu Gehäuse und Prüfung. Zu ihr gehören {circuits.companies}, darunter Hersteller von Speichern, Leistungshalbleitern und Spezialchips. Eine staatliche Gründerbasis öffnet jungen Teams Prozesse und Prüftechnik, und _intelligente Endgeräte_ bilden eine weitere Spezialkette.',
      'Neue Investitionen fließen weiterhin in diese Kette: Die angesiedelten Unternehmen bauen aus und sind nicht bloß eingetragen.',
    ],
    scale: [
      'Die Informationstechnik der nächsten Generation zählt zur {clusters.it}, die hochwertige Fertigung zur {clusters.manufacturing}; Gesundheit und Hightech-Dienste teilen sich die {clusters.health}.',
      'Eine Klasse nennt eine Größenordnung, keinen Produktionswert; Klassen lassen sich nicht addieren.',
    ],
    innovation: [
      'Das Jinfeng-Labor beherbergt {laboratory.teams} und {laboratory.researchers}. Die Zone führt {cooperation.projects} mit Hochschulen durch und hat {institutes.in-use} in Betrieb.',
      'Unter den Großanlagen hat die Biobank {biobank.participants} für Proben gewonnen, und ein Kandidatenprojekt des [14.] Fünfjahresplans kommt voran.',
    ],
    columns: [
      [
        'Großanlagen',
        'Die Ultrakurzzeitanlage ist staatliches Kandidatenprojekt, das Keimplasmazentrum stützt die Züchtung.',
      ],
      [
        'Offene Dienste',
        'Der Jinfeng-Zukunftspark bietet Prüfung, Gründungshilfe, Schutzrechte und Finanzierung für alle Innovatoren.',
      ],
    ],
    capital: [
      'Von {funds.committed}, die {funds.number} zugesagt sind, wurden {funds.paid-in} oder {funds.paid-in-ratio} eingezahlt; {funds.uncalled} können noch abgerufen werden. Wie sich das Kapital auf die Fondsarten verteilt, ist nicht veröffentlicht.',
      'Der Talentpool wächst im Jahresmittel um {talent.growth}; die Förderung umfasst Gewinnung, Ausbildung und Anreize.',
    ],
    steps: [
      ['Seed-Fonds', 'Fördern Ergebnisse, aus denen noch kein Unternehmen wurde'],
      ['Angel-Fonds', 'Erst Forschung bezahlen, später Anteile erwerben'],
      ['Industriefonds', 'Bezahlen Ausbau und Ansiedlung'],
      ['M&A-Fonds', 'Führen die Glieder der Kette zusammen'],
    ],
    measures: [
      'Die Finanzplattform aus einer Hand arbeitet mit {finance.banks} zusammen.',
      'Angel-Fonds tragen das Risiko der frühen Forschung.',
      'Eine Zweigstelle der Finanzallianz wurde in der Zone eröffnet, ein Pilotprogramm gestartet.',
    ],
    limits: [
      'Größenklassen sind kein Produktionswert; für keinen Cluster ist einer veröffentlicht.',
      'Die Wachstumsraten haben verschiedene Grundlagen: Vorjahresvergleich bei Investitionen, Jahresmittel beim Talentpool.',
    ],
    charts: [
      'Anteil der Zone an der Schaltkreisproduktion Chongqings',
      'Industriecluster nach Größenklasse',
      'Die Forschungsbasis in Zahlen',
      'Zugesagtes Fondskapital',
    ],
  },
};

/** The rows of the table of key figures. */
export const keyFigures: readonly string[] = Object.keys(facts).filter(
  (id) => !['clusters.manufacturing', 'clusters.health', 'finance.banks'].includes(id),
);

export function briefing(language: FixtureLanguage): Document {
  const t = texts[language];
  const w = writer(language);
  const tileFacts = ['circuits.share', 'platforms.research', 'funds.committed', 'talent.growth'];
  const title = (index: number): string => t.sections[index] ?? '';
  const chart = (index: number, id: string, shown: readonly string[]) =>
    w.chart(id, t.charts[index] ?? '', shown);
  const rows = keyFigures.map((id) => [
    facts[id]?.label[language] ?? '',
    `{${id}}`,
    facts[id]?.time?.[language] ?? t.latest,
  ]);
  const sections = [
    w.section('overview', title(0), [
      ...t.overview.map(w.paragraph),
      w.tiles(tileFacts.map((id, index) => [`{${id}}`, t.tiles[index] ?? ''])),
    ]),
    w.section('key-figures', title(1), [w.table(t.head, rows)]),
    w.section('circuits', title(2), [
      chart(0, 'circuit-share', ['circuits.share']),
      ...t.circuits.map(w.paragraph),
    ]),
    w.section('industry-scale', title(3), [
      chart(1, 'industry-scale', ['clusters.it', 'clusters.manufacturing', 'clusters.health']),
      w.paragraph(t.scale[0] ?? ''),
      w.quote(t.scale[1] ?? ''),
    ]),
    w.section('innovation', title(4), [
      ...t.innovation.map(w.paragraph),
      w.columns(t.columns),
      chart(2, 'innovation-base', ['platforms.research', 'cooperation.projects', 'institutes.in-use']),
    ]),
    w.section('capital', title(5), [
      chart(3, 'fund-structure', [
        'funds.paid-in',
        'funds.uncalled',
        'funds.committed',
        'funds.paid-in-ratio',
      ]),
      ...t.capital.map(w.paragraph),
      w.process(t.steps),
      w.heading(
        {
          'zh-CN': '科技金融工具',
          en: 'Instruments of tech finance',
          de: 'Instrumente der Tech-Finanzierung',
        }[language],
      ),
      w.list(t.measures),
      w.heading(
        { 'zh-CN': '数字未能说明之处', en: 'What the figures do not say', de: 'Was die Zahlen nicht sagen' }[
          language
        ],
      ),
      w.list(t.limits, true),
    ]),
    w.section('sources', title(6), [w.sources()]),
  ];
  return documentOf(language, sections, {
    title: inlines(t.title, language),
    subtitle: inlines(t.subtitle, language),
    zoneName: t.zone,
    issuer: t.issuer,
  });
}
