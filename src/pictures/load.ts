/** Layer 1. Pictures that templates and themes name: read inside the allowed folders only, and only what is PNG or JPEG. */
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';
import type { EmbeddedImage } from '../document/document.js';
import type { World } from '../world.js';

const mostBytes = 10_000_000;
/** A picture of these dimensions takes 160 MB in memory once Office has unpacked it. */
const mostPixels = 40_000_000;

type Fault = Pick<Diagnostic, 'code' | 'message' | 'expected' | 'hint'>;

/**
 * Reads a picture.
 *
 * @param folders the picture is looked for in each, in order, and must really lie in one of them
 */
export async function loadImage(
  world: World,
  path: string,
  folders: readonly string[],
): Promise<{ image: EmbeddedImage; path: string } | { fault: Fault }> {
  const quoted = `the image "${path.slice(0, 100)}"`;
  const outside: Fault = {
    code: 'template/image-refused',
    message: `${quoted} is refused`,
    expected: 'a path relative to the folder of the template or of the zone, and inside it: images/map.png',
    hint: 'copy the picture there',
  };
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // A percent sign that encodes nothing is part of the name.
  }
  // Absolute paths of either kind of system, network shares, addresses, and "~".
  if (decoded === '' || isAbsolute(decoded) || /^[\\/~]|^[A-Za-z][A-Za-z0-9+.-]*:|[\\\p{Cc}]/u.test(decoded))
    return { fault: outside };
  let found: string | undefined;
  for (const folder of folders) {
    const candidate = join(folder, decoded);
    if ((await world.kindOf(candidate)) !== 'file') continue;
    const real = await world.realPath(candidate);
    for (const allowed of folders) {
      if ((await world.kindOf(allowed)) !== 'folder') continue;
      if (isInside(real, await world.realPath(allowed))) found ??= candidate;
    }
    if (found === undefined) return { fault: outside };
    break;
  }
  if (found === undefined) {
    // Says the same whether or not a file lies there, so that nothing can be learnt of what lies outside.
    if (folders.every((folder) => !isInside(join(folder, decoded), join(folder, '.'))))
      return { fault: outside };
    const code = 'template/image-missing';
    return {
      fault: {
        ...outside,
        code,
        message: `there is no file "${path.slice(0, 100)}"`,
        hint: 'check the spelling, upper and lower case too',
      },
    };
  }
  const fault = (message: string, expected: string, hint: string): { fault: Fault } => ({
    fault: { code: 'template/image-refused', message: `${quoted} ${message}`, expected, hint },
  });
  let bytes: Uint8Array;
  try {
    bytes = await world.readBytes(found);
  } catch (error) {
    const reason = `cannot be read: ${(error as Error).message}`;
    return fault(reason, 'a file that may be read', 'check that you are allowed to open it');
  }
  const complete = 'a complete .png or .jpg file';
  const smaller = 'make the picture smaller in an image editor';
  const picture = measure(bytes);
  if (bytes.length > mostBytes) return fault(`has ${bytes.length} bytes`, `at most ${mostBytes}`, smaller);
  if (!picture)
    return fault(
      'is neither PNG nor JPEG',
      complete,
      'save it as PNG or JPEG; another name alone does not help',
    );
  if (picture.width * picture.height > mostPixels) {
    const size = `${picture.width} × ${picture.height}`;
    return fault(`has ${size} pixels`, `at most ${mostPixels} pixels`, smaller);
  }
  if (!isWhole(bytes, picture.type))
    return fault('ends before the picture does', complete, 'copy or export it again');
  return { image: { bytes, ...picture }, path: found };
}

function isInside(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

/** Type and size in pixels, read from the file itself; undefined where it is no such file. */
export function measure(bytes: Uint8Array): Omit<EmbeddedImage, 'bytes'> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = pngSize(view) ?? jpegSize(view);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/** Whether the file goes to the end of its picture: PowerPoint shows a red cross for one that was cut off. */
export function isWhole(bytes: Uint8Array, type: EmbeddedImage['type']): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'jpeg') {
    // The mark of the end (EOI); cameras may write more after it.
    for (let at = bytes.length - 2; at > 0; at -= 1)
      if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
    return false;
  }
  // Chunks: length, name, data, CRC; the last is IEND.
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49454e44) return true;
  }
  return false;
}

/** Signature, then the chunk IHDR (PNG specification, 5.2 and 11.2.2). */
function pngSize(view: DataView): Omit<EmbeddedImage, 'bytes'> | undefined {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a)
    return undefined;
  if (view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452) return undefined;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Segments up to the frame header SOFn, which holds the size (ITU-T T.81, B.2.2). */
function jpegSize(view: DataView): Omit<EmbeddedImage, 'bytes'> | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let offset = 2;
  while (offset + 9 < view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { type: 'jpeg', height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    // Start of scan or end of image before any frame.
    if (marker === 0xda || marker === 0xd9) return undefined;
    offset += 2 + view.getUint16(offset + 2);
  }
  return undefined;
}
