/** Layer 4. Decks and summaries as PDF, by whatever program the caller has. */
import { UsageError } from '../diagnostic.js';
import type { LanguageTag } from '../facts/schema.js';
import type { Output } from './manifest.js';
import { isPdf, timeless } from './pdf-bytes.js';

export interface OfficeFile {
  /** briefing.de.pptx */
  readonly name: string;
  readonly content: Uint8Array;
  /** Which the PDF names as its own. */
  readonly language: LanguageTag;
}

/** Makes a tagged PDF, with title, language and embedded fonts, of each file. */
export interface Converter {
  /**
   * @returns the PDFs by the name of the file each was made of
   * @throws {UsageError} when the program fails
   */
  convert(files: readonly OfficeFile[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/**
 * A PDF beside each deck and summary: briefing.de.pptx → briefing.de.pdf.
 * @param date of the files, ISO 8601
 * @throws {UsageError} when the program fails, or gives less than was asked for
 */
export async function convertToPdf(
  converter: Converter,
  outputs: readonly Output[],
  date: string,
): Promise<Output[]> {
  const files = outputs.flatMap(({ name, content, language }) =>
    language === undefined ? [] : [{ name, content, language }],
  );
  const made = await converter.convert(files);
  return outputs.flatMap(({ name, facts, language }) => {
    if (language === undefined) return [];
    const pdf = made.get(name);
    if (!pdf || !isPdf(pdf))
      throw new UsageError(
        `no PDF came of ${name}`,
        'open the file in LibreOffice to see what it says of it, or build without --pdf',
      );
    return [{ name: pdfName(name), content: timeless(pdf, date), facts }];
  });
}

const pdfName = (name: string): string => name.replace(/\.\w+$/, '.pdf');
