/** Layer 2. Bytes of a text file → text. Old Chinese files are GB18030 or Big5 and do not say so. */

/** @returns undefined where the bytes are no text in any encoding that is looked for */
export function decodeText(bytes: Uint8Array, language: string, declared?: string): string | undefined {
  const marked = byteOrderMark(bytes);
  if (marked) return decode(bytes, marked);
  const encodings = ['utf-8', ...(declared ? [declared] : []), ...usualIn(language)];
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text !== undefined && !text.includes('\0')) return text;
  }
  return undefined;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding, or none that the platform knows.
    return undefined;
  }
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** What a file that is not UTF-8 most likely is. GB18030 includes GBK and GB2312. */
function usualIn(language: string): readonly string[] {
  if (/^zh-(Hant|TW|HK|MO)/i.test(language)) return ['big5', 'gb18030'];
  if (/^zh/i.test(language)) return ['gb18030', 'big5'];
  if (/^ja/i.test(language)) return ['shift_jis', 'euc-jp'];
  if (/^ko/i.test(language)) return ['euc-kr'];
  if (/^(ru|uk|bg|sr|be|mk)/i.test(language)) return ['windows-1251'];
  if (/^(cs|hu|pl|ro|sk|sl|hr)/i.test(language)) return ['windows-1250'];
  return ['windows-1252'];
}
