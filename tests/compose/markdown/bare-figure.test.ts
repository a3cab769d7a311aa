import { describe, expect, it } from 'vitest';
import { bareFigures } from '../../../src/compose/markdown/bare-figure.js';
import { png } from '../../ooxml/samples.js';
import { composeFiles, composeSlide, ledger, summary } from '../fixtures.js';

const found = (text: string, language = 'zh-CN') => bareFigures(text, language).map((figure) => figure.text);

describe('bareFigures', () => {
  it.each([
    ['growth of 42%', ['42%']],
    ['growth of 42.5 %.', ['42.5 %']],
    ['RMB 1,234,567 in all', ['1,234,567']],
    ['12:30', ['12:30']],
    ['2024/25 and 14th', ['2024/25', '14th']],
    ['5G, Zero2IPO, A4', ['5G', 'Zero2IPO', 'A4']],
    ['½ of it', ['½']],
    ['⑫ of ㉔, Ⅻ and ²⁵', ['⑫', '㉔', 'Ⅻ', '²⁵']],
    ['贰拾肆亿元', ['贰拾肆亿']],
    ['１２０亿元', ['１２０亿']],
    ['٣ and ३', ['٣', '३']],
    ['300亿', ['300亿']],
    ['三百亿元', ['三百亿']],
    ['约十七万人', ['十七万']],
    ['百亿级', ['百亿']],
    ['千亿级和万亿级', ['千亿', '万亿']],
    ['千万元', ['千万']],
    ['三分之一', ['三分之一']],
    ['百分之四十', ['百分之四十']],
    ['占四成', ['四成']],
    ['增长三倍', ['三倍']],
    ['翻一番', ['翻一番']],
    ['提高三个百分点', ['三']],
    ['第十四个五年规划', ['十四']],
    ['一半以上', ['一半以上']],
    ['二〇二四年', ['二〇二四']],
    ['到二〇三〇年，一九九八年以来', ['二〇三〇', '一九九八']],
    ['数百家企业、上千人、几十个', ['数百', '上千', '几十']],
    ['五十', ['五十']],
  ])('finds the figures of "%s"', (text, figures) => {
    expect(found(text)).toEqual(figures);
  });

  it.each([
    ...[
      '统一',
      '十分重要',
      '千方百计',
      '万一',
      '千万不要',
      '一流',
      '第一',
      '完成',
      '三成员',
      '系数十分重要',
      '线上百货',
      '二三产业',
      '一百',
      'm² and CO₂',
      'km³, C₆H',
      'no figure',
      '',
    ],
  ])('takes "%s" for words, unless it is a number', (text) => {
    expect(found(text)).toEqual(text === '一百' ? ['一百'] : []);
  });

  it.each([
    ['en', 'Two thirds of it is paid in', ['Two thirds']],
    ['en', 'Output doubled', ['doubled']],
    ['en', 'more than half of it', ['more than half']],
    ['de', 'Zwei Drittel sind eingezahlt', ['Zwei Drittel']],
    ['de', 'hat sich verdoppelt', ['verdoppelt']],
    ['en', 'two published texts, one of the best', []],
    ['en', 'the Five-Year Plan', []],
    ['de', 'eine der drei Quellen', []],
    ['zh-CN', '两篇公开文本', []],
    ['en', 'There are fifty.', ['fifty']],
    ['en', 'Fifty-Two of them, and one hundred and twenty', ['Fifty-Two', 'one hundred and twenty']],
    ['en', 'eleven or twelve, hundreds of firms', ['eleven', 'twelve', 'hundreds']],
    ['en', 'a tenfold, twofold and ten-fold rise', ['tenfold', 'twofold', 'ten-fold']],
    ['en', 'twelve companies', ['twelve']],
    ['en', ' million jobs', ['million']],
    ['en', 'patents per million people, doctors per thousand', []],
    ['de', 'Patente je Million Einwohner, pro tausend', []],
    ['fr', 'brevets par million d’habitants, pour mille', []],
    ['en', 'ten of them, seven firms, manifold, often, the ninth', []],
    ['de', 'Es sind siebzehn.', ['siebzehn']],
    ['de', 'dreissig Firmen, Zweihundertdreizehn, zehnfach', ['dreissig', 'Zweihundertdreizehn', 'zehnfach']],
    ['de', 'das Dreifache, Tausende Stellen, Millionen', ['Dreifache', 'Tausende', 'Millionen']],
    ['de', 'zehn davon, Achtung, einzig, einfach, mehrfach, und', []],
    ['fr', 'vingt et un', ['vingt et un']],
    ['fr', 'vingt et une entreprises', ['vingt et une']],
    ['fr', 'septante, huitante, nonante-cinq', ['septante', 'huitante', 'nonante-cinq']],
    ['fr', 'pour cinquante, des centaines, dix-sept', ['cinquante', 'centaines', 'dix-sept']],
    ['fr', 'dix entre eux, récent, vingtième', []],
  ])('finds figures in words (%s): %s', (language, text, figures) => {
    expect(found(text, language)).toEqual(figures);
  });

  it('says where in the text each stands', () => {
    expect(bareFigures('a 1 b 三百亿 2', 'zh-CN').map(({ index }) => index)).toEqual([2, 6, 10]);
  });
});

