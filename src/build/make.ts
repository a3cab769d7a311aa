/** Layer 4. The way from a zone's folder to the bytes of its files. Nothing is written to disk here. */
import { join } from 'node:path';
import { writeChanges } from '../compose/changes/page.js';
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { ChartForm } from '../document/chart.js';
import type { EarlierFigures } from '../facts/checks/jump.js';
import type { Ledger } from '../facts/fact.js';
import type { Arrangement, LanguageTag } from '../facts/schema.js';
import type { Memory } from '../memory.js';
import type { World } from '../world.js';
import type { Beside } from './beside.js';
import { finding } from './chart-cache.js';
import { composeAll } from './compose-all.js';
import { fileDate } from './date.js';
import type { Cache } from './draw.js';
import {
  changesOf,
  type EditionPlan,
  editionOfKind,
  type KindEdition,
  type KindEditions,
} from './edition.js';
import { checkEvidence, type SourceReport } from './evidence.js';
import { makeFiles } from './files.js';
import { pathUnder, recordingWorld } from './inputs.js';
import { loadZone } from './ledger.js';
import { byName, type Keep, type KeptOutput, type Output } from './output.js';
import { type Converter, convertToPdf } from './pdf.js';
import { chartsIn, drawHere, Pictures } from './pictures.js';
import { type Plan, planFor } from './plan.js';
import { chartsNeeded, sortOut, wantedFrom } from './wanted.js';
import { checkTemplateAlone, loadZoneTemplate } from './zone-template.js';

export interface MakeOptions {
  /** Holds data/ and templates/. */
  readonly root: string;
  /** Name of a folder under data/. */
  readonly zone: string;
  /** Of the decks; left out: as zone.yaml says. */
  readonly languages?: readonly LanguageTag[] | undefined;
  /** One or two languages each; left out: as zone.yaml says. */
  readonly summaries?: readonly (readonly LanguageTag[])[] | undefined;
  /** Of the summaries of two languages; left out: as zone.yaml says, or else facing. */
  readonly arrangement?: Arrangement | undefined;
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
  /** Works while the rest goes on here; left out: all is done here. */
  readonly beside?: Beside | undefined;
  /** Where charts are that were drawn before; left out: every chart is drawn. */
  readonly cache?: Cache | undefined;
  /** Which files stand there already as they would be made; left out: all are made. */
  readonly keep?: Keep | undefined;
  /** The edition that follows from the facts; left out: the first of its date, with no edition before it. */
  readonly editionFor?: ((ledger: Ledger) => Promise<EditionPlan>) | undefined;
  /** Makes a PDF of each deck and summary, too; left out: there are none. */
  readonly pdf?: Converter | undefined;
  /** What earlier builds of this process worked out; left out: everything is worked out. */
  readonly memory?: Memory | undefined;
  /** Told what is begun. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface Made {
  readonly ledger: Ledger | undefined;
  readonly plan: Plan | undefined;
  /** Empty where a finding stands in the way. */
  readonly outputs: readonly Output[];
  /** Those that `keep` knew; empty where a finding stands in the way. */
  readonly kept: readonly KeptOutput[];
  readonly edition: EditionPlan | undefined;
  /** What decks and summaries say of it. */
  readonly editions: KindEditions;
  /** What changes.md says of it. */
  readonly changes: KindEdition | undefined;
  /** Keys of the pictures that were asked for. */
  readonly charts: ReadonlySet<string>;
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
  let plan: Plan | undefined;
  let outputs: Output[] = [];
  let kept: KeptOutput[] = [];
  let edition: EditionPlan | undefined;
  let editions: KindEditions = {};
  let changes: KindEdition | undefined;
  let sources: readonly SourceReport[] = [];
  let charts: ReadonlySet<string> = new Set();
  await work();
  const ok = !stopped() && ledger !== undefined;
  const files = ok ? { outputs, kept } : { outputs: [], kept: [] };
  const diagnostics = once(findings.all);
  return { ledger, plan, ...files, edition, editions, changes, charts, sources, diagnostics, ok };

