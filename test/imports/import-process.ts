import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { exportOf } from './many-rows.ts';

const MAIN = join(import.meta.dirname, '../../server/cli/main.ts');

/** Runs the command of the shell as a process of its own. */
export function startCommand(args: readonly string[], variables: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    // Not this process's own: the test runner sets variables of the same names.
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Feeds an export of `rows` dossiers to the command until it ends; a killed one stops reading. */
function feed({ stdin }: ChildProcess, rows: number): void {
  stdin?.on('error', () => {});
  if (stdin) Readable.from(exportOf(rows)).pipe(stdin);
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
}

/**
 * Imports `rows` dossiers from standard input. `atRows`: called each time the command tells how many rows it has read; with the child
 * to end it.
 */
export async function importRows(
  rows: number,
  id: string,
  variables: Readonly<Record<string, string>>,
  atRows: (read: number, child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const child = startCommand(['import', '-', '--kind', 'dossiers', '--id', id], variables);
  child.stderr?.on('data', (chunk: Buffer) => {
    const told = [...chunk.toString().matchAll(/Đã đọc ([\d.]+) dòng/g)].at(-1)?.[1];
    if (told) atRows(Number(told.replaceAll('.', '')), child);
  });
  feed(child, rows);
  const out = child.stdout ? text(child.stdout) : Promise.resolve('');
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, out: await out };
}
