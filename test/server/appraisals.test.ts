import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Appraisals } from '#wire/appraisal.ts';
import { appraisedOf } from '../../server/store/appraisals.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const REASON = 'Biên bản kiểm tra số 12, bốn thủ tục trả tại phòng.';
const OF_5 = { period: '2026-q4', unit: 'so-a', indicator: 5, points: 10, reason: REASON };

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  await server.request('POST', '/v1/dossiers', [dossierBody()], server.credentials.mau.device);
});
afterEach(() => server.close());

const give = (...items: readonly object[]) =>
  outcomesOf(server, '/v1/appraisals', items, server.credentials.mau.reviewer);
const ofUnit = async () => (await appraisedOf(server.db, 'mau', '2026-q4')).get('so-a');

describe('an appraisal', () => {
  test('counts by its latest revision; the earlier stays with who gave it and why', async () => {
    await give(OF_5, { ...OF_5, indicator: 1, points: 17 });
    await give({ ...OF_5, points: 0, reason: 'Kiểm tra lại: thêm sáu thủ tục nữa.' });
    expect(await ofUnit()).toEqual({ 1: 17, 5: 0 });
    const { body } = await server.request<Appraisals>(
      'GET',
      '/v1/appraisals?period=2026-q4&unit=so-a',
      undefined,
      server.credentials.mau.viewer,
    );
    const row = body.rows.find(({ indicator }) => indicator === 5);
    expect(row).toMatchObject({
      appraised: 0,
      replaces: true,
      allowed: [0, 10, 20],
      history: [
        { points: 0, actor: 'user:reviewer' },
        { points: 10, reason: REASON },
      ],
    });
    // By default an appraisal replaces what a unit declares of itself, 5 and 6; elsewhere it stands beside.
    expect(body.rows.filter(({ replaces }) => replaces).map(({ indicator }) => indicator)).toEqual([5, 6]);
  });

  test('taken back is none, and a unit with none is absent', async () => {
    await give(OF_5);
    await give({ ...OF_5, points: null });
    expect(await ofUnit()).toBeUndefined();
  });

  test('of a dossier stands beside and gives the unit nothing', async () => {
    expect(await give({ ...OF_5, indicator: 1, points: 20, dossier: CODE })).toEqual(['created']);
    expect(await ofUnit()).toBeUndefined();
    const { body } = await server.request<Appraisals>(
      'GET',
      `/v1/appraisals?period=2026-q4&unit=so-a&dossier=${CODE}`,
      undefined,
      server.credentials.mau.reviewer,
    );
    // The indicators of single dossiers; none of them replaces anything.
    expect(body.rows.map(({ indicator, appraised, replaces }) => [indicator, appraised, replaces])).toEqual(
      [1, 2, 3, 4, 6, 7].map((indicator) => [indicator, indicator === 1 ? 20 : null, false]),
    );
  });

  test('is refused by name: a step the scale does not have, no reason, another unit, an unknown period, after the seal', async () => {
    expect(
      await give(
        { ...OF_5, points: 15 },
        { ...OF_5, indicator: 1, points: 15, dossier: CODE },
        { ...OF_5, dossier: CODE },
        { ...OF_5, reason: 'Đúng.' },
        { ...OF_5, unit: 'so-b', indicator: 1, dossier: CODE },
        { ...OF_5, period: '2020-q1' },
      ),
    ).toEqual(['points.step', 'points.step', 'points.step', 'body.invalid', 'dossier.unit', 'period.unknown']);
    await server.db.run("update periods set state = 'sealed' where tenant = 'mau'");
    expect(await give(OF_5)).toEqual(['period.sealed']);
    expect(await ofUnit()).toBeUndefined();
  });

  test('keeps no name or phone of its reason', async () => {
    await give({ ...OF_5, reason: 'Ông Nguyễn Văn An gọi từ 0912345678 để báo.' });
    const rows = await server.db.all("select reason from appraisals where tenant = 'mau'");
    const log = await server.db.all("select detail from audit where tenant = 'mau'");
    for (const trace of ['Nguyễn Văn An', '0912345678']) expect(JSON.stringify([rows, log])).not.toContain(trace);
  });
});
