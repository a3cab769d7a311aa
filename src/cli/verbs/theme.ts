/** Layer 6. zonebrief theme import: a theme from a brand's own PowerPoint template. */
import { basename, dirname, join, relative } from 'node:path';
import { exitCodes, printable, UsageError } from '../../diagnostic.js';
import type { Terminal } from '../terminal.js';
import { jsonOption, pathFrom, printJson, type Verb } from '../verb.js';

interface Flags {
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const example = 'zonebrief theme import brand.potx -o templates/themes/brand.yaml';

export const theme: Verb = {
  summary: "take colours, fonts, pictures and places over from a brand's .pptx, .potx or .thmx",
  describe(command) {
    jsonOption(
      command
        .argument('<action>', 'import')
        .argument('<file>', 'a .pptx, .potx or .thmx with the slide master of the brand')
        .option('-o, --out <file>', 'theme file to write; its pictures go beside it (default: theme.yaml)')
        .option('--force', 'write over files that are there'),
    ).addHelpText('after', `\nExample:\n  ${example}\n  zonebrief build --theme brand`);
  },
  async run(terminal, command) {
    const [action, file, ...more] = command.args;
    if (action !== 'import' || file === undefined || more.length > 0)
      throw new UsageError(`theme cannot do ${JSON.stringify(command.args.join(' '))}`, example);
    const flags = command.opts<Flags>();
    const out = pathFrom(terminal, flags.out ?? 'theme.yaml');
    if (!/\.ya?ml$/i.test(out)) throw new UsageError(`${out} is no .yaml file`, example);
    const bytes = await readFile(terminal, pathFrom(terminal, file));
    const { importTheme } = await import('../../themes/import/import.js');
    const imported = await importTheme(bytes, {
      from: basename(file),
      theme: basename(out).replace(/\.ya?ml$/i, ''),
    });
    const files = new Map<string, Uint8Array | string>([[out, imported.text]]);
    for (const picture of imported.pictures) files.set(join(dirname(out), picture.name), picture.bytes);
    for (const path of flags.force ? [] : files.keys()) {
      if ((await terminal.world.kindOf(path)) !== 'nothing')
        throw new UsageError(
          `${path} is there already: nothing was written`,
          'name another with -o, or add --force',
        );
    }
    for (const [path, content] of files) await terminal.world.write(path, content);
    const written = [...files.keys()].map((path) => relative(terminal.cwd, path));
    if (flags.json) printJson(terminal, { ok: true, files: written, notes: imported.notes });
    else {
      for (const note of imported.notes) terminal.out(`  ${printable(note)}\n`);
      terminal.out(`${written.join(', ')} written. Now: zonebrief build --theme ${written[0]}\n`);
    }
    return exitCodes.fine;
  },
};

/** @throws {UsageError} where there is no such file; what the system refuses else is told elsewhere */
async function readFile({ world }: Terminal, path: string): Promise<Uint8Array> {
  const kind = await world.kindOf(path);
  if (kind === 'file') return world.readBytes(path);
  throw new UsageError(`${path} ${kind === 'folder' ? 'is a folder' : 'is not there'}`, example);
}
