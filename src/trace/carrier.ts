/**
 * Layer 2. How the record travels: as JSON, packed with Brotli, in custom document properties of at most 250 characters
 * each, with one more that says how many there are and what they must add up to.
 */
import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod';
import { UsageError } from '../diagnostic.js';
import { type TraceRecord, traceRecord } from './record.js';

const head = 'zonebrief.trace';
const format = '1';
/** Some programs count the end of a text in the 255 that a property may have. */
const chunkLength = 250;
const mostChunks = 20_000;
/** Unpacked; the sample's decks come to some tens of thousands. */
const mostBytes = 32 * 2 ** 20;

const digest = (packed: string): string => createHash('sha256').update(packed).digest('hex').slice(0, 16);

export function packRecord(record: TraceRecord): Map<string, string> {
  const json = Buffer.from(JSON.stringify(record));
  const packed = brotliCompressSync(json, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // The highest takes fifty times as long and saves a seventh.
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    },
  }).toString('base64url');
  const chunks = packed.match(new RegExp(`.{1,${chunkLength}}`, 'g')) ?? [];
  return new Map([
    [head, `${format} ${chunks.length} ${digest(packed)}`],
    ...chunks.map((chunk, index) => [`${head}.${index + 1}`, chunk] as const),
  ]);
}

/**
 * @returns undefined where the properties hold no record
 * @throws {UsageError} where the record is damaged or of a later format
 */
export function unpackRecord(properties: ReadonlyMap<string, string>): TraceRecord | undefined {
  const title = properties.get(head);
  if (title === undefined) return undefined;
  const [version, count, sum] = title.split(' ');
  if (version !== format) {
    throw new UsageError(
      `the file's record is of format ${JSON.stringify(version?.slice(0, 20))}; this zonebrief reads format ${format}`,
      'trace it with the version of zonebrief that made it, or a later one',
    );
  }
  const chunks: string[] = [];
  const expected = Number(count);
  if (!(expected > 0 && expected <= mostChunks)) throw damaged(`it is said to have ${count} pieces`);
  for (let number = 1; number <= expected; number += 1) {
    const chunk = properties.get(`${head}.${number}`);
    if (chunk === undefined) throw damaged(`piece ${number} of ${expected} is missing`);
    chunks.push(chunk);
  }
  const packed = chunks.join('');
  if (digest(packed) !== sum) throw damaged('its checksum does not fit');
  try {
    const json = brotliDecompressSync(Buffer.from(packed, 'base64url'), { maxOutputLength: mostBytes });
    return traceRecord.parse(JSON.parse(json.toString('utf8')));
  } catch (error) {
    throw damaged(error instanceof z.ZodError ? 'it is not of the form expected' : 'it cannot be unpacked');
  }
}

function damaged(how: string): UsageError {
  return new UsageError(
    `the file's record of its figures (custom document properties "${head}…") is damaged: ${how}`,
    'make the file again with zonebrief build, or take a copy whose properties were not edited',
  );
}
