/** The scripts written by hand (floor/), each in a fresh process. */
import { fileURLToPath } from 'node:url';
import { node } from './processes.mjs';

const scriptAt = (name) => fileURLToPath(new URL(`../floor/${name}`, import.meta.url));

/**
 * The sample's files.
 * @param {number} editions made one after the other
 */
export const sampleByHand = (out, editions = 1) => node([scriptAt('sample.mjs'), out, String(editions)]);

/**
 * A deck of so many slides.
 * @param {string} [only] id of the one that is repeated; left out: all of the sample's
 */
export const slidesByHand = (out, slides, only) =>
  node([scriptAt('slides.mjs'), out, String(slides), ...(only ? [only] : [])], { memory: true });
