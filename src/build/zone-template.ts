/** Layer 4. The template that a zone names, with the theme it is to have. */
import { basename, dirname, join } from 'node:path';
import { loadTemplate, type Template } from '../compose/template.js';
import { type Diagnostic, UsageError } from '../diagnostic.js';
import { type Zone, zoneFile } from '../facts/schema.js';
import { readYaml } from '../facts/yaml.js';
import { type Memory, recall } from '../memory.js';
import type { ThemeRequest } from '../themes/load.js';
import { isThemeName } from '../themes/name.js';
import type { World } from '../world.js';
import { canonical } from './canonical.js';
import { pathUnder, recordingWorld } from './inputs.js';

interface Asked {
  readonly root: string;
  readonly zone: string;
  /** In place of the zone's. */
  readonly theme?: string | undefined;
  /** What earlier builds of this process worked out. */
  readonly memory?: Memory | undefined;
}

export interface ZoneTemplate {
  readonly template?: Template;
  readonly diagnostics: readonly Diagnostic[];
  /** What decides every file made with it, as the manifest names it: the theme with all it extends, and its pictures. */
  readonly inputs: readonly string[];
}

/** @throws {UsageError} where there is no theme of the name that was asked for */
export async function loadZoneTemplate(world: World, asked: Asked, zone: Zone): Promise<ZoneTemplate> {
  const folder = join(asked.root, 'templates', zone.template);
  const recording = recordingWorld(world, asked.root);
  const { memory } = asked;
  const loaded = await loadTemplate(recording.world, folder, chosenTheme(asked, zone), memory);
  if (asked.theme !== undefined) refuseMissing(loaded.diagnostics);
  const own = pathUnder(asked.root, folder);
  const paths = recording.inputs().map(({ path }) => path);
  const inputs = paths.filter((path) => !isOfTemplate(path, own));
  const { template } = loaded;
  if (!template) return { ...loaded, inputs };
  // The same theme is the same object: what was laid out with it is known by it.
  const { theme } = template;
  const known = recall(
    memory,
    'theme',
    () => canonical(theme),
    () => theme,
  );
  return { ...loaded, template: { ...template, theme: known }, inputs };
}

/** The theme that another one extends is named in a line of that, and is a finding. */
function refuseMissing(diagnostics: readonly Diagnostic[]): void {
  const missing = diagnostics.find(({ code, at }) => code === 'theme/missing' && at?.line === undefined);
  if (missing) throw new UsageError(`${missing.message}: expected ${missing.expected}`, missing.hint);
}

/** Where the facts are broken, the template still has findings of its own: its syntax, its charts, its theme. */
export async function checkTemplateAlone(world: World, asked: Asked): Promise<readonly Diagnostic[]> {
  const file = join(asked.root, 'data', asked.zone, 'zone.yaml');
  if ((await world.kindOf(file)) !== 'file') return [];
  const { value } = readYaml(file, await world.readText(file), zoneFile);
  return value ? (await loadZoneTemplate(world, asked, value)).diagnostics : [];
}

/** Read with every template, whichever of its outputs they are for: which of them decide one, composing says. */
const isOfTemplate = (path: string, folder: string | undefined): boolean =>
  path.endsWith('.hbs') || (dirname(path) === folder && basename(path) === 'charts.yaml');

/** The theme in place of the template's own. A file that zone.yaml names lies in the zone's folder. */
function chosenTheme(
  { root, zone, theme }: Asked,
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
