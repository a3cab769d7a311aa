/** Layer 1. The file under the linter, and the form of a finding. */
import { FindingsError } from '../../diagnostic.js';
import { identityOf, isTitle } from '../mend/shapes.js';
import { contentTypesPart } from '../package.js';
import type { Parts } from '../parts.js';
import { type Relationship, relationshipsPartOf } from '../relationships.js';
import { child, elements, textOf, visit, type XmlElement } from '../xml.js';
import { keptWith, named } from './walk.js';

export interface Finding {
  readonly part: string;
  /** Names the slide and the shape, or the nearest that a person can find. */
  readonly message: string;
  readonly expected: string;
  readonly hint: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** With the code of its rule. */
export interface CodedFinding extends Finding {
  readonly code: string;
}

/** What a slide is called, and where it stands. */
export interface PageTitle {
  readonly part: string;
  readonly label: string;
  /** Undefined where it has none. */
  readonly title: string | undefined;
}

/** Slides that were looked at one by one. */
export interface LintedPages {
  /** Names of their parts. */
  readonly parts: ReadonlySet<string>;
  readonly titles: readonly PageTitle[];
  readonly findings: readonly CodedFinding[];
}

/** One rule: looks at the whole file, says all it finds. */
export type Rule = (file: OfficeFile) => Iterable<Finding>;

export interface Page {
  readonly part: string;
  /** "slide 3", "notes of slide 3", "layout COVER": as messages name it. */
  readonly label: string;
  readonly root: XmlElement;
}

export interface ChartPage extends Page {
  /** The slide or text that shows it. */
  readonly page: Page;
  /** What holds it there: `p:graphicFrame`, `wp:inline`. */
  readonly frame: XmlElement;
}

/** Which part of a file is looked at; all of it where nothing is said. */
export interface Scope {
  /** These slides, and no others. */
  readonly slides?: readonly Page[] | undefined;
  /** Pages that were looked at before: of them, only the titles are. */
  readonly linted?: LintedPages | undefined;
  /** Knows of parts that several such files share. */
  readonly behind?: OfficeFile | undefined;
}

/** Parts that are XML by their name: all of Office's but media and embeddings. */
const xmlPart = /\.(xml|rels)$/i;

export class OfficeFile {
  readonly parts: Parts;
  readonly #scope: Scope;
  readonly #relationships = new Map<string, Relationship[]>();
  readonly #remembered = new Map<string, unknown>();
  #charts: ChartPage[] | undefined;

  constructor(parts: Parts, scope: Scope = {}) {
    this.parts = parts;
    this.#scope = scope;
  }

  /** Names of the parts to be looked at. */
  names(pattern: RegExp): string[] {
    const { linted } = this.#scope;
    const names = this.parts.names(pattern);
    return linted ? names.filter((name) => !linted.parts.has(name)) : names;
  }

  /** Names of all XML parts. */
  get xmlParts(): string[] {
    return this.names(xmlPart);
  }

  /** The part's tree; undefined where it is missing or not well-formed, which has a rule of its own. */
  tree(part: string): XmlElement | undefined {
    if (!this.parts.has(part)) return undefined;
    try {
      return this.parts.xml(part);
    } catch (error) {
      if (error instanceof FindingsError) return undefined;
      throw error;
    }
  }

  /** All trees whose part name matches. */
  trees(pattern: RegExp): Page[] {
    return this.names(pattern).flatMap((part) => {
      const root = this.tree(part);
      return root ? [{ part, label: part, root }] : [];
    });
  }

  /** Relationships of a part; none where they cannot be read. */
  relationships(part: string): readonly Relationship[] {
    const { behind } = this.#scope;
    if (behind && !this.parts.owns(relationshipsPartOf(part))) return behind.relationships(part);
    let known = this.#relationships.get(part);
    if (!known) {
      known = this.#read(part);
      this.#relationships.set(part, known);
    }
    return known;
  }

  #read(part: string): Relationship[] {
    try {
      return this.parts.relationships(part);
    } catch (error) {
      if (error instanceof FindingsError) return [];
      throw error;
    }
  }

  related(part: string, kind: string): string[] {
    return this.relationships(part).flatMap((found) =>
      found.kind === kind && !found.external && this.parts.has(found.target) ? [found.target] : [],
    );
  }

  /** Once for all files that share what it rests on. */
  remember<T>(what: string, find: () => T): T {
    const { behind } = this.#scope;
    return behind ? behind.remember(what, find) : this.once(what, find);
  }

