/**
 * Layer 4. What tells that a file is another one than before, for state.ts: its length and its CRC-32, which need a
 * fifth of the time of SHA-256, most of which is loading it. Every change within four bytes is seen for certain, of others
 * of the same length all but one in four thousand million. Against forgery it is no help, and none is needed: the manifest
 * has SHA-256.
 */
import { crc32 } from 'node:zlib';

export const checksum = (content: Uint8Array | string): string =>
  `${content.length}.${crc32(content).toString(16)}`;

/** Of the names in a folder. */
export const checksumOfNames = (names: readonly string[]): string => checksum(names.join('\0'));
