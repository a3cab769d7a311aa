/** The same deck in English, Chinese and German. */
import type { Texts } from './fixtures.js';

export const english: Texts = {
  language: 'en',
  title: 'Chongqing High-tech Zone',
  subtitle: 'Investor briefing: chips, capital and talent in one place',
  zoneName: 'Western (Chongqing) Science City, Chongqing High-tech Zone',
  issuer: 'Investment Promotion Office',
  asOf: 'As of 19 January 2026',
  chartSource: 'Source: PEdaily, 19 January 2026',
  ratio: 'paid-in capital ÷ committed capital',
  locator: (section, paragraph) => `section 0${section}, paragraph ${paragraph}`,
  facts: {
    'circuits.share': ['Share of Chongqing’s integrated-circuit output', '42.5%'],
    'circuits.growth': ['Growth of industrial investment', '78.6%'],
    'circuits.companies': ['Key companies along the chain', 'more than 50'],
    'platforms.research': ['R&D platforms at municipal level or above', '383'],
    'clusters.it': ['Next-generation information technology', 'RMB 100bn class'],
    'clusters.manufacturing': ['Advanced manufacturing', 'RMB 50bn class'],
    'clusters.health': ['Health', 'RMB 10bn class'],
    'clusters.services': ['High-tech services', 'RMB 10bn class'],
    'facilities.biobank': ['People sampled for the biobank', 'nearly 170,000'],
    'laboratory.teams': ['Research teams at Jinfeng Laboratory', '19'],
    'laboratory.researchers': ['Researchers at Jinfeng Laboratory', 'nearly 200'],
    'cooperation.projects': ['Cooperation projects with universities', '44'],
    'cooperation.institutes': ['Research institutes in use', '31'],
    'finance.banks': ['Partner banks', '15'],
    'funds.number': ['Funds', '24'],
    'funds.committed': ['Committed capital', 'RMB 28.66 billion'],
    'funds.paid-in': ['Paid-in capital', 'RMB 18.83 billion'],
    'funds.headline': ['Funds under management', 'nearly RMB 30 billion'],
    'funds.ratio': ['Paid-in ratio', '65.7%'],
    'funds.uncalled': ['Uncalled capital', 'RMB 9.83 billion'],
    'talent.growth': ['Average annual growth of the talent pool', 'more than 15%'],
    'academy.date': ['Signing of the Academy’s China centre', '16 November 2025'],
  },
  sources: [
    ['PEdaily', '西部「重庆」科学城：「人才」+「资本」聚势赋能，打造电子信息产业新高地', '19 January 2026'],
    ['GlobeNewswire', 'Tech-Finanzierung treibt die Hightech-Zone Chongqing voran', '22 December 2025'],
  ],
  chart: {
    share: [
      'The zone’s share of Chongqing’s chip output',
      '% of output, 2024',
      'Ring chart of a share: 42.5% of the city’s integrated-circuit output in 2024.',
      'Rest of Chongqing',
    ],
    tiers: [
      'Industry clusters by scale class',
      'Scale class',
      'Bar chart of scale classes: information technology RMB 100bn class, advanced manufacturing RMB 50bn class, health and high-tech services RMB 10bn class each.',
      'Class, not measured output',
      'RMB 10bn class',
      'RMB 50bn class',
      'RMB 100bn class',
    ],
    funds: [
      'Committed capital: paid in and uncalled',
      'RMB bn',
      'Ring chart of the parts of a whole: of RMB 28.66 billion committed, RMB 18.83 billion paid in and RMB 9.83 billion uncalled; paid-in ratio 65.7%.',
    ],
  },
  slides: [
    { id: 'cover', layout: 'cover', title: 'Where Chongqing’s chips, capital and talent meet', blocks: [] },
    {
      id: 'key-figures',
      layout: 'key-figures',
      title: 'A chip cluster with its own capital and its own research',
      blocks: [
        {
          tiles: [
            '{circuits.share} | of Chongqing’s integrated-circuit output in 2024',
            '{circuits.growth} | growth of industrial investment, year on year',
            '{platforms.research} | R&D platforms at municipal level or above',
            '{funds.committed} | committed by {funds.number} funds',
            '{funds.ratio} | of committed capital already paid in',
            '{talent.growth} | average annual growth of the talent pool',
          ],
        },
      ],
      notes: ['Open with the share: it is the figure that investors remember.'],
    },
    {
      id: 'glance',
      layout: 'text',
      title: 'The zone joins industry, research and finance on one site',
      blocks: [
        'Western China’s science city is building the whole chain of a technology economy, from the laboratory bench to the listed company.',
        {
          list: [
            '*Industry:* four clusters, led by next-generation information technology in the {clusters.it}',
            '*Research:* {platforms.research} R&D platforms and {cooperation.institutes} institutes already in use',
            '*Capital:* {funds.number} funds from seed to buyout, with {funds.committed} committed',
            '*Credit:* {finance.banks} partner banks on a one-stop service platform',
            '*Talent:* policies from recruitment to reward, and a pool growing by {talent.growth} a year',
          ],
        },
      ],
    },
    {
      id: 'circuits',
      layout: 'chart',
      title: 'Integrated circuits: {circuits.share} of Chongqing’s output',
      blocks: [
        { chart: 'share' },
        {
          list: [
            'Industrial investment in the sector rose by {circuits.growth} in 2024, year on year',
            '{circuits.companies} key companies cover design, fabrication, packaging and testing',
            'SK hynix, CR Micro and CETC Chips anchor the chain',
          ],
        },
      ],
    },
    {
      id: 'clusters',
      layout: 'chart',
      title: 'Four clusters, the largest in the {clusters.it}',
      blocks: [
        { chart: 'tiers' },
        {
          list: [
            'Information technology leads; advanced manufacturing follows in the {clusters.manufacturing}',
            'Health and high-tech services have each reached the {clusters.health}',
            'The classes name a scale; no output in yuan is published for a single cluster',
          ],
        },
      ],
    },
    {
      id: 'platforms',
      layout: 'table',
      title: 'Research platforms turn results into products',
      blocks: [
        {
          table: [
            'Platform | Scale | What it does',
            'R&D platforms at municipal level or above | {platforms.research} | Serve companies of every size along the electronics chain',
            'Research institutes in use | {cooperation.institutes} | Among them institutes of Peking University and of the Chinese Academy of Sciences',
            'Cooperation projects with universities | {cooperation.projects} | Run by a dedicated team, with new projects added on a rolling basis',
            'People sampled for the national biobank | {facilities.biobank} | Give medical research a view of a natural population',
          ],
        },
        'The ultra-transient experimental facility is on the reserve list of the national programme for large facilities.',
      ],
    },
    {
      id: 'laboratory',
      layout: 'key-figures',
      title: 'Jinfeng Laboratory: a young house with {laboratory.teams} teams at work',
      blocks: [
        {
          tiles: [
            '{laboratory.teams} | research teams have moved in',
            '{laboratory.researchers} | researchers work there',
          ],
        },
        {
          list: [
            'Built to a high standard as the zone’s flagship in life science and medicine',
            'The zone is also bidding for bases of the Guangzhou and Zhangjiang laboratories',
            'State key laboratories, among them one for power equipment, are being reorganised here',
          ],
        },
      ],
    },
    {
      id: 'funds',
      layout: 'chart',
      title: 'Two thirds of the committed capital is already at work',
      blocks: [
        { chart: 'funds' },
        {
          list: [
            '{funds.number} funds have {funds.committed} committed, of which {funds.paid-in} is paid in',
            '{funds.uncalled} is still to be called: room for new rounds',
            'The headline figure of {funds.headline} rounds the committed capital up',
          ],
        },
      ],
    },
    {
      id: 'chain',
      layout: 'process',
      title: 'One chain of funds follows a company through its whole life',
      blocks: [
        {
          process: [
            'Seed fund | Backs a team and an idea before there is a product',
            'Angel fund | Invests first and takes equity later, carrying early risk',
            'Industry fund | Pays for capacity once the market has answered',
            'M&A fund | Brings companies together and lets investors leave',
          ],
        },
        'Together the {funds.number} funds cover each stage, so that no company has to leave the zone to find its next investor.',
      ],
    },
    {
      id: 'mechanisms',
      layout: 'columns',
      title: 'Three mechanisms bring finance to young technology',
      blocks: [
        {
          columns: [
            [
              'Invest first, equity later',
              'Research is paid for at the start; the claim to equity follows when the result can be valued.',
            ],
            [
              'One-stop platform',
              'Gaoxin Jinfu offers credit against knowledge value, together with {finance.banks} partner banks.',
            ],
            [
              'Venture capital centre',
              'Four centres for exchange, venture services, industry services and digital information, run with Zero2IPO.',
            ],
          ],
        },
      ],
    },
    {
      id: 'talent',
      layout: 'statement',
      title: 'Talent arrives faster than the city grows',
      blocks: [
        'The pool of skilled people has grown by an average of {talent.growth} a year.',
        'Chongqing’s first international service centre for innovation and entrepreneurship stands in the zone, and open laboratories keep those who come.',
      ],
    },
    {
      id: 'international',
      layout: 'columns',
      title: 'Europe and Singapore are linked directly to the zone',
      blocks: [
        {
          columns: [
            [
              'Academia Europaea',
              'Contract for the Academy’s China centre signed on {academy.date}',
              'President Rodrigo Martins spoke at the conference',
              'A bridge for exchange of talent and transfer of technology',
            ],
            [
              'China–Singapore initiative',
              'Cross-border data channels developed jointly',
              'Rules for data flows explored together',
              'A base for joining global value chains',
            ],
          ],
        },
      ],
    },
    {
      id: 'alliance',
      title: 'A finance alliance opened its branch in the zone',
      blocks: [
        'The Chongqing Science and Technology Finance Innovation Alliance now works from the zone.',
        {
          list: [
            'A pilot programme for the integration of innovation has begun',
            'Several cooperation agreements were signed at the opening',
            'Chengdu and Chongqing are to grow together as one region',
          ],
        },
      ],
    },
    { id: 'outlook', title: 'What comes next', blocks: [] },
    {
      id: 'voice',
      title: 'The university sees its work turn into products',
      blocks: [
        {
          quote:
            'Our research finds its first customers a few streets away, and they tell us what to look into next.',
        },
        'A member of the university’s council, at the opening',
      ],
    },
    {
      id: 'milestones',
      title: 'From the first plan to the Academy’s centre',
      blocks: [
        {
          timeline: [
            'Planning | The city sets the site aside for science and industry',
            'Opening | The first institutes move in beside the factories',
            'Funding | {funds.number} funds find their seat in the zone',
            '{academy.date} | The Academy signs for its China centre',
          ],
        },
        'Every step brought in those whom the next one needed.',
      ],
    },
    {
      id: 'pair',
      title: 'Clusters and capital at a glance',
      blocks: [
        { chart: 'tiers' },
        'Information technology leads, in the {clusters.it}.',
        { chart: 'funds' },
        '{funds.ratio} of the commitments are paid in.',
      ],
    },
    {
      id: 'sources',
      layout: 'sources',
      title: 'Sources and evidence',
      blocks: [
        { sources: true },
        'Every figure in this deck is listed in the notes of its slide with the phrase as the source prints it.',
      ],
    },
  ],
};

