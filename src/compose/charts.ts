/** Layer 3. Declared charts → ChartSpec: facts looked up, all texts written in one language. */
import { Decimal } from 'decimal.js';
import type { ChartDefinition } from '../charts/definition.js';
import { type Diagnostic, Findings, type Place } from '../diagnostic.js';
import type { ChartSpec, ClassesChart, Datum } from '../document/chart.js';
import type { Fact, Ledger } from '../facts/fact.js';
import type { Labels, LanguageTag, Quantity } from '../facts/schema.js';
import { literalMark, unmarked } from '../facts/written.js';
import type { FigureStyle } from '../language/language.js';
import { chartAlt, chartAsOf, chartSource } from './chart-texts.js';
import type { Setting } from './fact-text.js';
import { bareFigures } from './markdown/bare-figure.js';
import { didYouMean } from './suggest.js';

type Path = readonly (string | number)[];

/** charts.yaml as read, with the place of each value. */
export interface ChartDefinitions {
  readonly definitions: Readonly<Record<string, ChartDefinition>>;
  placeOf(path: Path): Place;
}

export interface ResolvedCharts {
  readonly specs: ReadonlyMap<string, ChartSpec>;
  readonly diagnostics: readonly Diagnostic[];
}

/** By language: a deck and a summary show the same charts. */
const known = new WeakMap<Ledger, WeakMap<ChartDefinitions, Map<LanguageTag, ResolvedCharts>>>();

/** All charts that have no fault, in one language, by id. */
export function resolveCharts(setting: Setting, charts: ChartDefinitions): ResolvedCharts {
  const { ledger, language } = setting;
  const ofLedger = known.get(ledger) ?? new WeakMap<ChartDefinitions, Map<LanguageTag, ResolvedCharts>>();
  const ofCharts = ofLedger.get(charts) ?? new Map<LanguageTag, ResolvedCharts>();
  known.set(ledger, ofLedger.set(charts, ofCharts));
  const resolved = ofCharts.get(language.tag) ?? resolve(setting, charts);
  ofCharts.set(language.tag, resolved);
  return resolved;
}

function resolve(setting: Setting, charts: ChartDefinitions): ResolvedCharts {
  const specs = new Map<string, ChartSpec>();
  const all = new Findings();
  for (const [id, definition] of Object.entries(charts.definitions)) {
    const findings = new Findings();
    const spec = new Resolution(setting, id, (path) => charts.placeOf([id, ...path]), findings).resolve(
      definition,
    );
    if (spec && !findings.failed) specs.set(id, spec);
    all.add(findings.all);
  }
  return { specs, diagnostics: all.all };
}

/** A fact that can be drawn, with where charts.yaml names it. */
interface Drawn {
  readonly fact: Fact;
  readonly quantity: Quantity;
  readonly path: Path;
}

class Resolution {
  constructor(
    private readonly setting: Setting,
    private readonly id: string,
    private readonly placeOf: (path: Path) => Place,
    private readonly findings: Findings,
  ) {}

  resolve(definition: ChartDefinition): ChartSpec | undefined {
    const { language } = this.setting;
    const part = this.partOf(definition);
    const base = {
      id: this.id,
      language: language.tag,
      title: this.text(definition.title, ['title']),
      unit: this.text(definition.unit, ['unit']),
      note: definition.note
        ? this.text(definition.note, ['note'])
        : definition.type === 'classes'
          ? language.words.classNote
          : undefined,
    };
    if (!part) return undefined;
    const facts = part.drawn.map(({ fact }) => fact);
    const spec = {
      ...base,
      ...part.spec,
      source: chartSource(this.setting, facts),
      asOf: chartAsOf(this.setting, facts),
      alt: '',
    } as ChartSpec;
    return { ...spec, ...chartAlt(spec, this.setting) };
  }

