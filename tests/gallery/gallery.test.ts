import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { layoutNames } from '../../src/deck/layouts.js';
import { hasTools, inCi } from '../support/rendering.js';
import { goldenNames, judge, languages, pictureNames, renderFixture, slidesOf } from './slides.js';

const hasOffice = hasTools('soffice', 'pdftoppm');
const names = pictureNames();

describe('the gallery', () => {
  it.each(languages)(
    'shows every layout in %s, and the same slides as in the other languages',
    (language) => {
      const layouts = slidesOf(language).map(({ layout }) => layout);
      expect([...new Set(layouts)].sort()).toEqual([...layoutNames].sort());
      expect(slidesOf(language)).toEqual(slidesOf('en'));
    },
  );

  it('has a golden of every slide in every language and in the brand, and no other', () => {
    expect(goldenNames().sort()).toEqual([...names].sort());
  });
});

describe('a slide that is not as accepted', () => {
  it('is saved beside the golden, until it is as accepted again', async () => {
    const file = (name: string) => new URL(`goldens/${name}.png`, import.meta.url);
    const [golden, other] = [readFileSync(file('sources.en')), readFileSync(file('table.en'))];
    const { same, message } = await judge('sources.en', other);
    expect(same).toBe(false);
    expect(message).toMatch(
      /^\d+\.\d % differ, .*goldens\/sources\.en-changed\.png, then: npm run gallery -- --accept$/,
    );
    expect(readFileSync(file('sources.en-changed')).equals(other)).toBe(true);
    expect((await judge('sources.en', golden)).same).toBe(true);
    expect(existsSync(file('sources.en-changed'))).toBe(false);
  });
});

describe.skipIf(!hasOffice && !inCi)('a slide, rendered by LibreOffice', () => {
  let slides = new Map<string, Uint8Array>();
  beforeAll(() => {
    expect(hasOffice, 'soffice and pdftoppm are there').toBe(true);
    slides = renderFixture();
  });

  it.each(names)('looks as it was accepted: %s', async (name) => {
    const { same, message } = await judge(name, slides.get(name) as Uint8Array);
    expect(same, message).toBe(true);
  });
});
