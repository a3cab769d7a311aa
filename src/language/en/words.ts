/** What the writers say in English. */
import type { Words } from '../language.js';
import { changes } from './changes.js';
import { notices } from './notices.js';

export const words: Words = {
  source: 'Source',
  sources: 'Sources',
  andOthers: ' and others',
  asOf: (date) => `as of ${date}`,
  statedAs: 'stated as',
  derivedAs: 'computed as',
  evidence: 'Evidence',
  note: 'Note',
  continued: (part, parts) => `\u00A0(${part}/${parts})`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  figure: 'Figure',
  contents: 'Contents',
  table: 'Table',
  issued: 'issued',
  classNote: 'Class, not measured output',
  annex: { label: 'Indicator', figure: 'Figure', stated: 'As stated', source: 'Source', place: 'Place' },
  chartKinds: {
    classes: 'Bar chart of scale classes',
    share: 'Ring chart of a share',
    parts: 'Ring chart of the parts of a whole',
    bars: 'Bar chart',
  },
  changes,
  notices,
};
