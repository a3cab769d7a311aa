// Makes what lies in src/fonts/ again: the bundled fonts (subsets), their licence and the table of advance widths.
// Run by `npm run fonts`, only when the character set or a version changes; the results are committed, so neither
// install nor build needs this. Needs the npm registry. Same input, same bytes: every version below is exact.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = {
  '@expo-google-fonts/noto-sans-sc': '0.4.3',
  '@expo-google-fonts/arimo': '0.4.3',
  'subset-font': '2.9.0',
  // Read for its widths only; nothing of it is shipped.
  'dejavu-fonts-ttf': '2.37.3',
};
// What decides the bytes below subset-font, which asks for ranges only.
const overrides = { harfbuzzjs: '1.6.4', fontverter: '2.0.0' };
const target = fileURLToPath(new URL('../src/fonts/', import.meta.url));

/** Inclusive ranges beside GB 2312: what English, German and their neighbours, figures and typography need. */
const latinRanges = [
  [0x20, 0x7e],
  [0xa0, 0x17f], // Latin-1 with no-break space, Latin Extended-A
  [0x2010, 0x2015], // hyphens and dashes
  [0x2018, 0x201f], // quotation marks
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030], // per mille
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x2070, 0x2071], // superscripts
  [0x2074, 0x2079],
  [0x2080, 0x2089], // subscripts: CO₂
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212], // minus
  [0x2248, 0x2248],
  [0x2260, 0x2262],
  [0x2264, 0x2265],
  [0x3000, 0x303f], // CJK punctuation
  [0xff01, 0xff5e], // fullwidth forms
  [0xffe0, 0xffe6],
];
/** Blanks of fixed width: the font's glyph is taken where it has one. */
const blanks = [0x2002, 0x2003, 0x2007, 0x2009, 0x200a, 0x202f];

/** Rows 1–9 (signs, kana, Greek, Cyrillic) and 16–87 (6,763 hanzi) of GB 2312-80, as its EUC form decodes. */
function gb2312() {
  const decoder = new TextDecoder('gbk');
  const found = [];
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    if (row > 0xa9 && row < 0xb0) continue;
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const text = decoder.decode(Uint8Array.of(row, cell));
      const codePoint = text.codePointAt(0);
      const isPrivate = codePoint >= 0xe000 && codePoint <= 0xf8ff;
      if ([...text].length === 1 && codePoint !== 0xfffd && !isPrivate) found.push(codePoint);
    }
  }
  return found;
}

function wanted() {
  const all = new Set([...gb2312(), ...blanks]);
  for (const [first, last] of latinRanges) for (let code = first; code <= last; code += 1) all.add(code);
  return [...all].sort((a, b) => a - b);
}

/**
 * The parts of an OpenType font this needs: units per em, and code point → advance width in those units.
 * Tables `head`, `hhea`, `hmtx` and `cmap` (formats 4 and 12) of the OpenType specification.
 */
function readAdvances(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    tables.set(font.toString('latin1', record, record + 4), view.getUint32(record + 8));
  }
  const unitsPerEm = view.getUint16(tables.get('head') + 18);
  const metrics = view.getUint16(tables.get('hhea') + 34);
  const advanceOf = (glyph) => view.getUint16(tables.get('hmtx') + Math.min(glyph, metrics - 1) * 4);
  const cmap = tables.get('cmap');
  const advances = new Map();
  const add = (code, glyph) => glyph !== 0 && code !== 0xffff && advances.set(code, advanceOf(glyph));
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) {
      for (let group = 0; group < view.getUint32(at + 12); group += 1) {
        const [first, last, glyph] = [0, 4, 8].map((offset) => view.getUint32(at + 16 + group * 12 + offset));
        for (let code = first; code <= last; code += 1) add(code, glyph + code - first);
      }
    } else if (format === 4) {
      const size = view.getUint16(at + 6);
      for (let segment = 0; segment < size; segment += 2) {
        const last = view.getUint16(at + 14 + segment);
        const first = view.getUint16(at + 16 + size + segment);
        const delta = view.getUint16(at + 16 + size * 2 + segment);
        const place = at + 16 + size * 3 + segment;
        const offset = view.getUint16(place);
        for (let code = first; code <= last; code += 1) {
          const glyph = offset === 0 ? code : view.getUint16(place + offset + (code - first) * 2);
          add(code, glyph === 0 ? 0 : (glyph + delta) & 0xffff);
        }
      }
    }
  }
  return { unitsPerEm, advances };
}

/** [first code point, advances of it and those after it] …, in the font's own units, so nothing is rounded. */
function runs({ advances }, keep) {
  const found = [];
  let previous = -2;
  for (const code of [...advances.keys()].filter(keep).sort((a, b) => a - b)) {
    const advance = advances.get(code);
    if (code === previous + 1) found.at(-1)[1].push(advance);
    else found.push([code, [advance]]);
    previous = code;
  }
  return found;
}

/**
 * Per code point the greater advance of two fonts, in the first one's units, rounded up. What the first lacks counts as
 * an em wide at least (another font draws it), which is what is assumed of code points that are not in the table.
 */
