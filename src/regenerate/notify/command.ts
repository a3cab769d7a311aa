/** Layer 5. Telling a program: started without shell in the root, the report as JSON on its standard input. */
import type { NoticeChannel } from '../../facts/regeneration-schema.js';
import { type Around, type Delivered, type Notice, Undelivered } from './delivery.js';

type CommandChannel = Extract<NoticeChannel, { kind: 'command' }>;

/** @throws {Undelivered} when it cannot be started, ends with another code than 0, or takes too long */
export async function tellCommand(
  { outside, root }: Around,
  { run, timeout = 60 }: CommandChannel,
  { id, report }: Notice,
): Promise<Delivered> {
  const input = `${JSON.stringify({ id, ...report })}\n`;
  const { code, output, timedOut } = await outside.run(run, { input, folder: root, seconds: timeout });
  if (code === 0) return output === '' ? {} : { output };
  const said = output === '' ? '' : `: ${output}`;
  if (timedOut)
    throw new Undelivered(
      `the program was stopped after ${timeout} s${said}`,
      'Let it end sooner, or raise timeout.',
    );
  if (code === undefined)
    throw new Undelivered(
      `the program could not be started${said}`,
      'Check its name; it is looked for in PATH, and without shell.',
    );
  throw new Undelivered(
    `the program ended with code ${code}${said}`,
    'Run it by hand with a report on its standard input.',
  );
}
