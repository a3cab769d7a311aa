/**
 * Layer 3. Runs a Handlebars syntax tree. An evaluator of its own rather than Handlebars' compiler, for what that one
 * cannot do: go on after a fault and so find all of them, be as strict in partials as outside, know for each character
 * where it came from, hold a runaway template, and run no generated code. Semantics are Handlebars': own properties
 * only, block parameters before helpers before data, `..` out of {{#each}} and {{#with}}.
 */
import { type Diagnostic, Findings } from '../../diagnostic.js';
import { HelperError, type Setting } from '../fact-text.js';
import { builtInBlocks, helpers } from '../helpers.js';
import { Output, type Rendered } from '../rendered.js';
import { type Position, placeOf, type SourceFile } from '../source-file.js';
import { didYouMean, some } from '../suggest.js';
import { isRecord, isText, Placed, record, textOf, truthy, type Value, Written } from '../value.js';
import { type FindPartial, isPath, partialName } from './check.js';
import { type ParsedTemplate, positionOf } from './parse.js';
import { inner, lookUp, namesIn, type Scope } from './scope.js';
import type { Call } from './walk.js';

/** As large as parseMarkdown takes, far above any briefing; a few nested {{#each}} over all facts would otherwise fill the memory. */
const mostSteps = 400_000;
const mostCharacters = 2_000_000;
const mostPartials = 40;

/** Ends a template that writes without bounds. */
class Runaway extends Error {
  readonly at: Position;
  constructor(message: string, at: Position) {
    super(message);
    this.at = at;
  }
}

/**
 * @returns Markdown in which all that helpers wrote is tokens, and what was wrong. A fault leaves a sign in its place,
 * so that the rest is still checked and the markup around it still is markup. A template that writes without bounds is
 * stopped, and then there is no Markdown.
 */
export function evaluate(
  template: ParsedTemplate,
  find: FindPartial,
  setting: Setting,
): { rendered?: Rendered; diagnostics: readonly Diagnostic[]; files: readonly string[] } {
  const evaluation = new Evaluation(template.file, find, setting);
  const complete = evaluation.run(template);
  return {
    ...(complete && { rendered: evaluation.output.finish() }),
    diagnostics: evaluation.findings.all,
    files: [...evaluation.files],
  };
}

class Evaluation {
  readonly findings = new Findings();
  readonly output: Output;
  /** Paths of the template and of the partials it included. */
  readonly files = new Set<string>();
  private file: SourceFile;
  private steps = 0;
  /** Partials being written, with the place that includes each. */
  private readonly including: { readonly name: string; readonly from: Position }[] = [];
  private readonly find: FindPartial;
  private readonly setting: Setting;

  constructor(file: SourceFile, find: FindPartial, setting: Setting) {
    this.file = file;
    this.find = find;
    this.setting = setting;
    this.output = new Output(file);
    this.files.add(file.path);
  }

  /** @returns whether it came to its end */
  run(template: ParsedTemplate): boolean {
    const names = new Map<string, Value>();
    try {
      this.program(template.program, { context: {}, blockParams: names, data: names });
      return true;
    } catch (error) {
      if (!(error instanceof Runaway)) throw error;
      this.findings.error('template/runaway', error.message, {
        at: placeOf(error.at),
        expected: `at most ${mostSteps} steps and ${mostCharacters} characters`,
        hint: 'look for {{#each}} inside {{#each}}; name the topic: {{#each (facts topic="…")}}',
      });
      return false;
    }
  }

