import { describe, expect, it } from 'vitest';
import * as library from '../src/index.js';

describe('the library', () => {
  it('exports what it promises, and nothing else', () => {
    expect(Object.keys(library).sort()).toEqual([
      'FindingsError',
      'UsageError',
      'buildBriefing',
      'checkBriefing',
      'formatDiagnostic',
      'jsonSchemas',
      'languageTags',
      'loadFacts',
      'memoryWorld',
      'nodeWorld',
      'readQuantity',
      'schemas',
      'version',
      'writeQuantity',
    ]);
  });

  it('reads a phrase and writes it in another language, its hedge kept', () => {
    const { quantity, qualifier } = library.readQuantity('近17万人', 'zh-CN');
    expect({ quantity, qualifier }).toEqual({
      quantity: { amount: '170000', unit: 'people' },
      qualifier: 'nearly',
    });
    const figure = { quantity: { ...quantity, unit: 'people' as const }, qualifier };
    expect(library.writeQuantity(figure, 'en')).toBe('nearly 170,000 people');
  });

  it('says why a phrase cannot be read', () => {
    expect(() => library.readQuantity('no figure here', 'en')).toThrow(library.UsageError);
    expect(() => library.readQuantity('5 km²', 'xx')).toThrow('unknown language "xx"');
  });
});