  /** What is particular to the type of chart; undefined where a fact cannot be used. */
  private partOf(definition: ChartDefinition): { spec: object; drawn: Drawn[] } | undefined {
    switch (definition.type) {
      case 'classes': {
        const drawn = this.all(definition.facts, ['facts'], 'tier');
        if (!drawn || !this.sameUnit(drawn)) return undefined;
        return { spec: this.classes(drawn), drawn };
      }
      case 'share': {
        const part = this.one(definition.part, ['part'], 'figure');
        const restLabel = this.text(definition.rest, ['rest']);
        const { partLabel } = definition;
        if (!part) return undefined;
        if (part.fact.kind !== 'share' || part.quantity.unit !== 'percent') {
          this.report(
            ['part'],
            'unfit-fact',
            `${part.fact.id} is a ${part.fact.kind} in ${part.quantity.unit}`,
            {
              expected: 'a fact of kind share, in percent',
            },
          );
          return undefined;
        }
        const datum = this.datum(part, 'tile', partLabel, ['partLabel']);
        return { spec: { type: 'share', part: datum, restLabel }, drawn: [part] };
      }
      case 'parts': {
        const parts = this.all(definition.parts, ['parts'], 'figure');
        const whole = this.one(definition.whole, ['whole'], 'figure');
        const centre = this.one(definition.centre, ['centre'], 'figure');
        if (!parts || !whole || !centre) return undefined;
        if (!this.sameUnit([whole, ...parts]) || !this.addsUp(parts, whole)) return undefined;
        const spec = {
          type: 'parts',
          parts: parts.map((part) => this.datum(part, 'tile')),
          whole: this.datum(whole, 'tile'),
          centre: this.datum(centre, 'tile'),
        };
        return { spec, drawn: [...parts, whole, centre] };
      }
      case 'bars': {
        const drawn = this.all(definition.facts, ['facts'], 'figure');
        const names = definition.itemLabels ?? {};
        for (const id of Object.keys(names)) {
          if (definition.facts.includes(id)) continue;
          this.report(['itemLabels', id], 'unknown-item', `the chart shows no fact "${id}"`, {
            expected: `one of ${definition.facts.join(', ')}`,
            hint: didYouMean(id, definition.facts),
          });
        }
        if (!drawn || !this.sameUnit(drawn) || !this.sameBasis(drawn, definition.note !== undefined))
          return undefined;
        const items = drawn.map((each) =>
          this.datum(each, 'axis', names[each.fact.id], ['itemLabels', each.fact.id]),
        );
        return { spec: { type: 'bars', items }, drawn };
      }
    }
  }

  private all(ids: readonly string[], path: Path, kind: 'tier' | 'figure'): Drawn[] | undefined {
    const drawn = ids.map((id, index) => this.one(id, [...path, index], kind));
    return drawn.includes(undefined) ? undefined : (drawn as Drawn[]);
  }

  private one(id: string, path: Path, kind: 'tier' | 'figure'): Drawn | undefined {
    const { facts } = this.setting.ledger;
    const fact = facts.get(id);
    if (!fact) {
      this.report(path, 'unknown-fact', `there is no fact "${id}"`, {
        expected: 'the id of a fact under facts/',
        hint: didYouMean(id, facts.keys(), 'zonebrief facts lists all of them'),
      });
      return undefined;
    }
    const isTier = fact.kind === 'tier' || fact.qualifier === 'tier';
    if (!fact.quantity || !fact.qualifier || isTier !== (kind === 'tier')) {
      this.report(path, 'unfit-fact', `${id} is a ${isTier ? 'tier' : fact.kind}`, {
        expected: kind === 'tier' ? 'a fact of kind tier' : 'a figure: quantity, share or growth',
        hint: isTier
          ? 'a tier is a scale class, no amount: only charts of type "classes" may show it'
          : undefined,
      });
      return undefined;
    }
    return { fact, quantity: fact.quantity, path };
  }

  private sameUnit(drawn: readonly Drawn[]): boolean {
    const unitOf = ({ unit, per }: Quantity): string =>
      per ? `${unit} per ${per.amount} ${per.unit}` : unit;
    const first = unitOf(drawn[0]!.quantity);
    const other = drawn.find(({ quantity }) => unitOf(quantity) !== first);
    if (!other) return true;
    this.report(
      other.path,
      'mixed-units',
      `${other.fact.id} is in ${unitOf(other.quantity)}, ${drawn[0]!.fact.id} in ${first}`,
      {
        expected: 'one unit in one chart',
      },
    );
    return false;
  }

