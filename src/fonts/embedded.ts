/**
 * Layer 1. The font that Word files carry with them, made by `scripts/subset-fonts.mjs`: where a machine lacks Arial, its
 * program sets Arimo, letter for letter as wide, and lines and pages end where they were worked out to end. (LibreOffice
 * takes it where neither Arial nor a double of it is there; Word always has Arial.) The licence allows it in any file.
 */
import data from './embedded.json' with { type: 'json' };

/** Families whose letters are as wide as Arial's. */
const asWide: ReadonlySet<string> = new Set(['Arial', 'Arimo', 'Liberation Sans']);

/** TrueType files. */
export interface FontFiles {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

let decoded: FontFiles | undefined;

/** What to set in place of a family, undefined where there is nothing as wide. */
export function embeddedFor(family: string): FontFiles | undefined {
  if (!asWide.has(family)) return undefined;
  decoded ??= { regular: Buffer.from(data.regular, 'base64'), bold: Buffer.from(data.bold, 'base64') };
  return decoded;
}
