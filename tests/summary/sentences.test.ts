import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, placeReferences } from '../../src/summary/sentences.js';
import type { Run } from '../../src/summary/summary.js';

/** "a {x} b" with figures in braces, each of them due. */
function drafts(text: string): Draft[] {
  return text.split(/(\{[^}]*\})/).flatMap((piece): Draft[] => {
    if (piece === '') return [];
    if (!piece.startsWith('{')) return [{ kind: 'text', text: piece, language: 'en' }];
    const value = piece.slice(1, -1);
    return [
      { kind: 'text', text: value, language: 'en', fact: value },
      { kind: 'due', facts: [value] },
    ];
  });
}

function placed(text: string): string {
  const marks: Run[] = [];
  return placeReferences(drafts(text), (facts) => {
    marks.push({ kind: 'note', number: marks.length + 1, language: facts.join('+') });
    return marks.slice(-1);
  })
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'note' ? `[${run.language}]` : ''))
    .join('');
}

describe('references in a sentence', () => {
  it.each([
    ['a single figure carries its own', 'It has {7} funds. More follow.', 'It has 7[7] funds. More follow.'],
    [
      'several share one behind the full stop',
      'Of {7} funds {3} came. More.',
      'Of 7 funds 3 came.[7+3] More.',
    ],
    ['a sentence may end with a figure', 'From {3} to {7}. Then {9}.', 'From 3 to 7.[3+7] Then 9[9].'],
    [
      'behind a closing quotation mark',
      'They say “{3} of {7} came.” Then.',
      'They say “3 of 7 came.”[3+7] Then.',
    ],
    [
      'Chinese sentences need no blank',
      '共{3}只，计{7}亿元。另有{9}家。',
      '共3只，计7亿元。[3+7]另有9[9]家。',
    ],
    ['at the end where no full stop stands', '{3} of {7} banks', '3 of 7 banks[3+7]'],
    [
      'a decimal point ends nothing',
      'Of {3} in 2.5 parts {7} came. More.',
      'Of 3 in 2.5 parts 7 came.[3+7] More.',
    ],
    [
      'nor does an abbreviation or an ordinal',
      'Z. B. {3} am 16. November mit {7} Teams. Neu.',
      'Z. B. 3 am 16. November mit 7 Teams.[3+7] Neu.',
    ],
  ])('%s', (_, text, expected) => {
    expect(placed(text)).toBe(expected);
  });

  it('lose no character and note every fact once', () => {
    const piece = fc.constantFrom('{1}', '{2}', '{3}', 'word', ' ', '. ', '。', '! ', '”', '.', '5');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const result = placed(text);
        expect(result.replace(/\[[^\]]*\]/g, '')).toBe(text.replace(/[{}]/g, ''));
        const noted = [...result.matchAll(/\[([^\]]*)\]/g)].flatMap(([, facts]) => facts?.split('+') ?? []);
        expect(noted).toEqual([...text.matchAll(/\{(\d)\}/g)].map(([, fact]) => fact));
      }),
    );
  });
});
