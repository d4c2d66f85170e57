import { chromium } from 'playwright-core';
import { findChromium } from '../../e2e/find-chromium.ts';
import { contenders, gzipped, servePages } from './pages.ts';
import { type Visit, visit } from './visit.ts';

const RUNS = 15;
/** How much longer than the bare element ours may take. */
const LIMITS = { first: 1.35, blocking: 1.6 } as const;
type Timed = keyof typeof LIMITS;

const WIDTHS = [20, 12, 7, 36, 34, 24] as const;
const HEAD = ['', 'gzip bytes', 'files', 'first question ms', 'blocking ms', 'main thread ms'];

const sorted = (visits: readonly Visit[], what: keyof Visit) => visits.map((v) => v[what]).sort((a, b) => a - b);
const median = (visits: readonly Visit[], what: keyof Visit) => sorted(visits, what)[visits.length >> 1] ?? Number.NaN;

function range(visits: readonly Visit[], what: keyof Visit): string {
  const all = sorted(visits, what).map(Math.round);
  return `${all[visits.length >> 1]} [${all[0]}..${all.at(-1)}]`;
}

/** Median and range, and how many times the bare one's; `judged` says whether that is within the limit. */
function cell(visits: readonly Visit[], bare: readonly Visit[], what: Timed, judged: boolean): string {
  if (visits === bare) return range(visits, what);
  const times = median(visits, what) / median(bare, what);
  const mark = judged ? (times <= LIMITS[what] ? ` ✓ ≤ ${LIMITS[what]}` : ` ✗ > ${LIMITS[what]}`) : '';
  return `${range(visits, what)} ×${times.toFixed(2)}${mark}`;
}

const print = (cells: readonly (string | number)[]) =>
  console.info(
    cells.map((text, i) => (i ? `${text}`.padStart(WIDTHS[i] ?? 0) : `${text}`.padEnd(WIDTHS[i] ?? 0))).join(''),
  );

/** The same questions put on a page in three ways, visited in turn in a real browser as a cheap telephone would. */
export async function compareSurveys(): Promise<void> {
  const all = await contenders();
  const pages = await servePages(all);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const visits = all.map((): Visit[] => []);
  // The first round warms up the browser and is not counted.
  for (let run = 0; run <= RUNS; run += 1)
    for (const [n, { first }] of all.entries()) {
      const one = await visit(browser, `${pages.url}/${n}`, first);
      if (run) visits[n]?.push(one);
    }
  await browser.close();
  await pages.close();
  console.info(
    `\nThe same questions on a page: processor 4 times slower, 1.6 Mbit/s, 150 ms; median [least..most] of ${RUNS} runs in turn`,
  );
  print(HEAD);
  const [bare = []] = visits;
  for (const [n, contender] of all.entries()) {
    const mine = visits[n] ?? [];
    print([
      ...[contender.name, gzipped(contender).toLocaleString('en'), mine[0]?.requests ?? 0],
      ...[cell(mine, bare, 'first', n === 1), cell(mine, bare, 'blocking', n === 1), range(mine, 'busy')],
    ]);
  }
}
