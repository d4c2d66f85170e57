import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { overlayWorld } from '../../e2e/overlay-world.ts';

/** Milliseconds of one change of the page, by whose script was running. */
export interface Change {
  /** Script, style, layout and clearing up that are not ours. */
  readonly host: number;
  /** Ours until the marks of all rows in sight stand. */
  readonly marks: number;
  /** Ours afterwards, in idle moments: the rows out of sight, and telling the background. */
  readonly rest: number;
  /** The longest stretch of ours at a time. */
  readonly longest: number;
}

const EVERY_US = 200;
const QUIET_MS = 400;
const LONGEST_MS = 30_000;

interface Sample {
  readonly at: number;
  readonly ms: number;
  readonly whose: 'ours' | 'host' | 'idle';
}

/** What the processor did, sample by sample: ours is whatever a function of the content script had called. */
async function samples(devtools: CDPSession): Promise<readonly Sample[]> {
  const { profile } = await devtools.send('Profiler.stop');
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const whose = new Map<number, Sample['whose']>();
  for (const { id, callFrame } of profile.nodes) {
    let at: number | undefined = id;
    while (at !== undefined && !/\/(overlay|shared)\.js$/.test(frames.get(at)?.url ?? '')) at = parents.get(at);
    whose.set(id, at !== undefined ? 'ours' : callFrame.functionName === '(idle)' ? 'idle' : 'host');
  }
  let at = profile.startTime;
  const gaps = profile.timeDeltas ?? [];
  return (profile.samples ?? []).map((id, i) => {
    at += gaps[i] ?? 0;
    return { at: at / 1000, ms: (gaps[i + 1] ?? 0) / 1000, whose: whose.get(id) ?? 'host' };
  });
}

const sum = (samples: readonly Sample[]) => samples.reduce((all, { ms }) => all + ms, 0);

/** Does `act` on the page and measures until nothing has happened for a while. `marked` is asked in the extension's world. */
export async function measureChange(page: Page, devtools: CDPSession, act: string): Promise<Change> {
  const world = await overlayWorld(page);
  // Whether marks stand is asked by a clock of their own world, in the time the profile counts in too.
  await world.run(`{
    globalThis.marked = null;
    const first = () => document.querySelector('tbody tr:nth-child(2) td:nth-child(4)')?.textContent;
    const before = first();
    const look = () => {
      const marks = [...(layer()?.querySelectorAll('.mark') ?? [])].map((mark) => mark.dataset.code);
      if (first() !== before && marks.includes(first())) marked = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);
  await devtools.send('Profiler.start');
  const zero = await page.evaluate(() => performance.now());
  await page.evaluate(act);
  const until = Date.now() + LONGEST_MS;
  let marked: number | null = null;
  while (marked === null && Date.now() < until) {
    await pause(50);
    marked = await world.ask(() => (globalThis as unknown as { marked: number | null }).marked);
  }
  if (marked === null) throw new Error('no marks came');
  await world.ask(
    (quiet) =>
      new Promise((done) => {
        const idle = (left: number): unknown =>
          left ? setTimeout(() => requestIdleCallback(() => idle(left - 1)), quiet / 4) : done(null);
        idle(4);
      }),
    QUIET_MS,
  );
  const all = await samples(devtools);
  const start = all[0]?.at ?? 0;
  const stand = start + marked - zero;
  const ours = all.filter(({ whose }) => whose === 'ours');
  let [longest, stretch] = [0, 0];
  for (const { whose, ms } of all) {
    stretch = whose === 'ours' ? stretch + ms : 0;
    longest = Math.max(longest, stretch);
  }
  return {
    host: sum(all.filter(({ whose }) => whose === 'host')),
    marks: sum(ours.filter(({ at }) => at <= stand)),
    rest: sum(ours.filter(({ at }) => at > stand)),
    longest,
  };
}

export async function profiler(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.setSamplingInterval', { interval: EVERY_US });
  return devtools;
}
