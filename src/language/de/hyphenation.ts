/** Where German words are divided: at the joint of a compound rather than at a syllable. */
import type { Hyphenation } from '../hyphenation.js';

/** What only the first part of a compound ends with: Wirtschafts|zone, Fertigungs|kapazität, Qualitäts|prüfung. */
const linked = /(?:ungs|schafts|heits|keits|ions|täts|lings|tums|mentär|arbeits|betriebs|geschäfts|landes)$/;

/** Second parts of the compounds that a zone's texts are full of, without their endings. */
const seconds =
  'akademie|anlage|ansiedl|anteil|anwend|aufbau|ausbau|ausgaben|bank|basis|bau|bedarf|behörde|beitrag|beratung|bereich|beteilig|betrieb|bezirk|branche|büro|cluster|daten|dichte|dienst|effizienz|einheit|einricht|element|elektronik|energie|entwickl|ergebnis|fabrik|fahrzeug|fertig|finanzier|firma|fläche|fonds|förder|forschung|fortschritt|führ|gebiet|gemeinschaft|gerät|gesellschaft|gesetz|gewinn|gründ|gruppe|güter|hafen|halbleiter|handel|haus|hersteller|hochschul|index|industrie|infrastruktur|ingenieur|initiative|inkubator|innovation|institut|instrument|investition|investor|kapazität|kapital|kern|kette|klinik|komponente|konzern|kooperation|kosten|kraft|labor|land|leistung|leiter|leitung|lieferant|linie|lieferkette|logistik|lösung|management|markt|maschine|maßnahme|material|medizin|messe|ministerium|mittel|modell|netz|niederlassung|objekt|ordnung|park|partner|patent|personal|pharma|plan|plattform|platz|politik|preis|produkt|programm|projekt|prozess|prüfung|quelle|quote|rahmen|rate|raum|recht|region|reform|roboter|schiff|schul|schutz|sektor|sensor|service|sicherheit|software|stadt|standard|standort|start|stelle|steuer|strategie|struktur|studie|system|technik|technologie|teile|transfer|trassen|umsatz|unternehm|vereinbarung|verfahren|verkehr|verlager|vermögen|versorg|vertrag|verwaltung|volumen|vorhaben|wachstum|wagen|ware|werk|wert|wesen|wettbewerb|wirtschaft|wissenschaft|zentrum|zentren|ziel|zone|zulieferer|zusage|zusammenarbeit|zuschuss|zweig';
const second = new RegExp(`^(?:${seconds})`, 'u');

export const hyphenation: Hyphenation = {
  patterns: () => import('hyphen/patterns/de-1996.js'),
  before: 3,
  after: 3,
  isBarred: () => false,
  isJoint: (left, right) =>
    right.length >= 4 && !left.endsWith('infra') && (linked.test(left) || second.test(right)),
};
