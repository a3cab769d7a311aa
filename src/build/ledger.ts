/** Layer 4. A zone's ledger with all that is checked of it before anything is composed. */
import { checkTypedFigures } from '../compose/typed-figures.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Ledger } from '../facts/fact.js';
import { type LoadOptions, loadLedger } from '../facts/load.js';
import type { World } from '../world.js';

/**
 * Never throws for what the files hold.
 * @returns the ledger where each fact by itself is sound; errors may stand beside it
 */
export async function loadZone(
  world: World,
  zoneFolder: string,
  options: LoadOptions = {},
): Promise<{ ledger?: Ledger; diagnostics: readonly Diagnostic[] }> {
  const { ledger, diagnostics, texts } = await loadLedger(world, zoneFolder, options);
  return ledger
    ? { ledger, diagnostics: [...diagnostics, ...checkTypedFigures(ledger, texts, options.memory)] }
    : { diagnostics };
}