describe('a figure that no helper wrote', () => {
  it('is a finding with its column and the way to mark it', async () => {
    const { diagnostics } = await composeSlide('Growth of **about 42% a** year\n');
    expect(diagnostics).toMatchObject([
      {
        code: 'template/bare-figure',
        message: expect.stringContaining('"42%"'),
        at: { line: 7, column: 19 },
        hint: expect.stringContaining(':lit[42%]'),
      },
    ]);
  });

  it.each([
    ['a headline', '', '# About 42%'],
    ['a table', '| a | b |\n|---|---|\n| c | 42% |', undefined],
    ['the head of a table', '| a | 42% |\n|---|---|\n| c | b |', undefined],
    ['a list', '- a\n- 42%', undefined],
    ['a list within a list', '- a\n  - 42%', undefined],
    ['a numbered list', '1. a\n2. 42%', undefined],
    ['a quotation', '> 42%', undefined],
    ['a subheading', '### Top 10', undefined],
    ['the label of a tile', ':::tiles\n- **All** of 42\n:::', undefined],
    ['the title of a step', ':::process\n1. **Step 42** then\n:::', undefined],
    ['the body of a step', ':::process\n1. **Step** in 42 days\n:::', undefined],
    ['the text of an image', '![42%](a.png)', undefined],
    ['emphasis', '*42%* or **42%**', undefined],
    ['a mail address that is not its text', '[42](mailto:a@b.example)', undefined],
    ['the notes, in a list', ':::notes\n- 42%\n:::', undefined],
    ['a tile', ':::tiles\n- **42%** of it\n:::', undefined],
    ['a column', ':::columns\n### Top 10\n- 42%\n:::', undefined],
    ['the notes', ':::notes\n42%\n:::', undefined],
    ['the text of a link', '[42%](https://a.example)', undefined],
    ['a character reference', '&#52;&#50;%', undefined],
    ['a partial', '{{> p}}', undefined],
    ['a parameter of a partial', '{{> q x="42%"}}', undefined],
    ['a number in braces', '{{42}}', undefined],
    ['an index', '{{#each (facts topic="talent")}}{{@index}} {{/each}}', undefined],
  ])('is found in %s', async (_, markdown, headline) => {
    const { document, diagnostics } = await composeSlide(
      `${markdown}\n${headline ? `\n---\n::slide{#two}\n${headline}\n` : ''}`,
      {
        files: { 'partials/p.hbs': '42%', 'partials/q.hbs': '{{x}}', 'a.png': png },
      },
    );
    expect(document).toBeUndefined();
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['template/bare-figure']));
  });

  it('is found in the front matter', async () => {
    const { diagnostics } = await composeFiles({
      'deck.en.md.hbs': '---\ntitle: Growth of 42%\nsubtitle: In 42 days\n---\n::slide{#one}\n# Headline\n',
    });
    expect(summary(diagnostics)).toEqual(['template/bare-figure 2:8', 'template/bare-figure 3:11']);
  });

  it.each([
    ['emphasis', 'en', 'about two **thirds** of it'],
    ['emphasis in Chinese', 'zh-CN', '约三*亿*元'],
    ['a line end of the template', 'zh-CN', '约三\n亿元'],
    ['a link', 'en', 'two [thirds](https://a.example) of it'],
  ])('is found in words on both sides of %s', async (_, language, markdown) => {
    const { diagnostics } = await composeSlide(`${markdown}\n`, { language });
    expect(summary(diagnostics)).toEqual(['template/bare-figure 7:1']);
  });

  it('may stand where :lit says that it is none', async () => {
    const { blocks, diagnostics } = await composeSlide(
      'The :lit[14th] Five-Year Plan and :lit[第十四个]五年规划\n',
    );
    expect(diagnostics).toEqual([]);
    expect(blocks).toMatchObject([
      { content: [{}, { kind: 'literal', value: '14th' }, {}, { kind: 'literal', value: '第十四个' }, {}] },
    ]);
  });
});

