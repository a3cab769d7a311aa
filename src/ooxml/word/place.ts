/**
 * Layer 1. Text put into a Word file that docx made without any: the body of each section, headers and footers, footnotes,
 * with what they refer to.
 */
import type { ChartOfLanguage } from '../chart-parts.js';
import { addChartParts, relationshipsOf } from '../mend/chart-package.js';
import { mendChart } from '../mend/charts.js';
import type { Mending } from '../mend/options.js';
import { mendText } from '../mend/text.js';
import { officeLanguage } from '../office-language.js';
import type { Parts } from '../parts.js';
import { officeRelationship, relativeTarget } from '../relationships.js';
import { child, descendants, el, elements, type XmlElement } from '../xml.js';

/** What a text refers to outside of it, by an id that is unique in the file. */
export type Reference = { readonly id: string } & (
  | { readonly kind: 'hyperlink'; readonly target: string }
  | { readonly kind: 'image'; readonly bytes: Uint8Array; readonly type: 'png' | 'jpg' }
  | { readonly kind: 'chart'; readonly chart: ChartOfLanguage }
);

/** The text of one part, or of the body's section. */
export interface Story {
  readonly content: readonly XmlElement[];
  readonly references: readonly Reference[];
}

export interface SectionText {
  /** Of all but the last section, it ends with a paragraph. */
  readonly body: Story;
  readonly headers: MarginText;
  readonly footers: MarginText;
}

/** On the first page, and on all others. */
type MarginText = Readonly<Record<'default' | 'first', Story>>;

export interface WordText {
  /** As many as docx was told of. */
  readonly sections: readonly SectionText[];
  /** Elements `w:footnote`. */
  readonly footnotes: Story;
}

/** @throws {RangeError} where sections are not those of the text */
export function placeText(parts: Parts, { sections, footnotes }: WordText, mending: Mending): void {
  const { main } = parts;
  const body = child(parts.xml(main), 'w:body') as XmlElement;
  const ends = descendants(body, 'w:sectPr');
  if (ends.length !== sections.length)
    throw new RangeError(`${main} has ${ends.length} sections; given: ${sections.length}`);
  const targets = new Map(parts.relationships(main).map(({ id, target }) => [id, target]));
  const references = new Placing(parts, mending);
  body.children.length = 0;
  for (const [index, { body: story }] of sections.entries()) {
    const end = ends[index] as XmlElement;
    const last = index === sections.length - 1;
    for (const element of last ? [...story.content, end] : endingWith(story.content, end))
      body.children.push(element);
    references.add(main, story);
  }
  for (const [index, { headers, footers }] of sections.entries()) {
    for (const reference of elements(ends[index] as XmlElement)) {
      const texts = { 'w:headerReference': headers, 'w:footerReference': footers }[reference.name];
      const story = texts?.[reference.attributes.get('w:type') as keyof MarginText];
      const part = targets.get(reference.attributes.get('r:id') ?? '');
      if (!story || part === undefined) continue;
      parts.xml(part).children.splice(0, Number.POSITIVE_INFINITY, ...story.content);
      references.add(part, story);
    }
  }
  for (const part of parts.related(main, 'footnotes')) {
    const { children } = parts.xml(part);
    for (const note of footnotes.content) children.push(note);
    references.add(part, footnotes);
  }
}

/** A section's properties stand in its last paragraph, but for those of the last one. */
function endingWith(content: readonly XmlElement[], end: XmlElement): XmlElement[] {
  const last = content.at(-1);
  const properties = child(last, 'w:pPr');
  if (!last || !properties) throw new RangeError('a section that another follows ends with a paragraph');
  const ending = { ...properties, children: [...properties.children, end] };
  return [...content.slice(0, -1), { ...last, children: [ending, ...last.children.slice(1)] }];
}

/** Relationships, pictures and charts. */
class Placing {
  readonly #images: { readonly part: string; readonly bytes: Uint8Array }[] = [];
  #charts = 0;

  constructor(
    readonly parts: Parts,
    readonly mending: Mending,
  ) {}

  add(part: string, { references }: Story): void {
    for (const reference of references) {
      const external = reference.kind === 'hyperlink';
      relationshipsOf(this.parts, part).children.push(
        el('Relationship', {
          Id: reference.id,
          Type: `${officeRelationship}${reference.kind}`,
          Target: external ? reference.target : relativeTarget(part, this.#partOf(reference)),
          TargetMode: external ? 'External' : undefined,
        }),
      );
    }
  }

  #partOf(reference: Exclude<Reference, { readonly kind: 'hyperlink' }>): string {
    return reference.kind === 'image' ? this.#image(reference) : this.#chart(reference.chart);
  }

  /** One picture, one part. */
  #image({ bytes, type }: Extract<Reference, { readonly kind: 'image' }>): string {
    const same = this.#images.find((known) => Buffer.compare(known.bytes, bytes) === 0);
    if (same) return same.part;
    const part = `word/media/image${this.#images.length + 1}.${type}`;
    this.#images.push({ part, bytes });
    this.parts.set(part, bytes);
    return part;
  }

  /** Each chart is mended in its own language. */
  #chart(chart: ChartOfLanguage): string {
    this.#charts += 1;
    const part = addChartParts(this.parts, 'word', chart, this.#charts);
    const { language } = chart;
    const own: Mending = { ...this.mending, language, officeLanguage: officeLanguage(language) };
    mendChart(chart.space, own);
    if (chart.drawing) mendText(chart.drawing, own);
    return part;
  }
}