  /** Once for this file. */
  once<T>(what: string, find: () => T): T {
    if (!this.#remembered.has(what)) this.#remembered.set(what, find());
    return this.#remembered.get(what) as T;
  }

  get main(): string | undefined {
    return this.related('', 'officeDocument')[0];
  }

  /** Slides in the order they are shown. */
  get slides(): readonly Page[] {
    const { slides, linted } = this.#scope;
    return slides ?? (linted ? [] : this.once('slides', () => this.#slides()));
  }

  /** Of all slides, where these are looked at together or were before. */
  get titles(): readonly PageTitle[] {
    const { slides, linted } = this.#scope;
    if (slides) return [];
    return (
      linted?.titles ?? this.slides.map(({ part, label, root }) => ({ part, label, title: titleOf(root) }))
    );
  }

  #slides(): Page[] {
    const presentation = this.main === undefined ? undefined : this.tree(this.main);
    if (this.main === undefined || presentation?.name !== 'p:presentation') return [];
    const targets = new Map(this.relationships(this.main).map(({ id, target }) => [id, target]));
    const list = child(presentation, 'p:sldIdLst');
    return (list ? elements(list) : []).flatMap((slide, index) => {
      const part = targets.get(slide.attributes.get('r:id') ?? '') ?? '';
      const root = this.tree(part);
      return root ? [{ part, label: `slide ${index + 1}`, root }] : [];
    });
  }

  get notes(): readonly Page[] {
    return this.once('notes', () => this.#notes());
  }

  #notes(): Page[] {
    return this.slides.flatMap((slide) =>
      this.related(slide.part, 'notesSlide').flatMap((part) => {
        const root = this.tree(part);
        return root ? [{ part, label: `notes of ${slide.label}`, root }] : [];
      }),
    );
  }

  /** Layouts, slide masters and the notes master. */
  get masters(): readonly Page[] {
    return this.once('masters', () => this.#masters());
  }

  #masters(): Page[] {
    return this.trees(/^ppt\/(slideLayouts|slideMasters|notesMasters)\/[^/]+\.xml$/).map((page) => ({
      ...page,
      label: `${page.part.split('/').at(-1)} (${child(page.root, 'p:cSld')?.attributes.get('name') ?? 'master'})`,
    }));
  }

  /** Native charts, of slides or of a Word file. */
  get charts(): ChartPage[] {
    this.#charts ??= [...this.slides, ...this.texts].flatMap((page) => this.#chartsOf(page));
    return this.#charts;
  }

  #chartsOf(page: Page): ChartPage[] {
    if (this.related(page.part, 'chart').length === 0) return [];
    const targets = new Map(this.relationships(page.part).map(({ id, target }) => [id, target]));
    return chartFrames(page.root).flatMap(({ frame, reference }) => {
      const part = targets.get(reference) ?? '';
      const root = this.tree(part);
      const name = child(frame, 'wp:docPr');
      const label = name ? `chart ${quote(name.attributes.get('name') ?? '')}` : `chart of ${page.label}`;
      return root ? [{ part, label, root, page, frame }] : [];
    });
  }

  /** The boxes over a chart. */
  boxesOver(chart: Page): Page[] {
    return this.related(chart.part, 'chartUserShapes').flatMap((part) => {
      const root = this.tree(part);
      return root ? [{ part, label: chart.label, root }] : [];
    });
  }

  /** Parts of a Word file that hold text: the body, headers, footers, notes. */
  get texts(): readonly Page[] {
    return this.once('texts', () => this.#texts());
  }

  #texts(): Page[] {
    return this.trees(/^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/);
  }

  /** What gives a part its content type: from the Overrides, else from the Defaults. */
  get contentTypes(): (part: string) => string | undefined {
    const types = this.tree(contentTypesPart);
    const byKey = (name: string, key: string): Map<string, string> =>
      new Map(
        (types ? elements(types, name) : []).map(({ attributes }) => [
          (attributes.get(key) ?? '').toLowerCase(),
          attributes.get('ContentType') ?? '',
        ]),
      );
    const overrides = byKey('Override', 'PartName');
    const defaults = byKey('Default', 'Extension');
    return (part) =>
      overrides.get(`/${part}`.toLowerCase()) ?? defaults.get((part.split('.').at(-1) ?? '').toLowerCase());
  }
}

/** Frames of a page that show charts, with the ids of their relationships. */
function chartFrames(root: XmlElement): { frame: XmlElement; reference: string }[] {
  return ['p:graphicFrame', 'wp:inline', 'wp:anchor'].flatMap((name) =>
    named(root, name).flatMap((frame) => {
      const reference = child(frame, 'a:graphic', 'a:graphicData', 'c:chart')?.attributes.get('r:id');
      return reference === undefined ? [] : [{ frame, reference }];
    }),
  );
}

/** `shape "Title" (id 2)`, as the selection pane shows it. */
export function shapeLabel(shape: XmlElement): string {
  const identity = identityOf(shape);
  return identity
    ? `shape "${identity.attributes.get('name') ?? ''}" (id ${identity.attributes.get('id') ?? 'none'})`
    : `element ${shape.name}`;
}

const shapeNames = new Set(['p:sp', 'p:pic', 'p:graphicFrame', 'p:cxnSp']);
const shapes = Symbol('shapes');

/** Shapes, pictures, frames, connectors of a page, in groups too. */
export const shapesOf = (page: XmlElement): readonly XmlElement[] =>
  keptWith(page, shapes, () => {
    const found: XmlElement[] = [];
    visit(page, (element) => {
      if (shapeNames.has(element.name)) found.push(element);
    });
    return found;
  });

/** The text of a slide's title placeholder; undefined where there is none. */
export function titleOf(slide: XmlElement): string | undefined {
  const title = shapesOf(slide).find(isTitle);
  return title && textOf(child(title, 'p:txBody') ?? title).trim();
}

/** The beginning of a text, for messages. */
export const quote = (text: string): string =>
  JSON.stringify([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text);
