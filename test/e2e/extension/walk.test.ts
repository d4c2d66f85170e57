import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fixture } from '../../extension/fixtures/fixture.ts';
import { FIXTURES, LONG_FIXTURES } from '../../extension/fixtures/index.ts';
import { PLANTED_TEXTS } from '../../extension/fixtures/planted.ts';
import { serveFixtures } from '../../extension/fixtures/serve.ts';
import { openWalk, type SeenRow, type Walk } from './walk-pages.ts';

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

async function expectVerdicts(fixture: Fixture): Promise<void> {
  const look = async () => {
    const rows = await walk.rows(fixture.rowSelector);
    return rows.map((row) => [expectedOn(row, fixture), drawnOn(row)]);
  };
  const settled = async () => (await look()).filter(([expected, drawn]) => expected !== drawn);
  await expect.poll(settled, SETTLE).toEqual([]);
  if (fixture.count?.read) expect((await look()).some(([expected]) => expected !== null)).toBe(true);
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
      await expectVerdicts(fixture);
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

it('no page wrote an error on the way', () => {
  expect(walk.browser.faults.filter((fault) => !/404/.test(fault))).toEqual([]);
});
