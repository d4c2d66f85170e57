import { testServer } from '../server/test-server.ts';
import { checksBench } from './checks.ts';
import { closeBench } from './close.ts';
import { closeSizes } from './close-sizes.ts';
import { dashboardsBench } from './dashboards.ts';
import { exportsBench } from './exports.ts';
import { responsesOverHttp } from './http/responses.ts';
import { importBench } from './import.ts';
import { intakeBench } from './intake.ts';
import { type Bench, type Measured, measure } from './measure.ts';
import { overlayBench } from './overlay/overlay.ts';
import { machine, printCloses, printExports, printResponses, printScreens } from './print-sizes.ts';
import { findingsBench, scoringBench } from './scoring.ts';
import { compareSurveys } from './survey/compare.ts';
import { standingBench, workingDaysBench } from './time.ts';

const full = process.argv.includes('--full');
const runs = full ? 9 : 5;
const more = full ? 5 : 1;

const HEAD = ['', 'wall s', 'processor s', 'each', 'a second', 'bare s', 'share', 'peak MiB'] as const;

const grouped = (n: number) => Math.round(n).toLocaleString('en');

function each(seconds: number): string {
  return seconds < 1e-3 ? `${(seconds * 1e6).toFixed(2)} µs` : `${(seconds * 1e3).toFixed(2)} ms`;
}

/** Everything after the wall clock is of processor time. `share` = how much of the bare speed is left: 1/5 = five times its time. */
function cells({ bench, run, bare }: Measured): string[] {
  const { name, what, count } = bench;
  return [
    `${name}, ${grouped(count)} ${what}`,
    run.wall.toFixed(2),
    run.processor.toFixed(2),
    each(run.processor / count),
    grouped(count / run.processor),
    bare.processor.toFixed(2),
    `1/${(run.processor / bare.processor).toFixed(1)}`,
    run.peak === null ? '–' : run.peak.toFixed(0),
  ];
}

function printTable(measured: readonly Measured[]): void {
  const rows = [[...HEAD], ...measured.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.info(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
  console.info('\nWhat each row measures, and the bare run it is measured in turn with:');
  for (const { bench } of measured) console.info(`  ${bench.name}: ${bench.measures}; bare: ${bench.against}`);
}

const makers: readonly (() => Bench | Promise<Bench>)[] = [
  () => scoringBench(10 * more),
  // Sentences cost more than points: a tenth of the dossiers tells as much.
  () => findingsBench(more),
  () => standingBench(10 * more),
  () => workingDaysBench(10 * more),
];

/** Parts asked for by name, or all: `npm run bench -- --only=responses,screens`. */
const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const wanted = (part: string) => only === undefined || only.includes(part);

async function rulesAndStore(): Promise<void> {
  const measured: Measured[] = [];
  for (const make of makers) measured.push(await measure(await make(), runs));
  const server = await testServer();
  measured.push(await measure(await intakeBench(server, 20_000 * more), runs));
  measured.push(await measure(await importBench(server, 20_000 * more), runs));
  const close = await measure(await closeBench(server, 20_000 * more), runs);
  const checks = await measure(await checksBench(server), runs);
  measured.push(close, checks);
  await server.close();
  printTable(measured);
  const perDossier = ({ run, bench }: Measured) => run.processor / bench.count;
  console.info(
    `\nOf the time of a close the checks take ${((100 * perDossier(checks)) / perDossier(close)).toFixed(1)} %.`,
  );
}

console.info(machine());
console.info(`median of ${runs} runs\n`);
if (wanted('store')) await rulesAndStore();
if (wanted('responses')) printResponses(await responsesOverHttp(full ? 5 : 3, full ? 60_000 : 20_000));
if (wanted('screens')) printScreens(await dashboardsBench(full ? 115_000 : 4000));
if (wanted('exports')) printExports(await exportsBench(full ? 2_000_000 : 100_000));
if (wanted('close')) printCloses(await closeSizes(full ? [100_000, 1_000_000] : [5000, 20_000]));
if (wanted('browser')) {
  await compareSurveys();
  await overlayBench();
}
