import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeOutside } from '../../../src/cli/outside.js';
import { runProgram } from '../../../src/cli/programs.js';
import { zoneFile } from '../../../src/facts/schema.js';
import type { Around, Notice } from '../../../src/regenerate/notify/delivery.js';
import { sign, tellWebhook } from '../../../src/regenerate/notify/webhook.js';
import { memoryWorld } from '../../../src/world.js';
import { zoneYaml } from '../machine.js';
import { type TestServer, testServer } from './server.js';

const notice: Notice = {
  id: 'zb_0123',
  report: { version: 1, zone: 'park', outcome: 'made', changes: [], findings: [], files: [] },
};

let servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

/** Real requests to servers on this machine; waiting is noted down and not done. */
async function office(answer: (number: number, response: ServerResponse) => void) {
  const server = await testServer(answer);
  servers.push(server);
  const waits: number[] = [];
  const environment = { SECRET: 'whsec_c2VjcmV0', ZONEBRIEF_HTTP_LOOPBACK: '1' };
  const around: Around = {
    world: memoryWorld({}, { environment, now: new Date('2026-01-20T06:00:00.500Z') }),
    outside: {
      ...nodeOutside(runProgram),
      async sleep(milliseconds) {
        waits.push(milliseconds / 1000);
      },
    },
    root: '/',
    zone: zoneFile.parse({
      name: { en: 'Park' },
      issuer: { en: 'Agency' },
      template: 'x',
      languages: ['en'],
      summaries: [],
    }),
  };
  const post = (more: object = {}) =>
    tellWebhook(
      around,
      { kind: 'webhook', url: `${server.address}/hook?a=1`, secret: 'SECRET', ...more },
      notice,
    );
  return { server, waits, post, around };
}

const status =
  (code: number, headers: Record<string, string> = {}, text = '') =>
  (response: ServerResponse) =>
    response.writeHead(code, headers).end(text);

describe('a webhook', () => {
  it('gets the report in one signed POST, which the libraries of Standard Webhooks can check', async () => {
    const { server, post } = await office((_, response) => status(204)(response));
    expect(await post()).toEqual({ attempts: 1 });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/hook?a=1' });
    expect(JSON.parse(request?.body as string)).toMatchObject({
      id: 'zb_0123',
      zone: 'park',
      outcome: 'made',
    });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': 'zb_0123',
      'idempotency-key': 'zb_0123',
      'webhook-timestamp': '1768888800',
    });
    const mac = createHmac('sha256', 'secret').update(`zb_0123.1768888800.${request?.body}`).digest('base64');
    expect(request?.headers['webhook-signature']).toBe(`v1,${mac}`);
  });

  it('is signed as the specification has it, in its own example', () => {
    // From the test suite of the reference libraries.
    const signature = sign(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      '1614265330',
      '{"test": 2432232314}',
    );
    expect(signature).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is tried again after faults that pass, with growing waits and the same id', async () => {
    const { server, waits, post } = await office((number, response) =>
      status([500, 429, 503, 200][number] ?? 200)(response),
    );
    expect(await post()).toEqual({ attempts: 4 });
    expect(new Set(server.requests.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set(['zb_0123']),
    );
    expect(waits.map(Math.floor)).toEqual([1, 2, 4]);
  });

  it('is left alone for as long as it asks, in seconds or until a date', async () => {
    const { waits, post } = await office((number, response) =>
      status(number < 2 ? 429 : 200, {
        'retry-after': number === 0 ? '7' : 'Tue, 20 Jan 2026 06:00:20 GMT',
      })(response),
    );
    await post();
    expect(waits).toEqual([7, 20]);
  });

  it('that asks for longer than minutes is tried again at the next run', async () => {
    const { server, waits, post } = await office((_, response) =>
      status(503, { 'retry-after': '3600' })(response),
    );
    await expect(post()).rejects.toThrow('answered 503');
    expect([server.requests.length, waits]).toEqual([1, []]);
  });

  it('is given up after the retries, with what it said', async () => {
    const { server, post } = await office((_, response) => status(500, {}, 'x'.repeat(100_000))(response));
    const error = await post({ retries: 2 }).catch((thrown: Error) => thrown);
    expect(server.requests).toHaveLength(3);
    expect((error as Error).message).toMatch(/^127\.0\.0\.1:\d+ answered 500: x{300}, in 3 attempts$/);
  });

  it('is not asked again where it refuses for good', async () => {
    const { server, post } = await office((_, response) => status(401)(response));
    await expect(post()).rejects.toMatchObject({
      message: expect.stringContaining('answered 401'),
      hint: 'Check that both sides have the same secret.',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('may redirect within its own origin, and nowhere else', async () => {
    const elsewhere = await office((_, response) => status(200)(response));
    const answers: readonly (readonly [code: number, location?: string])[] = [
      [307, '/other'],
      [200],
      [308, `${elsewhere.server.address}/steal`],
      [302, '/other'],
      [307],
    ];
    const { server, post } = await office((number, response) => {
      const [code, location] = answers[number] ?? [307, '/round'];
      status(code, location === undefined ? {} : { location })(response);
    });
    expect(await post()).toEqual({ attempts: 1 });
    expect(server.requests.map(({ url }) => url)).toEqual(['/hook?a=1', '/other']);
    await expect(post()).rejects.toThrow('redirects to another host');
    expect(elsewhere.server.requests).toEqual([]);
    await expect(post()).rejects.toThrow('answered 302, a redirect that drops what was sent');
    await expect(post()).rejects.toThrow('answered 307 without an address');
    await expect(post()).rejects.toThrow('redirects more than 3 times');
  });

  it('that does not answer in time is given up, and so is one that is not there', async () => {
    const { server, post } = await office(() => undefined);
    await expect(post({ timeout: 1, retries: 0 })).rejects.toThrow('did not answer: no answer in 1 s');
    await server.close();
    await expect(post({ retries: 0 })).rejects.toThrow(/did not answer: .*ECONNREFUSED/);
  });

  it('is not told without TLS, nor without its secret', async () => {
    const { around, server } = await office((_, response) => status(200)(response));
    const channel = { kind: 'webhook', url: `${server.address}/`, secret: 'SECRET' } as const;
    const without = (environment: Record<string, string>) =>
      tellWebhook({ ...around, world: memoryWorld({}, { environment }) }, channel, notice);
    await expect(without({ SECRET: 'x' })).rejects.toThrow('without TLS');
    await expect(without({ ZONEBRIEF_HTTP_LOOPBACK: '1' })).rejects.toThrow('SECRET is not set');
    expect(server.requests).toEqual([]);
  });

  it('stands in zone.yaml with https, or on this machine', () => {
    const parse = (url: string) =>
      zoneFile.safeParse(
        Object.assign(
          { name: { en: 'a' }, issuer: { en: 'a' }, template: 'x', languages: ['en'], summaries: [] },
          { notify: [{ kind: 'webhook', url, secret: 'A' }] },
        ),
      ).success;
    expect(zoneYaml('')).not.toContain('http');
    expect(['https://a.org', 'https://a.org:8443/x?y', 'http://127.0.0.1:1/'].map(parse)).toEqual([
      true,
      true,
      true,
    ]);
    for (const url of [
      'http://a.org/',
      'http://localhost.a.org/',
      'https://u:p@a.org/',
      'ftp://a.org',
      'https://',
    ])
      expect(parse(url), url).toBe(false);
  });
});
