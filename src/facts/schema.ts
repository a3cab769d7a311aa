/**
 * Layer 1. The shapes of what a person writes under `data/<zone>/`: zone.yaml, sources.yaml, facts/*.yaml. Strict:
 * unknown keys are refused. The JSON Schemas for editors are generated from these (`zonebrief schema`).
 */
import * as z from 'zod';
import { branchByKey } from './branch.js';
import { notify, schedule } from './regeneration-schema.js';

/** BCP 47, as `src/language/` registers them: en, zh-CN, de. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .describe('BCP 47 language tag, for example en, zh-CN, de');

/** One line of text: no control characters, no line breaks (both Office formats would carry them into XML). */
const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\uFFFE\uFFFF]*$/u, 'control characters and line breaks are not allowed');

const slug = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const factId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/)
  .describe('Topic and name, in small letters, joined by a dot, words by hyphens: funds.paid-in');

/** A text in every language of the zone; the loader reports a missing language. */
export const labels = z.record(languageTag, line(240)).describe('One text per language of the zone');

export const isoDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .describe('A date as year-month-day (ISO 8601), as precise as the source is: 2024, 2025-11 or 2025-11-16');

/** Exact decimal, point as separator, no exponent: "28660000000", "42.5". */
const decimal = z
  .string()
  .max(40)
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/)
  .describe('Exact decimal in quotes, digits and point only: "28660000000", "42.5"');

/** Units: percent, percentage-point; people, count; areas, power, energy, mass, time; else an ISO 4217 code. */
export const unit = z
  .union([
    z.enum([
      'percent',
      'percentage-point',
      'people',
      'count',
      'm2',
      'km2',
      'ha',
      'mu',
      'kW',
      'kWh',
      't',
      'year',
    ]),
    z.string().regex(/^[A-Z]{3}$/),
  ])
  .describe(
    'percent, percentage-point, people, count, m2, km2, ha, mu, kW, kWh, t, year, or an ISO 4217 code such as CNY',
  );

export const qualifier = z
  .enum(['exact', 'about', 'nearly', 'more-than', 'at-least', 'less-than', 'at-most', 'range', 'tier'])
  .describe('The hedge: part of the figure. tier is a scale class (千亿级), never a measured value');

const basis = z
  .enum(['year-on-year', 'annual-average'])
  .describe('For growth: against the year before, or average a year (CAGR)');

export const quantity = z
  .strictObject({
    amount: decimal,
    max: decimal.optional().describe('Upper bound; only with qualifier range, where amount is the lower'),
    unit,
    per: z.strictObject({ amount: decimal, unit }).optional().describe('For rates: per 100000 people'),
    basis: basis.optional(),
    significantDigits: z
      .int()
      .min(1)
      .max(20)
      .optional()
      .describe('Only where the source prints significant trailing zeros (286.60); else read off the amount'),
  })
  .describe('An amount with its unit');

/** What is counted, by CLDR plural category and, where a language needs it, case: `other.dative`. */
export const counted = z
  .record(languageTag, z.record(z.string().regex(/^(one|other)(\.[a-z]+)?$/), line(80)))
  .describe(
    'What is counted: {en: {one: fund, other: funds}, zh-CN: {other: 只基金}, de: {one: Fonds, other: Fonds}}',
  );

export const locator = z.strictObject({
  section: line(40).optional().describe('As the source numbers it; left out where it has no sections'),
  paragraph: z
    .int()
    .min(1)
    .optional()
    .describe('Counted within the section, its heading left out; left out: the heading itself'),
});

export const evidence = z.strictObject({
  source: z.string().regex(slug).describe('Id in sources.yaml'),
  locator,
  stated: line(40).describe(
    'The figure phrase exactly as the source prints it, in its own language; no sentences',
  ),
});

const base = {
  id: factId,
  label: labels.describe('What the figure is, or the name of the thing'),
  note: labels.optional().describe('A caveat that goes into notes and footnotes'),
  period: isoDate.optional().describe('The time the figure covers: 2024'),
  asOf: isoDate.optional().describe('The day the figure held'),
  expires: isoDate.optional(),
};
const evidenced = { evidence: z.array(evidence).min(1) };
const figure = { quantity, qualifier, counted: counted.optional(), ...evidenced };

/** Facts that a source states. */
export const statedFact = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, ...figure, kind: z.literal('quantity') }),
  z.strictObject({ ...base, ...figure, kind: z.literal('share'), whole: labels.describe('Of what') }),
  z.strictObject({ ...base, ...figure, kind: z.literal('growth') }),
  z.strictObject({ ...base, ...figure, kind: z.literal('tier') }),
  z.strictObject({
    ...base,
    ...evidenced,
    kind: z.literal('ranking'),
    rank: z.int().min(1),
    among: labels.describe('Among which: in western China'),
  }),
  z.strictObject({ ...base, ...evidenced, kind: z.literal('event'), date: isoDate.optional() }),
  z.strictObject({
    ...base,
    ...evidenced,
    kind: z.literal('roster'),
    members: z.array(z.strictObject({ id: z.string().regex(slug), label: labels })).min(1),
  }),
  z.strictObject({ ...base, ...evidenced, kind: z.literal('statement'), text: labels }),
]);

