/** An SMTP server on this machine, and what its mails hold. The key beside this file is for nothing else. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

const beside = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The certificate that the server shows, and that a client must be told to trust. */
export const certificate = beside('./localhost.crt.pem');

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly raw: string;
}

export interface MailServerForTests {
  readonly port: number;
  readonly mails: ReceivedMail[];
  close(): Promise<void>;
}

export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServerForTests> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    key: beside('./localhost.key.pem'),
    cert: certificate,
    authOptional: true,
    onAuth({ username, password }, _, done) {
      if (password === 'right') done(null, { user: username });
      else done(Object.assign(new Error('Wrong user name or password'), { responseCode: 535 }));
    },
    onData(stream, { envelope, secure, user }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          secure,
          user: user as string | undefined,
          raw: Buffer.concat(chunks).toString('latin1'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

export interface MailPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer;
}

/** Headers of the mail, decoded (RFC 2047), and its parts, decoded. */
export function readMail(raw: string): { headers: Readonly<Record<string, string>>; parts: MailPart[] } {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return { headers, parts: [{ headers, content: decode(body, headers) }] };
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((text) => {
      const part = split(text.replace(/^\r\n/, '').replace(/\r\n$/, ''));
      return { headers: part.headers, content: decode(part.body, part.headers) };
    });
  return { headers, parts };
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
    }),
  );
  return { headers, body: raw.slice(end + 4) };
}

const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind, word) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('latin1')
        : quotedPrintable(word.replace(/_/g, ' ')).toString('latin1'),
    )
    .replace(/^.*$/s, (all) => Buffer.from(all, 'latin1').toString('utf8'));

function decode(body: string, headers: Readonly<Record<string, string>>): Buffer {
  const encoding = headers['content-transfer-encoding'];
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? quotedPrintable(body) : Buffer.from(body, 'latin1');
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