describe('words beside a figure that a helper wrote', () => {
  it.each([
    ['a hedge', 'en', 'Nearly {{fact "funds.committed"}}', 'Nearly RMB 28.66 billion'],
    ['another hedge', 'de', 'mehr als **{{fact "funds.committed"}}**', 'mehr als 28,66 Mrd. RMB'],
    ['a scale', 'zh-CN', '{{fact "talent.researchers" noun=false}}万人', '近200万人'],
    ['a scale in short', 'en', '{{fact "talent.researchers" noun=false}} mn people', 'nearly 200 mn people'],
  ])('that change it are warned about: %s', async (_, language, markdown, read) => {
    const { document, diagnostics } = await composeSlide(`${markdown}\n`, { language });
    expect(document).toBeDefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'template/changed-figure',
        severity: 'warning',
        message: expect.stringContaining(read),
        at: { line: 7 },
      },
    ]);
  });

  it.each([
    ['en', 'From {{fact "funds.paid-in"}} to {{fact "funds.committed"}}'],
    ['en', 'The {{fact "talent.researchers" noun=false}} best researchers, {{fact "funds.ratio"}} of all'],
    ['zh-CN', '基金认缴{{fact "funds.committed"}}，实缴{{fact "funds.paid-in"}}。'],
    ['en', 'One of {{fact "talent.researchers"}}'],
    ['de', 'Von {{fact "funds.committed"}} sind {{fact "funds.ratio"}} eingezahlt'],
    ['en', '{{label "industry.growth"}}: {{fact "industry.growth"}} in {{time "industry.growth"}}'],
  ])('that leave it as it is are fine (%s): %s', async (language, markdown) => {
    expect((await composeSlide(`${markdown}\n`, { language })).diagnostics).toEqual([]);
  });
});

