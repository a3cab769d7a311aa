/** Whether the noun of what is counted leaves the figure before it what it is: "120 companies", not "120 million jobs". */
import type { Qualifier, Quantity } from '../facts/schema.js';
import type { ReadFigure } from './figure.js';
import type { Language } from './language.js';
import { readFigures } from './read.js';

/** Units that facts are not kept in and that count several at once: 120 dozen are not 120. */
const multiples: ReadonlySet<string> = new Set(
  'dozen,score,lakh,lakhs,crore,crores,yi,wan,times,basis points,bps,mal,fach,fache,dutzend,basispunkte,basispunkten,fois,douzaines,points de base,个基点,基点'.split(
    ',',
  ),
);

/**
 * The figure with its noun, where it is not read as the same amount of something counted, with the same hedge.
 *
 * @param noun one form of it, as it is printed
 * @returns the phrase; undefined where all is well, or the quantity is not counted and its noun never printed
 */
export function misreadWith(
  language: Language,
  quantity: Quantity,
  qualifier: Qualifier,
  noun: string,
): string | undefined {
  if (quantity.unit !== 'count' && quantity.unit !== 'people') return undefined;
  const counted = { [language.tag]: { one: noun, other: noun } };
  const write = (withNoun: boolean): string =>
    language.writeQuantity(quantity, qualifier, { style: 'prose', counted, noun: withNoun });
  const phrase = write(true);
  if (phrase === write(false)) return undefined;
  const [read, ...more] = readFigures(phrase, language.tag);
  return read && more.length === 0 && isSame(read, quantity, qualifier) ? undefined : phrase;
}

function isSame({ figure, problem }: ReadFigure, quantity: Quantity, qualifier: Qualifier): boolean {
  const foreign = /^the unit "(.+)" is not/.exec(problem ?? '')?.[1];
  if (problem !== undefined && (foreign === undefined || multiples.has(foreign))) return false;
  const { amount, max, unit, per } = figure;
  return (
    amount === quantity.amount &&
    max === quantity.max &&
    figure.qualifier === qualifier &&
    (unit === undefined || unit === 'count' || unit === 'people') &&
    JSON.stringify(per) === JSON.stringify(quantity.per)
  );
}
