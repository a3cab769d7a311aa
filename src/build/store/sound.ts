/** Layer 4. Whether a file is one that somebody may have edited, or what a fault left of it. */
import { crc32 } from 'node:zlib';
import { FindingsError } from '../../diagnostic.js';

/** Whether a file can be opened as what its name says. Of other kinds, whether it holds anything. */
export async function isSound(name: string, bytes: Uint8Array): Promise<boolean> {
  if (!bytes.some((byte) => byte !== 0)) return false;
  const kind = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (kind === 'pptx') return holdsPart(bytes, 'ppt/presentation.xml');
  if (kind === 'docx') return holdsPart(bytes, 'word/document.xml');
  if (kind === 'png') return isPng(bytes);
  if (kind === 'pdf') return isPdf(bytes);
  return true;
}

/** Every part is unpacked and held against its checksum. */
async function holdsPart(bytes: Uint8Array, part: string): Promise<boolean> {
  // With a password, Office packs it into a compound file (MS-OFFCRYPTO): somebody set that.
  if (latin(bytes.subarray(0, 8)) === '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1') return true;
  const { readPackage } = await import('../../ooxml/package.js');
  try {
    return readPackage(bytes).parts.has(part);
  } catch (error) {
    if (error instanceof FindingsError) return false;
    throw error;
  }
}

/** Every chunk is held against its checksum (W3C PNG, third edition, 5.3). */
function isPng(bytes: Uint8Array): boolean {
  if (latin(bytes.subarray(0, 8)) !== '\x89PNG\r\n\x1a\n') return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return false;
    if (latin(bytes.subarray(at + 4, at + 8)) === 'IEND') return true;
    at = end + 4;
  }
  return false;
}

/** Begins and ends as one (ISO 32000-2, 7.5): readers look for the end within the last kilobyte. */
const isPdf = (bytes: Uint8Array): boolean =>
  latin(bytes.subarray(0, 5)) === '%PDF-' && latin(bytes.subarray(-1024)).includes('%%EOF');

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
