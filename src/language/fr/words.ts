/** What the writers say in French. */
import type { Words } from '../language.js';
import { changes } from './changes.js';
import { notices } from './notices.js';
import { nbsp } from './writing.js';

export const words: Words = {
  source: 'Source',
  sources: 'Sources',
  andOthers: ' et autres',
  asOf: (date) => `date de référence${nbsp}: ${date}`,
  statedAs: 'cité comme',
  derivedAs: 'calculé comme',
  evidence: 'Justificatifs',
  note: 'Remarque',
  continued: (part, parts) => `\u00A0(${part}/${parts})`,
  page: (page, pages) => `Page ${page} sur ${pages}`,
  figure: 'Figure',
  contents: 'Sommaire',
  table: 'Tableau',
  issued: 'publié le',
  classNote: 'Ordre de grandeur, non une valeur mesurée',
  annex: {
    label: 'Indicateur',
    figure: 'Valeur',
    stated: 'Texte original',
    source: 'Source',
    place: 'Emplacement',
  },
  chartKinds: {
    classes: 'Diagramme en barres par ordres de grandeur',
    share: 'Diagramme en anneau d’une part',
    parts: 'Diagramme en anneau des parts d’un tout',
    bars: 'Diagramme en barres',
  },
  changes,
  notices,
};
