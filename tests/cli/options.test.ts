import { describe, expect, it } from 'vitest';
import { listOf, pairsOf, pathFrom } from '../../src/cli/verb.js';
import { testTerminal } from '../support/terminal.js';

describe('the options', () => {
  it('reads a list of languages', () => {
    expect(listOf('en, zh-CN,de')).toEqual(['en', 'zh-CN', 'de']);
    expect(() => listOf('en,')).toThrow('Expected a list');
  });

  it.each([
    ['zh-CN-en', [['zh-CN', 'en']]],
    ['en-zh-CN', [['en', 'zh-CN']]],
    ['zh-Hans-de', [['zh-Hans', 'de']]],
    ['de', [['de']]],
    ['zh-CN', [['zh-CN']]],
    [
      'zh-CN-en,zh-CN-de',
      [
        ['zh-CN', 'en'],
        ['zh-CN', 'de'],
      ],
    ],
    ['zh-CN+en', [['zh-CN', 'en']]],
  ])('reads the pair %s', (text, pairs) => {
    expect(pairsOf(text)).toEqual(pairs);
  });

  it('reads paths from where the command was called', () => {
    expect(pathFrom(testTerminal(undefined, { cwd: '/office' }), 'out')).toBe('/office/out');
    expect(pathFrom(testTerminal(undefined, { cwd: '/office' }), '/elsewhere/out')).toBe('/elsewhere/out');
  });
});
