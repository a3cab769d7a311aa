/** Layer 4. The way from a zone's folder to the bytes of its files. Nothing is written to disk here. */
import { join } from 'node:path';
import { loadTemplate } from '../compose/template.js';
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { ChartForm } from '../document/chart.js';
import type { EarlierFigures } from '../facts/checks/jump.js';
import type { Ledger } from '../facts/fact.js';
import { type LanguageTag, type Zone, zoneFile } from '../facts/schema.js';
import { readYaml } from '../facts/yaml.js';
import { isThemeName, type ThemeRequest } from '../themes/load.js';
import type { World } from '../world.js';
import { composeAll } from './compose-all.js';
import { fileDate } from './date.js';
import { checkEvidence, type SourceReport } from './evidence.js';
import { layOut, writeFiles } from './files.js';
import { loadZone } from './ledger.js';
import type { Output } from './manifest.js';
import { type Converter, convertToPdf } from './pdf.js';
import { type Draw, drawHere, Pictures } from './pictures.js';
import { planFor } from './plan.js';

export interface MakeOptions {
  /** Holds data/ and templates/. */
  readonly root: string;
  /** Name of a folder under data/. */
  readonly zone: string;
  /** Of the decks; left out: as zone.yaml says. */
  readonly languages?: readonly LanguageTag[] | undefined;
  /** One or two languages each; left out: as zone.yaml says. */
  readonly summaries?: readonly (readonly LanguageTag[])[] | undefined;
  /** Figures of the edition built last; left out: jumps are not looked for. */
  readonly earlier?: EarlierFigures | undefined;
  /** A folder with copies of the sources; left out: those that sources.yaml names. */
  readonly sources?: string | undefined;
  /** List what the sources say and no fact uses. */
  readonly coverage?: boolean | undefined;
  /** A name such as `bold`, or the path of a file; left out: as zone.yaml says, or else the template's own. */
  readonly theme?: string | undefined;
  /** How charts stand in decks, unless the template says it of one; left out: as pictures. */
  readonly charts?: ChartForm | undefined;
  /** Warnings fail, too. */
  readonly strict?: boolean | undefined;
  /** Draws elsewhere, while the rest goes on here; left out: charts are drawn here. */
  readonly draw?: Draw | undefined;
  /** Makes a PDF of each deck and summary, too; left out: there are none. */
  readonly pdf?: Converter | undefined;
  /** Told what is begun. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface Made {
  readonly ledger: Ledger | undefined;
  /** Empty where a finding stands in the way. */
  readonly outputs: readonly Output[];
  /** Of the sources with a copy at hand. */
  readonly sources: readonly SourceReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly ok: boolean;
}

/**
 * Takes each step as far as the findings of those before allow, so that one run tells all of them; files are made only
 * where there is none.
 * @throws {UsageError} for languages that the zone does not have, a bad SOURCE_DATE_EPOCH, or PDFs that cannot be made
 */
export async function makeZone(world: World, options: MakeOptions): Promise<Made> {
  const findings = new Findings();
  const step = options.onStep ?? (() => {});
  const stopped = () => findings.failed || (options.strict === true && findings.all.length > 0);
  let ledger: Ledger | undefined;
  let outputs: Output[] = [];
  let sources: readonly SourceReport[] = [];
  await work();
  const ok = !stopped() && ledger !== undefined;
  return { ledger, outputs: ok ? outputs : [], sources, diagnostics: once(findings.all), ok };

  async function work(): Promise<void> {
    step('reading the facts');
    const zoneFolder = join(options.root, 'data', options.zone);
    const loaded = await loadZone(world, zoneFolder, options);
    findings.add(loaded.diagnostics);
    ledger = loaded.ledger;
    if (!ledger) return checkTemplateAlone();
    const plan = planFor(ledger.zone, options);
    const date = fileDate(world, ledger.editionDate);

    step('reading the evidence back');
    const evidence = await checkEvidence(world, ledger, {
      zoneFolder,
      folder: options.sources,
      coverage: options.coverage,
    });
    sources = evidence.sources;
    findings.add(evidence.diagnostics);

    step('composing');
    const { template, diagnostics } = await loadTemplate(
      world,
      join(options.root, 'templates', ledger.zone.template),
      chosenTheme(options, ledger.zone),
    );
    findings.add(diagnostics);
    if (!template) return;
    const pictures = new Pictures(options.draw ?? drawHere(world), template.theme);
    const documents = await composeAll(world, template, ledger, plan, findings, (document) => {
      if (options.draw) pictures.begin(document);
    });
    const layouts = layOut(documents, plan, template.theme, date, findings);
    if (!stopped()) outputs = await writeFiles(layouts, pictures, findings, step, options.charts);
    if (!options.pdf || stopped()) return;
    step('making the PDFs');
    outputs = [...outputs, ...(await convertToPdf(options.pdf, outputs, date))].sort(byName);
  }

  /** Where the facts are broken, the template still has findings of its own: its syntax, its charts, its theme. */
  async function checkTemplateAlone(): Promise<void> {
    const file = join(options.root, 'data', options.zone, 'zone.yaml');
    if ((await world.kindOf(file)) !== 'file') return;
    const { value } = readYaml(file, await world.readText(file), zoneFile);
    if (!value) return;
    const folder = join(options.root, 'templates', value.template);
    findings.add((await loadTemplate(world, folder, chosenTheme(options, value))).diagnostics);
  }
}

const byName = (a: Output, b: Output): number => (a.name < b.name ? -1 : 1);

/** The theme in place of the template's own. A file that zone.yaml names lies in the zone's folder. */
function chosenTheme(
  { root, zone, theme }: MakeOptions,
  { theme: wanted }: Zone,
): Pick<ThemeRequest, 'choice' | 'at'> | undefined {
  if (theme !== undefined) return { choice: theme };
  if (wanted === undefined) return undefined;
  const folder = join(root, 'data', zone);
  return {
    choice: isThemeName(wanted) ? wanted : join(folder, wanted),
    at: { file: join(folder, 'zone.yaml') },
  };
}

/** Each finding once: what is wrong with a chart's declaration comes up in every language. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
