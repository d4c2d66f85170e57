import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import type { ClosedSize } from './close-sizes.ts';
import type { DashboardsSeen } from './dashboards.ts';
import type { Exported } from './exports.ts';
import type { Rate } from './http/responses.ts';

const GIBIBYTE = 1024 ** 3;
const grouped = (n: number) => Math.round(n).toLocaleString('en');

/** How much of the speed without a store is left when every response is acknowledged durable: at least this. */
const DURABLE_SHARE = 0.5;

/** What it was measured on, and how busy that was before. */
export function machine(): string {
  const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[0];
  const [first] = cpus();
  return `Node ${process.version}, ${cpus().length} × ${first?.model ?? 'unknown processor'}, ${(totalmem() / GIBIBYTE).toFixed(0)} GiB, Linux ${release()}, load before ${load}`;
}

export function printResponses(rates: readonly Rate[]): void {
  const [bare] = rates;
  console.info(
    '\nResponses over HTTP, acknowledged when durable (SQLite, synchronous = FULL); load by a process of its own:',
  );
  for (const rate of rates) {
    const { name, perSecond, p50, p99 } = rate;
    const share = perSecond / (bare?.perSecond ?? 1);
    const verdict = rate === bare ? '' : ` ${share >= DURABLE_SHARE ? '✓' : '✗'} ≥ ${DURABLE_SHARE}`;
    console.info(
      `  ${name.padEnd(24)} ${grouped(perSecond).padStart(7)} a second  × ${share.toFixed(2)}${verdict}  p50 ${p50} ms  p99 ${p99} ms`,
    );
  }
}

export function printScreens({ dossiers, screens, steps, ratio, worst }: DashboardsSeen): void {
  const [few = 0, many = 0] = dossiers;
  console.info(
    `\n${screens} screens of ${grouped(few)} and of ${grouped(many)} dossiers: ${grouped(steps)} steps of the engine with either, × ${ratio.toFixed(2)} the time; × ${worst.ratio.toFixed(2)} ${worst.address}`,
  );
}

export function printExports(exported: readonly Exported[]): void {
  console.info('\nA list as a file, through its route:');
  for (const { format, rows, sheets, seconds, bytes, quarters } of exported)
    console.info(
      `  ${format} ${grouped(rows)} rows in ${sheets} sheet(s), ${grouped(rows / seconds)} a second, ${grouped(bytes / 1e6)} MB; the server holds ${quarters.map(grouped).join(' → ')} MiB in the second and the last quarter`,
    );
}

export function printCloses(closes: readonly ClosedSize[]): void {
  console.info('\nA period closed by a process of its own:');
  for (const { dossiers, seconds, processorSeconds, megabytes } of closes)
    console.info(
      `  ${grouped(dossiers)} dossiers, ${grouped(dossiers / seconds)} a second, ${((processorSeconds / dossiers) * 1e6).toFixed(0)} µs of processor each, at most ${grouped(megabytes)} MiB`,
    );
}