describe('a sign, unit or currency beside a figure that a helper wrote', () => {
  const park = ledger([
    {
      id: 'park.companies',
      quantity: { amount: '120', unit: 'count' },
      qualifier: 'about',
      counted: {
        en: { one: 'company', other: 'companies' },
        'zh-CN': { other: '家企业' },
        de: { one: 'Unternehmen', other: 'Unternehmen' },
        fr: { one: 'entreprise', other: 'entreprises' },
      },
    },
    { id: 'park.growth', kind: 'growth', quantity: { amount: '6.5', unit: 'percent' }, qualifier: 'exact' },
    { id: 'park.paid', quantity: { amount: '250000000', unit: 'EUR' }, qualifier: 'exact' },
    { id: 'park.mean', derived: { formula: 'park.companies / park.metro', parts: [] } },
    {
      id: 'park.metro',
      quantity: { amount: '36', unit: 'count' },
      qualifier: 'exact',
      counted: { en: { one: 'kilometre of track', other: 'kilometres of track' } },
    },
  ]);
  const bare = '{{fact "park.companies" noun=false}}';
  const growth = '{{fact "park.growth"}}';

  it.each([
    ['en', `Jobs -${growth}`, '-6.5%'],
    ['en', `Jobs –${growth}`, '–6.5%'],
    ['en', `Jobs \u2212${growth}`, '\u22126.5%'],
    ['en', `Jobs \u2212 ${growth}`, '\u2212 6.5%'],
    ['en', `–${growth}`, '–6.5%'],
    ['en', `Jobs minus ${growth}`, 'minus 6.5%'],
    ['en', `a negative ${growth}`, 'negative 6.5%'],
    ['en', `Jobs ±${growth}`, '±6.5%'],
    ['en', `Jobs +/-${growth}`, '+/-6.5%'],
    ['en', `**±** ${growth}`, '± 6.5%'],
    ['en', `${bare}% here`, 'about 120%'],
    ['en', `${bare} % here`, 'about 120 %'],
    ['en', `**${bare}** percent of all`, 'about 120 percent'],
    ['en', `€${bare}`, '€about 120'],
    ['en', `EUR ${bare}`, 'EUR about 120'],
    ['en', `${bare} euros`, 'about 120 euros'],
    ['en', `${bare}k jobs`, 'about 120k'],
    ['en', `${bare} times`, 'about 120 times'],
    ['en', `${bare} kilometres`, 'about 120 kilometres'],
    ['en', `${bare} per square kilometre`, 'about 120 per square kilometre'],
    ['en', '{{fact "park.companies"}} or more', 'about 120 companies or more'],
    ['en', `${growth} or more`, '6.5% or more'],
    ['en', `${growth} percentage points`, '6.5% percentage points'],
    ['en', `Twice ${bare}`, 'Twice about 120'],
    ['en', `double ${growth}`, 'double 6.5%'],
    ['en', 'US{{fact "park.paid"}}', 'US€250 million'],
    ['de', `doppelt so viele wie ${bare}`, 'doppelt so viele wie rund 120'],
    ['zh-CN', '第{{fact "park.metro" noun=false}}', '第36'],
    ['en', `x-${growth}`, 'x-6.5%'],
    ['en', `from minus ${growth} to {{fact "industry.share"}}`, 'minus 6.5%'],
    ['en', `:lit[nearly] ${growth}`, 'nearly 6.5%'],
    ['zh-CN', `增长负${growth}`, '负6.5%'],
    ['zh-CN', `增长-${growth}`, '-6.5%'],
    ['zh-CN', `${bare}%`, '约120%'],
    ['zh-CN', `约${growth}`, '约6.5%'],
    ['zh-CN', '{{fact "park.companies"}}以上', '约120家企业以上'],
    ['de', `${bare} Mio. Stellen`, 'rund 120 Mio.'],
    ['de', `${bare} Prozent`, 'rund 120 Prozent'],
    ['de', `minus ${growth}`, 'minus 6,5\u00A0%'],
    ['de', '{{fact "park.companies"}} oder mehr', 'rund 120 Unternehmen oder mehr'],
  ])('is warned about (%s): %s', async (language, markdown, read) => {
    const { diagnostics } = await composeSlide(`${markdown}\n`, { language, ledger: park });
    expect(diagnostics).toMatchObject([
      { code: 'template/changed-figure', severity: 'warning', at: { line: 7 } },
    ]);
    expect(diagnostics[0]?.message).toContain(`"${read}"`);
  });

  it.each([
    ['en', `Jobs – ${growth}`],
    ['en', `Jobs - ${growth} more`],
    ['en', `Jobs—${growth} in a year—and more`],
    ['en', `${growth}–{{fact "industry.share"}}`],
    ['en', `From ${growth} to {{fact "industry.share"}}`],
    ['en', `${growth} –{{fact "industry.share"}}`],
    ['en', `- Jobs: ${growth}\n- **${growth}** growth`],
    ['en', `(${growth}) and “${growth}”, ${growth}.`],
    ['en', `${bare} companies, ${bare} large firms, ${bare} of them`],
    ['en', `${bare}, of which ${growth} a year grew`],
    ['en', `${bare} (${growth}) / ${bare}`],
    ['en', `RMB {{fact "funds.committed" style="axis"}}`],
    ['en', '{{fact "park.metro" noun=false}} kilometres of track'],
    ['en', `${bare} people work there, ${growth} up on ${bare} a year earlier`],
    ['en', `${growth} per {{fact "park.companies"}}`],
    ['en', '{{fact "park.mean"}} per fund'],
    ['en', `${bare} plus ${growth}`],
    ['en', `One in ${bare}, at ${growth}`],
    ['en', '{{label "park.growth"}} {{fact "park.growth"}} {{time "funds.paid-in"}}'],
    ['zh-CN', '增长——{{fact "park.growth"}}，共{{fact "park.companies"}}多为中小企业'],
    ['zh-CN', `${bare}家企业，负债率${growth}`],
    ['zh-CN', '{{fact "park.companies"}}上下一心'],
    ['de', `Es sind ${bare}. Danach kamen weitere`],
    ['de', `${bare} Firmen – ${growth} mehr`],
    ['de', `um ${growth} mehr`],
  ])('is none where it is punctuation or the figure’s own (%s): %s', async (language, markdown) => {
    const { diagnostics } = await composeSlide(`${markdown}\n`, { language, ledger: park });
    expect(diagnostics).toEqual([]);
  });
});
