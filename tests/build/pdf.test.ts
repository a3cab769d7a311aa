import { describe, expect, it } from 'vitest';
import { buildZone } from '../../src/build/build.js';
import { readManifest } from '../../src/build/manifest.js';
import type { Converter, OfficeFile } from '../../src/build/pdf.js';
import { producerOf, timeless } from '../../src/build/pdf-bytes.js';
import { exampleWorld, exampleZone } from '../support/example.js';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The end of a PDF as LibreOffice writes it, at a given moment. */
const pdf = (moment: string, id: string, body = 'binary \xe4\xff'): Uint8Array =>
  latin1(
    `%PDF-1.6\n${body}\n<</Producer<FEFF004C006900620072006500200038>\n/CreationDate(D:${moment})>>\n` +
      `trailer\n<</ID [ <${id}>\n<${id}> ]\n/DocChecksum /${id}\n>>\nstartxref\n42\n%%EOF\n`,
  );
const anId = 'A1B2C3D4E5F60718293A4B5C6D7E8F90';
const otherId = '0123456789ABCDEF0123456789ABCDEF';

/** Remembers what it was asked; answers with PDFs of this very moment. */
function fakeConverter(without: readonly string[] = []): Converter & { asked: OfficeFile[] } {
  const asked: OfficeFile[] = [];
  let made = 0;
  return {
    asked,
    async convert(files) {
      asked.push(...files);
      made += 1;
      const wanted = files.filter(({ name }) => !without.includes(name));
      return new Map(
        wanted.map(({ name }) => [
          name,
          pdf(`2026112201201${made}Z'`, made === 1 ? anId : otherId, `PDF of ${name}`),
        ]),
      );
    },
  };
}
const outputsIn = (files: ReadonlyMap<string, unknown>): string[] =>
  [...files.keys()].filter((path) => path.startsWith(`/out/${exampleZone}/`));

describe('a PDF without its moment', () => {
  it('is the same whenever it was made', () => {
    const one = timeless(pdf("20261122012016Z'", anId), '2026-01-19');
    expect(one).toEqual(timeless(pdf("20270203040506Z'", otherId), '2026-01-19'));
    expect(Buffer.from(one).toString('latin1')).toContain("/CreationDate(D:20260119000000Z')");
  });

  it('is the same in whatever time zone', () => {
    const east = timeless(pdf("20261122092016+08'00'", anId), '2026-01-19');
    expect(east).toEqual(timeless(pdf("20261122022016+01'00'", anId), '2026-01-19'));
    expect(Buffer.from(east).toString('latin1')).toContain("(D:20260119000000+00'00')");
  });

  it('keeps its length and every byte of its content', () => {
    const before = pdf("20261122012016Z'", anId, '\x80\x81\u00ff (D:20261122012016Z) untouched');
    const after = timeless(before, '2026-01-19');
    expect(after.length).toBe(before.length);
    expect(Buffer.from(after).toString('latin1')).toContain('\x80\x81\u00ff (D:20261122012016Z) untouched');
  });

  it('has an id that differs where the content does', () => {
    const idOf = (bytes: Uint8Array) =>
      /ID \[ <([0-9A-F]{32})>/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    const one = idOf(timeless(pdf("20261122012016Z'", anId, 'one'), '2026-01-19'));
    const two = idOf(timeless(pdf("20261122012016Z'", anId, 'two'), '2026-01-19'));
    expect(one).toMatch(/^(?!0{32})[0-9A-F]{32}$/);
    expect(one).not.toBe(two);
  });

  it('names what made it, in either way of writing strings', () => {
    expect(producerOf(pdf("20261122012016Z'", anId))).toBe('Libre 8');
    expect(producerOf(latin1('%PDF-1.7 /Producer (Skia/PDF m130)'))).toBe('Skia/PDF m130');
    expect(producerOf(latin1('%PDF-1.7'))).toBeUndefined();
  });
});

describe('a build with PDFs', () => {
  const build = (world = exampleWorld(), converter: Converter = fakeConverter()) =>
    buildZone(world, { root: '/', zone: exampleZone, pdf: converter });

  it('asks for one of each deck and summary, in its language, and lists them with the rest', async () => {
    const converter = fakeConverter();
    const world = exampleWorld();
    const report = await build(world, converter);
    const made = report.outputs.map(({ name }) => name).filter((name) => /\.(pptx|docx)$/.test(name));
    expect(converter.asked.map(({ name, language }) => [name, language])).toEqual(
      made.map((name) => [name, /\.(zh-CN|[a-z]+)[.-]/.exec(name)?.[1]]),
    );
    expect(made.length).toBeGreaterThan(1);
    for (const name of made) {
      const twin = report.outputs.find((output) => output.name === name.replace(/\.\w+$/, '.pdf'));
      expect(twin?.facts).toEqual(report.outputs.find((output) => output.name === name)?.facts);
    }
    const manifest = await readManifest(world, `/out/${exampleZone}/manifest.json`);
    expect(manifest?.pdf).toBe('Libre 8');
    expect(manifest?.outputs.map(({ path }) => path)).toContain('briefing.en.pdf');
  });

  it('changes nothing when nothing changed', async () => {
    const world = exampleWorld();
    const converter = fakeConverter();
    await build(world, converter);
    const again = await build(world, converter);
    expect(again.outputs.filter(({ changed }) => changed)).toEqual([]);
  });

  it('asks for no PDF of what did not change, and for those that are gone or were never made', async () => {
    const world = exampleWorld();
    expect((await buildZone(world, { root: '/', zone: exampleZone })).ok).toBe(true);
    const asked = async () => {
      const converter = fakeConverter();
      expect((await build(world, converter)).ok).toBe(true);
      return converter.asked.map(({ name }) => name);
    };
    const all = ['briefing.de.pptx', 'briefing.en.pptx', 'summary.en-de.docx'];
    expect((await asked()).sort()).toEqual(all);
    expect(await asked()).toEqual([]);
    await world.remove(`/out/${exampleZone}/briefing.en.pdf`);
    expect(await asked()).toEqual(['briefing.en.pptx']);
    const manifest = await readManifest(world, `/out/${exampleZone}/manifest.json`);
    expect(manifest?.pdf).toBe('Libre 8');
    const deck = '/templates/starter-briefing/deck.de.md.hbs';
    await world.write(deck, (await world.readText(deck)).replace('subtitle: ', 'subtitle: Über '));
    expect(await asked()).toEqual(['briefing.de.pptx']);
  });

  it('writes nothing at all where one PDF is missing', async () => {
    const world = exampleWorld();
    await expect(build(world, fakeConverter(['briefing.en.pptx']))).rejects.toThrow(
      /^no PDF came of briefing\.en\.pptx$/,
    );
    expect(outputsIn(world.files)).toEqual([]);
  });

  it('takes them away again when the next build is without', async () => {
    const world = exampleWorld();
    await build(world);
    expect(outputsIn(world.files).some((path) => path.endsWith('.pdf'))).toBe(true);
    const report = await buildZone(world, { root: '/', zone: exampleZone });
    expect(report.ok).toBe(true);
    expect(outputsIn(world.files).some((path) => path.endsWith('.pdf'))).toBe(false);
  });

  it('does not begin where there are findings', async () => {
    const converter = fakeConverter();
    const world = exampleWorld({
      '/templates/starter-briefing/deck.en.md.hbs': (text) => text.replace('"park.jobs"', '"park.jbos"'),
    });
    expect((await build(world, converter)).ok).toBe(false);
    expect(converter.asked).toEqual([]);
  });
});
