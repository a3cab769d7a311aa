/** Chart specs as composition writes them, in three languages: the contents of a real briefing, and nasty ones. */
import type { ChartSpec, Datum } from '../../src/document/chart.js';
import type { Theme } from '../../src/document/theme.js';
import type { Qualifier } from '../../src/facts/schema.js';

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

export const languages = ['en', 'zh-CN', 'de'] as const;
export type SampleLanguage = (typeof languages)[number];
type Texts = readonly [en: string, zh: string, de: string];

const frames = {
  en: { source: 'Source: PEdaily, 19 January 2026', asOf: 'As of 19 January 2026' },
  'zh-CN': { source: '来源：投资界，2026年1月19日', asOf: '截至2026年1月19日' },
  de: { source: 'Quelle: PEdaily, 19. Januar 2026', asOf: 'Stand: 19. Januar 2026' },
};

/** The sample charts in one language, by id. */
export function samples(language: SampleLanguage): Record<string, ChartSpec> {
  const say = (texts: Texts): string => texts[languages.indexOf(language)] as string;
  const base = (id: string, title: Texts, unit: Texts, note?: Texts) => ({
    id,
    language,
    title: say(title),
    unit: say(unit),
    ...(note ? { note: say(note) } : {}),
    ...frames[language],
    alt: say(title),
  });
  const datum = (
    fact: string,
    label: Texts,
    value: number,
    text: Texts,
    qualifier: Qualifier = 'exact',
  ): Datum => ({
    fact,
    label: say(label),
    value,
    text: say(text),
    qualifier,
  });
  const steps: readonly Texts[] = [
    ['RMB 10bn class', '百亿级', '10-Mrd.-RMB-Klasse'],
    ['RMB 50bn class', '五百亿级', '50-Mrd.-RMB-Klasse'],
    ['RMB 100bn class', '千亿级', '100-Mrd.-RMB-Klasse'],
  ];
  const tier = (fact: string, label: Texts, step: number, value: number) => ({
    ...datum(fact, label, value, steps[step] as Texts, 'tier'),
    step,
  });
  return {
    'industry-scale': {
      ...base(
        'industry-scale',
        ['Industry clusters by scale class', '产业集群量级', 'Industriecluster nach Größenklasse'],
        ['Scale class in RMB', '量级（人民币）', 'Größenklasse in RMB'],
        ['Class, not measured output', '量级分类，非实际产值', 'Klasse, kein gemessener Produktionswert'],
      ),
      type: 'classes',
      steps: steps.map(say),
      items: [
        tier(
          'clusters.it',
          [
            'Next-generation information technology',
            '新一代信息技术',
            'Informationstechnik der nächsten Generation',
          ],
          2,
          1e11,
        ),
        tier(
          'clusters.manufacturing',
          ['Advanced manufacturing', '先进制造', 'Hochwertige Fertigung'],
          1,
          5e10,
        ),
        tier('clusters.health', ['Health', '大健康', 'Gesundheitswirtschaft'], 0, 1e10),
        tier(
          'clusters.services',
          ['High-tech services', '高技术服务', 'Hochtechnologie-Dienstleistungen'],
          0,
          1e10,
        ),
      ],
    },
    'circuit-share': {
      ...base(
        'circuit-share',
        [
          "The zone's share of Chongqing's circuit output",
          '高新区集成电路产值占全市比重',
          'Anteil der Zone an der Schaltkreisproduktion Chongqings',
        ],
        [
          '% of output, industrial enterprises above the size threshold',
          '占比（%），规模以上工业企业产值',
          '% des Produktionswerts, Industriebetriebe über der Größenschwelle',
        ],
      ),
      type: 'share',
      part: datum(
        'circuits.share',
        ['Chongqing High-tech Zone', '重庆高新区', 'Hightech-Zone Chongqing'],
        42.5,
        ['42.5%', '42.5%', '42,5\u00a0%'],
      ),
      restLabel: say(['Rest of Chongqing', '全市其他区域', 'Übriges Chongqing']),
    },
    'fund-structure': {
      ...base(
        'fund-structure',
        ['Committed fund capital', '基金认缴资金构成', 'Zugesagtes Fondskapital'],
        ['RMB', '人民币', 'RMB'],
      ),
      type: 'parts',
      parts: [
        datum('funds.paid-in', ['Paid in', '实缴', 'Eingezahlt'], 18.83, [
          'RMB 18.83bn',
          '188.3亿元',
          '18,83 Mrd. RMB',
        ]),
        datum('funds.uncalled', ['Not yet called', '未实缴', 'Noch nicht abgerufen'], 9.83, [
          'RMB 9.83bn',
          '98.3亿元',
          '9,83 Mrd. RMB',
        ]),
      ],
      whole: datum('funds.committed', ['Committed in total', '认缴总额', 'Insgesamt zugesagt'], 28.66, [
        'RMB 28.66bn',
        '286.6亿元',
        '28,66 Mrd. RMB',
      ]),
      centre: datum('funds.paid-in-ratio', ['Paid-in ratio', '实缴比例', 'Einzahlungsquote'], 65.7, [
        '65.7%',
        '65.7%',
        '65,7\u00a0%',
      ]),
    },
    'innovation-base': {
      ...base(
        'innovation-base',
        ['Research base in numbers', '科创平台数量', 'Die Forschungsbasis in Zahlen'],
        ['Number', '数量（个）', 'Anzahl'],
      ),
      type: 'bars',
      items: [
        datum('a', ['R&D platforms', '市级以上研发平台', 'F&E-Plattformen'], 383, ['383', '383', '383']),
        datum('b', ['Cooperation projects', '校地院地合作项目', 'Kooperationsprojekte'], 44, [
          '44',
          '44',
          '44',
        ]),
        datum('c', ['Research institutes in use', '投用科研院所平台', 'Forschungsinstitute in Betrieb'], 31, [
          '31',
          '31',
          '31',
        ]),
        datum('d', ['Teams at Jinfeng Laboratory', '金凤实验室科研团队', 'Teams im Jinfeng-Labor'], 19, [
          '19',
          '19',
          '19',
        ]),
      ],
    },
    'growth-rates': {
      ...base(
        'growth-rates',
        ['Growth in investment and talent', '投资与人才增速', 'Wachstum bei Investitionen und Talenten'],
        ['%', '%', '%'],
        [
          'Different bases: year on year, and average a year',
          '口径不同：分别为同比增速与年均增速',
          'Verschiedene Basis: Vorjahresvergleich und Jahresdurchschnitt',
        ],
      ),
      type: 'bars',
      items: [
        datum(
          'circuits.growth',
          [
            'Industrial investment in circuits, year on year',
            '集成电路工业投资（同比）',
            'Industrieinvestitionen in Schaltkreise, zum Vorjahr',
          ],
          78.6,
          ['78.6%', '78.6%', '78,6\u00a0%'],
        ),
        datum(
          'talent.growth',
          ['Talent pool, average a year', '人才总量（年均）', 'Talentpool, im Jahresdurchschnitt'],
          15,
          ['more than 15%', '超过15%', 'mehr als 15\u00a0%'],
          'more-than',
        ),
      ],
    },
    hedges: {
      ...base(
        'hedges',
        ['Every way a figure may be hedged', '各类约数的画法', 'Jede Art, eine Zahl einzuschränken'],
        ['Thousand people', '千人', 'Tausend Menschen'],
      ),
      type: 'bars',
      items: [
        datum('h.exact', ['Exact', '准确', 'Genau'], 80, ['80', '80', '80']),
        datum(
          'h.more',
          ['More than', '超过', 'Mehr als'],
          70,
          ['more than 70', '超过70', 'mehr als 70'],
          'more-than',
        ),
        datum('h.nearly', ['Nearly', '接近', 'Knapp'], 60, ['nearly 60', '近60', 'knapp 60'], 'nearly'),
        datum('h.about', ['About', '大约', 'Rund'], 50, ['about 50', '约50', 'rund 50'], 'about'),
        datum(
          'h.most',
          ['At most', '至多', 'Höchstens'],
          40,
          ['at most 40', '不超过40', 'höchstens 40'],
          'at-most',
        ),
        {
          ...datum('h.range', ['Range', '区间', 'Spanne'], 30, ['30 to 45', '30至45', '30 bis 45'], 'range'),
          max: 45,
        },
      ],
    },
  };
}