function wider(one, other) {
  const advances = new Map(one.advances);
  for (const [code, advance] of other.advances) {
    const scaled = Math.ceil((advance * one.unitsPerEm) / other.unitsPerEm);
    const known = advances.get(code) ?? one.unitsPerEm;
    if (scaled > known) advances.set(code, scaled);
  }
  return { unitsPerEm: one.unitsPerEm, advances };
}

/** first, count, first, count … */
function ranges(codes) {
  const found = [];
  for (const code of codes) {
    const end = found.at(-2) + found.at(-1);
    if (code === end) found[found.length - 1] += 1;
    else found.push(code, 1);
  }
  return found;
}

const folder = await mkdtemp(join(tmpdir(), 'zonebrief-fonts-'));
try {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, overrides }));
  const names = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...names], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const subsetFont = createRequire(join(folder, 'package.json'))('subset-font');
  const file = (name, path) => readFile(join(folder, 'node_modules/@expo-google-fonts', name, path));
  const dejavu = async (name) =>
    readAdvances(await readFile(join(folder, 'node_modules/dejavu-fonts-ttf/ttf', name)));

  const text = String.fromCodePoint(...wanted());
  // Latin, Greek, Cyrillic, Vietnamese, punctuation and signs; what lies beyond is an em wide or not set in Arial.
  const narrow = (code) => code < 0x530 || (code >= 0x1e00 && code < 0x2300);
  /** Writes one font's subset and gives its advances, and those of the whole font. */
  const bundle = async (family, weight, origin) => {
    const whole = await file(...origin);
    // Kerning stays; vertical and regional alternates would add a third to the size and are never shown.
    const subset = await subsetFont(whole, text, {
      targetFormat: 'truetype',
      keepFeatures: ['kern'],
      noHinting: true,
    });
    await writeFile(join(target, `${family}-${weight}.ttf`), subset);
    const read = readAdvances(subset);
    console.log(`${family}-${weight}.ttf: ${subset.length} bytes, ${read.advances.size} code points`);
    return { whole: readAdvances(whole), subset: read, bytes: subset };
  };
  const noto = {
    regular: await bundle('NotoSansSC', 'Regular', ['noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf']),
    bold: await bundle('NotoSansSC', 'Bold', ['noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf']),
  };
  const arimo = {
    regular: await bundle('Arimo', 'Regular', ['arimo', '400Regular/Arimo_400Regular.ttf']),
    bold: await bundle('Arimo', 'Bold', ['arimo', '700Bold/Arimo_700Bold.ttf']),
  };
  // Where Arial and its doubles are missing, Linux sets DejaVu Sans: what is laid out must have room in either.
  const substitute = {
    regular: wider(arimo.regular.whole, await dejavu('DejaVuSans.ttf')),
    bold: wider(arimo.bold.whole, await dejavu('DejaVuSans-Bold.ttf')),
  };
  const inBothWeights = ({ regular, bold }) =>
    [...regular.subset.advances.keys()].filter((code) => bold.subset.advances.has(code));
  const covered = [...new Set([...inBothWeights(noto), ...inBothWeights(arimo)])].sort((a, b) => a - b);
  const table = {
    // The whole of Arimo: Office sets text in the reader's Arial, not in the subset.
    arial: {
      unitsPerEm: arimo.regular.whole.unitsPerEm,
      regular: runs(arimo.regular.whole, narrow),
      bold: runs(arimo.bold.whole, narrow),
    },
    substitute: {
      unitsPerEm: substitute.regular.unitsPerEm,
      regular: runs(substitute.regular, narrow),
      bold: runs(substitute.bold, narrow),
    },
    noto: {
      unitsPerEm: noto.regular.subset.unitsPerEm,
      regular: runs(noto.regular.subset, narrow),
      bold: runs(noto.bold.subset, narrow),
    },
    covered: ranges(covered),
  };
  await writeFile(join(target, 'advances.json'), `${JSON.stringify(table)}\n`);
  // What Word files carry with them: as data, since the writers read no files.
  const base64 = ({ bytes }) => Buffer.from(bytes).toString('base64');
  const embedded = { regular: base64(arimo.regular), bold: base64(arimo.bold) };
  await writeFile(join(target, 'embedded.json'), `${JSON.stringify(embedded)}\n`);

  const licences = {
    'NotoSansSC-*.ttf': await file('noto-sans-sc', 'LICENSE_FONT'),
    'Arimo-*.ttf': await file('arimo', 'LICENSE_FONT'),
  };
  const copyrights = Object.entries(licences).map(
    ([files, licence]) => `${files}: ${licence.toString('utf8').split('\n')[0]}`,
  );
  const [, ...terms] = licences['Arimo-*.ttf'].toString('utf8').split('\n');
  await writeFile(join(target, 'OFL.txt'), [...copyrights, ...terms].join('\n'));

  const lacking = wanted().filter((code) => !covered.includes(code));
  if (lacking.length > 0) {
    const names = lacking.map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
    throw new Error(`in neither font: ${names.join(' ')}. Take them out of the wanted ranges`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
