/**
 * Layer 4. One deck or one summary, from its documents to its bytes: laid out, drawn, written, linted. What goes in and
 * comes out can be sent between threads. The writers are loaded where there is something to write.
 */
import type { Diagnostic } from '../diagnostic.js';
import type { ChartFormat, ChartSpec } from '../document/chart.js';
import type { Document } from '../document/document.js';
import type { Arrangement } from '../facts/schema.js';
import type { Memory } from '../memory.js';
import type { WrittenFile } from '../ooxml/written.js';
import type { Look } from './keys.js';
import type { Kind } from './manifest.js';
import { chartsOf, chartsOn, checkCharts, type NeededChart, type Pictures } from './pictures.js';
import { stopTurns, type Turns, turnsStopped } from './turns.js';

export interface FileRequest {
  /** Below the zone's output folder. */
  readonly name: string;
  readonly kind: Kind;
  /** One, or the two of a summary. */
  readonly documents: readonly Document[];
  readonly arrangement?: Arrangement | undefined;
  readonly look: Look;
  /** Warnings stop the build, too. */
  readonly strict: boolean;
  readonly turns: Turns;
  /** Its own among them. */
  readonly turn: number;
}

export interface MadeFile {
  /** What is wrong with its layout, or with the charts of its documents. */
  readonly laidOut: readonly Diagnostic[];
  /** Its bytes; undefined where no file will be used, for what was found in this one or in another. */
  readonly content?: Uint8Array | undefined;
  /** What the linter found in the bytes. */
  readonly linted: readonly Diagnostic[];
  /** Keys of the pictures that were asked for so far. */
  readonly pictures: readonly string[];
}

export interface FileMeans {
  readonly pictures: Pictures;
  /** Told that nothing can be done until then. */
  readonly waiting?: (<Value>(until: Promise<Value>) => Promise<Value>) | undefined;
  /** Of earlier builds of this thread. */
  readonly memory?: Memory | undefined;
}

type Drawn = (chart: ChartSpec, format: ChartFormat) => Uint8Array | undefined;

/** Laid out, not yet written. */
interface Layout {
  readonly diagnostics: readonly Diagnostic[];
  /** Those that it shows as pictures. */
  readonly charts: readonly NeededChart[];
  write(drawn: Drawn): Promise<WrittenFile>;
}

/**
 * Makes a file, as far as findings of its layout allow. Whatever keeps it from being made keeps others from being written.
 * @throws what the writers throw; findings are returned
 */
export async function makeFile(request: FileRequest, means: FileMeans): Promise<MadeFile> {
  const { name, turns, strict } = request;
  try {
    const layout = await (request.kind === 'deck' ? layOutDeck : layOutSummary)(request, means);
    const { diagnostics: laidOut } = layout;
    if (laidOut.some(({ severity }) => strict || severity === 'error')) stopTurns(turns);
    if (turnsStopped(turns)) return { laidOut, linted: [], pictures: [] };
    const drawing = draw(layout.charts, means.pictures);
    const written = await layout.write(await (means.waiting?.(drawing) ?? drawing));
    const linted = await lint(name, written);
    return { laidOut, content: written.bytes, linted, pictures: [...means.pictures.used] };
  } catch (error) {
    stopTurns(turns);
    throw error;
  }
}

/** Loads what a summary needs, for a thread that has to wait anyway. */
export async function loadSummaryWriter(): Promise<void> {
  await import('../summary/model.js');
  await import('../summary/output.js');
  await import('../ooxml/lint.js');
}

async function layOutDeck({ documents, look }: FileRequest, { memory }: FileMeans): Promise<Layout> {
  const { layoutDeck } = await import('../deck/presentation.js');
  const { theme, date } = look;
  const [document] = documents as readonly [Document];
  const { presentation, diagnostics } = layoutDeck(document, theme, memory);
  const placed = chartsOn(presentation);
  const isNative = nativeIn(look);
  return {
    diagnostics: [...diagnostics, ...checkCharts(document, theme, placed)],
    charts: placed.flatMap(({ chart, format }) => (isNative(chart) ? [] : [[chart, format]])),
    async write(drawn) {
      const { writeDeckFile } = await import('../deck/output.js');
      return writeDeckFile(
        { ...presentation, editionDate: date },
        ({ chart, format }) => (isNative(chart) ? 'native' : drawn(chart, format)),
        memory,
      );
    },
  };
}

async function layOutSummary(request: FileRequest, { memory }: FileMeans): Promise<Layout> {
  const { modelSummary } = await import('../summary/model.js');
  const { documents, arrangement, look } = request;
  const { theme, date } = look;
  const { model, diagnostics } = modelSummary(documents, theme, arrangement);
  const charts = documents.flatMap(chartsOf).map(({ chart }) => chart);
  const isNative = nativeIn(look);
  return {
    diagnostics: [...diagnostics, ...documents.flatMap((document) => checkCharts(document, theme))],
    charts: charts.flatMap((chart) => (isNative(chart) ? [] : [[chart, 'column']])),
    async write(drawn) {
      const { writeSummaryFile } = await import('../summary/output.js');
      const shown = new Map<string, Uint8Array | ChartSpec>();
      for (const chart of charts) {
        const picture = isNative(chart) ? chart : drawn(chart, 'column');
        if (picture) shown.set(`${chart.id}.${chart.language}`, picture);
      }
      const dated = { ...model, properties: { ...model.properties, date } };
      return writeSummaryFile(dated, shown, memory);
    },
  };
}

const nativeIn =
  ({ charts }: Look) =>
  ({ as = charts }: ChartSpec): boolean =>
    as === 'native';

async function draw(charts: readonly NeededChart[], pictures: Pictures): Promise<Drawn> {
  const nameOf = (...[{ id, language }, format]: NeededChart): string => `${id}.${language} ${format}`;
  const drawn = new Map<string, Uint8Array>();
  await Promise.all(
    charts.map(async ([chart, format]) =>
      drawn.set(nameOf(chart, format), await pictures.draw(chart, format)),
    ),
  );
  return (chart, format) => drawn.get(nameOf(chart, format));
}

/**
 * What the linter finds in it is a fault of this program, but for links and colours, which come from template and theme:
 * these are warnings.
 */
async function lint(name: string, file: WrittenFile): Promise<Diagnostic[]> {
  const { lintWritten } = await import('../ooxml/lint.js');
  const { ofContent } = await import('../ooxml/lint/rules.js');
  return lintWritten(file).map((found): Diagnostic => {
    const { code, message } = found;
    if (ofContent.has(code))
      return {
        ...found,
        code: code.replace('ooxml/', 'accessibility/'),
        severity: 'warning',
        at: { file: name },
      };
    return {
      ...found,
      code: `internal/${code.replace('/', '-')}`,
      message: `${name} would not open cleanly: ${message}`,
      hint: 'a fault of zonebrief: please report it with the zone and template at hand',
    };
  });
}
