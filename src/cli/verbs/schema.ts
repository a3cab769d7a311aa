/** Layer 6. zonebrief schema: JSON Schemas of the YAML files, for editors. */
import { join, relative } from 'node:path';
import { exitCodes } from '../../diagnostic.js';
import { jsonOption, pathFrom, printJson, type Verb } from '../verb.js';

export const schema: Verb = {
  summary: 'print the JSON Schemas of the YAML files, or write them into a folder for editors',
  describe(command) {
    jsonOption(
      command.option('--out <dir>', 'write zone.schema.json, facts.schema.json … into this folder'),
    ).addHelpText('after', '\nExample:\n  zonebrief schema --out data/schema');
  },
  async run(terminal, command) {
    const { jsonSchemas } = await import('../../build/schemas.js');
    const { out, json } = command.opts<{ out?: string; json?: boolean }>();
    const schemas = jsonSchemas();
    if (out === undefined) {
      printJson(terminal, schemas);
      return exitCodes.fine;
    }
    const paths = Object.keys(schemas).map((name) => join(pathFrom(terminal, out), name));
    for (const [index, content] of Object.values(schemas).entries()) {
      await terminal.world.write(paths[index] as string, `${JSON.stringify(content, null, 2)}\n`);
    }
    const files = paths.map((path) => relative(terminal.cwd, path));
    if (json) printJson(terminal, { ok: true, files });
    else terminal.out(files.map((file) => `  ${file}\n`).join(''));
    return exitCodes.fine;
  },
};
