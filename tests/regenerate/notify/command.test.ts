import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeOutside } from '../../../src/cli/outside.js';
import { runProgram } from '../../../src/cli/programs.js';
import { zoneFile } from '../../../src/facts/schema.js';
import { tellCommand } from '../../../src/regenerate/notify/command.js';
import type { RunReport } from '../../../src/regenerate/notify/report.js';
import { memoryWorld } from '../../../src/world.js';

let root = '';
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'zonebrief-tell-')));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const zone = zoneFile.parse({
  name: { en: 'Park' },
  issuer: { en: 'Agency' },
  template: 'x',
  languages: ['en'],
  summaries: [],
});

/** A program of Node's, on this machine. */
const tell = (
  script: string,
  more: { words?: string[]; timeout?: number; report?: Partial<RunReport> } = {},
) =>
  tellCommand(
    { world: memoryWorld(), outside: nodeOutside(runProgram), root, zone },
    {
      kind: 'command',
      run: [process.execPath, '-e', script, ...(more.words ?? [])],
      ...(more.timeout && { timeout: more.timeout }),
    },
    {
      id: 'zb_0123',
      report: {
        version: 1,
        zone: 'park',
        outcome: 'made',
        changes: [],
        findings: [],
        files: [],
        ...more.report,
      },
    },
  );

const readAll = 'const text = require("fs").readFileSync(0, "utf8");';

describe('a command', () => {
  it('is started in the root with the report on its standard input; what it prints goes into the log', async () => {
    const script = `${readAll} require("fs").writeFileSync("got.json", text); console.log("told", process.cwd())`;
    expect(await tell(script)).toEqual({ output: `told ${root}` });
    expect(JSON.parse(readFileSync(join(root, 'got.json'), 'utf8'))).toMatchObject({
      id: 'zb_0123',
      version: 1,
      outcome: 'made',
    });
  });

  it('has no shell: words come as they are written', async () => {
    const words = ['$HOME; rm -rf x', '`id`', '"quoted" and \'quoted\''];
    expect(await tell(`${readAll} console.log(process.argv.slice(1).join("|"))`, { words })).toEqual({
      output: words.join('|'),
    });
  });

  it('need not read what it is given, however much that is', async () => {
    const findings = [{ code: 'x/y', severity: 'error' as const, message: 'x'.repeat(3_000_000) }];
    expect(await tell('process.exit(0)', { report: { findings } })).toEqual({});
  });

  it('that fails, hangs or is not there is a fault with what it said', async () => {
    await expect(tell('console.error("no paper"); process.exit(3)')).rejects.toThrow(
      'the program ended with code 3: no paper',
    );
    await expect(tell('setInterval(() => 1, 1000)', { timeout: 1 })).rejects.toThrow('stopped after 1 s');
    await expect(
      tellCommand(
        { world: memoryWorld(), outside: nodeOutside(runProgram), root, zone },
        { kind: 'command', run: ['no-such-program-anywhere'] },
        {
          id: 'zb_0123',
          report: { version: 1, zone: 'park', outcome: 'made', changes: [], findings: [], files: [] },
        },
      ),
    ).rejects.toThrow(/could not be started: .*ENOENT/);
  });

  it('that floods its output fills no memory', async () => {
    const { output } = await tell('process.stdout.write("x".repeat(5_000_000))');
    expect((output as string).length).toBeLessThan(200_000);
  });
});
