/** A small invented zone with every kind of fact in three languages, as files for a world in memory. */

/** Where `sampleZone` lays its files unless told otherwise. */
export const sampleFolder = '/data/port-aurel';

const zone = `name:
  en: Port Aurel Free Zone
  zh-CN: 奥雷尔港自由区
  de: Freizone Port Aurel
shortName:
  en: Port Aurel
  zh-CN: 奥雷尔港
  de: Port Aurel
issuer:
  en: Port Aurel Investment Office
  zh-CN: 奥雷尔港投资促进局
  de: Investitionsbüro Port Aurel
template: sample
languages: [en, zh-CN, de]
summaries:
  - [zh-CN, en]
  - [zh-CN, de]
`;

const sources = `sources:
  - id: harbour-gazette
    publisher: Harbour Gazette
    title: Port Aurel at ten years
    language: en
    issued: 2025-11-16
    accessed: 2025-12-01
    url: https://gazette.example/port-aurel
  - id: hafenblatt
    publisher: Hafenblatt
    title: Der Hafen wächst
    language: de
    issued: 2025-09
`;

const funds = `topic: funds
facts:
  - id: funds.number
    kind: quantity
    label: { en: Funds, zh-CN: 基金数量, de: Fonds }
    quantity: { amount: "12", unit: count }
    qualifier: exact
    counted:
      en: { one: fund, other: funds }
      zh-CN: { other: 只基金 }
      de: { one: Fonds, other: Fonds }
    asOf: 2025-11-16
    evidence:
      - { source: harbour-gazette, locator: { section: "2", paragraph: 1 }, stated: 12 funds }

  - id: funds.committed
    kind: quantity
    label: { en: Committed capital, zh-CN: 认缴资本, de: Zugesagtes Kapital }
    note:
      en: Commitments, not payments.
      zh-CN: 为认缴额，并非实缴额。
      de: Zusagen, keine Zahlungen.
    quantity: { amount: "8400000000", unit: EUR }
    qualifier: exact
    asOf: 2025-11-16
    evidence:
      - { source: harbour-gazette, locator: { section: "2", paragraph: 1 }, stated: EUR 8.4 billion }

  - id: funds.paid-in
    kind: quantity
    label: { en: Paid-in capital, zh-CN: 实缴资本, de: Eingezahltes Kapital }
    quantity: { amount: "6300000000", unit: EUR }
    qualifier: exact
    asOf: 2025-11-16
    evidence:
      - { source: harbour-gazette, locator: { section: "2", paragraph: 2 }, stated: EUR 6.3 billion }

  - id: funds.paid-in-ratio
    kind: share
    label: { en: Paid in, zh-CN: 实缴比例, de: Eingezahlt }
    whole: { en: committed capital, zh-CN: 认缴资本, de: das zugesagte Kapital }
    derived: { formula: funds.paid-in / funds.committed, unit: percent }

  - id: funds.uncalled
    kind: quantity
    label: { en: Uncalled capital, zh-CN: 未缴资本, de: Nicht abgerufenes Kapital }
    derived: { formula: funds.committed - funds.paid-in, unit: EUR }
`;

