/** Where each language divides its words. Marks are shown as · at syllables and | at joints of compounds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastDivided, loadHyphenation } from '../../src/language/hyphenation.js';
import { languageFor, languageTags } from '../../src/language/registry.js';

const tags = languageTags().filter((tag) => languageFor(tag).hyphenation !== undefined);
const dividing = async (tag: string): Promise<(word: string) => string> => {
  const { hyphenation } = languageFor(tag);
  if (!hyphenation) throw new Error(`${tag} divides no words`);
  const mark = await loadHyphenation(hyphenation);
  return (word) => mark(word).replaceAll('\u00ad\u00ad', '|').replaceAll('\u00ad', '·');
};

describe('German', () => {
  it.each([
    ['Wirtschaftsförderungsgesellschaft', 'Wirt·schafts|för·de·rungs|ge·sell·schaft'],
    ['Halbleiterfertigungskapazitäten', 'Halb|lei·ter|fer·ti·gungs|ka·pa·zi·tä·ten'],
    ['Hochtechnologieentwicklungszone', 'Hoch|tech·no·lo·gie|ent·wick·lungs|zone'],
    ['Beteiligungsfinanzierungsinstrumente', 'Betei·li·gungs|fi·nan·zie·rungs|in·stru·mente'],
    ['Großforschungsinfrastruktur', 'Groß|for·schungs|in·fra·struk·tur'],
    ['Schifffahrtsgesellschaften', 'Schiff·fahrts|ge·sell·schaf·ten'],
    ['Risikokapital', 'Risi·ko|ka·pi·tal'],
  ])('divides %s', async (word, expected) => {
    expect((await dividing('de'))(word)).toBe(expected);
  });
});

describe('English and French', () => {
  it.each([
    ['en', 'semiconductor', 'semi·con·ductor'],
    ['en', 'manufacturing', 'man·u·fac·tur·ing'],
    ['fr', 'investissements', 'inves·tis·se·ments'],
    ['fr', 'développement', 'déve·lop·pe·ment'],
    // Names: their syllables are no English or French ones.
    ['en', 'Chongqing', 'Chongqing'],
    ['fr', 'Chongqing', 'Chongqing'],
  ])('%s: divides %s', async (tag, word, expected) => {
    expect((await dividing(tag))(word)).toBe(expected);
  });
});

it('Chinese divides nothing: its Latin words are names', () => {
  expect(languageFor('zh-CN').hyphenation).toBeUndefined();
});

describe.each(tags)('every word of %s', (tag) => {
  it.each(['GmbH', 'GlobeNewswire', 'WIRTSCHAFT', 'B2BGeschäft', 'kurz', '', '286.6亿元'])(
    'but for abbreviations, names and figures: %s',
    async (word) => {
      expect((await dividing(tag))(word)).toBe(word);
    },
  );

  it('keeps its letters, and at least three of them on either line', async () => {
    const divide = await dividing(tag);
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefghiklmnoprstuzäöüßéèç'),
      minLength: 6,
      maxLength: 40,
    });
    let divided = 0;
    fc.assert(
      fc.property(letters, (word) => {
        const parts = divide(word).split(/[·|]/);
        expect(parts.join('')).toBe(word);
        if (parts.length === 1) return;
        divided += 1;
        expect(word.length).toBeGreaterThanOrEqual(leastDivided);
        expect(parts.every((part) => part !== '')).toBe(true);
        expect(Math.min((parts[0] as string).length, (parts.at(-1) as string).length)).toBeGreaterThan(2);
      }),
    );
    expect(divided).toBeGreaterThan(10);
  });
});
