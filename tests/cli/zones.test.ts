import { describe, expect, it } from 'vitest';
import { chooseZones, zonesIn } from '../../src/cli/zones.js';
import { memoryWorld } from '../../src/world.js';

describe('the zones under data/', () => {
  const world = memoryWorld({
    '/project/data/.aside/zone.yaml': '',
    '/project/data/east/zone.yaml': '',
    '/project/data/schema/zone.schema.json': '',
    '/project/data/west/facts/park.yaml': '',
  });

  it('are the folders with a zone.yaml or facts, hidden ones left out', async () => {
    expect(await zonesIn(world, '/project')).toEqual(['east', 'west']);
  });

  it('are chosen by name, hidden ones not even so', async () => {
    expect(await chooseZones(world, '/project', ['data/west/', 'west'])).toEqual(['west']);
    await expect(chooseZones(world, '/project', ['.aside'])).rejects.toThrow('no zone ".aside"');
  });
});
