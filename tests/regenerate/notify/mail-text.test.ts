import { describe, expect, it } from 'vitest';
import type { FactChange } from '../../../src/facts/changes.js';
import { zoneFile } from '../../../src/facts/schema.js';
import { languageTags } from '../../../src/language/registry.js';
import { mailText } from '../../../src/regenerate/notify/mail-text.js';
import type { RunReport } from '../../../src/regenerate/notify/report.js';

const label = { en: 'Companies', de: 'Unternehmen', fr: 'Entreprises', 'zh-CN': '企业' };
const zone = zoneFile.parse({
  name: { en: 'Lindenau Park', de: 'Park Lindenau', fr: 'Parc Lindenau', 'zh-CN': '林登瑙园区' },
  issuer: label,
  template: 'x',
  languages: ['en', 'de', 'fr', 'zh-CN'],
  summaries: [],
});
const fact = { topic: 'park', label, evidence: [] };
const figure = (amount: string) => ({
  ...fact,
  kind: 'quantity' as const,
  quantity: { amount, unit: 'count' as const },
  qualifier: 'about' as const,
});
const changes: FactChange[] = [
  { fact: 'park.companies', kind: 'changed', before: figure('120'), after: figure('130') },
  { fact: 'park.first', kind: 'added', after: { ...fact, kind: 'event', date: '2025-11' } },
  { fact: 'park.rank', kind: 'removed', before: { ...fact, kind: 'ranking', rank: 2, among: label } },
  { fact: 'park.new-evidence', kind: 'changed', before: figure('7'), after: figure('7') },
];
const made: RunReport = {
  version: 1,
  zone: 'park',
  outcome: 'made',
  edition: { id: '2026-01-19.1', date: '2026-01-19', number: 1 },
  since: { id: '2025-12-01.2', date: '2025-12-01', number: 2 },
  changes,
  findings: [],
  files: [],
};
const write = (report: Partial<RunReport>, ...languages: string[]) =>
  mailText({ ...made, ...report }, { zone, languages, root: '/', attached: [], left: [] });

describe('the text of a mail', () => {
  it.each([
    [
      'en',
      'Lindenau Park: new edition of 19 January 2026',
      'There is a new edition of the briefing “Lindenau Park”: 19 January 2026.',
      [
        'Changes since the edition of 1 December 2025 (version 2):',
        '- Companies: about 120 → about 130',
        '- Companies: November 2025 (new)',
        '- Companies: second (no longer stated)',
        '- Companies: about 7 (same figure, new evidence)',
      ],
    ],
    [
      'de',
      'Park Lindenau: neue Ausgabe vom 19. Januar 2026',
      'Vom Briefing „Park Lindenau“ liegt eine neue Ausgabe vor: 19. Januar 2026.',
      [
        'Änderungen seit der Ausgabe vom 1. Dezember 2025 (2. Fassung):',
        '- Unternehmen: rund 120 → rund 130',
      ],
    ],
    [
      'fr',
      'Parc Lindenau\u00A0: nouvelle édition du 19 janvier 2026',
      'Une nouvelle édition du dossier «\u00A0Parc Lindenau\u00A0» est disponible\u00A0: 19 janvier 2026.',
      ['- Entreprises\u00A0: environ 120 → environ 130'],
    ],
    [
      'zh-CN',
      '林登瑙园区：简报已更新（2026年1月19日版）',
      '“林登瑙园区”简报已生成新版：2026年1月19日版。',
      ['较2025年12月1日第2版的变动：', '- 企业：约120 → 约130', '- 企业：2025年11月（新增）'],
    ],
  ])('in %s says what changed, as print does', (language, subject, sentence, lines) => {
    const { subject: written, text } = write({}, language);
    expect(written).toBe(subject);
    expect(text.split('\n')[0]).toBe(sentence);
    for (const line of lines) expect(text.split('\n')).toContain(line);
  });

  it('names no more changes and findings than a person reads', () => {
    const many = Array.from({ length: 45 }, (_, index) => ({ ...changes[0], fact: `park.x${index}` }));
    const { text } = write({ changes: many as FactChange[] }, 'de');
    expect(text.match(/^- Unternehmen/gm)).toHaveLength(20);
    expect(text).toContain('- und 25 weitere');
    const findings = Array.from({ length: 45 }, (_, index) => ({
      code: 'x/y',
      severity: 'error' as const,
      message: `wrong ${index}`,
    }));
    const held = write({ outcome: 'held', findings }, 'en', 'zh-CN').text;
    expect(held.match(/error x\/y/g)).toHaveLength(20);
    expect(held).toContain('Findings · 核查结果\n\nerror x/y: wrong 0');
    expect(held).toContain('and 25 more · 另有25项');
  });

  it('says of a first edition that is held back that there is none before, in every language', () => {
    for (const language of languageTags()) {
      const { edition: _, since: __, ...first } = made;
      const options = { zone, languages: [language], root: '/', attached: [], left: [] };
      const { subject, text } = mailText({ ...first, outcome: 'held', changes: [] }, options);
      expect(subject).toContain(zone.name[language]);
      expect(text.split('\n')[0]).toMatch(
        /There is no earlier edition\.|Eine frühere Ausgabe gibt es nicht\.|Il n’existe pas d’édition antérieure\.|此前尚无其他版本。/,
      );
    }
  });
});
