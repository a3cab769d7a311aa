/** Layer 2. A theme from its file: what it extends is read first, the logo too, and the whole is checked. */
import { basename, dirname, join } from 'node:path';
import { type Diagnostic, Findings, type Place } from '../diagnostic.js';
import type { EmbeddedImage } from '../document/document.js';
import type { Theme, ThemeFile } from '../document/theme.js';
import { themeFile } from '../document/theme.js';
import type { LanguageTag } from '../facts/schema.js';
import { nearest, oneOf } from '../facts/spelling.js';
import { readYaml, type YamlFile } from '../facts/yaml.js';
import type { Memory } from '../memory.js';
import { loadImage } from '../pictures/load.js';
import type { World } from '../world.js';
import { checkBackdrop, checkTheme, type FindPlace } from './check.js';
import { isThemeName } from './name.js';

export interface ThemeRequest {
  /** A name such as `bold`, or the path of a file. */
  readonly choice: string;
  /** Where named themes lie, in the order they are looked for: the user's, then the shipped ones. */
  readonly shelves: readonly string[];
  /** Where it is asked for; findings about a theme that is not there point at it. */
  readonly at?: Place | undefined;
  /** Figures typed in a text, as they are looked for in templates; left out: only digits are found. */
  readonly figuresIn?: ((text: string, language: LanguageTag) => readonly { text: string }[]) | undefined;
  /** What earlier builds of this process worked out. */
  readonly memory?: Memory | undefined;
}

/** Shipped themes lie in the package's templates/, beside the program. */
export const shelvesFor = (world: World, templates: string): string[] => [
  ...new Set([join(templates, 'themes'), join(world.assets, '..', 'templates', 'themes')]),
];

/** A file of the chain: the theme itself, then what it extends, and so on. */
interface Link {
  readonly path: string;
  readonly file: YamlFile<ThemeFile>;
}

/** More steps than a person follows; one that extends itself ends here as well. */
const longestChain = 8;

/**
 * Reads a theme.
 * @returns no theme where it cannot be read, or is not whole; a theme with findings serves to find more of them
 */
export async function loadTheme(
  world: World,
  request: ThemeRequest,
): Promise<{ theme?: Theme; diagnostics: Diagnostic[] }> {
  const findings = new Findings();
  const chain = await readChain(world, request, findings);
  if (!chain) return { diagnostics: findings.all };
  const values = chain.map(({ file }) => file.value as ThemeFile).reverse();
  const merged = Object.assign({}, ...values) as Theme;
  const fonts = Object.assign({}, ...values.map((each) => each.fonts)) as Theme['fonts'];
  const colors = Object.assign({}, ...values.map((each) => each.colors)) as Theme['colors'];
  const { footer, layout } = merged;
  const logo = await loadLogo(world, chain, findings);
  const backdrop = await loadPicture(world, chain, 'backdrop', findings);
  const theme: Theme = {
    colors,
    fonts,
    ...(logo && { logo }),
    ...(backdrop && { backdrop }),
    ...(footer && { footer }),
    ...(layout && { layout }),
  };
  const placeOf = (path: readonly (string | number)[]): Place => placeIn(chain, path);
  findings.add([...checkTheme(theme, placeOf), ...(await checkBackdrop(theme, placeOf))]);
  checkFooter(theme, request, placeOf, findings);
  return { theme, diagnostics: findings.all };
}

/** What the footer says stands on every page: a figure in it needs a fact like any other, and can have none there. */
function checkFooter(
  { footer }: Theme,
  { figuresIn }: ThemeRequest,
  placeOf: FindPlace,
  findings: Findings,
): void {
  for (const [language, text] of Object.entries(footer?.text ?? {})) {
    for (const figure of figuresIn?.(text, language) ?? [])
      findings.error(
        'theme/bare-figure',
        `"${figure.text}" is typed in the footer; no fact stands behind it`,
        {
          at: placeOf(['footer', 'text', language]),
          expected: 'words without figures, such as "For discussion only"',
          hint: 'say it on a slide, with {{fact "…"}}',
        },
      );
  }
}

