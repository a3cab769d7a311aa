/** Layer 6. What a zone's thread and the one that started it say to each other. */
import type { Holder } from '../../build/store/rivals.js';
import type { Finished, RunOptions } from '../programs.js';
import type { ZoneAnswer, ZoneRequest } from './zone-build.js';

export type ToThread =
  | { readonly kind: 'build'; readonly request: ZoneRequest }
  | { readonly kind: 'ran'; readonly call: number; readonly finished: Finished };

export type FromThread =
  | { readonly kind: 'built'; readonly answer: ZoneAnswer }
  | { readonly kind: 'waits'; readonly holder: Holder }
  /** Signals come to the process: whoever gets them removes this file, the claim on a lock. */
  | { readonly kind: 'claims'; readonly path: string }
  | { readonly kind: 'released'; readonly path: string }
  /** Programs are started where signals come, so that they end with this one. */
  | {
      readonly kind: 'run';
      readonly call: number;
      readonly program: string;
      readonly words: readonly string[];
      readonly options: RunOptions;
    };

/** Given to a thread when it is started. */
export interface ThreadData {
  /** Make files in the thread beside this one, too; else that draws charts only. Kept from build to build, either way. */
  readonly sharesFiles: boolean;
}
