/** Layer 3. What a chart says of itself, from its facts: source line, time, and the text for screen readers. */
import type { ChartSpec, Datum } from '../document/chart.js';
import type { Fact } from '../facts/fact.js';
import { timeOf } from './citations.js';
import { type Setting, writeFact } from './fact-text.js';

/** "Source: PEdaily, 19 January 2026", several in the order of sources.yaml. */
export function chartSource(setting: Setting, facts: readonly Fact[]): string {
  const { language, ledger } = setting;
  const { words, punctuation } = language;
  const { colon, comma, semicolon } = punctuation;
  const used = new Set(facts.flatMap((fact) => fact.evidence.map((entry) => entry.source)));
  const sources = [...ledger.sources.values()].filter((source) => used.has(source.id));
  const named = sources.map((source) => source.publisher + comma + language.writeDate(source.issued));
  const word = named.length > 1 ? words.sources : words.source;
  return `${word}${colon}${[...new Set(named)].join(semicolon)}`;
}

/** "As of 19 January 2026", "2024"; of a derived fact without a time of its own, that of its parts. */
export function chartAsOf(setting: Setting, facts: readonly Fact[]): string {
  const { language, ledger } = setting;
  const times = (fact: Fact, depth = 0): string[] => {
    const own = timeOf(fact, language);
    if (own !== undefined) return [own];
    // Cycles are refused where facts are read; the bound is for facts made by hand.
    const parts = depth < 20 ? (fact.derived?.parts ?? []) : [];
    return parts.flatMap((id) => {
      const part = ledger.facts.get(id);
      return part ? times(part, depth + 1) : [];
    });
  };
  const [first = '', ...others] = new Set(facts.flatMap((fact) => times(fact)));
  // It stands by itself, and begins as a sentence does.
  const begun = first.charAt(0).toLocaleUpperCase(language.tag) + first.slice(1);
  return [begun, ...others].join(language.punctuation.semicolon);
}

/**
 * The kind of chart, its title and unit, each label with its figure, note and time. Figures are written as in prose,
 * hedges in words: a screen reader reads ">" badly or not at all.
 */
export function chartAlt(
  chart: ChartSpec,
  setting: Setting,
): Required<Pick<ChartSpec, 'alt' | 'altFigures'>> {
  const { language, ledger } = setting;
  const { words, punctuation } = language;
  const { colon, comma, semicolon, space, stop } = punctuation;
  const altFigures: { fact: string; text: string }[] = [];
  const shown = (datum: Datum): string => {
    const fact = ledger.facts.get(datum.fact)!;
    const text = writeFact(setting, fact, { style: 'prose', noun: false });
    altFigures.push({ fact: datum.fact, text });
    return `${datum.label}${colon}${text}`;
  };
  const values =
    chart.type === 'share'
      ? [shown(chart.part), chart.restLabel]
      : chart.type === 'parts'
        ? [...chart.parts, chart.whole, chart.centre].map(shown)
        : chart.items.map(shown);
  const sentences = [
    `${words.chartKinds[chart.type]}${colon}${[chart.title, chart.unit].join(comma)}`,
    values.join(semicolon),
    chart.note ?? '',
    chart.asOf,
  ];
  const alt = sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?。！？]$/.test(sentence) ? sentence : sentence + stop))
    .join(space);
  return { alt, altFigures };
}
