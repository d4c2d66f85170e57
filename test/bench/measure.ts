import { performance } from 'node:perf_hooks';

/** What one run took: by the clock on the wall, and of the processor, which other programs on the machine leave alone. */
export interface Seconds {
  readonly wall: number;
  readonly processor: number;
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
  /** Medians of the runs. */
  readonly run: Seconds;
  readonly bare: Seconds;
}

/** Garbage of the run before must not be paid for by the next one. */
function settle(): void {
  if (!globalThis.gc) throw new Error('run node with --expose-gc');
  globalThis.gc();
}

async function secondsOf(work: () => unknown): Promise<Seconds> {
  settle();
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1e6 };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const medians = (runs: readonly Seconds[]): Seconds => ({
  wall: median(runs.map(({ wall }) => wall)),
  processor: median(runs.map(({ processor }) => processor)),
});

/** Runs both in turn, so that a slow moment of the machine hits both; the first pair warms up and is not counted. */
export async function measure(bench: Bench, times: number): Promise<Measured> {
  const [run, bare]: [Seconds[], Seconds[]] = [[], []];
  for (let i = 0; i <= times; i += 1) {
    const pair = { bare: await secondsOf(bench.bare), run: await secondsOf(bench.run) };
    if (i === 0) continue;
    bare.push(pair.bare);
    run.push(pair.run);
  }
  return { bench, run: medians(run), bare: medians(bare) };
}
