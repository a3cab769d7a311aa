/** Layer 3. What a slide relates to: links, pictures, its layout, its notes, its charts; and what its notes do. */

import { officeRelationship, relativeTarget } from '../../ooxml/relationships.js';
import { el, type XmlElement } from '../../ooxml/xml.js';
import { legal } from './writing.js';

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly external?: boolean;
}

export class Relationships {
  readonly #part: string;
  readonly #links: Entry[] = [];
  readonly #pictures: Entry[] = [];
  readonly #others: Entry[] = [];

  /** @param part name of the slide */
  constructor(part: string) {
    this.#part = part;
  }

  #next(): string {
    return `rId${this.#links.length + this.#pictures.length + this.#others.length + 1}`;
  }

  /** @returns the id, as of the others */
  link(url: string): string {
    const id = this.#next();
    this.#links.push({ id, kind: 'hyperlink', target: legal(url), external: true });
    return id;
  }

  /** @param target name of the part */
  picture(target: string): string {
    const id = this.#next();
    this.#pictures.push({ id, kind: 'image', target });
    return id;
  }

  /** @param target name of the part */
  add(kind: 'slideLayout' | 'notesSlide' | 'chart' | 'notesMaster' | 'slide', target: string): string {
    const id = this.#next();
    this.#others.push({ id, kind, target });
    return id;
  }

  /** The part that holds them. */
  tree(): XmlElement {
    return el(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      [...this.#links, ...this.#pictures, ...this.#others].map(({ id, kind, target, external }) =>
        el('Relationship', {
          Id: id,
          Type: `${officeRelationship}${kind}`,
          Target: external ? target : relativeTarget(this.#part, target),
          TargetMode: external ? 'External' : undefined,
        }),
      ),
    );
  }
}
