/** Layer 3. Every statement and call of a Handlebars syntax tree, in the order of the text. */

export type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

/** Called before a node's children are visited; `scope` holds the block parameters in force. */
export type Visit = (node: hbs.AST.Node, scope: readonly string[]) => void;

export function walk(
  program: hbs.AST.Program | undefined,
  visit: Visit,
  scope: readonly string[] = [],
): void {
  if (!program) return;
  const inner = program.blockParams?.length ? [...scope, ...program.blockParams] : scope;
  for (const statement of program.body) {
    visit(statement, inner);
    if ('params' in statement) arguments_(statement as Call, visit, inner);
    if ('program' in statement) walk((statement as hbs.AST.BlockStatement).program, visit, inner);
    // The parameters of a block are in force in its main part only.
    if ('inverse' in statement) walk((statement as hbs.AST.BlockStatement).inverse, visit, inner);
  }
}

function arguments_(call: Call | hbs.AST.PartialStatement, visit: Visit, scope: readonly string[]): void {
  for (const value of [...call.params, ...(call.hash?.pairs.map((pair) => pair.value) ?? [])]) {
    if (value.type !== 'SubExpression') continue;
    visit(value, scope);
    arguments_(value as hbs.AST.SubExpression, visit, scope);
  }
}
