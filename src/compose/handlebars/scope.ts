/** Layer 3. Where the names in a template have their values. */
import { isRecord, type Value } from '../value.js';

export interface Scope {
  readonly context: Value;
  readonly parent?: Scope | undefined;
  readonly blockParams: ReadonlyMap<string, Value>;
  /** @index, @first, @last, @key */
  readonly data: ReadonlyMap<string, Value>;
}

/** The scope inside a block that sets `context`, and its block parameters to `values`. */
export function inner(
  scope: Scope,
  context: Value,
  names: readonly string[],
  values: readonly Value[],
  data: readonly [string, Value][],
): Scope {
  const blockParams = new Map(scope.blockParams);
  for (const [index, name] of names.entries()) blockParams.set(name, values[index]);
  return { context, parent: scope, blockParams, data: new Map([...scope.data, ...data]) };
}

/**
 * The value of a path: own properties only, so that nothing of JavaScript shows through.
 *
 * @returns undefined where there is no such name
 */
export function lookUp(node: hbs.AST.PathExpression, scope: Scope): { readonly value: Value } | undefined {
  const [first, ...rest] = node.parts;
  const isOwn = /^(this\b|\.)/.test(node.original);
  let value: Value;
  let steps: readonly string[] = rest;
  if (node.data) {
    if (first === undefined || !scope.data.has(first)) return undefined;
    value = scope.data.get(first);
  } else if (first !== undefined && !isOwn && scope.blockParams.has(first)) {
    value = scope.blockParams.get(first);
  } else {
    let outer: Scope | undefined = scope;
    for (let depth = 0; depth < node.depth; depth += 1) outer = outer?.parent;
    if (!outer) return undefined;
    value = outer.context;
    steps = node.parts;
  }
  for (const step of steps) {
    if (isRecord(value) && Object.hasOwn(value, step)) value = value[step];
    else if (Array.isArray(value) && /^\d+$/.test(step) && Number(step) < value.length) {
      value = value[Number(step)];
    } else return undefined;
  }
  return { value };
}

/** All names that mean something in a scope, for a hint. */
export function namesIn(scope: Scope): string[] {
  return [
    ...scope.blockParams.keys(),
    ...(isRecord(scope.context) ? Object.keys(scope.context) : []),
    ...[...scope.data.keys()].map((name) => `@${name}`),
  ];
}
