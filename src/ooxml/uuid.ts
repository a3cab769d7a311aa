/** Layer 1. Ids that Office wants to be unique and we want to be the same again. */
import { createHash } from 'node:crypto';

/** A UUID of version 8 (RFC 9562: from data of one's own), upper case in braces. */
export function uuidOf(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex').toUpperCase();
  const variant = '89AB'[Number.parseInt(digits[16] as string, 16) % 4];
  return `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}}`;
}
