import { spawn } from 'node:child_process';
import type { Measured } from './measure.ts';

/** One seed in a process of its own, by the same program. @throws Error with what it said. */
function measureApart(args: readonly string[]): Promise<Measured> {
  const [node, program] = [process.execPath, process.argv[1] ?? ''];
  const child = spawn(node, [...process.execArgv, program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as Measured);
      else reject(new Error(err || `exit ${code}`));
    });
  });
}

/** Every seed in turn, `together` at a time; in the order of the seeds. @param argsOf the call that measures one. */
export async function measureTogether(
  seeds: readonly number[],
  together: number,
  argsOf: (seed: number) => readonly string[],
  onDone: (done: number) => void,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  const waiting = seeds.entries();
  let done = 0;
  async function take(): Promise<void> {
    for (const [i, seed] of waiting) {
      measured[i] = await measureApart(argsOf(seed));
      done += 1;
      onDone(done);
    }
  }
  await Promise.all(Array.from({ length: Math.min(together, seeds.length) }, take));
  return measured;
}
