/** Layer 3. A template's folder: read once, checked as far as that goes without facts, used for every language. */
import { basename, dirname, join } from 'node:path';
import { chartsFile } from '../charts/definition.js';
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { LanguageTag } from '../facts/schema.js';
import { readYaml } from '../facts/yaml.js';
import { languageTags } from '../language/registry.js';
import { type Memory, recall } from '../memory.js';
import { loadTheme, shelvesFor, type ThemeRequest } from '../themes/load.js';
import type { World } from '../world.js';
import type { ChartDefinitions } from './charts.js';
import { checkCycles, checkTemplate, type FindPartial } from './handlebars/check.js';
import { type ParsedTemplate, parseTemplate } from './handlebars/parse.js';
import { bareFigures } from './markdown/bare-figure.js';
import { readTemplateFile } from './read-file.js';
import { didYouMean } from './suggest.js';

/** 'broken': the file is there, and its faults were reported when it was read. */
type Loaded = ParsedTemplate | 'broken';

export interface Template {
  readonly folder: string;
  readonly theme: Theme;
  /** Undefined where charts.yaml is broken; without a file there are no charts. */
  readonly charts: ChartDefinitions | undefined;
  /** By file name without ending: "deck.en", "summary.zh-CN". */
  readonly sources: ReadonlyMap<string, Loaded>;
  /** By name, with the language where the file has one: "tile", "tile.en". */
  readonly partials: ReadonlyMap<string, Loaded>;
  /** False where `loadTemplate` found errors: it still composes, for more findings, but gives no document. */
  readonly sound: boolean;
}

/** Languages that the template has a deck or a summary in. */
export function languagesOf(template: Template, kind: Document['kind']): LanguageTag[] {
  return [...template.sources.keys()]
    .filter((name) => name.startsWith(`${kind}.`))
    .map((name) => name.slice(kind.length + 1));
}

/** The partials as a language sees them: `name.<language>.hbs` before `name.hbs`. */
export function partialsFor(template: Pick<Template, 'partials'>, language: LanguageTag): FindPartial {
  return (name) => template.partials.get(`${name}.${language}`) ?? template.partials.get(name);
}

/**
 * Reads all files of a template.
 *
 * @param chosen a theme in place of the template's own theme.yaml
 * @param memory what earlier builds of this process worked out
 * @returns the template unless there is no such folder; where there are errors, it serves to find more of them
 */
export async function loadTemplate(
  world: World,
  folder: string,
  chosen: Pick<ThemeRequest, 'choice' | 'at'> | undefined = undefined,
  memory: Memory | undefined = undefined,
): Promise<{ template?: Template; diagnostics: Diagnostic[] }> {
  const findings = new Findings();
  if ((await world.kindOf(folder)) !== 'folder') {
    findings.error('template/missing', `there is no template folder ${folder}`, {
      at: { file: folder },
      expected: 'a folder with deck.<language>.md.hbs, summary.<language>.md.hbs, charts.yaml and theme.yaml',
      hint: 'look at "template:" in zone.yaml',
    });
    return { diagnostics: findings.all };
  }
  const reading = { world, findings, memory };
  const sources = await loadSources(reading, folder);
  const partials = await loadPartials(reading, join(folder, 'partials'));
  const charts = await loadCharts(reading, join(folder, 'charts.yaml'));
  const { theme = neutralTheme, diagnostics } = await loadTheme(world, {
    choice: join(folder, 'theme.yaml'),
    ...chosen,
    shelves: shelvesFor(world, dirname(folder)),
    figuresIn: (text, language) =>
      languageTags().includes(language) ? bareFigures(text, language, memory) : [],
    memory,
  });
  findings.add([...diagnostics, ...checkAll(sources, partials)]);
  const template = { folder, theme, charts, sources, partials, sound: !findings.failed };
  return { template, diagnostics: findings.all };
}

interface Reading {
  readonly world: World;
  readonly findings: Findings;
  readonly memory: Memory | undefined;
}

