/** Layer 6. GET /health over HTTP: whether the service does its work, for whatever restarts or watches services. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../diagnostic.js';
import type { Health } from '../regenerate/schedule/health.js';
import type { HealthAddress } from './schedule/flags.js';

export interface HealthServer {
  /** host:port, as it can be written into an address. */
  readonly at: string;
  close(): Promise<void>;
}

/**
 * 200 while all is well, 503 while it is not; the same JSON with both. Nothing else is answered.
 * @throws {UsageError} where the port is taken or not allowed
 */
export async function serveHealth(
  { host, port }: HealthAddress,
  health: () => Health,
): Promise<HealthServer> {
  const server = createServer({ requestTimeout: 5000, headersTimeout: 5000 }, (request, response) => {
    const { method = '', url = '' } = request;
    // Nothing is read of what is sent.
    response.setHeader('connection', 'close');
    if (url.split('?')[0] !== '/health') response.writeHead(404).end();
    else if (method !== 'GET' && method !== 'HEAD') response.writeHead(405, { allow: 'GET, HEAD' }).end();
    else {
      const state = health();
      response
        .writeHead(state.status === 'ok' ? 200 : 503, {
          'content-type': 'application/json',
          'cache-control': 'no-store',
        })
        .end(method === 'HEAD' ? undefined : `${JSON.stringify(state)}\n`);
    }
  });
  server.maxConnections = 50;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new UsageError(
          `the health endpoint cannot listen on ${host}:${port}: ${error.code ?? error.message}`,
          'name another port with --health',
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const { address, port: taken, family } = server.address() as AddressInfo;
  return {
    at: family === 'IPv6' ? `[${address}]:${taken}` : `${address}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