export const chinese: Texts = {
  language: 'zh-CN',
  title: '重庆高新区',
  subtitle: '投资者简报：芯片、资本与人才汇聚一地',
  zoneName: '西部（重庆）科学城·重庆高新区',
  issuer: '投资促进局',
  asOf: '截至2026年1月19日',
  chartSource: '来源：投资界，2026年1月19日',
  ratio: '实缴资本 ÷ 认缴资本',
  locator: (section, paragraph) => `第0${section}节第${paragraph}段`,
  facts: {
    'circuits.share': ['集成电路产值占全市比重', '42.5%'],
    'circuits.growth': ['工业投资同比增长', '78.6%'],
    'circuits.companies': ['产业链重点企业', '50余家'],
    'platforms.research': ['市级以上研发平台', '383个'],
    'clusters.it': ['新一代信息技术', '千亿级'],
    'clusters.manufacturing': ['先进制造', '五百亿级'],
    'clusters.health': ['大健康', '百亿级'],
    'clusters.services': ['高技术服务', '百亿级'],
    'facilities.biobank': ['生物资源库采样人群', '近17万人'],
    'laboratory.teams': ['金凤实验室科研团队', '19个'],
    'laboratory.researchers': ['金凤实验室科研人员', '近200人'],
    'cooperation.projects': ['校地院地合作项目', '44个'],
    'cooperation.institutes': ['投用研发机构', '31个'],
    'finance.banks': ['合作银行', '15家'],
    'funds.number': ['基金', '24只'],
    'funds.committed': ['认缴资本', '286.6亿元'],
    'funds.paid-in': ['实缴资本', '188.3亿元'],
    'funds.headline': ['基金管理规模', '近300亿元'],
    'funds.ratio': ['实缴比例', '65.7%'],
    'funds.uncalled': ['待缴资本', '98.3亿元'],
    'talent.growth': ['人才年均增速', '超过15%'],
    'academy.date': ['欧洲科学院中国中心签约', '2025年11月16日'],
  },
  sources: [
    ['投资界', '西部「重庆」科学城：「人才」+「资本」聚势赋能，打造电子信息产业新高地', '2026年1月19日'],
    ['GlobeNewswire', 'Tech-Finanzierung treibt die Hightech-Zone Chongqing voran', '2025年12月22日'],
  ],
  chart: {
    share: [
      '全区集成电路产值占全市比重',
      '占产值的百分比，2024年',
      '占比环形图：2024年集成电路产值占全市42.5%。',
      '全市其他',
    ],
    tiers: [
      '产业集群规模级别',
      '规模级别',
      '规模级别柱状图：新一代信息技术千亿级，先进制造五百亿级，大健康、高技术服务各百亿级。',
      '规模级别，非实测产值',
      '百亿级',
      '五百亿级',
      '千亿级',
    ],
    funds: [
      '认缴资本：实缴与待缴',
      '亿元',
      '构成环形图：认缴286.6亿元，其中实缴188.3亿元、待缴98.3亿元，实缴比例65.7%。',
    ],
  },
  slides: [
    { id: 'cover', layout: 'cover', title: '芯片、资本与人才的交汇之地', blocks: [] },
    {
      id: 'key-figures',
      layout: 'key-figures',
      title: '产业、资本与科研自成体系的芯片高地',
      blocks: [
        {
          tiles: [
            '{circuits.share} | 2024年集成电路产值占全市比重',
            '{circuits.growth} | 工业投资同比增长',
            '{platforms.research} | 市级以上研发平台',
            '{funds.committed} | {funds.number}基金的认缴规模',
            '{funds.ratio} | 认缴资本已经实缴到位',
            '{talent.growth} | 人才队伍年均增速',
          ],
        },
      ],
      notes: ['先讲占比：这是投资者最容易记住的数字。'],
    },
    {
      id: 'glance',
      layout: 'text',
      title: '产业、科研与金融同处一城',
      blocks: [
        '从实验室到上市公司，这座西部科学城正在补齐科技经济的每一个环节。',
        {
          list: [
            '*产业：*四大集群，新一代信息技术领先，达到{clusters.it}',
            '*科研：*{platforms.research}研发平台，{cooperation.institutes}研发机构已投入使用',
            '*资本：*{funds.number}基金覆盖种子到并购，认缴{funds.committed}',
            '*信贷：*一站式平台连接{finance.banks}合作银行',
            '*人才：*引才、育才、激励政策贯通，队伍年均增长{talent.growth}',
          ],
        },
      ],
    },
    {
      id: 'circuits',
      layout: 'chart',
      title: '集成电路：产值占全市{circuits.share}',
      blocks: [
        { chart: 'share' },
        {
          list: [
            '2024年工业投资同比增长{circuits.growth}，后劲充足',
            '{circuits.companies}重点企业覆盖设计、制造、封装与测试',
            'SK海力士、华润微电子、中电科芯片是链上龙头',
          ],
        },
      ],
    },
    {
      id: 'clusters',
      layout: 'chart',
      title: '四大集群，最大者已达{clusters.it}',
      blocks: [
        { chart: 'tiers' },
        {
          list: [
            '信息技术居首，先进制造紧随其后，达到{clusters.manufacturing}',
            '大健康与高技术服务均已迈入{clusters.health}',
            '级别只表示规模，单个集群的产值并未公布',
          ],
        },
      ],
    },
    {
      id: 'platforms',
      layout: 'table',
      title: '科研平台让成果变成产品',
      blocks: [
        {
          table: [
            '平台 | 规模 | 作用',
            '市级以上研发平台 | {platforms.research} | 服务电子信息产业链上的各类企业',
            '已投用研发机构 | {cooperation.institutes} | 其中有北京大学和中国科学院的研究院',
            '校地院地合作项目 | {cooperation.projects} | 由专班推进，项目滚动增加',
            '生物资源库采样人群 | {facilities.biobank} | 为医学研究提供自然人群样本',
          ],
        },
        '超瞬态实验装置已列入国家重大科技基础设施备选项目。',
      ],
    },
    {
      id: 'laboratory',
      layout: 'key-figures',
      title: '金凤实验室：{laboratory.teams}团队已在攻关',
      blocks: [
        { tiles: ['{laboratory.teams} | 科研团队入驻', '{laboratory.researchers} | 科研人员在此工作'] },
        {
          list: [
            '按高标准建设，是全区生命健康领域的旗舰',
            '正在争取广州、张江两家实验室在此设立基地',
            '输配电装备等领域的国家重点实验室正在优化重组',
          ],
        },
      ],
    },
    {
      id: 'funds',
      layout: 'chart',
      title: '近三分之二的认缴资本已经到位',
      blocks: [
        { chart: 'funds' },
        {
          list: [
            '{funds.number}基金认缴{funds.committed}，其中实缴{funds.paid-in}',
            '{funds.uncalled}尚待缴付，新一轮投资仍有空间',
            '通常所说的{funds.headline}，是认缴规模的概数',
          ],
        },
      ],
    },
    {
      id: 'chain',
      layout: 'process',
      title: '一条基金链陪伴企业的整个成长过程',
      blocks: [
        {
          process: [
            '种子基金 | 在产品出现之前支持团队与构想',
            '天使基金 | 先投后股，承担早期风险',
            '产业发展基金 | 市场给出回应后投入产能',
            '并购基金 | 推动企业整合，让投资者退出',
          ],
        },
        '{funds.number}基金前后衔接，企业不必离开本区就能找到下一位投资者。',
      ],
    },
    {
      id: 'mechanisms',
      layout: 'columns',
      title: '三项机制把金融带给年轻的科技企业',
      blocks: [
        {
          columns: [
            ['先投后股', '在研发起步时投入资金，待成果可以估值时再转为股权。'],
            ['一站式平台', '“高新金服”推出知识价值信用贷，合作银行已有{finance.banks}。'],
            ['西部创投中心', '与清科创业共建，设交流对接、创投服务、产业服务、数字信息四个中心。'],
          ],
        },
      ],
    },
    {
      id: 'talent',
      layout: 'statement',
      title: '人才比城市增长得更快',
      blocks: [
        '高水平人才队伍年均增长{talent.growth}。',
        '重庆首个国际创新创业服务中心设在区内，开放的实验室让来者愿意留下。',
      ],
    },
    {
      id: 'international',
      layout: 'columns',
      title: '与欧洲、新加坡直接相连',
      blocks: [
        {
          columns: [
            [
              '欧洲科学院',
              '中国中心项目于{academy.date}签约落户',
              '院长罗德里戈·马丁斯到会演讲',
              '成为中欧人才交流与技术转化的桥梁',
            ],
            ['中新互联互通项目', '共同开发跨境数据通道', '共同探索数据流动规则', '为融入全球价值链打下基础'],
          ],
        },
      ],
    },
    {
      id: 'alliance',
      title: '科技金融联盟在区内设立分支',
      blocks: [
        '重庆科技金融创新联盟已在区内开展工作。',
        { list: ['创新融合试点项目已经启动', '多项合作协议在揭牌时签署', '成渝两地将作为一个区域共同成长'] },
      ],
    },
    { id: 'outlook', title: '下一步', blocks: [] },
    {
      id: 'voice',
      title: '高校看到成果走进工厂',
      blocks: [
        { quote: '我们的研究成果在几条街之外就能找到第一批用户，他们又告诉我们下一步该研究什么。' },
        '某高校校务委员，在启用仪式上',
      ],
    },
    {
      id: 'milestones',
      title: '从最初规划到学会中国中心',
      blocks: [
        {
          timeline: [
            '规划 | 全市为科学与产业预留用地',
            '启用 | 首批院所在工厂旁落户',
            '集资 | {funds.number}基金落户高新区',
            '{academy.date} | 学会签约设立中国中心',
          ],
        },
        '每一步都引来了下一步所需的人。',
      ],
    },
    {
      id: 'pair',
      title: '集群与资本一览',
      blocks: [
        { chart: 'tiers' },
        '信息技术居首，达{clusters.it}。',
        { chart: 'funds' },
        '认缴规模中{funds.ratio}已实缴。',
      ],
    },
    {
      id: 'sources',
      layout: 'sources',
      title: '资料来源与依据',
      blocks: [{ sources: true }, '每个数字在原文中的写法，见该页备注。'],
    },
  ],
};

