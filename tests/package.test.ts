import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { version } from '../src/build/version.js';
import { bundle, repository, run, temporaryFolder } from './support/sample.js';

const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};
type LockEntry = { version?: string; optionalDependencies?: Record<string, string> };
const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockEntry>;
};

describe('the package', () => {
  const home = temporaryFolder();
  const npm = (...words: string[]) =>
    run('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], home);
  const zonebrief = (cwd: string, ...words: string[]) =>
    run(process.execPath, [join(home, 'node_modules/zonebrief/dist/cli.js'), ...words], cwd);

  beforeAll(() => {
    // What `npm pack` would have made anew: the bundle stands, and is used by other tests meanwhile.
    bundle();
    const typed = run('npx', ['tsc', '-p', 'tsconfig.build.json'], repository);
    expect(typed.code, typed.stdout).toBe(0);
    const pack = ['pack', '--ignore-scripts', '--pack-destination', home, '--loglevel=error'];
    const packed = run('npm', pack, repository);
    expect(packed.code, packed.stderr).toBe(0);
    const tarball = readdirSync(home).find((name) => name.endsWith('.tgz')) as string;
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    const installed = npm('install', '--prefer-offline', `./${tarball}`);
    expect(installed.code, installed.stderr).toBe(0);
  });

  it('has the version that it says it has', () => {
    expect(version).toBe(manifest.version);
  });

  it('locks the packages of every platform, so that npm ci installs on each of them', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.entries(entry.optionalDependencies ?? {})
        .filter(([name, wanted]) => {
          const locked =
            lock.packages[`${path}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
          return locked?.version === undefined || (/^\d/.test(wanted) && locked.version !== wanted);
        })
        .map(([name]) => name),
    );
    expect(missing).toEqual([]);
  });

  it('brings no canvas that compiles or downloads at install', () => {
    const lockfile = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    expect(existsSync(join(home, 'node_modules/canvas'))).toBe(false);
    expect(
      Object.entries(lockfile.packages).filter(
        ([path, entry]) => (/\/canvas$/.test(path) && !path.includes('@napi-rs/')) || entry.hasInstallScript,
      ),
    ).toEqual([]);
  });

  it('begins a briefing and builds it with npx, away from the repository', () => {
    const begun = run('npx', ['--no-install', 'zonebrief', 'init', 'mine'], home);
    expect(begun.code, begun.stderr).toBe(0);
    const mine = join(home, 'mine');
    const built = run('npx', ['--no-install', 'zonebrief', 'build'], mine);
    expect(built.code, built.stderr).toBe(0);
    const [zone] = readdirSync(join(mine, 'out')).filter((name) => !name.startsWith('.'));
    expect(existsSync(join(mine, 'out', zone as string, 'manifest.json'))).toBe(true);
    expect(readdirSync(join(mine, 'out', zone as string)).some((name) => name.endsWith('.pptx'))).toBe(true);
  });

  it('does not overwrite what stands where it would begin', () => {
    expect(zonebrief(home, 'init', 'twice').code).toBe(0);
    const again = zonebrief(home, 'init', 'twice');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('is there already');
  });

  it('finds this machine fit', () => {
    const { code, stdout } = zonebrief(home, 'doctor', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  });

  it('is a typed library', () => {
    writeFileSync(
      join(home, 'use.ts'),
      `import { buildBriefing, checkBriefing, FindingsError, loadFacts, readQuantity, writeQuantity, type BuildReport } from 'zonebrief';
       const read = readQuantity('近17万人', 'zh-CN');
       console.log(JSON.stringify(read));
       console.log(writeQuantity(read, 'en'));
       export const build = (): Promise<BuildReport> => buildBriefing({ root: '.', zone: 'x' });
       // @ts-expect-error a zone is needed
       export const wrong = () => checkBriefing({ root: '.' });
       const { facts } = await loadFacts('mine/data/' + process.argv[2]);
       console.log(facts.size > 0, FindingsError.name);
      `,
    );
    const tsc = join(repository, 'node_modules/typescript/bin/tsc');
    const options = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--skipLibCheck',
      'false',
      '--types',
      'node',
    ];
    const roots = ['--typeRoots', join(repository, 'node_modules/@types')];
    const compiled = run(process.execPath, [tsc, ...options, ...roots, 'use.ts'], home);
    expect(compiled.stdout + compiled.stderr).toBe('');
    run(process.execPath, [join(home, 'node_modules/zonebrief/dist/cli.js'), 'init', 'mine'], home);
    const [zone] = readdirSync(join(home, 'mine', 'data')).filter((name) => name !== 'schema');
    const used = run(process.execPath, ['use.js', zone as string], home);
    expect(used.stderr).toBe('');
    const [read, written, rest] = used.stdout.trim().split('\n');
    expect(JSON.parse(read as string)).toMatchObject({
      quantity: { amount: '170000', unit: 'people' },
      qualifier: 'nearly',
    });
    expect(written).toBe('nearly 170,000 people');
    expect(rest).toBe('true FindingsError');
  });
});
