import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, occurrences } from '../../src/sources/fold.js';

const found = (text: string, phrase: string) =>
  occurrences(fold(text), fold(phrase)).map(({ start, end }) => text.slice(start, end));

describe('finding a phrase', () => {
  it.each<[string, string, string]>([
    ['西部创投 中心已揭牌', '西部创投中心', '西部创投 中心'],
    ['共 ２４ 只，总', '24只', '２４ 只'],
    ['近 17 万人', '近17万人', '近 17 万人'],
    ['mehr als\u00A015\u202F%', 'mehr als 15 %', 'mehr als\u00A015\u202F%'],
    ['mehr  als\n15 %', 'mehr als 15%', 'mehr  als\n15 %'],
    ['“高新金服” 平台', '"高新金服"平台', '“高新金服” 平台'],
    ['Fo\u0308rderung', 'Förderung', 'Fo\u0308rderung'],
    ['Finan\u00ADzierung', 'Finanzierung', 'Finan\u00ADzierung'],
    ['2024–2025 Plan', '2024-2025', '2024–2025'],
  ])('%j has %j', (text, phrase, printed) => {
    expect(found(text, phrase)).toEqual([printed]);
  });

  it.each([
    ['共15个', '5个'],
    ['先进制造五百亿级', '百亿级'],
    ['规模1286.6亿元', '286.6亿元'],
    ['12,5 Prozent', '5 Prozent'],
    ['42.55%', '42.5'],
    ['der Funds', 'der  Fond s'],
  ])('%j has no %j', (text, phrase) => {
    expect(found(text, phrase)).toEqual([]);
  });

  it('finds every occurrence', () => {
    expect(found('2个集群，2个平台，12个', '2个')).toEqual(['2个', '2个']);
  });

  it('keeps the positions of whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        expect(folded.starts.length).toBe(folded.text.length);
        expect(folded.ends.length).toBe(folded.text.length);
        folded.starts.forEach((start, index) => {
          expect(start).toBeGreaterThanOrEqual(folded.starts[index - 1] ?? 0);
          expect(folded.ends[index]).toBeLessThanOrEqual(text.length);
        });
      }),
    );
  });

  it('finds a text in itself, unless it ends amid a number', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const folded = fold(text);
        if (folded.text !== '') expect(occurrences(folded, folded)).toHaveLength(1);
      }),
    );
  });
});
