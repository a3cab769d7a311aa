import { describe, expect, it } from 'vitest';
import { bareFigures } from '../../../src/compose/markdown/bare-figure.js';
import { png } from '../../ooxml/samples.js';
import { composeFiles, composeSlide, summary } from '../fixtures.js';

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
    ['二〇二四年', []],
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
    [
      'a digit in words',
      'en',
      '{{fact "talent.researchers" noun=false}} million people',
      'nearly 200 million people',
    ],
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
