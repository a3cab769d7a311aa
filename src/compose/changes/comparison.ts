/** Layer 3. Two editions beside each other, in one language: what a table of changes is made from. */
import type { FactChange } from '../../facts/changes.js';
import type { FactId } from '../../facts/fact.js';
import type { EarlierEdition, Edition } from '../edition.js';
import type { Setting } from '../fact-text.js';
import { earlierSetting } from './earlier.js';

export interface Comparison {
  readonly now: Setting;
  /** In which facts are written as they were. */
  readonly earlier: Setting;
  readonly since: EarlierEdition;
  readonly changes: readonly FactChange[];
  /** The facts that were there before and are others now, or are gone. */
  readonly changed: ReadonlySet<FactId>;
}

/** @returns undefined where there is no edition before */
export function compareEditions(now: Setting, edition: Edition | undefined): Comparison | undefined {
  if (!edition?.since) return undefined;
  const { since, changes } = edition;
  const changed = new Set(changes.filter(({ before }) => before).map(({ fact }) => fact));
  return { now, earlier: earlierSetting(now, since, changes), since, changes, changed };
}
