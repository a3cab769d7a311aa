import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../src/themes/colour.js';
import { faintTexts, leastContrast, readableOn } from '../../src/themes/contrast.js';
import { quiet } from './fixtures.js';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);

describe('contrast', () => {
  it('of a readable theme finds nothing', () => {
    expect(faintTexts(quiet.colors)).toEqual([]);
  });

  it('finds text that cannot be read on its ground', () => {
    const names = (changed: object) =>
      faintTexts({ ...quiet.colors, ...changed }).map(({ text, ground }) => [text, ground]);
    expect(names({ ink: '#FEFEFE' })).toEqual([
      ['ink', 'paper'],
      ['ink', 'surface'],
    ]);
    expect(names({ onPrimary: '#0B3C5D' })).toEqual([['onPrimary', 'primary']]);
    // Passes on white with 4.54, and not on the surface.
    expect(names({ muted: '#767676' })).toEqual([['muted', 'surface']]);
  });

  it('offers a colour that passes on one ground, whatever the two are', () => {
    fc.assert(
      fc.property(colours, colours, (text, ground) => {
        const found = readableOn(text, [ground]);
        expect(contrastOf(found as string, ground)).toBeGreaterThanOrEqual(leastContrast);
      }),
    );
  });

  it('offers the colour itself where it passes, else one close by of the same hue', () => {
    expect(readableOn('#0B3C5D', ['#FFFFFF'])).toBe('#0B3C5D');
    const found = readableOn('#8FA9BA', ['#FFFFFF']) as string;
    expect(contrastOf(found, '#FFFFFF')).toBeLessThan(leastContrast + 0.1);
    expect(Number.parseInt(found.slice(5), 16)).toBeGreaterThan(Number.parseInt(found.slice(1, 3), 16));
  });

  it('offers none where no colour passes', () => {
    expect(readableOn('#808080', ['#606060', '#A0A0A0'])).toBeUndefined();
  });
});
