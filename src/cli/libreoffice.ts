/** Layer 6. LibreOffice, where the machine has it: finding it, and having it make PDFs. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Converter, OfficeFile } from '../build/pdf.js';
import { UsageError } from '../diagnostic.js';
import type { World } from '../world.js';
import { fontConfiguration } from './font-configuration.js';
import { findProgram, type RunProgram, runProgram } from './programs.js';

/** Where it lies when it is not in PATH. */
const usualPlaces = [
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
  'C:\\Program Files (x86)\\LibreOffice\\program',
  '/usr/lib/libreoffice/program',
  '/opt/libreoffice/program',
  '/snap/bin',
];

/**
 * The program: what SOFFICE names, else from PATH, else from the usual places; undefined where there is none.
 * @throws {UsageError} when SOFFICE names no file
 */
export async function findLibreOffice(world: World): Promise<string | undefined> {
  const named = world.environment('SOFFICE');
  if (!named) return findProgram(world, ['soffice', 'soffice.exe'], usualPlaces);
  if ((await world.kindOf(named)) === 'file') return named;
  throw new UsageError(
    `SOFFICE is "${named}", and there is no such file`,
    'set it to the path of the program soffice, or unset it: PATH and the usual places are then searched',
  );
}

/**
 * What `build --pdf` and the `pdf` of a build's options take.
 * @throws {UsageError} when the machine has no LibreOffice
 */
export async function libreOffice(world: World, run: RunProgram = runProgram): Promise<Converter> {
  const program = await findLibreOffice(world);
  if (program === undefined)
    throw new UsageError(
      'PDFs are made by LibreOffice, and it was found neither in PATH nor in the usual places',
      'install it from https://www.libreoffice.org, or set SOFFICE to the path of its program soffice; without --pdf all other files are built',
    );
  return { convert: (files) => convert(world, run, program, files) };
}

/** A start takes a second or two, a large deck some more; ten times that means that it hangs. */
const secondsFor = (files: number): number => 60 + 20 * files;

const filters: Readonly<Record<string, string>> = { pptx: 'impress_pdf_Export', docx: 'writer_pdf_Export' };

const flag = (value: boolean) => ({ type: 'boolean', value: String(value) });
/** https://help.libreoffice.org/latest/en-US/text/shared/guide/pdf_params.html */
const exportOptions = JSON.stringify({
  UseTaggedPDF: flag(true),
  DisplayPDFDocumentTitle: flag(true),
  ExportBookmarks: flag(true),
  ExportNotes: flag(false),
  // Charts are pictures with text in them: JPEG would smear it.
  UseLosslessCompression: flag(true),
  ReduceImageResolution: flag(false),
});

async function convert(
  world: World,
  run: RunProgram,
  program: string,
  files: readonly OfficeFile[],
): Promise<Map<string, Uint8Array>> {
  const folder = await world.makeTemporary(join(tmpdir(), 'zonebrief-pdf-'));
  try {
    for (const { name, content } of files) await world.write(join(folder, 'in', name), content);
    const fonts = join(folder, 'fonts.conf');
    await world.write(fonts, fontConfiguration(world, join(folder, 'font-cache')));
    for (const key of new Set(files.map(groupOf)))
      await convertGroup(
        key,
        files.filter((file) => groupOf(file) === key),
      );
    const made = new Map<string, Uint8Array>();
    for (const { name } of files) {
      const pdf = join(folder, 'out', name.replace(/\.\w+$/, '.pdf'));
      if ((await world.kindOf(pdf)) === 'file') made.set(name, await world.readBytes(pdf));
    }
    return made;

    async function convertGroup(key: string, group: readonly OfficeFile[]): Promise<void> {
      const [language = 'en', extension = ''] = key.split(' ');
      // A profile of its own: an office that is open elsewhere would take the files and answer nothing.
      const profile = join(folder, `profile.${language}`);
      await world.write(join(profile, 'user', 'registrymodifications.xcu'), settings(language));
      const { code, output, timedOut } = await run(
        program,
        [
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          '--headless',
          '--norestore',
          '--convert-to',
          `pdf:${filters[extension]}:${exportOptions}`,
          '--outdir',
          join(folder, 'out'),
          ...group.map(({ name }) => join(folder, 'in', name)),
        ],
        // Dates are written in local time otherwise.
        { environment: { FONTCONFIG_FILE: fonts, TZ: 'UTC' }, seconds: secondsFor(group.length) },
      );
      if (code === 0) return;
      const names = group.map(({ name }) => name).join(', ');
      const reason = timedOut
        ? `did not finish within ${secondsFor(group.length)} seconds`
        : `failed${code === undefined ? '' : ` with exit code ${code}`}${output ? `: ${output.slice(-500)}` : ''}`;
      throw new UsageError(
        `LibreOffice (${program}) ${reason}, making PDFs of ${names}`,
        'start LibreOffice once by itself to see whether it works, set SOFFICE to another one, or build without --pdf',
      );
    }
  } finally {
    await world.remove(folder);
  }
}

/** Files of one language and kind go through one start: the PDF's language comes from the profile, the filter from the kind. */
const groupOf = ({ name, language }: OfficeFile): string => `${language} ${name.split('.').at(-1)}`;

/** LibreOffice names the profile's locale as the PDF's language, whatever the file says. */
function settings(language: string): string {
  const locale = `<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${language}</value></prop></item>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">${locale}</oor:items>\n`;
}
