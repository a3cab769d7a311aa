/**
 * Layer 1. `word/fontTable.xml` (ECMA-376 part 1, 17.8): what kind of fonts a file names, and by which others to replace
 * them, so that a machine without them takes one of the same kind.
 */
import type { Parts } from '../parts.js';
import { el, type XmlElement } from '../xml.js';

/** For each script the fonts to take, best first: the one that the file names, then those in its place. */
export interface FontChoices {
  readonly latin: readonly string[];
  readonly eastAsian: readonly string[];
}

/** As the fonts themselves say it (OS/2 table). A font that is not here is told by the rest of its entry. */
const panose: Readonly<Record<string, string>> = {
  Arial: '020B0604020202020204',
  Calibri: '020F0502020204030204',
  Cambria: '02040503050406030204',
  Georgia: '02040502050405020303',
  'Segoe UI': '020B0502040204020203',
  Tahoma: '020B0604030504040204',
  'Times New Roman': '02020603050405020304',
  Verdana: '020B0604030504040204',
  'Microsoft YaHei': '020B0503020204020204',
  SimSun: '02010600030101010101',
  SimHei: '02010609060101010101',
  KaiTi: '02010609060101010101',
};

/** Codes of character sets (17.8.3.5): ANSI, and GB 2312. */
const charsets = { latin: '00', eastAsian: '86' } as const;
const serif =
  /serif|times|roman|georgia|gelasio|cambria|caladea|constantia|garamond|palatino|antiqua|bodoni|baskerville|didot|hoefler|rockwell|mincho|song|sim\s?sun|ming|kai|宋|楷/i;

/** Puts an entry for each font into the table: those to take in its place, its kind and its characters. */
export function mendFontTable(parts: Parts, part: string, choices: FontChoices): void {
  const table = parts.xml(part);
  const entries = new Map<string, XmlElement>();
  for (const script of ['latin', 'eastAsian'] as const) {
    for (const [index, name] of choices[script].entries())
      if (!entries.has(name)) entries.set(name, entry(name, choices[script].slice(index + 1), script));
  }
  table.children.splice(0, table.children.length, ...entries.values());
}

function entry(name: string, instead: readonly string[], script: keyof typeof charsets): XmlElement {
  const value = (element: string, val: string): XmlElement => el(element, { 'w:val': val });
  // "Liberation Sans", "Noto Sans": no serif, whatever else the name says.
  const family = serif.test(name.replace(/\bsans[ -]?serif\b/i, '')) && !/\bsans\b/i.test(name);
  return el('w:font', { 'w:name': name }, [
    ...(instead.length > 0 ? [value('w:altName', instead.join(','))] : []),
    ...(panose[name] === undefined ? [] : [value('w:panose1', panose[name])]),
    value('w:charset', charsets[script]),
    value('w:family', family ? 'roman' : 'swiss'),
    value('w:pitch', 'variable'),
  ]);
}
