/**
 * src → dist with esbuild: the command and the library, with chunks that load when they are needed, and the fonts.
 *
 * Packages are bundled, all but the native canvas: the command starts in half the time, and whoever installs the packed
 * package gets two packages instead of a hundred. That is also how chartjs-node-canvas gets its canvas there from
 * @napi-rs/canvas, since npm's `overrides` do not reach that far and node-canvas itself compiles or downloads. (zod is
 * a dependency all the same: its types are part of ours.)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { hashOfInputs } from './stamp.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

/** Stands in the bundle until its hash is known (src/build/engine.ts). */
const unnamed = '0123456789abcdef'.repeat(2);

const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  define: { bundledProgram: JSON.stringify(unnamed) },
  metafile: true,
  logLevel: 'warning',
  write: false,
};

/** chartjs-node-canvas asks for its canvas by a name computed at run time, which no bundler can see. */
const skiaCanvas = {
  name: 'skia-canvas',
  setup({ onLoad }) {
    onLoad({ filter: /chartjs-node-canvas[\\/]dist[\\/]freshRequire\.js$/ }, () => ({
      contents: `exports.freshRequire = (name) => {
        if (name === 'canvas') return require('@napi-rs/canvas/node-canvas');
        throw new Error('Plugins by name are not supported: ' + name);
      };`,
      loader: 'js',
    }));
  },
};

/** pptxgenjs would pack its parts with JSZip, and mending unpack them at once: src/ooxml/parts-collector.ts. */
const partsUnpacked = {
  name: 'parts-unpacked',
  setup({ onResolve }) {
    onResolve({ filter: /^jszip$/ }, () => ({ path: join(root, 'src', 'ooxml', 'parts-collector.ts') }));
  },
};

/** What libraries load at every start for things that are not asked of them here: by module, the library. */
const neverUsed = {
  // Pictures of the web.
  'node:https': 'pptxgenjs',
  // Subcommands that are programs of their own.
  'node:child_process': 'commander',
};

const withoutNeverUsed = {
  name: 'without-never-used',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, importer }) =>
      importer.replaceAll('\\', '/').includes(`/node_modules/${neverUsed[path]}/`)
        ? { path, namespace: 'never-used' }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'never-used' }, ({ path }) => ({
      contents: `export default new Proxy({}, {
        get(_, name) { throw new Error('${path} is left out of the bundle: ' + String(name)); },
      });`,
      loader: 'js',
    }));
  },
};

/** docx names each picture by its SHA-1, computed in JavaScript; Node's own takes a tenth of the time. */
const nativeHashes = {
  name: 'native-hashes',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]docx[\\/]dist[\\/]index\.[cm]?js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(
        /^var hashedId = \(data\) => .*$/m,
        "import { createHash as __createHash } from 'node:crypto';\nvar hashedId = (data) => __createHash('sha1').update(data).digest('hex');",
      );
      if (contents === source)
        throw new Error('docx has changed: hashedId is not where it was (scripts/bundle.mjs)');
      return { contents, loader: 'js' };
    });
  },
};

/** Hyphenation patterns are data, up to 700 kB of them, which V8 reads as JSON in half the time that it takes as a program. */
const patternsAsData = {
  name: 'patterns-as-data',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]hyphen[\\/]patterns[\\/][^\\/]+\.js$/ }, async ({ path }) => {
      const { default: patterns } = await import(pathToFileURL(path).href);
      const text = JSON.stringify(JSON.stringify(patterns));
      return { contents: `module.exports = JSON.parse(${text});`, loader: 'js' };
    });
  },
};

/** The entry is one small file: all that a build needs which has nothing to do. Beside it, what loads the rest. */
const loadBeside = {
  name: 'load-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/cli\/load\.js$/ }, () => ({ path: './load.js', external: true }));
  },
};

/** How CommonJS is written: without this, it would load its chunks as modules. */
const commonJs = {
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  supported: { 'dynamic-import': false },
};

/** What CommonJS has in place of import.meta. */
const meta = {
  'import.meta.url': [
    '__moduleUrl',
    "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;\n",
  ],
  'import.meta.resolve': [
    '__resolve',
    "const __resolve = (name) => require('node:url').pathToFileURL(require.resolve(name)).href;\n",
  ],
};

/**
 * A module as CommonJS: Node starts it sooner, and it can be given code that was compiled before (src/cli/load.ts).
 * esbuild itself parts modules only.
 */
async function asCommonJs({ path, text }) {
  const used = Object.entries(meta).filter(([name]) => text.includes(name));
  // Which source each part is from: such comments are kept as those about licences are.
  const { code } = await transform(text.replaceAll(/^\/\/ (?=\S+$)/gm, '//! '), {
    ...commonJs,
    legalComments: 'inline',
    define: Object.fromEntries(used.map(([name, [own]]) => [name, own])),
  });
  const banners = used.map(([, [, banner]]) => banner).join('');
  return { path, contents: Buffer.from(banners + code.replaceAll(/^\/\/! (?=\S+$)/gm, '// ')) };
}

