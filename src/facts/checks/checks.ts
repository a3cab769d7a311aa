/** Layer 1. checks.yaml of a zone: read, and each check made. */

import type { Findings } from '../../diagnostic.js';
import type { Path } from '../explain.js';
import type { Ledger } from '../fact.js';
import type { YamlFile } from '../yaml.js';
import type { Checking } from './figures.js';
import { checkJumps, type EarlierFigures } from './jump.js';
import { checkAgreement, checkGrowth, checkPart, checkShares } from './rules.js';
import type { ChecksFile } from './schema.js';

/**
 * @param earlier figures of the edition built last; left out: jumps are not looked for, the facts they name are
 */
export function runChecks(
  ledger: Ledger,
  file: YamlFile<ChecksFile>,
  findings: Findings,
  earlier: EarlierFigures = {},
): void {
  const { value } = file;
  if (!value) return;
  const checking: Checking = { ledger, placeOf: file.placeOf, findings };
  const each = <Check>(
    key: keyof ChecksFile,
    checks: readonly Check[] | undefined,
    run: (check: Check, path: Path) => void,
  ) =>
    checks?.forEach((check, index) => {
      run(check, [key, index]);
    });
  each('part-of', value['part-of'], (check, path) => checkPart(checking, check, path));
  each('shares-of-whole', value['shares-of-whole'], (check, path) => checkShares(checking, check, path));
  each('agree', value.agree, (check, path) => checkAgreement(checking, check, path));
  each('growth', value.growth, (check, path) => checkGrowth(checking, check, path));
  each('jump', value.jump, (check, path) => checkJumps(checking, check, path, earlier));
}
