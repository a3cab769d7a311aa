import { describe, expect, it } from 'vitest';
import { threadBeside } from '../../src/cli/threads/beside.js';
import { memoryWorld } from '../../src/world.js';

describe('the thread beside', () => {
  it('is not started where its entry is not beside the program: all is done here then', async () => {
    expect(await threadBeside(memoryWorld())).toBeUndefined();
  });
});
