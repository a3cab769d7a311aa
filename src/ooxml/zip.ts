/**
 * Layer 1. The zip container of Open XML files (APPNOTE 6.3.9, the part of it that Office writes): reading with every
 * size known before anything is unpacked, writing so that the same entries give the same bytes. Node's own zlib, since
 * it deflates a deck in a tenth of the time that a zip library in JavaScript needs.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { FindingsError } from '../diagnostic.js';
import { Memory } from '../memory.js';

export interface ZipLimits {
  /** Largest number of entries. */
  readonly entries: number;
  /** Largest size of one entry, unpacked, in bytes. */
  readonly entryBytes: number;
  /** Largest size of all entries together, unpacked, in bytes. */
  readonly totalBytes: number;
}

/** Far above what a briefing needs, far below what exhausts a small machine. */
export const zipLimits: ZipLimits = { entries: 10_000, entryBytes: 128 * 2 ** 20, totalBytes: 512 * 2 ** 20 };

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const methods = { stored: 0, deflated: 8 } as const;
const utf8Names = 0x0800;
const encrypted = 0x0001;

function refuse(code: string, message: string, expected: string, hint: string): never {
  throw new FindingsError([{ code: `ooxml/${code}`, severity: 'error', message, expected, hint }]);
}

const corrupt = (message: string): never =>
  refuse(
    'zip-corrupt',
    message,
    'an undamaged zip as Word or PowerPoint writes it',
    'make or fetch the file again',
  );

/** Offset of the end-of-central-directory record, which only a comment of up to 65535 bytes may follow. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (
      view.getUint32(at, true) === signatures.end &&
      at + 22 + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  }
  return refuse(
    'not-a-zip',
    `this is no zip file (${view.byteLength} bytes, no end-of-central-directory record)`,
    'a .pptx or .docx, which is a zip of XML parts',
    'check that the right file was given and that it was copied whole; an encrypted Office file is no zip either',
  );
}

interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: ZipLimits): DirectoryEntry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff)
    corrupt('the zip uses the 64-bit extension, which no Office file of a sane size needs');
  if (count > limits.entries)
    refuse(
      'zip-too-large',
      `the zip holds ${count} parts`,
      `at most ${limits.entries} parts`,
      'this looks like a zip bomb: do not open it',
    );
  const names = new TextDecoder('utf-8', { fatal: false });
  const entries: DirectoryEntry[] = [];
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== signatures.central)
      corrupt(`entry ${index + 1} of ${count} in the zip's directory is damaged`);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) =>
      view.getUint16(at + o, true),
    ) as [number, number, number];
    const entry: DirectoryEntry = {
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const shown = JSON.stringify(entry.name);
    if (view.getUint16(at + 8, true) & encrypted) corrupt(`part ${shown} is encrypted`);
    if (entry.method !== methods.stored && entry.method !== methods.deflated)
      corrupt(`part ${shown} is packed by method ${entry.method}; Office knows 0 (stored) and 8 (deflated)`);
    total += entry.unpacked;
    if (entry.unpacked > limits.entryBytes || total > limits.totalBytes)
      refuse(
        'zip-too-large',
        `part ${shown} would unpack to ${entry.unpacked} bytes, ${total} with those before it`,
        `at most ${limits.entryBytes} bytes a part and ${limits.totalBytes} in all`,
        'this looks like a zip bomb: do not open it; else make its pictures smaller',
      );
    entries.push(entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The packed bytes of an entry, where its local header says they stand. */
function packedBytes(bytes: Uint8Array, view: DataView, entry: DirectoryEntry): Uint8Array {
  const shown = JSON.stringify(entry.name);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== signatures.local)
    corrupt(`part ${shown} has no local header at offset ${entry.offset}`);
  const from =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (from + entry.packed > bytes.length) corrupt(`part ${shown} runs past the end of the file`);
  return bytes.subarray(from, from + entry.packed);
}

/** The declared size bounds the output, so a header that lies cannot fill the memory. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const most = Math.max(size, 1);
  // One piece, for the whole of it.
  const chunkSize = Math.min(Math.max(most, 64), 2 ** 20);
  return inflateRawSync(packed, { maxOutputLength: most, chunkSize });
}

function unpack(bytes: Uint8Array, view: DataView, entry: DirectoryEntry): Uint8Array {
  const shown = JSON.stringify(entry.name);
  const packed = packedBytes(bytes, view, entry);
  let content: Uint8Array = packed;
  if (entry.method === methods.deflated) {
    try {
      content = inflate(packed, entry.unpacked);
    } catch (error) {
      corrupt(`part ${shown} cannot be unpacked: ${(error as Error).message}`);
    }
  }
  if (content.length !== entry.unpacked)
    corrupt(`part ${shown} has ${content.length} bytes where its header says ${entry.unpacked}`);
  if (crc32(content) !== entry.crc) corrupt(`part ${shown} fails its checksum`);
  return content;
}

/**
 * Entries of a zip, in the order of its directory; folders are left out.
 * @throws {FindingsError} `ooxml/not-a-zip`, `ooxml/zip-too-large`, `ooxml/zip-corrupt`
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Uint8Array>();
  for (const entry of readDirectory(bytes, view, limits)) {
    if (entry.name.endsWith('/')) continue;
    if (/^\/|\\|(^|\/)\.{1,2}(\/|$)|[\0-\x1f]/.test(entry.name))
      corrupt(`part name ${JSON.stringify(entry.name)} is not allowed in a package`);
    if (entries.has(entry.name)) corrupt(`part ${JSON.stringify(entry.name)} is there twice`);
    entries.set(entry.name, unpack(bytes, view, entry));
  }
  return entries;
}

/**
 * What a zip holds, as it is packed; nothing is unpacked.
 * @throws {FindingsError} as `readZip`
 */
