/** What is on the pages of a PDF: how much of each is white at its foot, and where its lines are. */
import { spawnSync } from 'node:child_process';
import { run } from './sample.js';

export interface Band {
  /** Points from the paper's edge. */
  readonly top: number;
  readonly bottom: number;
}

const dotsPerInch = 36;
/** Of 255: what is lighter counts as white. */
const white = 250;

/** Of each page, the highest band without any mark between the two heights, as a share of them. */
export function whiteBands(pdf: string, { top, bottom }: Band): number[] {
  const { stdout } = spawnSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', pdf], { maxBuffer: 1 << 28 });
  const shares: number[] = [];
  for (let at = 0; at < stdout.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.toString('latin1', at, at + 40));
    if (!head) throw new Error(`${pdf}: no picture of a page at byte ${at}`);
    const [width, height] = [Number(head[1]), Number(head[2])];
    const pixels = stdout.subarray(at + head[0].length, at + head[0].length + width * height);
    at += head[0].length + width * height;
    const [first, last] = [top, bottom].map((points) => Math.round((points * dotsPerInch) / 72)) as [
      number,
      number,
    ];
    let band = 0;
    let highest = 0;
    for (let y = first; y < last; y += 1) {
      const marked = pixels.subarray(y * width, (y + 1) * width).some((pixel) => pixel < white);
      band = marked ? 0 : band + 1;
      highest = Math.max(highest, band);
    }
    shares.push(highest / (last - first));
  }
  return shares;
}

export interface Line extends Band {
  readonly left: number;
  readonly text: string;
}

/** Of each page, its lines as poppler finds them. */
export function linesOfPages(pdf: string): Line[][] {
  const bounds = run('pdftotext', ['-bbox-layout', '-enc', 'UTF-8', pdf, '-'], '.').stdout;
  const line = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([\s\S]*?)<\/line>/g;
  return bounds
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(line)].map(([, left, top, bottom, words = '']) => ({
        left: Number(left),
        top: Number(top),
        bottom: Number(bottom),
        text: [...words.matchAll(/>([^<]*)<\/word>/g)].map(([, word]) => word).join(' '),
      })),
    );
}
