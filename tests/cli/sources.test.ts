import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { testTerminal } from '../support/terminal.js';

const report = `/data/${exampleZone}/sources/annual-report.md`;
const sources = `/data/${exampleZone}/sources.yaml`;
const more = (text: string) => `${text}\nVon 24 Gründungen bestehen 19 noch.\n`;
const without = (text: string) => text.replace(/ {4}file: .*\n/, '');

async function call(words: readonly string[], changes: Parameters<typeof exampleWorld>[0] = {}) {
  const terminal = testTerminal(exampleWorld(changes), { input: [] });
  const code = await main(words, terminal);
  return { code, ...terminal.printed };
}

describe('zonebrief check --coverage', () => {
  it('says where every figure is used', async () => {
    const { code, out } = await call(['check', '--coverage']);
    expect(code).toBe(0);
    expect(out).toContain(
      `annual-report: ${report.slice(1)}, named by sources.yaml: 5 phrases found in it\n`,
    );
    expect(out).toContain('every figure in it is used by a fact');
  });

  it('lists figures left out with their place and the words around them, which is no finding', async () => {
    const { code, out, err } = await call(['check', '--coverage'], { [report]: more });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2 figures no fact uses:\n');
    expect(out).toMatch(/^ {2}section 2, paragraph 2: Von \[24\] Gründungen bestehen 19 noch\.$/m);
  });

  it('gives the same as JSON', async () => {
    const { out } = await call(['check', '--coverage', '--json'], { [report]: more });
    const { zones } = JSON.parse(out) as { zones: { sources: { id: string; unused: unknown[] }[] }[] };
    expect(zones[0]?.sources[0]?.unused).toHaveLength(2);
  });

  it('says what to do where there is no copy', async () => {
    const { out } = await call(['check', '--coverage'], { [sources]: without });
    expect(out).toContain('no copy of a source is at hand');
  });
});

describe('--sources', () => {
  it('names the file taken for each source, and how it was found', async () => {
    const text = new TextDecoder().decode(exampleWorld().files.get(report));
    const { code, out } = await call(['check', '--sources', 'press'], {
      [sources]: without,
      '/press/1234.md': text,
    });
    expect(code).toBe(0);
    expect(out).toContain('annual-report: press/1234.md, which holds its phrases: 5 phrases found in it\n');
  });

  it('is a wrong use where there is no such folder', async () => {
    const { code, err } = await call(['build', '--sources', 'nowhere']);
    expect(code).toBe(2);
    expect(err).toContain('there is no folder /nowhere');
  });
});
