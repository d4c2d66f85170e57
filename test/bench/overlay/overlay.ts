import { openBrowser } from '../../e2e/browser.ts';
import { serveHost } from './host-page.ts';
import { type Change, measureChange, profiler } from './measure-overlay.ts';

const RUNS = 15;
const ROWS = 1_000;
const MANY = 10_000;
/** Share of the host's own time, in percent, and the longest the page may wait for us, in milliseconds. */
const LIMITS = { share: 5, longest: 50 } as const;

type Figure = (change: Change) => number;
const median = (changes: readonly Change[], figure: Figure): number =>
  changes.map(figure).sort((a, b) => a - b)[changes.length >> 1] ?? Number.NaN;
const most = (changes: readonly Change[], figure: Figure): number => Math.max(...changes.map(figure));
const judged = (value: number, limit: number, unit: string): string =>
  `${value.toFixed(1)} ${unit} ${value <= limit ? '✓ ≤' : '✗ >'} ${limit}`;

function print(name: string, changes: readonly Change[]): void {
  const share: Figure = ({ marks, host }) => (100 * marks) / host;
  const later: Figure = ({ rest, host }) => (100 * rest) / host;
  console.info(
    [
      name.padEnd(34),
      `host ${median(changes, ({ host }) => host).toFixed(0)} ms`,
      `marks ${median(changes, ({ marks }) => marks).toFixed(1)} ms = ${judged(median(changes, share), LIMITS.share, '%')}`,
      `rows out of sight ${median(changes, ({ rest }) => rest).toFixed(1)} ms = ${judged(median(changes, later), LIMITS.share, '%')}`,
      `longest ${judged(
        most(changes, ({ longest }) => longest),
        LIMITS.longest,
        'ms',
      )}`,
    ].join(' · '),
  );
}

/** Marks beside the list of a real front end's libraries, against the time that front end takes to render it, in the same run. */
export async function overlayBench(): Promise<void> {
  const host = await serveHost();
  const browser = await openBrowser();
  const panel = await browser.context.newPage();
  await panel.goto(`${browser.extension}/sidepanel.html`);
  const site = JSON.stringify({ type: 'panel.site', origin: host.origin, enabled: true });
  await panel.evaluate(`chrome.runtime.sendMessage(${site})`);
  console.info(
    `\nMarks on a list of Vue 2 and Vuetify 1.5, against what the list itself takes; median of ${RUNS} runs`,
  );
  for (const [rows, runs] of [
    [ROWS, RUNS],
    [MANY, 1],
  ] as const) {
    const [first, later]: [Change[], Change[]] = [[], []];
    // The first of several rounds warms up and is not counted.
    for (let run = runs > 1 ? 0 : 1; run <= runs; run += 1) {
      const page = await browser.context.newPage();
      await page.goto(host.origin);
      const devtools = await profiler(page);
      const [list, next] = [
        await measureChange(page, devtools, `show(${2 * run}, ${rows})`),
        await measureChange(page, devtools, `show(${2 * run + 1}, ${rows})`),
      ];
      if (run) {
        first.push(list);
        later.push(next);
      }
      await page.close();
    }
    const many = rows.toLocaleString('en');
    print(`${many} rows, first marks`, first);
    print(`${many} rows, after a page change`, later);
  }
  await browser.close();
  await host.close();
}
