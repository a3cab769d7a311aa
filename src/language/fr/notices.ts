/** Mails about editions, in French. */
import type { NoticeWords } from '../notice-words.js';
import { nbsp } from './writing.js';

export const notices: NoticeWords = {
  subject: {
    made: (zone, edition) => `${zone}${nbsp}: nouvelle édition du ${edition}`,
    rebuilt: (zone, edition) => `${zone}${nbsp}: édition du ${edition}, fichiers mis à jour`,
    held: (zone) => `${zone}${nbsp}: nouvelle édition suspendue`,
    failed: (zone) => `${zone}${nbsp}: échec de la production`,
  },
  made: (zone, edition) =>
    `Une nouvelle édition du dossier «${nbsp}${zone}${nbsp}» est disponible${nbsp}: ${edition}.`,
  rebuilt: (zone, edition) =>
    `Les fichiers du dossier «${nbsp}${zone}${nbsp}» ont été mis à jour${nbsp}; l’édition reste celle du ${edition}.`,
  held: (zone) =>
    `La nouvelle édition du dossier «${nbsp}${zone}${nbsp}» est suspendue, car le contrôle a relevé des erreurs.`,
  failed: (zone) => `Le dossier «${nbsp}${zone}${nbsp}» n’a pas pu être produit.`,
  stays: (edition) => `L’édition du ${edition} reste en vigueur.`,
  noneYet: 'Il n’existe pas d’édition antérieure.',
  more: (number) => `et ${number} de plus`,
  attached: `Pièces jointes${nbsp}:`,
  notAttached: `Non joints en raison de leur taille, mais présents dans le dossier de sortie${nbsp}:`,
  findings: 'Constats',
  automatic: 'Message envoyé automatiquement par zonebrief.',
};
