/** What the writers say in German. */
import type { Words } from '../language.js';
import { changes } from './changes.js';
import { notices } from './notices.js';

export const words: Words = {
  source: 'Quelle',
  sources: 'Quellen',
  andOthers: ' u.\u00A0a.',
  asOf: (date) => `Stand: ${date}`,
  statedAs: 'im Wortlaut',
  derivedAs: 'berechnet als',
  evidence: 'Belege',
  note: 'Hinweis',
  continued: (part, parts) => `\u00A0(${part}/${parts})`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
  figure: 'Abbildung',
  contents: 'Inhalt',
  table: 'Tabelle',
  issued: 'veröffentlicht am',
  classNote: 'Größenklasse, kein Messwert',
  annex: { label: 'Kennzahl', figure: 'Wert', stated: 'Wortlaut', source: 'Quelle', place: 'Fundstelle' },
  chartKinds: {
    classes: 'Balkendiagramm nach Größenklassen',
    share: 'Ringdiagramm eines Anteils',
    parts: 'Ringdiagramm der Teile eines Ganzen',
    bars: 'Balkendiagramm',
  },
  changes,
  notices,
};
