/** Layer 2. Text set in a chart: measured, broken into lines and given its place before anything is drawn. Pixels. */
import type { Face } from '../fonts/advances.js';
import { breakLines, textWidth, unbreakableWidth } from '../fonts/measure.js';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lines of text and the box around them. Centred lines are centred in the box. */
export interface PlacedText extends Rect {
  readonly role: 'title' | 'unit' | 'label' | 'value' | 'tick' | 'note' | 'source';
  readonly lines: readonly string[];
  readonly font: Font;
  readonly colour: string;
  readonly align: 'left' | 'center';
}

export interface Font {
  readonly size: number;
  readonly bold: boolean;
  /** noto where the language is written in hanzi: their font then sets the Latin letters, too. */
  readonly face: Face;
}

/** Broken into lines and measured, without a place. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly font: Font;
  readonly width: number;
  readonly height: number;
}

/** Hanzi fill their em, so that their lines need more room between. */
export const lineHeight = (font: Font): number => font.size * (font.face === 'noto' ? 1.36 : 1.24);

/** By tag, of which a zone has a few: `Intl.Locale` is slow, and every frame that is tried asks. */
const faces = new Map<string, Face>();

/** Whether a language is written in hanzi or kana, by its tag: zh-CN, zh-Hant, ja. */
export function faceOf(language: string): Face {
  let face = faces.get(language);
  if (!face) {
    const script = new Intl.Locale(language).maximize().script ?? '';
    face = ['Hans', 'Hant', 'Jpan', 'Kore'].includes(script) ? 'noto' : 'arial';
    faces.set(language, face);
  }
  return face;
}

/** Breaks a text into as few lines as `width` allows, and makes those as equally long as they can be. */
export function setText(text: string, font: Font, width: number): TextBlock {
  const fewest = breakLines(text, width, font.size, font);
  let lines = fewest;
  if (fewest.length > 1) {
    let tooNarrow = Math.min(
      width,
      Math.max(width / 2, unbreakableWidth(text, font.size, font, { dividing: 'words' })),
    );
    let enough = width;
    for (let step = 0; step < 7; step += 1) {
      const middle = (tooNarrow + enough) / 2;
      const narrower = breakLines(text, middle, font.size, font);
      if (narrower.length > fewest.length) tooNarrow = middle;
      else [enough, lines] = [middle, narrower];
    }
  }
  return {
    lines,
    font,
    width: Math.max(0, ...lines.map((line) => textWidth(line, font.size, font))),
    height: lines.length * lineHeight(font),
  };
}

/** Breaks a list of entries, each but the last ended by a semicolon, between entries rather than within them. */
export function setList(text: string, font: Font, width: number): TextBlock {
  const lines: string[] = [];
  for (const entry of text.split(/(?<=[;；])/)) {
    const joined = (lines.at(-1) ?? '') + entry;
    if (lines.length > 0 && textWidth(joined, font.size, font) <= width) lines[lines.length - 1] = joined;
    else lines.push(entry.trimStart());
  }
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, font.size, font)));
  if (widest > width) return setText(text, font, width);
  return { lines, font, width: widest, height: lines.length * lineHeight(font) };
}

export function place(
  block: TextBlock,
  at: { readonly x: number; readonly y: number },
  role: PlacedText['role'],
  colour: string,
  align: PlacedText['align'] = 'left',
): PlacedText {
  const x = align === 'center' ? at.x - block.width / 2 : at.x;
  return { ...block, x, y: at.y, role, colour, align };
}
