/** Layer 3. Handlebars source → syntax tree, with faults of syntax as findings. Only Handlebars' parser is used: what a
 * template may say is decided in `check.ts`, and it is carried out in `evaluate.ts`. */
import Handlebars from 'handlebars';
import { type Diagnostic, printable } from '../../diagnostic.js';
import { type Position, placeOf, positionAt, type SourceFile } from '../source-file.js';
import { privateUse } from '../token.js';

export interface ParsedTemplate {
  readonly file: SourceFile;
  readonly program: hbs.AST.Program;
}

/** No template written by hand comes near this. */
const mostCharacters = 200_000;
const mostLevels = 40;

/** Where a node begins. Handlebars counts lines from 1 and columns from 0. */
export function positionOf(file: SourceFile, node: hbs.AST.Node): Position {
  return { file, line: node.loc.start.line, column: node.loc.start.column + 1 };
}

export function parseTemplate(file: SourceFile): { parsed?: ParsedTemplate; diagnostics: Diagnostic[] } {
  if (file.text.length > mostCharacters) {
    return {
      diagnostics: [
        {
          code: 'template/too-long',
          severity: 'error',
          message: `the template has ${file.text.length} characters`,
          at: { file: file.path },
          expected: `at most ${mostCharacters}`,
          hint: 'split it into several templates',
        },
      ],
    };
  }
  const diagnostics = forbiddenCharacters(file);
  try {
    const program = Handlebars.parse(file.text);
    if (isDeeperThan(program, mostLevels)) throw new RangeError('nested too deeply');
    return { parsed: { file, program }, diagnostics };
  } catch (error) {
    diagnostics.push(syntaxFinding(file, error));
    return { diagnostics };
  }
}

/** Blocks in blocks and calls in calls: both are walked by recursion. */
function isDeeperThan(node: unknown, levels: number): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (levels === 0) return true;
  const { body, program, inverse, params, hash } = node as Partial<hbs.AST.BlockStatement & hbs.AST.Program>;
  const values = hash?.pairs.map((pair) => pair.value) ?? [];
  return [...(body ?? []), program, inverse, ...(params ?? []), ...values].some((each) =>
    isDeeperThan(each, levels - 1),
  );
}

/** Control characters break both Office formats; private-use ones are this program's own marks. Character references
 * (`&#xE000;`) count, since Markdown decodes them. */
function forbiddenCharacters(file: SourceFile): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const pattern =
    /[\p{Cc}\p{Co}\p{Cs}\uFFFD-\uFFFF\u202A-\u202E\u2066-\u2069]|&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,9}));/gu;
  for (const match of file.text.matchAll(pattern)) {
    const [written, hexadecimal, decimal] = match;
    if (written === '\n' || written === '\t') continue;
    const point =
      hexadecimal !== undefined
        ? Number.parseInt(hexadecimal, 16)
        : decimal !== undefined
          ? Number(decimal)
          : written.codePointAt(0)!;
    const valid = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    const character = valid ? String.fromCodePoint(point) : '';
    if (
      valid &&
      !/[\p{Cc}\uFFFD-\uFFFF\u202A-\u202E\u2066-\u2069]/u.test(character) &&
      !privateUse.test(character)
    )
      continue;
    const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    diagnostics.push({
      code: 'template/forbidden-character',
      severity: 'error',
      message: `the character ${name} may not stand in a template`,
      at: placeOf(positionAt(file, match.index)),
      expected:
        'UTF-8 text; no control, private-use or surrogate characters, none that turn the direction of writing',
      hint: 'delete it; it often comes in with text pasted from a PDF',
    });
    // A binary file would give thousands.
    if (diagnostics.length === 20) break;
  }
  return diagnostics;
}

const tokenNames: Readonly<Record<string, string>> = {
  EOF: 'the end of the file',
  INVALID: 'a character that has no meaning between {{ and }}',
  OPEN_ENDBLOCK: '{{/…}}',
  INVERSE: '{{else}}',
  CLOSE: '}}',
  CLOSE_UNESCAPED: '}}}',
  CLOSE_SEXPR: ')',
  EQUALS: '=',
};

