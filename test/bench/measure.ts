import { performance } from 'node:perf_hooks';

/** What one run took, in seconds: by the clock on the wall, and of the processor, which other programs on the machine leave alone. */
export interface Spent {
  readonly wall: number;
  readonly processor: number;
  /** Most memory beyond what the process held before, in MiB; `null` for work that leaves no moment to look. */
  readonly peak: number | null;
}

/** One thing measured against the least that could be done with the same input. */
export interface Bench {
  readonly name: string;
  /** What is counted: `dossiers`. */
  readonly what: string;
  /** How many of it one run handles. */
  readonly count: number;
  /** What the run does, and what it leaves out. */
  readonly measures: string;
  /** What the bare run does. */
  readonly against: string;
  /** Both return something made of every input, so that neither can be left out as useless. */
  readonly run: () => unknown;
  readonly bare: () => unknown;
}

export interface Measured {
  readonly bench: Bench;
  /** Medians of the runs; of the memory, the most of any. */
  readonly run: Spent;
  readonly bare: Spent;
}

const MEBIBYTE = 1024 * 1024;

/** Garbage of the run before must not be paid for by the next one. */
function settle(): void {
  if (!globalThis.gc) throw new Error('run node with --expose-gc');
  globalThis.gc();
}

async function spentOn(work: () => unknown): Promise<Spent> {
  settle();
  const held = process.memoryUsage.rss();
  let peak: number | null = null;
  const look = setInterval(() => {
    peak = Math.max(peak ?? 0, process.memoryUsage.rss() - held);
  }, 10);
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  clearInterval(look);
  return { wall, processor: (user + system) / 1e6, peak: peak === null ? null : peak / MEBIBYTE };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const medians = (runs: readonly Spent[]): Spent => ({
  wall: median(runs.map(({ wall }) => wall)),
  processor: median(runs.map(({ processor }) => processor)),
  peak: runs.some(({ peak }) => peak === null) ? null : Math.max(...runs.map(({ peak }) => peak ?? 0)),
});

/** Runs both in turn, so that a slow moment of the machine hits both; the first pair warms up and is not counted. */
export async function measure(bench: Bench, times: number): Promise<Measured> {
  const [run, bare]: [Spent[], Spent[]] = [[], []];
  for (let i = 0; i <= times; i += 1) {
    const pair = { bare: await spentOn(bench.bare), run: await spentOn(bench.run) };
    if (i === 0) continue;
    bare.push(pair.bare);
    run.push(pair.run);
  }
  return { bench, run: medians(run), bare: medians(bare) };
}
