/** Layer 6. From the words of the command line to an exit code. No fault gets out as a stack trace. */
import { Command, CommanderError } from 'commander';
import { version } from '../build/version.js';
import { exitCodes, FindingsError, printable, UsageError } from '../diagnostic.js';
import { plainFault } from './fault.js';
import { fromHere, printFindings } from './report.js';
import type { Terminal } from './terminal.js';
import { printJson } from './verb.js';
import { verbs } from './verbs.js';

const epilogue = `
Exit codes: 0 fine, 1 findings in data or templates, 2 wrong use or a fault of the environment.
Environment: NO_COLOR, SOURCE_DATE_EPOCH (date inside the files), SOFFICE (path of LibreOffice), ZONEBRIEF_DEBUG=1 (stack of an unexpected error).`;

/** @returns the exit code */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.fine;
  const program = new Command('zonebrief')
    .description('Investor decks, bilingual summaries and charts from a typed, evidenced fact model.')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .addHelpText('after', epilogue);
  for (const [name, verb] of Object.entries(verbs)) {
    const command = program
      .command(name)
      .summary(verb.summary)
      .description(verb.summary)
      .copyInheritedSettings(program);
    verb.describe(command);
    command.action(async () => {
      code = await verb.run(terminal, command);
    });
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, terminal, words.includes('--json'));
  }
}

function failed(thrown: unknown, terminal: Terminal, json: boolean): number {
  const error = plainFault(thrown) ?? thrown;
  if (error instanceof CommanderError) {
    // Help and version end here too; what commander has to say it has said to people.
    if (error.exitCode === 0) return exitCodes.fine;
    const said = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
    if (json) printJson(terminal, { ok: false, error: { message: said } });
    return exitCodes.usage;
  }
  if (error instanceof FindingsError) {
    if (json) printJson(terminal, { ok: false, diagnostics: fromHere(terminal, error.diagnostics) });
    else printFindings(terminal, error.diagnostics);
    return exitCodes.findings;
  }
  const message = error instanceof Error ? error.message : String(error);
  const hint = error instanceof UsageError ? error.hint : undefined;
  if (json) printJson(terminal, { ok: false, error: { message, ...(hint === undefined ? {} : { hint }) } });
  if (error instanceof UsageError) {
    const remedy = hint ? `  hint: ${printable(hint)}\n` : '';
    terminal.err(`${terminal.paint('red', 'zonebrief:')} ${printable(message)}\n${remedy}`);
    return exitCodes.usage;
  }
  const debug = terminal.world.environment('ZONEBRIEF_DEBUG');
  const detail = debug && error instanceof Error ? error.stack : message;
  terminal.err(`${terminal.paint('red', 'zonebrief: unexpected error:')} ${detail}\n`);
  if (!debug)
    terminal.err(
      '  hint: run again with ZONEBRIEF_DEBUG=1 for the stack, and report it with the input at hand\n',
    );
  return exitCodes.usage;
}
