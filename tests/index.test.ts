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
      'libreOffice',
      'loadFacts',
      'memoryWorld',
      'nodeWorld',
      'readQuantity',
      'schemas',
      'traceFile',
      'version',
      'writeQuantity',
    ]);
  });
});