  async function work(): Promise<void> {
    step('reading the facts');
    const zoneFolder = join(options.root, 'data', options.zone);
    const facts = recordingWorld(world, options.root);
    const loaded = await loadZone(facts.world, zoneFolder, options);
    findings.add(loaded.diagnostics);
    ledger = loaded.ledger;
    if (!ledger) return findings.add(await checkTemplateAlone(world, options));
    plan = planFor(ledger.zone, options);
    const date = fileDate(world, ledger.editionDate);

    step('reading the evidence back');
    const evidence = await checkEvidence(world, ledger, {
      zoneFolder,
      folder: options.sources,
      coverage: options.coverage,
      memory: options.memory,
    });
    sources = evidence.sources;
    findings.add(evidence.diagnostics);

    step('composing');
    const composed = await compose(ledger, plan, date);
    if (!composed) return;
    const { look, pictures, documents, inputs, early } = composed;
    const { beside, cache, memory } = options;
    editions = documents.editions;
    // Every file is decided by the facts and the theme; composing tells what else it read.
    const everywhere = [...facts.inputs().map(({ path }) => path), ...inputs];
    const all = wantedFrom(documents, plan, look, (paths) => {
      const own = paths.map((path) => pathUnder(options.root, path)).filter((path) => path !== undefined);
      return [...new Set([...everywhere, ...own])].sort();
    });
    const sorted = options.keep ? await sortOut(all, options.keep) : { kept: [], wanted: all };
    kept = sorted.kept;
    for (const { warnings = [] } of kept) findings.add(warnings);
    if (beside && !early) pictures.begin(chartsNeeded(sorted.wanted, look));
    const means = { look, pictures, cache, beside, memory };
    const strict = options.strict === true;
    outputs = await makeFiles(sorted.wanted, { ...means, strict, stopped, findings, step });
    if (stopped()) return;
    const page = changes && writeChanges(ledger, changes);
    if (page !== undefined && changes)
      outputs.push({
        name: 'changes.md',
        content: new TextEncoder().encode(page),
        facts: changes.changes.map(({ fact }) => fact),
        inputs: facts.inputs().map(({ path }) => path),
      });
    if (!options.pdf) return;
    step('making the PDFs');
    const pdfs = await convertToPdf(options.pdf, { made: outputs, kept }, date, options.keep);
    outputs = [...outputs, ...pdfs.made].sort(byName);
    kept = [...kept, ...pdfs.kept];
  }

  /** The template is left behind here: parsed, a large one takes as much memory as the documents. */
  async function compose(facts: Ledger, wanted: Plan, date: string) {
    const { template, inputs, diagnostics } = await loadZoneTemplate(world, options, facts.zone);
    findings.add(diagnostics);
    if (!template) return undefined;
    const { theme } = template;
    const look = { theme, date, charts: options.charts ?? ('image' as const) };
    const planned = await options.editionFor?.(facts);
    edition = planned;
    changes = planned && changesOf(planned);
    const { beside, cache, memory } = options;
    if (planned?.isNew) beside?.start?.();
    // Where that is started in any case, it looks for them itself: by the time that this thread has looked, files are in its
    // way.
    const asked = beside && (planned?.isNew && beside.start ? beside.draw : finding(world, beside.draw));
    const draw = asked ?? drawHere(world);
    const pictures = new Pictures(draw, theme, cache);
    charts = pictures.used;
    // In a new edition, files are made of every document; else not before it is known which files are kept.
    const early = beside && (!options.keep || planned?.isNew);
    const documents = await composeAll(world, template, facts, wanted, findings, {
      onDocument: (document) => {
        if (early) pictures.begin(chartsIn(document, theme));
      },
      editionOf: planned && ((kind, printed) => editionOfKind(planned, kind, printed)),
      memory,
    });
    return { look, pictures, documents, inputs, early };
  }
}

/** Each finding once: what is wrong with a chart's declaration comes up in every language. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
