/** Layer 1. What a schema cannot say about zone.yaml and sources.yaml. */
import type { Findings } from '../diagnostic.js';
import { type Context, checkDate, checkLabels, type Entry } from './ledger-checks.js';
import { languagesOf, type Source, type Zone } from './schema.js';
import { nearest, shown } from './spelling.js';

export function checkZone(zone: Zone, entry: Entry, context: Context): void {
  const { findings } = context;
  for (const key of ['name', 'shortName', 'issuer'] as const)
    checkLabels('the zone', zone[key], [key], entry, context);
  zone.languages.forEach((language, index) => {
    if (zone.languages.indexOf(language) === index) return;
    findings.error('facts/duplicate-language', `language ${shown(language)} is listed twice`, {
      at: entry.placeOf(['languages', index]),
      expected: 'each language once',
      hint: 'Remove one of the two.',
    });
  });
  zone.summaries.forEach((summary, row) => {
    const [pair, path] = Array.isArray(summary) ? [summary, []] : [summary.languages, ['languages']];
    const before = zone.summaries.findIndex((other) => languagesOf(other).join() === pair.join());
    if (before < row) {
      findings.error('facts/summary-language', `the summary of ${pair.join(' and ')} is listed twice`, {
        at: entry.placeOf(['summaries', row]),
        expected: `each once; the first stands on line ${entry.placeOf(['summaries', before]).line}`,
        hint: 'Remove one of the two: they would be written into one file.',
      });
    }
    pair.forEach((language, index) => {
      const at = entry.placeOf(['summaries', row, ...path, index]);
      if (pair.indexOf(language) !== index) {
        findings.error('facts/summary-language', `a summary pairs ${shown(language)} with itself`, {
          at,
          expected: 'two languages, or one alone',
          hint: 'Remove one of the two, or write another language.',
        });
      } else if (!zone.languages.includes(language)) {
        const meant = nearest(language, zone.languages);
        findings.error(
          'facts/summary-language',
          `a summary is in ${shown(language)}, which is no language of the zone`,
          {
            at,
            expected: `one of ${zone.languages.join(', ')}`,
            hint: meant
              ? `Did you mean ${shown(meant)}?`
              : 'Add the language to languages, and its texts to every fact.',
          },
        );
      }
    });
  });
}

export function checkSources(sources: readonly Source[], entry: Entry, findings: Findings): void {
  const first = new Map<string, number>();
  sources.forEach(({ id, issued, accessed }, index) => {
    const own: Entry = {
      placeOf: (path) => entry.placeOf(['sources', index, ...path]),
      placeOfKey: (path) => entry.placeOfKey(['sources', index, ...path]),
    };
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      findings.error('facts/duplicate-source', `source ${shown(id)} is written twice`, {
        at: own.placeOf(['id']),
        expected: `each id once; the first stands on line ${entry.placeOf(['sources', before, 'id']).line}`,
        hint: 'Rename or remove one of the two.',
      });
    }
    checkDate(id, 'issued', issued, own, findings);
    checkDate(id, 'accessed', accessed, own, findings);
  });
}
