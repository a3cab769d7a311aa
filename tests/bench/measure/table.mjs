/** The table of targets: what is measured, what it is to be, and whether it is. */

/**
 * In the order in which they are printed. `most` or `least`: what the value may be. `unit`: where it is no ratio. `profile`: of
 * which build it tells where the time goes (profile/builds.mjs).
 */
export const targets = {
  first: { what: 'first build of the sample ÷ the floor', most: 0.5, profile: 'first' },
  cached: { what: 'the same with charts cached ÷ the floor', most: 0.25, profile: 'cached' },
  unchanged: { what: 'nothing changed ÷ node -e 0', most: 1.6 },
  changed: { what: 'one fact changed ÷ first build', most: 0.35, profile: 'changed' },
  zonesDrawn: {
    what: '100 zones, editions a second ÷ the floor’s, charts drawn',
    least: 4,
    profile: 'zones',
  },
  zonesCached: {
    what: '100 zones, editions a second ÷ the floor’s, charts cached',
    least: 15,
    profile: 'zones',
  },
  slides: { what: '1,000 slides: time ÷ the floor', most: 0.5, profile: 'slides' },
  slidesMemory: { what: '1,000 slides: peak memory ÷ the floor', most: 0.6, profile: 'slides' },
  perSlide: { what: 'cost per slide at 2,000 slides ÷ at 200', most: 1.1, profile: 'slides' },
  perRow: { what: 'cost per table row at 20,000 ÷ at 2,000', most: 1.1, profile: 'slides' },
  watch: {
    what: 'watch: saved fact to files on disk, warm ÷ first build',
    most: 0.15,
    profile: 'watch',
  },
  reading: { what: 'reading one phrase, median of the slowest language', most: 50, unit: 'µs' },
};

/** @returns {boolean} whether a value is what its row asks for */
export function isMet({ most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }, value) {
  return value <= most && value >= least;
}

/** Holds what was measured until it is printed. */
export class Table {
  #rows = new Map();

  /**
   * @param {keyof typeof targets} name
   * @param {{ value: number, cpu?: number | undefined, what?: string }} measured `cpu`: the same by processor time, no
   * number where the system keeps no account; `what`: in place of the row's name, where it was measured in another size
   */
  set(name, measured) {
    if (!(name in targets)) throw new Error(`no row of the table is called "${name}"`);
    this.#rows.set(name, measured);
  }

  /** @returns {string[]} the builds whose profiles tell why what was measured is not what it is to be */
  unmetProfiles() {
    const unmet = [...this.#rows].filter(([name, { value }]) => !isMet(targets[name], value));
    return [...new Set(unmet.flatMap(([name]) => targets[name].profile ?? []))];
  }

  /** @returns {string} lines, each ended */
  text() {
    const heading = line('', 'value', 'target', '', 'by processor time');
    return [heading, ...Object.entries(targets).map(([name, target]) => this.#row(name, target))].join('');
  }

  #row(name, target) {
    const limit = target.most === undefined ? `≥ ${target.least}` : `≤ ${target.most}`;
    const bound = target.unit ? `${limit} ${target.unit}` : limit;
    const measured = this.#rows.get(name);
    if (!measured) return line(target.what, '–', bound, 'not measured', '');
    const { value, cpu, what = target.what } = measured;
    const outcome = isMet(target, value) ? 'met' : 'not met';
    return line(what, number(value), bound, outcome, Number.isFinite(cpu) ? number(cpu) : '');
  }
}

const number = (value) => value.toFixed(value < 10 ? 3 : 1);

function line(what, value, target, outcome, cpu) {
  return `${`${what.padEnd(62)} ${value.padStart(8)}   ${target.padEnd(9)} ${outcome.padEnd(13)} ${cpu.padStart(7)}`.trimEnd()}\n`;
}
