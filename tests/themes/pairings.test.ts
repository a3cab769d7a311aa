/**
 * Which text stands on which ground, told from finished files: in a theme whose colours hardly differ, the check of
 * contrast names every pairing there is. So the list that themes are held to cannot fall behind what is printed.
 */
import { describe, expect, it } from 'vitest';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Theme } from '../../src/document/theme.js';
import { lintPackage } from '../../src/ooxml/lint.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { pairings } from '../../src/themes/contrast.js';
import { forPrint, whitePage } from '../../src/themes/print.js';
import { documents } from '../deck/fixtures.js';
import { pictures } from '../deck/pictures.js';
import { briefing } from '../summary/briefing.js';
import { plainPictures } from '../summary/fixtures.js';

const names = ['paper', 'surface', 'ink', 'muted', 'line', 'primary', 'onPrimary', 'accent'] as const;
const grey = (step: number): string => `#8080${(0x80 + step).toString(16).toUpperCase()}`;
const theme: Theme = {
  colors: {
    ...(Object.fromEntries(names.map((name, index) => [name, grey(index)])) as Record<
      (typeof names)[number],
      string
    >),
    series: [5, 21, 22, 23, 24].map(grey),
  },
  fonts: { latin: 'Arial', eastAsian: 'Microsoft YaHei' },
};
const quiet = {
  paper: '#FFFFFF',
  surface: '#F3F6F8',
  ink: '#17212B',
  muted: '#5B6B7A',
  line: '#D5DDE3',
  primary: '#0B3C5D',
  onPrimary: '#FFFFFF',
};
const roles = new Map<string, string>([
  ...theme.colors.series.map((colour, index) => [colour, `series ${index + 1}`] as const),
  ...names.map((name) => [theme.colors[name], name] as const),
]);

/** "ink on paper", of every text in a file. */
function pairingsIn(bytes: Uint8Array): string[] {
  const found = lintPackage(bytes).flatMap(({ code, message }) =>
    code.endsWith('-contrast') ? [...message.matchAll(/(#\w{6}) on (#\w{6})/g)] : [],
  );
  const role = (colour: string | undefined): string =>
    roles.get(colour ?? '') ?? `no colour of the theme (${colour})`;
  return found.map(
    ([, text, ground]) => `${role(text)} on ${ground === whitePage ? 'the page' : role(ground)}`,
  );
}

const decks = Object.values(documents);
const deckIn = async (own: Theme, native = false): Promise<string[]> => {
  const files = await Promise.all(
    decks.map((document) =>
      writeDeck(layoutDeck(document, own).presentation, native ? () => 'native' : pictures),
    ),
  );
  return files.flatMap(pairingsIn);
};
const listed = new Set(pairings.map(({ text, ground }) => `${text} on ${ground}`));

describe('the pairings that themes are held to', () => {
  it('are those that decks, native charts and summaries print, no fewer and no more', async () => {
    const pair = [briefing('zh-CN'), briefing('de')];
    // Of the theme as it is, which no summary would take.
    const { model } = modelSummary(pair, theme);
    const summary = await writeSummary({ ...model, theme }, plainPictures(pair));
    const printed = new Set([
      ...(await deckIn(theme)),
      ...(await deckIn(theme, true)),
      ...pairingsIn(summary),
    ]);
    const onPage = [...printed].filter((pairing) => pairing.endsWith(' on the page'));
    // Word pages are white, which `forPrint` sees to.
    expect(onPage.sort()).toEqual(['ink', 'muted', 'primary'].map((text) => `${text} on the page`));
    expect([...printed].filter((pairing) => !onPage.includes(pairing)).sort()).toEqual([...listed].sort());
  });

  it('are joined by those of text on the areas of a layout, each in the colour that can best be read there', async () => {
    const layout: Theme['layout'] = {
      slide: { w: 10, h: 7.5 },
      title: { x: 0.5, y: 0.2, w: 9, h: 0.9 },
      grounds: [
        { x: 0, y: 0, w: 10, h: 1.3, color: 'accent' },
        { x: 0, y: 6.9, w: 10, h: 0.6, color: 'ink' },
      ],
    };
    const printed = new Set(await deckIn({ ...theme, layout }));
    const more = [...printed].filter((pairing) => !listed.has(pairing));
    expect(more.length).toBeGreaterThan(1);
    for (const pairing of more) expect(pairing).toMatch(/ on (accent|ink)$/);
  });
});

describe('a theme on white pages', () => {
  const dark = { paper: '#101820', surface: '#1F2A36', ink: '#FFFFFF', muted: '#B7C0C9', primary: '#7FC8FF' };

  it('stays as it is where its slides are light', () => {
    const light: Theme = { ...theme, colors: { ...theme.colors, ...quiet } };
    expect(forPrint(light)).toBe(light);
  });

  it('can be read in summaries whose slides are dark', async () => {
    const own: Theme = {
      ...theme,
      colors: { ...theme.colors, ...quiet, ...dark, onPrimary: '#101820', line: '#445566' },
    };
    const pair = [briefing('en'), briefing('de')];
    const summary = await writeSummary(modelSummary(pair, own).model, plainPictures(pair));
    expect(lintPackage(summary).filter(({ code }) => code.endsWith('-contrast'))).toEqual([]);
  });
});
