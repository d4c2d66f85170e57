import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';

/** What one visit of a page took. */
export interface Visit {
  /** Milliseconds from the start of the visit to the frame that shows the first question. */
  readonly first: number;
  /** Milliseconds beyond 50 of each task of the main thread that took longer: how long a touch would have waited. */
  readonly blocking: number;
  /** Milliseconds of all tasks of the main thread. */
  readonly busy: number;
  /** Files asked for until then, the page left out. */
  readonly requests: number;
}

/** A cheap telephone on a weak line: processor four times slower, 1.6 Mbit/s, 150 ms. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;
const AFTER_MS = 700;
const LONGEST_MS = 60_000;

/** Text, for the runner of TypeScript would put names of its own into a function. */
const watcher = (first: string) => `
globalThis.seen = { first: 0, blocking: 0 };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) seen.blocking += Math.max(0, duration - 50);
}).observe({ type: 'longtask', buffered: true });
const look = () => {
  const found = ${first};
  if (!found || !found.getBoundingClientRect().height) return requestAnimationFrame(look);
  requestAnimationFrame(() => { seen.first = performance.now(); });
};
requestAnimationFrame(look);`;

/** One visit with an empty cache. @param first expression for the first question. */
export async function visit(browser: Browser, url: string, first: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Performance.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let requests = -1;
  page.on('request', () => {
    requests += 1;
  });
  await page.addInitScript({ content: watcher(first) });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction('seen.first', null, { timeout: LONGEST_MS, polling: 100 });
  await pause(AFTER_MS);
  const seen = (await page.evaluate('seen')) as Pick<Visit, 'first' | 'blocking'>;
  const { metrics } = await devtools.send('Performance.getMetrics');
  const busy = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  await context.close();
  return { ...seen, busy, requests };
}
