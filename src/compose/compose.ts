/** Layer 3. Template and facts → Document, in one language. */

import { dirname, join } from 'node:path';
import type { Image, Nodes } from 'mdast';
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { Document, EmbeddedImage, Inline, Section } from '../document/document.js';
import type { FactId, Ledger } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import { languageFor } from '../language/registry.js';
import type { Memory } from '../memory.js';
import { loadImage } from '../pictures/load.js';
import type { World } from '../world.js';
import { compareEditions } from './changes/comparison.js';
import { placeChanges } from './changes/place.js';
import { resolveCharts } from './charts.js';
import { cite, cited, factsInInlines, factsInSection, sourceEntries } from './citations.js';
import { withDivisions } from './divisions.js';
import type { Edition } from './edition.js';
import { type Setting, writeFact } from './fact-text.js';
import { type FrontMatter, splitFrontMatter } from './front-matter.js';
import { evaluate } from './handlebars/evaluate.js';
import { readFragment } from './markdown/fragment.js';
import { parseMarkdown } from './markdown/parse.js';
import { type Reading, report, startOf } from './markdown/reading.js';
import { readSections } from './markdown/sections.js';
import { placeOf } from './source-file.js';
import { languagesOf, partialsFor, type Template } from './template.js';

export interface ComposeOptions {
  /** Folder of the zone, whose images templates may use; left out: `data/<zone>` beside the folder `templates`. */
  readonly zoneFolder?: string | undefined;
  /** Left out: the first of its date, with no edition before it. */
  readonly edition?: Edition | undefined;
  /** What was worked out before, for other documents and by earlier builds of this process. */
  readonly memory?: Memory | undefined;
}

export interface Composed {
  readonly document?: Document;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of what it read: the template's file, partials, charts.yaml where a chart is shown, images; sorted. */
  readonly inputs: readonly string[];
}

/**
 * Composes one document. All findings are gathered; with an error among them, or in the template, there is no document.
 *
 * @throws {UsageError} for a language that is not registered
 */
export async function compose(
  world: World,
  template: Template,
  ledger: Ledger,
  kind: Document['kind'],
  language: LanguageTag,
  options: ComposeOptions = {},
): Promise<Composed> {
  const findings = new Findings();
  const source = template.sources.get(`${kind}.${language}`);
  if (!source) {
    const there = languagesOf(template, kind);
    findings.error('template/missing-language', `the template has no ${kind} in ${language}`, {
      at: { file: template.folder },
      expected: `a file ${kind}.${language}.md.hbs`,
      hint: there.length > 0 ? `there are: ${there.join(', ')}` : undefined,
    });
    return { diagnostics: findings.all, inputs: [] };
  }
  const { memory } = options;
  const setting: Setting = {
    ledger,
    language: languageFor(language),
    charts: template.charts && new Set(Object.keys(template.charts.definitions)),
    edition: options.edition,
    memory,
  };
  const charts = template.charts ? resolveCharts(setting, template.charts) : undefined;
  findings.add(charts?.diagnostics ?? []);
  // Its faults were reported by loadTemplate.
  if (source === 'broken') return { diagnostics: findings.all, inputs: [] };

  const inputs = new Set<string>();
  const stop = (): Composed => ({ diagnostics: findings.all, inputs: [...inputs].sort() });
  const evaluated = evaluate(source, partialsFor(template, language), setting);
  findings.add(evaluated.diagnostics);
  for (const file of evaluated.files) inputs.add(file);
  if (!evaluated.rendered) return stop();
  const { frontMatter, body, diagnostics } = splitFrontMatter(evaluated.rendered);
  findings.add(diagnostics);
  const root = parseMarkdown(body, findings, memory);
  if (!root) return stop();

  const zoneFolder = options.zoneFolder ?? join(dirname(dirname(template.folder)), 'data', ledger.zoneId);
  const images = new Map<string, EmbeddedImage>();
  const reading: Reading = {
    kind,
    language: setting.language,
    rendered: body,
    findings,
    memory,
    sources: sourceEntries(ledger, setting.language),
    changes: new Set(),
    inFull: (id) => {
      const fact = ledger.facts.get(id);
      if (!fact?.quantity) return undefined;
      const phrase = writeFact(setting, fact, { style: 'prose', noun: true });
      return { phrase, quotient: fact.derived?.formula.includes('/') };
    },
    chart: ({ id, form }) => {
      inputs.add(join(template.folder, 'charts.yaml'));
      const spec = charts?.specs.get(id);
      return spec && form ? { ...spec, as: form } : spec;
    },
    image: (path) => images.get(path),
  };
  await readImages(world, reading, root, [template.folder, zoneFolder], images, inputs);
  const sections = readSections(reading, root);
  const title = frontMatter ? readLine(reading, frontMatter, 'title') : [];
  const subtitle = frontMatter ? readLine(reading, frontMatter, 'subtitle') : [];
  const zoneName = ledger.zone.name[language];
  const issuer = ledger.zone.issuer[language];
  if (zoneName === undefined || issuer === undefined) {
    findings.error('template/missing-language', `the zone has no name or issuer in ${language}`, {
      at: { file: join(zoneFolder, 'zone.yaml') },
      hint: `add "${language}:" to both`,
    });
    return stop();
  }
  if (findings.failed || !template.sound) return stop();
  const used = (of: readonly Section[]): FactId[] => [
    ...factsInInlines([...title, ...subtitle]),
    ...of.flatMap(factsInSection),
  ];
  const told = placeChanges(
    compareEditions(setting, options.edition),
    sections,
    reading.changes,
    cited(ledger, used(sections)),
    reading.sources,
  );
  const document: Document = {
    kind,
    language,
    title,
    subtitle,
    zoneName,
    issuer,
    editionDate: ledger.editionDate,
    sections: told.sections,
    citations: new Map([...cite(setting, used(told.sections)), ...told.citations]),
    sources: told.sources,
  };
  return { ...stop(), document: await withDivisions(document, setting.language, memory) };
}

function readLine(reading: Reading, frontMatter: FrontMatter, key: 'title' | 'subtitle'): Inline[] {
  const text = frontMatter[key];
  if (text === undefined) return [];
  const at = frontMatter.positionOf(key);
  const inlines = readFragment(reading, text, () => at);
  if (inlines) return inlines;
  reading.findings.error('template/front-matter', `the ${key} is more than a line of text`, {
    at: placeOf(at),
    expected: 'text and helpers, no heading, list or quotation',
  });
  return [];
}

/** Pictures are read before the nodes are, since reading files has to wait. */
async function readImages(
  world: World,
  reading: Reading,
  root: Nodes,
  folders: readonly string[],
  images: Map<string, EmbeddedImage>,
  inputs: Set<string>,
): Promise<void> {
  const nodes: Image[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'image') nodes.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(root);
  for (const node of nodes) {
    if (images.has(node.url)) continue;
    const loaded = await loadImage(world, node.url, folders);
    if ('image' in loaded) {
      images.set(node.url, loaded.image);
      inputs.add(loaded.path);
    } else {
      const { code, message, ...rest } = loaded.fault;
      report(reading, startOf(node), code.replace('template/', ''), message, rest);
    }
  }
}
