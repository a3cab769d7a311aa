/**
 * Decimal strings as printed digits. Only the point is moved, so the result is exact at any length and keeps count of
 * significant digits, which neither floats nor decimal.js do.
 */

/** ±digits × 10^exponent. `digits` has no leading zeros ("0" for zero) and all of its digits are significant. */
export interface Digits {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** Decimal point and thousands separator of a language; digits are grouped from `groupFrom` integer digits on. */
export interface Marks {
  readonly decimal: string;
  readonly group: string;
  readonly groupFrom: number;
  /** Whether a blank of any width, or the Swiss apostrophe, is read as a separator too: 170 000, 170'000. */
  readonly looseGroups?: boolean;
}

/** U+2212, as wide as a figure; a hyphen would be taken for a range. */
export const minusSign = '\u2212';

/**
 * The significant digits of an amount. Trailing zeros count after a decimal point ("42.50") and not in an integer
 * ("28660000000" has four), unless `significantDigits` says that the source prints more of them.
 *
 * @throws {RangeError} when the amount is no decimal string
 */
export function digitsOf(amount: string, significantDigits?: number): Digits {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) {
    throw new RangeError(
      `"${amount.slice(0, 60)}" is not an amount: expected an exact decimal such as "28660000000" or "-42.5"`,
    );
  }
  const [, sign, integer = '', fraction = ''] = match;
  let digits = `${integer}${fraction}`.replace(/^0+/, '');
  let exponent = 0 - fraction.length;
  if (digits === '') return { negative: false, digits: '0', exponent };
  if (fraction === '') {
    const kept = digits.replace(/0+$/, '');
    exponent = digits.length - kept.length;
    digits = kept;
  }
  const missing = (significantDigits ?? 0) - digits.length;
  if (missing > 0) {
    digits += '0'.repeat(missing);
    exponent -= missing;
  }
  return { negative: sign === '-', digits, exponent };
}

/** How many digits stand before the point: 5 for 28660, 0 or less below 1. */
export function integerDigits(value: Digits): number {
  return value.digits === '0' ? 0 : value.digits.length + value.exponent;
}

/** How many digits stand after the point when the value is counted in 10^scale. */
export function fractionDigits(value: Digits, scale: number): number {
  return Math.max(0, scale - value.exponent);
}

/** The value counted in 10^scale, as the language prints it: 28660000000 at scale 9 is "28.66", "28,66" in German. */
export function printDigits(value: Digits, scale: number, marks: Marks): string {
  const shift = value.exponent - scale;
  const padded = shift >= 0 ? value.digits + '0'.repeat(shift) : value.digits.padStart(1 - shift, '0');
  const cut = shift >= 0 ? padded.length : padded.length + shift;
  const integer = padded.slice(0, cut);
  const fraction = padded.slice(cut);
  const sign = value.negative ? minusSign : '';
  return `${sign}${groupDigits(integer, marks)}${fraction ? `${marks.decimal}${fraction}` : ''}`;
}

function groupDigits(integer: string, marks: Marks): string {
  if (marks.group === '' || integer.length < marks.groupFrom) return integer;
  const groups: string[] = [];
  for (let end = integer.length; end > 0; end -= 3) groups.unshift(integer.slice(Math.max(0, end - 3), end));
  return groups.join(marks.group);
}

/** A power of ten with its word. `word` holds the space before it, where the language sets one. */
export interface Scale {
  readonly exponent: number;
  readonly word: string;
}

export const noScale: Scale = { exponent: 0, word: '' };

/** The largest scale in which the value is at least 1 with no more than `maxFraction` digits after the point. */
export function largestScale(value: Digits, scales: readonly Scale[], maxFraction: number): Scale {
  const size = integerDigits(value);
  return (
    scales.find(({ exponent }) => size > exponent && fractionDigits(value, exponent) <= maxFraction) ??
    noScale
  );
}

/** An amount read off print. `significantDigits` only where the amount alone would lose printed zeros: 286.60 亿. */
export interface ReadAmount {
  readonly amount: string;
  readonly significantDigits?: number;
}

/**
 * Mantissa × 10^exponent as an exact decimal string.
 *
 * @param mantissa digits with an optional point and no sign: "28.660"
 * @param exponent of the scale word; negative for per mille
 */
export function shiftPoint(mantissa: string, exponent: number): ReadAmount {
  const [integer = '', fraction = ''] = mantissa.split('.');
  if (exponent < 0) {
    const padded = integer.padStart(1 - exponent, '0');
    const moved = `${padded.slice(exponent)}${fraction}`;
    const kept = fraction === '' ? moved.replace(/0+$/, '') : moved;
    return { amount: `${padded.slice(0, exponent)}${kept === '' ? '' : `.${kept}`}` };
  }
  const moved = `${integer}${fraction.slice(0, exponent).padEnd(exponent, '0')}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(exponent);
  const amount = rest ? `${moved}.${rest}` : moved;
  if (fraction === '' || exponent === 0) return { amount };
  const printed = `${integer}${fraction}`.replace(/^0+/, '').length;
  return printed > digitsOf(amount).digits.length ? { amount, significantDigits: printed } : { amount };
}
