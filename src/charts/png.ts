/**
 * Layer 2. Pixels as a PNG with at most 256 colours: charts have a handful of colours and the soft edges between them,
 * so that this takes less than half of the bytes and a fraction of the time of Skia's own encoder. Format: W3C PNG, third edition.
 */
import { crc32, deflateSync } from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const mostColours = 256;
const filterNone = 0;
const filterUp = 2;
/** zlib’s; the next that takes less room, 5, makes pictures a sixth smaller in more than twice the time. */
const compression = 3;
/** Pixels from which a native call is faster than a loop. */
const worthFilling = 16;
/** Of the hash of a colour; charts have up to a thousand. */
const hashBits = 12;

/**
 * Encodes opaque pixels. With more than 256 colours, the rarest are replaced by the nearest of the others: those are
 * single pixels on the edges of letters.
 *
 * @param pixels RGBA, four bytes a pixel, rows from the top; alpha is ignored
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
  // Signed, since only numbers up to 2^31 are found in a map without making an object of each.
  const values = new Int32Array(aligned.buffer, aligned.byteOffset, width * height);
  const bytes = Buffer.from(aligned.buffer, aligned.byteOffset, width * height * 4);
  const stride = width * 4;
  const scanlines = roomFor((width + 1) * height);
  const runs = new Runs();
  for (let row = 0; row < height; row += 1) {
    const at = row * stride;
    // Most rows of a chart are equal to the one above: they differ from it by zeros, which the array holds already.
    if (row > 0 && bytes.compare(bytes, at - stride, at, at, at + stride) === 0)
      scanlines[row * (width + 1)] = filterUp;
    else runs.add(values, row * width, width);
  }
  const { palette, indexOf } = choosePalette(runs.colours, runs.counts);
  let run = 0;
  for (let row = 0; row < height; row += 1) {
    const at = row * (width + 1);
    if (scanlines[at] === filterNone) run = runs.write(run, indexOf, scanlines, at + 1, width);
  }

  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8); // bits a sample
  header.setUint8(9, 3); // palette
  return Buffer.concat([
    signature,
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(scanlines, { level: compression })),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** One picture after the other is encoded in the same room: V8 would let go of a megabyte for each at full collections only. */
let room = new Uint8Array(0);
function roomFor(bytes: number): Uint8Array {
  if (room.length < bytes) room = new Uint8Array(bytes);
  return room.subarray(0, bytes).fill(0);
}

/**
 * Rows of pixels as runs of equal ones, whose colours are numbered as they appear. One row a call: V8 puts a function that it
 * has optimised in place of the slow one at its next call, and a picture has too few pixels for it to do so within a loop.
 */
class Runs {
  readonly colours: number[] = [];
  /** How many pixels each colour has. */
  readonly counts: number[] = [];
  readonly #idOf = new Map<number, number>();
  /** Colours met lately, and their numbers, by a hash: most are found here, in a third of the time. */
  readonly #lately = new Int32Array(1 << hashBits);
  readonly #latelyIds = new Int32Array(1 << hashBits).fill(-1);
  /** Of each run the number of its colour, and its length. */
  #runs = new Uint32Array(1 << 17);
  #used = 0;

  /** @param values pixels as numbers, of which the row begins at `from` */
  add(values: Int32Array, from: number, width: number): void {
    if (this.#used + width * 2 > this.#runs.length) {
      const longer = new Uint32Array((this.#runs.length + width) * 2);
      longer.set(this.#runs);
      this.#runs = longer;
    }
    const { counts } = this;
    const runs = this.#runs;
    const lately = this.#lately;
    let used = this.#used;
    const end = from + width;
    const four = end - 4;
    for (let at = from; at < end; ) {
      const value = values[at] as number;
      const begun = at;
      at += 1;
      while (
        at <= four &&
        values[at] === value &&
        values[at + 1] === value &&
        values[at + 2] === value &&
        values[at + 3] === value
      )
        at += 4;
      while (at < end && values[at] === value) at += 1;
      const hash = Math.imul(value, 0x9e3779b1) >>> (32 - hashBits);
      let id = lately[hash] === value ? (this.#latelyIds[hash] as number) : -1;
      if (id < 0) {
        id = this.#idFor(value);
        lately[hash] = value;
        this.#latelyIds[hash] = id;
      }
      counts[id] = (counts[id] as number) + at - begun;
      runs[used] = id;
      runs[used + 1] = at - begun;
      used += 2;
    }
    this.#used = used;
  }

  #idFor(value: number): number {
    const known = this.#idOf.get(value);
    if (known !== undefined) return known;
    const id = this.colours.length;
    this.#idOf.set(value, id);
    this.colours.push(value >>> 0);
    this.counts.push(0);
    return id;
  }

  /**
   * Writes a row's pixels as indices of a palette.
   * @param run where the row's runs begin: 0, then what was returned for the row before
   * @param indexOf the index of each colour
   */
  write(run: number, indexOf: Uint8Array, scanlines: Uint8Array, from: number, width: number): number {
    const runs = this.#runs;
    const end = from + width;
    let next = run;
    for (let to = from; to < end; next += 2) {
      const index = indexOf[runs[next] as number] as number;
      const last = to + (runs[next + 1] as number);
      if (last - to > worthFilling) scanlines.fill(index, to, last);
      else for (; to < last; to += 1) scanlines[to] = index;
      to = last;
    }
    return next;
  }
}

/** The colours most used, and for every colour of the picture the index of the one that stands for it. */
function choosePalette(colours: readonly number[], counts: readonly number[]) {
  // By number, then by value, so that the order does not depend on anything but the picture.
  const ranked = colours
    .map((_, id) => id)
    .sort(
      (a, b) =>
        (counts[b] as number) - (counts[a] as number) || (colours[a] as number) - (colours[b] as number),
    );
  const size = Math.min(ranked.length, mostColours);
  const palette = new Uint8Array(size * 3);
  const indexOf = new Uint8Array(colours.length);
  for (const [rank, id] of ranked.entries()) {
    const [red, green, blue] = channelsOf(colours[id] as number);
    if (rank < size) {
      palette.set([red, green, blue], rank * 3);
      indexOf[id] = rank;
    } else indexOf[id] = nearestIn(palette, red, green, blue);
  }
  return { palette, indexOf };
}

function nearestIn(palette: Uint8Array, red: number, green: number, blue: number): number {
  let best = 0;
  let nearest = 3 * 256 ** 2;
  for (let at = 0; at < palette.length; at += 3) {
    const r = (palette[at] as number) - red;
    const g = (palette[at + 1] as number) - green;
    const b = (palette[at + 2] as number) - blue;
    const distance = r * r + g * g + b * b;
    if (distance < nearest) {
      best = at;
      nearest = distance;
    }
  }
  return best / 3;
}

/** Red, green and blue of a pixel read as a number, in the byte order of the machine. */
function channelsOf(value: number): [number, number, number] {
  return littleEndian
    ? [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff]
    : [value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff];
}
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function chunk(type: string, data: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  whole.set(data, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}
