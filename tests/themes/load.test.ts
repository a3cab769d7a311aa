import { describe, expect, it } from 'vitest';
import { load, png, quiet, shipped } from './fixtures.js';

const findings = async (text: string, files: Record<string, string | Uint8Array> = {}) =>
  (await load({ '/t/theme.yaml': text, ...files })).diagnostics;
const changed = (from: string, to: string): string => {
  const text = shipped('quiet').replace(from, to);
  expect(text).not.toBe(shipped('quiet'));
  return text;
};

describe('a theme', () => {
  it.each(['quiet', 'bold'])('that is shipped, %s, has no findings', async (name) => {
    const { theme, diagnostics } = await load({}, name);
    expect(diagnostics).toEqual([]);
    expect(theme?.colors.series.length).toBeGreaterThan(3);
  });

  it('may say what differs from another', async () => {
    const { theme, diagnostics } = await load({
      '/t/theme.yaml': 'extends: quiet\ncolors: { accent: "#F2B705" }\nfonts: { latin: Georgia }\n',
    });
    expect(diagnostics).toEqual([]);
    expect(theme).toEqual({
      colors: { ...quiet.colors, accent: '#F2B705' },
      fonts: { latin: 'Georgia', eastAsian: 'Microsoft YaHei' },
    });
  });

  it('may extend a file beside it', async () => {
    const { theme } = await load({
      '/t/theme.yaml': 'extends: brand/base.yaml\n',
      '/t/brand/base.yaml': 'extends: quiet\ncolors: { accent: "#112233" }\n',
    });
    expect(theme?.colors.accent).toBe('#112233');
  });

  it('that extends itself is refused, at the line that does', async () => {
    expect(
      await findings('extends: other.yaml\n', { '/t/other.yaml': 'extends: theme.yaml\n' }),
    ).toMatchObject([
      { code: 'theme/extends-in-a-circle', at: { file: '/t/other.yaml', line: 1, column: 10 } },
    ]);
  });

  it('that extends one that is not there names those that are', async () => {
    expect(await findings('extends: bald\n')).toMatchObject([
      {
        code: 'theme/missing',
        at: { file: '/t/theme.yaml', line: 1, column: 10 },
        expected: 'bold or quiet, or a .yaml file',
        hint: 'did you mean "bold"?',
      },
    ]);
  });

  it.each([['../../etc/passwd.yaml'], ['/etc/theme.yaml'], ['a/../../b.yaml'], ['C:\\theme.yaml']])(
    'does not extend %s, which lies elsewhere',
    async (path) => {
      expect(await findings(`extends: ${path}\n`)).toMatchObject([{ at: { line: 1 } }]);
    },
  );

  it('without all colours is refused where it extends none', async () => {
    const [first] = await findings(
      'colors: { paper: "#FFFFFF" }\nfonts: { latin: Arial, eastAsian: SimSun }\n',
    );
    expect(first).toMatchObject({ severity: 'error', at: { line: 1 } });
  });
});

describe('contrast in a theme', () => {
  it('below 4.5 is an error at its line, with the ratio and a colour that passes', async () => {
    expect(await findings(changed('"#5B6B7A"', '"#7B8B9A"'))).toEqual([
      expect.objectContaining({
        code: 'theme/contrast',
        severity: 'error',
        message: 'muted #7B8B9A on paper #FFFFFF (sources, captions, footers) has a contrast of 3.49 to 1',
        expected: 'at least 4.5 to 1 (WCAG 2.2, 1.4.3)',
        at: expect.objectContaining({ file: '/t/theme.yaml', line: 7, column: 10 }),
        hint: expect.stringMatching(
          /^the nearest colour that passes wherever muted stands is "#[0-9A-F]{6}"$/,
        ),
      }),
      expect.objectContaining({ message: expect.stringContaining('muted #7B8B9A on surface #F3F6F8') }),
    ]);
  });

  it('passes with the colour that was offered', async () => {
    const [first] = await findings(changed('"#5B6B7A"', '"#7B8B9A"'));
    const offered = /"(#[0-9A-F]{6})"/.exec(first?.hint ?? '')?.[1] as string;
    expect(await findings(changed('"#5B6B7A"', `"${offered}"`))).toEqual([]);
  });

  it('is told where the colour is written: in the theme that is extended, too', async () => {
    const [first] = await findings('extends: quiet\ncolors: { surface: "#5B6B7A" }\n');
    expect(first?.at).toMatchObject({ file: '/templates/themes/quiet.yaml', line: 6 });
  });
});

describe('the series of a theme', () => {
  it('warns of neighbours that readers without green cones cannot tell apart', async () => {
    const alike = '["#1B1B1B", "#C04040", "#6F7A2E", "#F0E0C0"]';
    const found = await findings(changed(/\[.*\]/.exec(shipped('quiet'))![0], alike));
    expect(found.map(({ code, severity, at }) => [code, severity, at?.line])).toEqual([
      ['theme/colours-alike', 'warning', 12],
    ]);
    expect(found[0]?.message).toContain('colour 2 (#C04040) and colour 3 (#6F7A2E)');
  });
});