/** Threads are started with a file: it loads their program as the command is loaded. */
const threads = { 'beside-worker.js': './beside-thread.js', 'zone-worker.js': './zone-thread.js' };

/** What is made by the bundler itself: the threads' entries, and the library for those who import it. */
function smallFiles({ outputs }) {
  const { exports } = outputs['dist/index.js'];
  const texts = {
    ...Object.fromEntries(
      Object.entries(threads).map(([name, program]) => [name, `require('./load.js').load('${program}');\n`]),
    ),
    'index.mjs': `import index from './index.js';\nexport const { ${exports.join(', ')} } = index;\n`,
  };
  return Object.entries(texts).map(([name, text]) => ({
    path: join(dist, name),
    contents: Buffer.from(text),
  }));
}

/**
 * Of all that decides what the bundled program makes: its code, its fonts, the canvas beside it. Not of the source, so
 * that a changed comment or page of documentation makes no file anew.
 */
async function hashOfProgram(outputFiles, fonts) {
  const hash = createHash('sha256');
  const add = (name, contents) =>
    hash.update(`${name.replaceAll('\\', '/')}\0${contents.length}\0`).update(contents);
  for (const { path, contents } of outputFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    add(relative(dist, path), contents);
  for (const name of fonts) add(name, await readFile(join(root, 'src', 'fonts', name)));
  const canvas = join(root, 'node_modules', '@napi-rs', 'canvas', 'package.json');
  add('@napi-rs/canvas', JSON.parse(await readFile(canvas, 'utf8')).version);
  return hash.digest('hex').slice(0, unnamed.length);
}

/** Leaves a stamp of what it was made from, last, so that a broken run is done again. */
export async function bundle() {
  const stamp = hashOfInputs();
  await rm(join(dist, '.stamp'), { force: true });
  const entry = await build({
    ...common,
    ...commonJs,
    entryPoints: { cli: 'src/cli.ts', load: 'src/cli/load.ts' },
    plugins: [loadBeside],
  });
  const { outputFiles: modules, metafile } = await build({
    ...common,
    entryPoints: {
      command: 'src/cli/command.ts',
      index: 'src/index.ts',
      'beside-thread': 'src/cli/threads/beside-worker.ts',
      'zone-thread': 'src/cli/threads/zone-worker.ts',
    },
    splitting: true,
    format: 'esm',
    // Beside the entries, since src/world.ts finds fonts/ beside the file it ends up in.
    chunkNames: 'chunk-[name]-[hash]',
    external: ['@napi-rs/canvas', '@napi-rs/canvas/*'],
    plugins: [skiaCanvas, partsUnpacked, withoutNeverUsed, nativeHashes, patternsAsData],
  });
  const outputFiles = [
    ...entry.outputFiles,
    ...(await Promise.all(modules.map(asCommonJs))),
    ...smallFiles(metafile),
  ];
  const fonts = (await readdir(join(root, 'src', 'fonts'))).filter((name) => name.endsWith('.ttf')).sort();
  const named = await hashOfProgram(outputFiles, fonts);
  await mkdir(join(dist, 'fonts'), { recursive: true });
  const made = new Set(outputFiles.map((file) => file.path));
  for (const name of await readdir(dist)) {
    if (/\.m?js$/.test(name) && !made.has(join(dist, name))) await rm(join(dist, name));
  }
  for (const { path, contents } of outputFiles) {
    // Renamed into place: a command that runs meanwhile never sees half a file.
    const program = Buffer.from(contents).toString('utf8').replaceAll(unnamed, named);
    await writeFile(`${path}.new`, program, { mode: path.endsWith('cli.js') ? 0o755 : 0o644 });
    await rename(`${path}.new`, path);
  }
  for (const name of [...fonts, 'OFL.txt'])
    await copyFile(join(root, 'src', 'fonts', name), join(dist, 'fonts', name));
  // The entry is CommonJS, the declarations are of modules.
  await mkdir(join(dist, 'types'), { recursive: true });
  await writeFile(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  await writeFile(join(dist, 'types', 'package.json'), '{ "type": "module" }\n');
  await writeFile(join(dist, 'THIRD-PARTY-NOTICES.txt'), await notices(metafile));
  await keepCompiledCode();
  await writeFile(join(dist, '.stamp'), stamp);
}

/** Where the sample cannot be built, there is no compiled code, and its findings are told by who builds it. */
async function keepCompiledCode() {
  await rm(join(dist, 'code-cache.bin'), { force: true });
  spawnSync(process.execPath, [join(root, 'scripts', 'code-cache.mjs')], {
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

/** Licences of the bundled packages, as they ask for. */
async function notices({ inputs }) {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const texts = [];
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const text = file ? await readFile(join(root, folder, file), 'utf8') : `Licence: ${license}\n`;
    texts.push(`${name} ${version}\n\n${text.trim()}\n`);
  }
  return `zonebrief contains these packages:\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await bundle();
