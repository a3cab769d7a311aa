/** Layer 4. A PDF's bytes: what its writer took from clock and chance is replaced, so that it gives the same bytes again. */
import { createHash } from 'node:crypto';

/** A PDF is bytes; as Latin-1 each of them is a character, and offsets stay. */
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

export const isPdf = (bytes: Uint8Array): boolean => text(bytes.subarray(0, 5)) === '%PDF-';

const noId = '0'.repeat(32);

/**
 * The PDF with a given date in its info dictionary, and its id and checksum computed from the content. Each is replaced by
 * as many bytes, since a PDF's cross-reference table counts them.
 * @param date ISO 8601
 */
export function timeless(pdf: Uint8Array, date: string): Uint8Array {
  const digits = new Date(date).toISOString().replace(/\D/g, '').slice(0, 14);
  const bare = text(pdf)
    .replace(/(\/(?:Creation|Mod)Date\s?\(D:)\d{14}/g, `$1${digits}`)
    .replace(/(\/(?:Creation|Mod)Date\s?\(D:\d{14})[+-]\d\d'\d\d/g, "$1+00'00")
    .replace(/(\/ID\s*\[\s*<)[0-9A-Fa-f]{32}(>\s*<)[0-9A-Fa-f]{32}(>\s*\])/g, `$1${noId}$2${noId}$3`)
    .replace(/(\/DocChecksum\s*\/)[0-9A-Fa-f]{32}/g, `$1${noId}`);
  const id = createHash('sha256').update(bare, 'latin1').digest('hex').slice(0, 32).toUpperCase();
  const named = bare
    .replace(new RegExp(`(/ID\\s*\\[\\s*<)${noId}(>\\s*<)${noId}`, 'g'), `$1${id}$2${id}`)
    .replace(new RegExp(`(/DocChecksum\\s*/)${noId}`, 'g'), `$1${id}`);
  return new Uint8Array(Buffer.from(named, 'latin1'));
}

/** "LibreOffice 7.4": what the info dictionary names as the PDF's producer; undefined where it names none. */
export function producerOf(pdf: Uint8Array): string | undefined {
  const [, hex, literal] = /\/Producer\s*(?:<FEFF((?:[0-9A-Fa-f]{4})*)>|\(([^)]*)\))/.exec(text(pdf)) ?? [];
  return hex === undefined ? literal : Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