  /** Growth against the year before and average growth a year are drawn side by side only where a note says so. */
  private sameBasis(drawn: readonly Drawn[], hasNote: boolean): boolean {
    const bases = new Set(drawn.map(({ quantity }) => quantity.basis));
    if (bases.size < 2 || hasNote) return true;
    this.report(
      [],
      'mixed-basis',
      `the growth rates rest on different bases: ${[...bases].map((basis) => basis ?? 'none given').join(', ')}`,
      {
        expected: 'a note: that tells the reader',
      },
    );
    return false;
  }

  /** Only exact parts of an exact whole can be held to their sum; hedged ones are left to the reader. */
  private addsUp(parts: readonly Drawn[], whole: Drawn): boolean {
    if ([...parts, whole].some(({ fact }) => fact.qualifier !== 'exact')) return true;
    const sum = parts.reduce((total, { quantity }) => total.plus(quantity.amount), new Decimal(0));
    const rounded = [...parts, whole].some(({ fact }) => fact.derived && fact.quantity?.unit === 'percent');
    if (sum.equals(whole.quantity.amount) || rounded) return true;
    this.report(
      whole.path,
      'parts-and-whole',
      `the parts add up to ${sum.toFixed()}, ${whole.fact.id} is ${whole.quantity.amount}`,
      {
        expected: 'parts whose sum is the whole',
        hint: 'a derived fact can state what is missing: whole - part',
      },
    );
    return false;
  }

  private datum({ fact, quantity }: Drawn, style: FigureStyle, name?: Labels, namePath: Path = []): Datum {
    const { language } = this.setting;
    return {
      fact: fact.id,
      label: name ? this.text(name, namePath) : this.label(fact),
      value: Number(quantity.amount),
      ...(quantity.max !== undefined && { max: Number(quantity.max) }),
      text: language.writeQuantity(quantity, fact.qualifier!, { style, counted: fact.counted }),
      qualifier: fact.qualifier!,
    };
  }

  private classes(drawn: readonly Drawn[]): Pick<ClassesChart, 'type' | 'steps' | 'items'> {
    const items = drawn.map((each) => ({
      ...this.datum(each, 'axis'),
      amount: new Decimal(each.quantity.amount),
    }));
    const ascending = [...items].sort((a, b) => a.amount.comparedTo(b.amount));
    const amounts = ascending.filter((item, index) => !ascending[index - 1]?.amount.equals(item.amount));
    return {
      type: 'classes',
      steps: amounts.map(({ text }) => text),
      items: items.map(({ amount, ...datum }) => ({
        ...datum,
        step: amounts.findIndex((each) => each.amount.equals(amount)),
      })),
    };
  }

  private label(fact: Fact): string {
    const { tag } = this.setting.language;
    if (Object.hasOwn(fact.label, tag)) return fact.label[tag]!;
    this.findings.error('chart/missing-language', `the label of ${fact.id} is not given in ${tag}`, {
      at: fact.at,
      expected: `${tag} beside ${Object.keys(fact.label).join(', ')}`,
    });
    return '';
  }

  /** A text of charts.yaml. Figures come from facts only; digits that are none are marked as in templates. */
  private text(labels: Labels, path: Path): string {
    const { tag } = this.setting.language;
    const written = Object.hasOwn(labels, tag) ? labels[tag] : undefined;
    if (written === undefined) {
      this.report(path, 'missing-language', `${path.join('.')} is not given in ${tag}`, {
        expected: `${tag} beside ${Object.keys(labels).join(', ')}`,
      });
      return '';
    }
    for (const figure of bareFigures(written.replace(literalMark, '\uFFFC'), tag, this.setting.memory)) {
      this.report(
        [...path, tag],
        'bare-figure',
        `"${figure.text}" is typed in charts.yaml; no fact stands behind it`,
        {
          expected: 'words; the figures of a chart come from its facts',
          hint: `if it is no figure but part of a name, mark it: :lit[${figure.text}]`,
        },
      );
    }
    return unmarked(written);
  }

  private report(
    path: Path,
    code: string,
    message: string,
    rest: { expected?: string; hint?: string | undefined } = {},
  ): void {
    this.findings.error(`chart/${code}`, `chart "${this.id}": ${message}`, {
      at: this.placeOf(path),
      ...rest,
    });
  }
}