export function listZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): [name: string, PackedEntry][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readDirectory(bytes, view, limits).map((entry) => {
    const { name, crc, unpacked: size, method } = entry;
    const packed = packedBytes(bytes, view, entry);
    return [name, { crc, size, packed, deflated: method === methods.deflated }];
  });
}

/** MS-DOS date and time (2 s steps, from 1980), in UTC: the machine's time zone must not show in the bytes. */
function dosTime(date: Date): { time: number; day: number } {
  if (Number.isNaN(date.getTime())) throw new RangeError('writeZip: the date is invalid');
  const year = Math.min(Math.max(date.getUTCFullYear(), 1980), 2107);
  return {
    time: (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    day: ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  };
}

/** Deflating these again costs time and gains nothing. */
const packedAlready = /\.(png|jpe?g|gif|xlsx|docx|pptx|mp4|m4v)$/i;

/** An entry as it stands in a zip. */
export interface PackedEntry {
  readonly packed: Uint8Array;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** CRC-32 of what is unpacked. */
  readonly crc: number;
  /** Else the bytes are stored as they are. */
  readonly deflated: boolean;
}

/** Pictures and embedded packages are stored, all else is deflated where that makes it smaller. */
export function packEntry(name: string, content: Uint8Array): PackedEntry {
  const packed = packedAlready.test(name) ? undefined : deflateRawSync(content, { level: 6 });
  const deflated = packed !== undefined && packed.length < content.length;
  return {
    // A copy: zlib's is a small piece of a chunk that it would keep in memory.
    packed: deflated ? new Uint8Array(packed) : content,
    size: content.length,
    crc: crc32(content),
    deflated,
  };
}

/** What was packed. @throws {Error} where it cannot be unpacked */
export const unpackEntry = ({ packed, size, deflated }: PackedEntry): Uint8Array =>
  deflated ? inflate(packed, size) : packed;

/** An entry, and whether it unpacks to what was packed. */
export interface CheckedEntry extends PackedEntry {
  readonly sound: boolean;
}

/** Relationships, layouts, styles: of the parts of a further deck or zone, two thirds are as they were. */
const packedBefore = new Memory(1_000_000);
/** Longer ones are slides and texts, which are not. */
const longestKept = 12_000;

export function packChecked(name: string, content: Uint8Array): CheckedEntry {
  const pack = (): CheckedEntry => {
    const entry = packEntry(name, content);
    return { ...entry, sound: unpacksTo(entry, content) };
  };
  if (content.length > longestKept || packedAlready.test(name)) return pack();
  const { buffer, byteOffset, length } = content;
  return packedBefore.recall('part', Buffer.from(buffer, byteOffset, length).toString('latin1'), pack);
}

function unpacksTo(entry: PackedEntry, content: Uint8Array): boolean {
  try {
    return Buffer.compare(unpackEntry(entry), content) === 0;
  } catch {
    return false;
  }
}

/**
 * A zip of the entries in the order given, packed already or yet to be. Same entries and date, same bytes: fixed level,
 * fixed time, no extra fields.
 */
export function writeZip(
  entries: Iterable<readonly [string, Uint8Array | PackedEntry]>,
  date: Date,
): Uint8Array {
  const { time, day } = dosTime(date);
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const nameBytes = new TextEncoder().encode(name);
    const { packed, size, crc, deflated } =
      content instanceof Uint8Array ? packEntry(name, content) : content;
    // From "version needed to extract" to "extra field length", common to both headers.
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    common.setUint16(2, utf8Names, true);
    common.setUint16(4, deflated ? methods.deflated : methods.stored, true);
    common.setUint16(6, time, true);
    common.setUint16(8, day, true);
    common.setUint32(10, crc, true);
    common.setUint32(14, packed.length, true);
    common.setUint32(18, size, true);
    common.setUint16(22, nameBytes.length, true);
    const commonBytes = new Uint8Array(common.buffer);

    const local = new Uint8Array(30);
    new DataView(local.buffer).setUint32(0, signatures.local, true);
    local.set(commonBytes, 4);
    const central = new Uint8Array(46);
    const centralView = new DataView(central.buffer);
    centralView.setUint32(0, signatures.central, true);
    centralView.setUint16(4, 20, true);
    central.set(commonBytes, 6);
    centralView.setUint32(42, offset, true);

    chunks.push(local, nameBytes, packed);
    directory.push(central, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const directoryBytes = directory.reduce((sum, chunk) => sum + chunk.length, 0);
  const end = new Uint8Array(22);
  const endView = new DataView(end.buffer);
  endView.setUint32(0, signatures.end, true);
  endView.setUint16(8, directory.length / 2, true);
  endView.setUint16(10, directory.length / 2, true);
  endView.setUint32(12, directoryBytes, true);
  endView.setUint32(16, offset, true);
  const all = Buffer.concat([...chunks, ...directory, end]);
  return new Uint8Array(all.buffer, all.byteOffset, all.length);
}
