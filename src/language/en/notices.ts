/** Mails about editions, in English. */
import type { NoticeWords } from '../notice-words.js';

export const notices: NoticeWords = {
  subject: {
    made: (zone, edition) => `${zone}: new edition of ${edition}`,
    rebuilt: (zone, edition) => `${zone}: edition of ${edition}, files updated`,
    held: (zone) => `${zone}: new edition held back`,
    failed: (zone) => `${zone}: build failed`,
  },
  made: (zone, edition) => `There is a new edition of the briefing “${zone}”: ${edition}.`,
  rebuilt: (zone, edition) =>
    `The files of the briefing “${zone}” have been updated; the edition is still that of ${edition}.`,
  held: (zone) => `The new edition of the briefing “${zone}” is held back because a check failed.`,
  failed: (zone) => `The briefing “${zone}” could not be built.`,
  stays: (edition) => `The edition of ${edition} remains in place.`,
  noneYet: 'There is no earlier edition.',
  more: (number) => `and ${number} more`,
  attached: 'Attached:',
  notAttached: 'Not attached because of their size, but in the output folder:',
  findings: 'Findings',
  automatic: 'Sent automatically by zonebrief.',
};
