/**
 * Layer 1. Stands in for JSZip under pptxgenjs in the bundle: it keeps the parts as they are handed over, where a zip
 * would be packed only for mending to unpack it at once. It has what pptxgenjs calls, and nothing else; outside the
 * bundle pptxgenjs has JSZip itself, and mending makes the same file of either.
 */
import { type LoosePackage, writePackage } from './package.js';
import { Parts } from './parts.js';

export default class PartsCollector {
  readonly #parts = new Map<string, Uint8Array | string>();

  /** Folders are in the names of the parts. */
  folder(): this {
    return this;
  }

  /** @param options.base64 the content is in base64, else it is text or bytes */
  file(
    name: string,
    content: string | Uint8Array,
    { base64 = false }: { readonly base64?: boolean } = {},
  ): this {
    this.#parts.set(name, typeof content === 'string' && base64 ? Buffer.from(content, 'base64') : content);
    return this;
  }

  /** The parts, whatever type is asked for; but of a workbook, which is a part in its turn, the packed bytes. */
  async generateAsync({ type }: { readonly type?: string } = {}): Promise<LoosePackage | string> {
    if (type !== 'base64') return { parts: this.#parts };
    const packed = writePackage(new Parts({ parts: this.#parts }).toPackage(), { date: '1980-01-01' });
    return Buffer.from(packed).toString('base64');
  }
}
