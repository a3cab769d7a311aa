/**
 * Layer 2. Which fonts are where. From the lists that the makers publish: fonts of Windows 10 and 11, of macOS 14, those
 * that Office brings or fetches by itself (on Mac, too), and those that LibreOffice brings or replaces by one of the same
 * widths.
 */

export const platforms = ['Windows', 'macOS', 'Office', 'LibreOffice'] as const;
export type Platform = (typeof platforms)[number];

export type FontScript = 'latin' | 'eastAsian';

type Row = readonly [script: FontScript, on: string, ...families: string[]];

/** W: Windows, M: macOS, O: Office, L: LibreOffice. */
const rows: readonly Row[] = [
  // Of these LibreOffice has metric twins: Liberation, Carlito, Caladea, Gelasio.
  ['latin', 'WMOL', 'Arial', 'Times New Roman', 'Courier New', 'Georgia'],
  ['latin', 'WOL', 'Calibri', 'Cambria'],
  ['latin', 'WMO', 'Verdana', 'Tahoma', 'Trebuchet MS', 'Impact', 'Arial Black', 'Comic Sans MS'],
  [
    'latin',
    'WO',
    'Calibri Light',
    'Candara',
    'Consolas',
    'Constantia',
    'Corbel',
    'Segoe UI',
    'Segoe UI Semibold',
  ],
  ['latin', 'WO', 'Franklin Gothic Medium', 'Palatino Linotype', 'Bahnschrift'],
  [
    'latin',
    'O',
    'Aptos',
    'Aptos Display',
    'Grandview',
    'Seaford',
    'Skeena',
    'Tenorite',
    'Avenir Next LT Pro',
  ],
  [
    'latin',
    'O',
    'Franklin Gothic Book',
    'Century Gothic',
    'Book Antiqua',
    'Garamond',
    'Tw Cen MT',
    'Gill Sans Nova',
  ],
  ['latin', 'MO', 'Gill Sans MT', 'Rockwell', 'Bodoni MT', 'Baskerville Old Face'],
  [
    'latin',
    'M',
    'Helvetica',
    'Helvetica Neue',
    'Avenir',
    'Avenir Next',
    'Futura',
    'Optima',
    'Palatino',
    'Gill Sans',
  ],
  [
    'latin',
    'M',
    'American Typewriter',
    'Baskerville',
    'Didot',
    'Hoefler Text',
    'Lucida Grande',
    'Menlo',
    'Times',
  ],
  [
    'latin',
    'L',
    'Liberation Sans',
    'Liberation Serif',
    'Liberation Sans Narrow',
    'Carlito',
    'Caladea',
    'DejaVu Sans',
  ],
  [
    'latin',
    'L',
    'DejaVu Serif',
    'Gelasio',
    'Noto Sans',
    'Noto Serif',
    'Open Sans',
    'Source Sans Pro',
    'Source Code Pro',
  ],
  [
    'eastAsian',
    'WO',
    'Microsoft YaHei',
    'Microsoft YaHei UI',
    'SimSun',
    'SimHei',
    'KaiTi',
    'FangSong',
    'NSimSun',
  ],
  [
    'eastAsian',
    'WO',
    'DengXian',
    'DengXian Light',
    'Microsoft JhengHei',
    'Yu Gothic',
    'MS Gothic',
    'MS Mincho',
    'Malgun Gothic',
  ],
  [
    'eastAsian',
    'O',
    'STXihei',
    'STZhongsong',
    'STXinwei',
    'STXingkai',
    'FZShuTi',
    'FZYaoTi',
    'LiSu',
    'YouYuan',
  ],
  ['eastAsian', 'MO', 'STSong', 'STKaiti', 'STFangsong', 'STHeiti'],
  ['eastAsian', 'M', 'PingFang SC', 'PingFang TC', 'Heiti SC', 'Songti SC', 'Kaiti SC', 'Hiragino Sans GB'],
  ['eastAsian', 'L', 'Noto Sans CJK SC', 'Noto Serif CJK SC', 'Noto Sans SC', 'Noto Serif SC'],
  ['eastAsian', 'L', 'Source Han Sans SC', 'Source Han Serif SC', 'WenQuanYi Micro Hei', 'WenQuanYi Zen Hei'],
];

const letters: Readonly<Record<string, Platform>> = {
  W: 'Windows',
  M: 'macOS',
  O: 'Office',
  L: 'LibreOffice',
};

interface Family {
  readonly name: string;
  readonly script: FontScript;
  readonly on: readonly Platform[];
}

const families = new Map<string, Family>(
  rows.flatMap(([script, on, ...names]) =>
    names.map((name) => [
      name.toLowerCase(),
      { name, script, on: [...on].map((letter) => letters[letter] as Platform) },
    ]),
  ),
);

/** Names as the fonts themselves give them in Chinese, too, since Office in Chinese shows and writes those. */
const chineseNames: Readonly<Record<string, string>> = {
  微软雅黑: 'Microsoft YaHei',
  宋体: 'SimSun',
  黑体: 'SimHei',
  楷体: 'KaiTi',
  仿宋: 'FangSong',
  等线: 'DengXian',
  苹方: 'PingFang SC',
  华文细黑: 'STXihei',
  华文中宋: 'STZhongsong',
  思源黑体: 'Source Han Sans SC',
  思源宋体: 'Source Han Serif SC',
};

export function familyOf(name: string): Family | undefined {
  return families.get((chineseNames[name] ?? name).toLowerCase());
}

/** What to take where the font of a theme is not there: with these, no platform is without. */
export const usualFallbacks: Readonly<Record<FontScript, readonly string[]>> = {
  latin: ['Arial', 'Liberation Sans'],
  eastAsian: ['Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC'],
};

/** The names of all fonts for a script, those on most platforms first. */
export function familyNames(script: FontScript): string[] {
  return [...families.values()]
    .filter((family) => family.script === script)
    .sort((a, b) => b.on.length - a.on.length)
    .map(({ name }) => name);
}
