import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { v8Flags } from '../../src/cli/v8-flags.js';

describe('the flags for V8', () => {
  const memory = ['--semi-space-growth-factor=16', '--no-allocation-site-pretenuring'];
  it.each([
    ['20.15.0', ['--interrupt-budget=1000000', ...memory]],
    ['22.23.3', ['--invocation-count-for-turbofan=45000', ...memory]],
    ['24.21.0', ['--invocation-count-for-turbofan=45000', ...memory]],
    ['26.0.0', []],
  ])('of Node %s are %s', (version, flags) => {
    expect(v8Flags(version)).toEqual(flags);
  });

  it('are ones that this Node has, and can be set while it runs', () => {
    const flags = JSON.stringify(v8Flags(process.versions.node));
    const code = `for (const flag of ${flags}) require('v8').setFlagsFromString(flag);
      let kept = []; for (let n = 0; n < 2e6; n += 1) kept.push({ n }); kept = kept.slice(1e6);`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
