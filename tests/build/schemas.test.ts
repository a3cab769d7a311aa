import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/build/schemas.js';
import { repository } from '../support/sample.js';

const folder = join(repository, 'data', 'schema');

describe('the JSON Schemas in data/schema', () => {
  it('are those that the program has: npm run schema writes them', () => {
    const committed = Object.fromEntries(
      readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
    );
    expect(committed).toEqual(jsonSchemas());
  });

  it('are named by every YAML file, by a path that leads there', () => {
    const files = ['data', 'templates'].flatMap((top) =>
      readdirSync(join(repository, top), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.name.endsWith('.yaml'))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const named = /^# yaml-language-server: \$schema=(\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
      expect(named, file).toBeDefined();
      expect(
        readdirSync(folder).map((name) => join(folder, name)),
        file,
      ).toContain(join(file, '..', named as string));
    }
  });
});
