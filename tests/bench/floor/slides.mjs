/**
 * What rows/slides.mjs measures against: as many slides that say the same, notes included, written by hand with
 * pptxgenjs. What it leaves out stands in sample.mjs.
 *
 * node tests/bench/floor/slides.mjs OUT SLIDES
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pptxgen from 'pptxgenjs';
import { ink, muted, primary } from './look.mjs';

const [, , out, slides] = process.argv;
const place = 'Entwicklungsagentur Lindenau';
const asOf = '(As of 30 June 2025)';
const points = [
  '€250 million of capital is committed to the companies in the park',
  '€140 million of it has been paid in, which is 56%',
  '€110 million can still be called',
];
const notes = [
  'Evidence',
  `Companies in the park: about 120 companies ${asOf} – stated as “rund 120 Unternehmen”, ${place}, section 1, paragraph 2`,
  `Jobs: more than 8,400 jobs ${asOf} – stated as “mehr als 8.400 Beschäftigte”, ${place}, section 1, paragraph 2`,
  `Committed capital: €250 million ${asOf} – stated as “250 Mio. Euro”, ${place}, section 2, paragraph 1`,
  `Paid-in capital: €140 million ${asOf} – stated as “140 Mio. Euro”, ${place}, section 2, paragraph 1`,
  `Paid in: 56% ${asOf} – computed as Paid-in capital ÷ Committed capital`,
  `Uncalled capital: €110 million ${asOf} – computed as Committed capital − Paid-in capital`,
].join('\n');

const deck = new pptxgen();
deck.layout = 'LAYOUT_WIDE';
deck.title = 'A large briefing';
const title = { name: 'title', type: 'title', x: 0.6, y: 0.4, w: 12.1, h: 0.9, fontSize: 28, color: primary };
deck.defineSlideMaster({
  title: 'content',
  objects: [{ placeholder: { options: title, text: '' } }],
  slideNumber: { x: 12.3, y: 7, fontSize: 10, color: muted },
});
for (let number = 1; number <= Number(slides); number += 1) {
  const slide = deck.addSlide({ masterName: 'content' });
  slide.addText(`Part ${number}: about 120 companies provide more than 8,400 jobs`, { placeholder: 'title' });
  slide.addText(
    points.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
    { x: 0.6, y: 1.6, w: 12.1, h: 4.5, fontSize: 20, color: ink },
  );
  const source = `Source: ${place}, 30 June 2025`;
  slide.addText(source, { x: 0.6, y: 6.9, w: 11, h: 0.3, fontSize: 10, color: muted });
  slide.addNotes(notes);
}
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'briefing.en.pptx'), await deck.write({ outputType: 'nodebuffer' }));