  private program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) {
      this.steps += 1;
      if (this.steps > mostSteps)
        throw new Runaway(
          `the template takes more than ${mostSteps} steps`,
          positionOf(this.file, statement),
        );
      if (this.output.length > mostCharacters) {
        throw new Runaway(
          `the template writes more than ${mostCharacters} characters`,
          positionOf(this.file, statement),
        );
      }
      this.statement(statement, scope);
    }
  }

  private statement(statement: hbs.AST.Statement, scope: Scope): void {
    switch (statement.type) {
      case 'ContentStatement':
        this.content(statement as hbs.AST.ContentStatement);
        break;
      case 'MustacheStatement': {
        const node = statement as hbs.AST.MustacheStatement;
        this.print(this.call(node, scope), node);
        break;
      }
      case 'BlockStatement':
        this.block(statement as hbs.AST.BlockStatement, scope);
        break;
      case 'PartialStatement':
        this.partial(statement as hbs.AST.PartialStatement, scope);
        break;
      // Comments write nothing; what is left is reported by `check.ts`.
    }
  }

  private content(node: hbs.AST.ContentStatement): void {
    // Handlebars drops the line ends and blanks around blocks that stand alone; the place is that of what is left.
    const original = node.original as unknown as string;
    const left = 'leftStripped' in node && node.leftStripped === true;
    const dropped = Math.max(0, left ? original.lastIndexOf(node.value) : original.indexOf(node.value));
    const skipped = original.slice(0, dropped);
    const lines = skipped.split('\n').length - 1;
    const start = positionOf(this.file, node);
    const column = lines === 0 ? start.column + dropped : dropped - skipped.lastIndexOf('\n');
    this.output.write(node.value, { file: this.file, line: start.line + lines, column });
  }

  private print(value: Value, node: hbs.AST.MustacheStatement): void {
    const at = positionOf(this.file, node);
    if (value === undefined) {
      this.output.writeToken({ kind: 'inline', inline: { kind: 'text', value: '…' }, at });
      return;
    }
    if (value instanceof Written) this.output.writeToken({ kind: 'inline', inline: value.inline, at });
    else if (value instanceof Placed) {
      const { kind, id, form } = value;
      this.output.writeToken({ kind, id, form, at });
    } else if (typeof value === 'string' || typeof value === 'number') {
      this.output.writeToken({ kind: 'inline', inline: { kind: 'text', value: String(value) }, at });
    } else {
      const what = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
      this.report(node, 'wrong-value', `${what} cannot be printed`, {
        expected: 'a text or a figure',
        hint: Array.isArray(value) ? 'go through it with {{#each … as |item|}}' : undefined,
      });
    }
  }

  private block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = node.path.original;
    const [argument] = node.params;
    if (!builtInBlocks.has(name) || !argument) return;
    const value = this.expression(argument, scope);
    const names = node.program.blockParams ?? [];
    if (name === 'each') {
      if (!Array.isArray(value)) {
        if (value !== undefined) {
          this.report(argument, 'wrong-value', 'each needs a list', {
            expected: '{{#each (facts topic="…") as |id|}}',
          });
        }
        return;
      }
      if (value.length === 0) this.program(node.inverse, scope);
      value.forEach((item: Value, index) => {
        const data: [string, Value][] = [
          ['index', index],
          ['first', index === 0],
          ['last', index === value.length - 1],
        ];
        this.program(node.program, inner(scope, item, names, [item, index], data));
      });
    } else if (name === 'with') {
      if (truthy(value)) this.program(node.program, inner(scope, value, names, [value], []));
      else this.program(node.inverse, scope);
    } else {
      this.program(truthy(value) === (name === 'if') ? node.program : node.inverse, scope);
    }
  }

  private partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const name = partialName(node);
    const partial = name === undefined ? undefined : this.find(name);
    // Reported before the run.
    if (name === undefined || !partial || partial === 'broken') return;
    if (this.including.some((outer) => outer.name === name)) return;
    if (this.including.length >= mostPartials) {
      this.report(node, 'too-much', 'partials include one another too deeply', {
        expected: `at most ${mostPartials} levels`,
      });
      return;
    }
    let context = node.params[0] ? this.expression(node.params[0], scope) : scope.context;
    const pairs = node.hash?.pairs ?? [];
    if (pairs.length > 0) {
      const own = isRecord(context) ? Object.entries(context) : [];
      const given = pairs.map((pair): [string, Value] => [pair.key, this.expression(pair.value, scope)]);
      context = record([...own, ...given]);
    }
    const outer = this.file;
    this.including.push({ name, from: positionOf(outer, node) });
    this.file = partial.file;
    this.files.add(partial.file.path);
    const partialScope: Scope = { context, blockParams: new Map(), data: scope.data };
    this.output.indented(node.indent ?? '', () => this.program(partial.program, partialScope));
    this.file = outer;
    this.including.pop();
  }

  private expression(node: hbs.AST.Expression, scope: Scope): Value {
    switch (node.type) {
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return (node as hbs.AST.StringLiteral).value;
      case 'NullLiteral':
        return null;
      case 'PathExpression':
        return this.path(node as hbs.AST.PathExpression, scope);
      case 'SubExpression':
        return this.call(node as hbs.AST.SubExpression, scope);
      default:
        return undefined;
    }
  }

  private call(node: Call, scope: Scope): Value {
    if (node.path.type !== 'PathExpression') return this.expression(node.path, scope);
    const path = node.path as hbs.AST.PathExpression;
    if (isPath(node, [...scope.blockParams.keys()])) return this.path(path, scope, true);
    const helper = helpers.get(path.original);
    // What `check.ts` has reported writes nothing.
    if (!helper || node.params.length !== helper.parameters.length) return undefined;
    const parameters: string[] = [];
    let sound = true;
    for (const [index, parameter] of node.params.entries()) {
      const value = this.expression(parameter, scope);
      if (typeof value === 'string') parameters.push(value);
      else {
        sound = false;
        if (value !== undefined) {
          this.report(
            parameter,
            'wrong-value',
            `the ${helper.parameters[index]} of ${path.original} must be a text`,
            { expected: `a text in double quotes: {{${path.original} "…"}}` },
          );
        }
      }
    }
    const options: Record<string, string | boolean> = {};
    for (const pair of node.hash?.pairs ?? []) {
      const allowed = helper.options?.[pair.key];
      if (allowed === undefined) continue;
      const value = this.expression(pair.value, scope);
      if (fits(value, allowed)) options[pair.key] = value;
      else {
        sound = false;
        const known = typeof allowed === 'string' ? [] : allowed;
        const shown = isText(value) ? `"${textOf(value)}"` : JSON.stringify(value);
        if (value === undefined) continue;
        this.report(pair.value, 'wrong-value', `${path.original} has no ${pair.key} ${shown}`, {
          expected: typeof allowed === 'string' ? `a ${allowed}` : `one of ${known.join(', ')}`,
          hint: isText(value) ? didYouMean(textOf(value), known) : undefined,
        });
      }
    }
    if (!sound) return undefined;
    try {
      return helper.run(this.setting, parameters, options);
    } catch (error) {
      if (!(error instanceof HelperError)) throw error;
      const { argument } = error;
      const wrong =
        typeof argument === 'number'
          ? node.params[argument]
          : node.hash?.pairs.find((pair) => pair.key === argument)?.value;
      this.findings.error(error.code, error.message, {
        at: placeOf(positionOf(this.file, wrong ?? node)),
        expected: error.expected,
        hint: this.withOrigin(error.hint),
      });
      return undefined;
    }
  }

  private path(node: hbs.AST.PathExpression, scope: Scope, printed = false): Value {
    const found = lookUp(node, scope);
    return found ? found.value : this.unknown(node, scope, printed);
  }

  private unknown(node: hbs.AST.PathExpression, scope: Scope, printed: boolean): undefined {
    const known = namesIn(scope);
    const candidates = printed ? [...known, ...helpers.keys()] : known;
    this.report(node, 'unknown-name', `there is nothing named "${node.original}" here`, {
      expected: printed
        ? `one of ${some(candidates, 20)}`
        : [known.length > 0 ? `one of ${some(known)}` : '', 'a text in double quotes']
            .filter(Boolean)
            .join(', or '),
      hint: didYouMean(
        node.original,
        candidates,
        printed
          ? 'what a partial needs is given to it: {{> name title="…"}}'
          : `put it in quotes: "${node.original}"`,
      ),
    });
    return undefined;
  }

  private report(
    node: hbs.AST.Node,
    code: string,
    message: string,
    rest: { expected?: string; hint?: string | undefined } = {},
  ): void {
    this.findings.error(`template/${code}`, message, {
      at: placeOf(positionOf(this.file, node)),
      ...rest,
      hint: this.withOrigin(rest.hint),
    });
  }

  /** In a partial, what is wrong may lie in what it was given. */
  private withOrigin(hint: string | undefined): string | undefined {
    const from = this.including.at(-1)?.from;
    if (!from) return hint;
    const origin = `included from ${from.file.path}:${from.line}`;
    return hint ? `${hint} (${origin})` : origin;
  }
}

function fits(value: Value, allowed: readonly string[] | 'boolean' | 'text'): value is string | boolean {
  if (allowed === 'boolean') return typeof value === 'boolean';
  return typeof value === 'string' && (allowed === 'text' || allowed.includes(value));
}
