import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { optimiseLater } from '../../src/cli/optimise-later.js';

describe('the flag that has V8 optimise later', () => {
  it.each([
    ['20.15.0', '--interrupt-budget=1000000'],
    ['22.23.3', '--invocation-count-for-turbofan=45000'],
    ['24.21.0', '--invocation-count-for-turbofan=45000'],
    ['26.0.0', undefined],
  ])('of Node %s is %s', (version, flag) => {
    expect(optimiseLater(version)).toBe(flag);
  });

  it('is one that this Node has', () => {
    const flag = optimiseLater(process.versions.node);
    const code = flag === undefined ? '' : `require('v8').setFlagsFromString(${JSON.stringify(flag)})`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
