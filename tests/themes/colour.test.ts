import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, distanceOf, fromOkLab, okLabOf, sights } from '../../src/themes/colour.js';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);

describe('colour', () => {
  it('has the contrast of WCAG', () => {
    expect(contrastOf('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastOf('#FFFFFF', '#FFFFFF')).toBe(1);
    // The grey that just passes 4.5 to 1 on white.
    expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('has the OKLab coordinates that its author gives', () => {
    expect(okLabOf('#FFFFFF')[0]).toBeCloseTo(1, 4);
    const red = okLabOf('#FF0000');
    expect(red[0]).toBeCloseTo(0.628, 3);
    expect(red[1]).toBeCloseTo(0.2249, 3);
    expect(red[2]).toBeCloseTo(0.1258, 3);
  });

  it('comes back from OKLab as it went in', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        expect(fromOkLab(okLabOf(colour))).toBe(colour);
      }),
    );
  });

  it('leaves greys grey in every sight', () => {
    for (const see of Object.values(sights))
      for (const grey of ['#000000', '#808080', '#FFFFFF'])
        expect(distanceOf(see(grey), grey)).toBeLessThan(0.01);
  });

  it('of red and green of like lightness is one without green cones, and in grey print', () => {
    const [red, green] = ['#C04040', '#6F7A2E'];
    const apart = (see: (colour: string) => string) => distanceOf(see(red as string), see(green as string));
    expect(apart(sights['in full colour'])).toBeGreaterThan(0.15);
    expect(apart(sights['without green cones (deuteranopia)'])).toBeLessThan(0.08);
    expect(apart(sights['in grey print'])).toBeLessThan(0.08);
  });
});
