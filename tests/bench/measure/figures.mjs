/**
 * Other figures for the sample, each as its evidence states it, so that a build with them finds nothing wrong and has
 * charts to draw that were never drawn. None ends in zero, which would be a digit of the figure.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const factsOf = (root, zone, topic) => join(root, 'data', zone, 'facts', `${topic}.yaml`);
const digit = (turn) => 1 + (turn % 9);

/** How many amounts of committed capital there are before the first comes again. */
export const amounts = 117;

/**
 * The text of funds.yaml with another amount of committed capital: 287.1 to 299.9 (亿元), as the headline allows it.
 * @param {number} turn 0, 1, 2 …
 */
export function withCommitted(text, turn) {
  const index = turn % amounts;
  const amount = `${287 + Math.floor(index / 9)}.${digit(index)}`;
  return text
    .replaceAll('28660000000', `${amount.replace('.', '')}0000000`)
    .replaceAll('286.6亿', `${amount}亿`);
}

/**
 * Gives a zone its own figures in four of its five charts (the fifth shows classes).
 * @param {number} number of the zone, from 1
 */
export function ownFigures(root, zone, number) {
  const change = (topic, edit) => {
    const file = factsOf(root, zone, topic);
    const before = readFileSync(file, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`${file} does not have the figures that the bench changes`);
    writeFileSync(file, after);
  };
  change('funds', (text) => withCommitted(text, number));
  change('circuits', (text) =>
    text
      .replaceAll('42.5', `${31 + Math.floor(number / 9)}.${digit(number)}`)
      .replaceAll('78.6', `${61 + Math.floor(number / 9)}.${digit(number)}`),
  );
  change('innovation', (text) =>
    text.replaceAll(/(?<=")383(?=")|383(?=个)/g, `${31 + Math.floor(number / 9)}${digit(number)}`),
  );
}

/** @returns {(turn: number | undefined) => void} writes funds.yaml of a root's zone: as it was, or with another amount */
export function committedOf(root, zone) {
  const file = factsOf(root, zone, 'funds');
  const text = readFileSync(file, 'utf8');
  return (turn) => writeFileSync(file, turn === undefined ? text : withCommitted(text, turn));
}
