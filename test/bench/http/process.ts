import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };

export const node = [process.execPath, '--import', 'tsx'] as const;
/** As `npm start` does it, up to the program. */
const started = [process.execPath, ...packageJson.scripts.start.split(' ').slice(1, -1)];
export const program = (name: string) => join(import.meta.dirname, name);

export interface BenchServer {
  readonly url: string;
  readonly child: ChildProcess;
  /** What the process holds now, MiB. */
  memory(): Promise<number>;
}

/** The server as a process of its own; its log goes nowhere, but is written. */
export async function start(variables: Readonly<Record<string, string>>): Promise<BenchServer> {
  const [command, ...args] = [...started, program('serve.ts')];
  const child = spawn(command ?? '', args, {
    env: { PATH: process.env.PATH, PORT: '0', BEHIND_PROXY: '1', ...variables },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const early = once(child, 'exit').then(() => Promise.reject(new Error('the server did not start')));
  const [url] = (await Promise.race([once(child, 'message'), early])) as [string];
  early.catch(() => {});
  return {
    url,
    child,
    async memory() {
      const answer = once(child, 'message');
      child.send('memory');
      const [bytes] = (await answer) as [number];
      return bytes / 1024 ** 2;
    },
  };
}

export async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the server ended with ${code}`);
}
