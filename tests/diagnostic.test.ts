import { describe, expect, it } from 'vitest';
import { type Diagnostic, excerptOf, formatDiagnostic, printable } from '../src/diagnostic.js';

const format = (excerpt: string, column?: number): string[] => {
  const at = { file: 'a.hbs', line: 7, column, excerpt };
  const diagnostic: Diagnostic = {
    code: 'x/y',
    severity: 'error',
    message: 'm',
    at,
    expected: 'e',
    hint: 'h',
  };
  return formatDiagnostic(diagnostic).split('\n');
};

describe('formatDiagnostic', () => {
  it('shows place, excerpt with a caret, what was expected and what to do', () => {
    expect(format('abc', 2)).toEqual([
      'a.hbs:7:2 error x/y: m',
      '  7 | abc',
      '    |  ^',
      '  expected: e',
      '  hint: h',
    ]);
  });

  it('shows a line without caret where no column is known', () => {
    expect(format('abc')).toContain('  7 | abc');
    expect(format('abc').join()).not.toContain('^');
  });

  it('sets the caret below its character behind tabs and Chinese', () => {
    expect(format('\ta', 2)[2]).toBe('    | \t^');
    expect(format('中文（a', 4)[2]).toBe(`    | ${' '.repeat(6)}^`);
    expect(format('中文（a', 9)[2]).toBe(`    | ${' '.repeat(7)}^`);
  });

  it.each([1, 80, 83, 84, 300, 800, 1000])('shows the part of a long line that column %i is in', (column) => {
    const line = Array.from({ length: 1000 }, (_, index) => (index === column - 1 ? '#' : 'a')).join('');
    const [, excerpt = '', caret = ''] = format(line, column);
    expect(excerpt.length).toBeLessThan(200);
    expect(excerpt[caret.indexOf('^')]).toBe('#');
  });
});

describe('excerptOf', () => {
  it('takes one line, whatever ends lines', () => {
    expect(excerptOf('a\r\nb\rc\nd', 3)).toBe('c');
    expect(excerptOf('a', 2)).toBe('');
    expect(excerptOf('a'.repeat(10_000), 1)).toHaveLength(2000);
  });
});

describe('printable', () => {
  it('shows what would steer a terminal or turn the direction of writing, in the same width', () => {
    expect(printable('a\u0007b\u001B[31m\u0000c\nd')).toBe('a␇b␛[31m␀c␊d');
    expect(printable('a\u202Eb\u2066c\uD800d\u009B')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFD');
    expect(printable('tab\tstays, 中文 é 😀 too')).toBe('tab\tstays, 中文 é 😀 too');
  });

  it('guards every part of a finding', () => {
    const evil = 'x\u001B[2J\u202E';
    const at = { file: evil, line: 1, column: 3, excerpt: evil };
    const text = formatDiagnostic({
      code: 'x/y',
      severity: 'error',
      message: evil,
      at,
      expected: evil,
      hint: evil,
    });
    expect(text).not.toMatch(/[\u001B\u202E]/);
  });
});
