/** Layer 3. What expressions in a template give: Handlebars' own values, and what helpers write. */
import type { ChartForm } from '../document/chart.js';
import type { Inline } from '../document/document.js';
import type { BlockToken } from './token.js';

/** A piece of text with its fact, or something that takes a paragraph of its own. */
export class Written {
  readonly inline: Extract<Inline, { value: string }>;
  constructor(inline: Extract<Inline, { value: string }>) {
    this.inline = inline;
  }
}
export class Placed {
  readonly kind: BlockToken['kind'];
  readonly id: string;
  readonly form: ChartForm | undefined;
  constructor(kind: BlockToken['kind'], id: string, form?: ChartForm) {
    this.kind = kind;
    this.id = id;
    this.form = form;
  }
}
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | Written
  | Placed
  | readonly Value[]
  | { readonly [name: string]: Value };

/** A mapping of names, as a partial is given. */
export function isRecord(value: Value): value is { readonly [name: string]: Value } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Written) &&
    !(value instanceof Placed)
  );
}

/** Without a prototype, so that "__proto__" is a name like any other. */
export function record(entries: readonly [string, Value][]): Value {
  const made: Record<string, Value> = Object.create(null);
  for (const [name, value] of entries) made[name] = value;
  return made;
}

export function isText(value: Value): value is string | Written {
  return typeof value === 'string' || value instanceof Written;
}

export function textOf(value: string | Written): string {
  return typeof value === 'string' ? value : value.inline.value;
}

/** As Handlebars has it: an empty list is false. */
export function truthy(value: Value): boolean {
  if (value instanceof Written) return value.inline.value !== '';
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