/** The chain with the theme itself first; undefined where a link of it is broken, which is a finding. */
async function readChain(
  world: World,
  request: ThemeRequest,
  findings: Findings,
): Promise<Link[] | undefined> {
  const chain: Link[] = [];
  let { choice, at } = request;
  let folder: string | undefined;
  for (;;) {
    const path = await find(world, choice, { ...request, at, folder }, findings);
    if (path === undefined) return undefined;
    if (chain.length >= longestChain || chain.some((link) => link.path === path)) {
      findings.error('theme/extends-in-a-circle', `${basename(path)} extends itself, or too many others`, {
        at,
        expected: `at most ${longestChain} themes, each extending the next, none twice`,
        hint: 'let one of them be whole, with all colours and both fonts',
      });
      return undefined;
    }
    const file = await read(world, path, findings, request.memory);
    if (!file?.value) return undefined;
    chain.push({ path, file });
    if (!('extends' in file.value)) return chain;
    choice = file.value.extends;
    at = file.placeOf(['extends']);
    folder = dirname(path);
  }
}

/** @returns the path of a theme's file, or undefined with a finding */
async function find(
  world: World,
  choice: string,
  { shelves, at, folder }: ThemeRequest & { folder: string | undefined },
  findings: Findings,
): Promise<string | undefined> {
  const paths = isThemeName(choice)
    ? shelves.map((shelf) => join(shelf, `${choice}.yaml`))
    : [folder === undefined ? choice : join(folder, choice)];
  for (const path of paths) if ((await world.kindOf(path)) === 'file') return path;
  const known = isThemeName(choice) ? await namesOn(world, shelves) : [];
  const meant = nearest(choice, known);
  findings.error('theme/missing', `there is no theme ${JSON.stringify(choice)}`, {
    at: at ?? { file: paths[0] as string },
    expected: isThemeName(choice)
      ? `${known.length > 0 ? oneOf(known) : 'a name'}, or a .yaml file`
      : `a file ${paths[0]}`,
    hint: meant ? `did you mean "${meant}"?` : 'correct the name, or put the theme there',
  });
  return undefined;
}

async function namesOn(world: World, shelves: readonly string[]): Promise<string[]> {
  const names = await Promise.all(shelves.map((shelf) => world.list(shelf)));
  const themes = names.flat().filter((name) => name.endsWith('.yaml'));
  return [...new Set(themes.map((name) => name.slice(0, -'.yaml'.length)))].sort();
}

async function read(
  world: World,
  path: string,
  findings: Findings,
  memory: Memory | undefined,
): Promise<YamlFile<ThemeFile> | undefined> {
  let text: string;
  try {
    text = await world.readText(path);
  } catch (error) {
    findings.error('theme/unreadable', `the theme cannot be read: ${(error as Error).message}`, {
      at: { file: path },
      hint: 'check that you are allowed to open it',
    });
    return undefined;
  }
  const file = readYaml(path, text, themeFile, { memory });
  findings.add(file.diagnostics);
  return file;
}

/** In the file nearest to the theme that says it. */
function placeIn(chain: readonly Link[], path: readonly (string | number)[]): Place {
  const says = ({ file }: Link): boolean => {
    let value: unknown = file.value;
    for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
    return value !== undefined;
  };
  return (chain.find(says) ?? (chain[0] as Link)).file.placeOf(path);
}

async function loadLogo(world: World, chain: readonly Link[], findings: Findings): Promise<Theme['logo']> {
  const image = await loadPicture(world, chain, 'logo', findings);
  const said = chain.find(({ file }) => file.value?.logo)?.file.value?.logo;
  return image && { image, onPrimary: said?.onPrimary ?? false };
}

/** The picture that the nearest theme of the chain names; where it cannot be taken, that is a finding. */
async function loadPicture(
  world: World,
  chain: readonly Link[],
  name: 'logo' | 'backdrop',
  findings: Findings,
): Promise<EmbeddedImage | undefined> {
  const link = chain.find(({ file }) => file.value?.[name]);
  const wanted = link?.file.value?.[name];
  if (!link || !wanted) return undefined;
  const loaded = await loadImage(world, wanted.file, [dirname(link.path)]);
  if ('image' in loaded) return loaded.image;
  findings.add([
    {
      severity: 'error',
      ...loaded.fault,
      code: loaded.fault.code.replace('template/image', `theme/${name}`),
      at: link.file.placeOf([name, 'file']),
    },
  ]);
  return undefined;
}
