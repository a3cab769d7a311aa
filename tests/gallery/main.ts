/** `npm run gallery`: all slides on one page, beside their goldens where they differ. `--accept` renews the goldens. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hasTools, officeVersion } from '../support/rendering.js';
import { repository, sampleZone, temporaryFolder } from '../support/sample.js';
import { accept, decks, judge, renderDecks, renderFixture, slidesOf } from './slides.js';

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const figure = (png: Uint8Array, caption: string, rejected = false): string =>
  `<figure${rejected ? ' class="rejected"' : ''}><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="${escapeHtml(caption)}" loading="lazy"><figcaption>${escapeHtml(caption)}</figcaption></figure>`;

const row = (heading: string, figures: readonly string[]): string =>
  `<section><h2>${escapeHtml(heading)}</h2><div>${figures.join('\n')}</div></section>`;

const style = `body{font:14px/1.4 system-ui,sans-serif;margin:2rem;background:#eceff1;color:#17212b}
h2{font-size:1rem;margin:2rem 0 .5rem}div{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:1rem}
figure{margin:0}img{width:100%;box-shadow:0 1px 4px #0004}figcaption{color:#5b6b7a}.rejected img{outline:3px solid #c8102e}`;

/** Every slide, a row each; what differs from its golden stands beside it. */
async function fixtureRows(
  slides: ReadonlyMap<string, Uint8Array>,
): Promise<{ rows: string[]; rejected: number }> {
  const rows: string[] = [];
  let rejected = 0;
  for (const { id } of slidesOf('en')) {
    const figures: string[] = [];
    for (const deck of decks) {
      const name = `${id}.${deck}`;
      const slide = slides.get(name) as Uint8Array;
      const { golden, same, message } = await judge(name, slide);
      if (!same && golden) figures.push(figure(golden, `${name}, as accepted`));
      figures.push(figure(slide, same ? name : `${name}: ${message}`, !same));
      if (!same) rejected += 1;
    }
    rows.push(row(id, figures));
  }
  return { rows, rejected };
}

/** The sample as it was built last; nothing where it was not. */
function sampleRows(): string[] {
  const folder = join(repository, 'out', sampleZone);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(pptx|docx)$/.test(name)) : [];
  if (files.length === 0) return [];
  const rendered = renderDecks(
    files.map((file) => join(folder, file)),
    temporaryFolder(),
  );
  return [...rendered].map(([name, pages]) =>
    row(
      name,
      pages.map((page, index) => figure(page, `${name}, page ${index + 1}`)),
    ),
  );
}

if (!hasTools('soffice', 'pdftoppm')) {
  console.error('zonebrief: the gallery needs LibreOffice (soffice) and poppler (pdftoppm) in PATH');
  process.exit(2);
}
const slides = renderFixture();
if (process.argv.includes('--accept')) accept(slides);
const { rows, rejected } = await fixtureRows(slides);
const title = `Every layout in every language and in a brand, ${officeVersion()}`;
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1>${[...rows, ...sampleRows()].join('\n')}</html>\n`;
const path = join(repository, 'out', 'gallery.html');
mkdirSync(join(repository, 'out'), { recursive: true });
writeFileSync(path, page);
console.log(
  `${relative(process.cwd(), path)}: ${slides.size} slides, ${rejected === 0 ? 'all as accepted' : `${rejected} not as accepted`}`,
);
process.exitCode = rejected === 0 ? 0 : 1;
