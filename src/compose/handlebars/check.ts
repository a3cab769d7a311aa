/**
 * Layer 3. What can be said of a template before it runs, so that a slip in a branch that is not taken today is found
 * too: unknown helpers and partials, wrong arguments, partials that include themselves, and what Handlebars offers but
 * a template here may not use.
 */
import type { Diagnostic } from '../../diagnostic.js';
import { builtInBlocks, helpers } from '../helpers.js';
import { placeOf } from '../source-file.js';
import { didYouMean, some } from '../suggest.js';
import { type ParsedTemplate, positionOf } from './parse.js';
import { type Call, walk } from './walk.js';

/** Finds the partial of that name for one language; undefined: there is none. 'broken': it is there and its faults are reported. */
export type FindPartial = (name: string) => ParsedTemplate | 'broken' | undefined;

/** Checks one file by itself. `partials` are the names that may be included. */
export function checkTemplate(
  template: ParsedTemplate,
  find: FindPartial,
  partials: Iterable<string>,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const names = [...partials];
  const report = (
    node: hbs.AST.Node,
    code: string,
    message: string,
    rest: Partial<Diagnostic> = {},
  ): void => {
    const at = placeOf(positionOf(template.file, node));
    found.push({ code: `template/${code}`, severity: 'error', message, at, ...rest });
  };
  walk(template.program, (node, scope) => {
    switch (node.type) {
      case 'MustacheStatement':
      case 'SubExpression':
      case 'BlockStatement':
        checkCall(node as Call, scope, report);
        break;
      case 'PartialStatement': {
        const name = partialName(node as hbs.AST.PartialStatement);
        if (name === undefined) {
          report(node, 'unsupported', 'the name of a partial must be written out', {
            expected: '{{> name}}; a computed name could not be checked',
          });
        } else if (!find(name)) {
          report(node, 'unknown-partial', `there is no partial "${name}"`, {
            expected: `a file partials/${name}.hbs or partials/${name}.<language>.hbs; there are: ${some(names)}`,
            hint: didYouMean(name, names),
          });
        }
        break;
      }
      case 'PartialBlockStatement':
      case 'Decorator':
      case 'DecoratorBlock':
        report(node, 'unsupported', 'inline partials, partial blocks and decorators are not supported', {
          hint: 'make it a file under partials/ and include it with {{> name}}',
        });
        break;
    }
  });
  return found;
}

type Report = (node: hbs.AST.Node, code: string, message: string, rest?: Partial<Diagnostic>) => void;

export function partialName(node: hbs.AST.PartialStatement): string | undefined {
  return node.name.type === 'PathExpression' ? node.name.original : undefined;
}

/** True where a name alone in braces is a value of the template, no helper. */
export function isPath(node: Call, scope: readonly string[]): boolean {
  const path = node.path as hbs.AST.PathExpression;
  if (node.type !== 'MustacheStatement' || path.type !== 'PathExpression') return false;
  if (node.params.length > 0 || node.hash) return false;
  const [first] = path.parts;
  if (path.data || path.depth > 0 || path.parts.length !== 1 || /^(this|\.)/.test(path.original)) return true;
  return scope.includes(first!) || !helpers.has(first!);
}

function checkCall(node: Call, scope: readonly string[], report: Report): void {
  if (node.path.type !== 'PathExpression') {
    // {{"text"}} and {{5}}: a text is harmless, and so is a number (found as a bare figure later).
    return;
  }
  // Whether a bare name is known depends on the data, so `evaluate.ts` decides.
  if (isPath(node, scope)) return;
  const name = (node.path as hbs.AST.PathExpression).original;
  const builtIn = node.type === 'BlockStatement' ? builtInBlocks.get(name) : undefined;
  const helper = node.type === 'BlockStatement' ? undefined : helpers.get(name);
  if (builtIn === undefined && !helper) {
    unknownHelper(node, name, report);
    return;
  }
  const count = builtIn ?? helper!.parameters.length;
  if (node.params.length !== count) {
    const wanted = helper ? helper.parameters.map((parameter) => `"${parameter}"`).join(' ') : '<value>';
    report(
      node,
      'wrong-arguments',
      `${name} takes ${count === 1 ? '1 argument' : `${count} arguments`}, here are ${node.params.length}`,
      {
        expected:
          builtIn === undefined
            ? `{{${[name, wanted].filter(Boolean).join(' ')}}}`
            : `{{#${name} ${wanted}}}`,
      },
    );
  }
  const options = Object.keys(helper?.options ?? {});
  for (const pair of node.hash?.pairs ?? []) {
    if (options.includes(pair.key)) continue;
    report(pair, 'unknown-option', `${name} has no option "${pair.key}"`, {
      expected: options.length > 0 ? `one of ${options.join(', ')}` : 'no options',
      hint: didYouMean(pair.key, options),
    });
  }
  if (helper?.list && node.type === 'MustacheStatement') {
    report(node, 'wrong-use', `${name} gives a list, which cannot be printed`, {
      expected: `{{#each (${name} …) as |id|}} … {{/each}}`,
    });
  }
}

function unknownHelper(node: Call, name: string, report: Report): void {
  if (node.type !== 'BlockStatement') {
    const block = builtInBlocks.has(name);
    report(node, 'unknown-helper', block ? `${name} is a block` : `there is no helper "${name}"`, {
      expected: block ? `{{#${name} …}} … {{/${name}}}` : `one of ${some(helpers.keys(), 20)}`,
      hint: block ? undefined : didYouMean(name, helpers.keys()),
    });
    return;
  }
  const inline = helpers.has(name);
  report(node, 'unknown-helper', inline ? `${name} is no block` : `there is no block "${name}"`, {
    expected: inline ? `{{${name} …}}` : `one of ${[...builtInBlocks.keys()].join(', ')}`,
    hint: inline ? undefined : didYouMean(name, builtInBlocks.keys()),
  });
}

/** Partials that include themselves, directly or over others, as reached from `start`; each cycle once. */
export function checkCycles(start: ParsedTemplate, find: FindPartial): Diagnostic[] {
  const found: Diagnostic[] = [];
  const done = new Set<string>();
  const visit = (template: ParsedTemplate, path: readonly string[]): void => {
    walk(template.program, (node) => {
      if (node.type !== 'PartialStatement') return;
      const name = partialName(node as hbs.AST.PartialStatement);
      if (name === undefined) return;
      if (path.includes(name)) {
        const cycle = [...path.slice(path.indexOf(name)), name];
        found.push({
          code: 'template/partial-cycle',
          severity: 'error',
          message: `the partial "${name}" includes itself: ${cycle.join(' → ')}`,
          at: placeOf(positionOf(template.file, node)),
          hint: 'break the circle; a list is written with {{#each}}',
        });
        return;
      }
      const partial = find(name);
      if (!partial || partial === 'broken' || done.has(name)) return;
      visit(partial, [...path, name]);
      done.add(name);
    });
  };
  visit(start, []);
  return found;
}
