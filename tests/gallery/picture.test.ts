import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { compare, readPng, tolerances } from './picture.js';

/** A white slide with a blue panel at a place. */
const slide = (left: number, panel = '#0b3c5d') => {
  const canvas = createCanvas(320, 180);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, 320, 180);
  context.fillStyle = panel;
  context.fillRect(left, 40, 120, 80);
  return readPng(canvas.toBuffer('image/png'));
};

describe.each(Object.entries(tolerances))('pictures compared as of %s', (_, tolerance) => {
  it('are the same when they are', async () => {
    expect(compare(await slide(40), await slide(40), tolerance)).toEqual({ share: 0, same: true });
  });

  it('are the same when colours are a touch off', async () => {
    expect(compare(await slide(40), await slide(40, '#153f60'), tolerance).same).toBe(true);
  });

  it('differ when a panel moved', async () => {
    expect(compare(await slide(40), await slide(120), tolerance).same).toBe(false);
  });

  it('differ when a panel is gone', async () => {
    expect(compare(await slide(40), await slide(40, '#ffffff'), tolerance).same).toBe(false);
  });

  it('differ when one is larger', async () => {
    const { width, height, data } = await slide(40);
    const cut = { width, height: height - 1, data: data.subarray(0, width * (height - 1) * 4) };
    expect(compare(await slide(40), cut, tolerance)).toEqual({ share: 1, same: false });
  });
});

describe('a panel that moved by a pixel', () => {
  it('differs where LibreOffice is the same, and does not where it is another', async () => {
    expect(compare(await slide(40), await slide(42), tolerances.sameOffice).same).toBe(false);
    expect(compare(await slide(40), await slide(42), tolerances.otherOffice).same).toBe(true);
  });
});
