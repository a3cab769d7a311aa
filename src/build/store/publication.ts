/** Layer 4. What is given to be put in place, and what became of it. */
import type { Retention } from './editions.js';

export interface Publication {
  readonly outputs: readonly {
    /** Below the zone's folder, with forward slashes: charts/fund-structure.en.png */
    readonly name: string;
    /** `keep`: what stands there, with its time. */
    readonly content: Uint8Array | 'keep';
  }[];
  /** Text of manifest.json. */
  readonly manifest: string;
  /** Id of the edition that stands, where it becomes an earlier one; left out: it is replaced. */
  readonly archive?: string | undefined;
  readonly retention?: Retention | undefined;
  /** Outputs that were edited and are overwritten on purpose: the edited one is kept, as briefing.en.edited.pptx. */
  readonly keepCopies?: readonly string[] | undefined;
}

export interface Written {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Other bytes than before, or not there before. A file that is the same keeps its time too. */
  readonly changed: boolean;
  /** Name of the copy that was kept of what stood there, where somebody else made or edited that. */
  readonly copy?: string | undefined;
}

export interface Published {
  /** The outputs as they were given, and manifest.json last. */
  readonly written: readonly Written[];
  /** Outputs of the edition before that stood there and are not of this one, sorted: PDFs, where none are asked for. */
  readonly gone: readonly string[];
  /** Ids of the editions that retention removed. */
  readonly retired: readonly string[];
}
