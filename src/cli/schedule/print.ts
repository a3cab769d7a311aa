/** Layer 6. Units for other schedulers, printed or written into a folder. */
import { isAbsolute, join, relative } from 'node:path';
import { version } from '../../build/version.js';
import { UsageError } from '../../diagnostic.js';
import type { UnitFile, UnitKind, UnitOptions, UnitZone } from '../../regenerate/schedule/units/unit.js';
import type { Settings } from '../../regenerate/settings.js';
import { isThemeName } from '../../themes/name.js';
import type { World } from '../../world.js';
import { decidingOptions } from '../build-options.js';
import type { Terminal } from '../terminal.js';
import { pathFrom } from '../verb.js';
import type { ScheduleFlags } from './flags.js';

export interface PrintOptions {
  readonly kind: UnitKind;
  readonly root: string;
  readonly out: string;
  readonly flags: ScheduleFlags;
}

export async function printUnits(
  terminal: Terminal,
  zones: readonly Settings[],
  { kind, root, out, flags }: PrintOptions,
): Promise<void> {
  const options: UnitOptions = {
    zones: zones.flatMap((settings) => unitZone(settings) ?? []),
    root,
    out,
    command: terminal.program,
    flags: flagsFor(kind, flags, { root, cwd: terminal.cwd }),
    install: await installOf(terminal.world, root),
    now: terminal.world.now(),
  };
  const files = await filesOf(kind, options);
  if (flags.to === undefined) {
    const heads = files.length > 1;
    terminal.out(files.map(({ name, text }) => (heads ? `### ${name}\n${text}` : text)).join('\n'));
  } else
    for (const { name, text } of files) {
      const path = join(pathFrom(terminal, flags.to), name);
      await terminal.world.write(path, text);
      terminal.out(`  ${relative(terminal.cwd, path)}\n`);
    }
  if (terminal.program.some((word) => /[\\/]_npx[\\/]/.test(word)))
    terminal.err(
      'zonebrief lies in the cache of npx, which is emptied at times: install it in this folder (npm install zonebrief) and call this again.\n',
    );
}

/**
 * The flags of the build, which the scheduled one is to have as well: other flags make other files.
 * @throws {UsageError} where a workflow would need a path outside of the repository
 */
function flagsFor(
  kind: UnitKind,
  flags: ScheduleFlags,
  { root, cwd }: { readonly root: string; readonly cwd: string },
): string[] {
  const { languages, summaries, arrangement, theme, sources, charts, strict } = decidingOptions(flags, cwd);
  const path = (absolute: string): string => {
    if (kind !== 'github-actions') return absolute;
    const below = relative(root, absolute).replaceAll('\\', '/');
    if (!below.startsWith('..') && !isAbsolute(below)) return below;
    throw new UsageError(
      `${absolute} lies outside of ${root}, where a workflow does not find it`,
      'put it into the repository',
    );
  };
  return [
    ...(languages ? ['--languages', languages.join(',')] : []),
    ...(summaries ? ['--summaries', summaries.map((pair) => pair.join('+')).join(',')] : []),
    ...(arrangement ? ['--arrangement', arrangement] : []),
    ...(flags.pdf ? ['--pdf'] : []),
    ...(charts ? ['--charts', charts] : []),
    ...(strict ? ['--strict'] : []),
    ...(theme === undefined ? [] : ['--theme', isThemeName(theme) ? theme : path(theme)]),
    ...(sources === undefined ? [] : ['--sources', path(sources)]),
  ];
}

function unitZone({ plan, file, channels }: Settings): UnitZone | undefined {
  if (!plan) return undefined;
  const secrets = channels.flatMap(({ channel }) => {
    if (channel.kind === 'webhook') return [channel.secret];
    return channel.kind === 'mail' ? [channel.user, channel.password] : [];
  });
  return {
    plan,
    spread: file.schedule?.jitter ?? 0,
    secrets: [...new Set(secrets.filter((name) => name !== undefined))].sort(),
  };
}

/** Loaded when asked for. */
async function filesOf(kind: UnitKind, options: UnitOptions): Promise<readonly UnitFile[]> {
  switch (kind) {
    case 'systemd':
      return (await import('../../regenerate/schedule/units/systemd.js')).systemdUnits(options);
    case 'github-actions':
      return (await import('../../regenerate/schedule/units/github-actions.js')).githubWorkflows(options);
    case 'crontab': {
      const { crontabLines } = await import('../../regenerate/schedule/units/crontab.js');
      return [{ name: 'zonebrief.crontab', text: crontabLines(options) }];
    }
  }
}

/** How a fresh machine comes by zonebrief: as the root's own package, as a package it depends on, or by npx. */
async function installOf(world: World, root: string): Promise<UnitOptions['install']> {
  const otherwise = { steps: [], command: `npx --yes zonebrief@${version}` };
  let file: { name?: unknown; dependencies?: object; devDependencies?: object };
  try {
    file = JSON.parse(await world.readText(join(root, 'package.json')));
  } catch {
    return otherwise;
  }
  if (file.name === 'zonebrief') return { steps: ['npm ci', 'npm run build'], command: 'node dist/cli.js' };
  const depends = { ...file.dependencies, ...file.devDependencies };
  return 'zonebrief' in depends ? { steps: ['npm ci'], command: 'npx zonebrief' } : otherwise;
}
