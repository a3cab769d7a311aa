import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { wantsColour } from '../../src/cli/terminal.js';
import { verbs } from '../../src/cli/verbs.js';
import { memoryWorld } from '../../src/world.js';
import { testTerminal } from '../support/terminal.js';

const world = () =>
  memoryWorld({
    '/data/first-zone/zone.yaml': '',
    '/data/second-zone/zone.yaml': '',
    '/data/schema/x.json': '{}',
  });

async function call(words: string, terminal = testTerminal(world())) {
  const code = await main(words.split(' ').filter(Boolean), terminal);
  return { code, ...terminal.printed };
}

describe('the command line', () => {
  it('lists every verb in its help and names the exit codes', async () => {
    const { code, out, err } = await call('--help');
    expect(code).toBe(0);
    for (const verb of Object.keys(verbs)) expect(out).toMatch(new RegExp(`^  ${verb} `, 'm'));
    expect(out).toContain('Exit codes: 0 fine, 1 findings');
    expect(err).toBe('');
  });

  it.each(Object.keys(verbs))('helps with %s', async (verb) => {
    const { code, out } = await call(`${verb} --help`);
    expect(code).toBe(0);
    expect(out).toContain(`zonebrief ${verb}`);
  });

  it('prints its version', async () => {
    expect(await call('--version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('shows its help and fails when called without a verb', async () => {
    const { code, err } = await call('');
    expect(code).toBe(2);
    expect(err).toContain('Usage: zonebrief');
  });

  it.each([
    ['biuld', 'Did you mean build?'],
    ['build --jsno', 'Did you mean --json?'],
    ['build --languages en,,de', 'Expected a list'],
    ['build --summaries de-en-fr', 'one or two languages'],
    ['init', "missing required argument 'dir'"],
  ])('calls "%s" wrong use: %s', async (words, message) => {
    const { code, out, err } = await call(words);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
  });

  it.each(['build', 'check', 'facts'])('tells %s which zones there are and which was meant', async (verb) => {
    const { code, err } = await call(`${verb} frist-zone`);
    expect(code).toBe(2);
    expect(err).toContain('no zone "frist-zone"; there are: first-zone, second-zone');
    expect(err).toContain('did you mean first-zone?');
  });

  it('takes no zone from outside data/', async () => {
    expect(await call('build ../first-zone')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no zone'),
    });
    expect(await call('build schema')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no zone "schema"'),
    });
  });

  it('says where it looked when there is no zone at all', async () => {
    const { code, err } = await call('build --root /elsewhere');
    expect(code).toBe(2);
    expect(err).toContain('/elsewhere/data');
    expect(err).toContain('--root');
  });

  it('gives faults as JSON when asked for JSON', async () => {
    const { code, out } = await call('build none --json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('no zone "none"') },
    });
  });

  it('gives wrong use as JSON when asked for JSON', async () => {
    const { code, out } = await call('build --json --no-such-option');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('--no-such-option') },
    });
  });

  it('prints nothing of an argument that would steer the terminal', async () => {
    const terminal = testTerminal(world());
    expect(await main(['build', 'a\nb\u001B[31m'], terminal)).toBe(2);
    expect(terminal.printed.err).toContain('no zone "a␊b␛[31m"');
  });

  it('takes a folder with facts but without zone.yaml for a zone, and says what is missing', async () => {
    const bare = memoryWorld({ '/data/bare/facts/a.yaml': 'topic: a\nfacts: []\n' });
    const { code, err } = await call('check', testTerminal(bare));
    expect(code).toBe(1);
    expect(err).toContain('data/bare/zone.yaml error facts/no-file');
  });

  it('names files in messages from where it was called', async () => {
    const bare = memoryWorld({ '/here/data/bare/facts/a.yaml': 'topic: a\nfacts: []\n' });
    const { err } = await call('check', testTerminal(bare, { cwd: '/here' }));
    expect(err).toContain('expected: a file data/bare/zone.yaml');
    expect(err).not.toContain('/here');
  });

  it('keeps the stack of an unexpected error to itself unless asked', async () => {
    const broken = (environment: Record<string, string>) => {
      const inMemory = memoryWorld({ '/data/z/zone.yaml': '' }, { environment });
      return testTerminal({
        ...inMemory,
        list: async () => {
          throw new Error('the disk is on fire');
        },
      });
    };
    const quiet = await call('build', broken({}));
    expect(quiet.code).toBe(2);
    expect(quiet.err).toContain('unexpected error: the disk is on fire');
    expect(quiet.err).not.toMatch(/^\s+at /m);
    const loud = await call('build', broken({ ZONEBRIEF_DEBUG: '1' }));
    expect(loud.code).toBe(2);
    expect(loud.err).toMatch(/^\s+at /m);
  });
});

describe('colour', () => {
  const wanted = (environment: Record<string, string>, terminal: boolean) =>
    wantsColour(memoryWorld({}, { environment }), terminal);

  it('is for terminals', () => {
    expect(wanted({}, true)).toBe(true);
    expect(wanted({}, false)).toBe(false);
    expect(wanted({ TERM: 'dumb' }, true)).toBe(false);
  });

  it('is switched off by NO_COLOR unless that is empty', () => {
    expect(wanted({ NO_COLOR: '1' }, true)).toBe(false);
    expect(wanted({ NO_COLOR: '' }, true)).toBe(true);
    expect(wanted({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
  });

  it('is forced by FORCE_COLOR', () => {
    expect(wanted({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(wanted({ FORCE_COLOR: '0' }, true)).toBe(false);
  });
});
