/** Layer 3. A file of a template as text; what keeps it from being read is a finding. */
import { basename } from 'node:path';
import type { Findings } from '../diagnostic.js';
import type { World } from '../world.js';

/** @returns undefined where it cannot be read */
export async function readTemplateFile(
  world: World,
  path: string,
  findings: Findings,
): Promise<string | undefined> {
  const kind = await world.kindOf(path);
  const at = { file: path };
  if (kind !== 'file') {
    const what = kind === 'folder' ? 'is a folder' : 'is no file, nor a link to one';
    findings.error('template/unreadable', `${basename(path)} ${what}`, {
      at,
      expected: 'a text file',
      hint:
        kind === 'folder' ? 'rename or remove the folder' : 'put the file itself here, or remove the link',
    });
    return undefined;
  }
  try {
    return await world.readText(path);
  } catch (error) {
    findings.error('template/unreadable', `the file cannot be read: ${(error as Error).message}`, {
      at,
      hint: 'check that you are allowed to open it',
    });
    return undefined;
  }
}
