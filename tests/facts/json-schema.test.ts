import { describe, expect, it } from 'vitest';
import { toJsonSchema } from '../../src/facts/json-schema.js';
import { factsFile, sourcesFile, zoneFile } from '../../src/facts/schema.js';

type Node = Record<string, unknown>;
const all = (node: unknown): Node[] => {
  if (Array.isArray(node)) return node.flatMap(all);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(all)];
};

describe('JSON Schema for editors', () => {
  it('says which draft it is and what it is called', () => {
    expect(toJsonSchema(zoneFile, 'zone.schema.json', 'A zone')).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'zone.schema.json',
      title: 'A zone',
      type: 'object',
      required: ['name', 'issuer', 'template', 'languages', 'summaries'],
    });
  });

  it.each([
    ['zone', zoneFile],
    ['sources', sourcesFile],
    ['facts', factsFile],
  ])('refuses unknown keys everywhere: %s', (_, schema) => {
    const objects = all(toJsonSchema(schema, 'x')).filter(({ type }) => type === 'object');
    expect(objects.length).toBeGreaterThan(1);
    for (const one of objects) expect(one.additionalProperties, JSON.stringify(one)).toBe(false);
  });

  it('has every kind of fact, and derived ones', () => {
    const kinds = all(toJsonSchema(factsFile, 'x')).map((node) => (node.properties as { kind?: Node })?.kind);
    const names = kinds.filter((kind) => kind !== undefined).flatMap((kind) => kind.const ?? kind.enum);
    expect(names).toEqual([
      ...['quantity', 'share', 'growth', 'tier', 'ranking', 'event', 'roster', 'statement'],
      ...['quantity', 'share', 'growth'],
    ]);
  });

  it('lists languages by their pattern and describes what a person hovers over', () => {
    const { properties } = toJsonSchema(zoneFile, 'x') as { properties: Record<string, Node> };
    const [pattern, text] = Object.entries(properties.name!.patternProperties as Record<string, Node>)[0]!;
    expect(new RegExp(pattern).test('zh-CN')).toBe(true);
    expect(new RegExp(pattern).test('EN')).toBe(false);
    expect(text).toMatchObject({ type: 'string', minLength: 1 });
    for (const key of ['name', 'issuer', 'template', 'languages', 'summaries']) {
      expect(properties[key]?.description).toBeTruthy();
    }
  });

  it('can be checked with: all patterns are regular expressions', () => {
    for (const schema of [zoneFile, sourcesFile, factsFile]) {
      for (const { pattern } of all(toJsonSchema(schema, 'x'))) {
        if (typeof pattern === 'string') expect(() => new RegExp(pattern, 'u')).not.toThrow();
      }
    }
  });
});
