import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedIn } from '../../extension/fixtures/find-planted.ts';
import type { Fixture } from '../../extension/fixtures/fixture.ts';
import { FIXTURES, LONG_FIXTURES } from '../../extension/fixtures/index.ts';
import { PLANTED } from '../../extension/fixtures/planted.ts';
import { serveFixtures } from '../../extension/fixtures/serve.ts';
import { watchFrames } from '../marks.ts';
import { openLineOut } from './line-out.ts';
import { workADay } from './walk-acts.ts';
import { CODE, openWalk, type SeenRow, type Walk } from './walk-pages.ts';
import { startProvince } from './walk-province.ts';

const ALL = [...FIXTURES, ...LONG_FIXTURES];
/** Characters that come in more than one piece. */
const LONG_PAGE = 60_000;
const OWN_MACHINE = /^http:\/\/127\.0\.0\.1:/;
/** Chromium asks its makers for updates of itself. */
const BROWSERS_OWN = /^(http:\/\/)?[a-z.-]+\.(google|googleapis|gvt1)\.com[:/]/;
/** Everything there is to be sent. */
const SENT = [
  '/v1/devices',
  '/v1/devices/self',
  '/v1/devices/figures',
  '/v1/dossiers',
  '/v1/apologies',
  '/v1/self-scores',
  '/v1/self-scores/withdrawals',
  '/v1/invitations',
  '/v1/kiosk/places',
];
const SETTLE = { timeout: 20_000 };

let served: Awaited<ReturnType<typeof serveFixtures>>;
let province: Awaited<ReturnType<typeof startProvince>>;
let line: Awaited<ReturnType<typeof openLineOut>>;
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
  [served, line, province] = await Promise.all([serveFixtures(), openLineOut(), startProvince()]);
  walk = await openWalk(served.url, line.url);
  for (const fixture of FIXTURES.filter(({ acts }) => acts.length === 0)) {
    await walk.goto(fixture);
    bare.set(fixture.id, await markup());
  }
  const { url: server, code } = province;
  expect(await walk.tell({ type: 'panel.enrol', server, code, label: 'Máy quầy 1' })).toEqual({ ok: true });
  expect(await walk.tell({ type: 'panel.consent', agreed: true })).toEqual({ ok: true });
  expect(await walk.enable(true)).toEqual({ ok: true });
});
afterAll(async () => {
  await walk?.close();
  await Promise.all([served?.stop(), line?.stop(), province?.stop()]);
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
    // So long a page, or so long a cell, is still growing by itself while it comes.
    if (!LONG_FIXTURES.includes(fixture) && fixture.html().length < LONG_PAGE)
      expect(await walk.page.evaluate('shifted')).toBe(0);
    const kept = await walk.takeKept();
    if (fixture.count?.read) expect(kept).toContain(fixture.rows[0]?.code);
    expect(plantedIn(kept)).toEqual([]);
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

it('nothing an enrolled browser sent, wrote or showed, and nothing its server keeps or logs, is of a planted person', async () => {
  const shown = await workADay(walk);
  const sent = line.left.filter(({ url }) => url.startsWith(province.url));
  const taken = sent.filter(({ status }) => status === 200 || status === 201).map(({ url }) => new URL(url).pathname);
  expect(taken).toEqual(expect.arrayContaining(SENT));
  const others = line.left.map(({ url }) => url).filter((url) => !OWN_MACHINE.test(url) && !BROWSERS_OWN.test(url));
  expect(others).toEqual([]);
  expect(JSON.stringify(sent.map(({ body }) => body))).toContain('H99.01-261110-0042');
  expect(province.kept()).toContain('H99.01-261110-0042');
  const places = { sent: JSON.stringify(line.left), shown, kept: province.kept(), log: province.log() };
  const found = Object.entries(places).map(([place, text]) => [place, plantedIn(text)]);
  expect(found).toEqual(Object.keys(places).map((place) => [place, []]));
  expect(plantedIn(walk.said.join('\n'))).toEqual([]);
});

it('a name that does leave, by the background too, is seen on the line', async () => {
  const [name] = PLANTED.names;
  const before = line.left.length;
  const [background] = walk.browser.context.serviceWorkers();
  await background?.evaluate(
    (url) => fetch(url).catch(() => null),
    `${province.url}/v1/x?ten=${encodeURIComponent(name)}`,
  );
  expect(plantedIn(JSON.stringify(line.left.slice(before)))).toEqual(['nguyen van gia dinh']);
});

it('no page wrote an error on the way', () => {
  expect(walk.browser.faults.filter((fault) => !/404/.test(fault))).toEqual([]);
});
