/**
 * Layer 4. One deck or one summary, from its documents to its bytes: laid out, drawn, written, linted. What goes in and
 * comes out can be sent between threads. The writers are loaded where there is something to write.
 */
import type { Slide } from '../deck/model.js';
import type { DeckWriter } from '../deck/output.js';
import type { Diagnostic } from '../diagnostic.js';
import type { ChartFormat, ChartSpec } from '../document/chart.js';
import type { Document } from '../document/document.js';
import type { Arrangement } from '../facts/schema.js';
import type { Memory } from '../memory.js';
import type { WrittenFile } from '../ooxml/written.js';
import type { Look } from './keys.js';
import type { Kind } from './manifest.js';
import { ChartChecks, chartsOf, chartsOn, type NeededChart, type Pictures } from './pictures.js';
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

/** As far as it was made: not written where it, or another, will not be used. */
interface Making {
  readonly laidOut: readonly Diagnostic[];
  readonly written?: WrittenFile | undefined;
}

/**
 * Makes a file, as far as findings of its layout allow. Whatever keeps it from being made keeps others from being written.
 * @throws what the writers throw; findings are returned
 */
export async function makeFile(request: FileRequest, means: FileMeans): Promise<MadeFile> {
  const { name, kind, turns } = request;
  try {
    const { laidOut, written } = await (kind === 'deck' ? makeDeck : makeSummary)(request, means);
    if (!written) return { laidOut, linted: [], pictures: [] };
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

/** @returns whether the file is to be written, as far as is known by now */
function goesOn({ turns, strict }: FileRequest, laidOut: readonly Diagnostic[]): boolean {
  if (laidOut.some(({ severity }) => strict || severity === 'error')) stopTurns(turns);
  return !turnsStopped(turns);
}

/** Slides that wait for a chart, at most: so long, others can work while it is drawn. */
const mostHeld = 40;

/** Slide by slide, so that a large deck takes little more room than its file. */
async function makeDeck(request: FileRequest, { pictures, waiting, memory }: FileMeans): Promise<Making> {
  const { setOutDeck } = await import('../deck/presentation.js');
  const { documents, look } = request;
  const [document] = documents as readonly [Document];
  const { around, extent, diagnostics, slides, record } = setOutDeck(document, look.theme, memory);
  const checks = new ChartChecks(document, look.theme);
  const found = [...diagnostics];
  goesOn(request, [...diagnostics, ...checks.findings]);

  const isNative = nativeIn(look);
  const drawn = new DrawnCharts(pictures);
  let deck: DeckWriter | undefined;
  let held: Slide[] = [];
  const missing = (): NeededChart[] =>
    chartsOn(held).flatMap(({ chart, format }): NeededChart[] =>
      isNative(chart) || drawn.get(chart, format) ? [] : [[chart, format]],
    );
  const write = async (): Promise<void> => {
    const needed = missing();
    if (needed.length > 0) {
      const drawing = drawn.draw(needed);
      await (waiting?.(drawing) ?? drawing);
    }
    const { DeckWriter } = await import('../deck/output.js');
    deck ??= await DeckWriter.begin({ ...around, editionDate: look.date }, extent, memory);
    for (const slide of held)
      deck.add(slide, ({ chart, format }) => (isNative(chart) ? 'native' : drawn.get(chart, format)));
    held = [];
  };

  for (const { slide, diagnostics: own } of slides) {
    found.push(...own);
    const wrong = checks.add(chartsOn([slide]));
    if (!goesOn(request, [...own, ...wrong])) continue;
    held.push(slide);
    if (held.length === mostHeld || missing().length === 0) await write();
  }
  const laidOut = [...found, ...checks.findings];
  if (!goesOn(request, laidOut)) return { laidOut };
  await write();
  return { laidOut, written: deck?.finish(record()) };
}

async function makeSummary(request: FileRequest, { pictures, waiting, memory }: FileMeans): Promise<Making> {
  const { modelSummary } = await import('../summary/model.js');
  const { documents, arrangement, look } = request;
  const { theme, date } = look;
  const { model, diagnostics } = modelSummary(documents, theme, arrangement);
  const laidOut = [
    ...diagnostics,
    ...documents.flatMap((document) => new ChartChecks(document, theme).findings),
  ];
  if (!goesOn(request, laidOut)) return { laidOut };
  const charts = documents.flatMap(chartsOf).map(({ chart }) => chart);
  const isNative = nativeIn(look);
  const drawn = new DrawnCharts(pictures);
  const drawing = drawn.draw(
    charts.flatMap((chart): NeededChart[] => (isNative(chart) ? [] : [[chart, 'column']])),
  );
  await (waiting?.(drawing) ?? drawing);
  const { writeSummaryFile } = await import('../summary/output.js');
  const shown = new Map<string, Uint8Array | ChartSpec>();
  for (const chart of charts) {
    const picture = isNative(chart) ? chart : drawn.get(chart, 'column');
    if (picture) shown.set(`${chart.id}.${chart.language}`, picture);
  }
  const dated = { ...model, properties: { ...model.properties, date } };
  return { laidOut, written: await writeSummaryFile(dated, shown, memory) };
}

const nativeIn =
  ({ charts }: Look) =>
  ({ as = charts }: ChartSpec): boolean =>
    as === 'native';

/** The charts of a file, as far as they are drawn. */
class DrawnCharts {
  readonly #pictures: Pictures;
  readonly #drawn = new Map<string, Uint8Array>();

  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  async draw(charts: readonly NeededChart[]): Promise<void> {
    await Promise.all(
      charts.map(async ([chart, format]) =>
        this.#drawn.set(nameOf(chart, format), await this.#pictures.draw(chart, format)),
      ),
    );
  }

  get(chart: ChartSpec, format: ChartFormat): Uint8Array | undefined {
    return this.#drawn.get(nameOf(chart, format));
  }
}

const nameOf = ({ id, language }: ChartSpec, format: ChartFormat): string => `${id}.${language} ${format}`;

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
