/** Mails about editions, in German. */
import type { NoticeWords } from '../notice-words.js';

export const notices: NoticeWords = {
  subject: {
    made: (zone, edition) => `${zone}: neue Ausgabe vom ${edition}`,
    rebuilt: (zone, edition) => `${zone}: Ausgabe vom ${edition}, Dateien aktualisiert`,
    held: (zone) => `${zone}: neue Ausgabe zurückgehalten`,
    failed: (zone) => `${zone}: Erstellung fehlgeschlagen`,
  },
  made: (zone, edition) => `Vom Briefing „${zone}“ liegt eine neue Ausgabe vor: ${edition}.`,
  rebuilt: (zone, edition) =>
    `Die Dateien des Briefings „${zone}“ wurden aktualisiert; es bleibt bei der Ausgabe vom ${edition}.`,
  held: (zone) =>
    `Die neue Ausgabe des Briefings „${zone}“ wird zurückgehalten, weil die Prüfung Fehler ergeben hat.`,
  failed: (zone) => `Das Briefing „${zone}“ konnte nicht erstellt werden.`,
  stays: (edition) => `Bis auf Weiteres gilt die Ausgabe vom ${edition}.`,
  noneYet: 'Eine frühere Ausgabe gibt es nicht.',
  more: (number) => `und ${number} weitere`,
  attached: 'Im Anhang:',
  notAttached: 'Wegen ihrer Größe nicht angehängt, aber im Ausgabeordner:',
  findings: 'Befunde',
  automatic: 'Automatisch versandt von zonebrief.',
};
