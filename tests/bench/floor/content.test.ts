import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { content } from './content.js';

const here = dirname(fileURLToPath(import.meta.url));

it('has the floor say what the sample says today: node tests/bench/floor/make-content.mjs', async () => {
  const floor: unknown = JSON.parse(readFileSync(join(here, 'content.json'), 'utf8'));
  const today: unknown = JSON.parse(JSON.stringify(await content(join(here, '..', '..', '..'))));
  expect(floor).toEqual(today);
});
