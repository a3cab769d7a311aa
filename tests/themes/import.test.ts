import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingsError } from '../../src/diagnostic.js';
import { contrastOf } from '../../src/themes/colour.js';
import { importTheme } from '../../src/themes/import/import.js';
import {
  type BrandParts,
  brandFile,
  brandParts,
  filled,
  holder,
  packed,
  picture,
  rgb,
  xfrm,
} from './brand-file.js';
import { load, png } from './fixtures.js';

const importing = (brand: BrandParts) =>
  importTheme(brandFile(brand), { from: 'harbour.pptx', theme: 'brand' });

/** The theme as a build reads it, and what that finds. */
async function imported(brand: BrandParts) {
  const { text, pictures, notes } = await importing(brand);
  const files = {
    '/t/theme.yaml': text,
    ...Object.fromEntries(pictures.map(({ name, bytes }) => [`/t/${name}`, bytes])),
  };
  const { theme, diagnostics } = await load(files);
  return { theme: theme!, diagnostics, notes, text };
}

const band = xfrm(0, 0, 10, 1.5);
const title = holder('title', xfrm(0.5, 0.4, 9, 0.8));
const body = holder('body', xfrm(0.5, 1.8, 9, 4.5));

describe('the import of a brand', () => {
  it('takes the colours of the scheme into the roles of a theme', async () => {
    const { theme, diagnostics, notes } = await imported({});
    expect(diagnostics).toEqual([]);
    expect(theme.colors).toMatchObject({
      paper: '#FFFFFF',
      surface: '#EEF3F4',
      ink: '#101820',
      primary: '#00677F',
      onPrimary: '#FFFFFF',
      accent: '#E87722',
    });
    expect(theme.colors.series.slice(0, 2)).toEqual(['#00677F', '#E87722']);
    expect(notes.filter((note) => note.includes('contrast'))).toEqual([]);
  });

  it('takes the fonts of each script, by the names that the fonts have', async () => {
    const { theme, notes } = await imported({});
    expect(theme.fonts).toEqual({ latin: 'Calibri', eastAsian: 'Microsoft YaHei' });
    expect(notes).toContain(
      'fonts: titles of the brand are set in Georgia; a theme has one Latin font, Calibri',
    );
  });

  it('takes slide size and the places of title, body and footer', async () => {
    const { theme } = await imported({});
    expect(theme.layout).toEqual({
      slide: { w: 10, h: 7.5 },
      title: { x: 0.5, y: 0.4, w: 9, h: 1 },
      body: { x: 0.5, y: 1.8, w: 9, h: 4.5 },
      footer: { x: 3, y: 7, w: 4, h: 0.3 },
    });
  });

  it('follows the colour map: a master may turn light and dark round', async () => {
    const { theme, diagnostics } = await imported({ map: 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(theme.colors).toMatchObject({ paper: '#101820', ink: '#FFFFFF' });
  });

  it('follows changes of lightness in the background', async () => {
    const half = '<a:schemeClr val="bg1"><a:lumMod val="95000"/></a:schemeClr>';
    const { theme } = await imported({
      background: `<p:bg><p:bgPr><a:solidFill>${half}</a:solidFill></p:bgPr></p:bg>`,
    });
    expect(theme.colors.paper).toBe('#F2F2F2');
  });

  it('makes the band behind the title the primary colour', async () => {
    const { theme } = await imported({ shapes: filled(band, rgb('5B3B8C')) + title + body });
    expect(theme.colors.primary).toBe('#5B3B8C');
    expect(theme.layout?.grounds).toEqual([{ x: 0, y: 0, w: 10, h: 1.5, color: 'primary' }]);
  });

  it('takes of a drawing of many shapes its bands only, since a part of it would look broken', async () => {
    const dots = Array.from({ length: 12 }, (_, index) =>
      filled(xfrm(0.1, 0.5 * index, 0.3, 0.3), rgb('E87722')),
    );
    const { theme, notes } = await imported({
      shapes: `${dots.join('')}${filled(xfrm(0, 6.8, 10, 0.7), rgb('00677F'))}${title}${body}`,
    });
    expect(theme.layout?.grounds).toEqual([{ x: 0, y: 6.8, w: 10, h: 0.7, color: 'primary' }]);
    expect(notes).toContainEqual(expect.stringMatching(/^layout: the drawing of the master is left out/));
  });

  it('leaves out a band on which no text of the brand could be read, and says so', async () => {
    const { theme, notes, diagnostics } = await imported({
      slots: { dk1: rgb('4A5F75'), accent1: rgb('2F5F8F'), accent2: rgb('77A0C0') },
      shapes: filled(xfrm(0, 6.8, 10, 0.7), rgb('77A0C0')) + title + body,
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(theme.layout).not.toHaveProperty('grounds');
    expect(notes).toContainEqual(
      expect.stringMatching(/^layout, grounds: .* could not be read on \w+; not taken over$/),
    );
  });

  it('asks the master where the scheme is the one that the program wrote by itself', async () => {
    const run = `<a:p><a:r><a:rPr><a:solidFill>${rgb('2C3E50')}</a:solidFill></a:rPr><a:t>Text</a:t></a:r></a:p>`;
    const { theme } = await imported({
      slots: { accent1: rgb('4F81BD') },
      shapes:
        filled(xfrm(0, 7, 10, 0.4), rgb('1ABC9C')) + title + holder('body', xfrm(0.5, 1.8, 9, 4.5), run),
    });
    expect(theme.colors).toMatchObject({ ink: '#2C3E50', primary: '#2C3E50', accent: '#1ABC9C' });
    expect(theme.colors.series).not.toContain('#4F81BD');
  });

  it("repairs the brand's own colour where it could not be read as text, and says so", async () => {
    const { theme, notes, diagnostics } = await imported({ slots: { accent1: rgb('3FA0C0') } });
    expect(diagnostics).toEqual([]);
    expect(theme.colors.primary).not.toBe('#3FA0C0');
    expect(contrastOf(theme.colors.primary, theme.colors.paper)).toBeGreaterThanOrEqual(4.5);
    expect(notes.find((note) => note.startsWith('primary: #3FA0C0'))).toContain(theme.colors.primary);
  });

  it('keeps a colour that no text can have as accent and in charts', async () => {
    const { theme } = await imported({ slots: { accent1: rgb('FFDE59'), accent2: rgb('1A1A40') } });
    expect(theme.colors).toMatchObject({ primary: '#1A1A40', accent: '#FFDE59' });
    expect(theme.colors.series).toContain('#FFDE59');
  });

  it('takes a small picture of the master as the logo, beside the theme', async () => {
    const shapes = picture(xfrm(8, 6.9, 1.5, 0.4)) + title + body;
    const { theme, text, diagnostics } = await imported({ shapes, logo: png(300, 80) });
    expect(diagnostics).toEqual([]);
    expect(text).toContain('file: "brand-logo.png"');
    expect(theme.logo?.image).toMatchObject({ type: 'png', width: 300, height: 80 });
  });

  it('takes no background for a logo, and says why a drawing cannot be one', async () => {
    const whole = picture(xfrm(0, 0, 10, 7.5)) + title + body;
    expect((await importing({ shapes: whole, logo: png(1000, 750) })).pictures).toEqual([]);
    const drawing = new TextEncoder().encode('<svg/>');
    const refused = await importing({ shapes: picture(xfrm(8, 6.9, 1, 0.4)) + title + body, logo: drawing });
    expect(refused.pictures).toEqual([]);
    expect(refused.notes).toContainEqual(expect.stringContaining('is neither PNG nor JPEG'));
  });

  it('reads a theme without a presentation, as .thmx files may be', async () => {
    const parts = brandParts();
    for (const name of [...parts.keys()]) if (!/theme1\.xml$|Content_Types/.test(name)) parts.delete(name);
    parts.set('theme/theme/theme1.xml', parts.get('ppt/theme/theme1.xml')!);
    parts.delete('ppt/theme/theme1.xml');
    const { text } = await importTheme(packed(parts), { from: 'harbour.thmx', theme: 'brand' });
    const { theme, diagnostics } = await load({ '/t/theme.yaml': text });
    expect(diagnostics).toEqual([]);
    expect(theme?.colors.primary).toBe('#00677F');
  });

  it('gives a theme without errors whatever the colours are', async () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => value.toString(16).padStart(6, '0').toUpperCase());
    const scheme = fc.record(
      Object.fromEntries(
        ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4'].map((slot) => [
          slot,
          colour,
        ]),
      ),
    );
    await fc.assert(
      fc.asyncProperty(scheme, colour, async (slots, fill) => {
        const { diagnostics, theme } = await imported({
          slots: Object.fromEntries(
            Object.entries(slots).map(([slot, value]) => [slot, rgb(value as string)]),
          ),
          shapes: filled(band, rgb(fill)) + title + body,
        });
        expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
        expect(theme.colors.series.length).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hostile input to the import', () => {
  const refused = async (bytes: Uint8Array): Promise<string[]> => {
    try {
      await importTheme(bytes, { from: 'x.pptx', theme: 'x' });
    } catch (error) {
      return (error as FindingsError).diagnostics.map(({ code }) => code);
    }
    return [];
  };
  const changedPart = (name: string, content: string): Uint8Array => packed(brandParts().set(name, content));

  it('is a finding where it is no zip', async () => {
    expect(await refused(new TextEncoder().encode('no zip'))).toEqual(['ooxml/not-a-zip']);
  });

  it('is a finding where it holds no theme', async () => {
    expect(await refused(packed(new Map([['word/document.xml', '<w:document xmlns:w="w"/>']])))).toEqual([
      'theme/no-theme',
    ]);
  });

  it('is a finding where its theme has no colours', async () => {
    expect(await refused(changedPart('ppt/theme/theme1.xml', '<a:theme xmlns:a="a"/>'))).toEqual([
      'theme/no-theme',
    ]);
  });

  it.each(['<p:sldMaster', '<!DOCTYPE x [<!ENTITY a "b">]><x/>'])(
    'is a finding where a part is %s',
    async (text) => {
      expect(await refused(changedPart('ppt/slideMasters/slideMaster1.xml', text))).toEqual([
        'ooxml/not-well-formed',
      ]);
    },
  );

  it('is a finding where it would unpack to more than any template has', async () => {
    const giant = packed(brandParts().set('ppt/slides/slide1.xml', new Uint8Array(70 * 2 ** 20)));
    expect(giant.length).toBeLessThan(1_000_000);
    expect(await refused(giant)).toEqual(['ooxml/zip-too-large']);
  });

  it('reaches the theme as no more than a comment', async () => {
    const evil = '<a:theme xmlns:a="a" name="x&#10;fonts: { latin: Evil }">';
    const theme = String(brandParts().get('ppt/theme/theme1.xml')).replace(/<a:theme [^>]*>/, evil);
    const { text } = await importTheme(changedPart('ppt/theme/theme1.xml', theme), {
      from: 'x.pptx',
      theme: 'x',
    });
    expect((await load({ '/t/theme.yaml': text })).theme?.fonts.latin).toBe('Calibri');
  });
});
