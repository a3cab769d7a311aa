/** Layer 2. Opens a finished file for the record that it carries. */
import { FindingsError, UsageError } from '../diagnostic.js';
import { readCustomProperties } from '../ooxml/custom-properties.js';
import { OfficeFile } from '../ooxml/lint/file.js';
import { readPackage } from '../ooxml/package.js';
import { Parts } from '../ooxml/parts.js';
import { unpackRecord } from './carrier.js';
import type { TraceRecord } from './record.js';

/**
 * What a file says of itself, as it was made, whatever was edited since.
 * @throws {UsageError} for a file that is none of zonebrief's, or whose record is damaged
 */
export function readRecord(bytes: Uint8Array): TraceRecord {
  return openFile(bytes, (_, record) => record);
}

/**
 * @param use what is made of the file while it is open; findings about the package that it meets become the error, too
 * @throws {UsageError} for a file that is none of zonebrief's, or whose record is damaged
 */
export function openFile<T>(bytes: Uint8Array, use: (file: OfficeFile, record: TraceRecord) => T): T {
  try {
    const file = new OfficeFile(new Parts(readPackage(bytes)));
    const record = unpackRecord(readCustomProperties(file.parts));
    if (!record) {
      throw new UsageError(
        'the file carries no record of its figures: zonebrief did not make it, or its custom properties were removed',
        'give a briefing.*.pptx or summary.*.docx that zonebrief build made; files of earlier versions must be made again',
      );
    }
    const root = file.main === undefined ? undefined : file.parts.xml(file.main).name;
    const expected = record.kind === 'deck' ? 'p:presentation' : 'w:document';
    if (root !== expected) {
      throw new UsageError(
        `the record is that of a ${record.kind}, but the file's main part is ${root ?? 'missing'}`,
        `expected ${expected}: give the file that zonebrief build made`,
      );
    }
    return use(file, record);
  } catch (error) {
    if (!(error instanceof FindingsError)) throw error;
    const [first] = error.diagnostics;
    throw new UsageError(
      `the file cannot be read: ${first?.message ?? error.message}`,
      first?.hint ?? 'give a .pptx or .docx',
    );
  }
}
