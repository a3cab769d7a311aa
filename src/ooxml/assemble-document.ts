/**
 * Layer 1. A Word file from what docx writes around a text, and the text itself, which comes as it has to be. What stands
 * around is mended, looked through and packed once for all files that share it.
 */
import { writeCustomProperties } from './custom-properties.js';
import type { CodedFinding } from './lint/file.js';
import { lintPages } from './lint/page.js';
import { type Mending, type MendOptions, mendingOf } from './mend/options.js';
import { mendContentTypes, mendCoreProperties } from './mend/properties.js';
import { type MendAroundOptions, mendAround } from './mend/word-around.js';
import type { LoosePackage } from './package.js';
import { Parts } from './parts.js';
import { placeText, type WordText } from './word/place.js';
import { type WrittenFile, writeParts } from './written.js';
import type { XmlElement } from './xml.js';
import { type CheckedEntry, packChecked } from './zip.js';

export interface FrameOptions extends Omit<MendOptions, 'title' | 'date'>, MendAroundOptions {
  /** Names the colours and fonts, too. */
  readonly company: string;
}

/** What stands around the text of a Word file; nothing in it is changed any more. */
export interface DocumentFrame {
  readonly options: FrameOptions;
  /** Styles, lists, settings, colours and fonts, as they go into the file, and what those in XML read as. */
  readonly entries: ReadonlyMap<
    string,
    { readonly entry: CheckedEntry; readonly tree?: XmlElement | undefined }
  >;
  /** What depends on the text, too: parts that it stands in, lists of parts, properties. */
  readonly lists: ReadonlyMap<string, Uint8Array>;
  readonly found: readonly CodedFinding[];
}

const framed =
  /^word\/((styles|numbering|settings|fontTable|endnotes)\.xml|_rels\/(fontTable|endnotes)\.xml\.rels|(theme|fonts)\/.*)$/;

/** @param library the parts of a docx file without text, before they are packed */
export function frameDocument(library: LoosePackage, options: FrameOptions): DocumentFrame {
  const parts = new Parts(library, { forgiving: true });
  mendAround(parts, mendingFor(options, options.company, '1980-01-01'), options);
  // Each is written as Office does, its declaration too.
  for (const name of parts.names(/\.(xml|rels)$/)) parts.xml(name);
  const written = parts.written();
  const names = written.names();
  const entry = (name: string) => ({
    entry: packChecked(name, written.bytes(name)),
    tree: name.endsWith('.xml') ? written.xml(name) : undefined,
  });
  return {
    options,
    entries: new Map(names.filter((name) => framed.test(name)).map((name) => [name, entry(name)])),
    lists: new Map(
      names.filter((name) => !framed.test(name)).map((name) => [name, written.bytes(name)] as const),
    ),
    found: lintPages(written, framed),
  };
}

const mendingFor = (options: FrameOptions, title: string, date: string): Mending =>
  mendingOf({ ...options, title, date });

export interface DocumentContent {
  /** ISO 8601, a day or an instant: created, modified and the time of every zip entry. */
  readonly date: string;
  readonly title: string;
  readonly text: WordText;
  /** Custom document properties. */
  readonly properties: ReadonlyMap<string, string>;
}

/** The file. Same frame and content, same bytes. */
export function assembleDocument(frame: DocumentFrame, content: DocumentContent): WrittenFile {
  const mending = mendingFor(frame.options, content.title, content.date);
  const parts = new Parts({ parts: frame.lists });
  for (const [name, { entry, tree }] of frame.entries) parts.set(name, entry, tree);
  placeText(parts, content.text, mending);
  writeCustomProperties(parts, content.properties);
  mendCoreProperties(parts, mending, content.title);
  mendContentTypes(parts);
  const linted = { parts: new Set(frame.entries.keys()), titles: [], findings: frame.found };
  return writeParts(parts, mending.date, linted);
}
