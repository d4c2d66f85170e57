import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fixture } from '../../extension/fixtures/fixture.ts';
import { FIXTURES, LONG_FIXTURES } from '../../extension/fixtures/index.ts';
import { PLANTED_TEXTS } from '../../extension/fixtures/planted.ts';
import { serveFixtures } from '../../extension/fixtures/serve.ts';
import { watchFrames } from '../marks.ts';
import { CODE, openWalk, type SeenRow, type Walk } from './walk-pages.ts';

const ALL = [...FIXTURES, ...LONG_FIXTURES];
const SETTLE = { timeout: 20_000 };

let served: Awaited<ReturnType<typeof serveFixtures>>;
let walk: Walk;
const bare = new Map<string, string>();

/** The page as its server sent it and its own script left it. */
const markup = () =>
  walk.page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll('dvc-overlay')) own.remove();
    return copy.outerHTML;
  });

/** What the row that shows one dossier of the table must bear; `null` = nothing. */
function expectedOn({ text }: SeenRow, { rows }: Fixture): string | null {
  const known = rows.filter(({ code }) => text.split(/[^A-Za-z0-9./_-]+/).includes(code));
  return known.length === 1 && known[0] ? `${known[0].code} ${known[0].status}` : null;
}
const drawnOn = ({ marks }: SeenRow): string | null =>
  marks.map(({ code, status }) => `${code} ${status}`).join() || null;

/** @returns how many rows one can see bear one. */
async function expectVerdicts(fixture: Fixture): Promise<number> {
  const look = async () => {
    const rows = await walk.rows(fixture.rowSelector);
    return rows.map((row) => [expectedOn(row, fixture), drawnOn(row)]);
  };
  const settled = async () => (await look()).filter(([expected, drawn]) => expected !== drawn);
  await expect.poll(settled, SETTLE).toEqual([]);
  return (await look()).filter(([expected]) => expected !== null).length;
}

beforeAll(async () => {
  served = await serveFixtures();
  walk = await openWalk(served.url);
  for (const fixture of FIXTURES.filter(({ acts }) => acts.length === 0)) {
    await walk.goto(fixture);
    bare.set(fixture.id, await markup());
  }
  expect(await walk.enable(true)).toEqual({ ok: true });
});
afterAll(async () => {
  await walk?.close();
  await served?.stop();
});

it.each(ALL)(
  '$id: every row bears the verdict worked by hand, the page is as without us, nothing moves',
  async (fixture) => {
    await walk.goto(fixture);
    await walk.setClock(fixture.now);
    if (fixture.unreadable) await expect.poll(walk.chip, SETTLE).toContain('Chưa đọc được danh sách này.');
    else if (fixture.count?.total) {
      const { read, total } = fixture.count;
      const bearing = await expectVerdicts(fixture);
      if (fixture.rows.length > 0) expect(bearing).toBeGreaterThan(0);
      await expect.poll(walk.chip, SETTLE).toMatch(new RegExp(`Đọc được ${read}/${total} dòng`));
    } else expect(await walk.world().ask(() => layer()?.querySelectorAll('.mark').length ?? 0)).toBe(0);
    const before = bare.get(fixture.id);
    if (before) expect(await markup()).toBe(before);
    // So long a page is still growing by itself while it comes.
    if (!LONG_FIXTURES.includes(fixture)) expect(await walk.page.evaluate('shifted')).toBe(0);
    const kept = await walk.takeKept();
    if (fixture.count?.read) expect(kept).toContain(fixture.rows[0]?.code);
    expect(PLANTED_TEXTS.filter((text) => kept.includes(text) || walk.said.join('\n').includes(text))).toEqual([]);
  },
);

/** The same numbers for the same seed. */
function randomBy(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('after 200 pages, orders, filters and routes at random no mark has stood on another dossier in any frame', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.info(`seed ${seed}`);
  const random = randomBy(seed);
  const changing = FIXTURES.filter(({ acts }) => acts.length > 0);
  const each = Math.ceil(200 / changing.length);
  let [frames, compared] = [0, 0];
  for (const fixture of changing) {
    // The dialog shows the same dossiers in full, and their marks then say more than the list alone.
    const acts = fixture.acts.filter((act) => act !== 'dialog');
    await walk.goto(fixture);
    await walk.setClock(fixture.now);
    await expectVerdicts(fixture);
    const stop = await watchFrames(walk.page, fixture.rowSelector, CODE);
    for (let i = 1; i <= each; i += 1) {
      await walk.page.evaluate((act) => {
        (window as unknown as { fixture: Record<string, () => void> }).fixture[act ?? '']?.();
      }, acts[random(acts.length)]);
      // Most changes come while the marks of the one before are still being drawn.
      if (i % 8 === 0 || i === each) compared += await expectVerdicts(fixture);
      else await walk.page.waitForTimeout(random(80));
    }
    const watched = await stop();
    expect([fixture.id, seed, watched.wrong]).toEqual([fixture.id, seed, []]);
    frames += watched.frames;
    await walk.takeKept();
  }
  expect(frames).toBeGreaterThan(400);
  expect(compared).toBeGreaterThan(100);
});

it('no page wrote an error on the way', () => {
  expect(walk.browser.faults.filter((fault) => !/404/.test(fault))).toEqual([]);
});
