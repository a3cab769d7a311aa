/**
 * Layer 1. Exact fractions, for formulas: whether a quotient ends as a decimal must be known, and a result may be
 * rounded only once, from its exact value.
 */

/** towards: half-even for values, down and up for bounds that must hold after rounding. */
export type Rounding = 'half-even' | 'down' | 'up';

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

export class Rational {
  private constructor(
    readonly numerator: bigint,
    /** Above 0, without common divisor. */
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint, denominator = 1n): Rational {
    const sign = denominator < 0n ? -1n : 1n;
    const common = gcd(numerator, magnitude(denominator)) || 1n;
    return new Rational((sign * numerator) / common, (sign * denominator) / common);
  }

  /** @param decimal as the schema has it: "-12.50" */
  static parse(decimal: string): Rational {
    const [whole = '', fraction = ''] = decimal.split('.');
    return Rational.of(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  }

  plus(other: Rational): Rational {
    const numerator = this.numerator * other.denominator + other.numerator * this.denominator;
    return Rational.of(numerator, this.denominator * other.denominator);
  }
  minus(other: Rational): Rational {
    return this.plus(new Rational(-other.numerator, other.denominator));
  }
  times(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }
  /** @throws {RangeError} when `other` is zero */
  dividedBy(other: Rational): Rational {
    if (other.numerator === 0n) throw new RangeError('division by zero');
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  compare(other: Rational): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  get sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }
  /** Bits of numerator and denominator, for a limit on the work. */
  get size(): number {
    return this.numerator.toString(16).length * 4 + this.denominator.toString(16).length * 4;
  }

  /** The decimal without exponent and trailing zeros; undefined where it does not end. */
  toDecimal(): string | undefined {
    let [rest, places] = [this.denominator, 0];
    let [twos, fives] = [0, 0];
    for (; rest % 2n === 0n; rest /= 2n) twos += 1;
    for (; rest % 5n === 0n; rest /= 5n) fives += 1;
    if (rest !== 1n) return undefined;
    places = Math.max(twos, fives);
    return pointed((this.numerator * 10n ** BigInt(places)) / this.denominator, places);
  }

  /** Rounded to `digits` significant digits, once and from the exact value. `down` is towards minus infinity. */
  toDigits(digits: number, rounding: Rounding): string {
    if (this.numerator === 0n) return '0';
    // The exponent of the first digit; corrected when rounding carries over: 9.96 to two digits is 10.
    let first = magnitude(this.numerator).toString().length - this.denominator.toString().length;
    if (this.#scaled(-first).compareMagnitude(1n) < 0) first -= 1;
    const places = digits - 1 - first;
    return pointed(this.#scaled(places).#round(rounding), places);
  }

  compareMagnitude(whole: bigint): number {
    const difference = magnitude(this.numerator) - whole * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  #scaled(places: number): Rational {
    const power = 10n ** BigInt(Math.abs(places));
    return this.times(places < 0 ? Rational.of(1n, power) : Rational.of(power));
  }

  #round(rounding: Rounding): bigint {
    let floor = this.numerator / this.denominator;
    if (this.numerator < 0n && floor * this.denominator !== this.numerator) floor -= 1n;
    const rest = this.numerator - floor * this.denominator;
    if (rest === 0n || rounding === 'down') return floor;
    if (rounding === 'up') return floor + 1n;
    const twice = 2n * rest;
    if (twice === this.denominator) return floor % 2n === 0n ? floor : floor + 1n;
    return twice < this.denominator ? floor : floor + 1n;
  }
}

/** `scaled` / 10^places as a decimal: (1250n, 2) is "12.5". */
function pointed(scaled: bigint, places: number): string {
  if (places <= 0) return (scaled * 10n ** BigInt(-places)).toString();
  const digits = magnitude(scaled)
    .toString()
    .padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  const whole = digits.slice(0, -places);
  return `${scaled < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
