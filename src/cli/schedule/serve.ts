/** Layer 6. The service in this process: signals that end it, and the health endpoint. */
import { exitCodes } from '../../diagnostic.js';
import { type ServiceOptions, startService } from '../../regenerate/schedule/service.js';
import { type HealthAddress, serveHealth } from '../health.js';

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
  const service = startService({ ...options, stop: stop.signal });
  let closed = async (): Promise<void> => undefined;
  try {
    if (address) {
      const server = await serveHealth(address, service.health);
      closed = server.close;
      options.log('info', 'health-listening', { address: `http://${server.at}/health` });
    }
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
