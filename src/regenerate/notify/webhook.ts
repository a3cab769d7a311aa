/**
 * Layer 5. Telling a web service: one POST of the report, signed as Standard Webhooks 1.0 has it
 * (https://www.standardwebhooks.com), for which there are libraries in most languages.
 *
 *     webhook-id, idempotency-key    the notice; the same in every attempt
 *     webhook-timestamp              seconds since 1970, of this attempt
 *     webhook-signature              v1,<base64 of HMAC-SHA256 over "id.timestamp.body">
 *
 * The key is the secret's own bytes, or what follows `whsec_`, read as base64.
 */
import { createHmac } from 'node:crypto';
import type { NoticeChannel } from '../../facts/regeneration-schema.js';
import { type Answer, isLoopback } from '../outside.js';
import { type Around, type Delivered, type Notice, secretOf, Undelivered } from './delivery.js';

type WebhookChannel = Extract<NoticeChannel, { kind: 'webhook' }>;

/** Set to 1 by tests, whose servers on this machine speak without TLS. */
const plainLoopback = 'ZONEBRIEF_HTTP_LOOPBACK';

/** Redirects followed in one attempt, within the same origin. */
const mostRedirects = 3;
/** Seconds that a server may ask to be left alone; beyond, the next run tries again. */
const longestWait = 300;

/** @throws {Undelivered} when no attempt was answered with a code from 200 to 299 */
export async function tellWebhook(
  around: Around,
  channel: WebhookChannel,
  { id, report }: Notice,
): Promise<Delivered> {
  const { world, outside } = around;
  const { url, retries = 4, timeout = 15 } = channel;
  const { protocol, hostname, host } = new URL(url);
  if (protocol !== 'https:' && !(isLoopback(hostname) && world.environment(plainLoopback) === '1'))
    throw new Undelivered(`${host} would be told without TLS`, 'Write https:// in url.');
  const secret = secretOf(world, channel.secret);
  const body = JSON.stringify({ id, ...report });
  for (let attempt = 1; ; attempt += 1) {
    const fault = await attemptOnce(around, url, { id, body, secret, timeout });
    if (!fault) return { attempts: attempt };
    const wait = fault.after ?? backoff(id, attempt);
    if (fault.final || attempt > retries || wait > longestWait)
      throw new Undelivered(
        `${host} ${fault.message}${attempt > 1 ? `, in ${attempt} attempts` : ''}`,
        fault.hint ?? 'Check the service; the notice is sent again at the next run.',
      );
    await outside.sleep(wait * 1000);
  }
}

interface Fault {
  readonly message: string;
  /** Another attempt would come to the same. */
  readonly final: boolean;
  /** Seconds that the server asks for. */
  readonly after?: number | undefined;
  readonly hint?: string;
}

async function attemptOnce(
  { world, outside }: Around,
  url: string,
  { id, body, secret, timeout }: { id: string; body: string; secret: string; timeout: number },
): Promise<Fault | undefined> {
  const timestamp = String(Math.floor(world.now().getTime() / 1000));
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'zonebrief',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': sign(secret, id, timestamp, body),
    'idempotency-key': id,
  };
  let target = url;
  for (let redirects = 0; ; redirects += 1) {
    let answer: Answer;
    try {
      answer = await outside.post(target, { headers, body, seconds: timeout });
    } catch (error) {
      return { message: `did not answer: ${(error as Error).message}`, final: false };
    }
    const { status } = answer;
    if (status >= 200 && status < 300) return undefined;
    if (status < 300 || status >= 400) return refusal(answer, world.now());
    const next = redirectOf(answer, target);
    if (typeof next === 'object') return next;
    if (redirects >= mostRedirects)
      return { message: `redirects more than ${mostRedirects} times`, final: true };
    target = next;
  }
}

/** `v1,…` for the header. */
export function sign(secret: string, id: string, timestamp: string, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret;
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Where the same report may be sent to instead: another host has no claim to it, and 301 to 303 would lose the body. */
function redirectOf({ status, headers }: Answer, from: string): string | Fault {
  const location = headers.location ?? '';
  const hint = 'Write the address that it redirects to in url, if it is the right one.';
  if (location === '' || !URL.canParse(location, from))
    return { message: `answered ${status} without an address`, final: true };
  const to = new URL(location, from);
  if (to.origin !== new URL(from).origin)
    return { message: `redirects to another host, ${to.host}`, final: true, hint };
  if (status !== 307 && status !== 308)
    return { message: `answered ${status}, a redirect that drops what was sent`, final: true, hint };
  return to.href;
}

/** 408 Request Timeout, 425 Too Early, 429 Too Many Requests, and faults of the server pass; other refusals stay. */
function refusal({ status, headers, text }: Answer, now: Date): Fault {
  const final = status < 500 && ![408, 425, 429].includes(status);
  const said = text.trim() === '' ? '' : `: ${text.trim().slice(0, 300)}`;
  return {
    message: `answered ${status}${said}`,
    final,
    after: secondsOf(headers['retry-after'], now),
    ...((status === 401 || status === 403) && { hint: 'Check that both sides have the same secret.' }),
  };
}

/** Retry-After: seconds, or a date (RFC 9110, 10.2.3). */
function secondsOf(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}

/** 1, 2, 4 … 60 seconds, up to a quarter more: another notice's attempts fall beside these. */
function backoff(id: string, attempt: number): number {
  const spread = createHmac('sha256', id).update(String(attempt)).digest().readUInt8(0) / 1024;
  return Math.min(60, 2 ** (attempt - 1)) * (1 + spread);
}
