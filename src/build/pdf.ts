/** Layer 4. Decks and summaries as PDF, by whatever program the caller has. */
import { UsageError } from '../diagnostic.js';
import type { LanguageTag } from '../facts/schema.js';
import { sha256 } from './inputs.js';
import { pdfKey } from './keys.js';
import { infoOf, type Keep, type KeptOutput, type Output, type OutputInfo } from './output.js';
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
 * @param made decks and summaries that were made, and what else was
 * @param kept those that stand there already, whose PDFs may do so, too
 * @param date of the files, ISO 8601
 * @throws {UsageError} when the program fails, or gives less than was asked for
 */
export async function convertToPdf(
  converter: Converter,
  { made, kept }: { readonly made: readonly Output[]; readonly kept: readonly KeptOutput[] },
  date: string,
  keep: Keep = async () => undefined,
): Promise<{ made: Output[]; kept: KeptOutput[] }> {
  const files: (OfficeFile & { readonly info: OutputInfo })[] = [];
  const done: KeptOutput[] = [];
  for (const file of [...made, ...kept]) {
    const { language } = file;
    if (language === undefined) continue;
    const hash = 'content' in file ? sha256(file.content) : file.sha256;
    const key = pdfKey(hash, date);
    const info = { ...infoOf(file), name: pdfName(file.name), key, language: undefined };
    const there = await keep(info.name, key);
    if (there) done.push({ ...info, ...there });
    else
      files.push({
        name: file.name,
        language,
        content: 'content' in file ? file.content : await file.read(),
        info,
      });
  }
  if (files.length === 0) return { made: [], kept: done };
  const converted = await converter.convert(files.map(({ info, ...file }) => file));
  const outputs = files.map(({ name, info }): Output => {
    const pdf = converted.get(name);
    if (!pdf || !isPdf(pdf))
      throw new UsageError(
        `no PDF came of ${name}`,
        'open the file in LibreOffice to see what it says of it, or build without --pdf',
      );
    return { ...info, content: timeless(pdf, date) };
  });
  return { made: outputs, kept: done };
}

const pdfName = (name: string): string => name.replace(/\.\w+$/, '.pdf');
