/** Layer 6. zonebrief quantity: reads a figure phrase, hedge and unit included. */
import * as z from 'zod';
import { exitCodes, UsageError } from '../../diagnostic.js';
import type { Figure } from '../../language/read.js';
import { jsonOption, type Verb } from '../verb.js';

const request = z.object({ language: z.string(), text: z.string() });

const negative = /unknown option '(-[^a-z'-][^']*)'/i;

interface Flags {
  readonly language?: string;
  readonly stdin?: boolean;
  readonly json?: boolean;
}

export const quantity: Verb = {
  summary: 'read a phrase such as 近17万人 or "mehr als 15 %" as a quantity with its hedge',
  describe(command) {
    jsonOption(
      command
        .argument('[phrase]', 'a phrase with one figure')
        .option('-l, --language <tag>', 'language of the phrase, such as zh-CN')
        .option('--stdin', 'read one JSON object {"language", "text"} a line, print one result a line'),
    ).addHelpText('after', '\nExample:\n  zonebrief quantity --language zh-CN 近17万人 --json');
    // commander takes a phrase that begins with a hyphen for an option.
    command.configureOutput({
      outputError: (text, write) => {
        if (!negative.test(text)) write(text);
      },
    });
    command.exitOverride((error) => {
      const phrase = negative.exec(error.message)?.[1];
      if (phrase === undefined) throw error;
      throw new UsageError(
        `"${phrase}" was taken for an option`,
        `set "--" before the phrase: zonebrief quantity -l de -- "${phrase}"`,
      );
    });
  },
  async run(terminal, command) {
    const { readFigure } = await import('../../language/read.js');
    const flags = command.opts<Flags>();
    if (flags.stdin) {
      if (command.args.length > 0)
        throw new UsageError('a phrase and --stdin exclude each other', 'give one of them');
      // A line without a figure is answered as such: who sends many looks at the answers, not at the exit code.
      for await (const line of terminal.lines()) {
        if (line.trim() !== '') terminal.out(`${JSON.stringify(answer(line, flags.language, readFigure))}\n`);
      }
      return exitCodes.fine;
    }
    const [phrase] = command.args;
    if (phrase === undefined)
      throw new UsageError('no phrase was given', 'zonebrief quantity --language zh-CN 近17万人');
    if (flags.language === undefined) {
      throw new UsageError(
        'the language of the phrase is missing',
        'add --language, such as --language zh-CN',
      );
    }
    const read = readFigure(phrase, flags.language);
    if (flags.json) terminal.out(`${JSON.stringify(read)}\n`);
    else if ('error' in read) terminal.err(`zonebrief: ${read.error}\n`);
    else terminal.out(`${inWords(read)}\n`);
    return 'error' in read ? exitCodes.findings : exitCodes.fine;
  },
};

/** One line in, one result out; a bad line is answered like a phrase without a figure, so that the lines stay in step. */
function answer(
  line: string,
  language: string | undefined,
  read: (text: string, tag: string) => Figure | { error: string },
) {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'the line is no JSON: expected {"language": "zh-CN", "text": "近17万人"}' };
  }
  const parsed = request.safeParse({ ...(language !== undefined && { language }), ...(value as object) });
  if (!parsed.success) return { error: 'expected an object with "language" and "text", both strings' };
  try {
    return read(parsed.data.text, parsed.data.language);
  } catch (error) {
    if (error instanceof UsageError) return { error: error.message };
    throw error;
  }
}

function inWords({ amount, max, unit, qualifier, per, basis, direction }: Figure): string {
  const bounds = max === undefined ? amount : `${amount} to ${max}`;
  const rate = per ? `per ${per.amount} ${per.unit}` : '';
  return [qualifier, bounds, unit ?? '(no unit)', rate, basis ?? '', direction ?? '']
    .filter(Boolean)
    .join(' ');
}
