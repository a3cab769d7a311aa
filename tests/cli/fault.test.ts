import { describe, expect, it } from 'vitest';
import { plainFault } from '../../src/cli/fault.js';
import { main } from '../../src/cli/main.js';
import { UsageError } from '../../src/diagnostic.js';
import { exampleWorld } from '../support/example.js';
import { testTerminal } from '../support/terminal.js';

const refused = (code: string, syscall: string, path = '/somewhere/file') =>
  Object.assign(new Error(`${code}: …, ${syscall} '${path}'`), { code, syscall, path });

describe('what the operating system refuses', () => {
  it('is told with path, reason and remedy', () => {
    const fault = plainFault(refused('EACCES', 'open'));
    expect(fault).toBeInstanceOf(UsageError);
    expect(fault?.message).toBe('/somewhere/file cannot be read: permission is missing (EACCES)');
    expect(fault?.hint).toContain('permission');
    expect(plainFault(refused('ENOSPC', 'write'))?.message).toContain('cannot be written: the disk is full');
  });

  it('is nothing else', () => {
    expect(plainFault(new TypeError('x is not a function'))).toBeUndefined();
    expect(plainFault(Object.assign(new Error('a'), { code: 'ERR_ASSERTION' }))).toBeUndefined();
    expect(plainFault('text')).toBeUndefined();
  });

  it('ends the command with code 2 and no word of an unexpected error', async () => {
    const world = exampleWorld();
    const terminal = testTerminal({
      ...world,
      list: () => Promise.reject(refused('EACCES', 'scandir', '/data')),
    });
    expect(await main(['build'], terminal)).toBe(2);
    expect(terminal.printed.err).toContain('/data cannot be read: permission is missing');
    expect(terminal.printed.err).not.toContain('unexpected');
  });
});
