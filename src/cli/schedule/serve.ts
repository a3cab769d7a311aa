/** Layer 6. The service in this process: signals that end it, and the health endpoint. */
import { exitCodes } from '../../diagnostic.js';
import type { Health } from '../../regenerate/schedule/health.js';
import { type Service, type ServiceOptions, startService } from '../../regenerate/schedule/service.js';
import { serveHealth } from '../health.js';
import type { HealthAddress } from './flags.js';

const starting: Health = { status: 'failing', zones: 0, held: 0, failed: 0, unreadable: 0, overdue: 0 };

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs until a signal comes and what is being built then is finished. A second signal ends it at once; whatever it was
 * doing, the edition before stands, and the next run clears up.
 * @returns the exit code
 */
export async function serve(
  options: Omit<ServiceOptions, 'stop'>,
  address: HealthAddress | undefined,
): Promise<number> {
  const stop = new AbortController();
  const end = (signal: NodeJS.Signals): void => {
    if (stop.signal.aborted) process.exit(128 + (signal === 'SIGINT' ? 2 : signal === 'SIGHUP' ? 1 : 15));
    stop.abort();
  };
  for (const signal of signals) process.on(signal, end);
  let service: Service | undefined;
  let closed = async (): Promise<void> => undefined;
  try {
    // Before anything is built: a port that is taken is wrong use.
    if (address) {
      const server = await serveHealth(address, () => service?.health() ?? starting);
      closed = server.close;
      options.log('info', 'health-listening', { address: `http://${server.at}/health` });
    }
    service = startService({ ...options, stop: stop.signal });
    const unfinished = await service.ended;
    // Whatever still runs would keep the process alive for as long as it likes.
    if (unfinished.length > 0) process.exit(exitCodes.fine);
    return exitCodes.fine;
  } finally {
    stop.abort();
    await closed();
    for (const signal of signals) process.off(signal, end);
  }
}