/** Handlebars' message ("Parse error on line 3:\n…excerpt\n----^\nExpecting …, got 'X'") as a finding. */
function syntaxFinding(file: SourceFile, error: unknown): Diagnostic {
  const fault = error as Error & { lineNumber?: number; column?: number };
  const code = 'template/syntax';
  if (fault.lineNumber !== undefined) {
    const at = placeOf({ file, line: fault.lineNumber, column: (fault.column ?? 0) + 1 });
    // "if doesn't match each - 3:2": the place is said already.
    const message = fault.message
      .replace(/ - \d+:\d+$/, '')
      .replace(/^(\S+) doesn't match (\S+)$/, 'the block {{#$1}} is closed by {{/$2}}');
    return {
      code,
      severity: 'error',
      message,
      at,
      hint: 'close each {{#name}} with {{/name}} of the same name',
    };
  }
  const found =
    /^(?:Parse|Lexical) error on line (\d+)[^\n]*\n([^\n]*)\n(-*)\^(?:\n[\s\S]*, got '(\w+)')?/.exec(
      fault.message,
    );
  if (!found) {
    const tooDeep = error instanceof RangeError;
    return {
      code,
      severity: 'error',
      message: tooDeep
        ? 'blocks or calls are nested too deeply'
        : `Handlebars cannot be read: ${fault.message}`,
      at: { file: file.path },
      ...(tooDeep && { expected: `at most ${mostLevels} levels` }),
      hint: tooDeep ? 'write the inner part as a partial of its own, or make it simpler' : 'check the braces',
    };
  }
  const [, lineText, shown = '', dashes = '', got = ''] = found;
  if (got === 'EOF') return unclosed(file);
  const broken = brokenTag(file);
  if (broken) return broken;
  if (got === 'OPEN_ENDBLOCK' || got === 'INVERSE') {
    const stray = strayEnd(file);
    if (stray) return stray;
  }
  const line = Number(lineText);
  const source = file.text.split('\n')[line - 1] ?? '';
  // The excerpt joins lines and is cut on the left; what stands before the caret says where on the line it is.
  const before = shown
    .replace(/^\.\.\./, '')
    .slice(0, Math.max(0, dashes.length - (shown.startsWith('...') ? 3 : 0)));
  let column = 1;
  for (let length = Math.min(before.length, source.length); length > 0; length -= 1) {
    const index = source.indexOf(before.slice(-length));
    if (index >= 0) {
      column = index + length + 1;
      break;
    }
  }
  return {
    code,
    severity: 'error',
    message: `Handlebars cannot be read here: found ${tokenNames[got] ?? got.toLowerCase().replaceAll('_', ' ')}`,
    at: placeOf({ file, line, column: Math.min(column, source.length + 1) }),
    expected:
      'for example {{fact "funds.committed" style="tile"}}: a name, then texts in double quotes and name="value"',
    hint: 'look for a missing quotation mark or brace; write \\{{ for braces that are text',
  };
}

/**
 * The first tag that is not closed before another brace or quotation mark comes. The parser stumbles only there, often
 * lines below the fault.
 */
function brokenTag(file: SourceFile): Diagnostic | undefined {
  const tag = /\\\{\{|\{\{!--[\s\S]*?--~?\}\}|\{\{![^}]*\}\}|\{\{(?:"[^"\n]*"|'[^'\n]*'|[^"'{}])*(\}\}|)/g;
  for (const match of file.text.matchAll(tag)) {
    const [text, end] = match;
    if (end !== '' || !text.startsWith('{{') || text.startsWith('{{!')) continue;
    // Three braces and the like are for the parser to judge.
    if (file.text.startsWith('{{{', match.index)) continue;
    const shownTag = printable(text.split('\n', 1)[0]!.slice(0, 60));
    const rest = file.text.slice(match.index + text.length);
    // Only " is told apart: an apostrophe further on the line belongs to the prose.
    const quote = !text.includes('\n') && rest.startsWith('"') ? '"' : undefined;
    return {
      code: 'template/syntax',
      severity: 'error',
      message: quote
        ? `a text in ${shownTag}${printable(rest.split('\n', 1)[0]!.slice(0, 30))} is never closed`
        : `${shownTag.trimEnd()} is never closed`,
      at: placeOf(positionAt(file, match.index)),
      expected: 'for example {{fact "funds.committed" style="tile"}}',
      hint: quote
        ? `add the missing ${quote}`
        : 'add }} where the tag ends; write \\{{ for braces that are text',
    };
  }
  return undefined;
}

/** The first {{/name}} or {{else}} that no block is open for. */
function strayEnd(file: SourceFile): Diagnostic | undefined {
  let open = 0;
  for (const match of file.text.matchAll(/(?<!\\)\{\{~?(?:([#/^])[>*]?\s*([^\s}~]+)|(else)(?=[\s}~]))/g)) {
    const [text, sign, name] = match;
    if (sign === '#' || sign === '^') open += 1;
    else if (open === 0) {
      return {
        code: 'template/syntax',
        severity: 'error',
        message: sign ? `{{/${name}}} closes nothing` : '{{else}} stands outside a block',
        at: placeOf(positionAt(file, match.index)),
        expected: sign ? `{{#${name} …}} somewhere before it` : '{{#if …}} somewhere before it',
        hint: `remove ${text}}}, or add the line that begins the block`,
      };
    } else if (sign === '/') open -= 1;
  }
  return undefined;
}

/** The innermost block that nothing closes. Only for a message, so comments are not told apart. */
function unclosed(file: SourceFile): Diagnostic {
  const stack: { name: string; offset: number }[] = [];
  for (const match of file.text.matchAll(/\{\{~?([#/])[>*]?\s*([^\s}~]+)/g)) {
    if (match[1] === '#') stack.push({ name: match[2]!, offset: match.index });
    else stack.pop();
  }
  const block = stack.pop();
  return {
    code: 'template/syntax',
    severity: 'error',
    message: block ? `{{#${block.name}}} is never closed` : 'the template ends in the middle of a tag',
    at: placeOf(positionAt(file, block?.offset ?? file.text.length)),
    hint: block ? `add {{/${block.name}}} where the block ends` : 'close it with }}',
  };
}
