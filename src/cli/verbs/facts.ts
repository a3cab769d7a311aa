/** Layer 6. zonebrief facts: every fact, as data or as each language writes it. */
import { join } from 'node:path';
import type { ZoneFactJson } from '../../build/facts.js';
import type { Diagnostic } from '../../diagnostic.js';
import { exitCodes } from '../../diagnostic.js';
import { fromHere, printFindings } from '../report.js';
import { type CommonFlags, jsonOption, pathFrom, printJson, rootOption, type Verb } from '../verb.js';
import { chooseZones } from '../zones.js';

export const facts: Verb = {
  summary: 'print every fact with its evidence, written in each language',
  describe(command) {
    jsonOption(rootOption(command.argument('[zone...]', 'folders under data/ (default: all of them)')));
  },
  async run(terminal, command) {
    const flags = command.opts<CommonFlags>();
    const root = pathFrom(terminal, flags.root);
    const zones = await chooseZones(terminal.world, root, command.args);
    const { factsOfZone } = await import('../../build/facts.js');
    const { earlierFigures } = await import('../../build/manifest.js');
    const all: ZoneFactJson[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const zone of zones) {
      const earlier = await earlierFigures(terminal.world, join(root, 'out', zone));
      const read = await factsOfZone(terminal.world, join(root, 'data', zone), { earlier });
      all.push(...read.facts);
      diagnostics.push(...fromHere(terminal, read.diagnostics));
    }
    const failed = diagnostics.some(({ severity }) => severity === 'error');
    if (flags.json) printJson(terminal, failed ? { ok: false, diagnostics } : all);
    else {
      printFindings(terminal, diagnostics);
      for (const fact of all) {
        terminal.out(`${terminal.paint('bold', fact.id)}  ${terminal.paint('dim', fact.kind)}\n`);
        for (const [language, text] of Object.entries(fact.text)) {
          terminal.out(
            `  ${language.padEnd(6)} ${fact.label[language] ?? ''}${text === fact.label[language] ? '' : `: ${text}`}\n`,
          );
        }
        for (const { source, stated } of fact.evidence)
          terminal.out(terminal.paint('dim', `  ${source}: ${stated}\n`));
      }
    }
    return failed ? exitCodes.findings : exitCodes.fine;
  },
};
