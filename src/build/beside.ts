/** Layer 4. What a second thread does for the one that builds. */
import type { Cache, Draw } from './draw.js';
import type { FileRequest, MadeFile } from './file.js';

/** Another thread, which works while this one does. */
export interface Beside {
  readonly draw: Draw;
  /** Told as soon as it is known that there will be something to make: it loads what it needs. */
  readonly start?: (() => void) | undefined;
  /** Told that nothing more will be asked of it, as far as is known: what it holds can go. */
  readonly rest?: (() => void) | undefined;
  /**
   * Makes the file, unless it is taken by the time that its turn comes. Left out: it draws only.
   * @returns nothing where it was taken
   */
  readonly make?: ((request: FileRequest, cache?: Cache) => Promise<MadeFile | undefined>) | undefined;
}