describe('the fonts of a theme', () => {
  it('that no platform has are a warning that names others', async () => {
    expect(await findings(changed('Arial', 'Aria'))).toMatchObject([
      {
        code: 'theme/unknown-font',
        severity: 'warning',
        at: { line: 14, column: 10 },
        hint: 'did you mean "Arial"?',
      },
    ]);
    expect(await findings(changed('Arial', 'Chongqing Brand Grotesk'))).toMatchObject([
      { code: 'theme/unknown-font', expected: expect.stringContaining('Arial') },
    ]);
  });

  it('may have Chinese names', async () => {
    expect(await findings(changed('Microsoft YaHei', '微软雅黑'))).toEqual([]);
  });

  it('have a list of others in which every platform finds one', async () => {
    const list = (names: string) =>
      `extends: quiet\nfonts:\n  latin: Segoe UI\n  fallback: { latin: [${names}] }\n`;
    expect(await findings(list('Helvetica Neue, Liberation Sans'))).toEqual([]);
    expect(await findings(list('Helvetica Neue'))).toMatchObject([
      { code: 'theme/no-fallback', at: { line: 4 }, message: 'none of the latin fonts is on LibreOffice' },
    ]);
  });
});

describe('the logo of a theme', () => {
  const withLogo = (file: string) => `extends: quiet\nlogo: { file: ${file} }\n`;

  it('is read from the folder of the theme that names it', async () => {
    const { theme, diagnostics } = await load({
      '/t/theme.yaml': 'extends: base/b.yaml\n',
      '/t/base/b.yaml': withLogo('logo.png'),
      '/t/base/logo.png': png(300, 80),
    });
    expect(diagnostics).toEqual([]);
    expect(theme?.logo).toMatchObject({ onPrimary: false, image: { type: 'png', width: 300, height: 80 } });
  });

  it.each([
    ['../logo.png', 'theme/logo-refused'],
    ['none.png', 'theme/logo-missing'],
    ['text.png', 'theme/logo-refused'],
    ['huge.png', 'theme/logo-refused'],
  ])('%s is refused as %s, at its line', async (file, code) => {
    const files = { '/logo.png': png(1, 1), '/t/text.png': 'no picture', '/t/huge.png': png(30000, 30000) };
    expect(await findings(withLogo(file), files)).toMatchObject([
      { code, severity: 'error', at: { file: '/t/theme.yaml', line: 2, column: 15 } },
    ]);
  });
});

describe('the footer of a theme', () => {
  it('has no digits: these need a fact', async () => {
    expect(await findings('extends: quiet\nfooter: { text: { en: Draft 2 } }\n')).toMatchObject([
      { severity: 'error', at: { line: 2 } },
    ]);
  });
});

describe('the layout of a theme', () => {
  const withLayout = (...lines: string[]): string =>
    ['extends: quiet', 'layout:', '  slide: { w: 10, h: 7.5 }', ...lines.map((line) => `  ${line}`), ''].join(
      '\n',
    );

  it('is taken as it is where slides can be laid out with it', async () => {
    const text = withLayout(
      'title: { x: 0.5, y: 0.2, w: 9, h: 0.9, align: center }',
      'body: { x: 0.5, y: 1.5, w: 9, h: 5 }',
      'grounds: [{ x: 0, y: 0, w: 10, h: 1.3, color: primary }]',
    );
    expect(await findings(text)).toEqual([]);
  });

  it('is refused where it cannot be followed, with the place, what is wrong and what would do', async () => {
    expect(
      await findings(
        withLayout('title: { x: 0.5, y: 0.2, w: 9, h: 0.9 }', 'body: { x: 1, y: 2, w: 3, h: 4 }'),
      ),
    ).toMatchObject([
      {
        code: 'theme/layout',
        severity: 'error',
        message: 'layout.body: a content area of 3.00 by 4.00 in has no room for slides',
        at: { file: '/t/theme.yaml', line: 5 },
        expected: 'at least 5.54 by 2.25 in',
        hint: 'correct it, or leave it out',
      },
    ]);
  });

  it('is refused where text would stand on a colour that no text of the theme can be read on', async () => {
    const text = withLayout('grounds: [{ x: 0, y: 6.8, w: 10, h: 0.7, color: accent }]').replace(
      'layout:',
      'colors: { ink: "#555555", accent: "#8A8A8A", muted: "#5A5A5A", primary: "#505050", onPrimary: "#F8F8F8" }\nlayout:',
    );
    const found = await findings(text);
    expect(found.filter(({ code }) => code === 'theme/contrast')[0]).toMatchObject({
      message: expect.stringMatching(
        /^no colour of the theme can be read on accent #8A8A8A \((footers|numbers of slides)\)/,
      ),
      at: { file: '/t/theme.yaml', line: 5 },
    });
  });
});
