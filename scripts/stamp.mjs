/** Whether dist is what the source would give: a hash over everything the bundle is made from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns hexadecimal */
export function hashOfInputs() {
  const hash = createHash('sha256');
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) visit(child);
      else
        hash
          .update(relative(root, child).split(sep).join('/'))
          .update('\0')
          .update(readFileSync(child))
          .update('\0');
    }
  };
  visit(join(root, 'src'));
  for (const file of ['scripts/bundle.mjs', 'package.json', 'package-lock.json']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
