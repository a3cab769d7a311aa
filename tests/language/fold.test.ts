import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/language/fold.js';

describe('folding', () => {
  it('gives each character what it gives it alone, so that offsets stay those of the text', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'AZaz09 \t\n\r\u00A0\u3000\u202F億億萬餘亿零〇％，．１Ａ－–—～~￥ÄÖÜẞßÉé²½İıΣς'),
      fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (characters) => {
        const text = characters.join('');
        const units = Array.from({ length: text.length }, (_, at) => text.charAt(at));
        expect(fold(text)).toBe(units.map(fold).join(''));
        expect(fold(text)).toHaveLength(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('folds case, width, script and blanks', () => {
    expect(fold('RMB\u00A0１２３億，Äpfel\tÉté')).toBe('rmb 123亿，äpfel été');
    expect(fold('近三〇〇萬元〜')).toBe('近三零零万元~');
  });

  it('leaves every ASCII and Han character as it is but for what it says it folds', () => {
    const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');
    expect(fold(ascii)).toBe(ascii.toLowerCase().replace(/\s/g, ' '));
    const han = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, at) => String.fromCharCode(0x4e00 + at));
    expect(han.filter((char) => fold(char) !== char).join('')).toBe(
      '佔個億兩區員噸場對屆幣幾張從戶擁數於時條棟業歐歲為畝畢種約紅級組總職萬處較輛過達銀鎊長門開間際雙韓頃項類餘點',
    );
  });
});
