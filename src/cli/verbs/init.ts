/** Layer 6. zonebrief init: a zone and a template of one's own to begin with. */
import { join, relative } from 'node:path';
import { exitCodes, UsageError } from '../../diagnostic.js';
import type { World } from '../../world.js';
import type { Terminal } from '../terminal.js';
import { jsonOption, pathFrom, printJson, type Verb } from '../verb.js';

/** Copied out of the package; the schemas are what the YAML files name for editors. */
const scaffold = ['data/example-zone', 'data/schema', 'templates/starter-briefing'];

async function filesUnder(world: World, folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const name of await world.list(folder)) {
    const path = join(folder, name);
    if ((await world.kindOf(path)) === 'folder') files.push(...(await filesUnder(world, path)));
    else files.push(path);
  }
  return files;
}

/** How zonebrief is called in a folder: by npx where it is installed; a clone is found by its path only. */
function commandFrom({ program: [, file = ''] }: Terminal, folder: string): string {
  if (file === '' || /[\\/](node_modules|_npx)[\\/]/.test(file)) return 'npx zonebrief';
  const path = relative(folder, file);
  return `node ${path.includes(' ') ? `"${path}"` : path}`;
}

export const init: Verb = {
  summary: 'begin a briefing of your own: a small zone and a template to change',
  describe(command) {
    jsonOption(command.argument('<dir>', 'folder to make or to add to')).addHelpText(
      'after',
      '\nExample:\n  zonebrief init my-briefing && cd my-briefing && npx zonebrief build',
    );
  },
  async run(terminal, command) {
    const { world } = terminal;
    const target = pathFrom(terminal, command.args[0]);
    // The package keeps data/ and templates/ above dist/, as the repository does above src/.
    const shipped = join(world.assets, '..');
    const content = new Map<string, Uint8Array>();
    for (const folder of scaffold) {
      for (const file of await filesUnder(world, join(shipped, folder))) {
        content.set(join(target, relative(shipped, file)), await world.readBytes(file));
      }
    }
    if (content.size === 0)
      throw new UsageError(`the scaffold is missing from ${shipped}`, 'install zonebrief again');
    if ((await world.kindOf(target)) === 'file') throw new UsageError(`${target} is a file`, 'name a folder');
    for (const path of content.keys()) {
      if ((await world.kindOf(path)) !== 'nothing') {
        throw new UsageError(
          `${relative(terminal.cwd, path)} is there already: nothing was written`,
          'name another folder',
        );
      }
    }
    for (const [path, bytes] of content) await world.write(path, bytes);
    const ignore = join(target, '.gitignore');
    if ((await world.kindOf(ignore)) === 'nothing') await world.write(ignore, 'node_modules/\nout/\n');
    const files = [...content.keys()].map((path) => relative(terminal.cwd, path));
    if (command.opts<{ json?: boolean }>().json) printJson(terminal, { ok: true, files });
    else {
      const here = relative(terminal.cwd, target) || '.';
      terminal.out(
        `${files.map((file) => `  ${file}\n`).join('')}Now: ${here === '.' ? '' : `cd ${here} && `}${commandFrom(terminal, target)} build\n`,
      );
    }
    return exitCodes.fine;
  },
};
