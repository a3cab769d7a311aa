import { describe, expect, it } from 'vitest';
import { contrastOf, faintTexts } from '../../src/document/contrast.js';

const colors = {
  paper: '#FFFFFF',
  surface: '#F3F6F8',
  ink: '#17212B',
  muted: '#5B6B7A',
  line: '#D5DDE3',
  primary: '#0B3C5D',
  onPrimary: '#FFFFFF',
  accent: '#C8102E',
  series: [],
};

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrastOf('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastOf('#FFFFFF', '#FFFFFF')).toBe(1);
    // The grey that just passes 4.5 to 1 on white.
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('of a readable theme finds nothing', () => {
    expect(faintTexts(colors)).toEqual([]);
  });

  it('finds text that cannot be read on its ground', () => {
    const names = (changed: object) =>
      faintTexts({ ...colors, ...changed }).map(({ text, ground }) => [text, ground]);
    expect(names({ ink: '#FEFEFE' })).toEqual([
      ['ink', 'paper'],
      ['ink', 'surface'],
    ]);
    expect(names({ onPrimary: '#0B3C5D' })).toEqual([['onPrimary', 'primary']]);
  });
});
