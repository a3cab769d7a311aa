import { describe, expect, it } from 'vitest';
import { languagesOf, loadTemplate, partialsFor } from '../../src/compose/template.js';
import { memoryWorld } from '../../src/world.js';
import { slide, templateFolder, world } from './fixtures.js';

const load = (files: Readonly<Record<string, string>>) => loadTemplate(world(files), templateFolder);

async function faint() {
  const files = world({ 'deck.en.md.hbs': slide });
  const path = `${templateFolder}/theme.yaml`;
  const text = (await files.readText(path)).replace(/ink: .*/, 'ink: "#FEFEFE"');
  await files.write(path, text);
  return { text, findings: (await loadTemplate(files, templateFolder)).diagnostics };
}

describe('loadTemplate', () => {
  it('reads decks, summaries, partials, charts and theme', async () => {
    const { template, diagnostics } = await load({
      'deck.en.md.hbs': slide,
      'deck.zh-CN.md.hbs': slide,
      'summary.de.md.hbs': slide,
      'partials/card.hbs': 'a',
      'partials/card.de.hbs': 'b',
      'partials/other.md.hbs': 'c',
      'images/map.png': '',
      'README.md': '',
    });
    expect(diagnostics).toEqual([]);
    expect(template?.sound).toBe(true);
    expect(languagesOf(template!, 'deck')).toEqual(['en', 'zh-CN']);
    expect(languagesOf(template!, 'summary')).toEqual(['de']);
    const file = (language: string, name: string) => {
      const found = partialsFor(template!, language)(name);
      return found && found !== 'broken' ? found.file.path.replace(`${templateFolder}/partials/`, '') : found;
    };
    expect([file('de', 'card'), file('en', 'card'), file('en', 'other'), file('en', 'none')]).toEqual([
      'card.de.hbs',
      'card.hbs',
      'other.md.hbs',
      undefined,
    ]);
    expect(Object.keys(template!.charts!.definitions)).toEqual(['scale', 'share', 'structure', 'growth']);
    expect(template?.theme.colors.primary).toBe('#003366');
  });

  it('gives nothing where there is no folder', async () => {
    const { template, diagnostics } = await loadTemplate(memoryWorld(), '/office/templates/none');
    expect(template).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'template/missing', hint: expect.stringContaining('zone.yaml') },
    ]);
  });

  it('needs no charts.yaml', async () => {
    const made = world({ 'deck.en.md.hbs': slide });
    made.files.delete(`${templateFolder}/charts.yaml`);
    const { template, diagnostics } = await loadTemplate(made, templateFolder);
    expect(diagnostics).toEqual([]);
    expect(template?.charts?.definitions).toEqual({});
  });

  it('needs a theme', async () => {
    const made = world({ 'deck.en.md.hbs': slide });
    made.files.delete(`${templateFolder}/theme.yaml`);
    const { template, diagnostics } = await loadTemplate(made, templateFolder);
    expect(template?.sound).toBe(false);
    expect(diagnostics).toMatchObject([
      { code: 'theme/missing', at: { file: `${templateFolder}/theme.yaml` } },
    ]);
  });

  it('tells of all broken files at once', async () => {
    const { template, diagnostics } = await load({
      'deck.en.md.hbs': '{{#if a}}',
      'deck.de.md.hbs': `${slide}{{> card}}`,
      'partials/card.hbs': 'x\n{{fact "a}}',
      'charts.yaml': 'a: [',
      'theme.yaml': 'colors: red\n',
    });
    expect(template?.sound).toBe(false);
    const files = new Set(diagnostics.map(({ at }) => at?.file.replace(`${templateFolder}/`, '')));
    expect(files).toEqual(new Set(['deck.en.md.hbs', 'partials/card.hbs', 'charts.yaml', 'theme.yaml']));
  });

  it('warns of files that look like templates and are not read', async () => {
    const { template, diagnostics } = await load({
      'deck.en.md.hbs': slide,
      'dekc.de.md.hbs': slide,
      'deck.xx.md.hbs': slide,
    });
    expect(template?.sound).toBe(true);
    expect(diagnostics).toMatchObject([
      { code: 'template/unread-file', severity: 'warning', at: { file: `${templateFolder}/deck.xx.md.hbs` } },
      { code: 'template/unread-file', hint: 'did you mean "deck.de.md.hbs"?' },
    ]);
  });

  it('tells of a file that cannot be read, and reads the rest', async () => {
    const files = world({ 'deck.en.md.hbs/mine.txt': 'x', 'partials/card.hbs': 'a' });
    const locked = {
      ...files,
      readText: (path: string) =>
        path.endsWith('card.hbs')
          ? Promise.reject(new Error('EACCES: permission denied'))
          : files.readText(path),
    };
    const { diagnostics, template } = await loadTemplate(locked, templateFolder);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'template/unreadable: deck.en.md.hbs is a folder',
      'template/unreadable: the file cannot be read: EACCES: permission denied',
    ]);
    expect(template?.sound).toBe(false);
  });

  it('refuses figures in the footer, in words as well', async () => {
    const files = world({ 'deck.en.md.hbs': slide });
    const path = `${templateFolder}/theme.yaml`;
    const footer =
      'footer:\n  text:\n    en: For fifty firms and nearly half of all\n    zh-CN: 占一半以上\n    de: Nur zur Ansicht\n';
    await files.write(path, `${await files.readText(path)}${footer}`);
    const { template, diagnostics } = await loadTemplate(files, templateFolder);
    expect(template?.sound).toBe(false);
    expect(diagnostics.map(({ code, message, at }) => [code, message.split(' is ')[0], at?.column])).toEqual([
      ['theme/bare-figure', '"fifty"', 9],
      ['theme/bare-figure', '"nearly half"', 9],
      ['theme/bare-figure', '"一半以上"', 12],
    ]);
    expect(diagnostics[0]?.at?.file).toBe(path);
  });

  it('refuses colours that make text unreadable', async () => {
    const { text, findings } = await faint();
    expect(text).toContain('ink: "#FEFEFE"');
    expect(findings).toMatchObject([
      {
        code: 'theme/contrast',
        message: expect.stringContaining('ink #FEFEFE on paper'),
        at: { line: expect.any(Number) },
      },
      { code: 'theme/contrast', message: expect.stringContaining('ink #FEFEFE on surface') },
    ]);
  });
});
