/** Files as LibreOffice shows them, with the bundled fonts and no others. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Run, repository, run } from './sample.js';

/** On a machine without LibreOffice there is nothing to look at; in CI its absence is a fault. */
export const inCi = process.env.CI === 'true';

export type Tool = 'soffice' | 'pdftotext' | 'pdftoppm' | 'pdfinfo' | 'pdffonts';

/** Whether this machine has all of them: LibreOffice and poppler's. */
export const hasTools = (...tools: readonly Tool[]): boolean =>
  tools.every((tool) => run(tool, tool === 'soffice' ? ['--version'] : ['-v'], '.').code === 0);

/** "LibreOffice 7.4.7.2" */
export const officeVersion = (): string =>
  /^LibreOffice [\d.]+/.exec(run('soffice', ['--version'], '.').stdout)?.[0] ?? 'none';

/**
 * Arimo has Arial's widths, so lines break here as they do in PowerPoint and Word, on every machine alike.
 * @returns the path of a fontconfig file in the folder
 */
export function bundledFontsOnly(folder: string): string {
  const aliases = { Arial: 'Arimo', 'Microsoft YaHei': 'Noto Sans SC' };
  const lines = Object.entries(aliases).map(
    ([name, ours]) =>
      `<match><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${ours}</string></edit></match>`,
  );
  const path = join(folder, 'fonts.conf');
  const folders = `<dir>${join(repository, 'src', 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  writeFileSync(path, `<?xml version="1.0"?><fontconfig>${folders}${lines.join('')}</fontconfig>`);
  return path;
}

/**
 * The machine's own fonts, but neither Arial nor any of its widths: what LibreOffice then sets in its place is wider.
 * @returns the path of a fontconfig file in the folder
 */
export function fontsWithoutArial(folder: string): string {
  const families = [
    'Arial',
    'Arimo',
    'Liberation Sans',
    'Helvetica',
    'Nimbus Sans',
    'FreeSans',
    'TeX Gyre Heros',
  ];
  const refused = families.map(
    (name) => `<pattern><patelt name="family"><string>${name}</string></patelt></pattern>`,
  );
  const path = join(folder, 'fonts-without-arial.conf');
  const own = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  const choice = `<selectfont><rejectfont>${refused.join('')}</rejectfont></selectfont>`;
  writeFileSync(path, `<?xml version="1.0"?><fontconfig>${own}${choice}</fontconfig>`);
  return path;
}

/** Renders pptx and docx files into PDFs of the same names in `folder`. */
export function renderPdf(
  files: readonly string[],
  folder: string,
  fonts: (folder: string) => string = bundledFontsOnly,
): Run {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const words = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', 'pdf', '--outdir', folder];
  return run('soffice', [...words, ...files], folder, { FONTCONFIG_FILE: fonts(folder) });
}
