import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface StartedServer {
  readonly url: string;
  readonly child: ChildProcess;
  /** Resolves with the exit code, `null` after a kill. */
  readonly ended: Promise<number | null>;
}

/** Starts the server on the settings in `variables`, by `before` where it needs a frame; resolves when it listens. */
export async function startServer(
  variables: Readonly<Record<string, string>>,
  before: readonly string[] = [],
): Promise<StartedServer> {
  const [command = '', ...args] = [
    ...before,
    process.execPath,
    '--import',
    'tsx',
    join(import.meta.dirname, 'serve.ts'),
  ];
  const child = spawn(command, args, {
    // Not this process's own: the test runner sets variables of the same names.
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', PORT: '0', BEHIND_PROXY: '1', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A test that failed leaves nobody behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const early = ended.then(() => Promise.reject(new Error('Máy chủ thử chưa khởi động được.')));
  const [url] = (await Promise.race([once(createInterface(child.stdout), 'line'), early])) as [string];
  return { url, child, ended };
}
