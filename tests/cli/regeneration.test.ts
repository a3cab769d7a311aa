import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleZone } from '../support/example.js';
import { bundle, type Run, repository, run, temporaryFolder } from '../support/sample.js';

/** The bundled command, as a nightly run calls it. */
describe('zonebrief build, again and again', () => {
  const root = temporaryFolder();
  const zones = [exampleZone, 'second-zone'];
  const folder = join(root, 'out', exampleZone);
  const facts = join(root, 'data', exampleZone, 'facts', 'park.yaml');
  const copy = join(root, 'data', exampleZone, 'sources', 'annual-report.md');
  const zonebrief = (words: readonly string[] = [], environment: Record<string, string> = {}): Run =>
    run(process.execPath, [join(repository, 'dist', 'cli.js'), 'build', ...words], root, environment);
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(path, change(readFileSync(path, 'utf8')));

  /** Every file of every zone with its bytes, its inode and its time to the nanosecond. */
  const everything = (): Map<string, string> =>
    new Map(
      zones.flatMap((zone) => {
        const here = join(root, 'out', zone);
        return readdirSync(here, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => {
            const path = join(entry.parentPath, entry.name);
            const { ino, mtimeNs } = statSync(path, { bigint: true });
            return [path, `${ino} ${mtimeNs} ${readFileSync(path).toString('base64')}`] as const;
          });
      }),
    );

  beforeAll(() => {
    bundle();
    cpSync(join(repository, 'data', exampleZone), join(root, 'data', exampleZone), { recursive: true });
    cpSync(join(repository, 'data', exampleZone), join(root, 'data', 'second-zone'), { recursive: true });
    const templates = join(root, 'templates');
    mkdirSync(templates);
    cpSync(join(repository, 'templates', 'starter-briefing'), join(templates, 'starter-briefing'), {
      recursive: true,
    });
    const first = zonebrief();
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toMatch(new RegExp(`^${exampleZone} +made +2025-06-30.1 `, 'm'));
  });

  it('makes in two threads what the library makes in one', () => {
    const filesIn = (out: string): Map<string, string> =>
      new Map(
        readdirSync(join(root, out, exampleZone), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('base64')]),
      );
    const made = zonebrief([exampleZone, '--out', 'in-two']);
    expect(made.code, made.stderr).toBe(0);
    const library = JSON.stringify(pathToFileURL(join(repository, 'dist', 'index.mjs')).href);
    const options = JSON.stringify({ root, zone: exampleZone, out: join(root, 'in-one') });
    const script = `import { buildBriefing } from ${library}; await buildBriefing(${options});`;
    const alone = run(process.execPath, ['--input-type=module', '--eval', script], root);
    expect(alone.code, alone.stderr).toBe(0);
    expect(filesIn('in-two')).toEqual(filesIn('in-one'));
  });

  it('writes nothing where nothing changed, and says so', () => {
    const before = everything();
    expect(zonebrief()).toMatchObject({
      code: 0,
      stdout: `${exampleZone}: unchanged, edition 2025-06-30.1\nsecond-zone: unchanged, edition 2025-06-30.1\n`,
      stderr: '',
    });
    expect(zonebrief([`data/${exampleZone}/`, '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(everything()).toEqual(before);
  });

  it('starts with the code that was compiled with the bundle', () => {
    const dist = join(repository, 'dist');
    const script = `const dist = ${JSON.stringify(dist)};
      const { loaderWith, readCode } = require(dist + '/load.js');
      const taken = [];
      const load = loaderWith(dist, readCode(dist + '/code-cache.bin'), (name, sum, script) => {
        taken.push(script.cachedDataRejected === false);
      });
      load('./command.js');
      console.log(JSON.stringify([...new Set(taken)]));`;
    expect(run(process.execPath, ['--eval', script], root)).toEqual({
      code: 0,
      stdout: '[true]\n',
      stderr: '',
    });
  });

  it('answers that before anything is loaded', () => {
    const dist = join(root, 'bare');
    mkdirSync(dist);
    for (const name of ['cli.js', 'load.js', 'package.json'])
      cpSync(join(repository, 'dist', name), join(dist, name));
    writeFileSync(join(dist, 'command.js'), "throw new Error('loaded')");
    const call = (...words: string[]) => run(process.execPath, [join(dist, 'cli.js'), ...words], root);
    expect(call('build')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('unchanged'),
      stderr: '',
    });
    expect(call('build', '--strict').stderr).toContain('loaded');
  });

  it('reports as JSON what the build would report', () => {
    const fast = zonebrief(['--json']);
    // A trailing option that only the command itself knows.
    const slow = zonebrief(['--json', '--overwrite']);
    expect(JSON.parse(fast.stdout)).toMatchObject({
      ok: true,
      zones: [{ outcome: 'unchanged', edition: { id: '2025-06-30.1' }, diagnostics: [], facts: 7 }, {}],
    });
    expect(fast.stdout).toBe(slow.stdout);
  });

  it('changes nothing in the folder for a comment, and knows it from then on', () => {
    const before = everything();
    edit(facts, (text) => `# looked over\n${text}`);
    expect(zonebrief().stdout).toContain(`${exampleZone}: unchanged`);
    expect(everything()).toEqual(before);
    const state = join(root, 'out', '.zonebrief', exampleZone, 'state.json');
    const written = statSync(state, { bigint: true }).mtimeNs;
    expect(zonebrief().stdout).toContain(`${exampleZone}: unchanged`);
    expect(statSync(state, { bigint: true }).mtimeNs).toBe(written);
  });

  it('loads neither writers nor canvas where all files are kept', () => {
    const dist = join(root, 'without-writers');
    cpSync(join(repository, 'dist'), dist, { recursive: true });
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');
    const unneeded = readdirSync(dist).filter((name) =>
      /^(chunk-(output|presentation|model|renderer|draw|lint)-.*|beside-thread)\.js$/.test(name),
    );
    expect(unneeded.length).toBeGreaterThan(6);
    for (const name of unneeded) writeFileSync(join(dist, name), `throw new Error('${name} was loaded')`);
    const again = () => run(process.execPath, [join(dist, 'cli.js'), 'build', exampleZone], root);
    edit(facts, (text) => `# looked over again\n${text}`);
    expect(again()).toMatchObject({ code: 0, stdout: expect.stringContaining('unchanged') });
    rmSync(join(folder, 'charts', 'fund.en.png'));
    // From the cache: no chart is drawn.
    expect(again()).toMatchObject({ code: 0, stdout: expect.stringContaining('made again') });
    edit(join(root, 'templates', 'starter-briefing', 'deck.en.md.hbs'), (text) =>
      text.replace('still be called', 'still be drawn'),
    );
    expect(again().stderr).toContain('was loaded');
    edit(join(root, 'templates', 'starter-briefing', 'deck.en.md.hbs'), (text) =>
      text.replace('still be drawn', 'still be called'),
    );
    expect(zonebrief([exampleZone]).stdout).toContain('unchanged');
    rmSync(join(root, 'node_modules'));
  });

  it('makes a new edition of the zone whose fact changed, and leaves the other alone', () => {
    const before = everything();
    for (const path of [facts, copy])
      edit(path, (text) => text.replace('"8400"', '"8500"').replace('8.400', '8.500'));
    const { code, stdout } = zonebrief();
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${exampleZone} +made +2025-06-30.2 `, 'm'));
    expect(stdout).toMatch(/^second-zone +unchanged +2025-06-30.1 +0 /m);
    expect(readFileSync(join(folder, 'changes.md'), 'utf8')).toContain('8,500');
    const chart = join(folder, 'charts', 'fund.en.png');
    const [, time, bytes] = everything().get(chart)?.split(' ') ?? [];
    const [, timeBefore, bytesBefore] = before.get(chart)?.split(' ') ?? [];
    expect(bytes).toBe(bytesBefore);
    // Times are copied in seconds, with a fraction that a number holds to the microsecond.
    expect(Math.abs(Number(time) - Number(timeBefore))).toBeLessThan(1e6);
    const archived = join(folder, 'editions', '2025-06-30.1', 'briefing.en.pptx');
    expect(everything().get(archived)).toBe(before.get(join(folder, 'briefing.en.pptx')));
    expect(zonebrief().stdout).toContain(`${exampleZone}: unchanged, edition 2025-06-30.2`);
  });

  it.each<[string, string, () => () => void]>([
    [
      'a further file of facts',
      'facts/',
      () => added(join(root, 'data', exampleZone, 'facts', 'more.yaml'), 'x'),
    ],
    [
      'a partial',
      'template/',
      () => added(join(root, 'templates', 'starter-briefing', 'partials', 'x.hbs'), '{{'),
    ],
    [
      'a file of facts that is gone',
      'facts/',
      () => gone(join(root, 'data', 'second-zone', 'facts', 'park.yaml')),
    ],
    ['a deck that is gone', 'made again', () => gone(join(folder, 'briefing.de.pptx'))],
    ['a further zone', 'facts/', () => added(join(root, 'data', 'third-zone', 'zone.yaml'), 'name: [')],
  ])('notices %s', (_, told, change) => {
    const undo = change();
    const { stdout, stderr } = zonebrief();
    undo();
    expect(stdout + stderr).toContain(told);
    rmSync(join(root, 'data', 'third-zone'), { recursive: true, force: true });
    expect(zonebrief().code).toBe(0);
  });

  it('holds back, exits with 1, and says so until nothing is wrong', () => {
    const before = readFileSync(facts, 'utf8');
    edit(facts, (text) => text.replace('source: annual-report', 'source: hearsay'));
    for (let time = 0; time < 2; time += 1) {
      const { code, stderr } = zonebrief([exampleZone]);
      expect(code).toBe(1);
      expect(stderr).toContain(
        `held back; edition 2025-06-30.2 stays: see ${join('out', exampleZone, 'held.md')}`,
      );
    }
    writeFileSync(facts, before);
    expect(zonebrief([exampleZone]).stdout).toContain('unchanged, edition 2025-06-30.2');
    expect(readdirSync(folder)).not.toContain('held.md');
  });

  it('loses nothing that was edited by hand', () => {
    const deck = join(folder, 'briefing.en.pptx');
    const [made, edited] = [readFileSync(deck), readFileSync(join(folder, 'briefing.de.pptx'))];
    writeFileSync(deck, edited);
    expect(zonebrief([exampleZone])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('unchanged, edition 2025-06-30.2'),
      stderr: expect.stringContaining('warning build/edited-by-hand: briefing.en.pptx was edited'),
    });
    expect(readFileSync(deck)).toEqual(edited);
    const held = zonebrief([exampleZone, '--theme', 'bold']);
    expect(held).toMatchObject({ code: 1, stderr: expect.stringContaining('error build/edited-by-hand') });
    expect(readFileSync(deck)).toEqual(edited);
    const { stdout } = zonebrief([exampleZone, '--overwrite']);
    expect(stdout).toContain('made again');
    expect(stdout).toMatch(/briefing\.en\.pptx .*what stood there is kept as briefing\.en\.edited\.pptx$/m);
    expect(readFileSync(deck)).toEqual(made);
    expect(readFileSync(join(folder, 'briefing.en.edited.pptx'))).toEqual(edited);
    rmSync(join(folder, 'briefing.en.edited.pptx'));
  });

  it('has what was damaged made again, and the same bytes by force', () => {
    const before = everything();
    const bytesOf = (path: string) => before.get(path)?.split(' ')[2];
    for (const name of ['summary.en-de.docx', 'charts/fund.de.png']) {
      const path = join(folder, name);
      writeFileSync(path, readFileSync(path).subarray(0, 3000));
    }
    expect(zonebrief([exampleZone]).stdout).toContain('edition 2025-06-30.2 made again');
    for (const [path, now] of everything()) expect(now.split(' ')[2], path).toBe(bytesOf(path));
    const repaired = everything();
    expect(zonebrief([exampleZone, '--force']).stdout).toContain('unchanged, edition 2025-06-30.2');
    expect(everything()).toEqual(repaired);
  });

  it('makes a theme and other languages of the same edition, and takes away what is no more', () => {
    expect(zonebrief([exampleZone, '--theme', 'bold']).stdout).toContain('edition 2025-06-30.2 made again');
    expect(zonebrief([exampleZone, '--languages', 'de', '--summaries', 'de']).code).toBe(0);
    const files = readdirSync(folder).filter((name) => /\.(pptx|docx)$/.test(name));
    expect(files).toEqual(['briefing.de.pptx', 'summary.de.docx']);
    expect(readdirSync(join(folder, 'charts'))).toEqual(['fund.de.png']);
    expect(zonebrief([exampleZone]).stdout).toContain('edition 2025-06-30.2 made again');
    expect(zonebrief([exampleZone]).stdout).toContain('unchanged');
  });

  it('leaves the decks alone where only the summaries print what changed', () => {
    const templates = join(root, 'templates', 'starter-briefing');
    // Growth stands in the decks no more, and goes on standing in the summaries.
    for (const name of ['deck.en.md.hbs', 'deck.de.md.hbs'])
      edit(join(templates, name), (text) => text.replace(/^- \*\*\{\{fact "park\.job-growth".*\n/m, ''));
    expect(zonebrief([exampleZone]).code).toBe(0);
    const before = everything();
    for (const path of [facts, copy])
      edit(path, (text) => text.replace('amount: "6.5"', 'amount: "6.6"').replace('6,5 %', '6,6 %'));
    expect(zonebrief([exampleZone]).stdout).toContain(
      'edition 2025-06-30.3, 7 facts, 1 change since 2025-06-30.2',
    );
    const now = everything();
    for (const name of ['briefing.en.pptx', 'briefing.de.pptx', 'charts/fund.en.png']) {
      const [, time, bytes] = now.get(join(folder, name))?.split(' ') ?? [];
      const [, timeBefore, bytesBefore] = before.get(join(folder, name))?.split(' ') ?? [];
      expect(bytes, name).toBe(bytesBefore);
      expect(Math.abs(Number(time) - Number(timeBefore)), name).toBeLessThan(1e6);
    }
    const summary = join(folder, 'summary.en-de.docx');
    expect(now.get(summary)?.split(' ')[2]).not.toBe(before.get(summary)?.split(' ')[2]);
  });

  it('goes by the environment and the options', () => {
    const dated = { SOURCE_DATE_EPOCH: '1767225600' };
    expect(zonebrief([exampleZone], dated).stdout).toContain('edition 2025-06-30.3 made again');
    expect(zonebrief([exampleZone], dated).stdout).toContain('unchanged');
    expect(zonebrief([exampleZone]).stdout).toContain('made again');
    expect(zonebrief([exampleZone, '--charts', 'native']).stdout).toContain('made again');
    expect(zonebrief([exampleZone]).stdout).toContain('made again');
    expect(zonebrief([exampleZone]).stdout).toContain('unchanged');
  });

  it('finds the edition where its folder is a link', () => {
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(elsewhere);
    renameSync(folder, join(elsewhere, 'shown'));
    symlinkSync(join(elsewhere, 'shown'), folder, 'junction');
    expect(zonebrief([exampleZone]).code).toBe(0);
    const before = everything();
    expect(zonebrief([exampleZone]).stdout).toBe(`${exampleZone}: unchanged, edition 2025-06-30.3\n`);
    expect(everything()).toEqual(before);
  });

  it('says so where only the sources are others', () => {
    const sources = join(root, 'data', exampleZone, 'sources.yaml');
    edit(sources, (text) => text.replace('title: Jahresbericht', 'title: Bericht'));
    expect(zonebrief([exampleZone]).stdout).toContain(
      'edition 2025-06-30.4, 7 facts, other sources since 2025-06-30.3\n',
    );
  });
});

function added(path: string, text: string): () => void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return () => rmSync(path);
}

/** What was made again meanwhile stays. */
function gone(path: string): () => void {
  const away = join(temporaryFolder(), 'away');
  renameSync(path, away);
  return () => renameSync(away, path);
}
