import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** PostgreSQL refuses to run as root: then it, and all that stands around it, runs as nobody. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const AS_NOBODY = ['setpriv', '--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];

/** `command` as it is run without privileges. */
export const unprivileged = (command: readonly string[]): string[] => [...(isRoot ? AS_NOBODY : []), ...command];

/** Gives a file or folder to whom the programs run as. */
export function giveAway(path: string): void {
  if (isRoot) chownSync(path, NOBODY, NOBODY);
}

/** Runs a program without privileges to its end. @throws when it fails, with what it said. */
export function runOwn(command: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const [program = '', ...args] = unprivileged(command);
  return execFileSync(program, args, {
    encoding: 'utf8',
    cwd: '/',
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) signalTree(child.pid, 'SIGKILL');
});

/** Starts a program without privileges; what it says goes to `log`. Ends with the test run, whatever happens to it. */
export function startOwn(command: readonly string[], log: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const [program = '', ...args] = unprivileged(command);
  const out = openSync(log, 'a');
  const child = spawn(program, args, {
    cwd: '/',
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', out, out],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Process id of the parent of each process there is. */
function parents(): Map<number, number> {
  const known = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The name of a program may hold anything, brackets too.
      const [, parent] = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(join('/proc', name, 'stat'), 'utf8')) ?? [];
      known.set(Number(name), Number(parent));
    } catch {
      // Ended meanwhile.
    }
  }
  return known;
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Ended meanwhile.
  }
}

/** Sends `signal` to a process and to all that descend from it; they are stopped first, so that none of them starts another. */
export function signalTree(root: number | undefined, signal: NodeJS.Signals): void {
  if (root === undefined) return;
  const all = [root];
  if (signal === 'SIGKILL') signalOne(root, 'SIGSTOP');
  const known = parents();
  for (const pid of all) for (const [child, parent] of known) if (parent === pid) all.push(child);
  for (const pid of all) signalOne(pid, signal);
}
