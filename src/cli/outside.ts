/** Layer 6. The machine as `regenerate/` needs it: programs, requests, mails, waiting. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, isLoopback, type Mail, type MailServer, type Outside } from '../regenerate/outside.js';
import type { RunProgram } from './programs.js';

/** Of an answer no more is read than a log shows. */
const mostRead = 2000;

/** @param ca certificates that mail servers are known by, beside those of the machine: of tests */
export function nodeOutside(run: RunProgram, ca?: string): Outside {
  return {
    run: ([program = '', ...words], { input, folder, seconds }) =>
      run(program, words, { environment: {}, input, folder, seconds, outlivesInterrupt: true }),
    post,
    mail: (server, mail) => sendMail(server, mail, ca),
    sleep: (milliseconds, signal) =>
      wait(milliseconds, undefined, { ...(signal && { signal }) }).catch(() => undefined),
  };
}

async function post(
  url: string,
  { headers, body, seconds }: Parameters<Outside['post']>[1],
): Promise<Answer> {
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const response = await fetch(url, { method: 'POST', redirect: 'manual', headers, body, signal });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await beginningOf(response),
    };
  } catch (error) {
    if (signal.aborted) throw new Error(`no answer in ${seconds} s`);
    // "fetch failed" alone says nothing; why it did is one level below.
    const { cause, message } = error as Error;
    throw new Error(
      cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message,
    );
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length >= mostRead) break;
  }
  return text.slice(0, mostRead);
}

/** Encrypted and with the server's certificate checked, but on this machine itself, where no wire is. */
async function sendMail(
  { host, port, user, password, seconds }: MailServer,
  { id, date, from, to, subject, text, attachments }: Mail,
  ca: string | undefined,
): Promise<readonly string[]> {
  const { createTransport } = await import('nodemailer');
  const atOnce = port === 465;
  const milliseconds = seconds * 1000;
  const transport = createTransport({
    host,
    port,
    secure: atOnce,
    ...(!atOnce && (isLoopback(host) && ca === undefined ? { ignoreTLS: true } : { requireTLS: true })),
    ...(user !== undefined && password !== undefined && { auth: { user, pass: password } }),
    tls: { minVersion: 'TLSv1.2', ...(ca !== undefined && { ca }) },
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    // What is attached is handed over; nothing that a text says is opened.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const late = new AbortController();
  try {
    const sent = transport.sendMail({
      messageId: `<${id}>`,
      date,
      from,
      to: [...to],
      subject,
      text,
      attachments: attachments.map(({ name, content }) => ({
        filename: name,
        content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
      })),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    const timeout = wait(milliseconds, undefined, { signal: late.signal }).then(() => {
      throw new Error(`not taken in ${seconds} s`);
    });
    // Whichever of the two comes second has nobody to tell.
    timeout.catch(() => undefined);
    sent.catch(() => undefined);
    const { rejected } = await Promise.race([sent, timeout]);
    return rejected.map(String);
  } finally {
    late.abort();
    transport.close();
  }
}
