/**
 * Folding before reading: full width, no-break spaces, traditional characters, case. One code unit becomes one code
 * unit, so that spans in the folded text are spans in the text itself.
 */

const blanks = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/;

const traditional =
  '億萬餘約過達歐鎊噸畝頃時點幣級個間項條數佔紅韓於從總長較屆組種類戶棟輛雙兩畢際區業職員銀開歲處門張對場幾擁為';
const simplified =
  '亿万余约过达欧镑吨亩顷时点币级个间项条数占红韩于从总长较届组种类户栋辆双两毕际区业职员银开岁处门张对场几拥为';

const folded = new Map<string, string>();
for (const [index, char] of [...traditional].entries()) folded.set(char, [...simplified][index]!);
for (const dash of '\u2010\u2011\uFE63\uFF0D') folded.set(dash, '-');
for (const dash of '\u2012\u2015\u2E3A') folded.set(dash, '\u2013');
for (const tilde of '\uFF5E\u301C\u223C\u02DC') folded.set(tilde, '~');
folded.set('\uFFE5', '\u00A5');
folded.set('\u3007', '零');
// French and English print either.
folded.set('\u2019', "'");

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : blankOr(char);
  const known = folded.get(char);
  if (known) return known;
  // Full-width comma, colon and the like stay: they part clauses and never group digits.
  if (code >= 0xff01 && code <= 0xff5e) {
    const ascii = String.fromCharCode(code - 0xfee0);
    return /[A-Za-z0-9.%+$<>=/()]/.test(ascii) ? ascii.toLowerCase() : char;
  }
  if (code >= 0xd800 && code <= 0xdfff) return char;
  const lower = char.toLowerCase();
  return lower.length === 1 ? blankOr(lower) : char;
}

const blankOr = (char: string): string => (blanks.test(char) ? ' ' : char);

/** What folding may change: most of a text is none of it, which a native search passes over. */
const changing = new RegExp(`[A-Z\\t-\\r${traditional}]|[^\\x00-\\x7F\u4E00-\u9FFF]`, 'g');

const common = new Map<string, string>();

function foldOnce(char: string): string {
  let to = common.get(char);
  if (to === undefined) {
    to = foldChar(char);
    common.set(char, to);
  }
  return to;
}

/** The text as the reader matches it, of the same length. */
export const fold = (text: string): string => text.replace(changing, foldOnce);
