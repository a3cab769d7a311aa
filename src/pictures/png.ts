/** Layer 1. Whether a PNG is whole, by the checksums that the format has (W3C PNG, third edition, 5.3). */
import { crc32 } from 'node:zlib';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Every chunk is there with the bytes that its checksum is over, the header is the first and IEND the last of them. */
export function isWholePng(bytes: Uint8Array): boolean {
  if (!signature.every((byte, index) => bytes[index] === byte)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let last = '';
  for (let at = signature.length; at < bytes.length; ) {
    if (at + 12 > bytes.length) return false;
    const data = at + 8;
    const end = data + view.getUint32(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return false;
    const name = String.fromCharCode(...bytes.subarray(at + 4, data));
    if (last === 'IEND' || (last === '') !== (name === 'IHDR')) return false;
    last = name;
    at = end + 4;
  }
  return last === 'IEND';
}
