/** Layer 1. How to tell which branch of a zod union a value means, so that messages speak of that branch only. */
import * as z from 'zod';
// By its own name: through `z.core` the bundle would get all of zod, with its messages in fifty languages.
import { $ZodType } from 'zod/v4/core';

/** For unions without a discriminator: the branch is `present` where the mapping has `key`, else `absent` (indexes). */
export const branchByKey = z.registry<{ key: string; present: number; absent: number }>();

type Schema = z.core.$ZodType;
const defOf = (schema: Schema): z.core.$ZodTypeDef & z.core.$ZodTypes['_zod']['def'] =>
  (schema as z.core.$ZodTypes)._zod.def;

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema below optional, default, pipe and the like; a union stays a union. */
export function unwrap(schema: Schema): Schema {
  const def = defOf(schema);
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unwrap(def.innerType);
    case 'pipe':
      return unwrap(def.in);
    case 'lazy':
      return unwrap(def.getter());
    default:
      return schema;
  }
}

/** The branch of a union that a value means; where nothing tells, the union itself. */
export function branchFor(schema: Schema, value: unknown): Schema {
  const inner = unwrap(schema);
  const def = defOf(inner);
  if (def.type !== 'union') return inner;
  const rule = branchByKey.get(inner as z.ZodType);
  if (rule && isMapping(value))
    return branchFor(def.options[rule.key in value ? rule.present : rule.absent]!, value);
  if ('discriminator' in def && isMapping(value)) {
    const key = def.discriminator as string;
    const option = def.options.find((one) => one._zod.propValues?.[key]?.has(value[key] as string));
    return option ? branchFor(option, value) : inner;
  }
  const fitting = def.options.filter((option) => shapeOf(option) === shapeOf(value));
  return fitting.length === 1 ? branchFor(fitting[0]!, value) : inner;
}

/** list, mapping or scalar: of a schema or of a value. */
function shapeOf(of: unknown): string {
  const type = of instanceof $ZodType ? defOf(unwrap(of)).type : undefined;
  if (type === 'object' || type === 'record' || (type === undefined && isMapping(of))) return 'mapping';
  if (type === 'array' || type === 'tuple' || (type === undefined && Array.isArray(of))) return 'list';
  return 'scalar';
}

/** The schema of what stands at `path` in `value`; undefined where the schema knows no such path. */
export function schemaAt(schema: Schema, value: unknown, path: readonly PropertyKey[]): Schema | undefined {
  let here: Schema | undefined = schema;
  let current = value;
  for (const segment of path) {
    if (!here) return undefined;
    const def = defOf(branchFor(here, current));
    if (def.type === 'object') here = def.shape[segment as string];
    else if (def.type === 'array') here = def.element;
    else if (def.type === 'record') here = def.valueType;
    else if (def.type === 'tuple') here = def.items[segment as number] ?? def.rest ?? undefined;
    else return undefined;
    current = (current as Record<PropertyKey, unknown> | undefined)?.[segment];
  }
  return here;
}

/** What `.describe()` says of a schema: of what it is for (outermost), or of the form it must have (innermost). */
export function descriptionOf(
  schema: Schema | undefined,
  of: 'purpose' | 'form' = 'form',
): string | undefined {
  if (!schema) return undefined;
  const own = z.globalRegistry.get(schema as z.ZodType)?.description;
  const inner = schema === unwrap(schema) ? undefined : descriptionOf(unwrap(schema), of);
  return of === 'purpose' ? (own ?? inner) : (inner ?? own);
}

/** The keys a mapping may have, in the schema's order; undefined where any key may stand. */
export function keysOf(schema: Schema | undefined, value: unknown): string[] | undefined {
  const def = schema && defOf(branchFor(schema, value));
  return def?.type === 'object' ? Object.keys(def.shape) : undefined;
}

/** The words that a schema lists one by one, also beside other forms: percent, where it takes ISO codes as well. */
export function wordsOf(schema: Schema | undefined): string[] {
  const def = schema && defOf(unwrap(schema));
  if (def?.type === 'enum') return Object.values(def.entries).map(String);
  if (def?.type === 'literal') return def.values.map(String);
  return def?.type === 'union' ? def.options.flatMap(wordsOf) : [];
}
