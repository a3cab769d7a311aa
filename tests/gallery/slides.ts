/** Every layout in every language: the fixture built by the command, rendered, and what was accepted before. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeVersion, renderPdf } from '../support/rendering.js';
import { buildFiles, repository, run, temporaryFolder } from '../support/sample.js';
import { compare, readPng, tolerances } from './picture.js';

const here = join(repository, 'tests', 'gallery');
const fixture = join(here, 'fixture');
const goldens = join(here, 'goldens');
/** Which LibreOffice the goldens were rendered with. */
const record = join(goldens, 'made-with.txt');

export const languages = ['en', 'zh-CN', 'de'] as const;

/** In pixels; the height follows. */
const width = 640;

/** The layouts in the order of the slides, from the template itself. */
export function layoutsOf(language: string): string[] {
  const template = readFileSync(join(fixture, 'templates', 'gallery', `deck.${language}.md.hbs`), 'utf8');
  return [...template.matchAll(/^::slide\{#[\w-]+ layout=([\w-]+)\}$/gm)].map(([, name]) => name as string);
}

/** Each page of each deck as a PNG. `folder` takes the files on the way. */
export function renderDecks(
  decks: readonly string[],
  folder: string,
  pixels = width,
): Map<string, Uint8Array[]> {
  const { stderr } = renderPdf(decks, folder);
  return new Map(
    decks.map((deck) => {
      const name = (deck.split(/[\\/]/).at(-1) as string).replace(/\.\w+$/, '');
      const pages = join(folder, name);
      mkdirSync(pages);
      const scale = ['-scale-to-x', String(pixels), '-scale-to-y', '-1'];
      const drawn = run('pdftoppm', ['-png', ...scale, `${pages}.pdf`, join(pages, 'page')], folder);
      if (drawn.code !== 0) throw new Error(`${name} could not be rendered:\n${stderr}\n${drawn.stderr}`);
      const files = readdirSync(pages).sort();
      return [name, files.map((file) => readFileSync(join(pages, file)))];
    }),
  );
}

/** The fixture's slides by name: `chart.zh-CN`. */
export function renderFixture(): Map<string, Uint8Array> {
  const folder = buildFiles(fixture, 'gallery');
  const rendered = renderDecks(
    languages.map((language) => join(folder, `briefing.${language}.pptx`)),
    temporaryFolder(),
  );
  const slides = new Map<string, Uint8Array>();
  for (const language of languages) {
    const [layouts, pages] = [layoutsOf(language), rendered.get(`briefing.${language}`) ?? []];
    if (pages.length !== layouts.length)
      throw new Error(`the ${language} deck has ${pages.length} slides for ${layouts.length} layouts`);
    for (const [index, layout] of layouts.entries())
      slides.set(`${layout}.${language}`, pages[index] as Uint8Array);
  }
  return slides;
}

const pathOf = (name: string, changed = false): string =>
  join(goldens, `${name}${changed ? '-changed' : ''}.png`);

/** Names of the accepted pictures. */
export const goldenNames = (): string[] =>
  readdirSync(goldens)
    .filter((file) => file.endsWith('.png') && !file.endsWith('-changed.png'))
    .map((file) => file.replace(/\.png$/, ''));

export interface Verdict {
  /** Undefined where none was accepted yet. */
  readonly golden: Uint8Array | undefined;
  readonly same: boolean;
  /** For a person: how much differs, and what to do. */
  readonly message: string;
}

/** Holds a slide against its golden; a rejected one is saved beside it as NAME-changed.png. */
export async function judge(name: string, slide: Uint8Array): Promise<Verdict> {
  rmSync(pathOf(name, true), { force: true });
  const golden = goldenNames().includes(name) ? readFileSync(pathOf(name)) : undefined;
  const madeWith = golden && readFileSync(record, 'utf8').trim();
  const tolerance = madeWith === officeVersion() ? tolerances.sameOffice : tolerances.otherOffice;
  const { share, same } = golden
    ? compare(await readPng(golden), await readPng(slide), tolerance)
    : { share: 1, same: false };
  if (same) return { golden, same, message: 'as accepted' };
  writeFileSync(pathOf(name, true), slide);
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const difference = golden
    ? `${percent(share)} differ, of at most ${percent(tolerance.share)}; accepted with ${madeWith}, made with ${officeVersion()}`
    : 'nothing was accepted yet';
  return {
    golden,
    same,
    message: `${difference}; look at tests/gallery/goldens/${name}-changed.png, then: npm run gallery -- --accept`,
  };
}

/** Makes these the goldens, all of them; what is no longer there goes. */
export function accept(slides: ReadonlyMap<string, Uint8Array>): void {
  rmSync(goldens, { recursive: true, force: true });
  mkdirSync(goldens);
  for (const [name, slide] of slides) writeFileSync(pathOf(name), slide);
  writeFileSync(record, `${officeVersion()}\n`);
}
