/** Layer 2. The bytes of a copy → its text. Each format's reader is loaded when a copy is in it. */
import { extname } from 'node:path';
import { FindingsError } from '../diagnostic.js';
import type { LanguageTag } from '../facts/schema.js';
import type { Block } from './document.js';
import { decodeText } from './encoding.js';

export type Format = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

const formats: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

/** For messages. */
export const readable = '.txt, .md, .html, .docx or .pdf';
export const mostBytes = 64 * 2 ** 20;
/** As many as figures are looked for in at once. */
const mostCharacters = 2_000_000;

/** By the end of the name; undefined where it tells none. */
export function formatOf(name: string): Format | undefined {
  return formats[extname(name).toLowerCase()];
}

/** Why a copy cannot be read, in one sentence without its name. */
export class UnreadableError extends Error {
  readonly hint: string;
  constructor(problem: string, hint: string) {
    super(problem);
    this.name = 'UnreadableError';
    this.hint = hint;
  }
}

/** @throws {UnreadableError} for whatever keeps the text from being read */
export async function readSource(bytes: Uint8Array, name: string, language: LanguageTag): Promise<Block[]> {
  if (bytes.length > mostBytes)
    throw new UnreadableError(
      `it has ${bytes.length} bytes`,
      `Keep it below ${mostBytes} bytes, or save its text.`,
    );
  const format = contentFormat(bytes) ?? formatOf(name);
  if (!format) throw new UnreadableError('its format is not known', `Save it as ${readable}.`);
  const blocks = await blocksIn(format, bytes, language);
  const characters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > mostCharacters) throw tooLong(characters);
  if (characters === 0) {
    throw new UnreadableError(
      'there is no text in it',
      format === 'pdf'
        ? 'It may be a scan, or use fonts that do not tell their characters: save the text itself.'
        : 'Save the text itself.',
    );
  }
  return blocks;
}

/** What the bytes say whatever the name says. */
function contentFormat(bytes: Uint8Array): Format | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 5));
  if (head === '%PDF-') return 'pdf';
  return head.startsWith('PK\u0003\u0004') ? 'docx' : undefined;
}

async function blocksIn(format: Format, bytes: Uint8Array, language: LanguageTag): Promise<Block[]> {
  try {
    if (format === 'pdf') return await (await import('./formats/pdf.js')).pdfBlocks(bytes);
    if (format === 'docx') return (await import('./formats/docx.js')).docxBlocks(bytes);
    if (format === 'markdown')
      return (await import('./formats/markdown.js')).markdownBlocks(within(textIn(bytes, language)));
    if (format === 'text') return (await import('./formats/text.js')).textBlocks(textIn(bytes, language));
    const { declaredEncoding, htmlBlocks } = await import('./formats/html.js');
    return htmlBlocks(textIn(bytes, language, declaredEncoding(bytes)));
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const problem = error instanceof FindingsError ? error.diagnostics[0]?.message : (error as Error).message;
    throw new UnreadableError(
      problem ?? 'it is damaged',
      'Open it to see whether it is whole, and save it again.',
    );
  }
}

const tooLong = (characters: number): UnreadableError =>
  new UnreadableError(`it has ${characters} characters`, `Split it: at most ${mostCharacters} are read.`);

function within(text: string): string {
  if (text.length > mostCharacters) throw tooLong(text.length);
  return text;
}

function textIn(bytes: Uint8Array, language: LanguageTag, declared?: string): string {
  const text = decodeText(bytes, language, declared);
  if (text === undefined) throw new UnreadableError('it is no text', 'Save it as UTF-8.');
  return text;
}
