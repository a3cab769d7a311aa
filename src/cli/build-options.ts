/** Layer 6. What the flags of `build` ask for. Loads next to nothing: it is asked before anything is built. */
import { isAbsolute, join } from 'node:path';
import type { ChartForm } from '../document/chart.js';
import type { Arrangement } from '../facts/schema.js';
import { isThemeName } from '../themes/name.js';

export interface DecidingFlags {
  readonly languages?: string[];
  readonly summaries?: string[][];
  readonly arrangement?: Arrangement;
  readonly theme?: string;
  readonly charts?: ChartForm;
  readonly sources?: string;
  readonly coverage?: boolean;
  readonly strict?: boolean;
}

export interface BuildFlags extends DecidingFlags {
  readonly root?: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly quiet?: boolean;
  readonly pdf?: boolean;
  readonly force?: boolean;
  readonly overwrite?: boolean;
  readonly notify?: boolean;
  readonly jobs?: number;
}

/** @returns only what was asked for; paths are absolute, as meant from `cwd` */
export function decidingOptions(flags: DecidingFlags, cwd: string): DecidingFlags {
  const from = (path: string): string => (isAbsolute(path) ? path : join(cwd, path));
  const { languages, summaries, arrangement, theme, charts, sources, coverage, strict } = flags;
  return {
    ...(languages && { languages }),
    ...(summaries && { summaries }),
    ...(arrangement && { arrangement }),
    ...(theme !== undefined && { theme: isThemeName(theme) ? theme : from(theme) }),
    ...(charts && { charts }),
    ...(sources !== undefined && { sources: from(sources) }),
    ...(coverage && { coverage }),
    ...(strict && { strict }),
  };
}
