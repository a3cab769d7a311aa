/** Which charts are pictures and which are native: what a build is told, and what a template says. */
import { describe, expect, it } from 'vitest';
import { buildZone } from '../../src/build/build.js';
import type { ChartForm } from '../../src/document/chart.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { partsOf, text } from './native-files.js';

const natives = (file: Uint8Array): number => partsOf(file, /^(ppt|word)\/charts\/chart\d+\.xml$/).length;
/** Gives the first chart of a template a form. */
const as = (form: string) => (template: string) =>
  template.replace(/\{\{chart "([^"]+)"\}\}/, `{{chart "$1" as="${form}"}}`);

describe.each([
  ['deck', { languages: ['en'], summaries: [] }, 'briefing.en.pptx'],
  ['summary', { languages: [], summaries: [['en']] }, 'summary.en.docx'],
])('the form of a chart in a %s', (kind, asked, name) => {
  const path = `/templates/starter-briefing/${kind}.en.md.hbs`;
  const outputOf = async (charts?: ChartForm, edit = (template: string) => template) => {
    const world = exampleWorld();
    const edited = edit(text(world.files.get(path) as Uint8Array));
    world.files.set(path, new TextEncoder().encode(edited));
    const options = { root: '/', zone: exampleZone, ...asked, ...(charts && { charts }) };
    const report = await buildZone(world, options);
    const read = (file: string) => world.files.get(`/out/${exampleZone}/${file}`) as Uint8Array;
    return { report, file: () => read(name), manifest: () => text(read('manifest.json')) };
  };

  it('is a picture unless a build or the template says otherwise, and nothing else tells', async () => {
    const [left, said] = [await outputOf(), await outputOf('image')];
    expect(natives(left.file())).toBe(0);
    expect(left.manifest()).toBe(said.manifest());
    expect(JSON.parse(left.manifest())).not.toHaveProperty('charts');
  });

  it('is native where the build asks for it, and the manifest says so', async () => {
    const { file, manifest } = await outputOf('native');
    expect(natives(file())).toBeGreaterThan(0);
    expect(JSON.parse(manifest())).toMatchObject({ charts: 'native' });
  });

  it('is what the template says of one chart, before what the build asks for', async () => {
    expect(natives((await outputOf('image', as('native'))).file())).toBe(1);
    const all = natives((await outputOf('native')).file());
    expect(natives((await outputOf('native', as('image'))).file())).toBe(all - 1);
  });

  it('that there is not is a finding at its place', async () => {
    const { report } = await outputOf('image', as('nativ'));
    expect(report.ok).toBe(false);
    expect(report.diagnostics[0]).toMatchObject({
      message: expect.stringContaining('"nativ"'),
      expected: 'one of image, native',
      hint: 'did you mean "native"?',
      at: { file: path },
    });
  });
});
