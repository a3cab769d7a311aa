import { describe, expect, it } from 'vitest';
import { drawingThread } from '../../src/cli/drawing.js';
import { memoryWorld } from '../../src/world.js';

describe('the drawing thread', () => {
  it('is not started where its entry is not beside the program: charts are drawn here then', async () => {
    expect(await drawingThread(memoryWorld())).toBeUndefined();
  });
});
