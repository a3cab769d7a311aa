/** Layer 4. From documents to the files' bytes: laid out first, for the findings, then drawn, written and linted. */
import type { ChartPicture, Presentation } from '../deck/model.js';
import type { Diagnostic, Findings } from '../diagnostic.js';
import type { ChartForm, ChartSpec } from '../document/chart.js';
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { WrittenFile } from '../ooxml/written.js';
import type { Summary } from '../summary/summary.js';
import { byName, infoOf, type Output, type OutputInfo } from './output.js';
import { chartsOf, chartsOn, checkCharts, type NeededChart, type Pictures } from './pictures.js';
import type { Wanted, WantedPicture } from './wanted.js';

/** Laid out, not yet written. */
export interface Layouts {
  readonly decks: readonly {
    readonly info: OutputInfo;
    readonly document: Document;
    readonly presentation: Presentation;
  }[];
  readonly summaries: readonly {
    readonly info: OutputInfo;
    readonly documents: readonly Document[];
    readonly model: Summary;
  }[];
  readonly pictures: readonly WantedPicture[];
}

/**
 * Lays out every deck and every summary that has to be made. One with findings gets no key, so that they are found again.
 * @param date of the files, ISO 8601
 */
export async function layOut(
  { decks, summaries, pictures }: Wanted,
  theme: Theme,
  date: string,
  findings: Findings,
): Promise<Layouts> {
  const checked = new Map<Document, readonly Diagnostic[]>();
  /** What is wrong with a file: with its layout, or with the charts of its documents. */
  const found = (
    documents: readonly Document[],
    diagnostics: readonly Diagnostic[],
    shown?: readonly ChartPicture[],
  ): boolean => {
    const all = [...diagnostics];
    for (const document of documents) {
      const charts = checked.get(document) ?? checkCharts(document, theme, shown);
      checked.set(document, charts);
      all.push(...charts);
    }
    findings.add(all);
    return all.length > 0;
  };
  const info = (file: OutputInfo, hasFindings: boolean): OutputInfo => ({
    ...infoOf(file),
    ...(hasFindings && { key: undefined }),
  });
  const laidOut = {
    decks: [] as Layouts['decks'][number][],
    summaries: [] as Layouts['summaries'][number][],
  };
  if (decks.length > 0) {
    const { layoutDeck } = await import('../deck/presentation.js');
    for (const { documents, ...file } of decks) {
      for (const document of documents) {
        const { presentation, diagnostics } = layoutDeck(document, theme);
        const hasFindings = found([document], diagnostics, chartsOn(presentation));
        laidOut.decks.push({
          info: info(file, hasFindings),
          document,
          presentation: { ...presentation, editionDate: date },
        });
      }
    }
  }
  if (summaries.length > 0) {
    const { modelSummary } = await import('../summary/model.js');
    for (const { documents, arrangement, ...file } of summaries) {
      const { model, diagnostics } = modelSummary(documents, theme, arrangement);
      const hasFindings = found(documents, diagnostics);
      const dated = { ...model, properties: { ...model.properties, date } };
      laidOut.summaries.push({ info: info(file, hasFindings), documents, model: dated });
    }
  }
  return { ...laidOut, pictures };
}

/**
 * The bytes of all files. What the linter finds in them is a fault of this program, but for links and colours, which come
 * from template and theme: these are warnings. The writers are loaded where there is something to write.
 */
export async function writeFiles(
  { decks, summaries, pictures: files }: Layouts,
  pictures: Pictures,
  findings: Findings,
  step: (what: string) => void,
  form: ChartForm = 'image',
): Promise<Output[]> {
  const isNative = ({ as = form }: ChartSpec): boolean => as === 'native';
  const onSlides = decks.flatMap(({ presentation }) => chartsOn(presentation));
  const charts: NeededChart[] = [
    ...onSlides
      .filter(({ chart }) => !isNative(chart))
      .map(({ chart, format }): NeededChart => [chart, format]),
    ...summaries
      .flatMap(({ documents }) => documents.flatMap(chartsOf))
      .filter(({ chart }) => !isNative(chart))
      .map(({ chart }): NeededChart => [chart, 'column']),
    ...files.map(({ chart, format }): NeededChart => [chart, format]),
  ];
  if (pictures.begun) pictures.begin(charts);
  else if (charts.length > 0) {
    step('drawing the charts');
    await pictures.drawAll(charts);
  }
  const outputs: Output[] = [];
  // Linted one by one: where charts are drawn elsewhere, that fills the time until the next are there.
  const add = async (info: OutputInfo, file: WrittenFile): Promise<void> => {
    const { lintWritten } = await import('../ooxml/lint.js');
    const { ofContent } = await import('../ooxml/lint/rules.js');
    const said = lintWritten(file).map((found) => inFile(info.name, found, ofContent.has(found.code)));
    findings.add(said);
    const warnings = said.filter(({ severity }) => severity === 'warning');
    outputs.push({ ...info, content: file.bytes, ...(warnings.length > 0 && { warnings }) });
  };

  if (decks.length > 0) {
    step('writing the decks');
    const { writeDeckFile } = await import('../deck/output.js');
    for (const { info, presentation } of decks) {
      const drawn = new Map<string, Uint8Array>();
      const name = ({ chart, format }: ChartPicture): string => `${chart.id} ${format}`;
      for (const picture of chartsOn(presentation)) {
        const { chart, format } = picture;
        if (!isNative(chart)) drawn.set(name(picture), await pictures.draw(chart, format));
      }
      const shown = (picture: ChartPicture) =>
        isNative(picture.chart) ? 'native' : drawn.get(name(picture));
      await add(info, await writeDeckFile(presentation, shown));
    }
  }

  if (summaries.length > 0) {
    step('writing the summaries');
    const { writeSummaryFile } = await import('../summary/output.js');
    for (const { info, documents, model } of summaries) {
      const shown = new Map<string, Uint8Array | ChartSpec>();
      for (const { chart } of documents.flatMap(chartsOf)) {
        const name = `${chart.id}.${chart.language}`;
        shown.set(name, isNative(chart) ? chart : await pictures.draw(chart, 'column'));
      }
      await add(info, writeSummaryFile(model, shown));
    }
  }
  for (const file of files)
    outputs.push({ ...infoOf(file), content: await pictures.draw(file.chart, file.format) });
  return outputs.sort(byName);
}

function inFile(name: string, diagnostic: Diagnostic, ofContent: boolean): Diagnostic {
  if (ofContent)
    return {
      ...diagnostic,
      code: diagnostic.code.replace('ooxml/', 'accessibility/'),
      severity: 'warning',
      at: { file: name },
    };
  return {
    ...diagnostic,
    code: `internal/${diagnostic.code.replace('/', '-')}`,
    message: `${name} would not open cleanly: ${diagnostic.message}`,
    hint: 'a fault of zonebrief: please report it with the zone and template at hand',
  };
}