/** A figure computed from other facts. Hedges propagate; tiers are refused; its evidence is that of its parts. */
export const derivedFact = z.strictObject({
  ...base,
  kind: z.enum(['quantity', 'share', 'growth']),
  derived: z.strictObject({
    formula: line(200).describe(
      'Fact ids with + - * / and parentheses, blanks around operators: funds.paid-in / funds.committed',
    ),
    unit,
    digits: z.int().min(1).max(20).optional().describe('Significant digits of the result; left out: exact'),
    basis: basis.optional(),
  }),
  counted: counted.optional(),
  whole: labels.optional(),
});

export const anyFact = z
  .union([statedFact, derivedFact])
  .register(branchByKey, { key: 'derived', present: 1, absent: 0 });

export const factsFile = z.strictObject({
  topic: z.string().regex(slug).describe('Groups facts for templates: {{#each (facts topic="funds")}}'),
  facts: z.array(anyFact),
});

export const source = z.strictObject({
  id: z.string().regex(slug),
  publisher: line(120),
  title: line(240),
  language: languageTag,
  issued: isoDate,
  accessed: isoDate.optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
  file: line(240)
    .optional()
    .describe(
      'A copy of the source (text, Markdown, HTML, DOCX, PDF), relative to this file or to the folder of --sources',
    ),
  from: line(80)
    .optional()
    .describe(
      'Words of the paragraph with which the article begins in the copy; what stands before is left out',
    ),
  until: line(80).optional().describe('Words of the paragraph before which the article ends in the copy'),
});
export const sourcesFile = z.strictObject({ sources: z.array(source).min(1) });

/** `quiet`, `bold` or another name under `templates/themes/`; or a file beside or below the one that names it. */
export const themeChoice = z
  .string()
  .regex(
    /^(?:[a-z][a-z0-9-]{0,59}|(?!.*\.\.)[\p{L}\p{N}_][\p{L}\p{N} ._-]*(?:\/[\p{L}\p{N} ._-]+)*\.ya?ml)$/u,
  )
  .describe('quiet, bold, another name under templates/themes/, or a .yaml file in this folder or below it');

/** How two languages share a summary: side by side, or each for itself, one after the other. */
export const arrangements = ['facing', 'sequential'] as const;
export type Arrangement = (typeof arrangements)[number];

const summaryLanguages = z.array(languageTag).min(1).max(2);
const arrangedSummary = z.strictObject({
  languages: summaryLanguages,
  arrangement: z
    .enum(arrangements)
    .describe(
      'facing: in two columns, row by row; sequential: the first language as a whole, then the second',
    ),
});

/** Of a summary as zone.yaml lists it. */
export const languagesOf = (summary: Zone['summaries'][number]): readonly LanguageTag[] =>
  Array.isArray(summary) ? summary : summary.languages;

const editions = z
  .strictObject({
    keep: z.int().min(0).max(100_000).optional().describe('How many earlier ones are kept; left out: all'),
    days: z
      .int()
      .min(0)
      .max(36_500)
      .optional()
      .describe('For how many days before the date of the current one they are kept; left out: for good'),
  })
  .describe('Earlier editions, which are kept under out/<zone>/editions/: both limits hold');

export const zoneFile = z.strictObject({
  name: labels.describe('Full name of the zone'),
  shortName: labels.optional(),
  issuer: labels.describe('Who issues the briefing; printed on cover and footer'),
  template: z
    .string()
    .regex(slug)
    .describe('Name of a folder under templates/, in small letters, such as investor-briefing'),
  theme: themeChoice
    .optional()
    .describe(
      'quiet, bold or another name under templates/themes/, or a .yaml file in this folder; left out: theme.yaml of the template',
    ),
  languages: z
    .array(languageTag)
    .min(1)
    .describe('Languages of the decks; every label must have each of them'),
  summaries: z
    .array(z.union([summaryLanguages, arrangedSummary]))
    .describe(
      'Languages of each summary: [[zh-CN, en], [de]]; one after the other: [{ languages: [zh-CN, en], arrangement: sequential }]',
    ),
  editions: editions.optional(),
  schedule: schedule.optional(),
  notify: notify.optional(),
});

export type LanguageTag = string;
export type Labels = Readonly<Record<LanguageTag, string>>;
export type Unit = z.infer<typeof unit>;
export type Qualifier = z.infer<typeof qualifier>;
export type Quantity = z.infer<typeof quantity>;
export type Counted = z.infer<typeof counted>;
export type Locator = z.infer<typeof locator>;
export type EvidenceEntry = z.infer<typeof evidence>;
export type StatedFact = z.infer<typeof statedFact>;
export type DerivedFact = z.infer<typeof derivedFact>;
export type Source = z.infer<typeof source>;
export type Zone = z.infer<typeof zoneFile>;
