/**
 * Every layout in every language, and in a brand on 4:3: the fixture built by the command, rendered, and what was accepted
 * before.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Decks of the gallery, by the end of their pictures' names. All are rendered in one start of LibreOffice. */
export const decks = [...languages, 'brand'] as const;
type Deck = (typeof decks)[number];
/** The brand is shown in the language with the longest words. */
const languageOf = (deck: Deck): (typeof languages)[number] => (deck === 'brand' ? 'de' : deck);
const brandOptions = ['--theme', 'brand', '--languages', 'de'];

/** In pixels; the height follows. */
const width = 640;

interface Slide {
  readonly id: string;
  readonly layout: string;
}

/** In their order, from the template itself. */
export function slidesOf(language: string): Slide[] {
  const template = readFileSync(join(fixture, 'templates', 'gallery', `deck.${language}.md.hbs`), 'utf8');
  return [...template.matchAll(/^::slide\{#([\w-]+) layout=([\w-]+)\}$/gm)].map(([, id, layout]) => ({
    id: id as string,
    layout: layout as string,
  }));
}

/** Of all pictures: `chart.zh-CN`. */
export const pictureNames = (): string[] =>
  slidesOf('en').flatMap(({ id }) => decks.map((deck) => `${id}.${deck}`));

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
  const brand = join(folder, 'brand.pptx');
  copyFileSync(join(buildFiles(fixture, 'gallery', ...brandOptions), 'briefing.de.pptx'), brand);
  const fileOf = (deck: Deck): string => (deck === 'brand' ? brand : join(folder, `briefing.${deck}.pptx`));
  const rendered = renderDecks(decks.map(fileOf), temporaryFolder());
  const pictures = new Map<string, Uint8Array>();
  for (const deck of decks) {
    const slides = slidesOf(languageOf(deck));
    const pages = rendered.get(deck === 'brand' ? 'brand' : `briefing.${deck}`) ?? [];
    if (pages.length !== slides.length)
      throw new Error(`the deck "${deck}" has ${pages.length} slides, its template ${slides.length}`);
    for (const [index, { id }] of slides.entries()) pictures.set(`${id}.${deck}`, pages[index] as Uint8Array);
  }
  return pictures;
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

let version: string | undefined;
/** Asked once, and only where a picture is not the same to the byte: it takes a start of LibreOffice. */
const madeHere = (): string => {
  version ??= officeVersion();
  return version;
};

/** Holds a slide against its golden; a rejected one is saved beside it as NAME-changed.png. */
export async function judge(name: string, slide: Uint8Array): Promise<Verdict> {
  rmSync(pathOf(name, true), { force: true });
  const golden = goldenNames().includes(name) ? readFileSync(pathOf(name)) : undefined;
  if (golden && Buffer.compare(golden, slide) === 0) return { golden, same: true, message: 'as accepted' };
  const found = golden ? await difference(golden, slide) : { same: false, said: 'nothing was accepted yet' };
  if (found.same) return { golden, same: true, message: 'as accepted' };
  writeFileSync(pathOf(name, true), slide);
  return {
    golden,
    same: false,
    message: `${found.said}; look at tests/gallery/goldens/${name}-changed.png, then: npm run gallery -- --accept`,
  };
}

async function difference(golden: Uint8Array, slide: Uint8Array): Promise<{ same: boolean; said: string }> {
  const madeWith = readFileSync(record, 'utf8').trim();
  const tolerance = madeWith === madeHere() ? tolerances.sameOffice : tolerances.otherOffice;
  const { share, same } = compare(await readPng(golden), await readPng(slide), tolerance);
  const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
  return {
    same,
    said: `${percent(share)} differ, of at most ${percent(tolerance.share)}; accepted with ${madeWith}, made with ${madeHere()}`,
  };
}

/** Makes these the goldens, all of them; what is no longer there goes. */
export function accept(slides: ReadonlyMap<string, Uint8Array>): void {
  rmSync(goldens, { recursive: true, force: true });
  mkdirSync(goldens);
  for (const [name, slide] of slides) writeFileSync(pathOf(name), slide);
  writeFileSync(record, `${officeVersion()}\n`);
}
