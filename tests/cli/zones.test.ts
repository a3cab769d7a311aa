import { describe, expect, it } from 'vitest';
import { chooseZones, zonesIn } from '../../src/cli/zones.js';
import { memoryWorld } from '../../src/world.js';

describe('the zones under data/', () => {
  const world = memoryWorld({
    '/root/data/.aside/zone.yaml': '',
    '/root/data/east/zone.yaml': '',
    '/root/data/schema/zone.schema.json': '',
    '/root/data/west/facts/park.yaml': '',
  });

  it('are the folders with a zone.yaml or facts, hidden ones left out', async () => {
    expect(await zonesIn(world, '/root')).toEqual(['east', 'west']);
  });

  it('are chosen by name, hidden ones not even so', async () => {
    expect(await chooseZones(world, '/root', ['data/west/', 'west'])).toEqual(['west']);
    await expect(chooseZones(world, '/root', ['.aside'])).rejects.toThrow('no zone ".aside"');
  });
});