const industry = `topic: industry
facts:
  - id: industry.share
    kind: share
    label: { en: Share of battery output, zh-CN: 电池产值占比, de: Anteil an der Batterieproduktion }
    whole: { en: the region's output, zh-CN: 全区域产值, de: die Produktion der Region }
    quantity: { amount: "42.5", unit: percent }
    qualifier: exact
    period: "2024"
    evidence:
      - { source: hafenblatt, locator: { paragraph: 3 }, stated: "42,5 %" }

  - id: industry.growth
    kind: growth
    label: { en: Growth of output, zh-CN: 产值增速, de: Wachstum der Produktion }
    quantity: { amount: "15", unit: percent, basis: year-on-year }
    qualifier: more-than
    period: "2024"
    evidence:
      - { source: hafenblatt, locator: { paragraph: 3 }, stated: mehr als 15 % }

  - id: industry.batteries
    kind: tier
    label: { en: Batteries, zh-CN: 电池, de: Batterien }
    quantity: { amount: "10000000000", unit: EUR }
    qualifier: tier
    asOf: 2025-09
    evidence:
      - { source: hafenblatt, locator: { paragraph: 4 }, stated: Zehn-Milliarden-Klasse }

  - id: industry.rank
    kind: ranking
    label: { en: Container port, zh-CN: 集装箱港口, de: Containerhafen }
    rank: 3
    among: { en: on the coast, zh-CN: 沿海地区, de: an der Küste }
    asOf: 2025-09
    evidence:
      - { source: hafenblatt, locator: { paragraph: 5 }, stated: drittgrößter Hafen }

  - id: industry.opening
    kind: event
    label: { en: Opening of the battery park, zh-CN: 电池园区启用, de: Eröffnung des Batterieparks }
    date: 2024-05-02
    evidence:
      - { source: harbour-gazette, locator: { section: "1", paragraph: 2 }, stated: 2 May 2024 }
`;

const people = `topic: people
facts:
  - id: people.talent
    kind: quantity
    label: { en: Skilled workers, zh-CN: 技能人才, de: Fachkräfte }
    quantity: { amount: "170000", unit: people }
    qualifier: nearly
    asOf: 2025-11-16
    evidence:
      - { source: harbour-gazette, locator: { section: "3", paragraph: 1 }, stated: "nearly 170,000 people" }

  - id: people.visa-days
    kind: quantity
    label: { en: Days to a work visa, zh-CN: 工作签证办理天数, de: Tage bis zum Arbeitsvisum }
    quantity: { amount: "8", max: "10", unit: count }
    qualifier: range
    counted:
      en: { one: day, other: days }
      zh-CN: { other: 天 }
      de: { one: Tag, other: Tage, other.dative: Tagen }
    asOf: 2025-11-16
    evidence:
      - { source: harbour-gazette, locator: { section: "3", paragraph: 2 }, stated: 8 to 10 days }

  - id: people.schools
    kind: roster
    label: { en: Partner schools, zh-CN: 合作院校, de: Partnerschulen }
    members:
      - id: nautical-college
        label: { en: the Nautical College, zh-CN: 航海学院, de: die Nautische Hochschule }
      - id: school-of-trade
        label: { en: the School of Trade, zh-CN: 贸易学校, de: die Handelsschule }
    asOf: 2025-11-16
    evidence:
      - { source: harbour-gazette, locator: { section: "3", paragraph: 3 }, stated: Nautical College and School of Trade }

  - id: people.counter
    kind: statement
    label: { en: One-stop counter, zh-CN: 一站式窗口, de: Zentrale Anlaufstelle }
    text:
      en: one counter for permits, visas and housing
      zh-CN: 许可、签证和住房一窗办理
      de: eine Stelle für Genehmigungen, Visa und Wohnungen
    asOf: 2025-11-16
    evidence:
      - { source: harbour-gazette, locator: { section: "3" }, stated: one-stop counter }
`;

/**
 * Path to content, for `memoryWorld`. 14 facts: every kind, the hedges exact, more-than, nearly, range and tier, two
 * derived facts (75 percent, EUR 2.1 billion).
 */
export function sampleZone(folder = sampleFolder): Record<string, string> {
  return {
    [`${folder}/zone.yaml`]: zone,
    [`${folder}/sources.yaml`]: sources,
    [`${folder}/facts/funds.yaml`]: funds,
    [`${folder}/facts/industry.yaml`]: industry,
    [`${folder}/facts/people.yaml`]: people,
  };
}

/** The sample zone with one text in one of its files replaced. @throws when the text does not stand there */
export function sampleZoneWith(file: string, text: string, replacement: string): Record<string, string> {
  const files = sampleZone();
  const path = `${sampleFolder}/${file}`;
  const content = files[path];
  if (!content?.includes(text)) throw new Error(`${path} does not contain ${text}`);
  return { ...files, [path]: content.replace(text, () => replacement) };
}