export const german: Texts = {
  language: 'de',
  title: 'Hightech-Zone Chongqing',
  subtitle: 'Investorenbriefing: Chips, Kapital und Talente an einem Ort',
  zoneName: 'Wissenschaftsstadt West (Chongqing), Hightech-Zone Chongqing',
  issuer: 'Amt für Investitionsförderung',
  asOf: 'Stand: 19. Januar 2026',
  chartSource: 'Quelle: PEdaily, 19. Januar 2026',
  ratio: 'eingezahltes Kapital ÷ zugesagtes Kapital',
  locator: (section, paragraph) => `Abschnitt 0${section}, Absatz ${paragraph}`,
  facts: {
    'circuits.share': ['Anteil an der Chipproduktion Chongqings', '42,5 %'],
    'circuits.growth': ['Wachstum der Industrieinvestitionen', '78,6 %'],
    'circuits.companies': ['Leitunternehmen der Kette', 'mehr als 50'],
    'platforms.research': ['F&E-Plattformen ab städtischer Ebene', '383'],
    'clusters.it': ['Informationstechnik der nächsten Generation', '100-Milliarden-Yuan-Klasse'],
    'clusters.manufacturing': ['Moderne Fertigung', '50-Milliarden-Yuan-Klasse'],
    'clusters.health': ['Gesundheit', '10-Milliarden-Yuan-Klasse'],
    'clusters.services': ['Hightech-Dienstleistungen', '10-Milliarden-Yuan-Klasse'],
    'facilities.biobank': ['Probanden der Biobank', 'knapp 170.000'],
    'laboratory.teams': ['Forschungsteams im Jinfeng-Labor', '19'],
    'laboratory.researchers': ['Forschende im Jinfeng-Labor', 'knapp 200'],
    'cooperation.projects': ['Kooperationsprojekte mit Hochschulen', '44'],
    'cooperation.institutes': ['Forschungsinstitute in Betrieb', '31'],
    'finance.banks': ['Partnerbanken', '15'],
    'funds.number': ['Fonds', '24'],
    'funds.committed': ['Zugesagtes Kapital', '28,66 Milliarden Yuan'],
    'funds.paid-in': ['Eingezahltes Kapital', '18,83 Milliarden Yuan'],
    'funds.headline': ['Verwaltetes Fondsvolumen', 'knapp 30 Milliarden Yuan'],
    'funds.ratio': ['Einzahlungsquote', '65,7 %'],
    'funds.uncalled': ['Nicht abgerufenes Kapital', '9,83 Milliarden Yuan'],
    'talent.growth': ['Jährliches Wachstum des Talentpools', 'mehr als 15 %'],
    'academy.date': ['Vertrag über das China-Zentrum der Akademie', '16. November 2025'],
  },
  sources: [
    ['PEdaily', '西部「重庆」科学城：「人才」+「资本」聚势赋能，打造电子信息产业新高地', '19. Januar 2026'],
    ['GlobeNewswire', 'Tech-Finanzierung treibt die Hightech-Zone Chongqing voran', '22. Dezember 2025'],
  ],
  chart: {
    share: [
      'Anteil der Zone an der Chipproduktion Chongqings',
      '% der Produktion, 2024',
      'Ringdiagramm eines Anteils: 42,5 % der Chipproduktion der Stadt im Jahr 2024.',
      'Übriges Chongqing',
    ],
    tiers: [
      'Industriecluster nach Größenklasse',
      'Größenklasse',
      'Balkendiagramm nach Größenklassen: Informationstechnik 100-Milliarden-Yuan-Klasse, moderne Fertigung 50-Milliarden-Yuan-Klasse, Gesundheit und Hightech-Dienstleistungen je 10-Milliarden-Yuan-Klasse.',
      'Größenklasse, kein Messwert',
      '10 Mrd. Yuan',
      '50 Mrd. Yuan',
      '100 Mrd. Yuan',
    ],
    funds: [
      'Zugesagtes Kapital: eingezahlt und offen',
      'Mrd. Yuan',
      'Ringdiagramm der Teile eines Ganzen: von 28,66 Milliarden Yuan sind 18,83 Milliarden eingezahlt und 9,83 Milliarden offen; Einzahlungsquote 65,7 %.',
    ],
  },
  slides: [
    { id: 'cover', layout: 'cover', title: 'Wo Chips, Kapital und Talente zusammenkommen', blocks: [] },
    {
      id: 'key-figures',
      layout: 'key-figures',
      title: 'Ein Chipstandort mit eigenem Kapital und eigener Forschung',
      blocks: [
        {
          tiles: [
            '{circuits.share} | der Chipproduktion Chongqings im Jahr 2024',
            '{circuits.growth} | mehr Industrieinvestitionen als im Vorjahr',
            '{platforms.research} | F&E-Plattformen ab städtischer Ebene',
            '28,66 Mrd. Yuan | zugesagt in {funds.number} Fonds',
            '{funds.ratio} | des zugesagten Kapitals sind bereits eingezahlt',
            '>15 % | durchschnittliches jährliches Wachstum des Talentpools',
          ],
        },
      ],
      notes: ['Mit dem Anteil beginnen: Diese Zahl bleibt in Erinnerung.'],
    },
    {
      id: 'glance',
      layout: 'text',
      title: 'Die Zone vereint Industrie, Forschung und Finanzierung an einem Ort',
      blocks: [
        'Die Wissenschaftsstadt in Westchina baut die gesamte Kette einer Technologiewirtschaft auf: von der Laborbank bis zum börsennotierten Unternehmen.',
        {
          list: [
            '*Industrie:* vier Cluster, angeführt von der Informationstechnik in der {clusters.it}',
            '*Forschung:* {platforms.research} F&E-Plattformen, {cooperation.institutes} Institute sind bereits in Betrieb',
            '*Kapital:* {funds.number} Fonds von der Gründung bis zur Übernahme, {funds.committed} zugesagt',
            '*Kredit:* {finance.banks} Partnerbanken auf einer gemeinsamen Plattform',
            '*Talente:* Förderung von der Anwerbung bis zur Prämie; der Pool wächst um {talent.growth} im Jahr',
          ],
        },
      ],
    },
    {
      id: 'circuits',
      layout: 'chart',
      title: 'Integrierte Schaltkreise: {circuits.share} der Produktion Chongqings',
      blocks: [
        { chart: 'share' },
        {
          list: [
            'Die Industrieinvestitionen stiegen 2024 um {circuits.growth} gegenüber dem Vorjahr',
            '{circuits.companies} Leitunternehmen decken Entwurf, Fertigung, Gehäusetechnik und Prüfung ab',
            'SK hynix, CR Micro und CETC Chips sind die Anker der Kette',
          ],
        },
      ],
    },
    {
      id: 'clusters',
      layout: 'chart',
      title: 'Vier Cluster, der größte in der {clusters.it}',
      blocks: [
        { chart: 'tiers' },
        {
          list: [
            'Die Informationstechnik führt, die moderne Fertigung folgt in der {clusters.manufacturing}',
            'Gesundheit und Hightech-Dienstleistungen erreichen je die {clusters.health}',
            'Die Klassen nennen eine Größenordnung; Produktionswerte einzelner Cluster sind nicht veröffentlicht',
          ],
        },
      ],
    },
    {
      id: 'platforms',
      layout: 'table',
      title: 'Forschungsplattformen machen aus Ergebnissen Produkte',
      blocks: [
        {
          table: [
            'Plattform | Umfang | Aufgabe',
            'F&E-Plattformen ab städtischer Ebene | {platforms.research} | Dienen Unternehmen jeder Größe in der Elektronikkette',
            'Forschungsinstitute in Betrieb | {cooperation.institutes} | Darunter Institute der Universität Peking und der Chinesischen Akademie der Wissenschaften',
            'Kooperationsprojekte mit Hochschulen | {cooperation.projects} | Betreut von einem eigenen Team, laufend kommen neue hinzu',
            'Probanden der nationalen Biobank | {facilities.biobank} | Geben der Medizin ein Bild der natürlichen Bevölkerung',
          ],
        },
        'Die ultratransiente Versuchsanlage steht auf der Reserveliste des nationalen Programms für Großanlagen.',
      ],
    },
    {
      id: 'laboratory',
      layout: 'key-figures',
      title: 'Jinfeng-Labor: ein junges Haus mit {laboratory.teams} Teams',
      blocks: [
        {
          tiles: [
            '{laboratory.teams} | Forschungsteams sind eingezogen',
            '{laboratory.researchers} | Forschende arbeiten hier',
          ],
        },
        {
          list: [
            'Auf hohem Niveau gebaut: das Aushängeschild der Zone in den Lebenswissenschaften',
            'Die Zone bewirbt sich zudem um Außenstellen der Labore aus Guangzhou und Zhangjiang',
            'Staatliche Schlüssellabore, etwa für Energietechnik, werden hier neu geordnet',
          ],
        },
      ],
    },
    {
      id: 'funds',
      layout: 'chart',
      title: 'Zwei Drittel des zugesagten Kapitals arbeiten bereits',
      blocks: [
        { chart: 'funds' },
        {
          list: [
            '{funds.number} Fonds haben {funds.committed} zugesagt, {funds.paid-in} sind eingezahlt',
            '{funds.uncalled} sind noch nicht abgerufen: Raum für neue Runden',
            'Die Schlagzeile von {funds.headline} rundet das zugesagte Kapital auf',
          ],
        },
      ],
    },
    {
      id: 'chain',
      layout: 'process',
      title: 'Eine Kette von Fonds begleitet ein Unternehmen sein Leben lang',
      blocks: [
        {
          process: [
            'Seed-Fonds | Trägt Team und Idee, bevor es ein Produkt gibt',
            'Angel-Fonds | Investiert zuerst, erwirbt Anteile später und trägt frühe Risiken',
            'Branchenentwicklungsfonds | Zahlt für Kapazität, sobald der Markt geantwortet hat',
            'Übernahmefonds | Führt Unternehmen zusammen und lässt Investoren aussteigen',
          ],
        },
        'Zusammen decken die {funds.number} Fonds jede Stufe ab, sodass kein Unternehmen die Zone verlassen muss, um den nächsten Investor zu finden.',
      ],
    },
    {
      id: 'mechanisms',
      layout: 'columns',
      title: 'Drei Mechanismen bringen Kapital zu junger Technologie',
      blocks: [
        {
          columns: [
            [
              'Erst investieren, dann beteiligen',
              'Forschung wird am Anfang bezahlt; der Anspruch auf Anteile folgt, wenn das Ergebnis bewertet werden kann.',
            ],
            [
              'Plattform aus einer Hand',
              'Gaoxin Jinfu bietet Kredite auf Wissenswerte, gemeinsam mit {finance.banks} Partnerbanken.',
            ],
            [
              'Zentrum für Wagniskapital',
              'Vier Zentren für Austausch, Gründungsdienste, Branchendienste und digitale Information, betrieben mit Zero2IPO.',
            ],
          ],
        },
      ],
    },
    {
      id: 'talent',
      layout: 'statement',
      title: 'Talente kommen schneller, als die Stadt wächst',
      blocks: [
        'Der Pool an Fachkräften ist im Schnitt um {talent.growth} im Jahr gewachsen.',
        'Chongqings erstes internationales Dienstleistungszentrum für Innovation und Unternehmertum steht in der Zone, und offene Labore halten, wer kommt.',
      ],
    },
    {
      id: 'international',
      layout: 'columns',
      title: 'Europa und Singapur sind direkt mit der Zone verbunden',
      blocks: [
        {
          columns: [
            [
              'Academia Europaea',
              'Vertrag über das China-Zentrum am {academy.date} unterzeichnet',
              'Präsident Rodrigo Martins sprach auf der Konferenz',
              'Brücke für Talentaustausch und Technologietransfer',
            ],
            [
              'Chinesisch-singapurische Initiative',
              'Gemeinsam entwickelte grenzüberschreitende Datenkanäle',
              'Gemeinsam erprobte Regeln für Datenflüsse',
              'Grundlage für den Zugang zu globalen Wertschöpfungsketten',
            ],
          ],
        },
      ],
    },
    {
      id: 'alliance',
      title: 'Eine Finanzallianz hat in der Zone ihre Zweigstelle eröffnet',
      blocks: [
        'Die Chongqing Science and Technology Finance Innovation Alliance arbeitet nun von der Zone aus.',
        {
          list: [
            'Ein Pilotprogramm zur Verzahnung von Innovationen läuft',
            'Mehrere Kooperationsvereinbarungen wurden zur Eröffnung unterzeichnet',
            'Chengdu und Chongqing sollen als eine Region wachsen',
          ],
        },
      ],
    },
    { id: 'outlook', title: 'Wie es weitergeht', blocks: [] },
    {
      id: 'voice',
      title: 'Die Hochschule sieht ihre Arbeit in Produkten',
      blocks: [
        {
          quote:
            'Unsere Forschung findet ihre ersten Kunden ein paar Straßen weiter, und die sagen uns, was als Nächstes zu erforschen ist.',
        },
        'Ein Mitglied des Hochschulrats bei der Eröffnung',
      ],
    },
    {
      id: 'milestones',
      title: 'Vom ersten Plan bis zum Zentrum der Akademie',
      blocks: [
        {
          timeline: [
            'Planung | Die Stadt hält den Standort für Wissenschaft und Industrie frei',
            'Eröffnung | Die ersten Institute ziehen neben die Fabriken',
            'Fondsansiedlung | {funds.number} Fonds lassen sich in der Zone nieder',
            '{academy.date} | Die Akademie unterzeichnet für ihr China-Zentrum',
          ],
        },
        'Jeder Schritt brachte die Partner, die der nächste brauchte.',
      ],
    },
    {
      id: 'pair',
      title: 'Cluster und Kapital auf einen Blick',
      blocks: [
        { chart: 'tiers' },
        'Die Informationstechnik führt: {clusters.it}.',
        { chart: 'funds' },
        '{funds.ratio} der Zusagen sind eingezahlt.',
      ],
    },
    {
      id: 'sources',
      layout: 'sources',
      title: 'Quellen und Belege',
      blocks: [{ sources: true }, 'Jede Zahl steht in den Notizen ihrer Folie, im Wortlaut der Quelle.'],
    },
  ],
};
