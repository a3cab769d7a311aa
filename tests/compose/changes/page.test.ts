import { describe, expect, it } from 'vitest';
import { writeChanges } from '../../../src/compose/changes/page.js';
import type { Ledger } from '../../../src/facts/fact.js';
import { editions } from './fixtures.js';

const more = {
  id: 'funds.committed',
  quantity: { amount: '29200000000', unit: 'CNY' },
  label: { en: 'Committed | capital', 'zh-CN': '认缴规模', de: 'Zugesagtes *Kapital*' },
} as const;

describe('the page of changes', () => {
  it('has a section in each language, with a table, what stands unchanged, and the sources', () => {
    const { now, edition } = editions([more, { id: 'talent.growth', asOf: '2026-04-10' }], { number: 2 });
    expect(writeChanges(now, edition)).toBe(`# Harbour Innovation Zone · 海港创新区 · Innovationszone Hafen

## 10 April 2026 (version 2): Changes since the edition of 19 January 2026

| Indicator | Before | Now | Change | Source |
| --- | --- | --- | --- | --- |
| Committed \\| capital | RMB 28.66 billion | RMB 29.2 billion | +RMB 0.54 billion (+1.9%) | [1] |

Unchanged, with a new date or new evidence: Talent growth.

Sources:

- [1] The Daily: Capital, 19 January 2026 <https://daily.example/1>

## 2026年4月10日第2版：较2026年1月19日版的变动

| 指标 | 上一版 | 本版 | 变动 | 来源 |
| --- | --- | --- | --- | --- |
| 认缴规模 | 286.6亿元 | 292亿元 | +5.4亿元（+1.9%） | [1] |

数值未变、仅更新时间或依据：人才增速。

资料来源：

- [1] The Daily：Capital，2026年1月19日 <https://daily.example/1>

## 10. April 2026 (2. Fassung): Änderungen seit der Ausgabe vom 19. Januar 2026

| Kennzahl | Bisher | Jetzt | Veränderung | Quelle |
| --- | --- | --- | --- | --- |
| Zugesagtes \\*Kapital\\* | 28,66 Mrd. RMB | 29,2 Mrd. RMB | +0,54 Mrd. RMB (+1,9\u00A0%) | [1] |

Unverändert, mit neuem Stand oder Beleg: Zuwachs an Fachkräften.

Quellen:

- [1] The Daily: Capital, 19. Januar 2026 <https://daily.example/1>
`);
  });

  it('is written in French, too, where the zone has it', () => {
    const { now, edition } = editions(
      [
        { ...more, label: { fr: 'Capital engagé' } },
        { id: 'industry.health', quantity: { amount: '50000000000', unit: 'CNY' }, label: { fr: 'Santé' } },
        { id: 'talent.conference', date: '2025-11-18', label: { fr: 'Conférence' } },
        { id: 'talent.growth', asOf: '2026-04-10', label: { fr: 'Croissance des talents' } },
      ],
      { number: 3 },
    );
    const zone = { ...now.zone, languages: ['fr'], summaries: [] };
    const page = writeChanges({ ...now, zone }, edition);
    expect(
      page?.split('\n').slice(2).join('\n'),
    ).toBe(`## 10 avril 2026 (3e\u00A0version)\u00A0: Changements depuis l’édition du 19 janvier 2026

| Indicateur | Avant | À présent | Évolution | Source |
| --- | --- | --- | --- | --- |
| Capital engagé | 28,66\u00A0milliards de yuans | 29,2\u00A0milliards de yuans | +0,54\u00A0milliard de yuans (+1,9\u00A0%) | [1] |
| Santé | classe des 10\u00A0milliards de yuans | classe des 50\u00A0milliards de yuans | ordre de grandeur supérieur | [1] |
| Conférence | 16 novembre 2025 | 18 novembre 2025 | plus tard | [1] |

Sans changement, avec une nouvelle date ou un nouveau justificatif\u00A0: Croissance des talents.

Sources\u00A0:

- [1] The Daily\u00A0: Capital, 19 janvier 2026 <https://daily.example/1>
`);
  });

  it('is none of a first edition', () => {
    const { now } = editions([]);
    expect(writeChanges(now, { number: 1, changes: [] })).toBeUndefined();
  });

  it('says of an edition with other sources which those are, and that no figure has changed', () => {
    const daily = { publisher: 'The Daily', title: 'Capital', language: 'en', issued: '2026-01-19' };
    const weekly = {
      ...daily,
      publisher: 'The_Weekly',
      issued: '2026-02-01',
      url: 'https://weekly.example/7',
    };
    const sourcesOf = (...sources: readonly (typeof daily & { id: string })[]) => ({
      sources: new Map(sources.map((source) => [source.id, source])),
    });
    const page = writeOf(
      sourcesOf(
        { id: 'a', ...daily },
        { id: 'b', ...daily, title: 'Talent' },
        { id: 'c', ...daily, title: 'Gone' },
      ),
      sourcesOf({ id: 'renamed', ...daily }, { id: 'b', ...daily, title: 'Talents' }, { id: 'd', ...weekly }),
    );
    const [english, chinese, german] = page.split(/^## .*$/m).slice(1);
    expect(english).toBe(`

No figure has changed.

New sources:

- The\\_Weekly: Capital, 1 February 2026 <https://weekly.example/7>

Sources no longer used:

- The Daily: Gone, 19 January 2026

Sources with new details:

- The Daily: Talents, 19 January 2026

`);
    expect(chinese).toContain('各项数字均未变动。\n\n新增来源：\n\n- The\\_Weekly：Capital，2026年2月1日');
    expect(german).toContain('Keine Zahl hat sich geändert.\n\nNeue Quellen:\n\n- The\\_Weekly: Capital');

    function writeOf(before: Pick<Ledger, 'sources'>, after: Pick<Ledger, 'sources'>): string {
      const { now, edition } = editions([], { before, now: after });
      return writeChanges(now, { ...edition, changes: [] }) as string;
    }
  });

  it('has no table where all figures stand as they were', () => {
    const { now, edition } = editions([{ id: 'talent.growth', asOf: '2026-04-10' }]);
    const page = writeChanges(now, edition);
    expect(page).toContain('Unchanged, with a new date or new evidence: Talent growth.');
    expect(page).not.toContain('|');
  });
});
