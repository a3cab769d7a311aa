/** Layer 3. What the functions that write a summary share, and what they gather: looks, references, numbers given. */
import { createHash } from 'node:crypto';
import type { ChartSpec } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import type { Memory } from '../memory.js';
import { type CellLook, cellProperties, type RowLook, rowProperties } from '../ooxml/word/table.js';
import { type ParagraphLook, paragraphProperties, type RunLook, runProperties } from '../ooxml/word/text.js';
import type { XmlElement } from '../ooxml/xml.js';
import { finish } from '../ooxml/xml-writer.js';
import type { FrameLook } from './frame.js';
import type { Grid } from './grid.js';
import { scriptProperties } from './scripts.js';
import type { Picture } from './summary.js';

/** By `<chartId>.<language>`: the PNG of a chart, or what it says, for a native one. */
export type Charts = ReadonlyMap<string, Uint8Array | ChartSpec>;

/** What the text refers to outside of it. */
export type SummaryReference = { readonly id: string } & (
  | { readonly kind: 'hyperlink'; readonly target: string }
  | { readonly kind: 'picture'; readonly picture: Picture }
);

/** Of one file. What is written counts on in them. */
export interface Writing {
  readonly theme: Theme;
  /** Of the first language that stands here: for marks that belong to none. */
  readonly language: string;
  /** 1: in the second of two languages that follow each other, whose running text has styles of its own. */
  readonly voice: 0 | 1;
  readonly charts: Charts;
  readonly grid: Grid;
  /** By reference of a list: its number in the file. */
  readonly lists: ReadonlyMap<string, number>;
  readonly looks: Looks;
  /** Of the text being written. */
  readonly references: SummaryReference[];
  /** How many there are so far. */
  readonly counts: Counts;
  /** Of earlier builds; with `setting`, what besides counts decides what is written of a part. */
  readonly memory?: Memory | undefined;
  readonly setting?: string | undefined;
}

export interface Counts {
  references: number;
  drawings: number;
  bookmarks: number;
}

/** What a run says beyond its script. */
export type Own = Partial<Omit<RunLook, 'font' | 'language'>>;

/** There are thousands of runs, paragraphs and cells, and a few dozen looks, each of which is written once. */
export class Looks {
  readonly #written = new Map<string, XmlElement>();

  constructor(readonly theme: Theme) {}

  #once(kind: string, look: object, write: () => XmlElement): XmlElement {
    const key = `${kind} ${JSON.stringify(look)}`;
    const known = this.#written.get(key) ?? write();
    this.#written.set(key, known);
    return known;
  }

  /** @param hint Chinese characters in a text of another script, whose marks are then set in the Chinese font, too */
  run(language: string, own: Own, hint: boolean): XmlElement {
    return this.#once(hint ? `hinted run ${language}` : `run ${language}`, own, () => {
      const script = scriptProperties(language, this.theme);
      const font = hint ? { ...script.font, hint: 'eastAsia' } : script.font;
      return runProperties({ ...script, font, ...own });
    });
  }

  /** @param language of the mark at its end; left out: the mark looks as the style says */
  paragraph(look: Omit<ParagraphLook, 'run'>, language?: string): XmlElement {
    return this.#once(`paragraph ${language}`, look, () =>
      paragraphProperties({
        ...look,
        run: language === undefined ? undefined : scriptProperties(language, this.theme),
      }),
    );
  }

  row(look: RowLook): XmlElement {
    return this.#once('row', look, () => rowProperties(look));
  }

  cell(look: CellLook): XmlElement {
    return this.#once('cell', look, () => cellProperties(look));
  }
}

/** All that decides how a part is written, but for itself and for what is written before it. */
export function settingOf(look: FrameLook, charts: Charts): string {
  const native = [...charts].filter(([, chart]) => !(chart instanceof Uint8Array)).map(([name]) => name);
  return createHash('sha256')
    .update(JSON.stringify([look, native]))
    .digest('base64');
}

interface Written {
  readonly content: readonly XmlElement[];
  readonly references: readonly SummaryReference[];
  readonly counts: Counts;
}

/**
 * What `write` writes, or wrote when it was asked the same before.
 * @param what plain data that `write` takes, without bytes
 */
export function written(
  what: object,
  writing: Writing,
  write: (writing: Writing) => readonly XmlElement[],
): readonly XmlElement[] {
  const { memory, setting, counts, references, language, voice } = writing;
  if (!memory) return write(writing);
  const key = JSON.stringify([setting, language, voice, counts, what]);
  const make = (): Written => {
    const own: Writing = { ...writing, references: [], counts: { ...counts } };
    const content = write(own).map(finish);
    return { content, references: own.references, counts: own.counts };
  };
  // Trees of XML.
  const known = memory.recall('summary-text', key, make, 10);
  Object.assign(counts, known.counts);
  references.push(...known.references);
  return known.content;
}

/** @returns an id for what the text refers to */
export function refer(
  { references, counts }: Writing,
  to: Omit<Extract<SummaryReference, { kind: 'hyperlink' }>, 'id'> | { kind: 'picture'; picture: Picture },
): string {
  counts.references += 1;
  const id = `ref${counts.references}`;
  references.push({ ...to, id });
  return id;
}
