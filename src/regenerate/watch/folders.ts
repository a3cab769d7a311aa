/** Layer 5. Which folders to watch, so that nothing a build asked for can change unnoticed. */
import { dirname, isAbsolute, sep } from 'node:path';
import type { Answer } from './answers.js';

/**
 * The folder that each path is in, since a file that is replaced by a rename is another one then; a folder whose names
 * were listed, itself. With them those above, up to the root: a folder that goes, or gives way to another one of its name,
 * is seen from above only, and so is one that is not there yet. Outside the root, one above.
 * @returns absolute, sorted, each once; they need not be there
 */
export function foldersToWatch(answers: readonly Answer[], root: string): string[] {
  const folders = new Set<string>();
  const add = (folder: string): void => {
    const inside = folder === root || folder.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
    if (folders.has(folder) && inside) return;
    folders.add(folder);
    if (inside && folder !== root) add(dirname(folder));
    else if (!inside) folders.add(dirname(folder));
  };
  for (const { question, path, answer } of answers) {
    add(question === 'names' ? path : dirname(path));
    // A link's file changes where it really is.
    if (question === 'target' && isAbsolute(answer)) add(dirname(answer));
  }
  return [...folders].sort();
}