async function loadSources(reading: Reading, folder: string): Promise<Map<string, Loaded>> {
  const { world, findings } = reading;
  const sources = new Map<string, Loaded>();
  const known = languageTags();
  for (const name of (await world.list(folder)).filter((each) => each.endsWith('.hbs'))) {
    const path = join(folder, name);
    const [, kind, language] = /^([^.]+)\.([^.]+)\.md\.hbs$/.exec(name) ?? [];
    if ((kind !== 'deck' && kind !== 'summary') || !language || !known.includes(language)) {
      const right = ['deck', 'summary'].flatMap((each) => known.map((tag) => `${each}.${tag}.md.hbs`));
      findings.warn('template/unread-file', `${name} is not read`, {
        at: { file: path },
        expected: `deck.<language>.md.hbs or summary.<language>.md.hbs; languages are ${known.join(', ')}`,
        hint: didYouMean(name, right, 'partials belong into the folder partials/'),
      });
      continue;
    }
    sources.set(`${kind}.${language}`, await load(reading, path));
  }
  return sources;
}

async function loadPartials(reading: Reading, folder: string): Promise<Map<string, Loaded>> {
  const partials = new Map<string, Loaded>();
  for (const name of (await reading.world.list(folder)).filter((each) => each.endsWith('.hbs'))) {
    // "card.md.hbs" is the partial "card" as well: editors know Markdown by that ending.
    partials.set(basename(name, '.hbs').replace(/\.md$/, ''), await load(reading, join(folder, name)));
  }
  return partials;
}

async function load({ world, findings, memory }: Reading, path: string): Promise<Loaded> {
  const text = await readTemplateFile(world, path, findings);
  if (text === undefined) return 'broken';
  const { parsed, diagnostics } = recall(
    memory,
    'template file',
    () => `${path}\n${text}`,
    () => parseTemplate({ path, text: text.replace(/\r\n?/g, '\n') }),
    20,
  );
  findings.add(diagnostics);
  return parsed ?? 'broken';
}

async function loadCharts(
  { world, findings, memory }: Reading,
  path: string,
): Promise<ChartDefinitions | undefined> {
  const missing = !(await world.list(dirname(path))).includes(basename(path));
  const text = missing ? '{}' : await readTemplateFile(world, path, findings);
  if (text === undefined) return undefined;
  const read = readYaml(path, text, chartsFile, { whenEmpty: {}, memory });
  findings.add(read.diagnostics);
  return read.value && { definitions: read.value, placeOf: (place) => read.placeOf(place) };
}

/** Stands in while the findings of a broken theme.yaml are gathered with those of the rest; never printed with. */
const neutralTheme: Theme = {
  colors: {
    paper: '#FFFFFF',
    surface: '#F2F2F2',
    ink: '#000000',
    muted: '#595959',
    line: '#BFBFBF',
    primary: '#1F3864',
    onPrimary: '#FFFFFF',
    accent: '#C55A11',
    series: ['#1F3864', '#C55A11', '#548235', '#7F7F7F'],
  },
  fonts: { latin: 'Arial', eastAsian: 'Microsoft YaHei' },
};

/** Checks each file in each language it is used in, and reports what is found several times once. */
function checkAll(sources: ReadonlyMap<string, Loaded>, partials: ReadonlyMap<string, Loaded>): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const gather = (diagnostics: readonly Diagnostic[]): void => {
    for (const each of diagnostics) found.set(JSON.stringify(each), each);
  };
  const languages = new Set([...sources.keys()].map((name) => name.slice(name.indexOf('.') + 1)));
  const names = new Set([...partials.keys()].map((name) => name.split('.')[0]!));
  for (const language of languages) {
    const find = partialsFor({ partials }, language);
    const own = [...sources].filter(([name]) => name.endsWith(`.${language}`)).map(([, source]) => source);
    for (const source of own) if (source !== 'broken') gather(checkCycles(source, find));
    const included = [...names].map((name) => find(name));
    for (const each of [...own, ...included]) {
      if (each && each !== 'broken') gather(checkTemplate(each, find, names));
    }
  }
  return [...found.values()];
}
