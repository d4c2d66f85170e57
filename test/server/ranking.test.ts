import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ranking } from '#wire/ranking.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const get = async (as: As, query = '') =>
  (await server.request<Ranking>('GET', `/v1/periods/2026-q4/ranking${query}`, undefined, as)).body;
const logged = async () =>
  (await server.db.all<{ n: number }>("select count(*) as n from audit where tenant = 'mau'"))[0]?.n;

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
});
afterAll(() => server.close());

describe('the ranking before the close', () => {
  it('lists no unit, for nothing is counted yet', async () => {
    const body = await get(server.credentials.mau.viewer);
    expect(body).toMatchObject({ snapshot: null, levels: [], units: [], intervals: null, period: { state: 'open' } });
  });
});

describe('the ranking of a closed period', () => {
  beforeAll(async () => {
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
  });

  it('tells the total with an interval that holds it and its parts, and the way to the grade', async () => {
    const { units, intervals } = await get(server.credentials.mau.viewer);
    const [first] = units;
    expect(first).toMatchObject({ unit: 'so-a', rank: 1, tied: false, tier: 1, n: { dossiers: 6, official: 5 } });
    // 1, 3, 4, 7 of citizens: 70, 90, 80, 50 tenths over 5; 2 of steps: 50 over 3; 5, 6, 8, 9 of the unit: 20, 20, 10, 10, certain.
    // Their ends added up: 92,0 and 153,9.
    expect(first?.total).toMatchObject({
      id: 'ranking/so-a/total',
      value: 135,
      ...{ of: 180, n: 5, few: true, low: 92, high: 154, because: null },
    });
    expect(intervals).toContain('Khoảng rộng nhất');
  });

  it('says of a unit that lacks indicators why it is not ranked, and gives it no tier', async () => {
    const { units } = await get(server.credentials.mau.viewer);
    for (const unit of units.slice(1)) {
      expect(unit).toMatchObject({ rank: null, tier: null });
      expect(unit.total.because).not.toBeNull();
    }
  });

  it('narrows by level and by part of a name, marks or none, and counts the levels before that', async () => {
    const as = server.credentials.mau.viewer;
    const codes = async (query: string) => (await get(as, query)).units.map(({ unit }) => unit);
    expect(await codes('?level=commune')).toEqual(['xa-1']);
    expect(await codes('?search=don vi SO-B')).toEqual(['so-b']);
    expect(await codes('?search=kh%C3%B4ng%20c%C3%B3')).toEqual([]);
    expect((await get(as, '?level=commune')).levels).toEqual([
      { level: 'province', units: 2 },
      { level: 'commune', units: 1 },
    ]);
    const wrong = await server.request('GET', '/v1/periods/2026-q4/ranking?level=xa', undefined, as);
    expect(wrong.status).toBe(422);
  });

  it('shows who administers a unit that unit alone, with its rank among all, and logs nothing: it names no officer', async () => {
    const before = await logged();
    const { units } = await get(server.credentials.mau['unit-admin']);
    expect(units.map(({ unit, rank }) => [unit, rank])).toEqual([['so-a', 1]]);
    expect(await logged()).toBe(before);
  });
});
