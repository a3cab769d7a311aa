import { describe, expect, it } from 'vitest';
import { findLibreOffice } from '../../src/cli/libreoffice.js';
import { main } from '../../src/cli/main.js';
import { type RunProgram, runProgram } from '../../src/cli/programs.js';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { testTerminal } from '../support/terminal.js';

const place = { '/office/soffice': '' };
interface Call {
  program: string;
  words: readonly string[];
  environment: Readonly<Record<string, string>>;
  files: string[];
}

/** A LibreOffice that writes what it is asked to into a world in memory. */
function fakeOffice(world: MemoryWorld): { run: RunProgram; calls: Call[] } {
  const calls: Call[] = [];
  const run: RunProgram = async (program, words, { environment }) => {
    const out = words[words.indexOf('--outdir') + 1] as string;
    const files = words.slice(words.indexOf('--outdir') + 2);
    calls.push({ program, words, environment, files });
    for (const file of files) {
      const name = (file.split('/').at(-1) as string).replace(/\.\w+$/, '.pdf');
      await world.write(`${out}/${name}`, `%PDF-1.6 of ${(await world.readBytes(file)).length} bytes`);
    }
    return { code: 0, output: '', timedOut: false };
  };
  return { run, calls };
}
const withOffice = (): MemoryWorld => exampleWorld(place, { PATH: '/usr/bin:/office' });

async function build(world: MemoryWorld, run?: RunProgram) {
  const terminal = testTerminal(world, run ? { run } : {});
  return { code: await main(['build', '--pdf'], terminal), ...terminal.printed };
}
const outputsIn = (world: MemoryWorld): string[] =>
  [...world.files.keys()].filter((path) => path.startsWith('/out/example-zone/'));

describe('LibreOffice', () => {
  it('is found in PATH', async () => {
    expect(await findLibreOffice(memoryWorld(place, { environment: { PATH: '/bin:/office' } }))).toBe(
      '/office/soffice',
    );
  });

  it('is found where it usually lies', async () => {
    const usual = '/Applications/LibreOffice.app/Contents/MacOS/soffice';
    expect(await findLibreOffice(memoryWorld({ [usual]: '' }))).toBe(usual);
  });

  it('is what SOFFICE names before all others', async () => {
    const environment = { PATH: '/office', SOFFICE: '/mine/office' };
    expect(await findLibreOffice(memoryWorld({ ...place, '/mine/office': '' }, { environment }))).toBe(
      '/mine/office',
    );
    await expect(findLibreOffice(memoryWorld(place, { environment }))).rejects.toThrow(
      'SOFFICE is "/mine/office", and there is no such file',
    );
  });
});

describe('zonebrief build --pdf', () => {
  it('makes a PDF beside each deck and summary', async () => {
    const world = withOffice();
    const { run, calls } = fakeOffice(world);
    const { code, out } = await build(world, run);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^  out/${exampleZone}/briefing\\.de\\.pdf +1 kB$`, 'm'));
    expect(calls.map(({ files }) => files.map((file) => file.split('/').at(-1)))).toEqual([
      ['briefing.de.pptx'],
      ['briefing.en.pptx'],
      ['summary.en-de.docx'],
    ]);
  });

  it('says that the PDFs go, where the next build is not asked for them', async () => {
    const world = withOffice();
    await build(world, fakeOffice(world).run);
    const terminal = testTerminal(world);
    expect(await main(['build'], terminal)).toBe(0);
    expect(terminal.printed.out).toContain(
      '  no longer made, and taken away: briefing.de.pdf, briefing.en.pdf, summary.en-de.pdf\n',
    );
  });

  it('asks for tags, with a profile, fonts and a language of its own', async () => {
    const world = withOffice();
    const { run, calls } = fakeOffice(world);
    const seen: string[] = [];
    await build(world, async (program, words, options) => {
      const [, profile] = /^-env:UserInstallation=file:\/\/(.*)$/.exec(words[0] as string) ?? [];
      seen.push(await world.readText(`${profile}/user/registrymodifications.xcu`));
      seen.push(await world.readText(options.environment.FONTCONFIG_FILE as string));
      return run(program, words, options);
    });
    expect(calls[0]?.program).toBe('/office/soffice');
    expect(calls[0]?.words).toContainEqual(expect.stringMatching(/^pdf:impress_pdf_Export:\{"UseTaggedPDF"/));
    expect(calls[2]?.words).toContainEqual(expect.stringMatching(/^pdf:writer_pdf_Export:\{"UseTaggedPDF"/));
    expect(seen[0]).toContain('<value>de</value>');
    expect(seen[1]).toContain('<dir>/src/fonts</dir>');
    expect(seen[2]).toContain('<value>en</value>');
  });

  it('leaves no temporary file', async () => {
    const world = withOffice();
    await build(world, fakeOffice(world).run);
    expect([...world.files.keys()].filter((path) => path.includes('zonebrief-pdf-'))).toEqual([]);
  });

  it('says that LibreOffice is missing before anything else, and exits with 2', async () => {
    const world = exampleWorld({}, { PATH: '/usr/nowhere' });
    const { code, out, err } = await build(world);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('found neither in PATH nor in the usual places');
    expect(err).toContain('hint: install it from https://www.libreoffice.org, or set SOFFICE');
    expect(outputsIn(world)).toEqual([]);
  });

  it.each([
    [{ code: 77, output: 'no display', timedOut: false }, 'failed with exit code 77: no display'],
    [{ code: undefined, output: '', timedOut: true }, 'did not finish within 80 seconds'],
    [{ code: 0, output: '', timedOut: false }, 'no PDF came of briefing.de.pptx'],
  ])('writes nothing and exits with 2 where LibreOffice fails: %j', async (finished, message) => {
    const world = withOffice();
    const { code, err } = await build(world, async () => finished);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain('or build without --pdf');
    expect([...world.files.keys()].filter((path) => path.startsWith('/out/example-zone/'))).toEqual([]);
    expect([...world.files.keys()].filter((path) => path.includes('zonebrief-pdf-'))).toEqual([]);
  });
});

describe('another program', () => {
  const script = (code: string, seconds = 20, environment = {}) =>
    runProgram(process.execPath, ['-e', code], { environment, seconds });

  it('is run with the environment given, and its output and exit code come back', async () => {
    expect(
      await script('console.log(process.env.PLACE); console.error("!"); process.exit(3)', 20, {
        PLACE: 'here',
      }),
    ).toEqual({ code: 3, output: expect.stringMatching(/^(here\n!|!\nhere)$/), timedOut: false });
  });

  it('is stopped with all it started when its time is over', async () => {
    const child = 'require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 9)"]';
    const finished = await script(`${child}, { stdio: "inherit" }); setInterval(() => {}, 9)`, 0.3);
    expect(finished).toEqual({ code: undefined, output: '', timedOut: true });
  });

  it('that cannot be started is an answer, not a crash', async () => {
    const { code, output } = await runProgram('/no/such/program', [], { environment: {}, seconds: 5 });
    expect(code).toBeUndefined();
    expect(output).toContain('ENOENT');
  });
});
