import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcedureList, ProcedurePage } from '#wire/procedure-page.ts';
import type { Ranking } from '#wire/ranking.ts';
import { slicesOf } from '../../server/store/snapshot-slices.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const get = <Body>(as: As, path: string) => server.request<Body>('GET', `/v1/periods/2026-q4/${path}`, undefined, as);

beforeAll(async () => {
  server = await testServer();
  const { mau } = server.credentials;
  await server.request(
    'POST',
    '/v1/procedures',
    [{ procedure: '1.001612', name: 'Cấp giấy phép xây dựng', sector: 'Xây dựng', limitDays: 3 }],
    mau['province-admin'],
  );
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await server.request('POST', '/v1/periods/2026-q4/close', {}, mau['province-admin']);
});
afterAll(() => server.close());

describe('what a close counts by procedure', () => {
  it('adds up to the sums of the unit, of systems and officers alone', async () => {
    const slices = await slicesOf(server.db, 'mau', '2026-q4.1');
    expect(slices).toEqual([
      {
        ...{ unit: 'so-a', procedure: '1.001612', dossiers: 6 },
        computed: { 1: [70, 5], 2: [50, 3], 3: [50, 4] },
        self: { 1: [30, 2], 7: [20, 1] },
      },
    ]);
  });
});

describe('the pages of procedures', () => {
  it('list what there are dossiers of, and open one by unit, with no word of a citizen in it', async () => {
    const as = server.credentials.mau.viewer;
    const { body } = await get<ProcedureList>(as, 'procedures');
    // 70/5 + 50/3 + 50/4 = 14 + 17 + 13 of 60: 4, 6 and 7 have no value.
    expect(body.procedures).toMatchObject([
      {
        ...{ procedure: '1.001612', name: 'Cấp giấy phép xây dựng', sector: 'Xây dựng', dossiers: 6 },
        computed: { value: 44, of: 60, n: 6, because: 'Thiếu chỉ số 4, 6, 7.' },
      },
    ]);
    const page = (await get<ProcedurePage>(as, 'procedures/1.001612')).body;
    expect(page.rows[0]).toMatchObject({
      indicator: 1,
      computed: { id: 'procedure/1.001612/1/computed', value: 14, n: 5 },
      self: { value: 15, n: 2 },
    });
    expect(page.units).toMatchObject([{ unit: 'so-a', dossiers: 6, computed: { value: 44 } }]);
    expect(JSON.stringify([page.rows, page.units])).not.toContain('citizen');
  });

  it('show how people answered only of the whole province, from 5 forms on', async () => {
    const { mau } = server.credentials;
    const page = (await get<ProcedurePage>(mau.viewer, 'procedures/1.001612')).body;
    const overall = page.answers.find(({ question }) => question === 'overall');
    const shares = overall?.options.map(({ option, share }) => [option, share.value, share.of]);
    expect(shares).toEqual(
      expect.arrayContaining([
        ['s5', 2, 7],
        ['s4', 2, 7],
        ['s3', 1, 7],
        ['s1', 2, 7],
      ]),
    );
    const own = (await get<ProcedurePage>(mau['unit-admin'], 'procedures/1.001612')).body;
    expect(own.answers).toEqual([]);
    expect(own.answersBecause).toContain('không tách theo đơn vị');
    await server.db.run("update procedure_tallies set n = 1 where tenant = 'mau'");
    const few = (await get<ProcedurePage>(mau.viewer, 'procedures/1.001612')).body;
    expect([few.answers, few.answersBecause]).toEqual([[], 'Ẩn vì dưới 5 phiếu, để không lộ người trả lời.']);
  });

  it('answer for one that has no dossier here', async () => {
    expect(await get(server.credentials.mau.viewer, 'procedures/9.999')).toMatchObject({
      status: 404,
      body: { code: 'procedure.unknown' },
    });
  });
});

describe('the ranking of a sector', () => {
  it('lists units by their dossiers of it, without grade, rank or tier', async () => {
    const as = server.credentials.mau.viewer;
    const { body } = await get<Ranking>(as, `ranking?sector=${encodeURIComponent('Xây dựng')}`);
    expect(body.sectors).toEqual(['Xây dựng']);
    expect(body.units).toMatchObject([
      { unit: 'so-a', rank: null, tier: null, grade: null, total: { value: 44, of: 60, n: 6 }, n: { dossiers: 6 } },
    ]);
    expect((await get<Ranking>(as, 'ranking?sector=khac')).body.units).toEqual([]);
  });
});
