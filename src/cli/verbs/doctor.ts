/** Layer 6. zonebrief doctor: whether this machine has what a build needs. */
import { join } from 'node:path';
import { exitCodes, UsageError } from '../../diagnostic.js';
import type { World } from '../../world.js';
import { findLibreOffice } from '../libreoffice.js';
import { jsonOption, printJson, type Verb } from '../verb.js';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** A build does without it. */
  readonly optional?: true;
  readonly found: string;
  readonly hint?: string;
}

function node(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 15);
  return {
    name: 'Node.js',
    ok,
    found: process.versions.node,
    ...(!ok && { hint: 'install Node.js 20.15 or newer' }),
  };
}

async function fonts(world: World): Promise<Check> {
  const found = (await world.list(join(world.assets, 'fonts'))).filter((name) => name.endsWith('.ttf'));
  const ok = found.length > 0;
  return {
    name: 'fonts',
    ok,
    found: ok ? found.join(', ') : 'none',
    ...(!ok && { hint: 'install zonebrief again' }),
  };
}

async function canvas(): Promise<Check> {
  try {
    const { createCanvas } = await import('@napi-rs/canvas');
    const surface = createCanvas(8, 8);
    const context = surface.getContext('2d');
    context.fillStyle = '#ff0000';
    context.fillRect(0, 0, 8, 8);
    const [red] = context.getImageData(4, 4, 1, 1).data;
    if (red !== 255) throw new Error('a red square did not come out red');
    return { name: 'drawing', ok: true, found: 'Skia draws' };
  } catch (error) {
    const found = error instanceof Error ? (error.message.split('\n')[0] as string) : String(error);
    return { name: 'drawing', ok: false, found, hint: 'install the packages again on this machine (npm ci)' };
  }
}

async function office(world: World): Promise<Check> {
  const check = { name: 'LibreOffice', optional: true } as const;
  try {
    const found = await findLibreOffice(world);
    if (found !== undefined) return { ...check, ok: true, found };
    return {
      ...check,
      ok: false,
      found: 'none',
      hint: 'only for build --pdf; all other files are built without it',
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { ...check, ok: false, found: error.message, ...(error.hint && { hint: error.hint }) };
  }
}

export const doctor: Verb = {
  summary: 'find out whether this machine has what is needed',
  describe(command) {
    jsonOption(command);
  },
  async run(terminal, command) {
    const checks = [node(), await fonts(terminal.world), await canvas(), await office(terminal.world)];
    const ok = checks.every((check) => check.ok || check.optional);
    if (command.opts<{ json?: boolean }>().json) printJson(terminal, { ok, checks });
    else {
      for (const check of checks) {
        const mark = check.ok
          ? terminal.paint('green', 'ok     ')
          : check.optional
            ? terminal.paint('dim', 'absent ')
            : terminal.paint('red', 'missing');
        terminal.out(
          `${mark} ${check.name}: ${check.found}\n${check.hint ? `        hint: ${check.hint}\n` : ''}`,
        );
      }
    }
    return ok ? exitCodes.fine : exitCodes.usage;
  },
};
