/**
 * Other figures for the sample, each as its evidence states it, so that a build with them finds nothing wrong and has
 * charts to draw that were never drawn. None ends in zero, which would be a digit of the figure.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const factsOf = (root, zone) => join(root, 'data', zone, 'facts');

/**
 * The text of funds.yaml with another amount of committed capital: 287.1 to 299.9 (亿元), as the headline allows it. After
 * 117 of them, the first comes again.
 * @param {number} turn 0, 1, 2 …
 */
export function withCommitted(text, turn) {
  const amount = `${287 + (Math.floor(turn / 9) % 13)}.${1 + (turn % 9)}`;
  return text
    .replaceAll('28660000000', `${amount.replace('.', '')}0000000`)
    .replaceAll('286.6亿', `${amount}亿`);
}

/** Larger by 0 to 20 percent, up and down again, since a fall at once would be a jump; with as many decimals. */
function larger(figure, turn) {
  const decimals = figure.split('.')[1]?.length ?? 0;
  const steps = 99 - Math.abs(99 - (turn % 198));
  const digits = Math.round(Number(figure.replace('.', '')) * (1 + steps / 500));
  return ((digits % 10 === 0 ? digits + 1 : digits) / 10 ** decimals).toFixed(decimals);
}

/** The text of a file of facts with other amounts of all that its source states exactly. */
export function withLarger(text, turn) {
  return text
    .split(/(?=^ {2}- id: )/m)
    .map((fact) => {
      if (fact.includes('id: funds.committed\n')) return withCommitted(fact, turn);
      const [, amount] = /quantity: \{ amount: "([\d.]+)"/.exec(fact) ?? [];
      const [, stated] = /stated: \D*([\d.]+)/.exec(fact) ?? [];
      if (!amount || !stated || !fact.includes('qualifier: exact')) return fact;
      // 188.3亿: eight zeros more.
      const scaled = (figure) => (amount === stated ? figure : `${figure.replace('.', '')}0000000`);
      if (scaled(stated) !== amount) return fact;
      const other = larger(stated, turn);
      const change = (line) => line.replace(stated, other);
      return fact.replace(`"${amount}"`, `"${scaled(other)}"`).replace(/stated: .*/g, change);
    })
    .join('');
}

/** @returns {(turn: number | undefined) => void} writes funds.yaml of a root's zone: as it was, or with another amount */
export function committedOf(root, zone) {
  const file = join(factsOf(root, zone), 'funds.yaml');
  const text = readFileSync(file, 'utf8');
  return (turn) => writeFileSync(file, turn === undefined ? text : withCommitted(text, turn));
}

/** @returns {(turn: number) => void} writes all facts of a root's zone, with other amounts of all that may have them */
export function figuresOf(root, zone) {
  const folder = factsOf(root, zone);
  const texts = readdirSync(folder).map((name) => ({
    file: join(folder, name),
    text: readFileSync(join(folder, name), 'utf8'),
  }));
  const written = new Map(texts.map(({ file, text }) => [file, text]));
  return (turn) => {
    for (const { file, text } of texts) {
      const other = withLarger(text, turn);
      if (other !== written.get(file)) writeFileSync(file, other);
      written.set(file, other);
    }
  };
}

/** Gives a zone a name of its own. */
export function rename(root, zone, letters) {
  const file = join(root, 'data', zone, 'zone.yaml');
  const text = readFileSync(file, 'utf8');
  const [names, rest] = text.split(/(?=^issuer:)/m);
  writeFileSync(
    file,
    names.replace(/^( {2}(?:en|de): .*)$/gm, `$1 ${letters}`).replace(/^( {2}zh-CN: .*)$/gm, `$1${letters}`) +
      rest,
  );
}
