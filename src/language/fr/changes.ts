/** What a later edition says of an earlier one, in French. */
import type { ChangeWords } from '../change-words.js';
import { nbsp } from './writing.js';

/** "hausse d’environ 10", "hausse de plus de 10" */
const of = (figure: string): string => (/^[aeiouéèê]/i.test(figure) ? `d’${figure}` : `de ${figure}`);

export const changes: ChangeWords = {
  edition: (date, number) => `${date} (${number}e${nbsp}version)`,
  heading: (edition) => `Changements depuis l’édition du ${edition}`,
  labelBefore: (label, edition) => `${label} (édition du ${edition})`,
  labelDifference: (label) => `${label} (évolution)`,
  before: 'Avant',
  now: 'À présent',
  difference: 'Évolution',
  none: '–',
  added: 'nouveau',
  removed: 'n’est plus indiqué',
  measure: 'mesuré autrement',
  unit: 'autre unité',
  period: 'autre période',
  basis: (was, is) => `${is}, et non plus ${was}`,
  bases: { 'year-on-year': 'sur un an', 'annual-average': 'en moyenne annuelle' },
  otherBasis: 'autre base de calcul',
  class: { up: 'ordre de grandeur supérieur', down: 'ordre de grandeur inférieur' },
  rank: { up: 'rang supérieur', down: 'rang inférieur' },
  direction: { up: 'en hausse', down: 'en baisse' },
  precision: 'autre précision',
  inexact: 'non chiffrable',
  date: { earlier: 'plus tôt', later: 'plus tard', set: 'date fixée', open: 'date à préciser' },
  joined: 'nouveau',
  left: 'ne figure plus',
  others: '… ',
  text: 'reformulé',
  backing: 'inchangé, nouveau justificatif',
  unchanged: (names) =>
    `Sans changement, avec une nouvelle date ou un nouveau justificatif${nbsp}: ${names}.`,
  sameFigures: 'Aucun chiffre n’a changé.',
  sources: {
    joined: 'Nouvelles sources',
    left: 'Sources qui ne sont plus utilisées',
    changed: 'Sources aux indications modifiées',
  },
  rise: (figure) => `hausse ${of(figure)}`,
  fall: (figure) => `baisse ${of(figure)}`,
};
