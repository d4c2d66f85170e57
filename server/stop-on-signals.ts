import type { Listening } from './listen.ts';

/**
 * On SIGTERM and SIGINT: takes no new request, asks long works to end, answers what is under way, settles what was taken in, closes the database and
 * ends the process with 0. A second signal does not wait.
 */
export function stopOnSignals(
  listening: Pick<Listening, 'close'>,
  services: { stop(): void; close(): Promise<void> },
): void {
  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) process.exit(1);
    stopping = true;
    services.stop();
    await listening.close();
    await services.close();
    process.exit(0);
  }
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
