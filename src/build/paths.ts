/** Layer 4. Where a build may write. */
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../diagnostic.js';

/**
 * The zone's folder in the output folder.
 * @throws {UsageError} when `zone` is no plain name, or the folder lies where facts or templates are kept
 */
export function outputFolder(
  root: string,
  { zone, out }: { zone: string; out?: string | undefined },
): string {
  if (zone === '' || /^\.+$|[/\\\p{Cc}]/u.test(zone)) {
    throw new UsageError(
      `"${zone}" is no name of a zone`,
      'name a folder under data/, without path: chongqing-hitech-zone',
    );
  }
  const folder = join(resolve(out ?? join(root, 'out')), zone);
  for (const kept of ['data', 'templates']) {
    const below = relative(join(root, kept), folder);
    const inside = below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
    if (!inside) continue;
    throw new UsageError(
      `the files cannot be written into ${folder}: that is where ${kept === 'data' ? 'facts' : 'templates'} are kept`,
      'name another folder with --out, or leave --out away: the files then go into out/',
    );
  }
  return folder;
}
